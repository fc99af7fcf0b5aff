import { type Html, html } from '../portal/html.js';
import { dataTable, emptyState, sectionOf, sizeText, titled } from '../portal/parts.js';
import type { Lang } from '../portal/view-models.js';
import { pagePath } from './actions.js';
import { bodyFields } from './bodies-page.js';
import { type Fields, form } from './form.js';
import { workbenchPage } from './layout.js';
import { countBadges, fileField, moment, years } from './parts.js';
import type { BatchCounts, BatchView, Desk, UploadView } from './view-models.js';
import { pick, say } from './words.js';

/** Many documents at once, and the uploads of before. */
export function uploadPage(view: UploadView, desk: Desk): string {
  const { lang } = desk;
  const { batches, years: all, mostTogether } = view;
  const title = say(lang, 'uploadTitle');
  const none = say(lang, 'fromDocument');
  const fields = (
    given: Fields,
  ) => html`${fileField('batch-files', say(lang, 'filesOrArchive'), view, true, lang)}
<p class="small soft">${say(lang, 'mostTogether', sizeText(mostTogether))}</p>
${given.select('batch-year', 'year', say(lang, 'year'), years(all), null, none)}
<button>${say(lang, 'uploadAndCheck')}</button>`;
  const label = say(lang, 'batches');
  const heads = [say(lang, 'uploadedAt'), say(lang, 'progress'), say(lang, 'state')];
  const list = dataTable(
    label,
    heads,
    batches.map((batch) => {
      const done = say(lang, 'batchOf', batch.done, batch.total);
      const href = pagePath('batch', { batch: batch.id });
      return html`<tr><th scope="row"><a href="${href}">${moment(batch.at)}</a></th>
<td>${done}</td><td class="wide">${stood(batch, desk)}</td></tr>`;
    }),
  );
  const content = html`${titled(title, say(lang, 'uploadLead'))}
<div class="drop">${form('upload-batch', {}, {}, fields, desk)}</div>
${
  batches.length === 0
    ? emptyState(say(lang, 'noBatches'), say(lang, 'noBatchesDo'))
    : sectionOf('batches', label, list)
}`;
  return workbenchPage({ title, at: 'upload', content }, desk);
}

/** What there is to say of how an upload stands. */
function stood({ done, total, failed, asking }: BatchCounts, { lang }: Desk): string {
  const said = [
    ...(done === total && failed === 0 ? [say(lang, 'batchEnded')] : []),
    ...(failed > 0 ? [say(lang, 'batchFailed', failed)] : []),
    ...(asking > 0 ? [say(lang, 'batchAsks', asking)] : []),
  ];
  return said.join(lang === 'zh' ? '' : ' ');
}

/** One upload: what became of each file, and what a person has to choose. */
export function batchPage(view: BatchView, desk: Desk): string {
  const { lang } = desk;
  const { id, at, done, total, failed, files, units } = view;
  const isRunning = done < total;
  const label = say(lang, 'batchOf', done, total);
  const title = say(lang, 'batchTitle');
  const names = html`<datalist id="units">${units.map(
    (name) => html`<option value="${name}"></option>`,
  )}</datalist>`;
  const again = html`<button class="quiet">${say(lang, 'retryFailed', failed)}</button>`;
  const heads = [say(lang, 'file'), say(lang, 'state'), say(lang, 'filing'), say(lang, 'findings')];
  const rows = files.map((file) => fileRow(file, view, isRunning, desk));
  const lead = isRunning ? say(lang, 'batchGoesOn') : stood(view, desk);
  const content = html`${titled(title, lead)}
<p class="soft">${moment(at)} · ${label}</p>
<progress max="${total}" value="${done}" aria-label="${label}">${label}</progress>
<p class="row"><a href="${pagePath('upload')}">${say(lang, 'uploadMore')}</a>
<a href="${pagePath('queue')}">${say(lang, 'queue')}</a></p>
${failed > 0 && !isRunning && form('retry-batch', { batch: id }, {}, again, desk)}
${units.length > 0 && names}
${addingForm(view, desk)}
${dataTable(title, heads, rows)}`;
  return workbenchPage({ title, at: 'upload', content }, desk);
}

