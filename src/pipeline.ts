import { cellsFromText } from './cells/from-text.js';
import type { CellsDocument, ReadFailure } from './cells/model.js';
import { filingFromCells } from './facts/from-cells.js';
import { Lookup } from './facts/lookup.js';
import type { Filing } from './facts/model.js';
import { check } from './findings/check.js';
import type { CheckResult } from './findings/model.js';
import { readCells } from './readers/read.js';
import type { ReadContext } from './readers/reader.js';

/** A document as read: what it says, and the cells that say it, with the way back to the file. */
export interface Reading {
  readonly filing: Filing;
  readonly cells: CellsDocument;
}

/** Reads one document, whatever it is; says why when it cannot. `file` is its path in messages. */
export async function readDocument(
  file: string,
  bytes: Uint8Array,
  context?: ReadContext,
): Promise<Reading | ReadFailure> {
  const cells = await readCells(file, bytes, context);
  return 'code' in cells ? cells : { filing: filingFromCells(cells), cells };
}

/** Reads a document that is text already. */
export function readText(file: string, text: string, encoding = 'utf-8'): Filing {
  return filingFromCells(cellsFromText(file, text, encoding));
}

/**
 * Checks a final account, against its budget and last year's account where those are given. Nothing
 * is checked in a document of another kind.
 */
export function checkFiling(filing: Filing, references: readonly Filing[] = []): CheckResult {
  return check(filing, {
    budget: lookupOf(references.find(({ kind }) => kind === 'budget')),
    lastYear: lookupOf(
      references.find(
        ({ kind, fiscalYear }) =>
          kind === 'final-account' &&
          fiscalYear !== null &&
          filing.fiscalYear !== null &&
          fiscalYear === filing.fiscalYear - 1,
      ),
    ),
  });
}

function lookupOf(filing: Filing | undefined): Lookup | null {
  return filing === undefined ? null : new Lookup(filing);
}
