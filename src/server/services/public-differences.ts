import { changedCells } from '../../portal/changed-cells.js';
import { changedTexts } from '../../portal/changed-texts.js';
import type { Route } from '../../portal/routes.js';
import type { DifferenceView, VersionLine } from '../../portal/view-models.js';
import type { View } from '../../store/task.js';
import * as versions from '../../store/versions.js';
import { Problem } from '../problem.js';
import { printedLines, printedTexts } from './printed-texts.js';
import { type AccountPress, accountAt, type PublicAccount } from './public-accounts.js';

type Changes = Pick<DifferenceView, 'tables' | 'texts'>;

/** What changed between two published versions. */
export async function differenceView(
  view: View,
  press: AccountPress,
  { unit, year, from, to }: Route & { readonly page: 'difference' },
): Promise<DifferenceView> {
  const found = await accountAt(view, unit, year, to);
  await accountAt(view, unit, year, from);
  const lines = await versionLines(view, press, found);
  const [old, now] = [from, to].map((wanted) => lines.find(({ number }) => number === wanted));
  if (old === undefined || now === undefined) throw new Problem('not-found');
  return {
    ...{ head: found.head, from: old, to: now },
    statement: (now.reason ?? '').split(/\n+/).filter((text) => text.trim() !== ''),
    ...(await changesBetween(view, press, found, from, to)),
  };
}

/** Every public version with what it changed, the first one first. */
export async function versionLines(
  view: View,
  press: AccountPress,
  found: PublicAccount,
): Promise<readonly VersionLine[]> {
  const lines: VersionLine[] = [];
  let before: PublicAccount['versions'][number] | null = null;
  for (const each of found.versions) {
    const changed =
      before && (await changesBetween(view, press, found, before.version, each.version));
    const cells = changed?.tables.reduce((sum, { changes }) => sum + changes.length, 0) ?? 0;
    lines.push({
      ...{ number: each.version, published: each.day },
      reason: before === null ? null : each.note,
      before: before?.version ?? null,
      changes: changed && cells + changed.texts.length,
    });
    before = each;
  }
  return lines;
}

function changesBetween(
  view: View,
  press: AccountPress,
  { filing }: PublicAccount,
  from: number,
  to: number,
): Promise<Changes> {
  return press.changes(`${filing.id}/${from}/${to}`, async () => {
    const old = await versions.byNumber(view, filing.id, from);
    const now = await versions.byNumber(view, filing.id, to);
    if (old === undefined || now === undefined) return { tables: [], texts: [] };
    const [was, is] = [
      (await press.drawn(view, old)).account,
      (await press.drawn(view, now)).account,
    ];
    const [said, says] = [await press.told(view, old), await press.told(view, now)];
    const tables = was === null || is === null ? [] : changedCells(was.tables, is.tables, is.unit);
    if (said === null || says === null) return { tables, texts: [] };
    const texts = changedTexts(printedTexts(said), printedTexts(says));
    if (tables.length + texts.length > 0) return { tables, texts };
    // Two versions that differ in any line are never said to be the same.
    return { tables, texts: changedTexts(printedLines(said), printedLines(says)) };
  });
}
