import type { Account } from '../accounts/model.js';
import { normaliseLabel } from '../base/label.js';
import type { Edition } from '../editions/model.js';
import { glossaryId } from '../forms/inputs.js';
import { GLOSSARY } from '../terms/glossary.js';
import type { PublicationBlock } from './model.js';

/**
 * The terms that occur in what was written, each with its meaning: those of the edition in the
 * words of the body itself where it has any, then the others that it explains.
 */
export function glossaryBlocks(
  account: Account,
  edition: Edition,
  written: readonly PublicationBlock[],
): readonly PublicationBlock[] {
  const { numbering } = edition.text.glossary;
  const said = normaliseLabel(written.map(textOf).join('\n'));
  const terms = termsOf(account, edition).filter(([name]) => said.includes(normaliseLabel(name)));
  return terms.map(([name, meaning], at) => {
    const number = numbering === 'chinese' ? `${chineseNumber(at + 1)}、` : `${at + 1}. `;
    const text = `${number}${name}：${meaning}`;
    return { kind: 'paragraph', runs: [{ text }], style: 'body' };
  });
}

type Term = readonly [name: string, meaning: string];

function termsOf({ inputs }: Account, edition: Edition): readonly Term[] {
  const { names } = edition.text.glossary;
  const prefix = glossaryId('');
  const own = new Map<string, Term>();
  for (const [id, { text }] of inputs) {
    if (!id.startsWith(prefix) || text.trim() === '') continue;
    const name = id.slice(prefix.length);
    own.set(normaliseLabel(name), [name, text.trim().replace(/[。；]*$/, '。')]);
  }
  const listed = edition.glossary.flatMap((id): Term[] => {
    const entry = GLOSSARY.find((each) => each.id === id);
    if (!entry) return [];
    const name = names[id] ?? entry.zh;
    const meaning = own.get(normaliseLabel(name))?.[1] ?? `指${entry.meaning.zh}。`;
    own.delete(normaliseLabel(name));
    return [[name, meaning]];
  });
  return [...listed, ...own.values()];
}

/** All text of a block that a reader sees. */
function textOf(block: PublicationBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return block.runs.map(({ text }) => text).join('');
    case 'table':
      return [block.title, ...[...block.head, ...block.body].flat().map(({ text }) => text)].join(
        '\n',
      );
    default:
      return '';
  }
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 to 99 as Chinese numerals. */
export function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`;
  return `${ten}${DIGITS[value % 10]}`;
}
