import { normaliseLabel } from '../../base/label.js';
import { linePlace, type Place } from '../../base/place.js';
import type { Grid, GridCell, TextLine } from '../../cells/model.js';
import type { FormId } from '../../forms/model.js';
import type { TableDraft } from './draft.js';
import { readGrid } from './from-grid.js';
import {
  declaredEntity,
  declaredUnit,
  declaredYear,
  isTableNote,
  matchTitle,
  type TitleMatch,
  tableNumber,
} from './headings.js';
import { leftOver } from './left-over.js';
import { operatingInformation } from './operating-information.js';

export type GridRows = readonly (readonly GridCell[])[];
export type Note = { readonly text: string; readonly place: Place };

export interface Meta {
  readonly number: string | null;
  readonly unit: TableDraft['unit'];
  readonly entity: string | null;
  readonly fiscalYear: number | null;
  readonly entityPlace: Place | null;
  readonly yearPlace: Place | null;
  readonly unitPlace: Place | null;
  readonly place: Place;
}

/** A piece of text near a table that may declare something about it. */
export type MetaText = Pick<TextLine, 'text' | 'place'>;

export function metaOf(texts: readonly MetaText[], place: Place | null): Meta {
  const first = <T>(read: (text: string) => T | null): { value: T; at: MetaText } | null => {
    for (const at of texts) {
      const value = read(at.text);
      if (value !== null) return { value, at };
    }
    return null;
  };
  const entity = first(declaredEntity);
  const year = first(declaredYear);
  const unit = first(declaredUnit);
  return {
    number: first(tableNumber)?.value ?? null,
    unit: unit?.value ?? null,
    entity: entity?.value ?? null,
    fiscalYear: year?.value ?? null,
    entityPlace: entity ? within(entity.at, entity.value) : null,
    unitPlace: unit ? unit.at.place : null,
    yearPlace: year ? within(year.at, String(year.value)) : null,
    place: place ?? linePlace(0, 0, 0, ''),
  };
}

/** Where a word stands in a text; the whole text when it is printed with blanks inside. */
function within({ text, place }: MetaText, word: string): Place {
  const at = text.indexOf(word);
  if (at < 0 || place.line === null) return place;
  const from = (place.from ?? 0) + at;
  return linePlace(place.line, from, from + word.length, word);
}

export function isMetaLine(text: string): boolean {
  const short = text.trim();
  if (short.length > 80) return false;
  return (
    tableNumber(short) !== null ||
    declaredUnit(short) !== null ||
    declaredEntity(short) !== null ||
    /^[(（]?\d{4}\s*年度?[)）]?$/.test(short)
  );
}

/** A short line that ends in 表 and is no number, note or sentence: the title of some table. */
export function isTableTitle(text: string): boolean {
  const title = normaliseLabel(text);
  if (title.length < 5 || title.length > 50 || !title.endsWith('表')) return false;
  return !/[。；;，,:]|\.{3}|…|^公开|^注|^第.{1,3}部分/.test(title) && tableNumber(title) === null;
}

/** Long running text, or a sentence without a number: no row of a table. */
export function isProse(text: string): boolean {
  if (/\S {2,}\S/.test(text)) return false;
  return (
    (text.trim().length > 120 && /[，。；]/.test(text)) || (/。\s*$/.test(text) && !/\d/.test(text))
  );
}

/** A line with a heading word of its own: 项目, 科目名称, 栏次, 合计, 预算数. */
export function isHeadingLine(text: string): boolean {
  const words = text.trim().split(/\s+/);
  return (
    words.join('').length <= 80 &&
    words.some((word) =>
      /^(?:项目|科目名称|栏次|合计|预算数|决算数|科目编码|功能分类科目编码|收入|支出|经济分类)$/.test(
        word,
      ),
    )
  );
}

export function wrapsOn(note: Note, line: TextLine): boolean {
  const open = !/。[)）]?\s*$/.test(note.text);
  return (
    open &&
    (line.place.line ?? 0) - (note.place.line ?? 0) <= 2 &&
    !/^第[一二三四五六七八九十]+部分/.test(line.text.trim()) &&
    !/^[一二三四五六七八九十]+、/.test(line.text.trim())
  );
}

