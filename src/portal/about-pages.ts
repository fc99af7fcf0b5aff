import { type Html, html } from './html.js';
import { pageText } from './layout.js';
import { dataTable, day, emptyState, sectionOf, sizeText, titled } from './parts.js';
import { ABOUT, ACCESSIBILITY, METHOD, type Statement } from './statements.js';
import type { AboutView, DataSetsView, Lang, Visit } from './view-models.js';
import { say } from './words.js';

/** Everything in bulk, and how a program asks for one thing. */
export function dataPage(view: DataSetsView, visit: Visit): string {
  const { lang, site } = visit;
  const content = html`${titled(say(lang, 'dataTitle'), say(lang, 'dataLead'))}
${sectionOf('bulk', say(lang, 'bulk'), bulk(view, lang))}
<section aria-labelledby="interface"><h2 id="interface">${say(lang, 'api')}</h2>
<p>${say(lang, 'apiLead')}</p>${examples(view, lang)}
${
  site.api !== null &&
  html`<p><a class="button quiet"
href="${site.api}">${say(lang, 'apiPage')}</a></p>`
}</section>
<section aria-labelledby="stable"><h2 id="stable">${say(lang, 'stable')}</h2>
<p>${say(lang, 'stableLead')}</p>${addresses(lang)}</section>`;
  const title = say(lang, 'dataTitle');
  return pageText({ title, at: 'data', canonical: '/data', content }, visit);
}

const ADDRESSES = [
  ['/u/{code}', 'addressUnit'],
  ['/u/{code}/{year}', 'addressAccount'],
  ['/u/{code}/{year}/v/{version}', 'addressVersion'],
  ['/u/{code}/{year}/v/{version}/from/{earlier}', 'addressDifference'],
  ['/u/{code}/{year}/n/{form}/{line}/{column}', 'addressNumber'],
  ['/files/{sha256}/{name}', 'addressFile'],
] as const;

function addresses(lang: Lang): Html {
  const rows = ADDRESSES.map(
    ([address, id]) => html`<tr><th scope="row" class="code">${address}</th>
<td>${say(lang, id)}</td></tr>`,
  );
  const heads = [say(lang, 'address'), say(lang, 'addressMeans')];
  return dataTable(say(lang, 'stable'), heads, rows);
}

function bulk({ sets, updated }: DataSetsView, lang: Lang): Html {
  if (sets.length === 0) return emptyState(say(lang, 'noBulk'), say(lang, 'noBulkWhy'));
  // Files that are made when asked for have no size and no hash yet.
  const kept = sets.some(({ files }) => files.some(({ hash }) => hash !== null));
  const rows = sets.flatMap(({ name, about, files }) =>
    files.map(
      ({ format, href, bytes, hash }, index) =>
        html`<tr>${
          index === 0 &&
          html`<th scope="rowgroup" rowspan="${files.length}"
class="wide"><strong>${name[lang]}</strong><br><span class="small soft">${about[lang]}</span>
</th>`
        }<td><a href="${href}" aria-label="${name[lang]} ${format}">${format}</a></td>${
          kept &&
          html`<td class="n">${bytes !== null && sizeText(bytes)}</td><td class="hash">${hash}</td>`
        }</tr>`,
    ),
  );
  const label = say(lang, 'bulk');
  const [set, format, size] = [say(lang, 'dataSet'), say(lang, 'format'), say(lang, 'size')];
  const heads = kept ? ([set, format, [size, 'n'], 'SHA-256'] as const) : [set, format];
  return html`<p class="soft">${say(lang, 'asOf')}${day(updated)}
</p>${dataTable(label, heads, rows)}`;
}

function examples({ example }: DataSetsView, lang: Lang): Html | null {
  if (example === null) return null;
  const command = `curl '${say(lang, 'siteAddress')}${example}'`;
  return html`<p>${say(lang, 'apiExample')}</p><pre tabindex="0">${command}</pre>`;
}

export function aboutPage({ rules, version }: AboutView, visit: Visit): string {
  const { site, lang } = visit;
  const fill = { place: site.place, owner: site.owner, rules: String(rules), version };
  return statementPage(say(lang, 'about'), '/about', ABOUT, fill, visit);
}

/** How numbers are read, checked and compared, and what the portal does not say. */
export function methodPage({ rules, version }: AboutView, visit: Visit): string {
  const { site, lang } = visit;
  const fill = { place: site.place, owner: site.owner, rules: String(rules), version };
  return statementPage(say(lang, 'method'), '/method', METHOD, fill, visit);
}

export function accessibilityPage(visit: Visit): string {
  const { site, lang } = visit;
  const contact = site.contact ?? site.owner;
  return statementPage(
    say(lang, 'accessibility'),
    '/accessibility',
    ACCESSIBILITY,
    { contact },
    visit,
  );
}

function statementPage(
  title: string,
  canonical: string,
  statement: Statement,
  fill: Readonly<Record<string, string>>,
  visit: Visit,
): string {
  const filled = (text: string): string =>
    text.replace(/\{([a-z]+)\}/g, (_, name: string) => fill[name] ?? '');
  const sections = statement.map(({ heading, paragraphs }) => {
    const text = paragraphs.map((each) => html`<p>${filled(each[visit.lang])}</p>`);
    return html`<section><h2>${heading[visit.lang]}</h2>${text}</section>`;
  });
  return pageText({ title, canonical, content: html`<h1>${title}</h1>${sections}` }, visit);
}
