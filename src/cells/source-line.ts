import { linePlace } from '../base/place.js';
import type { GridCell, TextLine } from './model.js';

/** A line of a text file; tabs make it part of a table, perhaps. */
export interface SourceLine {
  /** 1-based. */
  readonly number: number;
  readonly text: string;
  readonly tabs: number;
  readonly blank: boolean;
  /** What stands between cells: a tab, or the bars of a Markdown table. */
  readonly separator: '\t' | '|';
}

/** | 208 | 社会保障和就业支出 | 60.00 |, and the rule below its heading. */
const BARRED = /^\s*\|.*\|\s*$/;
const BAR_RULE = /^\s*\|(?:\s*:?-{2,}:?\s*\|)+\s*$/;

export function sourceLines(text: string): readonly SourceLine[] {
  return text.split(/\r\n|\n|\r/).map((line, index) => {
    const number = index + 1;
    if (BARRED.test(line)) {
      const blank = BAR_RULE.test(line);
      const tabs = blank ? 0 : count(line, '|') - 2;
      return { number, text: line, tabs, blank, separator: '|' };
    }
    const tabs = count(line, '\t');
    return { number, text: line, tabs, blank: tabs === 0 && line.trim() === '', separator: '\t' };
  });
}

/** A line as it stands, blanks and all. */
export function textLine(line: SourceLine): TextLine {
  const { number, text } = line;
  return { kind: 'line', text, place: linePlace(number, 0, text.length, text) };
}

/** The cells of one line; the place of a cell is that of its trimmed text. */
export function cellsOfLine(line: SourceLine): readonly GridCell[] {
  const cells: GridCell[] = [];
  const barred = line.separator === '|' && line.tabs > 0;
  const start = barred ? line.text.indexOf('|') + 1 : 0;
  const end = barred ? line.text.lastIndexOf('|') : line.text.length;
  let from = start;
  for (const raw of line.text.slice(start, end).split(line.separator)) {
    const text = raw.trim();
    const at = text === '' ? from : from + raw.indexOf(text);
    cells.push({ text, place: linePlace(line.number, at, at + text.length, text) });
    from += raw.length + 1;
  }
  return cells;
}

function count(text: string, separator: string): number {
  let found = 0;
  for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + 1)) found += 1;
  return found;
}
