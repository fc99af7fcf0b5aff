import type { FormId } from '../../src/forms/model.js';
import type { Books } from './books.js';
import { FUNCTION_NAMES } from './catalogue.js';
import { grouped, plainAmount } from './money.js';
import { notesOf, Printer } from './printer.js';
import {
  COVERED,
  code,
  heading,
  label,
  numberCell,
  type Sheet,
  type SheetCell,
  valueCell,
} from './sheet.js';
import type { FormStyle, Style } from './styles.js';
import { basicExpenditure, relatedInformation, threePublic } from './tables-detail.js';
import { appropriationSummary, summary } from './tables-summary.js';

interface OpenColumn {
  readonly id: string;
  readonly amount: (prefix: string) => bigint;
}

/** All sheets of a document in the order of its province. */
export function sheetsOf(books: Books, style: Style): Sheet[] {
  return style.forms.map((form) => sheetOf(books, style, form));
}

function sheetOf(books: Books, style: Style, form: FormStyle): Sheet {
  switch (form.form) {
    case 'income-expenditure-summary':
      return summary(books, style, form);
    case 'appropriation-summary':
      return appropriationSummary(books, style, form);
    case 'income':
      return income(books, style, form);
    case 'expenditure':
      return expenditure(books, style, form);
    case 'general-public-budget-expenditure':
      return generalPublicBudget(books, style, form);
    case 'basic-expenditure':
      return basicExpenditure(books, style, form);
    case 'three-public-expenses':
      return threePublic(books, style, form);
    case 'government-managed-funds':
    case 'state-capital-operations':
      return fund(books, style, form, form.form);
    case 'related-information':
      return relatedInformation(books, style, form);
    case 'project-detail':
      return projectDetail(books, style, form);
  }
}

function openSheet(
  style: Style,
  form: FormStyle,
  id: FormId,
  headings: SheetCell[][],
  codes: readonly string[],
  columns: readonly OpenColumn[],
  note: string,
): Sheet {
  const printer = new Printer(id, style);
  const empty = codes.length === 0;
  const row = (key: string, name: string, prefix: string, first: SheetCell[]) => [
    ...first,
    ...columns.map((column) =>
      printer.value(column.amount(prefix), {
        ...(key === 'total' ? { lineId: 'total' } : { code: key }),
        item: name,
        columnId: column.id,
      }),
    ),
  ];
  const body = codes.map((c) => {
    const name = FUNCTION_NAMES[c]!;
    return row(c, name, c, [code(c), label(name)]);
  });
  const blank = empty ? new Printer(id, { ...style, zero: '' }) : printer;
  const total = empty
    ? [label('合计'), COVERED].concat(
        columns.map((c) => blank.value(0n, { lineId: 'total', item: '合计', columnId: c.id })),
      )
    : row('total', '合计', '', [label('合计'), COVERED]);
  const numbers = style.columnNumbers
    ? [[label('栏次'), COVERED, ...columns.map((_, i) => numberCell(String(i + 1)))]]
    : [];
  const showTotal = !(empty && style.zero === '0.00');
  const totals = showTotal ? [total] : [];
  return {
    form: id,
    number: form.number,
    title: form.title,
    headings: [...headings, ...numbers],
    rows: form.totalOnTop ? [...totals, ...body] : [...body, ...totals],
    notes: notesOf(style, note, empty),
    empty,
  };
}

function income(books: Books, style: Style, form: FormStyle): Sheet {
  const { words } = style;
  const names = [
    '本年收入合计',
    '财政拨款收入',
    '上级补助收入',
    '事业收入',
    '经营收入',
    '附属单位上缴收入',
    '其他收入',
  ];
  return openSheet(
    style,
    form,
    'income',
    [heading('项目', '', ...names), heading(words.code, words.name, ...names.map(() => ''))],
    books.codes((line) => line.income !== 0n),
    [
      { id: 'current-year', amount: (p) => books.balance(null, 'income', p) },
      { id: 'appropriation', amount: (p) => books.appropriated('income', p) },
      { id: 'superior-subsidy', amount: (p) => books.own('superior-subsidy', p) },
      { id: 'institution', amount: (p) => books.own('institution', p) },
      { id: 'business', amount: (p) => books.own('business', p) },
      { id: 'affiliated', amount: (p) => books.own('affiliated', p) },
      { id: 'other', amount: (p) => books.own('other', p) },
    ],
    '本表反映部门本年度取得的各项收入情况。',
  );
}

