import { describe, expect, test } from 'vitest';
import { checkFiling, readText } from '../src/pipeline.js';
import { KIT_DIALECTS } from './kit/dialects.js';
import { composeText } from './kit/document.js';
import { KIT_EDITIONS } from './kit/styles.js';
import { sampleText, TEXT_SAMPLES } from './samples/read-sample.js';

const SEEDS = [11, 12, 13];

/** Findings that accuse: a document whose figures add up has none. */
function accusations(text: string): string[] {
  return checkFiling(readText('kit.txt', text))
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ rule, message }) => `${rule}: ${message.zh}`);
}

describe.each(KIT_EDITIONS)('a document of %s whose figures add up', (edition) => {
  test.each(KIT_DIALECTS)('as %s has nothing wrong in it', (dialect) => {
    for (const seed of SEEDS) {
      const { text } = composeText({ seed, edition, dialect });
      expect(accusations(text), `seed ${seed}`).toEqual([]);
    }
  });
});

test.each(KIT_DIALECTS)('every dialect of one document says the same: %s', (dialect) => {
  for (const edition of KIT_EDITIONS) {
    const plain = readText('a.txt', composeText({ seed: 21, edition, dialect: 'tab' }).text);
    const other = readText('b.txt', composeText({ seed: 21, edition, dialect }).text);
    const figures = (filing: typeof plain) =>
      filing.figures.map(({ value, unit, role, concept }) => [concept, role, value, unit]);
    expect(figures(other), edition).toEqual(figures(plain));
    expect([other.kind, other.entity, other.fiscalYear, other.unit]).toEqual([
      plain.kind,
      plain.entity,
      plain.fiscalYear,
      plain.unit,
    ]);
  }
});

test.each(TEXT_SAMPLES)('sample %s read as general gives no new error', (sample) => {
  const filing = readText(sample, sampleText(sample));
  const errors = (edition: string | null) =>
    checkFiling({ ...filing, edition })
      .findings.filter(({ severity }) => severity === 'error')
      .map(({ id }) => id);
  const own = new Set(errors(filing.edition));
  expect(errors('general').filter((id) => !own.has(id))).toEqual([]);
});
