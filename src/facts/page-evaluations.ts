import { linePlace } from '../base/place.js';
import type { GridCell } from '../cells/model.js';
import { evaluationForm } from './evaluations/from-blocks.js';
import type { EvaluationSegment } from './model.js';

interface Draft {
  readonly title: string;
  readonly whole: boolean;
  readonly year: number | null;
  readonly line: number;
  readonly rows: GridCell[][];
}

/** The performance forms of a page in the notation of `filingFromPage`. */
export class PageEvaluations {
  private readonly drafts: Draft[] = [];
  private open = false;

  /** Takes a title of a form, or a row of the form that is open; false when it is neither. */
  take(raw: string, line: number): boolean {
    const title = /^\s*(整体)?自评表\s+(?:(\d{4})年度\s+)?(\S+)\s*$/.exec(raw);
    if (title) {
      const [, whole, year, name] = title;
      this.drafts.push({
        ...{ title: name!, whole: whole !== undefined, line, rows: [] },
        year: year === undefined ? null : Number.parseInt(year, 10),
      });
      this.open = true;
      return true;
    }
    if (this.open && raw.includes('|')) {
      this.drafts[this.drafts.length - 1]!.rows.push(cellsOf(raw, line));
      return true;
    }
    if (raw.trim() !== '') this.open = false;
    return false;
  }

  segments(): readonly EvaluationSegment[] {
    return this.drafts.map(({ title, whole, year, line, rows }, index) => {
      const place = linePlace(line, 0, title.length, title);
      return {
        id: `e${index + 1}`,
        form: whole ? 'department-self-evaluation' : 'project-self-evaluation',
        title,
        fiscalYear: year,
        place,
        endLine: line + rows.length,
        content: evaluationForm(rows.length === 0 ? [] : [{ kind: 'grid', rows, place }]),
      };
    });
  }
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
