import { comparePlaces, type Place } from '../base/place.js';
import { Lookup } from '../facts/lookup.js';
import type { Filing } from '../facts/model.js';
import { CATALOGUE } from '../rules/catalogue.js';
import type { References, Rule } from '../rules/model.js';
import { type Explained, explainFailures } from './explain.js';
import { findingOf } from './finding.js';
import { doubtInferred } from './inferred.js';
import type { CheckResult, Finding } from './model.js';
import { doubtRecognised } from './recognised.js';
import { runRules } from './run.js';

const NO_REFERENCES: References = { budget: null, lastYear: null };

const NOTHING: CheckResult = {
  rules: { holds: 0, roundingConsistent: 0, fails: 0, undecided: 0, notApplicable: 0 },
  findings: [],
  undecided: [],
};

const SEVERITIES = { error: 0, warning: 1, info: 2 } as const;

/**
 * Says what does not agree in a filing. A document that is neither a final account nor a
 * performance report is not checked at all.
 */
export function check(
  filing: Filing,
  references: References = NO_REFERENCES,
  catalogue: readonly Rule[] = CATALOGUE,
): CheckResult {
  if (filing.kind !== 'final-account' && filing.kind !== 'performance-report') return NOTHING;
  const facts = new Lookup(filing);
  const whole = runRules(catalogue, facts, references);
  const run = doubtInferred(doubtRecognised(whole, filing, references), filing);
  const explained = explainFailures({ facts, references, run });
  const findings = explained.map((each) => findingOf(facts, each));
  return { rules: run.counts, findings: inOrder(explained, findings), undecided: run.undecided };
}

/** Worst first, then as the document goes; what follows from a finding comes right after it. */
function inOrder(explained: readonly Explained[], findings: readonly Finding[]): Finding[] {
  const ids = new Set(findings.map((finding) => finding.id));
  const byCause = new Map<string, Finding[]>();
  const first: Finding[] = [];
  for (const finding of findings) {
    if (finding.cause === null || !ids.has(finding.cause)) first.push(finding);
    else byCause.set(finding.cause, [...(byCause.get(finding.cause) ?? []), finding]);
  }
  const ordered: Finding[] = [];
  const add = (group: readonly Finding[]) => {
    for (const finding of [...group].sort(compareFindings)) {
      ordered.push(finding);
      add(byCause.get(finding.id) ?? []);
    }
  };
  add(first);
  return ordered.length === explained.length ? ordered : findings.slice();
}

const NOWHERE: Place = { page: null, line: null, from: null, to: null, text: null };

function compareFindings(a: Finding, b: Finding): number {
  const severity = SEVERITIES[a.severity] - SEVERITIES[b.severity];
  if (severity !== 0) return severity;
  const place = comparePlaces(a.places[0] ?? NOWHERE, b.places[0] ?? NOWHERE);
  return place !== 0 ? place : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
