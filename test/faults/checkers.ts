import { checkFiling, readText } from '../../src/pipeline.js';
import type { Checker } from './model.js';

/** The program itself. */
export const PROGRAM: Checker = { read: readText, check: (filing) => checkFiling(filing) };

/** The canary: it reads everything and objects to nothing, so it must score nothing. */
export const CANARY: Checker = {
  read: readText,
  check: () => ({
    rules: { holds: 0, roundingConsistent: 0, fails: 0, undecided: 0, notApplicable: 0 },
    findings: [],
    undecided: [],
  }),
};
