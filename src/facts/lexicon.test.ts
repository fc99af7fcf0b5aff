import { describe, expect, it } from 'vitest';
import { formOf } from '../forms/statutory.js';
import { Lexicon } from './lexicon.js';
import { CONCEPTS } from './lexicon-concepts.js';
import { CUES, FILLERS, OTHERS, SCOPES, WEAK } from './lexicon-cues.js';
import { compactText } from './numerals-in-text.js';

function everyWord(): readonly (readonly [word: string, owner: string])[] {
  return [
    ...FILLERS.map((word) => [word, 'filler'] as const),
    ...OTHERS.map((word) => [word, 'other'] as const),
    ...WEAK.flatMap(([, ...words]) => words.map((word) => [word, 'weak'] as const)),
    ...SCOPES.flatMap(([scope, ...words]) => words.map((word) => [word, scope] as const)),
    ...CUES.flatMap(([cue, ...words]) => words.map((w) => [w, JSON.stringify(cue)] as const)),
    ...CONCEPTS.flatMap(({ id, names }) => names.map((name) => [name, id] as const)),
  ];
}

describe('the lexicon', () => {
  it('gives every word one meaning', () => {
    const owners = new Map<string, string>();
    const twice = everyWord().flatMap(([word, owner]) => {
      const before = owners.get(word);
      owners.set(word, owner);
      return before === undefined ? [] : [`${word}: ${before} and ${owner}`];
    });
    expect(twice).toEqual([]);
  });

  it('is written the way compact text is', () => {
    const loose = everyWord().filter(([word]) => compactText(word).text !== word);
    expect(loose).toEqual([]);
  });

  it('names each concept once', () => {
    const ids = CONCEPTS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('points at cells that the statutory forms define', () => {
    for (const { id, cells } of CONCEPTS) {
      for (const cell of Object.values(cells ?? {})) {
        const blocks = formOf(cell.form).blocks.filter(
          (block) => block.kind !== 'fixed' || block.side === (cell.side ?? null),
        );
        const lines = blocks.flatMap((block) => {
          if (block.kind === 'open') return [block.total.id];
          return (block.kind === 'coded' ? block.totals : block.lines).map((line) => line.id);
        });
        const columns = blocks.flatMap((block) => block.columns.map((column) => column.id));
        expect(lines, `${id}: line ${cell.line} of ${cell.form}`).toContain(cell.line);
        expect(columns, `${id}: column ${cell.column} of ${cell.form}`).toContain(cell.column);
      }
    }
  });

  it('takes the longest word, the document’s own before the trade’s', () => {
    const item = { functional: ['2210201'], economic: ['30113'] };
    const lexicon = new Lexicon(new Map([['住房公积金', item]]), ['某某市财政局']);
    expect(lexicon.at('一般公共预算财政拨款支出', 0)).toMatchObject({ end: 10 });
    expect(lexicon.at('住房公积金支出', 0)).toMatchObject({ end: 5, word: { kind: 'item' } });
    expect(lexicon.at('某某市财政局2022年', 0)).toMatchObject({ end: 6, word: { kind: 'filler' } });
    expect(lexicon.at('甲乙丙', 0)).toBeNull();
  });
});
