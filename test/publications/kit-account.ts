import type { Account, AccountRow, AccountTable } from '../../src/accounts/model.js';
import type { MoneyUnit } from '../../src/base/amount.js';
import type { FormId, Side } from '../../src/forms/model.js';
import { createLedger } from '../kit/bookkeeping.js';
import { Books } from '../kit/books.js';
import { ECONOMIC_NAMES, FUNCTION_NAMES } from '../kit/catalogue.js';
import {
  APPROPRIATION_FUNDS,
  type AppropriationFund,
  type FundLine,
  type Ledger,
  OWN_INCOMES,
  type Scenario,
} from '../kit/ledger.js';

/** Amounts in cents by column. */
type Cents = Readonly<Record<string, bigint>>;

function row(side: Side | null, key: string, item: string, amounts: Cents): AccountRow {
  const cells = Object.entries(amounts).map(
    ([column, cents]) =>
      [column, { amount: { value: cents * 1_000_000n, half: 0n }, source: null }] as const,
  );
  return { side, key, item, cells: new Map(cells) };
}

function byFund(of: (fund: AppropriationFund) => bigint): Cents {
  const parts = APPROPRIATION_FUNDS.map((fund) => [fund, of(fund)] as const);
  const total = parts.reduce((sum, [, amount]) => sum + amount, 0n);
  return { total, ...Object.fromEntries(parts) };
}

function classes(books: Books): readonly string[] {
  return books.codes(() => true).filter((code) => code.length === 3);
}

function summary(books: Books): AccountRow[] {
  const { ledger } = books;
  const income = (key: string, amount: bigint) => row('收入', key, key, { amount });
  const spent = (key: string, amount: bigint) => row('支出', key, key, { amount });
  return [
    ...APPROPRIATION_FUNDS.map((fund) => income(fund, books.balance(fund, 'income'))),
    ...OWN_INCOMES.map((kind) => income(kind, books.own(kind))),
    income('current-income', books.balance(null, 'income')),
    income('use-of-surplus', ledger.useOfSurplus),
    income('opening-balance', books.balance(null, 'opening')),
    income('total', books.grandTotal()),
    ...classes(books).map((code) => spent(`function-${code}`, books.spentBy(null, code))),
    spent('current-expenditure', books.balance(null, 'expenditure')),
    spent('surplus-distribution', ledger.surplusDistribution),
    spent('closing-balance', books.balance(null, 'closing')),
    spent('total', books.grandTotal()),
  ];
}

function appropriationSummary(books: Books): AccountRow[] {
  const income = (key: string, amount: bigint) => row('收入', key, key, { amount });
  const spent = (key: string, of: (fund: AppropriationFund) => bigint) =>
    row('支出', key, key, byFund(of));
  return [
    ...APPROPRIATION_FUNDS.map((fund) => income(fund, books.balance(fund, 'income'))),
    income('current-income', books.appropriated('income')),
    income('opening-balance', books.appropriated('opening')),
    ...APPROPRIATION_FUNDS.map((fund) => income(`opening-${fund}`, books.balance(fund, 'opening'))),
    income('total', books.appropriationTotal()),
    ...classes(books).map((code) => spent(`function-${code}`, (fund) => books.spentBy(fund, code))),
    spent('current-expenditure', (fund) => books.balance(fund, 'expenditure')),
    spent('closing-balance', (fund) => books.balance(fund, 'closing')),
    spent('total', (fund) => books.balance(fund, 'income') + books.balance(fund, 'opening')),
  ];
}

function open(
  books: Books,
  keep: (line: FundLine) => boolean,
  amounts: (prefix: string) => Cents,
): AccountRow[] {
  const codes = books.codes(keep);
  return [
    row(null, 'total', '合计', amounts('')),
    ...codes.map((code) => row(null, code, FUNCTION_NAMES[code]!, amounts(code))),
  ];
}

function fund(books: Books, own: AppropriationFund): AccountRow[] {
  return open(
    books,
    (line) => line.fund === own,
    (p) => ({
      opening: books.balance(own, 'opening', p),
      income: books.balance(own, 'income', p),
      expenditure: books.spentBy(own, p),
      basic: books.spentBy(own, p, 'basic'),
      project: books.spentBy(own, p, 'project'),
      closing: books.balance(own, 'closing', p),
    }),
  );
}

