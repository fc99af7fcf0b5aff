import { windowsOf } from './crop.js';
import { escapeHtml, type MarkStyle, markedHtml, scrolled } from './html-marked.js';
import type { Lang, Source, SourceLine } from './model.js';
import { word } from './words.js';

/** Beyond these a browser is no longer pleasant: only what surrounds a mark is shown. */
const MOST_LINES = 20_000;
const AROUND = 15;
const MOST_CHARACTERS = 12_000;
/** Characters of a cell that should not stand one below the other. */
const LONG = 6;

/** Set to the right like a sum; a code or a line number is none. */
const AMOUNT = /^[-−－(（]?(?=\d*[,.，．])[\d,.，．]+[%％]?[)）]?$/;

/** The document with line numbers and marks; runs of lines with tabs become tables. */
export function sourceHtml(source: Source, lang: Lang): string {
  const style: MarkStyle = { lang, anchors: true };
  const lines = kept(source.lines);
  const parts: string[] = [];
  let before = 0;
  for (let index = 0; index < lines.length; ) {
    const line = lines[index]!;
    const number = line.number ?? before + 1;
    parts.push(omitted(before, number, source, lang));
    if (line.text.includes('\t')) {
      const run = tableRun(lines, index);
      parts.push(tableHtml(run, style));
      before = run.at(-1)!.number ?? number;
      index += run.length;
    } else {
      parts.push(lineHtml(line, style));
      before = number;
      index += 1;
    }
  }
  return parts.join('');
}

/** Lines worth showing: all that are not blank, or those near a mark in a very long document. */
function kept(lines: readonly SourceLine[]): readonly SourceLine[] {
  if (lines.length <= MOST_LINES) return lines.filter((line) => line.text.trim() !== '');
  const near = new Set<number>();
  for (const [index, line] of lines.entries()) {
    if (line.marks.length === 0) continue;
    for (let at = index - AROUND; at <= index + AROUND; at += 1) near.add(at);
  }
  return lines.filter((line, index) => near.has(index) && line.text.trim() !== '');
}

function omitted(before: number, number: number, source: Source, lang: Lang): string {
  const gap = number - before - 1;
  if (gap === 0 || before === 0) return '';
  const all = source.lines.slice(before, number - 1).every((line) => line.text.trim() === '');
  const text = all ? '' : escapeHtml(word(lang, 'omittedLines', gap));
  return `<div class="gap">${text}</div>`;
}

function lineHtml(line: SourceLine, style: MarkStyle): string {
  const number = `<span class="no">${line.number ?? ''}</span>`;
  return `<div class="ln">${number}<div class="tx">${textHtml(line, style)}</div></div>`;
}

function textHtml(line: SourceLine, style: MarkStyle): string {
  const { text, marks } = line;
  if (text.length <= MOST_CHARACTERS) return markedHtml(text, 0, text.length, marks, style);
  return windowsOf(text, marks, MOST_CHARACTERS, () => 1)
    .map(({ from, to, marks: inside }) => `…${markedHtml(text, from, to, inside, style)}…`)
    .join('<br>');
}

function tableRun(lines: readonly SourceLine[], start: number): readonly SourceLine[] {
  let end = start + 1;
  for (; end < lines.length; end += 1) {
    const line = lines[end]!;
    if (!line.text.includes('\t') || !follows(lines[end - 1]!, line)) break;
  }
  return lines.slice(start, end);
}

/** The next line, or one after a blank line that has as many cells. */
function follows(before: SourceLine, line: SourceLine): boolean {
  const step = (line.number ?? 0) - (before.number ?? 0);
  if (step === 1) return true;
  return step === 2 && before.text.split('\t').length === line.text.split('\t').length;
}

function tableHtml(run: readonly SourceLine[], style: MarkStyle): string {
  const first = run[0]!.number ?? 0;
  const last = run.at(-1)!.number ?? first;
  const label = word(style.lang, 'tableAtLines', first, last);
  const columns = Math.max(...run.map((line) => line.text.split('\t').length));
  const rows = run.map((line) => rowHtml(line, columns, style)).join('\n');
  return scrolled(label, `<table class="grid"><tbody>${rows}</tbody></table>`);
}

function rowHtml(line: SourceLine, columns: number, style: MarkStyle): string {
  const cells: string[] = [];
  let from = 0;
  for (const text of line.text.split('\t')) {
    const to = from + text.length;
    cells.push(
      `<td${classOf(text.trim())}>${markedHtml(line.text, from, to, line.marks, style)}</td>`,
    );
    from = to + 1;
  }
  const rest = columns - cells.length;
  const filler = rest > 0 ? `<td colspan="${rest}"></td>` : '';
  const number = line.number ?? '';
  return `<tr><th scope="row" class="no">${number}</th>${cells.join('')}${filler}</tr>`;
}

/** Amounts stand to the right; long text keeps some width on a narrow screen. */
function classOf(text: string): string {
  if (AMOUNT.test(text)) return ' class="n"';
  return text.length > LONG ? ' class="t"' : '';
}
