import type { CellAddress } from '../accounts/lookup.js';
import { amountAt, rowOf } from '../accounts/lookup.js';
import type { Source } from '../accounts/model.js';
import type { EntryEdit } from '../entry/entry-edits.js';
import { type EntryState, sumOf, valueAt } from '../entry/entry-state.js';
import type { Identity, SignedCell } from '../entry/identities.js';
import { sumEdit } from '../entry/proposals.js';
import { cellName, nameLine, shownAs, shownAt } from './cell-names.js';
import { button, element } from './dom.js';
import { type Lang, say } from './words.js';

/** What the panel may do: show another cell, change this one. */
export interface PanelEvents {
  readonly goTo: (path: string) => void;
  readonly perform: (edits: readonly EntryEdit[]) => void;
}

/** Rules beside one cell that are listed; a total may be part of a hundred. */
const MOST_RULES = 40;

/** What a number is, where it comes from, what it is the sum of and which rules check it. */
export function cellPanel(
  state: EntryState,
  path: string | null,
  lang: Lang,
  events: PanelEvents,
): readonly Node[] {
  const cell = path === null ? undefined : state.structure.cells.get(path);
  if (path === null || cell === undefined) {
    return [element('p', { class: 'soft' }, say(lang, 'chooseCell'))];
  }
  const { table, item, column } = cellName(state, cell);
  return [
    element('p', { class: 'small soft', lang: 'zh-CN' }, table),
    element('p', { class: 'strong', lang: 'zh-CN' }, `${item} · ${column}`),
    element('p', { class: 'value amount' }, shownAt(state, cell)),
    ...origin(state, path, cell, lang, events),
    element('h3', {}, say(lang, 'rules')),
    ...rulesOf(state, path, cell, lang, events),
  ];
}

function origin(
  state: EntryState,
  path: string,
  cell: CellAddress,
  lang: Lang,
  events: PanelEvents,
): readonly Node[] {
  const parts = state.structure.sums.get(path);
  const sum = sumOf(state, path);
  if (parts === undefined || sum === null) return [sourceLine(state, cell, lang)];
  const now = valueAt(state, cell) ?? 0n;
  const rows = parts.map((part) => partLine(state, part, cell.form, events));
  const list = element('ul', { class: 'parts' }, ...rows);
  const head = element('h3', {}, say(lang, 'computed'));
  if (sum === now) return [head, list];
  const [printed, should] = [shownAs(state, cell, now), shownAs(state, cell, sum)];
  const edit = sumEdit(state, path);
  const take = () => events.perform(edit === null ? [] : [edit]);
  return [
    sourceLine(state, cell, lang),
    element('p', { class: 'off-note' }, say(lang, 'doesNotAgree', printed, should)),
    button(say(lang, 'takeSum'), take, { class: 'quiet' }),
    head,
    list,
  ];
}

function partLine(
  state: EntryState,
  { sign, cell: path }: SignedCell,
  form: string,
  events: PanelEvents,
): HTMLLIElement {
  const cell = state.structure.cells.get(path);
  const name = cell === undefined ? path : nameLine(state, cell, form);
  const amount = cell === undefined ? '' : shownAt(state, cell);
  return element(
    'li',
    {},
    element('span', { 'aria-hidden': 'true' }, sign === 1 ? '＋' : '－'),
    button(name, () => events.goTo(path), { class: 'link', lang: 'zh-CN' }),
    element('span', { class: 'amount' }, amount),
  );
}

function sourceLine(state: EntryState, cell: CellAddress, lang: Lang): HTMLParagraphElement {
  const { form, key, side, column } = cell;
  const found = rowOf(state.account.tables, form, key, side)?.cells.get(column);
  const source = found?.source ?? null;
  const typed = (amountAt(state.account, cell)?.value ?? 0n) === 0n ? 'nothing' : 'typed';
  const text = source === null ? say(lang, typed) : sourceText(source, lang);
  return element('p', { class: 'small' }, `${say(lang, 'from')}${say(lang, 'colon')}${text}`);
}

function sourceText({ file, address }: Source, lang: Lang): string {
  const { page, sheet, cell, table, row, column } = address ?? {};
  const where =
    page !== undefined
      ? say(lang, 'page', page)
      : sheet !== undefined
        ? say(lang, 'sheetCell', sheet, cell ?? '')
        : table !== undefined
          ? say(lang, 'tableCell', table, row ?? 1, column ?? 1)
          : '';
  return `${file} ${where}`.trim();
}

/** Identities with the cell in them, those that do not hold first. */
function rulesOf(
  state: EntryState,
  path: string,
  { form }: CellAddress,
  lang: Lang,
  events: PanelEvents,
): readonly Node[] {
  const touching = state.structure.identities.filter(({ left, right }) =>
    [...left, ...right].some(({ cell }) => cell === path),
  );
  if (touching.length === 0) return [element('p', { class: 'soft' }, say(lang, 'noRules'))];
  const judged = touching.map((identity) => ({ identity, holds: isHolding(state, identity) }));
  judged.sort((one, other) => Number(one.holds) - Number(other.holds));
  const items = judged.slice(0, MOST_RULES).map(({ identity, holds }) => {
    const others = [...identity.left, ...identity.right].filter(({ cell }) => cell !== path);
    const near = others.length <= 3 ? others : [];
    const links = near.map((each) => partLine(state, { ...each, sign: 1 }, form, events));
    for (const link of links) link.firstElementChild?.remove();
    const badge = element(
      'span',
      { class: holds ? 'badge good' : 'badge error' },
      holds ? `✓ ${say(lang, 'holds')}` : `✗ ${say(lang, 'fails')}`,
    );
    return element(
      'li',
      {},
      element('p', {}, badge, ` ${identity.title[lang]}`),
      links.length > 0 && element('ul', { class: 'parts' }, ...links),
    );
  });
  return [element('ul', { class: 'rule-list' }, ...items)];
}

/** To the cent or the half grains of what is in it: as exact as the account is. */
function isHolding(state: EntryState, { left, right, relation }: Identity): boolean {
  let slack = 0n;
  const sum = (side: readonly SignedCell[]) =>
    side.reduce((total, { sign, cell }) => {
      const at = state.structure.cells.get(cell);
      const amount = at === undefined ? null : amountAt(state.account, at);
      slack += amount?.half ?? 0n;
      return total + BigInt(sign) * (amount?.value ?? 0n);
    }, 0n);
  const apart = sum(left) - sum(right);
  if (relation === '<=') return apart <= slack;
  if (relation === '>=') return apart >= -slack;
  return apart <= slack && apart >= -slack;
}
