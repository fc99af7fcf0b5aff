import type { RichTable } from './rich-document.js';

/** How a document is set, whatever program sets it. */
export interface Look {
  readonly id: string;
  /** A family of the machine: set in full here so that the pages are the same everywhere. */
  readonly font: 'Noto Serif CJK SC' | 'Noto Sans CJK SC';
  /** Points. */
  readonly size: number;
  readonly tableSize: number;
  readonly borders: 'full' | 'three-line' | 'none';
  /** Wide tables lie across. */
  readonly landscape: boolean;
  readonly repeatHeadings: boolean;
  /** A page for each table, or one after the other. */
  readonly pageEach: boolean;
  readonly header: boolean;
  readonly pageNumbers: boolean;
  readonly watermark: string | null;
  /** Most characters of a label before it wraps. */
  readonly labelWidth: number;
  /** 部门, 年度 and 单位 on one line above the table, or each on its own. */
  readonly frameOnOneLine: boolean;
  /** Contents end in dots and a page number. */
  readonly leaders: boolean;
  /** Numbers of a workbook: doubles with a format, or text. */
  readonly numbers: 'doubles' | 'text';
}

const PLAIN: Look = {
  id: 'plain',
  font: 'Noto Serif CJK SC',
  size: 12,
  tableSize: 8,
  borders: 'full',
  landscape: true,
  repeatHeadings: true,
  pageEach: true,
  header: false,
  pageNumbers: true,
  watermark: null,
  labelWidth: 20,
  frameOnOneLine: true,
  leaders: false,
  numbers: 'doubles',
};

/** Tables follow each other on upright pages; names wrap in narrow cells. */
const DENSE: Look = {
  ...PLAIN,
  id: 'dense',
  font: 'Noto Sans CJK SC',
  size: 11,
  tableSize: 6.5,
  landscape: false,
  repeatHeadings: false,
  pageEach: false,
  header: true,
  labelWidth: 9,
  frameOnOneLine: false,
  leaders: true,
  numbers: 'text',
};

const THREE_LINE: Look = { ...PLAIN, id: 'three-line', borders: 'three-line', tableSize: 9 };

const BORDERLESS: Look = {
  ...PLAIN,
  id: 'borderless',
  font: 'Noto Sans CJK SC',
  borders: 'none',
  header: true,
  leaders: true,
};

const MARKED: Look = { ...PLAIN, id: 'marked', watermark: '公开样本', header: true, size: 16 };

export const LOOKS = {
  plain: PLAIN,
  dense: DENSE,
  'three-line': THREE_LINE,
  borderless: BORDERLESS,
  marked: MARKED,
} as const;

export type LookId = keyof typeof LOOKS;

/** Whether a table lies across the page. */
export function across(look: Look, table: RichTable): boolean {
  return table.columns > (look.landscape ? 6 : 12);
}
