import { normaliseLabel } from '../base/label.js';
import type { Edition } from '../editions/model.js';
import { GLOSSARY } from '../terms/glossary.js';
import type { PublicationBlock } from './model.js';

/** The terms of the edition that occur in what was written, each with its meaning. */
export function glossaryBlocks(
  edition: Edition,
  written: readonly PublicationBlock[],
): readonly PublicationBlock[] {
  const { numbering, names } = edition.text.glossary;
  const said = normaliseLabel(written.map(textOf).join('\n'));
  const terms = edition.glossary.flatMap((id) => {
    const entry = GLOSSARY.find((each) => each.id === id);
    const name = names[id] ?? entry?.zh;
    const occurs = name !== undefined && said.includes(normaliseLabel(name));
    return entry && occurs ? [`${name}：指${entry.meaning.zh}。`] : [];
  });
  return terms.map((term, at) => {
    const number = numbering === 'chinese' ? `${chineseNumber(at + 1)}、` : `${at + 1}. `;
    return { kind: 'paragraph', runs: [{ text: `${number}${term}` }], style: 'body' };
  });
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