type FileLine = BatchView['files'][number];

function fileRow(file: FileLine, view: BatchView, isRunning: boolean, desk: Desk): Html {
  const { lang } = desk;
  const { name, state, filing, known, counts, why, asks } = file;
  const [word, tone] = asks === null ? STATES[state] : (['jobAsks', 'warning'] as const);
  const same = say(lang, 'sameAsBefore');
  const link =
    filing !== null &&
    html`<a href="${pagePath('filing', { filing: filing.id })}">${filing.name}</a>`;
  return html`<tr><th scope="row" class="wide">${name}</th>
<td><span class="badge ${tone}">${say(lang, word)}</span></td>
<td class="wide">${link}${known && html` <span class="small soft">${same}</span>`}
${why !== null && html`<p class="small">${pick(lang, why)}</p>`}
${asks !== null && !isRunning && settleForm(file, asks, view, desk)}</td>
<td>${countBadges(counts, lang)}</td></tr>`;
}

/** Names come from one list for the whole page: a choice of hundreds a line would be too much. */
function settleForm(
  { id }: FileLine,
  asks: NonNullable<FileLine['asks']>,
  view: BatchView,
  desk: Desk,
): Html {
  const { lang } = desk;
  const label = say(lang, 'unitOrCode');
  const unit = (given: Fields) =>
    given.line(`unit-${id}`, 'unit', label, { value: asks.likely, required: true, list: 'units' });
  const fields = (given: Fields) => html`<div class="fields">${asks.unit && unit(given)}${
    asks.year && yearField(given, id, asks, view, lang)
  }
<button class="small-button">${say(lang, 'settle')}</button></div>`;
  const settle = form('settle-file', { batch: view.id, file: id }, {}, fields, desk);
  if (asks.fresh === null || view.adding?.file === id) return settle;
  const href = `${pagePath('batch', { batch: view.id })}?add=${id}#add-body`;
  const add = say(lang, 'addFileBody', asks.fresh);
  return html`${settle}<p><a class="button quiet small-button" href="${href}">${add}</a></p>`;
}

function yearField(
  given: Fields,
  id: string,
  { likelyYear }: NonNullable<FileLine['asks']>,
  view: BatchView,
  lang: Lang,
): Html {
  const chosen = likelyYear === null ? null : `${likelyYear}`;
  const all = years(withYear(view.years, likelyYear));
  return given.select(`year-${id}`, 'year', say(lang, 'year'), all, chosen, null);
}

/** The body that a document names is added, and the document taken in. */
function addingForm(view: BatchView, desk: Desk): Html | null {
  const { lang } = desk;
  const { adding, files } = view;
  const file = files.find(({ id }) => id === adding?.file);
  if (adding === null || file === undefined || file.asks === null) return null;
  const { id, name, asks } = file;
  const fields = (given: Fields) => html`${bodyFields(given, adding, adding.start, lang)}
${asks.year && yearField(given, `body-${id}`, asks, view, lang)}
<button>${say(lang, 'addFileBodyDo')}</button>`;
  const own = form('add-file-body', { batch: view.id, file: id }, {}, fields, desk);
  const title = say(lang, 'addFileBody', adding.start.name);
  return sectionOf(
    'add-body',
    title,
    html`<p class="soft">${name}</p><div class="card">${own}</div>`,
  );
}

function withYear(all: readonly number[], year: number | null): readonly number[] {
  return year === null || all.includes(year) ? all : [year, ...all];
}

const STATES = {
  waiting: ['jobWaiting', ''],
  running: ['jobRunning', 'info'],
  done: ['jobDone', 'good'],
  failed: ['jobFailed', 'error'],
} as const;
