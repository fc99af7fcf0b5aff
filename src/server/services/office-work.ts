import { EDITIONS } from '../../editions/catalogue.js';
import type { Lang } from '../../pages/model.js';
import type { Choice } from '../../portal/view-models.js';
import * as organisations from '../../store/organisations.js';
import type { View } from '../../store/task.js';
import { search } from '../../store/unit-years.js';
import type { WorkView } from '../../workbench/view-models.js';
import { type Caller, organisationsFor } from '../caller.js';
import type { Ask } from '../endpoint.js';
import { mayAddBody } from './begin.js';
import { dutiesOf, filingLines, waitingFor } from './filing-lines.js';
import { dayOf } from './timeliness.js';

/** Files that are read, as a field for files takes them. */
export const ACCEPTED = [
  ...['.docx', '.doc', '.wps', '.rtf', '.odt', '.xlsx', '.xls', '.xlsb', '.et', '.ods', '.csv'],
  ...['.pdf', '.ofd', '.html', '.htm', '.mht', '.mhtml', '.txt', '.md', '.json', '.xml'],
  ...['.png', '.jpg', '.jpeg', '.webp', '.tif', '.tiff'],
].join(',');

/** Most filings that a desk shows at once; the rest are in the queue. */
const MOST = 100;

/** Most organisations that a choice offers. */
const MOST_CHOICES = 500;

/** What somebody has to do. */
export function workView(ask: Pick<Ask, 'store' | 'caller' | 'clock' | 'lang' | 'fileBytes'>) {
  const { store, caller, clock, lang, fileBytes } = ask;
  return store.read(async (view): Promise<WorkView> => {
    const within = await organisationsFor(view, caller, 'filing.read');
    const { items } = await search(view, {
      ...{ published: false, limit: MOST },
      ...(within === null ? {} : { organisations: within }),
    });
    const duties = await dutiesOf(view, caller);
    // What waits comes first, however many others there are.
    const waiting = await search(view, {
      published: false,
      limit: MOST,
      waiting: waitingFor(duties),
    });
    const known = new Set(waiting.items.map(({ filing }) => filing));
    const rest = items.filter(({ filing }) => !known.has(filing));
    return {
      filings: await filingLines(view, [...waiting.items, ...rest].slice(0, MOST), duties),
      units: await unitsFor(view, caller),
      mayAdd: mayAddBody(caller),
      ...{ editions: editionChoices(lang), years: yearsUpTo(dayOf(clock())) },
      ...{ accepts: ACCEPTED, most: fileBytes },
    };
  });
}

/** The bodies for which somebody may hand something in, by name. */
export async function unitsFor(view: View, caller: Caller): Promise<readonly Choice[]> {
  const within = await organisationsFor(view, caller, 'filing.write');
  const { items } = await organisations.search(view, { limit: MOST_CHOICES });
  return items
    .filter(({ id, level }) => level !== 'bureau' && (within === null || within.includes(id)))
    .map(({ id, name }) => ({ id, name }));
}

/** Editions as a choice, the general one first. */
function editionChoices(lang: Lang): readonly Choice[] {
  const all = EDITIONS.map(({ id, name }) => ({ id, name: name[lang] }));
  return [...all.slice(-1), ...all.slice(0, -1)];
}

/** The years that accounts are made for on a day: last year's first. */
export function yearsUpTo(day: string): readonly number[] {
  const last = Number(day.slice(0, 4)) - 1;
  return [...[last, last + 1], ...[1, 2, 3, 4].map((back) => last - back)];
}
