import type { Address, Place } from '../../base/place.js';
import { locator } from '../../cells/locate.js';
import type { CellsDocument, Grid } from '../../cells/model.js';
import { placeWriter } from '../../contract/place-json.js';
import { Lookup } from '../../facts/lookup.js';
import type { CellFact, Filing } from '../../facts/model.js';
import { placeNames } from '../../pages/names.js';
import { readDocument } from '../../pipeline.js';
import type { ExcerptRow } from '../../portal/number-view.js';
import type { CellReference } from '../../publications/model.js';

/** What a document prints, read again from what was kept of it. */
export interface Told {
  readonly filing: Filing;
  readonly cells: CellsDocument;
  readonly facts: Lookup;
  readonly locate: (place: Place) => Address | null;
}

/** A document out of its `mingzhang/filing@1`; null where that is of another program. */
export async function toldIn(reading: string): Promise<Told | null> {
  const read = await readDocument('reading.json', new TextEncoder().encode(reading));
  if ('code' in read) return null;
  const { filing, cells } = read;
  return { filing, cells, facts: new Lookup(filing), locate: locator(cells) };
}

/** Rows of headings that are shown above a number, and rows on either side of it. */
const HEADS = 3;
const AROUND = 1;

/** The rows around a cell as they are printed; its own line where its table has none. */
export function excerptOf({ cells, filing }: Told, cell: CellFact): readonly ExcerptRow[] {
  const { line } = cell.place;
  const inGrid = (block: CellsDocument['blocks'][number]): block is Grid =>
    block.kind === 'grid' && block.rows.some((row) => row.some((each) => isAt(each.place, line)));
  const grid = cells.blocks.find(inGrid);
  if (grid === undefined) return lineExcerpt(cells.lines[(line ?? 0) - 1] ?? '', cell);
  const at = grid.rows.findIndex((row) => row.some((each) => isAt(each.place, line)));
  const lines = new Set(filing.forms.flatMap((form) => form.cells.map(({ place }) => place.line)));
  const first = grid.rows.findIndex((row) => row.some(({ place }) => lines.has(place.line)));
  const from = Math.max(first, at - AROUND);
  const heads = grid.rows.slice(Math.max(0, first - HEADS), Math.max(0, first));
  const shown = grid.rows.slice(from, at + AROUND + 1);
  return [
    ...heads.map((row) => ({ cells: row.map(({ text }) => text), heads: true, marked: null })),
    ...shown.map((row, index) => ({
      ...{ cells: row.map(({ text }) => text), heads: false },
      marked: from + index === at ? row.findIndex((each) => isSame(each.place, cell.place)) : null,
    })),
  ];
}

function isAt(place: Place, line: number | null): boolean {
  return line !== null && place.line === line;
}

function isSame(own: Place, wanted: Place): boolean {
  const from = wanted.from ?? 0;
  return (own.from ?? 0) <= from && from <= (own.to ?? Number.MAX_SAFE_INTEGER);
}

function lineExcerpt(text: string, { place }: CellFact): readonly ExcerptRow[] {
  const [from, to] = [place.from ?? 0, place.to ?? text.length];
  const cells = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  return [{ cells, heads: false, marked: 1 }];
}

/** Characters of a sentence on either side of what is quoted. */
const QUOTED = 36;

/** The sentence in which something stands, cut where it is long. */
export function quoteOf({ cells }: Told, { line, from, to, text }: Place): string {
  const whole = line === null ? undefined : cells.lines[line - 1];
  if (whole === undefined || from === null || to === null) return text ?? '';
  const before = whole.slice(0, from).replace(/^.*[。；\t]/s, '');
  const after = /^[^。；\t]*[。；]?/.exec(whole.slice(to))?.[0] ?? '';
  const [head, tail] = [[...before], [...after]];
  const start = head.length > QUOTED ? `…${head.slice(-QUOTED).join('')}` : before;
  const end = tail.length > QUOTED ? `${tail.slice(0, QUOTED).join('')}…` : after;
  return `${start}${whole.slice(from, to)}${end}`.trim();
}

/** A place of a finding in words, and the cell that it is. */
export interface NamedPlace {
  readonly text: string;
  readonly about: CellReference | null;
}

/** Names places of findings as their JSON has them. */
export function namesOfPlaces(told: Told): (place: object) => NamedPlace | null {
  const { filing, locate } = told;
  const write = placeWriter(locate);
  const nameOf = placeNames(filing);
  const known = new Map<string, NamedPlace>();
  // As the store gives it back: fields in any order, none undefined.
  const keyOf = (place: object) =>
    JSON.stringify(Object.entries(JSON.parse(JSON.stringify(place)) as object).sort());
  for (const { place } of filing.figures) {
    known.set(keyOf(write(place)), { text: quoteOf(told, place), about: null });
  }
  for (const cell of filing.forms.flatMap((form) => form.cells)) {
    const { place, form, side, lineId, code, columnId, value } = cell;
    const key = lineId ?? code;
    const about =
      key === null || columnId === null
        ? null
        : ({ form, key, column: columnId, side, measure: 'reported' } as const);
    const text = [nameOf(place), value].filter((part) => part !== null).join('：');
    known.set(keyOf(write(place)), { text, about });
  }
  return (place) => known.get(keyOf(place)) ?? null;
}
