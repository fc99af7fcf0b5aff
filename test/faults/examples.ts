import { composeText } from '../kit/document.js';
import { Random } from '../kit/random.js';
import { KINDS } from './campaign.js';
import type { Checker, Specimen } from './model.js';
import { kitSpecimen } from './specimens.js';

export const EXAMPLE_UNIT = '示例县政务服务中心';
export const CLEAN_FILE = `${EXAMPLE_UNIT}-2023.txt`;
export const DEFECTIVE_FILE = `${EXAMPLE_UNIT}-2023-待核实.txt`;

/** One defect of each, in this order, none on a line that another one touched. */
const DEFECTS = [
  'digits-transposed',
  'subtotal-changed',
  'code-name-changed',
  'narrative-amount',
  'narrative-share',
  'direction-word',
  'template-leftover',
  'punctuation-doubled',
] as const;

const REQUEST = {
  edition: 'shanxi',
  dialect: 'tab',
  year: 2023,
  unit: EXAMPLE_UNIT,
  scenario: { kind: 'institution', severalUnits: false, threePublic: true, balances: false },
} as const;

/** The first seed whose unit does what its name says. */
function exampleSeed(): number {
  for (let seed = 1; seed < 500; seed += 1) {
    const { ledger } = composeText({ ...REQUEST, seed });
    const { theme, threePublic, procurement } = ledger;
    const spends = threePublic.reception.final > 0n && procurement.goods > 0n;
    if (theme.centre === '政务服务中心' && spends) return seed;
  }
  throw new Error('no seed makes the example unit');
}

/** The two example documents, and what was planted in the second. */
export function makeExamples(checker: Checker) {
  const request = { ...REQUEST, seed: exampleSeed() };
  const clean = composeText(request).text;
  const rng = new Random(request.seed);
  const touched = new Set<number>();
  const planted: { readonly what: string; readonly at: readonly number[] }[] = [];
  let specimen: Specimen = kitSpecimen(request, checker);
  for (const id of DEFECTS) {
    const kind = KINDS.find((each) => each.id === id)!;
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const fault = kind.plant(specimen, rng);
      if (!fault?.revealing || fault.lines.length !== specimen.lines.length) continue;
      const at = fault.lines.flatMap((line, i) => (line === specimen.lines[i] ? [] : [i + 1]));
      if (at.some((line) => touched.has(line))) continue;
      for (const line of at) touched.add(line);
      planted.push({ what: fault.what, at });
      specimen = { ...specimen, lines: fault.lines };
      break;
    }
  }
  return { clean, defective: specimen.lines.join('\n'), planted };
}
