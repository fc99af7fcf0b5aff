import * as organisations from '../../store/organisations.js';
import * as regions from '../../store/regions.js';
import type { View } from '../../store/task.js';
import { pagePath } from '../../workbench/actions.js';
import type { BodiesView } from '../../workbench/office-view-models.js';
import { type Caller, mayEverywhere, organisationsFor } from '../caller.js';
import type { Ask } from '../endpoint.js';

const PER_PAGE = 100;

/** Most bodies that a choice of what stands above offers. */
const MOST_PARENTS = 500;

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
      ...{ bodies, text, next, parents: await parentsFor(view, caller) },
      regions: tree.map(({ code, name, path }) => {
        const depth = path.split('/').length - 2;
        return { id: code, code, depth, name: `${'　'.repeat(depth)}${name}（${code}）` };
      }),
      total: await organisations.count(view, filter),
      everywhere: mayEverywhere(caller, 'region.manage'),
    };
  });
}

async function parentsFor(view: View, caller: Caller) {
  const within = await organisationsFor(view, caller, 'organisation.manage');
  const reach = within === null ? {} : { among: within };
  const filter = { level: 'department', limit: MOST_PARENTS, ...reach } as const;
  const { items } = await organisations.search(view, filter);
  return items.map(({ id, name }) => ({ id, name }));
}
