import type { Wording } from '../base/wording.js';
import type { Lang } from '../pages/model.js';
import type { Store } from '../store/open.js';
import type { Caller } from './caller.js';
import type { Action } from './rights.js';
import type { Static, TSchema } from './schema.js';
import type { Desk } from './services/desk.js';
import type { SiteReader } from './services/site.js';

/** What the right of a route is about. */
export type Target =
  /** No organisation in particular: what is listed, the handler keeps within the caller's reach. */
  | 'anything'
  /** The whole installation: only for those who have their role everywhere. */
  | 'everything'
  /** The organisation or the filing that the path names. */
  | 'organisation'
  | 'filing'
  /** The organisation that the body names. */
  | 'body';

/** Which right a route needs; a route that declares none does not start. */
export interface Right {
  readonly action: Action;
  readonly on: Target;
}

/** A file that comes in, read whole within the limits. */
export interface Upload {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** It was too large and its content was not kept; only where there are many. */
  readonly excess?: boolean;
}

/** What comes with a form of several parts. */
export interface Uploads {
  readonly files: readonly Upload[];
  readonly fields: Readonly<Record<string, string>>;
}

/** Whose site it is. */
export interface Site {
  readonly place: string;
  readonly owner: string;
  readonly contact: string | null;
}

/** What answers are made of: the store, the clock, whoever reads documents. */
export interface Services {
  readonly store: Store;
  /** Now, as ISO 8601 in UTC. */
  readonly clock: () => string;
  readonly desk: Desk;
  /** As it is set now. */
  readonly site: SiteReader;
  /** Whether the one user of this machine needs no password; ends when somebody is set up. */
  readonly mode: { single: boolean };
}

/** A request as handlers see it: nothing of HTTP but what they need. */
export interface Ask<P = unknown, Q = unknown, B = unknown> extends Omit<Services, 'site'> {
  readonly site: Site;
  /** Most bytes of one file. */
  readonly fileBytes: number;
  /** To be called after the settings of the site were changed. */
  readonly siteChanged: () => void;
  readonly caller: Caller;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly lang: Lang;
  readonly request: {
    readonly id: string;
    readonly url: string;
    /** As whoever asks reaches it: https://… */
    readonly origin: string;
    readonly agent: string;
    /** Whether somebody looks at it in a browser. */
    readonly wantsPage: boolean;
    /** Whether packed bytes are understood. */
    readonly takesGzip: boolean;
    readonly cookies: Readonly<Record<string, string | undefined>>;
  };
  /** Reads the parts of a form; throws `Problem` where one is too large. */
  readonly uploads: () => Promise<Uploads>;
}

/** A cookie to be set; null ends it. */
export interface Cookie {
  readonly name: string;
  readonly value: string | null;
  readonly seconds: number;
  /** Kept from scripts. */
  readonly secret: boolean;
}

/** What a handler answers. */
export type Answer = {
  readonly status?: number;
  readonly cookies?: readonly Cookie[];
  /** Names the content: who has it is told that nothing changed. */
  readonly etag?: string;
  /** `Cache-Control`; nothing is kept by anybody unless told. */
  readonly cache?: string;
  /** Seconds after which a browser asks again by itself. */
  readonly refresh?: number;
} & (
  | { readonly json: unknown }
  | {
      readonly bytes: Uint8Array | string | AsyncIterable<Uint8Array>;
      readonly mediaType: string;
      /** Offered for saving under this name; absent: shown. */
      readonly name?: string;
      readonly policy?: string;
      /** How the bytes are packed already. */
      readonly encoding?: 'gzip';
    }
  | { readonly to: string }
  | { readonly nothing: true }
);

/** Kinds of requests that are counted apart. */
export type Weight = 'ordinary' | 'sign-in' | 'upload' | 'bulk';

/** A route: what it needs, what it takes and gives, and what it does. */
export interface Endpoint {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly tag: string;
  readonly summary: Wording;
  readonly right: Right;
  readonly params?: TSchema;
  readonly query?: TSchema;
  readonly body?: TSchema;
  /** Of JSON answers; null: bytes, pages or nothing. */
  readonly answer: TSchema | null;
  readonly weight?: Weight;
  /** Takes a form of several parts instead of JSON. */
  readonly multipart?: boolean;
  /** Takes many files: a large archive too, and one that is too large stops no other. */
  readonly many?: boolean;
  /** Most bytes of the body where it is no file. */
  readonly most?: number;
  readonly handle: (ask: Ask) => Promise<Answer>;
}

type StaticOf<T> = T extends TSchema ? Static<T> : unknown;

/** Declares a route whose handler knows the types of its schemas. */
export function endpoint<
  P extends TSchema | undefined = undefined,
  Q extends TSchema | undefined = undefined,
  B extends TSchema | undefined = undefined,
>(
  given: Omit<Endpoint, 'params' | 'query' | 'body' | 'handle'> & {
    readonly params?: P;
    readonly query?: Q;
    readonly body?: B;
    readonly handle: (ask: Ask<StaticOf<P>, StaticOf<Q>, StaticOf<B>>) => Promise<Answer>;
  },
): Endpoint {
  return given as unknown as Endpoint;
}

/** JSON as an answer. */
export function json(body: unknown, status = 200): Answer {
  return { json: body, status };
}

/** That it is done, without more to say. */
export const DONE: Answer = { nothing: true, status: 204 };
