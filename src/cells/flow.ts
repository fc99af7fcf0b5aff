import type { Address } from '../base/place.js';
import { joinCellLines } from './cell-lines.js';
import { type GridSlot, placeOnGrid, type SpanningCell } from './merged-grid.js';
import type { Loss } from './model.js';
import type { Piece, Rendition } from './rendition.js';

/** A paragraph of a flowing document; line breaks and tabs stand in its text. */
export interface FlowParagraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly address: Address;
}

/** Something that was not read, where it stands. A picture that a caption calls a chart is none. */
export interface FlowLoss extends Omit<Loss, 'line'> {
  readonly kind: 'loss';
  readonly picture: boolean;
}

export interface FlowCell extends SpanningCell {
  /** Paragraphs, tables inside the cell, losses; in order. */
  readonly content: readonly FlowBlock[];
}

export interface FlowRow {
  readonly before: number;
  readonly cells: readonly FlowCell[];
}

export interface FlowTable {
  readonly kind: 'table';
  /** 1-based, in the order in which tables begin. */
  readonly number: number;
  readonly rows: readonly FlowRow[];
  /** Of the columns of its grid, in twentieths of a point; may be empty. */
  readonly widths: readonly number[];
  /** It follows another table without a paragraph between. */
  readonly adjoins: boolean;
}

/** A note at the foot of a page: of its paragraph, not of a cell's text. */
export interface FlowNote {
  readonly kind: 'note';
  readonly content: readonly FlowBlock[];
}

export type FlowBlock = FlowParagraph | FlowTable | FlowNote | FlowLoss;

type Slots = readonly (readonly GridSlot<FlowCell>[])[];

/** Says the blocks of a flowing document to a rendition. */
export function renderFlow(blocks: readonly FlowBlock[], rendition: Rendition): void {
  let open: (readonly Piece[])[] = [];
  const close = (): void => {
    if (open.length > 0) rendition.table(open);
    open = [];
  };
  blocks.forEach((block, at) => {
    const slots = block.kind === 'table' ? placeOnGrid(block.rows, block.widths) : null;
    if (block.kind === 'table' && slots !== null && !isFrame(slots)) {
      const rows = gridRows(block.number, slots);
      const joins = block.adjoins && widthOf(rows) === widthOf(open);
      if (!joins) close();
      for (const row of rows) open.push(row);
      const inside = slots.flat().flatMap((slot) => insideCell(slot));
      if (inside.length === 0) return;
      close();
      renderFlow(inside, rendition);
      return;
    }
    close();
    if (block.kind === 'table') renderFrame(block.number, slots!, rendition);
    else if (block.kind === 'paragraph') {
      rendition.paragraph([{ text: block.text, address: block.address }]);
    } else if (block.kind === 'note') renderFlow(block.content, rendition);
    else if (!block.picture || !isCaptioned(blocks, at)) {
      const { what, why, missing } = block;
      rendition.lose({ what, why, missing });
    }
  });
  close();
}

/** Tables, notes and losses of a cell come after the table that it belongs to. */
function insideCell({ cell, covered }: GridSlot<FlowCell>): readonly FlowBlock[] {
  return covered ? [] : cell.content.filter(({ kind }) => kind !== 'paragraph');
}

function gridRows(number: number, rows: Slots): readonly (readonly Piece[])[] {
  return rows.map((slots, index) => {
    const address = (column: number): Address => ({ table: number, row: index + 1, column });
    const pieces: Piece[] = [];
    for (const slot of slots) {
      while (pieces.length < slot.from)
        pieces.push({ text: '', address: address(pieces.length + 1) });
      const text = slot.covered ? '' : textOf(slot.cell);
      pieces.push({ text, address: address(slot.from + 1) });
      // What a cell covers to its right leads to that cell.
      while (pieces.length < slot.to) pieces.push({ text: '', address: address(slot.from + 1) });
    }
    return pieces;
  });
}

function textOf({ content }: FlowCell): string {
  return joinCellLines(
    content.flatMap((block) => (block.kind === 'paragraph' ? block.text.split('\n') : [])),
  );
}

function widthOf(rows: readonly (readonly Piece[])[]): number {
  return rows.reduce((most, row) => Math.max(most, row.length), 0);
}

/** Cells of this many characters with a full stop are prose, not figures with their labels. */
const PROSE = 40;
/** A table of at least two rows with at least two cells in one. */
function isRealTable(block: FlowBlock): boolean {
  return (
    block.kind === 'table' &&
    block.rows.length >= 2 &&
    block.rows.some(({ cells }) => cells.length >= 2)
  );
}

/**
 * A table that only lays out a page: one cell a row, or cells that mostly hold tables, or two
 * columns of prose.
 */
function isFrame(rows: Slots): boolean {
  if (rows.every((slots) => slots.length <= 1)) return true;
  const filled = rows.flat().filter(({ cell, covered }) => !covered && isFilled(cell));
  const inner = filled.filter(({ cell }) => cell.content.some(isRealTable)).length;
  if (inner > 0) return inner * 2 >= filled.length || rows.every((slots) => slots.length <= 2);
  const prose = filled.filter(({ cell }) => isProse(textOf(cell))).length;
  return prose >= 2 && prose === filled.length && rows.every((slots) => slots.length <= 2);
}

function isFilled({ content }: FlowCell): boolean {
  return content.some((block) => block.kind !== 'paragraph' || block.text.trim() !== '');
}

function isProse(text: string): boolean {
  return text.length >= PROSE && text.includes('。');
}

function renderFrame(number: number, rows: Slots, rendition: Rendition): void {
  rows.forEach((slots, index) => {
    for (const { cell, from, covered } of slots) {
      if (covered) continue;
      const address = { table: number, row: index + 1, column: from + 1 };
      const content = cell.content.map((block) =>
        block.kind === 'paragraph' ? { ...block, address } : block,
      );
      renderFlow(content, rendition);
    }
  });
}

const CAPTION =
  /^[（(]?图\s*[\d一二三四五六七八九十]|(?:[示意结构占比比例分布]图|图示|图表)[:：)）]?$/;

/** A picture under or above the caption of a chart shows figures that the text says too. */
function isCaptioned(blocks: readonly FlowBlock[], at: number): boolean {
  const captions = (step: number): boolean => {
    let near = at + step;
    for (; near >= 0 && near < blocks.length; near += step) {
      const block = blocks[near]!;
      if (block.kind === 'table') return false;
      if (block.kind === 'paragraph' && block.text.trim() !== '') {
        return block.text.trim().length <= 60 && CAPTION.test(block.text.trim());
      }
    }
    return false;
  };
  return captions(-1) || captions(1);
}
