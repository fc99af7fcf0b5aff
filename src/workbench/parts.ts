import { severityWord } from '../pages/words.js';
import { attribute, type Content, type Html, html } from '../portal/html.js';
import { count, crumbs, sizeText } from '../portal/parts.js';
import type { Choice, Lang } from '../portal/view-models.js';
import { pagePath } from './actions.js';
import type { Counts, FileLine, FilingHead, FilingLine, FilingState } from './view-models.js';
import { pick, say, stateName } from './words.js';

/** How a field of one line is. */
export interface FieldOptions {
  readonly type?: 'text' | 'password' | 'date' | 'search';
  readonly value?: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly autocomplete?: string;
  /** Id of a list of what may be meant. */
  readonly list?: string;
  /** What is wrong with what was typed; empty: nothing. */
  readonly fault?: string;
}

/** What ties a field to what is said of it; whoever looks at the page is led to a fault. */
function told(id: string, hint: string, fault: string): Content {
  const ids = [hint !== '' && `${id}-hint`, fault !== '' && `${id}-fault`].filter(Boolean);
  return [
    attribute('aria-describedby', ids.length === 0 ? null : ids.join(' ')),
    fault !== '' && [attribute('aria-invalid', 'true'), attribute('autofocus', true)],
  ];
}

function faultText(id: string, fault: string): Content {
  return fault !== '' && html`<p class="fault small" id="${id}-fault">${fault}</p>`;
}

/** A field of one line under its label; `id` is unique on the page. */
export function field(id: string, name: string, label: string, options: FieldOptions = {}): Html {
  const { type = 'text', value = '', hint = '', required = false, autocomplete } = options;
  const { fault = '', list = null } = options;
  return html`<div class="field"><label for="${id}">${label}</label>
<input type="${type}" id="${id}" name="${name}" value="${value}"${[
    attribute('required', required),
    attribute('autocomplete', autocomplete ?? null),
    attribute('list', list),
    told(id, hint, fault),
  ]}>${hint !== '' && html`<p class="small soft" id="${id}-hint">${hint}</p>`}${faultText(
    id,
    fault,
  )}</div>`;
}

/** A field of several lines. */
export function area(
  id: string,
  name: string,
  label: string,
  options: Pick<FieldOptions, 'value' | 'required' | 'fault'> = {},
): Html {
  const { value = '', required = true, fault = '' } = options;
  return html`<div class="field"><label for="${id}">${label}</label>
<textarea id="${id}" name="${name}" rows="3"${[
    attribute('required', required),
    told(id, '', fault),
  ]}>${value}</textarea>${faultText(id, fault)}</div>`;
}

/** A choice; `none` is what is chosen where nothing is. */
export function select(
  id: string,
  name: string,
  label: string,
  choices: readonly Choice[],
  chosen: string | null,
  none: string | null,
  fault = '',
): Html {
  const options = choices.map(
    (
      each,
    ) => html`<option value="${each.id}"${attribute('selected', each.id === chosen)}>${each.name}
</option>`,
  );
  return html`<div class="field"><label for="${id}">${label}</label>
<select id="${id}" name="${name}"${told(id, '', fault)}>${
    none !== null && html`<option value="">${none}</option>`
  }${options}</select>${faultText(id, fault)}</div>`;
}

/** Files of the kinds that are read. */
export function fileField(
  id: string,
  label: string,
  { accepts, most }: { readonly accepts: string; readonly most: number },
  several: boolean,
  lang: Lang,
): Html {
  const hint = accepts.includes('.zip') ? 'fileHintArchives' : 'fileHint';
  return html`<div class="field"><label for="${id}">${label}</label>
<input type="file" id="${id}" name="files" accept="${accepts}" required${attribute(
    'multiple',
    several,
  )} aria-describedby="${id}-hint">
<p class="small soft" id="${id}-hint">${say(lang, hint, sizeText(most))}</p></div>`;
}

export function years(all: readonly number[]): readonly Choice[] {
  return all.map((year) => ({ id: String(year), name: String(year) }));
}

/** How many errors, warnings and notes; a dash where nothing was checked. */
export function countBadges(counts: Counts | null, lang: Lang): Content {
  if (counts === null) return '—';
  const badges = (['error', 'warning', 'info'] as const)
    .filter((severity) => counts[severity] > 0)
    .map(
      (severity) =>
        html`<span class="badge ${severity}">${severityWord(lang, severity)} ${count(
          counts[severity],
        )}</span>`,
    );
  const { unread = 0, lacking = 0 } = counts;
  const gaps = [
    ...(unread > 0 ? [say(lang, 'unreadCount', unread)] : []),
    ...(lacking > 0 ? [say(lang, 'lackingCount', lacking)] : []),
  ].map((text) => html`<span class="badge warning">${text}</span>`);
  if (gaps.length > 0) return html`<span class="counts">${badges}${gaps}</span>`;
  if (badges.length === 0) return html`<span class="badge good">${say(lang, 'noneFound')}</span>`;
  return html`<span class="counts">${badges}</span>`;
}

const STATE_TONES: Readonly<Record<FilingState, string>> = {
  draft: '',
  'sent-back': 'warning',
  checked: 'info',
  'secrecy-reviewed': 'info',
  signed: 'info',
  approved: 'info',
  published: 'good',
  corrected: 'good',
};

export function stateMark(state: FilingState, lang: Lang): Html {
  return html`<span class="badge ${STATE_TONES[state]}">${stateName(lang, state)}</span>`;
}

export function filingTitle({ unit, year, kind }: FilingHead, lang: Lang): string {
  return say(lang, 'filingTitle', unit, year, pick(lang, kind));
}

/** The way to a filing; the filing itself for pages below it. */
export function filingWay(head: FilingHead, lang: Lang): Html {
  const work = { name: say(lang, 'work'), href: pagePath('work') };
  const own = { name: filingTitle(head, lang), href: pagePath('filing', { filing: head.id }) };
  return crumbs([work, own], lang);
}

/** A moment as people read it: day and minute, as the server's clock has them. */
export function moment(at: string): Html {
  return html`<time datetime="${at}">${timeText(at)}</time>`;
}

/** The same as text. */
export function timeText(at: string): string {
  return at.slice(0, 16).replace('T', ' ');
}

export function files(list: readonly FileLine[]): Html {
  const items = list.map(
    ({ name, format, bytes, href }) =>
      html`<li><a href="${href}">${name}</a> <span class="soft small">${format}${
        bytes > 0 && ` · ${sizeText(bytes)}`
      }</span></li>`,
  );
  return html`<ul class="plain">${items}</ul>`;
}

/** One row of a list of filings. */
export function filingRow(filing: FilingLine, lang: Lang): Html {
  const { id, unit, year, kind, state, counts, next, deadline, changed } = filing;
  const href = pagePath('filing', { filing: id });
  return html`<tr><th scope="row" class="wide"><a href="${href}">${unit}</a>
<span class="soft small">${year} · ${pick(lang, kind)}</span></th>
<td>${stateMark(state, lang)}</td>
<td>${countBadges(counts, lang)}</td>
<td class="wide"><span class="next${next.mine && ' mine'}">${pick(lang, next.text)}</span></td>
<td>${deadline ?? '—'}</td><td>${moment(changed)}</td></tr>`;
}

/** The headings of a list of filings. */
export function filingHeads(lang: Lang): readonly string[] {
  return [
    say(lang, 'filing'),
    say(lang, 'state'),
    say(lang, 'findings'),
    say(lang, 'nextStep'),
    say(lang, 'deadline'),
    say(lang, 'changedAt'),
  ];
}
