import type { CellsBlock, CellsDocument } from './model.js';
import { sourceLines, textLine } from './source-line.js';
import { takeStretch } from './tabbed-rows.js';
import { blocksOfRows } from './text-grids.js';

/** A document of plain text as lines and grids, in reading order; blank lines are dropped. */
export function cellsFromText(file: string, text: string, encoding = 'utf-8'): CellsDocument {
  const lines = sourceLines(text);
  const blocks: CellsBlock[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at]!;
    if (line.tabs > 0) {
      const { rows, end } = takeStretch(lines, at);
      for (const block of blocksOfRows(rows)) blocks.push(block);
      at = end;
      continue;
    }
    if (!line.blank) blocks.push(textLine(line));
    at += 1;
  }
  const texts = lines.map((line) => line.text);
  return { file, format: 'text', encoding, blocks, lines: texts, spans: null, losses: [] };
}
