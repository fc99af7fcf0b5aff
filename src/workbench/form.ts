import { attribute, type Content, type Html, html } from '../portal/html.js';
import type { Choice, Lang } from '../portal/view-models.js';
import { ACTIONS, type ActionId, actionPath } from './actions.js';
import { area, type FieldOptions, field, select } from './parts.js';
import type { Desk, Refusal } from './view-models.js';
import { pick, say } from './words.js';

/** The fields of one form: where it was refused they hold what was typed, and say the fault. */
export class Fields {
  private said = false;

  constructor(
    private readonly refusal: Refusal | null,
    private readonly lang: Lang,
  ) {}

  /** Whether the fault stands beside its field. */
  get isSaid(): boolean {
    return this.said;
  }

  /** A field of one line. */
  line(id: string, name: string, label: string, options: FieldOptions = {}): Html {
    const value = this.typed(name) ?? options.value ?? '';
    return field(id, name, label, { ...options, value, fault: this.faultOf(name) });
  }

  /** A field of several lines. */
  area(id: string, name: string, label: string, value = '', required = true): Html {
    const shown = this.typed(name) ?? value;
    return area(id, name, label, { value: shown, required, fault: this.faultOf(name) });
  }

  /** A choice; `none` is what is chosen where nothing is. */
  select(
    id: string,
    name: string,
    label: string,
    choices: readonly Choice[],
    chosen: string | null,
    none: string | null,
  ): Html {
    const shown = this.typed(name) ?? chosen;
    return select(id, name, label, choices, shown, none, this.faultOf(name));
  }

  /** What was typed into a field before the form was refused. */
  typed(name: string): string | null {
    return this.refusal?.typed[name] ?? null;
  }

  private faultOf(name: string): string {
    if (this.refusal === null || this.refusal.field !== name) return '';
    this.said = true;
    return pick(this.lang, this.refusal.why);
  }
}

/** Where the page of a refused form leads: its place. */
export const REFUSED = 'refused';

/** A form of the workbench: where it goes, the token, what else it carries unseen, its fields. */
export function form(
  id: ActionId,
  parts: Readonly<Record<string, string>>,
  hidden: Readonly<Record<string, string>>,
  content: Content | ((fields: Fields) => Content),
  desk: Desk,
): Html {
  const unseen = Object.entries({ csrf: desk.token, ...hidden }).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  const hasFiles = 'files' in ACTIONS[id];
  const refusal = isRefused(id, parts, hidden, desk) ? desk.refusal : null;
  const fields = new Fields(refusal, desk.lang);
  const inner = typeof content === 'function' ? content(fields) : content;
  return html`<form class="form" method="post" action="${actionPath(id, parts)}"${[
    attribute('enctype', hasFiles ? 'multipart/form-data' : null),
    attribute('id', refusal === null ? null : REFUSED),
  ]}>${unseen}${
    refusal !== null && !fields.isSaid && faultOfAll(refusal, hasFiles, desk.lang)
  }${inner}</form>`;
}

/** The fault of a form that no field of it is at fault for. */
function faultOfAll({ why }: Refusal, hasFiles: boolean, lang: Lang): Html {
  return html`<div class="notice error" tabindex="-1" autofocus><p>${pick(lang, why)}</p>${
    hasFiles && html`<p class="small">${say(lang, 'fileAgain')}</p>`
  }</div>`;
}

/** What a form carries that may have changed since it was drawn. */
const PASSING: ReadonlySet<string> = new Set(['from', 'counter', 'held']);

/** Whether a form is the one that was refused: what is folded around it is open then. */
export function isRefused(
  id: ActionId,
  parts: Readonly<Record<string, string>>,
  hidden: Readonly<Record<string, string>>,
  { refusal }: Desk,
): boolean {
  if (refusal === null || refusal.path !== actionPath(id, parts)) return false;
  return Object.entries(hidden).every(
    ([name, value]) => PASSING.has(name) || refusal.typed[name] === value,
  );
}
