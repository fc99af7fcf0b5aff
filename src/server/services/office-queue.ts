import * as regions from '../../store/regions.js';
import { count, countBy, search, type UnitYearFilter } from '../../store/unit-years.js';
import { pagePath } from '../../workbench/actions.js';
import type { QueueFilter, QueueView } from '../../workbench/view-models.js';
import { organisationsFor } from '../caller.js';
import type { Ask } from '../endpoint.js';
import { dutiesOf, filingLines, waitingFor } from './filing-lines.js';
import { STATES } from './workflow.js';

/** What stands in the address of the queue. */
export type QueueQuery = Partial<
  Readonly<Record<'q' | 'region' | 'year' | 'state' | 'severity' | 'mine' | 'after', string>>
>;

const PER_PAGE = 50;

/** The filings that somebody may see, as the address filters them. */
export function queueView(
  { store, caller }: Pick<Ask, 'store' | 'caller'>,
  query: QueueQuery,
): Promise<QueueView> {
  return store.snapshot(async (view): Promise<QueueView> => {
    const within = await organisationsFor(view, caller, 'filing.read');
    const duties = await dutiesOf(view, caller);
    const filter = filterOf(query);
    const seen = within === null ? {} : { organisations: within };
    const wanted: UnitYearFilter = {
      ...{ ...seen, published: false, limit: PER_PAGE },
      ...(filter.text === '' ? {} : { text: filter.text }),
      ...(filter.region === null ? {} : { region: filter.region }),
      ...(filter.year === null ? {} : { fiscalYear: filter.year }),
      ...(filter.state === null ? {} : { state: filter.state }),
      ...(filter.severity === null ? {} : { severity: filter.severity }),
      ...(filter.mine ? { waiting: waitingFor(duties) } : {}),
    };
    const from = query.after === undefined ? {} : { after: query.after };
    const page = await search(view, { ...wanted, ...from });
    const all = { ...seen, published: false };
    const years = await countBy(view, all, 'fiscalYear');
    const used = new Set((await countBy(view, all, 'region')).map(({ key }) => key));
    const tree = await regions.tree(view);
    const isUsed = ({ path }: regions.Region) =>
      tree.some((each) => used.has(each.code) && each.path.startsWith(path));
    return {
      filings: await filingLines(view, page.items, duties),
      total: await count(view, wanted),
      filter,
      regions: tree.filter(isUsed).map(({ code, name }) => ({ id: code, name })),
      years: years.map(({ key }) => Number(key)).sort((a, b) => b - a),
      next: page.next === null ? null : nextPage(query, page.next),
    };
  });
}

/** The filter of an address; what nobody could choose counts for nothing. */
function filterOf({ q = '', region, year, state, severity, mine }: QueueQuery): QueueFilter {
  return {
    text: q.trim().slice(0, 100),
    region: region === undefined || region === '' ? null : region,
    year: year !== undefined && /^\d{4}$/.test(year) ? Number(year) : null,
    state: STATES.find((each) => each === state) ?? null,
    severity: (['error', 'warning'] as const).find((each) => each === severity) ?? null,
    mine: mine === 'yes',
  };
}

function nextPage(query: QueueQuery, after: string): string {
  const kept = Object.entries(query).filter(([name, value]) => name !== 'after' && value !== '');
  return `${pagePath('queue')}?${new URLSearchParams([...kept, ['after', after]])}`;
}
