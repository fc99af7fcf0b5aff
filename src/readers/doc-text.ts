// @ts-expect-error The package has no types.
import WordExtractor from 'word-extractor';
import type { Address } from '../base/place.js';
import type { Wording } from '../base/wording.js';
import type { CellsDocument } from '../cells/model.js';
import { Rendition } from '../cells/rendition.js';
import { widenShortRows } from '../cells/short-rows.js';
import { sourceLines } from '../cells/source-line.js';
import { type TabbedRow, takeStretch } from '../cells/tabbed-rows.js';
import { ReadError } from './reader.js';

interface ExtractedText {
  readonly getBody: (options: { readonly filterUnicode: boolean }) => string;
  readonly getTextboxes: (options: {
    readonly filterUnicode: boolean;
    readonly includeHeadersAndFooters: boolean;
  }) => string;
}

/**
 * The text of a Word 97-2003 file, and its tables as far as tabs tell them: for want of LibreOffice.
 * Says what is lost. Tables and paragraphs are counted from 1 as in a docx.
 */
export async function cellsFromDocText(file: string, bytes: Uint8Array): Promise<CellsDocument> {
  const text = await extract(bytes);
  const body = new TextBody();
  body.rendition.lose({ what: 'Word 97-2003 文件（.doc）', why: LOST, missing: true });
  body.read(text.getBody({ filterUnicode: false }));
  body.read(text.getTextboxes({ filterUnicode: false, includeHeadersAndFooters: false }));
  if (body.rendition.isEmpty) throw new ReadError('empty');
  return body.rendition.finish(file, 'doc');
}

const LOST: Wording = {
  zh:
    '没有安装 LibreOffice，只读出了文字：自动编号、脚注、文本框的位置和合并单元格的范围没有读到。' +
    '请安装 LibreOffice，或另存为 .docx 再试',
  en:
    'without LibreOffice only its text is read: automatic numbers, notes, places of text boxes and ' +
    'extents of merged cells are lost. Install LibreOffice or save it as .docx',
};

const UNPLACED: Wording = {
  zh: '表中有合并的单元格，没有安装 LibreOffice，不能确定各列的位置，没有读',
  en: 'has merged cells whose columns cannot be told without LibreOffice, so it is not read',
};

async function extract(bytes: Uint8Array): Promise<ExtractedText> {
  try {
    return (await new WordExtractor().extract(Buffer.from(bytes))) as ExtractedText;
  } catch {
    throw new ReadError('damaged', 'WordDocument');
  }
}

class TextBody {
  readonly rendition = new Rendition();
  private paragraphs = 0;
  private tables = 0;

  read(text: string): void {
    const lines = sourceLines(text);
    let at = 0;
    while (at < lines.length) {
      const line = lines[at]!;
      if (line.text.endsWith('\t')) {
        const { rows, end } = takeStretch(lines, at);
        this.table(rows);
        at = end;
        continue;
      }
      this.paragraphs += 1;
      this.rendition.paragraph([{ text: line.text, address: { paragraph: this.paragraphs } }]);
      at += 1;
    }
  }

  private table(rows: readonly TabbedRow[]): void {
    this.tables += 1;
    const table = this.tables;
    const texts = rows.map(({ cells }) => {
      const own = cells.map((cell) => cell.text);
      // A tab ends every cell, the last one too.
      return own.at(-1) === '' ? own.slice(0, -1) : own;
    });
    const wide = widenShortRows(texts);
    if (wide === null) {
      this.rendition.lose({ what: `第 ${table} 个表`, why: UNPLACED, missing: true });
      return;
    }
    const address = (row: number, column: number): Address => ({
      ...{ table, row: row + 1, column: column + 1 },
    });
    this.rendition.table(
      wide.map((row, at) => row.map((text, column) => ({ text, address: address(at, column) }))),
    );
  }
}
