import { attribute, type Html, html } from '../portal/html.js';
import { emptyState, notice, sectionOf } from '../portal/parts.js';
import { needsLeft } from '../publications/needs-left.js';
import { pagePath } from './actions.js';
import { commentView, findingView } from './finding-view.js';
import { type Fields, form } from './form.js';
import { workbenchPage } from './layout.js';
import {
  countBadges,
  files,
  filingTitle,
  filingWay,
  moment,
  stateMark,
  timeText,
} from './parts.js';
import { sourceView } from './source-view.js';
import type { Desk, FilingState, FilingView, NeedLine, StepChoice } from './view-models.js';
import { pick, say, stateName, stepName, type WordId } from './words.js';

/** One filing: findings beside the document, what is missing, the steps, the files. */
export function filingPage(view: FilingView, desk: Desk): string {
  const { lang } = desk;
  const { head } = view;
  const title = filingTitle(head, lang);
  const content = html`${filingWay(head, lang)}
<div class="title"><h1>${title}</h1>${summary(view, desk)}</div>
${way(head.state, desk)}
${notices(view, desk)}
${view.choices.length > 0 && sectionOf('step', say(lang, 'nextStep'), stepForms(view, desk))}
${view.unread.length > 0 && unread(view, desk)}
${lacking(view, desk)}
${findings(view, desk)}
${needs(view, desk)}
${remarks(view, desk)}
${sectionOf('files', say(lang, 'files'), fileLists(view, desk))}
${sectionOf('history', say(lang, 'history'), history(view, desk))}`;
  return workbenchPage({ title, at: 'work', wide: true, content }, desk);
}

function summary(view: FilingView, desk: Desk): Html {
  const { lang } = desk;
  const { head, versions, rights, lastYear, preview, changes } = view;
  const isOut = head.state === 'published' || head.state === 'corrected';
  const parts = { filing: head.id };
  const [newest] = versions;
  return html`<p class="row">${stateMark(head.state, lang)}
${newest !== undefined && countBadges(newest.counts, lang)}
${head.version !== null && html`<span>${versionText(head, lang)}</span>`}
${head.deadline !== null && html`<span>${say(lang, 'deadline')} ${head.deadline}</span>`}</p>
<div class="row">${
    rights.edit &&
    (view.draft === null
      ? form(
          'open-draft',
          parts,
          {},
          html`<button>${say(lang, isOut ? 'correct' : 'type')}</button>`,
          desk,
        )
      : html`<a class="button" href="${pagePath('entry', parts)}">${say(lang, 'draftGo')}</a>`)
  }${
    lastYear &&
    html`<a class="button quiet"
href="${pagePath('years', parts)}">${say(lang, 'withLastYear')}</a>`
  }${
    preview !== null && html`<a class="button quiet" href="${preview}">${say(lang, 'preview')}</a>`
  }${
    changes !== null &&
    html`<a class="button quiet" href="${changes}">${say(lang, 'whatChanged')}</a>`
  }</div>`;
}

function versionText({ version, newest }: FilingView['head'], lang: Desk['lang']): string {
  return say(lang, 'versionOf', version ?? 1, newest ?? 1);
}

const WAY = [
  ...(['draft', 'checked', 'secrecy-reviewed', 'signed', 'approved'] as const),
  'published',
] as const;

/** How far it has come, as a row of steps. */
function way(state: FilingState, { lang }: Desk): Html {
  const place = state === 'sent-back' ? 'draft' : state === 'corrected' ? 'published' : state;
  const at = WAY.indexOf(place);
  const items = WAY.map((each, index) => {
    const current = index === at;
    return html`<li${[
      attribute('class', index < at ? 'passed' : null),
      attribute('aria-current', current ? 'step' : null),
    ]}>${index < at && '✓ '}${stateName(lang, current ? state : each)}</li>`;
  });
  return html`<ol class="steps" aria-label="${say(lang, 'workflow')}">${items}</ol>`;
}

/** The steps that may be taken now; what stands in the way is said instead. */
function stepForms(view: FilingView, desk: Desk): Html {
  const { choices } = view;
  const parts = choices.map((choice) => stepForm(choice, view, desk));
  return html`${wanting(view, desk)}<div class="cards">${parts}</div>`;
}

