import type { ReadFailure } from '../cells/model.js';
import type { Filing } from '../facts/model.js';
import type { Lang } from '../pages/model.js';
import { readDocument } from '../pipeline.js';
import { expandInputs } from './inputs.js';
import type { ReferenceNote } from './json.js';
import { failureMessage, sentence } from './messages.js';
import { writeTo } from './output.js';
import { readBytes } from './read-bytes.js';

/** Says on standard error which references serve; what cannot serve is left out. */
export async function nameReferences(
  paths: readonly string[],
  lang: Lang,
): Promise<{ readonly files: readonly string[]; readonly failed: boolean }> {
  const files: string[] = [];
  let failed = false;
  for (const { file, failure } of await expandInputs(paths)) {
    const reference = failure ?? (await readReference(file));
    if ('code' in reference) {
      failed = true;
      const why = failureMessage(lang, file, reference);
      await writeTo(process.stderr, `${sentence(lang, 'referenceFailed', why)}\n`);
    } else if (isReference(reference)) {
      files.push(file);
      const what = [reference.entity, reference.fiscalYear, kindName(lang, reference.kind)];
      const about = what.filter((word) => word !== null).join(' ');
      await writeTo(process.stderr, `${sentence(lang, 'referenceUsed', file, about)}\n`);
    } else {
      await writeTo(process.stderr, `${sentence(lang, 'referenceIgnored', file)}\n`);
    }
  }
  return { files, failed };
}

function kindName(lang: Lang, kind: string): string {
  return sentence(lang, kind === 'budget' ? 'kindBudget' : 'kindFinalAccount');
}

/** References are the same for the whole run, so each thread reads them once. */
const known = new Map<string, Promise<readonly Filing[]>>();

/** The documents to hold others against, read. */
export function referencesOf(files: readonly string[]): Promise<readonly Filing[]> {
  const key = files.join('\0');
  let filings = known.get(key);
  if (filings === undefined) {
    filings = readReferences(files);
    known.set(key, filings);
  }
  return filings;
}

async function readReferences(files: readonly string[]): Promise<readonly Filing[]> {
  const filings: Filing[] = [];
  for (const file of files) {
    const filing = await readReference(file);
    if (!('code' in filing)) filings.push(filing);
  }
  return filings;
}

/** A document to hold others against, or why it cannot serve. */
async function readReference(file: string): Promise<Filing | ReadFailure> {
  const bytes = await readBytes(file);
  if ('code' in bytes) return bytes;
  const reading = await readDocument(file, bytes);
  return 'code' in reading ? reading : reading.filing;
}

/** Whether a document can be held against: a budget or a final account. */
function isReference(filing: Filing): boolean {
  return filing.kind === 'budget' || filing.kind === 'final-account';
}

/** What a check says of a reference. */
export function noteOf({ file, kind, entity, fiscalYear }: Filing): ReferenceNote {
  return { file, kind, entity, fiscalYear };
}
