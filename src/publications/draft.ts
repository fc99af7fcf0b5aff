import { cellPath } from './cell-path.js';
import type {
  CellReference,
  Publication,
  PublicationBlock,
  PublishedCell,
  PublishedRun,
} from './model.js';

/** A part of a paragraph: half-open UTF-16 offsets in the text of its runs. */
export interface MarkedWords {
  readonly paragraph: string;
  readonly from: number;
  readonly to: number;
}

/** Something to be said of a document before it may be published, and where. */
export interface Remark {
  /** What it is called in the draft: 1. */
  readonly label: string;
  readonly text: string;
  readonly cells: readonly CellReference[];
  readonly words: readonly MarkedWords[];
}

/** The same document as a draft: a notice with every remark in front, each place marked. */
export function draftOf(
  publication: Publication,
  notice: { readonly title: string; readonly lines: readonly string[] },
  remarks: readonly Remark[],
): Publication {
  const cells = new Map<string, string>();
  for (const { label, cells: marked } of [...remarks].reverse()) {
    for (const cell of marked) cells.set(keyOf(cell), label);
  }
  const blocks = publication.blocks.map((block) => markedBlock(block, cells, remarks));
  const lines = [...notice.lines, ...remarks.map(({ label, text }) => `${label}. ${text}`)];
  return {
    ...publication,
    title: `${notice.title} ${publication.title}`,
    blocks: [{ kind: 'notice', title: notice.title, lines }, ...blocks],
  };
}

function keyOf(cell: CellReference): string {
  return `${cellPath(cell)}/${cell.measure}`;
}

function markedBlock(
  block: PublicationBlock,
  cells: ReadonlyMap<string, string>,
  remarks: readonly Remark[],
): PublicationBlock {
  if (block.kind === 'table') {
    const body = block.body.map((row) => row.map((cell) => markedCell(cell, cells)));
    return { ...block, body };
  }
  if (block.kind !== 'paragraph') return block;
  const text = block.runs.map((run) => run.text).join('');
  let runs = block.runs;
  for (const { label, words } of remarks) {
    for (const { paragraph, from, to } of words) {
      if (paragraph === text) runs = markedRuns(runs, from, to, label);
    }
  }
  return { ...block, runs };
}

function markedCell(cell: PublishedCell, cells: ReadonlyMap<string, string>): PublishedCell {
  const mark = cell.about === undefined ? undefined : cells.get(keyOf(cell.about));
  return mark === undefined ? cell : { ...cell, mark };
}

/** Runs with [from, to) of their text as one marked run; what is marked already stays as it is. */
function markedRuns(
  runs: readonly PublishedRun[],
  from: number,
  to: number,
  mark: string,
): readonly PublishedRun[] {
  const before: PublishedRun[] = [];
  const inside: PublishedRun[] = [];
  const after: PublishedRun[] = [];
  let at = 0;
  for (const run of runs) {
    const end = at + run.text.length;
    const cut = (first: number, last: number): PublishedRun[] => {
      const text = run.text.slice(Math.max(first - at, 0), Math.max(last - at, 0));
      return text === '' ? [] : [{ ...run, text }];
    };
    before.push(...cut(at, Math.min(end, from)));
    inside.push(...cut(Math.max(at, from), Math.min(end, to)));
    after.push(...cut(Math.max(at, to), end));
    at = end;
  }
  if (inside.length === 0 || inside.some((run) => run.mark !== undefined)) return runs;
  const [first] = inside;
  const text = inside.map((run) => run.text).join('');
  return [...before, { ...first!, text, mark }, ...after];
}