/** That a typed version cannot be published as it is, told before anybody takes a step with it. */
function wanting({ needs: all, draft, rights }: FilingView, { lang }: Desk): Html | null {
  const gaps = draft === null ? needsLeft(all).missing : [];
  if (gaps.length === 0) return null;
  const labels = gaps.slice(0, 3).map(({ label }) => label);
  const more = html`<a href="#needs">${say(lang, 'needs')}</a>`;
  const names = labels.join(lang === 'zh' ? '、' : ', ');
  const text = html`${say(lang, gaps.length > 3 ? 'needsFirst' : 'needsAll', names)} ${more}`;
  return notice('warning', say(lang, rights.edit ? 'needsStop' : 'needsBack', gaps.length), text);
}

/** What is asked of whoever takes a step, and whether it must be told. */
function noteOf(to: FilingState, isWithdrawal: boolean): readonly [word: WordId, must: boolean] {
  if (isWithdrawal) return ['withdrawNote', true];
  switch (to) {
    case 'corrected':
      return ['correctionNote', true];
    case 'sent-back':
      return ['returnNote', true];
    case 'secrecy-reviewed':
      return ['secrecyNote', true];
    case 'signed':
      return ['signNote', true];
    case 'published':
      return ['publishNote', false];
    default:
      return ['stepNote', false];
  }
}

/** What whoever submits has to know: what is left behind, and what is still wrong. */
function cautions({ draft, head, findings: found }: FilingView, { lang }: Desk): Html {
  const tick = (name: string, text: string) => html`<div class="ticks"><label><input type="checkbox"
name="${name}" value="yes" required>${text}</label></div>`;
  const open = found.filter(({ severity, waiver }) => severity === 'error' && waiver === null);
  return html`${
    draft !== null &&
    html`<div class="notice warning"><p>${say(lang, 'leftBehind', head.version ?? 1)}</p>${tick(
      'without',
      say(lang, 'leaveBehind', head.version ?? 1),
    )}</div>`
  }${
    open.length > 0 &&
    html`<div class="notice warning"><p>${say(lang, 'errorsOpen', open.length)}</p>${tick(
      'despite',
      say(lang, 'submitDespite'),
    )}</div>`
  }`;
}

function stepForm({ to, why, gaps = null }: StepChoice, view: FilingView, desk: Desk): Html {
  const { lang } = desk;
  const { id: filing, state: from } = view.head;
  const isWithdrawal = to === 'approved' && from !== 'signed';
  const name = isWithdrawal ? say(lang, 'withdrawPublication') : stepName(lang, to);
  if (why !== null) {
    return html`<div class="card"><h3>${name}</h3><p class="soft">${pick(lang, why)}</p></div>`;
  }
  const id = (part: string) => `${to}-${part}`;
  const approved = to === 'approved' && !isWithdrawal;
  const published = to === 'published' || to === 'corrected';
  const [word, must] = noteOf(to, isWithdrawal);
  const quiet = to === 'sent-back' || to === 'draft' || isWithdrawal;
  const fields = (given: Fields) => html`<h3>${name}</h3>
${to === 'checked' && cautions(view, desk)}
${
  approved &&
  given.line(id('number'), 'documentNumber', say(lang, 'documentNumber'), { required: true })
}
${
  (approved || published) &&
  given.line(id('day'), 'day', say(lang, approved ? 'approvedOn' : 'publishedOn'), {
    ...{ type: 'date', required: true },
  })
}
${approved && html`<p class="small soft">${say(lang, 'deadlineNote')}</p>`}
${published && given.area(id('addresses'), 'addresses', say(lang, 'addresses'), '', false)}
${given.area(id('note'), 'note', say(lang, word), '', must)}
${
  gaps !== null &&
  html`${notice('warning', pick(lang, gaps), '')}
${given.area(id('gaps'), 'gaps', say(lang, 'gapsReason'))}`
}
<button${attribute('class', quiet ? 'quiet' : null)}>${name}</button>`;
  return html`<div class="card">${form('take-step', { filing }, { from, to }, fields, desk)}</div>`;
}

