import { severityWord } from '../pages/words.js';
import { attribute, type Html, html } from '../portal/html.js';
import { type Fields, form, isRefused } from './form.js';
import { moment } from './parts.js';
import type { CommentView, Desk, FilingHead, FilingRights, FindingView } from './view-models.js';
import { pick, say, type WordId } from './words.js';

/** A finding with what follows from it, where it is, what was done about it and what can be. */
export function findingView(
  finding: FindingView,
  head: FilingHead,
  rights: FilingRights,
  desk: Desk,
): Html {
  const { lang } = desk;
  const { number, severity, message, remedy, explanations, basis, places, waiver } = finding;
  const { following, rule, change } = finding;
  const where = places.map(({ text, mark }) =>
    mark === null ? html`<li>${text}</li>` : html`<li><a href="${`#${mark}`}">${text}</a></li>`,
  );
  return html`<article class="card issue is-${severity}${waiver !== null && ' waived'}"
id="f${number}" aria-labelledby="f${number}-title">
<h3 id="f${number}-title"><span class="badge ${severity}">${severityWord(lang, severity)} ${number}
</span>${
    change === 'new' && html` <span class="badge info">${say(lang, 'isNew')}</span>`
  } <span lang="zh-CN">${pick(lang, message)}</span></h3>
${where.length > 0 && html`<ul class="places">${where}</ul>`}
${explanations.map((each) => html`<p class="small">${say(lang, 'perhaps')}${pick(lang, each)}</p>`)}
${
  pick(lang, remedy) !== '' &&
  html`<p class="small">${say(lang, 'remedy')}${pick(lang, remedy)}</p>`
}
<p class="small soft">${say(lang, 'basis')}${pick(lang, basis)} · <a
href="/rules/${encodeURIComponent(rule)}"><code>${rule}</code></a></p>
${
  following.length > 0 &&
  html`<details><summary>${say(lang, 'following', following.length)}</summary>
<ul>${following.map(({ message: each }) => html`<li class="small">${pick(lang, each)}</li>`)}
</ul></details>`
}
${done(finding, head, rights, desk)}
${todo(finding, head, rights, desk)}</article>`;
}

/** What people did about it. */
function done(
  { waiver, verdict, reply, comments }: FindingView,
  head: FilingHead,
  rights: FilingRights,
  desk: Desk,
): Html | null {
  const { lang } = desk;
  if (waiver === null && verdict === null && reply === null && comments.length === 0) return null;
  const filing = head.id;
  const back = html`<button class="quiet small-button">${say(lang, 'takeBack')}</button>`;
  return html`<div class="did stack">${
    waiver !== null &&
    html`<div><p><strong>${say(lang, 'waived')}</strong> ${waiver.reason}
<span class="soft small">${waiver.by}${
      waiver.until !== null && ` · ${say(lang, 'untilDay', waiver.until)}`
    }</span></p>${
      rights.waive && form('withdraw-waiver', { filing, id: waiver.id }, {}, back, desk)
    }</div>`
  }${
    verdict !== null &&
    html`<div><p><strong>${say(lang, verdict.kind === 'right' ? 'isRight' : 'isFault')}</strong>
${verdict.reason} <span class="soft small">${verdict.by} · ${verdict.year}</span></p>${
      rights.decide && form('withdraw-verdict', { filing, id: verdict.id }, {}, back, desk)
    }</div>`
  }${
    reply !== null &&
    html`<p><strong>${say(lang, 'unitReplied')}</strong> ${reply.text}
<span class="soft small">${reply.by} · ${reply.on}</span></p>`
  }${comments.map((comment) => commentView(comment, head, rights, desk))}</div>`;
}

/** A remark, and the way to say that it is dealt with. */
export function commentView(
  { id, text, by, at, resolved }: CommentView,
  head: FilingHead,
  rights: FilingRights,
  desk: Desk,
): Html {
  const { lang } = desk;
  const settle = html`<button class="quiet small-button">${say(lang, 'resolve')}</button>`;
  return html`<div${attribute('class', resolved ? 'soft' : null)}><p>${text}
<span class="soft small">${by} · ${moment(at)}${
    resolved && ` · ${say(lang, 'resolved')}`
  }</span></p>${
    !resolved &&
    rights.comment &&
    form('resolve-comment', { filing: head.id, id }, {}, settle, desk)
  }</div>`;
}

type TodoId = Extract<WordId, 'waive' | 'decide' | 'reply' | 'comment'>;

/** What the person at the desk may do about it, each behind a word. */
function todo(
  { id: finding, number, rule, waiver, verdict }: FindingView,
  head: FilingHead,
  rights: FilingRights,
  desk: Desk,
): Html | null {
  const { lang } = desk;
  const filing = head.id;
  const parts: Html[] = [];
  const add = (id: TodoId, fields: (given: Fields) => Html) => {
    const open = isRefused(id, { filing }, { finding }, desk);
    parts.push(
      html`<details${attribute('open', open)}><summary>${say(lang, id)}</summary>${form(
        ...([id, { filing }, { finding }, fields, desk] as const),
      )}</details>`,
    );
  };
  // What is secret or personal is not let pass.
  if (rights.waive && waiver === null && !rule.startsWith('privacy.')) {
    add(
      'waive',
      (given) => html`${given.area(`waive-${number}`, 'reason', say(lang, 'waiveReason'))}
${given.line(`until-${number}`, 'until', say(lang, 'waiveUntil'), { type: 'date' })}
<button>${say(lang, 'waive')}</button>`,
    );
  }
  if (rights.decide && verdict === null) {
    add(
      'decide',
      (given) => html`${given.area(`decide-${number}`, 'reason', say(lang, 'decideReason'))}
<div class="row"><button name="verdict" value="fault">${say(lang, 'confirmFault')}</button>
<button class="quiet" name="verdict" value="right">${say(lang, 'confirmRight')}</button></div>`,
    );
  }
  if (rights.reply) {
    add(
      'reply',
      (given) => html`${given.area(`reply-${number}`, 'text', say(lang, 'replyText'))}
<button>${say(lang, 'reply')}</button>`,
    );
  }
  if (rights.comment) {
    add(
      'comment',
      (given) => html`${given.area(`comment-${number}`, 'text', say(lang, 'commentText'))}
<button>${say(lang, 'comment')}</button>`,
    );
  }
  return parts.length === 0 ? null : html`<div class="row">${parts}</div>`;
}
