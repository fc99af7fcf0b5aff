import { decodeText } from '../src/cells/decode.js';
import { cellsFromText } from '../src/cells/from-text.js';
import { filingFromCells } from '../src/facts/from-cells.js';
import type { Filing } from '../src/facts/model.js';
import { pageFromFindings } from '../src/pages/from-findings.js';
import { renderHtml } from '../src/pages/to-html.js';
import { renderText } from '../src/pages/to-text.js';
import { checkFiling } from '../src/pipeline.js';
import { ms, table, timed } from './measure.js';

export interface Document {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Milliseconds that each room takes over one document. */
interface RoomTimes {
  readonly cells: number;
  readonly facts: number;
  readonly check: number;
  readonly text: number;
  readonly html: number;
}

/** The time of each room per document, and its share of read and check. */
export function roomTable(documents: readonly Document[]): string {
  const rows = documents.map((document) => {
    const { filing, times } = roomTimes(document);
    const all = times.cells + times.facts + times.check;
    const share = (time: number): string => `${ms(time)} (${ms((100 * time) / all)} %)`;
    return [
      document.name,
      `${Math.round(document.bytes.length / 1024)}`,
      String(filing.forms.reduce((sum, form) => sum + form.cells.length, 0)),
      String(filing.figures.length),
      share(times.cells),
      share(times.facts),
      share(times.check),
      ms(all),
      ms(times.text),
      ms(times.html),
    ];
  });
  const head = ['document', 'KB', 'cells', 'figures', 'cells ms', 'facts ms', 'rules+findings ms'];
  return table([...head, 'read+check ms', 'text ms', 'html ms'], rows);
}

function roomTimes({ name, bytes }: Document): {
  readonly filing: Filing;
  readonly times: RoomTimes;
} {
  const decoded = decodeText(bytes);
  if ('code' in decoded) throw new Error(`${name}: ${decoded.code}`);
  const { text, encoding } = decoded;
  const cells = cellsFromText(name, text, encoding);
  const filing = filingFromCells(cells);
  const result = checkFiling(filing);
  const lines = text.split('\n');
  const page = pageFromFindings(filing, result, lines, 'zh');
  return {
    filing,
    times: {
      cells: timed(() => {
        const again = decodeText(bytes);
        return 'code' in again ? null : cellsFromText(name, again.text);
      }),
      facts: timed(() => filingFromCells(cells)),
      check: timed(() => checkFiling(filing)),
      text: timed(() => renderText(pageFromFindings(filing, result, lines, 'zh'))),
      html: timed(() => renderHtml(page)),
    },
  };
}