/** That an older version is looked at, or that something is typed and was not handed in. */
function notices({ head, draft, rights, steps }: FilingView, desk: Desk): Html {
  const { lang } = desk;
  const back = head.state === 'sent-back' ? steps.at(-1) : undefined;
  const { version, newest } = head;
  const parts = { filing: head.id };
  const isOld = version !== null && newest !== null && version !== newest;
  const submit = html`<button>${say(lang, 'handIn')}</button>`;
  return html`${
    back !== undefined &&
    back.note !== '' &&
    html`<div class="notice warning"><p>${say(lang, 'sentBackBy', back.by)}${back.note}</p></div>`
  }${
    isOld &&
    html`<div class="notice warning"><p>${say(lang, 'olderVersion', version, newest)}
<a href="${pagePath('filing', parts)}">${say(lang, 'toNewest')}</a></p></div>`
  }${
    draft !== null &&
    html`<div class="notice info"><p>${say(lang, 'draftOpen', draft.by, timeText(draft.at))}</p>${
      rights.edit &&
      html`<div class="row"><a class="button quiet" href="${pagePath('entry', parts)}">${say(
        lang,
        'draftGo',
      )}</a>${form('hand-in', parts, { counter: draft.counter }, submit, desk)}</div>`
    }</div>`
  }`;
}

function unread({ unread: lost }: FilingView, { lang }: Desk): Html {
  const list = html`<ul>${lost.map((each) => html`<li>${each}</li>`)}</ul>`;
  return html`${notice('warning', say(lang, 'unreadTitle'), say(lang, 'unreadMeans'))}${list}`;
}

/** Statutory tables that are not there. */
function lacking({ lacking: titles = [] }: FilingView, { lang }: Desk): Html | null {
  if (titles.length === 0) return null;
  const names = titles.map((title) => `《${title}》`).join('');
  const title = say(lang, 'lackingTitle', titles.length, names);
  return notice('warning', title, say(lang, 'lackingMeans'));
}

/** Findings by root cause beside the document. */
function findings(view: FilingView, desk: Desk): Html {
  const { lang } = desk;
  const { head, rights, source, gone } = view;
  const list = view.findings.map((finding) => findingView(finding, head, rights, desk));
  const fresh = view.findings.filter(({ change }) => change === 'new').length;
  const compared = head.version !== null && head.version > 1;
  const told = say(lang, 'changesOf', fresh, list.length - fresh, gone.length);
  const isPart = view.unread.length > 0 || (view.lacking ?? []).length > 0;
  const nothing =
    source === null
      ? emptyState(say(lang, 'nothingYet'), say(lang, 'nothingYetDo'))
      : isPart
        ? notice('warning', say(lang, 'partFindings'), say(lang, 'partFindingsMean'))
        : notice('good', say(lang, 'noFindings'), say(lang, 'noFindingsMean'));
  return html`<section aria-labelledby="findings"><h2 id="findings">${say(lang, 'findings')}</h2>
${compared && html`<p>${told}</p>`}
<div class="beside"><div class="stack">${list.length === 0 ? nothing : list}
${
  gone.length > 0 &&
  html`<details><summary>${say(lang, 'goneTitle', gone.length)}</summary><ul>${gone.map(
    ({ message }) => html`<li><del>${pick(lang, message)}</del></li>`,
  )}</ul></details>`
}</div>${source !== null && sourceView(source, lang)}</div></section>`;
}

/** What the document says and no table tells, each with its field. */
function needs({ needs: all, head, rights }: FilingView, desk: Desk): Html | null {
  const { lang } = desk;
  const { missing, toReview, optional } = needsLeft(all);
  if (all.length === 0) return null;
  const list = (needed: readonly NeedLine[]) =>
    html`<div class="stack">${needed.map((need) =>
      needForm(need, all.indexOf(need), head.id, rights.edit, desk),
    )}</div>`;
  const folded = (word: WordId, needed: readonly NeedLine[]) =>
    needed.length > 0 &&
    html`<details><summary>${say(lang, word, needed.length)}</summary>${list(needed)}</details>`;
  const first =
    missing.length === 0
      ? notice('good', say(lang, 'needsDone'), '')
      : html`<p>${say(lang, 'needsOpen', missing.length)}</p>${list(missing)}`;
  const content = html`${first}${folded('needsReview', toReview)}${folded(
    'needsOptional',
    optional,
  )}`;
  return sectionOf('needs', say(lang, 'needs'), content);
}

