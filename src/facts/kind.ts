import type { CellsDocument } from '../cells/model.js';
import type { DocumentKind, FormFact } from './model.js';
import type { FoundTables } from './tables/find-tables.js';

/** How many statutory tables make a document a final account even without a title that says so. */
const ENOUGH_FORMS = 3;

/**
 * Says what kind of document it is. Nothing is checked in a budget, a blank template or something
 * unknown, so doubt ends in those.
 */
export function recogniseKind(
  document: CellsDocument,
  forms: readonly FormFact[],
  found: FoundTables,
): DocumentKind {
  const head = headText(document);
  const settled = count(head, /决算/g);
  const budgeted = count(head, /预算/g);
  if (budgeted > 0 && settled === 0 && /\d{4}\s*年度?.{0,30}预算/.test(head)) return 'budget';
  const filled = forms.some((form) => form.cells.some(({ value }) => value !== null));
  if (forms.length >= ENOUGH_FORMS || (forms.length > 0 && settled > 0)) {
    return filled || !looksBlank(document) ? 'final-account' : 'template';
  }
  if (found.evaluations.length > 0 || /绩效.{0,12}(?:自评|评价)/.test(head))
    return 'performance-report';
  if (settled >= 2 && /\d{4}\s*年度?.{0,20}决算/.test(head)) return 'final-account';
  return 'unknown';
}

/** The first lines: cover, title, contents. */
function headText(document: CellsDocument): string {
  const lines: string[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'line') lines.push(block.text);
    if (lines.length >= 40) break;
  }
  return lines.join('\n');
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Placeholders where a name, a year or an amount should be. */
function looksBlank(document: CellsDocument): boolean {
  let marks = 0;
  for (const block of document.blocks) {
    if (block.kind !== 'line') continue;
    marks += count(
      block.text,
      /[×xX＊*]{2,}|_{3,}|＿{2,}|…{2,}|（单位名称）|\(单位名称\)|填报说明|填表说明/g,
    );
    if (marks >= 5) return true;
  }
  return false;
}
