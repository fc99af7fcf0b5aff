import type { Finding } from '../../src/findings/model.js';
import { Random } from '../kit/random.js';
import { CELL_KINDS, ROW_KINDS } from './kinds-of-cells.js';
import { NARRATIVE_KINDS } from './kinds-of-narrative.js';
import { TEXT_KINDS } from './kinds-of-text.js';
import type { Checker, Fault, FaultKind, Specimen, Tally } from './model.js';
import { findingKey } from './specimens.js';

export const KINDS: readonly FaultKind[] = [
  ...CELL_KINDS,
  ...ROW_KINDS,
  ...NARRATIVE_KINDS,
  ...TEXT_KINDS,
];

/** What a checker said about one planted fault. */
interface Outcome {
  readonly detected: boolean;
  readonly located: boolean;
  /** Further new errors about the fault, not folded under the first. */
  readonly cascade: number;
  /** New errors that have no place at the fault. */
  readonly unrelated: readonly Finding[];
}

/** Plants `each` faults of every kind in every specimen, one at a time. */
export function runCampaign(
  specimens: readonly Specimen[],
  checker: Checker,
  each: number,
  kinds: readonly FaultKind[] = KINDS,
): Tally[] {
  return kinds.map((kind) => {
    const tally = emptyTally(kind.id);
    for (const specimen of specimens) {
      const rng = new Random(seedOf(`${specimen.id}/${kind.id}`));
      const tried = new Set<string>();
      for (let i = 0; i < each; i += 1) {
        const fault = kind.plant(specimen, rng);
        if (fault === null || tried.has(fault.what)) continue;
        tried.add(fault.what);
        record(tally, kind, specimen, fault, checker);
      }
    }
    return tally;
  });
}

function emptyTally(kind: string): Tally {
  return {
    kind,
    planted: 0,
    detected: 0,
    located: 0,
    cascade: 0,
    falsely: 0,
    hidden: 0,
    hiddenNoticed: 0,
    crashed: 0,
    missed: [],
    accused: [],
  };
}

function record(
  tally: Tally,
  kind: FaultKind,
  specimen: Specimen,
  fault: Fault,
  checker: Checker,
): void {
  let outcome: Outcome;
  try {
    outcome = examine(kind, specimen, fault, checker);
  } catch (error) {
    tally.crashed += 1;
    tally.missed.push(`${specimen.id}: ${fault.what}: ${String(error)}`);
    return;
  }
  if (outcome.unrelated.length > 0) {
    const [first] = outcome.unrelated;
    tally.falsely += outcome.unrelated.length;
    tally.accused.push(`${specimen.id}: ${fault.what}: ${first!.rule} ${first!.message.zh}`);
  }
  if (!fault.revealing) {
    tally.hidden += 1;
    if (outcome.detected) tally.hiddenNoticed += 1;
    return;
  }
  tally.planted += 1;
  if (outcome.detected) tally.detected += 1;
  else tally.missed.push(`${specimen.id}: ${fault.what}`);
  if (outcome.located) tally.located += 1;
  tally.cascade += outcome.cascade;
}

function examine(kind: FaultKind, specimen: Specimen, fault: Fault, checker: Checker): Outcome {
  const filing = checker.read(specimen.id, fault.lines.join('\n'));
  const roots = checker
    .check(filing)
    .findings.filter((f) => f.cause === null && !specimen.baseline.has(findingKey(f)));
  const unread = kind.reading === true && filing.unread.length > specimen.baselineUnread;
  const stands = (finding: Finding, lines: readonly number[]) =>
    finding.places.some(({ line }) => line !== null && lines.includes(line));
  const touches = (finding: Finding) =>
    kind.unlocated === true ||
    stands(finding, fault.at) ||
    stands(finding, fault.near ?? []) ||
    (fault.value !== undefined && digitsOf(finding.message.zh).includes(fault.value));
  const grave = kind.strict === true ? ['error', 'warning'] : ['error'];
  const errors = roots.filter(({ severity }) => grave.includes(severity));
  const unrelated = errors.filter(
    (finding) => !touches(finding) && !specimen.baselineIds.has(finding.id),
  );
  return {
    detected: roots.length > 0 || unread,
    located:
      unread ||
      (kind.unlocated === true
        ? roots.length > 0
        : roots.some((finding) => stands(finding, fault.at))),
    cascade: kind.unlocated === true ? 0 : Math.max(0, errors.length - unrelated.length - 1),
    unrelated,
  };
}

/** Without thousands separators. */
function digitsOf(text: string): string {
  return text.replace(/(?<=\d),(?=\d)/g, '');
}

/** FNV-1a, so that a specimen always draws the same faults. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/** Sums of all kinds. */
export function totalOf(tallies: readonly Tally[]): Tally {
  const total = emptyTally('total');
  for (const tally of tallies) {
    total.planted += tally.planted;
    total.detected += tally.detected;
    total.located += tally.located;
    total.cascade += tally.cascade;
    total.falsely += tally.falsely;
    total.hidden += tally.hidden;
    total.hiddenNoticed += tally.hiddenNoticed;
    total.crashed += tally.crashed;
  }
  return total;
}
