import { barChart } from './charts.js';
import { attribute, type Content, type Html, html } from './html.js';
import { pageText } from './layout.js';
import { emptyState, sectionOf, titled } from './parts.js';
import { COMPARISONS, pathOf, type Route } from './routes.js';
import type { CompareView, Lang, UnitLink, Visit } from './view-models.js';
import { comparisonWord, moneyWord, say, whyWord } from './words.js';

/** Units and years beside each other: amounts, per head of staff, or shares. */
export function comparePage(view: CompareView, visit: Visit): string {
  const { lang } = visit;
  const content = html`${titled(say(lang, 'compareTitle'), say(lang, 'compareLead'))}
<form action="/compare" method="get" class="card stack">
<div class="fields">${measureField(view, lang)}${perField(view, lang)}${findField(view, lang)}</div>
${yearTicks(view, lang)}
<div><button type="submit">${say(lang, 'compareDo')}</button></div>
${view.units.map(({ code }) => html`<input type="hidden" name="unit" value="${code}">`)}</form>
${chosen(view, lang)}${found(view, lang)}
${sectionOf('result', say(lang, 'compareResult'), result(view, lang))}`;
  return pageText(
    { title: say(lang, 'compareTitle'), at: 'compare', listed: false, content },
    visit,
  );
}

function compareHref(view: CompareView, units: readonly UnitLink[]): string {
  const route: Route = {
    ...{ page: 'compare', units: units.map(({ code }) => code), years: view.chosenYears },
    ...{ measure: view.measure, per: view.per, find: null },
  };
  return pathOf(route);
}

function measureField({ measures, measure }: CompareView, lang: Lang): Html {
  const options = measures.map(
    ({ id, name }) =>
      html`<option value="${id}"${attribute('selected', id === measure)}>${name[lang]}</option>`,
  );
  return html`<div class="field"><label for="measure">${say(lang, 'compareWhat')}</label>
<select id="measure" name="measure">${options}</select></div>`;
}

function perField({ per }: CompareView, lang: Lang): Html {
  const options = COMPARISONS.map(
    (id) =>
      html`<option value="${id}"${attribute('selected', id === per)}>${comparisonWord(lang, id)}
</option>`,
  );
  return html`<div class="field"><label for="per">${say(lang, 'compareHow')}</label>
<select id="per" name="per">${options}</select></div>`;
}

function findField({ find, units, most }: CompareView, lang: Lang): Html {
  const full = units.length >= most;
  const hint = full ? say(lang, 'enoughUnits', most) : say(lang, 'searchHint');
  return html`<div class="field"><label for="find">${say(lang, 'addUnit')}
</label><input type="search" id="find" name="find" value="${find}"
placeholder="${hint}"${attribute('disabled', full)} autocomplete="off" maxlength="60"></div>`;
}

function yearTicks({ years, chosenYears }: CompareView, lang: Lang): Html {
  const ticks = years.map(
    (year) =>
      html`<label><input type="checkbox" name="year"
value="${year}"${attribute('checked', chosenYears.includes(year))}>${year}</label>`,
  );
  return html`<fieldset><legend>${say(lang, 'years')}</legend>
<div class="ticks">${ticks}</div></fieldset>`;
}

function chosen(view: CompareView, lang: Lang): Html | null {
  if (view.units.length === 0) return null;
  const items = view.units.map((unit) => {
    const rest = view.units.filter(({ code }) => code !== unit.code);
    const label = say(lang, 'removeUnit', unit.name);
    return html`<li><a class="chip" href="${compareHref(view, rest)}"
aria-label="${label}">${unit.name} <span aria-hidden="true">×</span></a></li>`;
  });
  return html`<div class="row"><span class="soft" id="chosen">${say(lang, 'chosenUnits')}</span>
<ul class="chips" aria-labelledby="chosen">${items}</ul></div>`;
}

function found(view: CompareView, lang: Lang): Html | null {
  if (view.found === null) return null;
  if (view.found.length === 0) {
    return emptyState(say(lang, 'noHitsFor', view.find ?? ''), say(lang, 'noHitsTry'));
  }
  const items = view.found.map((unit) => {
    const href = compareHref(view, [...view.units, unit]);
    return html`<li><a class="chip" href="${href}">＋ ${unit.name} <span
class="small soft">${unit.region}</span></a></li>`;
  });
  return html`<div class="row"><span class="soft" id="found">${say(lang, 'foundUnits')}</span>
<ul class="chips" aria-labelledby="found">${items}</ul></div>`;
}

function result(view: CompareView, lang: Lang): Content {
  const { rows, chosenYears, unit, measure, per } = view;
  if (rows.length === 0)
    return emptyState(say(lang, 'compareNothing'), say(lang, 'compareNothingDo'));
  const name = view.measures.find(({ id }) => id === measure)?.name[lang] ?? measure;
  const money = unit === null ? '%' : moneyWord(lang, unit);
  const chart = barChart(
    {
      title: per === 'amount' ? name : `${name} · ${comparisonWord(lang, per)}`,
      unit: per === 'head' ? say(lang, 'perHead', money) : money,
      rowsAre: say(lang, 'unit'),
      series: chosenYears.map(String),
      rows: rows.map(({ unit: { code, name: text }, cells }) => ({
        name: text,
        href: pathOf({ page: 'unit', unit: code }),
        values: cells.map(({ digits }) => digits),
        why: cells.map(({ why }) => (why === null ? null : whyWord(lang, why))),
      })),
      description: say(lang, 'compareDescription', name),
    },
    lang,
  );
  return html`${chart}<p class="soft small">${say(lang, 'compareNote')}</p>`;
}
