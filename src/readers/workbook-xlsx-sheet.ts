import type { Limits } from '../cells/limits.js';
import { cellAddress, parseAddress, parseRange, type Sheet } from '../cells/sheet.js';
import { ReadError } from './reader.js';
import {
  type CellCount,
  isOnSheet,
  SheetDraft,
  type ShownNumbers,
  unescaped,
} from './workbook-cells.js';
import { walkXml } from './xml.js';

/** What a worksheet needs from its workbook. */
export interface SheetContext {
  readonly name: string;
  readonly hidden: boolean;
  readonly numbers: ShownNumbers;
  readonly strings: readonly string[];
  readonly count: CellCount;
  readonly limits: Limits;
}

/** Reads the XML of one worksheet. */
export function readSheet(bytes: Uint8Array, context: SheetContext): Sheet {
  const walker = new SheetWalker(context);
  walkXml(bytes, context.name, context.limits, walker);
  return walker.finish();
}

type Attributes = Readonly<Record<string, string>>;

/** The cell that is being read. */
interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string | null;
  formula: string | null;
}

class SheetWalker {
  private readonly draft: SheetDraft;
  private row = -1;
  private column = -1;
  private cell: OpenCell | null = null;
  /** Element whose text is wanted: v, f or t. */
  private wanted = '';
  private phonetic = false;

  constructor(private readonly context: SheetContext) {
    this.draft = new SheetDraft(context.name, context.hidden, context.count);
  }

  finish(): Sheet {
    return this.draft.finish();
  }

  readonly open = (name: string, attributes: Attributes): void => {
    switch (name) {
      case 'row':
        this.openRow(attributes);
        break;
      case 'c':
        this.openCell(attributes);
        break;
      case 'rPh':
        this.phonetic = true;
        break;
      case 'v':
      case 'f':
      case 't':
        this.openText(name);
        break;
      case 'mergeCell':
        this.merge(attributes.ref ?? '');
        break;
      case 'col':
        this.hideColumns(attributes);
        break;
    }
  };

  readonly text = (words: string): void => {
    const { cell, wanted } = this;
    if (cell === null || wanted === '') return;
    if (wanted === 'f') cell.formula += words;
    else cell.value += words;
  };

  readonly close = (name: string): void => {
    if (name === this.wanted) this.wanted = '';
    else if (name === 'rPh') this.phonetic = false;
    else if (name === 'c' && this.cell !== null) this.closeCell(this.cell);
  };

  private openRow({ r, hidden }: Attributes): void {
    this.row = r === undefined ? this.row + 1 : Number.parseInt(r, 10) - 1;
    this.column = -1;
    if (isTrue(hidden)) this.draft.hiddenRows.add(this.row);
  }

  /** Addresses may be left out: then a cell follows the one before. */
  private openCell({ r, t = 'n', s = '0' }: Attributes): void {
    const address = r === undefined ? { row: this.row, column: this.column + 1 } : parseAddress(r);
    if (address === null || !isOnSheet(address.row, address.column)) throw this.damaged(r ?? '');
    this.row = address.row;
    this.column = address.column;
    const style = Number.parseInt(s, 10);
    this.cell = { column: address.column, type: t, style, value: null, formula: null };
  }

  private openText(name: string): void {
    const { cell } = this;
    if (cell === null || (name === 't' && this.phonetic)) return;
    this.wanted = name;
    if (name === 'f') cell.formula ??= '';
    else cell.value ??= '';
  }

  private closeCell(cell: OpenCell): void {
    this.cell = null;
    const { column, formula } = cell;
    const computed = cell.value !== null && (cell.value !== '' || cell.type === 'str');
    if (!computed) {
      if (formula !== null) this.draft.addUncomputed(this.row, column, formula);
      return;
    }
    const origin = formula === null ? 'printed' : 'formula';
    const isNumber = cell.type === 'n' || cell.type === '';
    this.draft.add(this.row, { column, text: this.shown(cell), origin, isNumber });
  }

  private shown({ type, style, value, column }: OpenCell): string {
    const stored = value ?? '';
    switch (type) {
      case 's': {
        const text = this.context.strings[Number.parseInt(stored, 10)];
        if (text === undefined) throw this.damaged(cellAddress(this.row, column));
        return text;
      }
      case 'b':
        return stored === '1' || stored === 'true' ? 'TRUE' : 'FALSE';
      case 'str':
      case 'inlineStr':
        return unescaped(stored);
      case 'e':
      case 'd':
        return stored;
      default:
        return this.context.numbers.text(stored, style);
    }
  }

  private merge(ref: string): void {
    const range = parseRange(ref);
    if (range !== null) this.draft.addMerge(range);
  }

  private hideColumns({ min = '', max = '', hidden }: Attributes): void {
    if (!isTrue(hidden)) return;
    this.draft.hiddenColumns.push([Number.parseInt(min, 10) - 1, Number.parseInt(max, 10) - 1]);
  }

  private damaged(where: string): ReadError {
    return new ReadError('damaged', `${this.context.name} ${where}`);
  }
}

function isTrue(flag: string | undefined): boolean {
  return flag === '1' || flag === 'true';
}