export function gridDraft(
  title: TitleMatch,
  rows: GridRows,
  meta: Meta,
  after: readonly Note[],
): TableDraft {
  const { body, notes } = splitNotes(rows);
  const { totalOnly, ...reading } = readGrid(title.form, body, 1, title.title);
  const first = body[0]?.[0]?.place;
  const place = meta.place.line === 0 && first ? first : meta.place;
  return {
    ...meta,
    place,
    form: title.form,
    title: title.title,
    ...reading,
    notes: [...notes, ...after],
    unread: totalOnly ? [] : leftOver(title.title, body, reading.rows),
  };
}

/** The drafts of a grid under one title: one, or those of two forms that it tells together. */
export function gridDrafts(
  title: TitleMatch,
  rows: GridRows,
  meta: Meta,
  after: readonly Note[],
): readonly TableDraft[] {
  const told = title.form === 'related-information' ? operatingInformation(rows) : null;
  if (told === null) return [gridDraft(title, rows, meta, after)];
  const read = [...told.threePublic, ...told.related];
  const common = { ...meta, title: title.title, unknownColumns: [], notes: after };
  return [
    {
      ...{ ...common, form: 'three-public-expenses', rows: told.threePublic },
      unread: leftOver(title.title, rows, read),
    },
    { ...common, form: 'related-information', rows: told.related, unread: [] },
  ];
}

/**
 * 收入支出决算表 by function has the words of a summary's title; a summary has no codes and its
 * lines end in a total.
 */
export function isByFunction(form: FormId, rows: GridRows): boolean {
  if (form !== 'income-expenditure-summary' && form !== 'appropriation-summary') return false;
  const labels = rows.map((row) => row.map(({ text }) => normaliseLabel(text)));
  const coded = labels
    .slice(0, 6)
    .some((row) => row.some((text) => /科目(?:编码|代码)$/.test(text)));
  return coded && !labels.some((row) => row.some((text) => /总计$/.test(text)));
}

/** Notes printed in the last rows of the grid, one cell each. */
export function splitNotes(rows: GridRows): { body: GridRows; notes: Note[] } {
  const notes: Note[] = [];
  const body = rows.filter((row) => {
    const filled = row.filter(({ text }) => text.trim() !== '');
    const only = filled[0];
    if (filled.length !== 1 || !only || !isTableNote(only.text)) return true;
    notes.push({ text: only.text.trim(), place: only.place });
    return false;
  });
  return { body, notes };
}

/** Several tables may share one grid, each under a row that holds nothing but its title. */
export function splitAtTitles(grid: Grid): { title: TitleMatch | null; rows: GridRows }[] {
  const parts: { title: TitleMatch | null; rows: (readonly GridCell[])[] }[] = [
    { title: null, rows: [] },
  ];
  for (const row of grid.rows) {
    const filled = row.filter(({ text }) => text.trim() !== '');
    const title = filled.length <= 2 && filled[0] ? matchTitle(filled[0].text) : null;
    if (title && normaliseLabel(filled[0]!.text).length > 4) parts.push({ title, rows: [] });
    else parts[parts.length - 1]!.rows.push(row);
  }
  return parts.filter(({ rows, title }) => title !== null || rows.length > 0);
}

export function widthOf(rows: GridRows): number {
  return rows.reduce((most, row) => Math.max(most, row.length), 0);
}

export function hasCodesOrLabels(rows: GridRows): boolean {
  return rows.some((row) =>
    row.some(
      ({ text }) =>
        /^\d{3}(?:\d{2}){0,2}$/.test(text.trim()) || /^[一二三四五六七八九十]+、/.test(text.trim()),
    ),
  );
}

export function withoutRepeatedHeading(known: GridRows, next: GridRows): GridRows {
  const key = (row: readonly GridCell[]) => row.map(({ text }) => normaliseLabel(text)).join('|');
  const headings = new Set(known.slice(0, 6).map(key));
  let start = 0;
  while (start < next.length && headings.has(key(next[start]!))) start += 1;
  return next.slice(start);
}
