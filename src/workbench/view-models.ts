import type { Wording } from '../base/wording.js';
import type { Theme } from '../portal/routes.js';
import type { Choice, Day, Digits, Lang } from '../portal/view-models.js';
import type { Severity } from '../rules/model.js';
import type { BodyStart, BodyView } from './office-view-models.js';

/** What somebody is: as the store's memberships have it. */
export const ROLES = ['accountant', 'reviewer', 'bureau', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** The workflow of a filing, in order; `corrected` is published anew. */
export const STATES = [
  ...(['draft', 'sent-back', 'checked', 'secrecy-reviewed', 'signed', 'approved'] as const),
  ...(['published', 'corrected'] as const),
] as const;
export type FilingState = (typeof STATES)[number];

/** A moment: "2024-09-18T09:30:00.000Z". */
export type Moment = string;

/** Who is at the desk. */
export interface Person {
  readonly name: string;
  readonly login: string;
  readonly roles: readonly Role[];
  /** Null for somebody of the whole installation. */
  readonly organisation: string | null;
  /** The one user of this machine, who has not chosen a password. */
  readonly passwordless: boolean;
}

/** What was just done, shown once above the page. */
export interface Flash {
  readonly tone: 'good' | 'warning' | 'error';
  readonly text: Wording;
}

/** A form that was refused: what was typed is filled in again, and the fault is said beside it. */
export interface Refusal {
  /** Where the form goes. */
  readonly path: string;
  /** By the names of its fields; never a password or a file. */
  readonly typed: Readonly<Record<string, string>>;
  /** The field at fault; null: the whole. */
  readonly field: string | null;
  readonly why: Wording;
}

/** What every page needs to know of the request. */
export interface Desk {
  /** 示例市: what the installation covers. */
  readonly place: string;
  /** `/assets/${WORKBENCH_STYLE_NAME}`. */
  readonly style: string;
  readonly lang: Lang;
  readonly theme: Theme;
  /** Path and query of this page. */
  readonly here: string;
  /** Against forged requests: in every form. */
  readonly token: string;
  /** Null before signing in. */
  readonly person: Person | null;
  readonly flash: Flash | null;
  /** The form that led here and was refused. */
  readonly refusal: Refusal | null;
}

export interface SignInView {
  readonly login: string;
  readonly failed: 'wrong' | 'too-often' | 'disabled' | 'expired' | null;
  /** A path of this site to go on to. */
  readonly next: string;
  /** Whoever looks after the installation. */
  readonly contact: string | null;
  /** Whether anybody could sign in: false until somebody has set it up. */
  readonly ready: boolean;
}

/** The first run, or somebody who was invited: both choose a password by a link that works once. */
export interface WelcomeView {
  readonly kind: 'set-up' | 'invitation';
  /** Part of the link. */
  readonly link: string;
  /** Name and login of the account that is there already, which stay; null: a new one. */
  readonly known: { readonly name: string; readonly login: string } | null;
  /** Whether invented data can be filled in to try things out. */
  readonly example: boolean;
}

export interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  /** Parts that could not be read, and statutory tables that are not there: absent is none. */
  readonly unread?: number;
  readonly lacking?: number;
}

/** A filing in a list. */
export interface FilingLine {
  readonly id: string;
  readonly unit: string;
  readonly year: number;
  readonly kind: Wording;
  readonly state: FilingState;
  /** Null where nothing was checked yet. */
  readonly counts: Counts | null;
  /** What somebody has to do now, and whether it is the one who looks. */
  readonly next: { readonly text: Wording; readonly mine: boolean };
  readonly deadline: Day | null;
  readonly changed: Moment;
}

export interface WorkView {
  readonly filings: readonly FilingLine[];
  /** Units for which the person may begin something; empty: none. */
  readonly units: readonly Choice[];
  /** Whether a body that is not here yet may be begun with its name. */
  readonly mayAdd: boolean;
  readonly editions: readonly Choice[];
  readonly years: readonly number[];
  /** Formats that are read, as a file field takes them: .docx,.pdf. */
  readonly accepts: string;
  /** The largest file in bytes. */
  readonly most: number;
}

