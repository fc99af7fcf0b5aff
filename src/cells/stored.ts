import type { Address } from '../base/place.js';
import { cellsFromText } from './from-text.js';
import type { CellsBlock, CellsDocument, DocumentFormat, Loss, Span, TextOrigin } from './model.js';
import { cellsOfLine, type SourceLine, textLine } from './source-line.js';
import { gridOf } from './text-grids.js';

/** What the spans of one kind have in common: their origin, and what their values are. */
export interface SpanKind {
  readonly origin: TextOrigin;
  /** In the order of the values; confidence, or a field of an address. */
  readonly keys: readonly SpanKey[];
}

export type SpanKey = keyof Address | 'confidence';

type SpanValue = NonNullable<Address[keyof Address]>;

/** A part of a line: its offsets, the index of its kind, and the values of that kind. */
export type StoredSpan = readonly [
  from: number,
  to: number,
  kind: number,
  ...values: readonly SpanValue[],
];

/**
 * A document as cells, as JSON keeps it: what can be made again from the rest is left out. Blocks
 * are: every line of a rendition is a line of text, or a row of a grid with its cells apart by
 * tabs; in plain text they are found as they were the first time.
 */
export interface StoredCells {
  readonly format: DocumentFormat;
  readonly encoding: string | null;
  readonly lines: readonly string[];
  /** First and last line of every grid, 1-based, ascending; null for plain text. */
  readonly grids: readonly (readonly [first: number, last: number])[] | null;
  /** Line and column, from one, of each cell that a merged cell above covers; absent: none. */
  readonly continued?: readonly (readonly [line: number, column: number])[];
  readonly spanKinds: readonly SpanKind[];
  /** Of every line; null for plain text. */
  readonly spans: readonly (readonly StoredSpan[])[] | null;
  readonly losses: readonly Loss[];
}

/** What is to be kept of a document, so that `cellsFromStored` makes the same again. */
export function storedOf(cells: CellsDocument): StoredCells {
  const { format, encoding, lines, losses } = cells;
  const kinds = new SpanKinds();
  const spans = cells.spans?.map((line) => line.map((span) => kinds.stored(span))) ?? null;
  const grids = spans === null ? null : gridsOf(cells.blocks);
  const continued = grids === null ? [] : continuedIn(cells.blocks);
  return {
    ...{ format, encoding, lines, grids },
    ...(continued.length === 0 ? {} : { continued }),
    ...{ spanKinds: kinds.all, spans, losses: losses.map(lossInOrder) },
  };
}

function continuedIn(blocks: readonly CellsBlock[]): NonNullable<StoredCells['continued']> {
  const rows = blocks.flatMap((block) => (block.kind === 'grid' ? block.rows : []));
  return rows.flatMap((row) =>
    row.flatMap(({ continued, place }, index) =>
      continued === true ? [[place.line ?? 0, index + 1] as const] : [],
    ),
  );
}

/** Readers say them in any order of fields; what is written is the same the second time. */
export function lossInOrder({ what, why, line, missing, attachment }: Loss): Loss {
  const { zh, en } = why;
  const link = attachment === undefined ? {} : { attachment };
  return { what, why: { zh, en }, line, missing, ...link };
}

function gridsOf(blocks: readonly CellsBlock[]): readonly (readonly [number, number])[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'line') return [];
    const [first, last] = [block.rows[0], block.rows.at(-1)];
    return [[first?.[0]?.place.line ?? 0, last?.[0]?.place.line ?? 0] as const];
  });
}

/** The kinds of a document's spans in the order in which they are met. */
class SpanKinds {
  readonly all: SpanKind[] = [];
  private readonly known = new Map<string, number>();

  stored({ from, to, address, origin, confidence }: Span): StoredSpan {
    const entries = Object.entries(address).filter(([, value]) => value !== undefined);
    const keys = entries.map(([key]) => key as SpanKey);
    const values = entries.map(([, value]) => value as SpanValue);
    if (confidence !== null) {
      keys.push('confidence');
      values.push(confidence);
    }
    return [from, to, this.indexOf(origin, keys), ...values];
  }

  private indexOf(origin: TextOrigin, keys: readonly SpanKey[]): number {
    const id = `${origin} ${keys.join(' ')}`;
    const known = this.known.get(id);
    if (known !== undefined) return known;
    this.known.set(id, this.all.length);
    this.all.push({ origin, keys });
    return this.all.length - 1;
  }
}

/** The document that was stored, under its name of now. */
export function cellsFromStored(file: string, stored: StoredCells): CellsDocument {
  const { format, encoding, lines, grids, spanKinds, losses } = stored;
  if (grids === null || stored.spans === null) {
    return cellsFromText(file, lines.join('\n'), encoding ?? undefined);
  }
  const blocks = blocksOf(lines, grids, continuedCells(stored));
  const spans = stored.spans.map((line) => line.map((span) => spanOf(span, spanKinds)));
  return { file, format, encoding, blocks, lines, spans, losses };
}

type IsContinued = (line: number, column: number) => boolean;

function continuedCells({ continued = [] }: StoredCells): IsContinued {
  const known = new Set(continued.map(([line, column]) => `${line}/${column}`));
  return (line, column) => known.has(`${line}/${column}`);
}

function blocksOf(
  lines: readonly string[],
  grids: NonNullable<StoredCells['grids']>,
  isContinued: IsContinued,
): readonly CellsBlock[] {
  const cellsOf = (line: SourceLine) =>
    cellsOfLine(line).map((cell, index) =>
      isContinued(line.number, index + 1) ? { ...cell, continued: true } : cell,
    );
  const rows = lines.map((text, index): SourceLine => {
    const tabs = text.split('\t').length - 1;
    return { number: index + 1, text, tabs, blank: false, separator: '\t' };
  });
  const blocks: CellsBlock[] = [];
  let next = 0;
  for (const [first, last] of grids) {
    for (const line of rows.slice(next, first - 1)) blocks.push(textLine(line));
    blocks.push(gridOf(rows.slice(first - 1, last).map(cellsOf)));
    next = last;
  }
  for (const line of rows.slice(next)) blocks.push(textLine(line));
  return blocks;
}

function spanOf([from, to, kind, ...values]: StoredSpan, kinds: readonly SpanKind[]): Span {
  const { origin, keys } = kinds[kind]!;
  const { confidence = null, ...address } = Object.fromEntries(
    keys.map((key, index) => [key, values[index]]),
  ) as Address & { readonly confidence?: number };
  return { from, to, address, origin, confidence };
}
