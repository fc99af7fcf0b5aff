import { comparedOf, MEASURES } from '../../portal/measures.js';
import type { Route } from '../../portal/routes.js';
import type { CompareView } from '../../portal/view-models.js';
import * as filings from '../../store/filings.js';
import * as organisations from '../../store/organisations.js';
import * as publications from '../../store/publications.js';
import type { View } from '../../store/task.js';
import * as versions from '../../store/versions.js';
import { FINAL_ACCOUNT } from './intake.js';
import { type AccountPress, organisationAt, unitLinkOf } from './public-accounts.js';
import type { Told } from './told.js';

type At<P extends Route['page']> = Extract<Route, { readonly page: P }>;

/** Most units that are set beside each other. */
const MOST = 6;

/** Years that are shown where none was chosen, and most that may be. */
const YEARS = 3;
const MOST_YEARS = 5;

/** Units and years beside each other. */
export async function compareView(
  view: View,
  press: AccountPress,
  route: At<'compare'>,
): Promise<CompareView> {
  const years = await publications.years(view);
  const chosenYears = route.years.filter((year) => years.includes(year)).slice(0, MOST_YEARS);
  const shownYears = chosenYears.length > 0 ? chosenYears : years.slice(0, YEARS);
  const measure = MEASURES.find(({ id }) => id === route.measure)?.id ?? MEASURES[0]!.id;
  const rows: CompareView['rows'][number][] = [];
  for (const code of [...new Set(route.units)].slice(0, MOST)) {
    const organisation = await organisationAt(view, code);
    const cells = [];
    for (const year of shownYears) {
      const key = { organisation: organisation.id, fiscalYear: year, kind: FINAL_ACCOUNT };
      const filing = await filings.byKey(view, key);
      const number = filing?.published ?? null;
      const version =
        filing === undefined || number === null
          ? undefined
          : await versions.byNumber(view, filing.id, number);
      const account = version === undefined ? null : (await press.drawn(view, version)).account;
      const told = route.per === 'head' && version ? await press.told(view, version) : null;
      cells.push({
        year,
        ...comparedOf(account, measure, route.per, '万元', told && staffIn(told)),
      });
    }
    rows.push({ unit: await unitLinkOf(view, organisation), cells });
  }
  return {
    measures: MEASURES.map(({ id, name }) => ({ id, name })),
    ...{ measure, per: route.per, years, chosenYears: shownYears, rows, most: MOST },
    ...{ units: rows.map(({ unit }) => unit), unit: route.per === 'share' ? null : '万元' },
    find: route.find,
    found: route.find === null ? null : await unitsNamed(view, route.find),
  };
}

/** People in post at the end of the year, as the text of a document tells them. */
function staffIn({ filing }: Told): bigint | null {
  const counts = filing.figures.filter(
    ({ concept, kind, role, year }) =>
      concept === 'staff-actual' &&
      kind === 'count' &&
      (role === null || role === 'reported') &&
      (year === null || year === filing.fiscalYear),
  );
  const [count] = new Set(counts.map(({ value }) => value));
  const isOne = counts.every(({ value }) => value === count);
  return isOne && count != null && /^[1-9]\d{0,7}$/.test(count) ? BigInt(count) : null;
}

async function unitsNamed(view: View, text: string) {
  const { items } = await organisations.search(view, { text, limit: 20 });
  const found = [];
  for (const each of items) found.push(await unitLinkOf(view, each));
  return found;
}
