import { normaliseLabel } from '../../base/label.js';
import type { Place } from '../../base/place.js';
import type { CellsBlock, GridCell } from '../../cells/model.js';
import { EDITIONS } from '../../editions/catalogue.js';
import { inputOf } from '../../forms/inputs.js';
import { askingIn, inputIdOf, inputsFromBlocks, namedIn } from './from-blocks.js';

/** An answer in a list that asks for none such, so that nothing is made of it. */
export interface UnusedAnswer {
  readonly label: string;
  readonly place: Place;
}

/** What a list says of the body itself, read elsewhere. */
const OF_BODY = /^(?:(?:单位|部门)(?:全称|名称|类型|性质|类别)|年度|年份|金额单位)$/;

/** Rows of lists of 填报项目 and 填报内容 that are filled in and answer nothing. */
export function unusedAnswers(blocks: readonly CellsBlock[]): readonly UnusedAnswer[] {
  const used = new Set(inputsFromBlocks(blocks).map(({ place }) => placeKey(place)));
  return blocks.flatMap((block) => {
    if (block.kind !== 'grid') return [];
    const heading = askingIn(block.rows);
    if (heading === null) return [];
    return block.rows.slice(heading.row + 1).flatMap((row): UnusedAnswer[] => {
      const [label, content] = [row[heading.label], row[heading.content]];
      const asked = label?.text.trim() ?? '';
      if (asked === '' || content === undefined || content.text.trim() === '') return [];
      if (OF_BODY.test(normaliseLabel(asked))) return [];
      const id = namedIn(row[heading.id]) ?? inputIdOf(asked);
      const isTold = id === null && used.has(placeKey(content.place));
      if (isTold || (id !== null && isKnown(id))) return [];
      return [{ label: written(row[heading.id]) ?? asked, place: content.place }];
    });
  });
}

function placeKey({ line, from }: Place): string {
  return `${line}/${from}`;
}

function written(cell: GridCell | undefined): string | null {
  return cell === undefined || cell.text.trim() === '' ? null : cell.text.trim();
}

function isKnown(id: string): boolean {
  if (inputOf(id) !== undefined) return true;
  const [head, concept = ''] = id.split('/');
  if (head === 'reason') return REASONS.has(concept);
  return ['name', 'glossary', 'prior', 'budget', 'reported', 'settled'].includes(head!);
}

/** Everything that the sentences of some edition give a reason or a purpose for. */
const REASONS: ReadonlySet<string> = new Set([
  'empty-table',
  ...EDITIONS.flatMap(({ text }) => reasonsIn(text)),
]);

function reasonsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(reasonsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own =
    'slot' in value && value.slot === 'reason' && 'id' in value && typeof value.id === 'string'
      ? [value.id]
      : [];
  return [...own, ...Object.values(value).flatMap(reasonsIn)];
}