function expenditure(books: Books, style: Style, form: FormStyle): Sheet {
  const { words } = style;
  const names = [
    '本年支出合计',
    '基本支出',
    '项目支出',
    '上缴上级支出',
    '经营支出',
    words.affiliatedSubsidy,
  ];
  return openSheet(
    style,
    form,
    'expenditure',
    [heading('项目', '', ...names), heading(words.code, words.name, ...names.map(() => ''))],
    books.codes((line) => line.expenditure !== 0n),
    [
      { id: 'current-year', amount: (p) => books.spentBy(null, p) },
      { id: 'basic', amount: (p) => books.spentBy(null, p, 'basic') },
      { id: 'project', amount: (p) => books.spentBy(null, p, 'project') },
      { id: 'remitted-to-superior', amount: (p) => books.spentBy(null, p, 'remitted-to-superior') },
      { id: 'business', amount: (p) => books.spentBy(null, p, 'business') },
      { id: 'subsidy-to-affiliated', amount: () => 0n },
    ],
    '本表反映部门本年度各项支出情况。',
  );
}

function generalPublicBudget(books: Books, style: Style, form: FormStyle): Sheet {
  const { words } = style;
  const [total, group] = words.general;
  const own = 'general-public-budget';
  const headings = group
    ? [
        heading('项目', '', '本年支出', '', ''),
        heading(words.code, words.name, total, '基本支出', '项目支出'),
      ]
    : [
        heading('项目', '', total, '基本支出', '项目支出'),
        heading(words.code, words.name, '', '', ''),
      ];
  return openSheet(
    style,
    form,
    'general-public-budget-expenditure',
    headings,
    books.codes((line) => line.fund === own && line.expenditure !== 0n),
    [
      { id: 'total', amount: (p) => books.spentBy(own, p) },
      { id: 'basic', amount: (p) => books.spentBy(own, p, 'basic') },
      { id: 'project', amount: (p) => books.spentBy(own, p, 'project') },
    ],
    '本表反映部门本年度一般公共预算财政拨款支出情况。',
  );
}

function fund(
  books: Books,
  style: Style,
  form: FormStyle,
  own: 'government-managed-funds' | 'state-capital-operations',
): Sheet {
  const { words } = style;
  const shape = own === 'government-managed-funds' ? style.fundsColumns : style.capitalColumns;
  const spent: OpenColumn[] = [
    { id: 'expenditure', amount: (p) => books.spentBy(own, p) },
    { id: 'basic', amount: (p) => books.spentBy(own, p, 'basic') },
    { id: 'project', amount: (p) => books.spentBy(own, p, 'project') },
  ];
  const balances: OpenColumn[] = [
    { id: 'opening', amount: (p) => books.balance(own, 'opening', p) },
    { id: 'income', amount: (p) => books.balance(own, 'income', p) },
    ...spent,
    { id: 'closing', amount: (p) => books.balance(own, 'closing', p) },
  ];
  const full = shape === 'balances';
  const names = full
    ? [words.opening, '本年收入', '本年支出', '', '', words.closing]
    : ['本年支出', '', ''];
  const under = full
    ? ['', '', '小计', '基本支出', '项目支出', '']
    : ['合计', '基本支出', '项目支出'];
  const fundName = own === 'government-managed-funds' ? '政府性基金预算' : '国有资本经营预算';
  return openSheet(
    style,
    form,
    own,
    [heading('项目', '', ...names), heading(words.code, words.name, ...under)],
    books.codes((line) => line.fund === own && (full || line.expenditure !== 0n)),
    full ? balances : spent,
    `本表反映部门本年度${fundName}财政拨款${full ? '收入、支出及结转和结余' : '支出'}情况。`,
  );
}

/** A table that no statutory form stands for: projects by code. */
function projectDetail(books: Books, style: Style, form: FormStyle): Sheet {
  const { words, separators } = style;
  const print = (cents: bigint) => {
    const plain = plainAmount(cents, style.unit);
    return valueCell(separators ? grouped(plain) : plain, null);
  };
  const codes = [
    ...new Set(books.ledger.entries.filter((e) => e.nature === 'project').map((e) => e.code)),
  ].sort();
  const projectNames = books.ledger.theme.projectWords;
  return {
    form: null,
    number: form.number,
    title: form.title,
    headings: [heading(words.code, words.name, '项目名称', '支出金额')],
    rows: codes.map((c, i) => [
      code(c),
      label(FUNCTION_NAMES[c]!),
      label(`${projectNames[i % projectNames.length]!}等`),
      print(books.spentBy(null, c, 'project')),
    ]),
    notes: ['注：本表按支出功能分类列示项目支出。'],
    empty: false,
  };
}
