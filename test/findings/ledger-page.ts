import fc from 'fast-check';
import type { MoneyUnit } from '../../src/base/amount.js';
import { numeralText } from '../../src/base/numeral.js';

/** One line of the books in exact cents; all ten tables are sums over such lines. */
export interface Entry {
  readonly fund: 'general' | 'funds' | 'capital' | 'own';
  readonly code: string;
  readonly economic: string;
  readonly nature: 'basic' | 'project';
  readonly cents: bigint;
}

/** What was brought forward and carried over, by fund and code. */
export interface Balance {
  readonly fund: Entry['fund'];
  readonly code: string;
  readonly opening: bigint;
  readonly closing: bigint;
}

export interface Books {
  readonly unit: MoneyUnit;
  readonly entries: readonly Entry[];
  readonly balances: readonly Balance[];
  readonly ownIncome: 'superior-subsidy' | 'institution' | 'business' | 'other';
  readonly budget: bigint;
}

const GENERAL = [
  '2010301',
  '2010302',
  '2050299',
  '2080505',
  '2080506',
  '2080801',
  '2101101',
  '2210201',
];
const FUNDS = ['2120801', '2296002', '2296013'];
const CAPITAL = ['2230105', '2230199'];
/** Contributions have a purpose of their own. */
const CONTRIBUTIONS: Readonly<Record<string, string>> = {
  2080505: '30108',
  2080506: '30109',
  2101101: '30110',
  2210201: '30113',
};
const OTHERS = ['30101', '30102', '30103', '30302', '30304'];
const PERSONNEL = [...OTHERS, ...Object.values(CONTRIBUTIONS)];
const PUBLIC = [
  '30201',
  '30207',
  '30211',
  '30215',
  '30216',
  '30217',
  '30231',
  '30226',
  '31002',
  '31013',
];
const VEHICLES = new Set(['30231', '31013', '30217']);

const cents = fc.bigInt({ min: 10_000n, max: 900_000_000n });

const entry: fc.Arbitrary<Entry> = fc.oneof(
  { weight: 8, arbitrary: entryOf('general', GENERAL) },
  { weight: 2, arbitrary: entryOf('funds', FUNDS) },
  { weight: 1, arbitrary: entryOf('capital', CAPITAL) },
  { weight: 3, arbitrary: entryOf('own', GENERAL) },
);

function entryOf(fund: Entry['fund'], codes: readonly string[]): fc.Arbitrary<Entry> {
  return fc
    .record({
      code: fc.constantFrom(...codes),
      economic: fc.constantFrom(...OTHERS, ...PUBLIC),
      basic: fc.boolean(),
      cents,
    })
    .map(({ code, economic, basic, cents: amount }) => ({
      fund,
      code,
      // Three-public expenses come out of the general public budget here, as nearly everywhere.
      economic:
        CONTRIBUTIONS[code] ?? (fund !== 'general' && VEHICLES.has(economic) ? '30201' : economic),
      nature: basic && (fund === 'general' || fund === 'own') ? 'basic' : 'project',
      cents: amount,
    }));
}

/** Random books, some with balances, some of appropriation alone. */
export function booksArbitrary(unit?: MoneyUnit): fc.Arbitrary<Books> {
  return fc
    .record({
      unit: unit ? fc.constant(unit) : fc.constantFrom<MoneyUnit>('元', '万元'),
      entries: fc.array(entry, { minLength: 6, maxLength: 30 }),
      opening: cents,
      closing: cents,
      balanced: fc.boolean(),
      ownIncome: fc.constantFrom('superior-subsidy', 'institution', 'business', 'other'),
      budget: cents,
    })
    .map(({ entries, opening, closing, balanced, ...rest }) => {
      const pairs = new Map(entries.map((each) => [`${each.fund}/${each.code}`, each]));
      const balances = [...pairs.values()].slice(0, balanced ? 0 : 2).map(({ fund, code }, at) => {
        const spent = total(entries.filter((each) => each.fund === fund && each.code === code));
        return { fund, code, opening: at === 0 ? minimum(opening, spent) : 0n, closing };
      });
      return { ...rest, entries, balances } as Books;
    });
}

