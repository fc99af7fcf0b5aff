import { linePlace } from '../base/place.js';
import type { CellsBlock, GridCell } from '../cells/model.js';
import { evaluationForm } from './evaluations/from-blocks.js';
import type { EvaluationSegment } from './model.js';

interface Draft {
  readonly title: string;
  readonly form: EvaluationSegment['form'];
  readonly year: number | null;
  readonly line: number;
  /** Rows of cells, and lines of running text in a report. */
  readonly blocks: CellsBlock[];
}

/** The performance forms of a page in the notation of `filingFromPage`. */
export class PageEvaluations {
  private readonly drafts: Draft[] = [];
  private open: Draft | null = null;

  /** Takes a title of a form, or a line of the form that is open; false when it is neither. */
  take(raw: string, line: number): boolean {
    const title = /^\s*(整体自评表|自评表|评价报告)\s+(?:(\d{4})年度\s+)?(\S+)\s*$/.exec(raw);
    if (title) {
      const [, kind, declared, name] = title;
      const form = FORMS[kind!]!;
      const said = form === 'evaluation-report' ? /(20\d{2})年/.exec(name!)?.[1] : undefined;
      const year = declared ?? said;
      this.open = {
        ...{ title: name!, form, line, blocks: [] },
        year: year === undefined ? null : Number.parseInt(year, 10),
      };
      this.drafts.push(this.open);
      return true;
    }
    const report = this.open?.form === 'evaluation-report' && !/^\s*叙述(?:\s|$)/.test(raw);
    if (this.open !== null && raw.includes('|')) {
      addRow(this.open.blocks, cellsOf(raw, line));
      return true;
    }
    if (this.open !== null && report) {
      const place = linePlace(line, 0, raw.length, raw);
      this.open.blocks.push({ kind: 'line', text: raw, place });
      return true;
    }
    if (raw.trim() !== '') this.open = null;
    return false;
  }

  segments(): readonly EvaluationSegment[] {
    return this.drafts.map(({ title, form, year, line, blocks }, index) => {
      return {
        id: `e${index + 1}`,
        form,
        title,
        fiscalYear: year,
        place: linePlace(line, 0, title.length, title),
        endLine: line + lengthOf(blocks),
        content: evaluationForm(blocks, form === 'evaluation-report'),
      };
    });
  }
}

const FORMS: Readonly<Record<string, EvaluationSegment['form']>> = {
  整体自评表: 'department-self-evaluation',
  自评表: 'project-self-evaluation',
  评价报告: 'evaluation-report',
};

function addRow(blocks: CellsBlock[], cells: GridCell[]): void {
  const last = blocks.at(-1);
  if (last?.kind === 'grid') blocks[blocks.length - 1] = { ...last, rows: [...last.rows, cells] };
  else blocks.push({ kind: 'grid', rows: [cells], place: cells[0]!.place });
}

function lengthOf(blocks: readonly CellsBlock[]): number {
  return blocks.reduce((sum, block) => sum + (block.kind === 'grid' ? block.rows.length : 1), 0);
}

function cellsOf(raw: string, line: number): GridCell[] {
  const cells: GridCell[] = [];
  let from = 0;
  for (const part of raw.split('|')) {
    const text = part.trim();
    const at = text === '' ? from : from + part.indexOf(text);
    cells.push({ text, place: linePlace(line, at, at + text.length, text) });
    from += part.length + 1;
  }
  return cells;
}