function economic(books: Books): AccountRow[] {
  const codes = Object.keys(ECONOMIC_NAMES).sort();
  const both = (of: (natures: ('basic' | 'project')[]) => bigint): Cents => ({
    amount: of(['basic', 'project']),
    basic: of(['basic']),
  });
  return [
    ...codes.map((code) =>
      row(
        null,
        code,
        ECONOMIC_NAMES[code]!,
        both((natures) => books.economic(code, natures)),
      ),
    ),
    row(
      null,
      'personnel-total',
      '',
      both((natures) => books.personnel(natures)),
    ),
    row(
      null,
      'public-total',
      '',
      both((natures) => books.publicFunds(natures)),
    ),
  ];
}

function threePublic(books: Books): AccountRow[] {
  const { threePublic: items, conference, training } = books.ledger;
  return (['budget', 'final'] as const).map((measure) =>
    row(null, measure, measure, {
      total: books.threePublicTotal(measure),
      abroad: items.abroad[measure],
      vehicles: books.vehicles(measure),
      'vehicle-purchase': items['vehicle-purchase'][measure],
      'vehicle-operation': items['vehicle-operation'][measure],
      reception: items.reception[measure],
      conference: conference[measure],
      training: training[measure],
    }),
  );
}

function information(books: Books): AccountRow[] {
  const { procurement: p, operating, assets } = books.ledger;
  const counts = Object.entries({ ...assets.vehicles, equipment: assets.equipment });
  const vehicles = Object.values(assets.vehicles).reduce((a, b) => a + b, 0);
  const money: Cents = {
    'procurement-total': p.goods + p.works + p.services,
    'procurement-goods': p.goods,
    'procurement-works': p.works,
    'procurement-services': p.services,
    'operating-administrative': operating.administrative,
    'operating-civil-service-managed': operating.managed,
    'vehicles-total': BigInt(vehicles) * 100n,
    ...Object.fromEntries(counts.map(([key, count]) => [key, BigInt(count) * 100n])),
  };
  return Object.entries(money).map(([key, value]) => row(null, key, key, { value }));
}

function tables(books: Books): Readonly<Record<FormId, AccountRow[]>> {
  const general = 'general-public-budget';
  return {
    'income-expenditure-summary': summary(books),
    income: open(
      books,
      (line) => line.income !== 0n,
      (p) => ({
        'current-year': books.balance(null, 'income', p),
        appropriation: books.appropriated('income', p),
        ...Object.fromEntries(OWN_INCOMES.map((kind) => [kind, books.own(kind, p)])),
      }),
    ),
    expenditure: open(
      books,
      (line) => line.expenditure !== 0n,
      (p) => ({
        'current-year': books.spentBy(null, p),
        basic: books.spentBy(null, p, 'basic'),
        project: books.spentBy(null, p, 'project'),
        'remitted-to-superior': books.spentBy(null, p, 'remitted-to-superior'),
        business: books.spentBy(null, p, 'business'),
        'subsidy-to-affiliated': 0n,
      }),
    ),
    'appropriation-summary': appropriationSummary(books),
    'general-public-budget-expenditure': open(
      books,
      (line) => line.fund === general && line.expenditure !== 0n,
      (p) => ({
        total: books.spentBy(general, p),
        basic: books.spentBy(general, p, 'basic'),
        project: books.spentBy(general, p, 'project'),
      }),
    ),
    'basic-expenditure': economic(books),
    'three-public-expenses': threePublic(books),
    'government-managed-funds': fund(books, 'government-managed-funds'),
    'state-capital-operations': fund(books, 'state-capital-operations'),
    'related-information': information(books),
  };
}

/** An invented account with all ten tables. */
export function kitAccount(
  seed: number,
  fiscalYear: number,
  scenario?: Partial<Scenario>,
  unit: MoneyUnit = '元',
): Account {
  const ledger: Ledger = createLedger(seed, fiscalYear, scenario);
  const forms = Object.entries(tables(new Books(ledger))) as [FormId, AccountRow[]][];
  return {
    entity: ledger.unit,
    role: 'unit',
    units: [],
    fiscalYear,
    unit,
    tables: new Map(forms.map(([form, rows]): [FormId, AccountTable] => [form, { form, rows }])),
    prior: new Map(),
    budget: new Map(),
    inputs: new Map(),
    ledger: null,
    evaluations: [],
    parts: [],
    conflicts: [],
  };
}