export interface FilingHead {
  readonly id: string;
  readonly unit: string;
  readonly year: number;
  readonly kind: Wording;
  readonly state: FilingState;
  /** The version that is shown; null where nothing was handed in. */
  readonly version: number | null;
  readonly newest: number | null;
  readonly deadline: Day | null;
}

/** What the person may do with this filing, decided by the server. */
export interface FilingRights {
  readonly edit: boolean;
  readonly upload: boolean;
  readonly waive: boolean;
  readonly decide: boolean;
  readonly reply: boolean;
  readonly comment: boolean;
}

export interface FindingView {
  readonly id: string;
  /** As the reader knows it and the marks in the source have it. */
  readonly number: number;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Wording;
  readonly remedy: Wording;
  /** The cell that explains it best, or other ways to make it agree, best first. */
  readonly explanations: readonly Wording[];
  readonly basis: Wording;
  readonly places: readonly {
    /** 第 3 页 · 收入决算表“合计”本年收入: in the language of the desk. */
    readonly text: string;
    /** Id of its mark in the source; null where it is not shown. */
    readonly mark: string | null;
  }[];
  /** Findings that follow from it. */
  readonly following: readonly { readonly message: Wording; readonly severity: Severity }[];
  readonly change: 'new' | 'stays';
  readonly waiver: {
    readonly id: string;
    readonly reason: string;
    readonly until: Day | null;
    readonly by: string;
  } | null;
  readonly verdict: {
    readonly id: string;
    readonly kind: 'right' | 'fault';
    readonly reason: string;
    readonly by: string;
    readonly year: number;
  } | null;
  readonly reply: { readonly text: string; readonly by: string; readonly on: Day } | null;
  readonly comments: readonly CommentView[];
}

export interface CommentView {
  readonly id: string;
  readonly text: string;
  readonly by: string;
  readonly at: Moment;
  readonly resolved: boolean;
}

/** A mark in a document: the finding's number leads back to it. */
export interface SourceMark {
  readonly id: string;
  readonly finding: number;
  readonly tone: Severity;
}

/** The document beside its findings. */
export interface SourceView {
  readonly file: string;
  /** Pages as pictures, where the file has pages; only those with marks need be there. */
  readonly pages: readonly {
    readonly number: number;
    /** Address of the picture. */
    readonly image: string;
    /** In points, as the boxes are. */
    readonly width: number;
    readonly height: number;
    readonly marks: readonly (SourceMark & {
      readonly box: readonly [left: number, top: number, right: number, bottom: number];
    })[];
  }[];
  /** Lines of text, a row of a table with tabs; marks as half-open UTF-16 offsets. */
  readonly lines: readonly {
    readonly number: number;
    readonly text: string;
    readonly marks: readonly (SourceMark & { readonly from: number; readonly to: number })[];
  }[];
}

/** A step that was taken. */
export interface StepView {
  readonly state: FilingState;
  readonly by: string;
  readonly at: Moment;
  readonly version: number | null;
  /** 批复文号. */
  readonly documentNumber: string | null;
  readonly day: Day | null;
  readonly note: string;
  /** Why a version with gaps was published, and which they were. */
  readonly gaps?: { readonly word: Wording | null; readonly reason: string };
  readonly addresses: readonly string[];
}

/** A step that may be taken now by this person; `why` says what stands in the way, if anything. */
export interface StepChoice {
  readonly to: FilingState;
  readonly why: Wording | null;
  /** What is not in it, which takes a reason of its own to be published; absent is nothing. */
  readonly gaps?: Wording | null;
}

export interface FileLine {
  readonly name: string;
  readonly format: string;
  readonly bytes: number;
  readonly href: string;
}

export interface NeedLine {
  readonly id: string;
  readonly label: string;
  readonly where: string;
  readonly required: boolean;
  readonly state: 'given' | 'to-review' | 'missing';
  readonly text: string;
  readonly note: string;
  readonly unit: string | null;
  readonly options: readonly string[] | null;
  readonly long: boolean;
}

