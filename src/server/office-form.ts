import type { Wording } from '../base/wording.js';
import { ACTIONS, type ActionId } from '../workbench/actions.js';
import { say, type WordId } from '../workbench/words.js';
import type { Ask, Upload } from './endpoint.js';
import { Problem } from './problem.js';

/** The names of the fields of a form. */
export type FieldOf<A extends ActionId> = (typeof ACTIONS)[A]['fields'][number];

/** What somebody filled in; every field comes as text, and none has to be there. */
export class OfficeForm<A extends ActionId> {
  constructor(
    private readonly fields: Readonly<Record<string, unknown>>,
    readonly files: readonly Upload[],
  ) {}

  /** As it was typed, to be shown again. */
  raw(name: FieldOf<A>): string {
    const value = this.fields[name];
    return typeof value === 'string' ? value : '';
  }

  /** Everything as it was typed but passwords, to be filled in again. */
  get typed(): Readonly<Record<string, string>> {
    const all = Object.entries(this.fields).filter(
      (each): each is [string, string] => typeof each[1] === 'string' && !UNSAID.has(each[0]),
    );
    return Object.fromEntries(all);
  }

  /** Without blanks around it; null where it is empty. Throws `Problem` where it is too long. */
  optional(name: FieldOf<A>, most = 200): string | null {
    const text = this.raw(name).trim();
    if (text.length > most) {
      throw new Problem('too-large', { detail: tooLong(text.length, most), field: name });
    }
    return text === '' ? null : text;
  }

  /** What must be filled in; `label` is the word beside the field. */
  text(name: FieldOf<A>, label: WordId, most = 200): string {
    const text = this.optional(name, most);
    if (text === null) throw missing(label, name);
    return text;
  }

  /** The id of something that was chosen; null where nothing was. */
  id(name: FieldOf<A>): string | null {
    const text = this.optional(name);
    if (text !== null && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) {
      throw new Problem('bad-request');
    }
    return text;
  }

  /** A year that was chosen; null where none was. */
  year(name: FieldOf<A>): number | null {
    const text = this.optional(name);
    if (text === null) return null;
    const year = /^(19|20|21)\d\d$/.test(text) ? Number(text) : 0;
    if (year < 1950) throw new Problem('bad-request');
    return year;
  }

  /** A day: 2024-09-18; null where it is empty. */
  day(name: FieldOf<A>, label: WordId): string | null {
    const text = this.optional(name);
    if (text === null) return null;
    const isDay = /^(19|20)\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
    if (!isDay) {
      throw refused({ zh: `“${say('zh', label)}”不是日期`, en: `not a day: ${text}` }, name);
    }
    return text;
  }
}

const UNSAID: ReadonlySet<string> = new Set(['csrf', 'password', 'again', 'current']);

function tooLong(length: number, most: number): Wording {
  return {
    zh: `写了 ${length} 个字，最多 ${most} 个`,
    en: `it has ${length} characters, at most ${most} are taken`,
  };
}

/** Reads the form of an action; files are kept within limits. */
export async function formOf<A extends ActionId>(id: A, ask: Ask): Promise<OfficeForm<A>> {
  if ('files' in ACTIONS[id]) {
    const { files, fields } = await ask.uploads();
    return new OfficeForm<A>(fields, files);
  }
  const { body } = ask;
  const fields = typeof body === 'object' && body !== null ? body : {};
  return new OfficeForm<A>(fields as Readonly<Record<string, unknown>>, []);
}

/** Words of the workbench in both languages. */
export function both(id: WordId, ...values: readonly (string | number)[]): Wording {
  return { zh: say('zh', id, ...values), en: say('en', id, ...values) };
}

/** A field that must be filled in and is not. */
export function missing(label: WordId, field?: string): Problem {
  const [zh, en] = [`请填写“${say('zh', label)}”`, `please fill in: ${say('en', label)}`];
  return refused({ zh, en }, field);
}

/** A form that is not accepted, why, and which field is at fault. */
export function refused(detail: Wording, field?: string): Problem {
  return new Problem('bad-request', { detail, ...(field === undefined ? {} : { field }) });
}
