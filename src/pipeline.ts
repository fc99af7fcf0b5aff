import { type EmbeddedAccount, embeddedAccount, type JudgedAccount } from './accounts/embedded.js';
import { withPrintedCells } from './accounts/printed-cells.js';
import { cellsFromText } from './cells/from-text.js';
import { locator } from './cells/locate.js';
import type { CellsDocument, ReadFailure } from './cells/model.js';
import { seenFromElsewhere } from './facts/elsewhere.js';
import { filingFromCells } from './facts/from-cells.js';
import type { Filing } from './facts/model.js';
import { check } from './findings/check.js';
import type { CheckResult } from './findings/model.js';
import { chooseReferences, lookupsOf } from './findings/references-for.js';
import { visibleForms } from './publications/visible-forms.js';
import { visibleWording } from './publications/visible-wording.js';
import { readCells } from './readers/read.js';
import type { ReadContext } from './readers/reader.js';

/** A document as read: what it says, and the cells that say it, with the way back to the file. */
export interface Reading {
  readonly filing: Filing;
  readonly cells: CellsDocument;
  /**
   * The exact account that the file carries, with what somebody changed as it is printed: notices
   * of the filing tell where. Null where it is not relied on, absent where the file carries none.
   */
  readonly carried?: JudgedAccount;
}

/** Reads one document, whatever it is; says why when it cannot. `file` is its path in messages. */
export async function readDocument(
  file: string,
  bytes: Uint8Array,
  context?: ReadContext,
): Promise<Reading | ReadFailure> {
  const cells = await readCells(file, bytes, context);
  return 'code' in cells ? cells : readingOf(cells);
}

function readingOf(cells: CellsDocument): Reading {
  const filing = filingFromCells(cells);
  if (cells.embedded == null) return { filing, cells };
  const editable = cells.format !== 'pdf';
  const carried = asPrinted(embeddedAccount(cells.embedded, filing, editable), filing, cells);
  if (carried.notices.length === 0) return { filing, cells, carried };
  const notices = [...(filing.notices ?? []), ...carried.notices];
  return { filing: { ...filing, notices }, cells, carried };
}

/** With the wording, the performance forms and the cells that somebody changed as printed. */
function asPrinted(
  { account, notices, changed }: EmbeddedAccount,
  filing: Filing,
  { format, lines }: CellsDocument,
): JudgedAccount {
  // Nobody writes in a PDF, and its sentences are put together from what is drawn.
  if (account === null || format === 'pdf') return { account, notices };
  // Sentences were written from the cells as they are carried.
  const reworded = visibleWording(account, filing, lines);
  const forms = visibleForms(reworded.account, filing);
  return {
    account: withPrintedCells(forms.account, changed),
    notices: [...notices, ...reworded.notices, ...forms.notices],
  };
}

/** Reads a document that is text already. */
export function readText(file: string, text: string, encoding = 'utf-8'): Filing {
  return filingFromCells(cellsFromText(file, text, encoding));
}

/**
 * Checks a final account, against its own budget and last year's account where those are among the
 * references. Nothing is checked in a document of another kind.
 */
export function checkFiling(filing: Filing, references: readonly Filing[] = []): CheckResult {
  return check(filing, lookupsOf(chooseReferences(filing, references)));
}

/** Those of the references that a document is held against. */
export function referencesFor(filing: Filing, references: readonly Filing[]): readonly Filing[] {
  const { budget, lastYear, units, approved } = chooseReferences(filing, references);
  return [budget, lastYear, approved, ...units].filter((reference) => reference !== null);
}

/** A document as others are held against it: its places name its file. */
export function asReference({ filing, cells }: Reading): Filing {
  const locate = locator(cells);
  return seenFromElsewhere(filing, (place) => {
    const line = cells.spans === null && place.line !== null ? { line: place.line } : {};
    return locate(place) ?? line;
  });
}
