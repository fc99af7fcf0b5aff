import fc from 'fast-check';
import type { AccountHead } from '../../src/accounts/from-ledger.js';
import type {
  AccountCell,
  AccountRow,
  AccountTables,
  BalanceEntry,
  BudgetEntry,
  Fund,
  IncomeEntry,
  IncomeKind,
  Ledger,
  LedgerEntry,
  Nature,
  Source,
} from '../../src/accounts/model.js';
import type { Amount } from '../../src/base/amount.js';
import type { FormId } from '../../src/forms/model.js';

/** The books of an invented body that balance, and whose they are. */
export interface LedgerCase {
  readonly ledger: Ledger;
  readonly head: AccountHead;
}

const CENT = 10n ** 6n;
const SOURCE: Source = { file: '示例账.xlsx', address: { sheet: '支出', cell: 'A1' } };

/** Functions of each fund; the last of the general ones is in no list. */
const FUNCTIONS: Readonly<Record<Fund, readonly string[]>> = {
  'general-public-budget': ['2130301', '2130305', '2130399', '2080501', '2013102', '2137654'],
  'government-managed-funds': ['2120803', '2296002', '2296099'],
  'state-capital-operations': ['2230105', '2239999'],
  own: ['2130301', '2130306', '2050803'],
};

/** What both classifications show under a code of their own. */
const CONTRIBUTIONS = [
  ['2080505', '30108'],
  ['2080506', '30109'],
  ['2101101', '30110'],
  ['2210201', '30113'],
] as const;

const ECONOMIC = [
  ...['30101', '30102', '30201', '30211', '30212', '30215', '30216', '30217', '30231', '30227'],
  ...['30302', '30305', '31002', '31013', '30901', '39999', '30288'],
];

const OWN_NATURES: readonly Nature[] = [
  'basic',
  'project',
  'remitted-to-superior',
  'business',
  'subsidy-to-affiliated',
];

const OWN_KINDS: readonly IncomeKind[] = [
  'superior-subsidy',
  'institution',
  'business',
  'affiliated',
  'other',
];

const FUNDS: readonly Fund[] = [
  'general-public-budget',
  'government-managed-funds',
  'state-capital-operations',
  'own',
];

function cents(value: bigint): Amount {
  return { value: value * CENT, half: 0n };
}

const money = fc.oneof(
  { weight: 5, arbitrary: fc.bigInt(1n, 9_999_999_99n) },
  { weight: 1, arbitrary: fc.bigInt(1n, 99n) },
);

const maybe = fc.oneof({ weight: 2, arbitrary: fc.constant(0n) }, { weight: 1, arbitrary: money });

function entriesOf(fund: Fund): fc.Arbitrary<readonly LedgerEntry[]> {
  const natures: readonly Nature[] = fund === 'own' ? OWN_NATURES : ['basic', 'project'];
  const entry = fc
    .record({
      code: fc.constantFrom(...FUNCTIONS[fund]),
      economic: fc.constantFrom(...ECONOMIC),
      nature: fc.constantFrom(...natures),
      amount: money,
      reversed: fc.integer({ min: 0, max: 9 }),
    })
    .map(({ code, economic, nature, amount, reversed }): LedgerEntry[] => {
      const project = nature === 'project' ? '示例项目' : null;
      const line = { fund, function: code, economic, nature, project, source: SOURCE };
      const booked = { ...line, amount: cents(amount) };
      // 红字冲销: part of it is taken back.
      return reversed === 0 ? [booked, { ...line, amount: cents(-(amount / 2n)) }] : [booked];
    });
  const some = fc.array(entry, { minLength: 1, maxLength: 12 }).map((list) => list.flat());
  const share = fund === 'general-public-budget' ? 9 : fund === 'own' ? 2 : 1;
  return fc.oneof(
    { weight: share, arbitrary: some },
    { weight: 2, arbitrary: fc.constant<LedgerEntry[]>([]) },
  );
}

const contributions = fc.tuple(...CONTRIBUTIONS.map(() => maybe)).map((amounts): LedgerEntry[] =>
  CONTRIBUTIONS.flatMap(([code, economic], at) =>
    amounts[at] === 0n
      ? []
      : [
          {
            fund: 'general-public-budget',
            function: code,
            economic,
            nature: 'basic',
            project: null,
            amount: cents(amounts[at]!),
            source: SOURCE,
          },
        ],
  ),
);

interface Drawn {
  readonly opening: bigint;
  readonly closing: bigint;
  readonly use: bigint;
  readonly distribution: bigint;
  readonly kind: IncomeKind;
  readonly split: bigint;
  readonly coded: boolean;
}

