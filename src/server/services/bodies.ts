import * as organisations from '../../store/organisations.js';
import * as regions from '../../store/regions.js';
import { pagePath } from '../../workbench/actions.js';
import type { BodiesView } from '../../workbench/office-view-models.js';
import { organisationsFor } from '../caller.js';
import type { Ask } from '../endpoint.js';
import { bodyChoices } from './add-body.js';

const PER_PAGE = 100;

/** Regions and the bodies that somebody manages. */
export function bodiesView(
  { store, caller }: Pick<Ask, 'store' | 'caller'>,
  query: { readonly q?: string; readonly after?: string },
): Promise<BodiesView> {
  return store.snapshot(async (view): Promise<BodiesView> => {
    const text = (query.q ?? '').trim().slice(0, 100);
    const from = query.after === undefined ? {} : { after: query.after };
    const within = await organisationsFor(view, caller, 'organisation.manage');
    const filter = { text, ...(within === null ? {} : { among: within }) };
    const all = await organisations.search(view, { ...filter, limit: PER_PAGE, ...from });
    const tree = await regions.tree(view);
    const names = new Map(tree.map(({ code, name }) => [code, name]));
    const bodies = [];
    for (const { id, code, name, level, region, parent, sector } of all.items) {
      const above = parent === null ? undefined : await organisations.byId(view, parent);
      const place = names.get(region) ?? region;
      bodies.push({ id, code, name, level, region: place, parent: above?.name ?? null, sector });
    }
    const next =
      all.next === null
        ? null
        : `${pagePath('bodies')}?${new URLSearchParams({ q: text, after: all.next })}`;
    return {
      ...{ bodies, text, next, ...(await bodyChoices(view, caller)) },
      total: await organisations.count(view, filter),
    };
  });
}
