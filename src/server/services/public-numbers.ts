import { amountAt, rowOf, tablesOf } from '../../accounts/lookup.js';
import type { Account } from '../../accounts/model.js';
import { columnLabel } from '../../accounts/names.js';
import { filingOfAccount } from '../../accounts/to-filing.js';
import { amountText } from '../../base/amount.js';
import { Lookup } from '../../facts/lookup.js';
import { formOf } from '../../forms/statutory.js';
import { positionWord } from '../../pages/names.js';
import type { NumberView } from '../../portal/number-view.js';
import type { Route } from '../../portal/routes.js';
import type { DocumentLink, Lang } from '../../portal/view-models.js';
import type { CellReference } from '../../publications/model.js';
import * as filings from '../../store/filings.js';
import * as publications from '../../store/publications.js';
import type { View } from '../../store/task.js';
import * as versions from '../../store/versions.js';
import { Problem } from '../problem.js';
import { operandKeyOf } from './cell-names.js';
import { FINAL_ACCOUNT } from './intake.js';
import { relationsOf } from './number-relations.js';
import { type AccountPress, accountAt, type PublicAccount } from './public-accounts.js';
import { confirmedIds } from './public-findings.js';
import { excerptOf, quoteOf, type Told } from './told.js';
import { touchesOf } from './touching-rules.js';

/** Where one number comes from: its place in the file, its parts, the rules over it. */
export async function numberView(
  view: View,
  press: AccountPress,
  { unit, year, version, cell }: Route & { readonly page: 'number' },
  lang: Lang,
): Promise<NumberView> {
  const found = await accountAt(view, unit, year, version);
  const { account } = await press.drawn(view, found.version);
  const amount = account && amountAt(account, cell, cell.measure);
  if (account === null || amount === null) throw new Problem('not-found');
  const told = await press.told(view, found.version);
  const row = rowOf(tablesOf(account, cell.measure), cell.form, cell.key, cell.side);
  const years = await yearsOf(view, press, found, cell);
  const related = await relatedTo(view, found, { account, told, cell });
  const before = elsewhere(cell, found.head.year, years);
  return {
    head: found.head,
    cell: {
      table: formOf(cell.form).title,
      item: row?.item === undefined || row.item === '' ? cell.key : row.item,
      column: columnLabel(cell.form, cell, cell.column).replace('/', ' '),
    },
    about: cell,
    figure: { digits: amountText(amount.value, account.unit), unit: account.unit },
    source: told && (await sourceOf(view, found, told, cell, lang)),
    ...related,
    repeated: [...before, ...related.repeated],
    years,
  };
}

/** What last year's account itself says of an amount that this one repeats from it. */
function elsewhere(
  cell: CellReference,
  year: number,
  years: NumberView['years'],
): NumberView['repeated'] {
  if (cell.measure !== 'prior') return [];
  if (years.find((each) => each.year === year - 1)?.digits == null) return [];
  const about = { ...cell, measure: 'reported' } as const;
  return [{ text: formOf(cell.form).title, about, year: year - 1 }];
}

interface Related {
  readonly account: Account;
  readonly told: Told | null;
  readonly cell: CellReference;
}

/** Rules speak of this year's amounts: of what the document prints, else of the exact account. */
async function relatedTo(view: View, found: PublicAccount, { account, told, cell }: Related) {
  if (cell.measure !== 'reported') return { sums: [], partOf: [], repeated: [], rules: [] };
  const own = operandKeyOf(cell);
  const printed = told?.facts.once(touchesOf).get(own);
  const touches = printed ?? touchesOf(new Lookup(filingOfAccount(account))).get(own) ?? [];
  const title = told?.facts.form(cell.form)?.title;
  return relationsOf(own, touches, {
    title: (printed === undefined ? undefined : title) ?? formOf(cell.form).title,
    unit: account.unit,
    confirmed: await confirmedIds(view, found),
    quote: ({ place, label }) => (told === null ? label : quoteOf(told, place)),
  });
}

async function sourceOf(
  view: View,
  { filing, head, version }: PublicAccount,
  told: Told,
  cell: CellReference,
  lang: Lang,
): Promise<NumberView['source']> {
  if (cell.measure !== 'reported') return null;
  const printed = told.facts.cell(cell.form, cell.key, cell.column, cell.side);
  if (printed === undefined) return null;
  const held = await versions.filesOf(view, version.id);
  const original = held.find(({ role }) => role === 'original');
  const all = await publications.ofVersion(view, filing.id, head.version);
  const file = all.find((each) => each.file === original?.file);
  const document: DocumentLink | null =
    file === undefined
      ? null
      : {
          ...{ name: file.name, format: file.format.toUpperCase() },
          ...{ bytes: Number(file.size), hash: file.file },
        };
  return {
    document,
    position: positionWord(lang, printed.place, told.locate),
    table: told.facts.form(cell.form)?.title ?? null,
    rows: excerptOf(told, printed),
  };
}

async function yearsOf(
  view: View,
  press: AccountPress,
  { filing }: PublicAccount,
  cell: CellReference,
): Promise<NumberView['years']> {
  const years = [];
  const about = cell.measure === 'prior' ? ({ ...cell, measure: 'reported' } as const) : cell;
  for (const each of await filings.ofOrganisation(view, filing.organisation)) {
    if (each.published === null || each.kind !== FINAL_ACCOUNT) continue;
    const other = await versions.byNumber(view, each.id, each.published);
    const account = other && (await press.drawn(view, other)).account;
    const there = account ? amountAt(account, about, about.measure) : null;
    const digits = account && there ? amountText(there.value, account.unit) : null;
    years.push({ year: each.fiscalYear, digits });
  }
  return years.sort((a, b) => a.year - b.year);
}
