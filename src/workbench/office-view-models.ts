import type { Wording } from '../base/wording.js';
import type { Timeliness } from '../portal/routes.js';
import type { Choice, Day } from '../portal/view-models.js';
import type { FileLine, Moment, Role } from './view-models.js';

/** 及时, 完整, 真实, 细化, 形式. */
export const INSPECTIONS = ['timely', 'complete', 'true', 'detailed', 'form'] as const;
export type Inspection = (typeof INSPECTIONS)[number];

export interface RosterView {
  readonly year: number;
  readonly years: readonly number[];
  readonly region: string | null;
  readonly regions: readonly Choice[];
  readonly state: Timeliness | null;
  readonly lines: readonly {
    readonly unit: string;
    readonly code: string;
    readonly filing: string | null;
    readonly state: Timeliness;
    readonly approved: Day | null;
    readonly deadline: Day | null;
    readonly published: Day | null;
    readonly daysLate: number | null;
    readonly reason: string | null;
    /** What the checks came to; null where nobody could say. */
    readonly inspections: Readonly<
      Record<Inspection, { readonly passed: boolean; readonly why: Wording } | null>
    >;
    /** 反馈意见表 of the unit; null where there is nothing to say. */
    readonly feedback: string | null;
  }[];
  /** 通报. */
  readonly circular: FileLine | null;
  /** All feedback forms in one archive. */
  readonly feedbacks: FileLine | null;
  readonly mayEdit: boolean;
}

export interface PeopleView {
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly login: string;
    readonly memberships: readonly {
      readonly role: Role;
      readonly organisation: string | null;
      readonly organisationId: string | null;
    }[];
    readonly disabled: boolean;
    /** Has not chosen a password yet. */
    readonly invited: boolean;
    readonly lastSeen: Moment | null;
  }[];
  readonly organisations: readonly Choice[];
  /** The roles that the person at the desk may give. */
  readonly roles: readonly Role[];
  /** A link that was just made, shown once. */
  readonly link: { readonly name: string; readonly href: string; readonly until: Moment } | null;
}