function minimum(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

export function total(entries: readonly Entry[]): bigint {
  return entries.reduce((sum, each) => sum + each.cents, 0n);
}

/** Exact cents as printed in the unit with two decimals, half up; nothing at all is blank. */
function printed(amount: bigint, unit: MoneyUnit): string {
  if (amount === 0n) return '_';
  const digits = unit === '元' ? amount : (amount + 5_000n) / 10_000n;
  return numeralText({ digits, decimals: 2 });
}

/** Ways to print the tables: the economic form with one column or two. */
export interface Layout {
  readonly columns: 1 | 2;
}

/** The books as a page of all statutory tables in the notation of filingFromPage. */
export function pageOf(books: Books, { columns }: Layout = { columns: 2 }): string {
  const { unit } = books;
  const show = (amount: bigint) => printed(amount, unit);
  return [
    `2023 ${unit} 某某县示例局`,
    ...summary(books, show),
    ...incomeForm(books, show),
    ...expenditureForm(books, show),
    ...appropriation(books, show),
    ...generalForm(books, show),
    ...economicForm(books, show, columns),
    ...threePublic(books, show),
    ...fundForm(books, show, 'funds', '政府性基金预算财政拨款收入支出决算表'),
    ...fundForm(books, show, 'capital', '国有资本经营预算财政拨款支出决算表'),
    '',
  ].join('\n');
}

type Show = (amount: bigint) => string;

const APPROPRIATED = ['general', 'funds', 'capital'] as const;
const FUND_LINES = {
  general: 'general-public-budget',
  funds: 'government-managed-funds',
  capital: 'state-capital-operations',
} as const;

function spentBy(books: Books, test: (entry: Entry) => boolean): bigint {
  return total(books.entries.filter(test));
}

function balanceBy(
  books: Books,
  which: 'opening' | 'closing',
  test: (b: Balance) => boolean,
): bigint {
  return books.balances.filter(test).reduce((sum, each) => sum + each[which], 0n);
}

/** Income is what expenditure and the balances leave over. */
function incomeBy(
  books: Books,
  test: (x: { fund: Entry['fund']; code: string }) => boolean,
): bigint {
  return (
    spentBy(books, test) + balanceBy(books, 'closing', test) - balanceBy(books, 'opening', test)
  );
}

function codesOf(books: Books, test: (entry: Entry) => boolean): readonly string[] {
  const codes = new Set<string>();
  for (const { code } of books.entries.filter(test)) {
    for (const length of [3, 5, 7]) codes.add(code.slice(0, length));
  }
  return [...codes].sort();
}

const ANY = () => true;
const CLASSES = ['201', '205', '208', '210', '212', '221', '223', '229'];

function summary(books: Books, show: Show): string[] {
  const income = (fund: Entry['fund']) => incomeBy(books, (each) => each.fund === fund);
  const current = incomeBy(books, ANY);
  const opening = balanceBy(books, 'opening', ANY);
  const spent = spentBy(books, ANY);
  return [
    '收入支出决算总表',
    ...APPROPRIATED.map((fund) => `收入 ${FUND_LINES[fund]} ${show(income(fund))}`),
    ...['superior-subsidy', 'institution', 'business', 'affiliated', 'other'].map(
      (line) => `收入 ${line} ${show(line === books.ownIncome ? income('own') : 0n)}`,
    ),
    `收入 current-income ${show(current)}`,
    '收入 use-of-surplus _',
    `收入 opening-balance ${show(opening)}`,
    `收入 total ${show(current + opening)}`,
    ...CLASSES.map((code) => `支出 function-${code} ${show(spentBy(books, within(code)))}`),
    `支出 current-expenditure ${show(spent)}`,
    '支出 surplus-distribution _',
    `支出 closing-balance ${show(balanceBy(books, 'closing', ANY))}`,
    `支出 total ${show(current + opening)}`,
  ];
}

function within(code: string) {
  return (each: { readonly code: string }) => each.code.startsWith(code);
}

function incomeForm(books: Books, show: Show): string[] {
  const row = (name: string, test: (x: { fund: Entry['fund']; code: string }) => boolean) => {
    const own = incomeBy(books, (each) => each.fund === 'own' && test(each));
    const all = incomeBy(books, test);
    const columns = ['superior-subsidy', 'institution', 'business', 'affiliated', 'other'].map(
      (column) => `${column}=${show(column === books.ownIncome ? own : 0n)}`,
    );
    const totals = `current-year=${show(all)} appropriation=${show(all - own)}`;
    return `${name} ${totals} ${columns.join(' ')}`;
  };
  return [
    '收入决算表',
    row('合计', ANY),
    ...codesOf(books, ANY).map((code) => row(`${code} 某科目`, within(code))),
  ];
}

function expenditureForm(books: Books, show: Show): string[] {
  const row = (name: string, test: (entry: Entry) => boolean) => {
    const part = (nature: Entry['nature']) =>
      show(spentBy(books, (each) => each.nature === nature && test(each)));
    const all = show(spentBy(books, test));
    const parts = `basic=${part('basic')} project=${part('project')} business=_`;
    return `${name} current-year=${all} ${parts}`;
  };
  return [
    '支出决算表',
    row('合计', ANY),
    ...codesOf(books, ANY).map((code) => row(`${code} 某科目`, within(code))),
  ];
}

function appropriation(books: Books, show: Show): string[] {
  const isAppropriated = (each: { fund: Entry['fund'] }) => each.fund !== 'own';
  const columns = (amount: (fund: Entry['fund']) => bigint) => {
    const [general, funds, capital] = APPROPRIATED.map((fund) => amount(fund));
    return [general! + funds! + capital!, general!, funds!, capital!].map(show).join(' ');
  };
  const opening = (fund: Entry['fund']) => balanceBy(books, 'opening', (b) => b.fund === fund);
  const closing = (fund: Entry['fund']) => balanceBy(books, 'closing', (b) => b.fund === fund);
  const income = (fund: Entry['fund']) => incomeBy(books, (each) => each.fund === fund);
  const spent = (fund: Entry['fund'], test: (entry: Entry) => boolean = ANY) =>
    spentBy(books, (each) => each.fund === fund && test(each));
  const allSpent = spentBy(books, isAppropriated);
  return [
    '财政拨款收入支出决算总表',
    ...APPROPRIATED.map((fund) => `收入 ${FUND_LINES[fund]} ${show(income(fund))}`),
    `收入 current-income ${show(incomeBy(books, isAppropriated))}`,
    `收入 opening-balance ${show(balanceBy(books, 'opening', isAppropriated))}`,
    ...APPROPRIATED.map((fund) => `收入 opening-${FUND_LINES[fund]} ${show(opening(fund))}`),
    `收入 total ${show(allSpent + balanceBy(books, 'closing', isAppropriated))}`,
    ...CLASSES.map(
      (code) => `支出 function-${code} ${columns((fund) => spent(fund, within(code)))}`,
    ),
    `支出 current-expenditure ${columns(spent)}`,
    `支出 closing-balance ${columns(closing)}`,
    `支出 total ${columns((fund) => spent(fund) + closing(fund))}`,
  ];
}

function generalForm(books: Books, show: Show): string[] {
  const isGeneral = (each: Entry) => each.fund === 'general';
  const row = (name: string, test: (entry: Entry) => boolean) => {
    const part = (nature: Entry['nature']) =>
      show(spentBy(books, (each) => isGeneral(each) && each.nature === nature && test(each)));
    const all = show(spentBy(books, (each) => isGeneral(each) && test(each)));
    return `${name} total=${all} basic=${part('basic')} project=${part('project')}`;
  };
  return [
    '一般公共预算财政拨款支出决算表',
    row('合计', ANY),
    ...codesOf(books, isGeneral).map((code) => row(`${code} 某科目`, within(code))),
  ];
}

function economicForm(books: Books, show: Show, columns: 1 | 2): string[] {
  const cells = (test: (entry: Entry) => boolean) => {
    const all = spentBy(books, (each) => each.fund === 'general' && test(each));
    const basic = spentBy(
      books,
      (each) => each.fund === 'general' && each.nature === 'basic' && test(each),
    );
    return columns === 2 ? `amount=${show(all)} basic=${show(basic)}` : `basic=${show(basic)}`;
  };
  const starts = (prefix: string) => (each: Entry) => each.economic.startsWith(prefix);
  const isPersonnel = (each: Entry) => /^30[13]/.test(each.economic);
  return [
    columns === 2 ? '一般公共预算财政拨款支出决算明细表' : '一般公共预算财政拨款基本支出决算表',
    ...['301', '302', '303', '310'].flatMap((prefix) => [
      `${prefix} 某类 ${cells(starts(prefix))}`,
      ...[...PERSONNEL, ...PUBLIC]
        .filter((code) => code.startsWith(prefix))
        .map((code) => `${code} 某款 ${cells(starts(code))}`),
    ]),
    `人员经费合计 ${cells(isPersonnel)}`,
    `公用经费合计 ${cells((each) => !isPersonnel(each))}`,
  ];
}

function threePublic(books: Books, show: Show): string[] {
  const spent = (code: string) =>
    spentBy(books, (each) => each.fund === 'general' && each.economic === code);
  const [purchase, operation, reception] = ['31013', '30231', '30217'].map(spent);
  const vehicles = purchase! + operation!;
  const row = (name: string, amounts: readonly bigint[]) =>
    `${name} ${amounts.map(show).join(' ')}`;
  return [
    '财政拨款“三公”经费支出决算表',
    '列 total abroad vehicles vehicle-purchase vehicle-operation reception',
    row('预算数', [books.budget * 2n, 0n, books.budget, 0n, books.budget, books.budget]),
    row('决算数', [vehicles + reception!, 0n, vehicles, purchase!, operation!, reception!]),
  ];
}

function fundForm(books: Books, show: Show, fund: 'funds' | 'capital', title: string): string[] {
  const isFund = (each: { fund: Entry['fund'] }) => each.fund === fund;
  const row = (name: string, test: (x: { code: string }) => boolean) => {
    const own = (each: { fund: Entry['fund']; code: string }) => isFund(each) && test(each);
    const spent = show(spentBy(books, own));
    const amounts = [
      show(balanceBy(books, 'opening', own)),
      show(incomeBy(books, own)),
      spent,
      '_',
      spent,
      show(balanceBy(books, 'closing', own)),
    ];
    return `${name} ${amounts.join(' ')}`;
  };
  const codes = codesOf(books, isFund);
  const order = '列 opening income expenditure basic project closing';
  return [
    title,
    order,
    row('合计', ANY),
    ...codes.map((code) => row(`${code} 某科目`, within(code))),
  ];
}
