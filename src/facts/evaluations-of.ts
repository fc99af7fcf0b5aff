import type { CellsBlock, CellsDocument } from '../cells/model.js';
import { evaluationForm } from './evaluations/from-blocks.js';
import type { DocumentKind, EvaluationSegment } from './model.js';
import { segmentOf } from './tables/evaluations.js';
import type { FoundTables } from './tables/find-tables.js';

/**
 * The performance forms and reports of a document. A document that is nothing but a report is one
 * report; forms with a title of their own inside it stay forms.
 */
export function evaluationsOf(
  found: FoundTables,
  document: CellsDocument,
  kind: DocumentKind,
): EvaluationSegment[] {
  if (kind !== 'performance-report') return [...found.evaluations];
  if (found.evaluations.some(({ form }) => form === 'evaluation-report'))
    return [...found.evaluations];
  const last = document.blocks.length - 1;
  const { from: _from, to: _to, ...report } = segmentOf(document.blocks, 0, last, 1, 'report');
  const forms = found.evaluations.filter(({ title }) => title !== '');
  // What its forms say is theirs.
  const own = document.blocks.filter((block) => !forms.some((form) => isInside(block, form)));
  const whole = { ...report, content: evaluationForm(own, true) };
  return [whole, ...forms].map((segment, i) => ({ ...segment, id: `e${i + 1}` }));
}

function isInside(block: CellsBlock, { place, endLine }: EvaluationSegment): boolean {
  const line = block.place.line ?? 0;
  return line >= (place.line ?? 0) && line <= (endLine ?? 0);
}