export interface FilingView {
  readonly head: FilingHead;
  readonly rights: FilingRights;
  readonly findings: readonly FindingView[];
  /** Those of the version before that are gone. */
  readonly gone: readonly { readonly message: Wording; readonly severity: Severity }[];
  /** Null: nothing was handed in. */
  readonly source: SourceView | null;
  readonly steps: readonly StepView[];
  readonly choices: readonly StepChoice[];
  readonly needs: readonly NeedLine[];
  readonly files: readonly FileLine[];
  /** What can be made of it: Word, Excel, PDF, web page, data. */
  readonly downloads: readonly FileLine[];
  readonly comments: readonly CommentView[];
  /** Newest first. */
  readonly versions: readonly {
    readonly number: number;
    readonly at: Moment;
    readonly by: string;
    readonly counts: Counts;
  }[];
  /** What nobody could read, so that nothing is said of it. */
  readonly unread: readonly string[];
  /** Titles of statutory tables that were not found; absent is none. */
  readonly lacking?: readonly string[];
  /** Whether last year's account is at hand. */
  readonly lastYear: boolean;
  /** What is being typed and was not handed in; null: nobody types. */
  readonly draft: {
    readonly counter: string;
    readonly by: string;
    readonly at: Moment;
    /** The version from which it was opened; null: from a blank. */
    readonly basedOn: number | null;
  } | null;
  /** The publication as it will look; null where nothing can be made of it. */
  readonly preview: string | null;
  /** What a correction changed, for everybody; null where nothing was corrected. */
  readonly changes: string | null;
}

/** This year beside last year. */
export interface YearsView {
  readonly head: FilingHead;
  readonly priorYear: number;
  readonly unit: string;
  readonly tables: readonly {
    readonly title: string;
    readonly rows: readonly {
      readonly item: string;
      readonly column: string;
      readonly now: Digits | null;
      readonly prior: Digits | null;
      readonly difference: Digits | null;
      /** In per cent, one decimal. */
      readonly rate: Digits | null;
    }[];
  }[];
}

export interface QueueView {
  readonly filings: readonly FilingLine[];
  readonly total: number;
  readonly filter: QueueFilter;
  readonly regions: readonly Choice[];
  readonly years: readonly number[];
  /** Address of the next page; null on the last. */
  readonly next: string | null;
}

export interface QueueFilter {
  readonly text: string;
  readonly region: string | null;
  readonly year: number | null;
  readonly state: FilingState | null;
  readonly severity: 'error' | 'warning' | null;
  /** Only what waits for this person. */
  readonly mine: boolean;
}

export interface UploadView {
  readonly years: readonly number[];
  readonly accepts: string;
  /** The largest file, and all files of one upload together, in bytes. */
  readonly most: number;
  readonly mostTogether: number;
  /** Uploads of this person, newest first. */
  readonly batches: readonly BatchCounts[];
}

/** How far an upload is. */
export interface BatchCounts {
  readonly id: string;
  readonly at: Moment;
  /** Done or failed. */
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  /** Of those that failed: how many a choice would mend. */
  readonly asking: number;
}

export interface BatchView extends BatchCounts {
  readonly files: readonly {
    readonly id: string;
    readonly name: string;
    readonly state: 'waiting' | 'running' | 'done' | 'failed';
    /** Who and which year it was found to be of; null until it is read. */
    readonly filing: { readonly id: string; readonly name: string } | null;
    /** The same file was there before, and no version was made. */
    readonly known: boolean;
    readonly counts: Counts | null;
    /** Why it could not be taken. */
    readonly why: Wording | null;
    /** What a person is asked; null where a choice mends nothing. */
    readonly asks: {
      readonly unit: boolean;
      readonly year: boolean;
      /** What is filled in to begin with. */
      readonly likely: string;
      readonly likelyYear: number | null;
      /** The body it names, which is not here and may be added; null: none. */
      readonly fresh: string | null;
    } | null;
  }[];
  /** The file whose body is being added, and the form for it; null: none. */
  readonly adding: (BodyView & { readonly file: string; readonly start: BodyStart }) | null;
  /** Names that may be chosen; empty while nothing is asked. */
  readonly units: readonly string[];
  readonly years: readonly number[];
}