function needForm(need: NeedLine, at: number, filing: string, may: boolean, desk: Desk): Html {
  const { lang } = desk;
  const { id, label, where, required, state, text, note, unit, options, long } = need;
  const marks = html`${
    required && html` <span class="badge warning">${say(lang, 'required')}</span>`
  }${
    state === 'to-review' && html` <span class="badge info">${say(lang, 'toReview')}</span>`
  } <span class="soft small">${where}</span>`;
  if (!may) return html`<p>${label}${marks}</p>`;
  const name = unit === null ? label : `${label}（${unit}）`;
  const choices = options?.map((each) => ({ id: each, name: each }));
  const own = (given: Fields) =>
    choices !== undefined
      ? given.select(`need-${at}`, 'text', name, choices, text, say(lang, 'choose'))
      : long
        ? given.area(`need-${at}`, 'text', name, text)
        : given.line(`need-${at}`, 'text', name, { value: text, hint: note, required: true });
  const fields = (given: Fields) =>
    html`${own(given)}<div class="row"><button class="quiet small-button">${say(
      lang,
      'save',
    )}</button>${marks}</div>`;
  return form('fill-need', { filing }, { id }, fields, desk);
}

/** Remarks on the whole of it. */
function remarks({ comments, head, rights }: FilingView, desk: Desk): Html | null {
  const { lang } = desk;
  if (comments.length === 0 && !rights.comment) return null;
  const list = comments.map((comment) => commentView(comment, head, rights, desk));
  const fields = (
    given: Fields,
  ) => html`${given.area('comment-all', 'text', say(lang, 'commentText'))}
<button class="quiet">${say(lang, 'comment')}</button>`;
  const own = rights.comment && form('comment', { filing: head.id }, { finding: '' }, fields, desk);
  return sectionOf('remarks', say(lang, 'remarks'), html`<div class="stack">${list}</div>${own}`);
}

function fileLists({ files: given, downloads, head, rights }: FilingView, desk: Desk): Html {
  const { lang } = desk;
  const upload = html`<div class="field"><label for="again">${say(lang, 'uploadAgain')}</label>
<input type="file" id="again" name="files" required></div>
<button class="quiet">${say(lang, 'uploadAndCheck')}</button>`;
  return html`<div class="split"><div class="stack"><h3>${say(lang, 'handedIn')}</h3>
${given.length > 0 ? files(given) : html`<p class="soft">${say(lang, 'noFiles')}</p>`}
${rights.upload && form('upload-version', { filing: head.id }, {}, upload, desk)}</div>
<div class="stack"><h3>${say(lang, 'downloads')}</h3>
${
  downloads.length > 0
    ? html`${files(downloads)}<p class="small soft">${say(lang, 'downloadsHint')}</p>`
    : html`<p class="soft">${say(lang, 'noDownloads')}</p>`
}
</div></div>`;
}

/** Who took which step and when, and every version with what was found in it. */
function history({ head, steps, versions }: FilingView, { lang }: Desk): Html {
  const taken = steps.map((step) => {
    const { state, by, at, version, documentNumber, day, note, gaps, addresses } = step;
    const details = [
      documentNumber,
      day,
      version === null ? null : say(lang, 'versionNumber', version),
    ];
    return html`<li>${stateMark(state, lang)} ${by} <span class="soft">${moment(at)}</span>
${details.filter((each) => each !== null).map((each) => html` <span>${each}</span>`)}
${note !== '' && html`<p>${note}</p>`}
${gaps !== undefined && html`<p>${gaps.word !== null && pick(lang, gaps.word)} ${gaps.reason}</p>`}
${addresses.map((each) => html`<p><a href="${each}">${each}</a></p>`)}</li>`;
  });
  const kept = versions.map(
    ({ number, at, by, counts }) => html`<li>${
      number === head.version
        ? html`<strong>${say(lang, 'versionNumber', number)}</strong>`
        : html`<a href="${`${pagePath('filing', { filing: head.id })}?version=${number}`}">${say(
            lang,
            'versionNumber',
            number,
          )}</a>`
    }
${countBadges(counts, lang)} <span class="soft small">${by} · ${moment(at)}</span></li>`,
  );
  return html`<div class="split"><div class="stack"><h3>${say(lang, 'stepsTaken')}</h3>
<ol class="trail">${taken}</ol></div>
<div class="stack"><h3>${say(lang, 'versions')}</h3><ul class="plain">${kept}</ul></div></div>`;
}
