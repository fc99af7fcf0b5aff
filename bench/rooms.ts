import { ms, table, timed } from './measure.js';

/** What users run is measured: the built program, not its source through tsx. */
function built<T>(module: string): Promise<T> {
  return import(`../dist/${module}`) as Promise<T>;
}

const { decodeText } = await built<typeof import('../src/cells/decode.js')>('cells/decode.js');
const { cellsFromText } =
  await built<typeof import('../src/cells/from-text.js')>('cells/from-text.js');
const { sourceText } = await built<typeof import('../src/cells/locate.js')>('cells/locate.js');
const { filingFromCells } =
  await built<typeof import('../src/facts/from-cells.js')>('facts/from-cells.js');
const { Lookup } = await built<typeof import('../src/facts/lookup.js')>('facts/lookup.js');
const { runRules } = await built<typeof import('../src/findings/run.js')>('findings/run.js');
const { pageFromFindings } =
  await built<typeof import('../src/pages/from-findings.js')>('pages/from-findings.js');
const { renderHtml } = await built<typeof import('../src/pages/to-html.js')>('pages/to-html.js');
const { renderText } = await built<typeof import('../src/pages/to-text.js')>('pages/to-text.js');
const { checkFiling, readText } = await built<typeof import('../src/pipeline.js')>('pipeline.js');
const { CATALOGUE } = await built<typeof import('../src/rules/catalogue.js')>('rules/catalogue.js');

const NO_REFERENCES = { budget: null, lastYear: null };

export interface Document {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Milliseconds that each room takes over one document. */
interface RoomTimes {
  readonly cells: number;
  readonly facts: number;
  /** The whole catalogue over the facts; a part of `check`. */
  readonly rules: number;
  readonly check: number;
  readonly text: number;
  readonly html: number;
}

/** What was measured over one document. */
export interface Measured {
  readonly name: string;
  readonly kilobytes: number;
  readonly cells: number;
  readonly figures: number;
  readonly times: RoomTimes;
}

export function readAndCheck({ times }: Measured): number {
  return times.cells + times.facts + times.check;
}

/** The time of each room per document, and its share of read and check. */
export function roomTable(documents: readonly Measured[]): string {
  const rows = documents.map((document) => {
    const { times } = document;
    const all = readAndCheck(document);
    const share = (time: number): string => `${ms(time)} (${ms((100 * time) / all)} %)`;
    return [
      document.name,
      document.kilobytes.toFixed(0),
      String(document.cells),
      String(document.figures),
      share(times.cells),
      share(times.facts),
      ms(times.rules),
      share(times.check),
      ms(all),
      ms(times.text),
      ms(times.html),
    ];
  });
  const head = ['document', 'KB', 'cells', 'figures', 'cells ms', 'facts ms', 'rules ms'];
  return table([...head, 'rules+findings ms', 'read+check ms', 'text ms', 'html ms'], rows);
}

/** Reads and checks everything a few times, so that the first document is not the coldest. */
export function warmUp(documents: readonly Document[]): void {
  for (let round = 0; round < 30; round += 1) {
    for (const { name, bytes } of documents) {
      checkFiling(readText(name, new TextDecoder().decode(bytes)));
    }
  }
}

/** Times every room over one document. */
export function measured({ name, bytes }: Document): Measured {
  const decoded = decodeText(bytes);
  if ('code' in decoded) throw new Error(`${name}: ${decoded.code}`);
  const { text, encoding } = decoded;
  const cells = cellsFromText(name, text, encoding);
  const filing = filingFromCells(cells);
  const result = checkFiling(filing);
  const source = sourceText(cells);
  const page = pageFromFindings(filing, result, source, 'zh');
  return {
    name,
    kilobytes: bytes.length / 1024,
    cells: filing.forms.reduce((sum, form) => sum + form.cells.length, 0),
    figures: filing.figures.length,
    times: {
      cells: timed(() => {
        const again = decodeText(bytes);
        return 'code' in again ? null : cellsFromText(name, again.text);
      }),
      facts: timed(() => filingFromCells(cells)),
      rules: timed(() => runRules(CATALOGUE, new Lookup(filing), NO_REFERENCES)),
      check: timed(() => checkFiling(filing)),
      text: timed(() => renderText(pageFromFindings(filing, result, source, 'zh'))),
      html: timed(() => renderHtml(page)),
    },
  };
}
