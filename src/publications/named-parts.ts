import { bareLabel, normaliseLabel } from '../base/label.js';
import type {
  PartHeading,
  Publication,
  PublicationBlock,
  PublishedCell,
  PublishedTable,
} from './model.js';
import { gridOf } from './table-cells.js';

/** What a name in somebody's template stands for; what was meant cannot be told otherwise. */
export type Named<T> =
  | { readonly found: T }
  | { readonly found: null; readonly candidates: readonly string[] };

/** A text by its name: 单位名称, 年度, 上年度, 标题, or an amount by table, line and column. */
export function namedText(publication: Publication, name: string): Named<string> {
  const texts = textsOf(publication);
  const text = texts.get(normaliseLabel(name));
  if (text !== undefined) return { found: text };
  const amount = /^金额\s*[:：]?\s*(.+)$/s.exec(name.trim())?.[1];
  if (amount === undefined) return { found: null, candidates: [...texts.keys(), '金额 表/行/栏'] };
  return namedAmount(publication, amount.split(/[/／]/));
}

function textsOf({ entity, fiscalYear, title }: Publication): ReadonlyMap<string, string> {
  return new Map([
    ['单位名称', entity],
    ['部门名称', entity],
    ['年度', String(fiscalYear)],
    ['上年度', String(fiscalYear - 1)],
    ['标题', title],
  ]);
}

function tablesOf({ blocks }: Publication): readonly PublishedTable[] {
  return blocks.filter((block) => block.kind === 'table');
}

/** A table by its title or number, a line by its label or code, a column by its head. */
function namedAmount(publication: Publication, steps: readonly string[]): Named<string> {
  const [table = '', line = '', column = ''] = steps;
  const tables = tablesOf(publication);
  const meant = tables.find((one) => isCalled(one, table));
  if (meant === undefined) return { found: null, candidates: tables.map(({ title }) => title) };
  const amounts = amountsOf(meant);
  const inLine = amounts.filter(({ labels }) => labels.some((label) => isAlike(label, line)));
  if (inLine.length === 0) {
    const labels = amounts.flatMap((amount) => amount.labels);
    return { found: null, candidates: [...new Set(labels)] };
  }
  const inColumn = inLine.filter(
    ({ heads }) => column === '' || heads.some((head) => isAlike(head, column)),
  );
  const texts = new Set(inColumn.map(({ cell }) => printed(cell)));
  const [only] = texts;
  if (texts.size === 1 && only !== undefined) return { found: only };
  const heads = inLine.map((amount) => amount.heads.join('—'));
  return { found: null, candidates: [...new Set(heads)] };
}

function isCalled({ title, number }: PublishedTable, name: string): boolean {
  return [title, number ?? ''].some((own) => own !== '' && isAlike(own, name));
}

function isAlike(label: string, name: string): boolean {
  const wanted = bareLabel(name);
  return wanted !== '' && (bareLabel(label) === wanted || normaliseLabel(label) === wanted);
}

interface PlacedAmount {
  readonly cell: PublishedCell;
  /** Texts of its line to its left, up to the amounts of another item. */
  readonly labels: readonly string[];
  /** Texts above it in the head. */
  readonly heads: readonly string[];
}

function amountsOf(table: PublishedTable): readonly PlacedAmount[] {
  const columns = table.widths.length;
  const head = gridOf(table.head, columns);
  return gridOf(table.body, columns).flatMap((row) => {
    const amounts: PlacedAmount[] = [];
    let labels: string[] = [];
    let counting = false;
    row.forEach((cell, column) => {
      if (cell === null || cell === undefined) return;
      if (cell.about === undefined) {
        if (counting && cell.text !== '') labels = [];
        counting = counting && cell.text === '';
        if (cell.text !== '') labels.push(cell.text);
        return;
      }
      counting = true;
      const heads = head.flatMap((line) => headAt(line, column));
      amounts.push({ cell, labels: [...labels], heads });
    });
    return amounts;
  });
}

/** The head over a column: in its own cell or in one to its left that spans it. */
function headAt(line: readonly (PublishedCell | null | undefined)[], column: number): string[] {
  for (let at = column; at >= 0; at -= 1) {
    const cell = line[at];
    if (cell === null || cell === undefined) continue;
    const reaches = at + (cell.colspan ?? 1) > column;
    return reaches && cell.text !== '' ? [cell.text] : [];
  }
  return [];
}

/** A cell that is printed blank is nothing: zero in as many places as its neighbours have. */
function printed({ text, number }: PublishedCell): string {
  if (text !== '' || number === undefined || number.digits !== 0n) return text;
  return number.decimals === 0 ? '0' : `0.${'0'.repeat(number.decimals)}`;
}

/** Blocks by name: all of it, all tables, one table, or what stands below a heading. */
export function namedBlocks(
  publication: Publication,
  name: string,
): Named<readonly PublicationBlock[]> {
  const { blocks } = publication;
  const wanted = normaliseLabel(name);
  const found = wholes(publication).get(wanted);
  if (found !== undefined) return { found };
  const table = tablesOf(publication).find((one) => isCalled(one, wanted));
  if (table !== undefined) return { found: [table] };
  const headings = blocks.filter((block) => block.kind === 'heading');
  const exact = headings.filter(({ text }) => headingName(text, publication) === wanted);
  const near = headings.filter(({ text }) => headingName(text, publication).endsWith(wanted));
  const heading = exact[0] ?? (near.length === 1 ? near[0] : undefined) ?? firstPart(near);
  if (heading !== undefined) return { found: below(blocks, heading) };
  const names = [...wholes(publication).keys()];
  const titles = tablesOf(publication).map(({ title }) => title);
  const texts = headings.map(({ text }) => headingName(text, publication));
  return { found: null, candidates: [...new Set([...names, ...texts, ...titles])] };
}

function wholes(publication: Publication): ReadonlyMap<string, readonly PublicationBlock[]> {
  const { blocks } = publication;
  return new Map([
    ['正文', blocks.filter(({ kind }) => kind !== 'cover' && kind !== 'contents')],
    ['目录', blocks.filter(({ kind }) => kind === 'contents')],
    ['决算表', blocks.filter((block) => block.kind === 'table' && block.form !== null)],
    ['告示', blocks.filter(({ kind }) => kind === 'notice')],
  ]);
}

/** Without 第三部分, its number, the entity and the year: 部门决算情况说明. */
function headingName(text: string, { entity, fiscalYear }: Publication): string {
  return bareLabel(text.replace(/^\s*第[一二三四五六七八九十]+(?:部分|章)\s*/, ''))
    .replace(normaliseLabel(entity), '')
    .replace(`${fiscalYear}年度`, '')
    .replace(`${fiscalYear}年`, '');
}

/** A part outweighs its sections of a like name. */
function firstPart(headings: readonly PartHeading[]): PartHeading | undefined {
  const parts = headings.filter(({ level }) => level === 1);
  return parts.length === 1 ? parts[0] : undefined;
}

/** What stands below a heading, up to the next one of its level. */
function below(
  blocks: readonly PublicationBlock[],
  heading: PartHeading,
): readonly PublicationBlock[] {
  const from = blocks.indexOf(heading) + 1;
  const rest = blocks.slice(from);
  const end = rest.findIndex((block) => block.kind === 'heading' && block.level <= heading.level);
  return end < 0 ? rest : rest.slice(0, end);
}
