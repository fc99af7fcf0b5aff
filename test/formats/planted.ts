import { KINDS } from '../faults/campaign.js';
import { PROGRAM } from '../faults/checkers.js';
import type { Specimen } from '../faults/model.js';
import { kitSpecimen } from '../faults/specimens.js';
import type { DocumentRequest } from '../kit/document.js';
import { Random } from '../kit/random.js';
import { type RichDocument, withLines } from './rich-document.js';
import { composeRich } from './rich-writer.js';

/** Kinds of mistakes that stay inside a line, each planted once. */
const PLANTED = [
  'digits-transposed',
  'subtotal-changed',
  'code-name-changed',
  'narrative-amount',
  'narrative-share',
  'direction-word',
] as const;

/** An invented account with a few mistakes, none on a line that another one touched. */
export function composeFaulty(request: Omit<DocumentRequest, 'dialect'>): RichDocument {
  const clean = composeRich(request);
  let specimen: Specimen = kitSpecimen({ ...request, dialect: 'tab' }, PROGRAM);
  if (specimen.text !== clean.text) throw new Error('two writers, two texts');
  const rng = new Random(request.seed);
  const touched = new Set<number>();
  for (const id of PLANTED) {
    const kind = KINDS.find((each) => each.id === id)!;
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const fault = kind.plant(specimen, rng);
      if (!fault?.revealing || fault.lines.length !== specimen.lines.length) continue;
      const at = fault.lines.flatMap((line, i) => (line === specimen.lines[i] ? [] : [i + 1]));
      if (at.some((line) => touched.has(line))) continue;
      for (const line of at) touched.add(line);
      specimen = { ...specimen, lines: fault.lines };
      break;
    }
  }
  return { ...withLines(clean, specimen.lines), id: `${clean.id}-faulty` };
}
