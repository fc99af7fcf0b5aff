import type { Books } from './books.js';
import { SUMMARY_CLASSES } from './catalogue.js';
import { APPROPRIATION_FUNDS, type AppropriationFund, OWN_INCOMES } from './ledger.js';
import { notesOf, Printer } from './printer.js';
import { COVERED, heading, label, numberCell, type Sheet, type SheetCell } from './sheet.js';
import type { FormStyle, Style } from './styles.js';

interface FixedLine {
  readonly id: string;
  readonly label: string;
  readonly code?: string;
  readonly amounts: readonly bigint[];
  /** A line under another one prints only its name. */
  readonly columns: readonly string[];
}

const NUMERALS = [
  '一',
  '二',
  '三',
  '四',
  '五',
  '六',
  '七',
  '八',
  '九',
  '十',
  '十一',
  '十二',
  '十三',
  '十四',
  '十五',
  '十六',
  '十七',
  '十八',
  '十九',
  '二十',
  '二十一',
  '二十二',
  '二十三',
  '二十四',
  '二十五',
  '二十六',
];

const FUND_NAMES: Readonly<Record<AppropriationFund, string>> = {
  'general-public-budget': '一般公共预算财政拨款',
  'government-managed-funds': '政府性基金预算财政拨款',
  'state-capital-operations': '国有资本经营预算财政拨款',
};

const OWN_NAMES = ['上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入'];

function classes(style: Style): readonly (readonly [string, string])[] {
  if (style.classCount === 26) return SUMMARY_CLASSES;
  return SUMMARY_CLASSES.filter(([code]) => code !== '231' && code !== '232');
}

function line(id: string, text: string, ...amounts: bigint[]): FixedLine {
  return { id, label: text, amounts, columns: ['amount'] };
}

function incomeLines(books: Books, style: Style): FixedLine[] {
  const funds = APPROPRIATION_FUNDS.map((fund) => ({
    id: fund,
    label: `${FUND_NAMES[fund]}收入`,
    amount: books.balance(fund, 'income'),
  }));
  const own = OWN_INCOMES.map((kind, i) => ({
    id: kind,
    label: OWN_NAMES[i]!,
    amount: books.own(kind),
  }));
  const lines: FixedLine[] = [];
  if (style.appropriationLine) {
    lines.push(line('appropriation', '一、财政拨款收入', books.appropriated('income')));
    funds.forEach((fund, i) => {
      lines.push(line(fund.id, `${i === 0 ? '其中：' : ''}${fund.label}`, fund.amount));
    });
    own.forEach((kind, i) => {
      lines.push(line(kind.id, `${NUMERALS[i + 1]}、${kind.label}`, kind.amount));
    });
    return lines;
  }
  [...funds, ...own].forEach((item, i) => {
    lines.push(line(item.id, `${NUMERALS[i]}、${item.label}`, item.amount));
  });
  return lines;
}

/** 收入支出决算总表. */
export function summary(books: Books, style: Style, form: FormStyle): Sheet {
  const { words } = style;
  const right: FixedLine[] = classes(style).map(([code, name], i) => ({
    id: `function-${code}`,
    label: `${NUMERALS[i]}、${name}`,
    code,
    amounts: [books.spentBy(null, code)],
    columns: ['amount'],
  }));
  const left: (FixedLine | null)[] = [...incomeLines(books, style)];
  while (left.length < right.length) left.push(null);
  const foot: [FixedLine, FixedLine][] = [
    [
      line('current-income', words.currentIncome, books.balance(null, 'income')),
      line('current-expenditure', words.currentExpenditure, books.balance(null, 'expenditure')),
    ],
    [
      line('use-of-surplus', words.use, books.ledger.useOfSurplus),
      line('surplus-distribution', '结余分配', books.ledger.surplusDistribution),
    ],
    [
      line('opening-balance', words.opening, books.balance(null, 'opening')),
      line('closing-balance', words.closing, books.balance(null, 'closing')),
    ],
    [
      line('total', words.summaryTotal[0], books.grandTotal()),
      line('total', words.summaryTotal[1], books.grandTotal()),
    ],
  ];
  for (const [a, b] of foot) {
    left.push(a);
    right.push(b);
  }
  const amount = words.summaryAmount;
  return {
    form: 'income-expenditure-summary',
    number: form.number,
    title: form.title,
    headings: twoSidedHeadings(style, [amount], [amount]),
    rows: twoSidedRows(new Printer('income-expenditure-summary', style), left, right, 1, 1),
    notes: notesOf(style, '本表反映部门本年度的总收支和年末结转结余情况。', false),
    empty: false,
  };
}

