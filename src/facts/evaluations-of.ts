import type { CellsDocument } from '../cells/model.js';
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
  const {
    from: _from,
    to: _to,
    ...report
  } = segmentOf(document.blocks, 0, document.blocks.length - 1, 1, 'report');
  const forms = found.evaluations.filter(({ title }) => title !== '');
  return [report, ...forms].map((segment, i) => ({ ...segment, id: `e${i + 1}` }));
}
