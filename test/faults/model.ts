import type { Filing } from '../../src/facts/model.js';
import type { CheckResult } from '../../src/findings/model.js';
import type { FormId, Side } from '../../src/forms/model.js';
import type { Appraised } from '../kit/appraisal-document.js';
import type { Random } from '../kit/random.js';

/** A place in a text: 1-based line, half-open offsets. */
export interface Spot {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** A value cell that a fault can be planted in. `cents` are hundredths of the printed unit. */
export interface CellTarget {
  readonly form: FormId;
  readonly side: Side | null;
  readonly key: string;
  readonly columnId: string;
  /** Null where printed blank. */
  readonly value: string | null;
  readonly spot: Spot | null;
}

/** A number of the narrative that a fault can be planted in. */
export interface FigureTarget {
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly kind: 'amount' | 'percentage' | 'count';
  readonly role: string | null;
  readonly spot: Spot;
}

/** Lines of a statutory table, its notes included. */
export interface TableTarget {
  readonly form: FormId;
  readonly title: string;
  readonly empty: boolean;
  readonly first: number;
  readonly last: number;
}

/** An untouched document with what the checker says of it. */
export interface Specimen {
  readonly id: string;
  /** A made document: everything about it is known. */
  readonly made: boolean;
  readonly dialect: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly entity: string;
  readonly fiscalYear: number;
  readonly unit: string;
  readonly cells: readonly CellTarget[];
  readonly figures: readonly FigureTarget[];
  readonly tables: readonly TableTarget[];
  /** First line of the narrative; tables and narrative are told apart by it. */
  readonly narrative: readonly [first: number, last: number];
  /** Findings of the untouched document. */
  readonly baseline: ReadonlySet<string>;
  /** Their identities alone: one whose wording moved with the fault is no new accusation. */
  readonly baselineIds: ReadonlySet<string>;
  readonly baselineUnread: number;
  /** Its performance forms, where it was made with some. */
  readonly appraised?: Appraised;
}

/** One planted fault. */
export interface Fault {
  readonly lines: readonly string[];
  /** Lines of the new text on which a finding about the fault may stand. */
  readonly at: readonly number[];
  /** Lines where a finding is still about the fault, though it does not stand at its place. */
  readonly near?: readonly number[];
  /** The number as it now stands: a finding that names it is about the fault. */
  readonly value?: string;
  /** What was done, for the report. */
  readonly what: string;
  /** False when nothing else in the document contradicts it. */
  readonly revealing: boolean;
}

/** One kind of mistake. `plant` returns null where the document offers no place for it. */
export interface FaultKind {
  readonly id: string;
  /** It damages the reading; noticing it as unread counts too. */
  readonly reading?: boolean;
  /** Nothing stands at the place any more: only detection is asked for. */
  readonly unlocated?: boolean;
  /** Warnings too must be about the fault. */
  readonly strict?: boolean;
  readonly plant: (specimen: Specimen, rng: Random) => Fault | null;
}

export interface Checker {
  readonly read: (file: string, text: string) => Filing;
  readonly check: (filing: Filing) => CheckResult;
}

/** What became of the faults of one kind. */
export interface Tally {
  readonly kind: string;
  planted: number;
  detected: number;
  located: number;
  cascade: number;
  falsely: number;
  /** Faults that nothing in the document reveals, and how many drew a finding all the same. */
  hidden: number;
  hiddenNoticed: number;
  crashed: number;
  readonly missed: string[];
  readonly accused: string[];
}
