import type { Wording } from '../base/wording.js';
import type { Timeliness } from '../portal/routes.js';
import type { Choice, Completion, Day } from '../portal/view-models.js';
import type { Inspection } from '../rules/inspections.js';
import type { FileLine, FilingHead, Moment, Role } from './view-models.js';

/** What the checks came to; `passed` is null where nobody can say yet. */
export interface Inspected {
  readonly passed: boolean | null;
  readonly why: Wording;
}

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
    readonly inspections: Readonly<Record<Inspection, Inspected>>;
    /** 反馈意见表 of the unit; null where there is nothing to say. */
    readonly feedback: string | null;
  }[];
  /** How many stand where, whatever state is asked for. */
  readonly completion: Completion;
  /** The page of the 通报; null where the list is empty. */
  readonly circularPage: string | null;
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
  /** Whether nobody can be let in before somebody chose a password here. */
  readonly single: boolean;
  /** A link that was just made, shown once. */
  readonly link: { readonly name: string; readonly href: string; readonly until: Moment } | null;
}

/** Somebody's own account; or what the one user of a machine may make of it. */
export interface AccountView {
  readonly tokens: readonly {
    readonly id: string;
    readonly name: string;
    /** May change something. */
    readonly writes: boolean;
    readonly createdAt: Moment;
    readonly usedAt: Moment | null;
  }[];
  /** A token that was just made, shown once. */
  readonly made: { readonly name: string; readonly secret: string } | null;
}

/** Work that takes a while: a document is read, an account published, a file made. */
export interface Doing {
  readonly kind: 'read' | 'publish' | 'make';
  /** The file, or whose account it is. */
  readonly file: string;
}

/** Work that goes on. */
export interface ReadingView extends Doing {
  /** Since it began. */
  readonly seconds: number;
  /** How far it is; null while nobody can say. */
  readonly progress: { readonly done: number; readonly of: number } | null;
}

/** A file that was made and is there to be saved. */
export interface MadeView {
  readonly file: string;
  readonly href: string;
  readonly back: string;
}

/** A document of which nobody can say by itself whose it is, or of which year. */
export interface UnclearView {
  readonly file: string;
  /** Stands for the document, so that it need not be sent again. */
  readonly held: string;
  readonly why: readonly Wording[];
  /** As the document names it. */
  readonly entity: string;
  readonly asksUnit: boolean;
  readonly asksYear: boolean;
  /** What it meets is public: whether it is to correct that. */
  readonly asksCorrection: boolean;
  /** Whose it is, where that is settled. */
  readonly unit: string | null;
  readonly units: readonly Choice[];
  readonly mayAdd: boolean;
  readonly years: readonly number[];
  readonly year: number | null;
}

export const BODY_LEVELS = ['bureau', 'department', 'unit'] as const;
export type BodyLevel = (typeof BODY_LEVELS)[number];

/** What the form of a new body offers. */
export interface BodyView {
  readonly regions: readonly (Choice & { readonly code: string; readonly depth: number })[];
  /** Bodies below which another may be put. */
  readonly parents: readonly Choice[];
  /** Whether regions, and bodies with none above, may be added. */
  readonly everywhere: boolean;
}

/** What is known of a body before somebody adds it. */
export interface BodyStart {
  readonly name: string;
  readonly code: string;
  readonly level: BodyLevel;
  readonly parent: string | null;
  readonly region: string | null;
}

/** Regions and bodies: whom everything is about. */
export interface BodiesView extends BodyView {
  readonly bodies: readonly {
    readonly id: string;
    readonly name: string;
    readonly code: string | null;
    readonly level: BodyLevel;
    readonly region: string;
    readonly parent: string | null;
    readonly sector: string | null;
  }[];
  readonly total: number;
  readonly text: string;
  /** Address of the next page; null on the last. */
  readonly next: string | null;
}

/** A page that could not be shown. */
export interface ProblemView {
  readonly status: number;
  readonly title: Wording;
  readonly why: Wording;
  readonly request: string;
  readonly contact: string | null;
  /** The page from which somebody came; null: back to the own work. */
  readonly back: string | null;
}

/** The screen on which an account is typed. */
export interface EntryView {
  readonly head: FilingHead;
  /** Of the bundle: the manifest in `dist/web/.vite/manifest.json` has their names. */
  readonly script: string;
  readonly look: string;
  /** `/api/v1/filings/<id>/draft`. */
  readonly draft: string;
  /** Inputs that the steps on the way to publication tell; absent where none do. */
  readonly told?: readonly string[];
  /** Formats of files to load, as a field takes them, and the largest in bytes. */
  readonly accepts: string;
  readonly most: number;
}
