import type { Account } from '../accounts/model.js';
import type { EvaluationSegment, Filing, Unread } from '../facts/model.js';
import { publishedEvaluation } from './evaluation-table.js';
import type { Reworded } from './visible-wording.js';
import { CARRIED, formByHand } from './visible-words.js';

/**
 * The account that a document carries with its performance forms as they are printed: one that
 * somebody changed by hand stands before the one that is carried, and is named.
 */
export function visibleForms(account: Account, filing: Filing): Reworded {
  const notices: Unread[] = [];
  const evaluations = account.evaluations.map((carried) => {
    const printed = printedOf(carried, account, filing);
    if (printed === undefined || contentOf(printed) === contentOf(carried)) return carried;
    const { title, place } = printed;
    notices.push({ what: CARRIED, why: formByHand(title), place });
    return { ...printed, id: carried.id };
  });
  return { account: { ...account, evaluations }, notices };
}

/** The same form in the document: by its turn where none was added or taken out, else by name. */
function printedOf(
  carried: EvaluationSegment,
  { evaluations }: Account,
  filing: Filing,
): EvaluationSegment | undefined {
  // A report is a document of its own, of which only the table is printed.
  if (carried.form === 'evaluation-report') return undefined;
  const alike = ({ form }: EvaluationSegment) => form === carried.form;
  const [own, printed] = [evaluations.filter(alike), filing.evaluations.filter(alike)];
  if (own.length === printed.length) return printed[own.indexOf(carried)];
  return printed.find(({ title }) => bare(title) === bare(carried.title));
}

/** What a form says, however it is laid out. */
function contentOf(segment: EvaluationSegment): string {
  const { body } = publishedEvaluation({ ...segment, id: '' });
  return body.map((row) => row.map(({ text }) => bare(text)).join('\t')).join('\n');
}

function bare(text: string): string {
  return text.replace(/\s/g, '');
}
