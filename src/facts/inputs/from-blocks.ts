import { bareLabel, normaliseLabel } from '../../base/label.js';
import type { CellsBlock, Grid, GridCell } from '../../cells/model.js';
import { inputOf, inputs, nameId } from '../../forms/inputs.js';
import type { InputFact } from '../model.js';
import { reasonAsked } from './reasons.js';
import { toldCells } from './told-cells.js';

/** Inputs that a list has at least, where its heading does not say that it is one. */
const ENOUGH = 3;

/** Lines above a list that may say what it is. */
const TITLE_LINES = 3;

const LABEL_HEADING = /^(?:填报)?(?:项目|事项|内容|指标)(?:名称)?$/;
const CONTENT_HEADING = /^(?:填报|填写|本年)(?:内容|情况|数|值)?$|^内容$/;

/** Reads lists of what people say: a label in one column, what they say in another. */
export function inputsFromBlocks(blocks: readonly CellsBlock[]): readonly InputFact[] {
  const found: InputFact[] = [];
  const known = new Set<string>();
  let above: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'line') {
      above.push(block.text);
      continue;
    }
    const lines = above.slice(-TITLE_LINES);
    above = [];
    for (const input of [...inputsOf(block), ...toldCells(block, lines)]) {
      // The first is the one that was asked first; a second answer is for whoever combines them.
      if (known.has(input.id)) continue;
      known.add(input.id);
      found.push(input);
    }
  }
  return found;
}

/** Labels that a list without headings asks by, so that it is taken for nothing else. */
const UNMISTAKABLE = 5;

/** Whether a table asks 填报项目 for 填报内容, or by the labels of many inputs. */
export function isInputList({ rows }: Grid): boolean {
  const texts = rows.map((row) => row.map(({ text }) => normaliseLabel(text)));
  const asks = texts
    .slice(0, 4)
    .some((row) => row.includes('填报项目') && row.includes('填报内容'));
  const known = rows.filter(([label]) => BY_LABEL.has(normaliseLabel(label?.text ?? '')));
  return asks || known.length >= UNMISTAKABLE;
}

function inputsOf({ rows }: Grid): readonly InputFact[] {
  const heading = headingOf(rows);
  const found: InputFact[] = [];
  let last: { id: string; cell: GridCell; text: string } | null = null;
  const flush = () => {
    if (last !== null) found.push({ id: last.id, text: last.text, place: last.cell.place });
    last = null;
  };
  for (const row of heading === null ? rows : rows.slice(heading.row + 1)) {
    const at = heading?.label ?? row.findIndex(({ text }) => text.trim() !== '');
    const label = row[at]?.text.trim() ?? '';
    const content = heading === null ? contentAfter(row, at) : row[heading.content];
    const id = namedIn(row[heading?.id ?? -1]) ?? (label === '' ? null : inputIdOf(label));
    const text = content?.text.trim() ?? '';
    if (label === '' && last !== null && text !== '') {
      // What goes on in the row below: the label stands beside the first only.
      last.text += `\n${text}`;
      continue;
    }
    flush();
    if (id !== null && content !== undefined && text !== '') {
      last = { id, cell: content, text: isText(id) ? asLines(text) : digitsOf(text) };
    }
  }
  flush();
  return heading !== null || found.length >= ENOUGH ? found : [];
}

/** Ids of lists that we wrote ourselves: reason/total, prior/income-total@all-funds. */
const WRITTEN_ID = /^[a-z]+(?:-[a-z]+)*(?:\/[^\s/]+)*$/;

/** The input that a row names by its id, as lists do that a build has written. */
export function namedIn(cell: GridCell | undefined): string | null {
  const id = cell?.text.trim() ?? '';
  return WRITTEN_ID.test(id) ? id : null;
}

/** Where a list of 填报项目 and 填报内容 has its headings; null for any other table. */
export function askingIn(rows: Grid['rows']) {
  const heading = headingOf(rows);
  const asks = (at: number, words: string) =>
    normaliseLabel(rows[heading!.row]![at]!.text) === words;
  if (heading === null || !asks(heading.label, '填报项目')) return null;
  return asks(heading.content, '填报内容') ? heading : null;
}

/** The row that says which column asks and which answers. */
function headingOf(rows: Grid['rows']) {
  for (const [row, cells] of rows.slice(0, 4).entries()) {
    const labels = cells.map(({ text }) => normaliseLabel(text));
    const label = labels.findIndex((text) => LABEL_HEADING.test(text));
    const content = labels.findIndex((text, at) => at > label && CONTENT_HEADING.test(text));
    const id = labels.indexOf('编号');
    if (label >= 0 && content > label) return { row, label, content, id };
  }
  return null;
}

function contentAfter(row: readonly GridCell[], at: number): GridCell | undefined {
  return row.slice(at + 1).find(({ text }) => text.trim() !== '');
}

const BY_LABEL = new Map(inputs().map(({ id, label }) => [normaliseLabel(label), id]));
const BY_BARE = onlyOnce(inputs().map(({ id, label }) => [bareLabel(label), id] as const));

/** 其中：行政 is asked twice under two heads: such a label alone tells nothing. */
function onlyOnce(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const [label] of pairs) counts.set(label, (counts.get(label) ?? 0) + 1);
  return new Map(pairs.filter(([label]) => counts.get(label) === 1));
}

/** The input, the name of a code, or the reason that a label asks for. */
export function inputIdOf(label: string): string | null {
  const text = normaliseLabel(label);
  const named = NAME_OF_CODE.exec(text)?.[1];
  if (named !== undefined) return nameId(named);
  return BY_LABEL.get(text) ?? BY_BARE.get(bareLabel(label)) ?? reasonAsked(label);
}

/** 科目20822的名称. */
const NAME_OF_CODE = /^科目(\d{3}(?:\d{2}){0,2})的?名称$/;

function isText(id: string): boolean {
  const kind = inputOf(id)?.kind ?? 'text';
  return kind === 'text' || kind === 'choice';
}

/** A cell's own line breaks came as blanks: numbered items begin lines again. */
function asLines(text: string): string {
  return text.replace(/\s+(?=[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．](?!\d))/g, '\n');
}

/** 1,200 人 is 1200: a count or an amount is kept as its digits; other words stay as they are. */
function digitsOf(text: string): string {
  const bare = text
    .replace(/[,，\s]/g, '')
    .replace(/(?:个|人次|人|辆|批次|台|套|台（套）|元)$/, '');
  return /^-?\d+(?:\.\d+)?$/.test(bare) ? bare : text;
}
