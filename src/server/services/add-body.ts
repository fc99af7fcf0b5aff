import * as organisations from '../../store/organisations.js';
import * as regions from '../../store/regions.js';
import type { Task, View } from '../../store/task.js';
import { BODY_LEVELS, type BodyStart, type BodyView } from '../../workbench/office-view-models.js';
import { type Caller, may, mayEverywhere, organisationsFor } from '../caller.js';
import { initialsOf } from '../initials.js';
import { both } from '../office-form.js';
import { Problem } from '../problem.js';

/** Where a body stands while nobody has said: whoever manages it may say more. */
export const NOWHERE = { code: '000000', name: '本地', parent: null } as const;

/** Most bodies that a choice of what stands above offers. */
const MOST_PARENTS = 500;

/** What somebody says of a body that is not here yet. */
export interface BodyTyped {
  readonly name: string;
  readonly code: string | null;
  readonly level: string;
  /** Null: where the body above it is. */
  readonly region: string | null;
  readonly parent: string | null;
  readonly sector: string | null;
}

/** Adds a body and gives its id; throws `Problem` where it may not be, or not so. */
export async function addBodyFor(task: Task, caller: Caller, typed: BodyTyped): Promise<string> {
  const { name, code, parent, sector } = typed;
  const level = BODY_LEVELS.find((each) => each === typed.level);
  if (level === undefined) throw new Problem('bad-request', { field: 'level' });
  const everywhere = mayEverywhere(caller, 'region.manage');
  const above = parent === null ? undefined : await organisations.byId(task, parent);
  const isBelow = above && (await may(task, caller, 'organisation.manage', above.id));
  if (parent === null ? !everywhere : !isBelow) throw new Problem('forbidden');
  const region = typed.region ?? above?.region ?? (await onlyRegion(task));
  if (region === null) throw new Problem('bad-request', { ...NO_REGION, field: 'region' });
  // What belongs to a department is where the department is, unless it is told for all.
  if (!everywhere && above?.region !== region) throw new Problem('forbidden');
  if ((await regions.byCode(task, region)) === undefined) {
    throw new Problem('bad-request', { ...NO_REGION, field: 'region' });
  }
  const initials = initialsOf(name);
  return organisations.add(task, { region, level, parent, name, code, sector, initials });
}

const NO_REGION = { detail: both('bodyRegionMissing') };

/** The place of everything where nobody has named places; null where there are some to choose. */
async function onlyRegion(task: Task): Promise<string | null> {
  if ((await regions.tree(task)).length > 0) return null;
  await regions.put(task, NOWHERE);
  return NOWHERE.code;
}

/** What the form of a new body offers a caller. */
export async function bodyChoices(view: View, caller: Caller): Promise<BodyView> {
  const tree = await regions.tree(view);
  const within = await organisationsFor(view, caller, 'organisation.manage');
  const reach = within === null ? {} : { among: within };
  const filter = { level: 'department', limit: MOST_PARENTS, ...reach } as const;
  const { items } = await organisations.search(view, filter);
  return {
    regions: tree.map(({ code, name, path }) => {
      const depth = path.split('/').length - 2;
      return { id: code, code, depth, name: `${'　'.repeat(depth)}${name}（${code}）` };
    }),
    parents: items.map(({ id, name }) => ({ id, name })),
    everywhere: mayEverywhere(caller, 'region.manage'),
  };
}

/** Whether a caller may add some body. */
export function mayAddSome({ everywhere, parents }: BodyView): boolean {
  return everywhere || parents.length > 0;
}

/** What a document tells of a body that is not here yet: its name, and what follows from names. */
export async function bodyStart(
  view: View,
  entity: string,
  file: string,
  { parents }: BodyView,
): Promise<BodyStart> {
  const parent = longest(parents, entity);
  const place = longest(await regions.tree(view), entity);
  const above = parent === null ? undefined : await organisations.byId(view, parent.id);
  return {
    ...{ name: entity, code: codeIn(file), level: parent === null ? 'department' : 'unit' },
    ...{ parent: parent?.id ?? null, region: above?.region ?? place?.code ?? null },
  };
}

/** The longest name that another begins with: 示例县教育局 of 示例县教育局幼儿园. */
function longest<T extends { readonly name: string }>(all: readonly T[], of: string): T | null {
  const fitting = all.filter(({ name }) => name !== '' && name !== of && of.startsWith(name));
  return fitting.sort((a, b) => b.name.length - a.name.length)[0] ?? null;
}

/** A code with which the name of a file begins, or a 统一社会信用代码 in it; a day is none. */
function codeIn(file: string): string {
  const last = file.split(/[/\\]/).at(-1) ?? '';
  const [found = ''] = /^\d{6,20}(?!\d)|(?<![0-9A-Z])[0-9A-Z]{18}(?![0-9A-Z])/.exec(last) ?? [];
  return /^20\d{6}$/.test(found) ? '' : found;
}