/** Income and balances: opening + income (+ use) = expenditure (+ distribution) + closing. */
function fundMoney(fund: Fund, code: string, spent: bigint, drawn: Drawn) {
  const own = fund === 'own';
  const use = own && drawn.use < spent ? drawn.use : 0n;
  const distribution = own ? drawn.distribution : 0n;
  const due = spent + drawn.closing + distribution - use;
  const opening = drawn.opening < due ? drawn.opening : due > 0n ? due : 0n;
  const income = due - opening;
  // The forms of the two other budgets want every balance by code.
  const byCode = drawn.coded || fund.startsWith('government') || fund.startsWith('state');
  const balance = (moment: BalanceEntry['moment'], amount: bigint): BalanceEntry[] =>
    amount === 0n
      ? []
      : [{ moment, fund, function: byCode ? code : null, amount: cents(amount), source: SOURCE }];
  const received = (kind: IncomeKind, amount: bigint): IncomeEntry[] =>
    amount === 0n ? [] : [{ kind, fund, function: code, amount: cents(amount), source: SOURCE }];
  const first = own ? (income * drawn.split) / 100n : income;
  return {
    incomes: [
      ...received(own ? drawn.kind : 'appropriation', first),
      ...received('other', income - first),
    ],
    balances: [
      ...balance('opening', opening),
      ...balance('closing', drawn.closing),
      ...balance('use-of-surplus', use),
      ...balance('surplus-distribution', distribution),
    ],
  };
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  opening: maybe,
  closing: maybe,
  use: maybe,
  distribution: maybe,
  kind: fc.constantFrom(...OWN_KINDS),
  split: fc.bigInt(0n, 100n),
  coded: fc.boolean(),
});

const budget = fc
  .record({
    fund: fc.constantFrom(...FUNDS),
    pick: fc.nat(5),
    nature: fc.constantFrom<Nature>('basic', 'project'),
    amount: money,
  })
  .map(({ fund, pick, nature, amount }): BudgetEntry => {
    const codes = FUNCTIONS[fund];
    const code = codes[pick % codes.length]!;
    return { fund, function: code, nature, amount: cents(amount), source: SOURCE };
  });

/** Books that balance: every identity of the ten tables holds on what is derived from them. */
export const ledgerCase: fc.Arbitrary<LedgerCase> = fc
  .record({
    contributions,
    entries: fc.tuple(...FUNDS.map(entriesOf)),
    money: fc.array(drawn, { minLength: 24, maxLength: 24 }),
    balances: fc.boolean(),
    budgets: fc.array(budget, { maxLength: 10 }),
    head: headArbitrary(),
    extra: fc.boolean(),
  })
  .map((given) => {
    const entries = [...given.contributions, ...given.entries.flat()];
    const spent = new Map<string, bigint>();
    for (const { fund, function: code, amount } of entries) {
      const key = `${fund} ${code}`;
      spent.set(key, (spent.get(key) ?? 0n) + amount.value / CENT);
    }
    // Money may come in, or lie there, without being spent.
    if (given.extra) spent.set('own 2130306', spent.get('own 2130306') ?? 0n);
    const flows = [...spent].map(([key, amount], at) => {
      const [fund = '', code = ''] = key.split(' ');
      const one = given.money[at % given.money.length]!;
      const none = { ...one, opening: 0n, closing: 0n, use: 0n, distribution: 0n };
      return fundMoney(fund as Fund, code, amount, given.balances ? one : none);
    });
    const ledger: Ledger = {
      entries,
      incomes: flows.flatMap((flow) => flow.incomes),
      balances: flows.flatMap((flow) => flow.balances),
      budgets: given.budgets,
      names: new Map([
        ['2137654', '示例县特有的支出'],
        ['30288', '示例县特有的费用'],
      ]),
    };
    return { ledger, head: given.head };
  });

function headArbitrary(): fc.Arbitrary<AccountHead> {
  return fc
    .record({
      fiscalYear: fc.integer({ min: 2020, max: 2025 }),
      kind: fc.constantFrom('administrative' as const, 'public-institution' as const, undefined),
      budgets: fc.tuple(maybe, maybe, maybe, maybe),
      procurement: fc.option(fc.tuple(maybe, maybe, maybe)),
      vehicles: fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 9 })),
    })
    .map(({ fiscalYear, kind, budgets, procurement, vehicles }) => {
      const [abroad, purchase, operation, reception] = budgets;
      const columns = [
        ['abroad', abroad],
        ['vehicle-purchase', purchase],
        ['vehicle-operation', operation],
        ['reception', reception],
      ] as const;
      const counts = [
        ['vehicles-law-enforcement', BigInt(vehicles[0])],
        ['vehicles-other', BigInt(vehicles[1])],
        ['equipment', 0n],
      ] as const;
      const bought = procurement?.map((value) => cents(value)) ?? [];
      const kinds = ['goods', 'works', 'services'];
      return {
        entity: '示例县水务局',
        role: 'unit' as const,
        units: [],
        ...(kind === undefined ? {} : { kind }),
        fiscalYear,
        unit: '元' as const,
        inputs: new Map(),
        given: tables(
          [
            'three-public-expenses',
            [row('budget', new Map(columns.map(([id, value]) => [id, cell(cents(value))])))],
          ],
          [
            'related-information',
            [
              ...bought.map((value, at) => valueRow(`procurement-${kinds[at]}`, value)),
              ...counts.map(([id, n]) => valueRow(id, { value: n * 100n * CENT, half: 0n })),
            ],
          ],
        ),
        evaluations: [],
      };
    });
}

function cell(amount: Amount): AccountCell {
  return { amount, source: SOURCE };
}

function row(key: string, cells: ReadonlyMap<string, AccountCell>): AccountRow {
  return { side: null, key, item: '', cells };
}

function valueRow(key: string, amount: Amount): AccountRow {
  return row(key, new Map([['value', cell(amount)]]));
}

function tables(...given: readonly (readonly [FormId, readonly AccountRow[]])[]): AccountTables {
  return new Map(given.map(([form, rows]) => [form, { form, rows }]));
}