function twoSidedHeadings(
  style: Style,
  left: readonly string[],
  right: readonly string[],
): SheetCell[][] {
  const numbers = style.lineNumbers ? [style.words.line] : [];
  const blank = numbers.map(() => '');
  const rows = [
    heading('收入', ...blank, ...left.map(() => ''), '支出', ...blank, ...right.map(() => '')),
    heading('项目', ...numbers, ...left, '项目', ...numbers, ...right),
  ];
  if (style.columnNumbers) {
    const count = (from: number, names: readonly string[]) =>
      names.map((_, i) => numberCell(String(from + i)));
    const empty = blank.map(() => label(''));
    rows.push([
      label('栏次'),
      ...empty,
      ...count(1, left),
      label('栏次'),
      ...empty,
      ...count(1 + left.length, right),
    ]);
  }
  return rows;
}

function twoSidedRows(
  printer: Printer,
  left: readonly (FixedLine | null)[],
  right: readonly (FixedLine | null)[],
  leftWidth: number,
  rightWidth: number,
): SheetCell[][] {
  const { style } = printer;
  const number = (n: number) => {
    if (!style.lineNumbers) return [];
    return [numberCell(style.lineNumberDecimals ? `${n}.00` : String(n))];
  };
  const cells = (entry: FixedLine | null, side: '收入' | '支出', width: number): SheetCell[] => {
    if (entry === null) return Array.from({ length: width }, () => COVERED_VALUE);
    return Array.from({ length: width }, (_, i) =>
      printer.value(entry.amounts[i]!, {
        side,
        lineId: entry.id,
        ...(entry.code === undefined ? {} : { code: entry.code }),
        item: entry.label,
        columnId: entry.columns[i]!,
      }),
    );
  };
  return right.map((r, i) => {
    const l = left[i] ?? null;
    return [
      label(l?.label ?? ''),
      ...number(i + 1),
      ...cells(l, '收入', leftWidth),
      label(r?.label ?? ''),
      ...number(right.length + i + 1),
      ...cells(r, '支出', rightWidth),
    ];
  });
}

/** A value cell of a row that has no line on this side. */
const COVERED_VALUE: SheetCell = { ...COVERED, kind: 'value', covered: false };

/** 财政拨款收入支出决算总表. */
export function appropriationSummary(books: Books, style: Style, form: FormStyle): Sheet {
  const { words } = style;
  const columns = ['total', ...APPROPRIATION_FUNDS];
  const across = (id: string, text: string, of: (fund: AppropriationFund) => bigint): FixedLine => {
    const parts = APPROPRIATION_FUNDS.map(of);
    return { id, label: text, amounts: [parts.reduce((a, b) => a + b, 0n), ...parts], columns };
  };
  const right: (FixedLine | null)[] = classes(style).map(([code, name], i) => ({
    ...across(`function-${code}`, `${NUMERALS[i]}、${name}`, (f) => books.spentBy(f, code)),
    code,
  }));
  const left: (FixedLine | null)[] = APPROPRIATION_FUNDS.map((fund, i) =>
    line(fund, `${NUMERALS[i]}、${FUND_NAMES[fund]}`, books.balance(fund, 'income')),
  );
  while (left.length < right.length) left.push(null);
  left.push(line('current-income', words.currentIncome, books.appropriated('income')));
  right.push(
    across('current-expenditure', words.currentExpenditure, (f) => books.balance(f, 'expenditure')),
  );
  left.push(line('opening-balance', words.appropriationOpening, books.appropriated('opening')));
  right.push(
    across('closing-balance', words.appropriationClosing, (f) => books.balance(f, 'closing')),
  );
  APPROPRIATION_FUNDS.forEach((fund, i) => {
    const text = style.lineNumbers ? FUND_NAMES[fund] : `${NUMERALS[i]}、${FUND_NAMES[fund]}`;
    left.push(line(`opening-${fund}`, text, books.balance(fund, 'opening')));
    right.push(null);
  });
  left.push(line('total', words.summaryTotal[0], books.appropriationTotal()));
  right.push(
    across(
      'total',
      words.summaryTotal[1],
      (f) => books.balance(f, 'income') + books.balance(f, 'opening'),
    ),
  );
  const names = ['合计', ...APPROPRIATION_FUNDS.map((fund) => FUND_NAMES[fund])];
  return {
    form: 'appropriation-summary',
    number: form.number,
    title: form.title,
    headings: twoSidedHeadings(style, [words.amount], names),
    rows: twoSidedRows(new Printer('appropriation-summary', style), left, right, 1, 4),
    notes: notesOf(
      style,
      '本表反映部门本年度一般公共预算财政拨款、政府性基金预算财政拨款和国有资本经营预算财政拨款的总收支和年末结转结余情况。',
      false,
    ),
    empty: false,
  };
}
