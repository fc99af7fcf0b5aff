import { failureMessage } from '../contract/failure-message.js';
import type { Filing } from '../facts/model.js';
import { expandInputs } from './inputs.js';
import type { JobContext, JobSettings } from './job.js';
import { sentence } from './messages.js';
import { writeTo } from './output.js';
import { referenceWorkshop } from './workshop.js';

/** Documents to hold others against, read once for the run. */
export interface References {
  readonly filings: readonly Filing[];
  /** Where they stand on this machine: none of it is written over. */
  readonly paths: readonly string[];
  /** Something named as a reference could not be read. */
  readonly failed: boolean;
}

/** Says on standard error which references serve; what cannot serve is left out. */
export async function readReferences(
  paths: readonly string[],
  settings: JobSettings,
  jobs: number,
): Promise<References> {
  const { lang, limits } = settings;
  const inputs = await expandInputs(paths, limits);
  const context: JobContext = { settings, references: [], roster: null };
  const workshop = referenceWorkshop(inputs, context, jobs);
  const filings: Filing[] = [];
  let failed = false;
  try {
    const all = inputs.map((input) => workshop.run(input));
    for (const [index, reading] of all.entries()) {
      const { file } = inputs[index]!;
      const reference = await reading;
      if ('code' in reference) {
        failed = true;
        const why = failureMessage(lang, file, reference);
        await writeTo(process.stderr, `${sentence(lang, 'referenceFailed', why)}\n`);
      } else if (isReference(reference)) {
        filings.push(reference);
        const what = [reference.entity, reference.fiscalYear, kindName(lang, reference.kind)];
        const about = what.filter((word) => word !== null).join(' ');
        await writeTo(process.stderr, `${sentence(lang, 'referenceUsed', file, about)}\n`);
      } else {
        await writeTo(process.stderr, `${sentence(lang, 'referenceIgnored', file)}\n`);
      }
    }
  } finally {
    await workshop.close();
  }
  return { filings, paths: inputs.map(({ path }) => path), failed };
}

function kindName(lang: JobSettings['lang'], kind: string): string {
  return sentence(lang, kind === 'budget' ? 'kindBudget' : 'kindFinalAccount');
}

/** Whether a document can be held against: a budget or a final account. */
function isReference(filing: Filing): boolean {
  return filing.kind === 'budget' || filing.kind === 'final-account';
}
