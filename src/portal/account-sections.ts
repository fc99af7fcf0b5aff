import { severityWord } from '../pages/words.js';
import type { PublishedTable } from '../publications/model.js';
import { type Content, type Html, html } from './html.js';
import { amount, dataTable, day, emptyState, numberHref } from './parts.js';
import { printedTable } from './published.js';
import { pathOf } from './routes.js';
import type { AccountView, ConfirmedFinding, Lang, ScoreLine } from './view-models.js';
import { say, scoreKindWord } from './words.js';

/** Performance scores and the forms behind them; null where there is neither. */
export function scoresSection(view: AccountView, lang: Lang): Html | null {
  const { scores, forms, head } = view;
  if (scores.length === 0 && forms.length === 0) return null;
  const shown = forms.map((form, index) => {
    const name = nameOfForm(form);
    return html`<details class="card"><summary lang="zh-CN">${form.title}${
      name !== null && html` · ${name}`
    }</summary>${printedTable(form, `form-${index + 1}`, head)}</details>`;
  });
  return html`${scores.length > 0 && scoreTable(scores, lang)}${
    shown.length > 0 &&
    html`<h3>${say(lang, 'scoreForms')}</h3><p class="soft">${say(lang, 'scoreFormsLead')}</p>
<div class="stack">${shown}</div>`
  }`;
}

/** What a form is about stands in its first row, beside 项目名称. */
function nameOfForm({ body }: PublishedTable): string | null {
  return body[0]?.[1]?.text ?? null;
}

function scoreTable(scores: readonly ScoreLine[], lang: Lang): Html {
  const rows = scores.map(({ name, kind, score, full, grade, budget, executed, rate }) => {
    const money = (figure: ScoreLine['budget']): Content =>
      figure === null ? '—' : amount(figure, lang);
    return html`<tr><th scope="row" class="wide">${name}</th><td>${scoreKindWord(lang, kind)}</td>
<td class="n">${money(budget)}</td><td class="n">${money(executed)}</td>
<td class="n">${rate === null ? '—' : `${rate}%`}</td>
<td class="n"><strong>${score}</strong> / ${full}</td><td>${grade ?? '—'}</td></tr>`;
  });
  const label = say(lang, 'scores');
  const columns = [
    ['scoreOf', ''],
    ['scoreKind', ''],
    ['scoreBudget', 'n'],
    ['scoreExecuted', 'n'],
    ['scoreRate', 'n'],
    ['score', 'n'],
    ['grade', ''],
  ] as const;
  const heads = columns.map(([id, style]) => [say(lang, id), style] as const);
  return dataTable(label, heads, rows);
}

/** What a reviewer confirmed, each with the unit's own words. */
export function findingsSection(view: AccountView, lang: Lang): Html {
  const lead = html`<p class="soft">${say(lang, 'findingsLead')}</p>`;
  if (view.findings.length === 0) {
    return html`${lead}${emptyState(say(lang, 'noFindings'), say(lang, 'noFindingsMean'))}`;
  }
  const items = view.findings.map((each) => finding(each, view, lang));
  return html`${lead}<div class="stack">${items}</div>`;
}

function finding(found: ConfirmedFinding, { head }: AccountView, lang: Lang): Html {
  const { id, rule, severity, message, places, reply, corrected, confirmedBy, confirmedOn } = found;
  const ruleHref = pathOf({ page: 'rule', rule });
  const links = places.map(({ text, about }) => {
    const linked = about === null ? text : html`<a href="${numberHref(head, about)}">${text}</a>`;
    return html`<li>${linked}</li>`;
  });
  const version =
    corrected !== null &&
    html`<span class="badge good">${say(lang, 'correctedIn', corrected)}</span>`;
  const answer =
    reply === null
      ? html`<p class="soft">${say(lang, 'noReply')}</p>`
      : html`<blockquote class="reply"><p class="strong">${say(lang, 'replyOf', reply.by)}
<span class="small soft">${day(reply.on)}</span></p>
<p lang="zh-CN">${reply.text}</p></blockquote>`;
  return html`<article class="card finding" id="finding-${id}">
<p class="row"><span class="badge ${severity}">${severityWord(lang, severity)}</span>${version}</p>
<h3>${message[lang]}</h3>
${links.length > 0 && html`<ul lang="zh-CN">${links}</ul>`}
<p class="small soft">${say(lang, 'confirmedBy', confirmedBy)}${day(confirmedOn)} ·
<a href="${ruleHref}">${say(lang, 'ruleOf')} <span class="code">${rule}</span></a></p>
${answer}</article>`;
}

/** Every version with why it was published and what it changed. */
export function versionsSection({ versions, head }: AccountView, lang: Lang): Html {
  const { unit, year, newest } = head;
  const rows = versions.map(({ number, published, reason, before, changes }) => {
    const own = pathOf({ page: 'account', unit: unit.code, year, version: number });
    const difference = pathOf({
      ...{ page: 'difference', unit: unit.code, year },
      ...{ from: before ?? number, to: number },
    });
    const what =
      before === null || changes === null
        ? say(lang, 'firstVersion')
        : html`<a href="${difference}">${say(lang, 'changesIn', changes)}</a>`;
    const state =
      number === newest && html` <span class="badge good">${say(lang, 'inForce')}</span>`;
    const name = say(lang, 'versionNumber', number);
    return html`<tr><th scope="row"><a href="${own}">${name}</a>${state}</th>
<td>${day(published)}</td><td lang="zh-CN" class="wide">${reason ?? '—'}</td><td>${what}</td></tr>`;
  });
  const label = say(lang, 'versions');
  const heads = (['version', 'publishedOn', 'reason', 'changes'] as const).map((id) =>
    say(lang, id),
  );
  return html`<p class="soft">${say(lang, 'versionsLead')}</p>${dataTable(label, heads, rows)}`;
}
