import type { Books } from './books.js';
import { ECONOMIC_NAMES } from './catalogue.js';
import type { Entry } from './ledger.js';
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

const BASIC: readonly Entry['nature'][] = ['basic'];
const ALL: readonly Entry['nature'][] = ['basic', 'project'];

/** Codes of each block of the side-by-side form. */
function economicBlocks(style: Style): string[][] {
  const all = Object.keys(ECONOMIC_NAMES).sort();
  const of = (...types: string[]) => types.flatMap((type) => all.filter((c) => c.startsWith(type)));
  const personnel = of('301', '303');
  if (style.economic.blocks === 2) return [personnel, of('302', '310')];
  if (style.economic.blocks === 3) return [personnel, of('302', '307'), of('310', '312', '399')];
  const rest = of('307', '309', '310', '311', '312', '313', '399');
  const height = Math.max(personnel.length, of('302').length);
  return [personnel, of('302'), rest.slice(0, height), rest.slice(height)];
}

/** 一般公共预算财政拨款基本支出决算表, blocks of economic codes side by side. */
export function basicExpenditure(books: Books, style: Style, form: FormStyle): Sheet {
  const printer = new Printer('basic-expenditure', style);
  const { words, economic } = style;
  const blocks = economicBlocks(style);
  const height = Math.max(...blocks.map((block) => block.length));
  const values = (c: string): SheetCell[] => {
    const at = { code: c, item: ECONOMIC_NAMES[c]! };
    const dashed = economic.amount && /^(309|311|313)/.test(c);
    const basic = dashed
      ? printer.printed('——', { ...at, columnId: 'basic' })
      : printer.value(books.economic(c, BASIC), { ...at, columnId: 'basic' });
    if (!economic.amount) return [basic];
    return [printer.value(books.economic(c, ALL), { ...at, columnId: 'amount' }), basic];
  };
  const width = economic.amount ? 2 : 1;
  const blanks = [
    label(''),
    label(''),
    ...Array.from({ length: width }, () => valueCell('', null)),
  ];
  const rows = Array.from({ length: height }, (_, i) =>
    blocks.flatMap((block) => {
      const c = block[i];
      return c === undefined ? blanks : [code(c), label(ECONOMIC_NAMES[c]!), ...values(c)];
    }),
  );
  rows.push(footOf(books, printer, blocks.length, width));
  const names = economic.amount ? ['金额', '其中：基本支出'] : [words.economicAmount];
  const columns = blocks.flatMap(() => ['科目编码', '科目名称', ...names]);
  const top = ['人员经费', ...columns.slice(1).map((_, i) => (i === 1 + width ? '公用经费' : ''))];
  const what = economic.amount ? '支出明细情况（其中包括基本支出明细情况）' : '基本支出明细情况';
  return {
    form: 'basic-expenditure',
    number: form.number,
    title: form.title,
    headings:
      style.lineNumbers || style.columnNumbers
        ? [heading(...top), heading(...columns)]
        : [heading(...columns)],
    rows,
    notes: notesOf(style, `本表反映部门本年度一般公共预算财政拨款${what}。`, false),
    empty: false,
  };
}

function footOf(books: Books, printer: Printer, blocks: number, width: number): SheetCell[] {
  const totals = (
    lineId: string,
    item: string,
    of: (natures: readonly Entry['nature'][]) => bigint,
  ) => {
    const basic = printer.value(of(BASIC), { lineId, item, columnId: 'basic' });
    if (width === 1) return [basic];
    return [printer.value(of(ALL), { lineId, item, columnId: 'amount' }), basic];
  };
  const covered = Array.from({ length: 1 + (blocks - 2) * (2 + width) }, () => COVERED);
  return [
    label('人员经费合计'),
    COVERED,
    ...totals('personnel-total', '人员经费合计', (n) => books.personnel(n)),
    label('公用经费合计'),
    ...covered,
    ...totals('public-total', '公用经费合计', (n) => books.publicFunds(n)),
  ];
}

type Measure = 'budget' | 'final';

const MEASURES: readonly (readonly [Measure, string])[] = [
  ['budget', '预算数'],
  ['final', '决算数'],
];

interface PublicColumn {
  readonly id: string;
  readonly amount: (measure: Measure) => bigint;
}

function publicColumns(books: Books, style: Style): PublicColumn[] {
  const { threePublic: items, conference, training } = books.ledger;
  const columns: PublicColumn[] = [
    { id: 'total', amount: (m) => books.threePublicTotal(m) },
    { id: 'abroad', amount: (m) => items.abroad[m] },
    { id: 'vehicles', amount: (m) => books.vehicles(m) },
    { id: 'vehicle-purchase', amount: (m) => items['vehicle-purchase'][m] },
    { id: 'vehicle-operation', amount: (m) => items['vehicle-operation'][m] },
    { id: 'reception', amount: (m) => items.reception[m] },
  ];
  if (style.meetings) {
    columns.push({ id: 'conference', amount: (m) => conference[m] });
    columns.push({ id: 'training', amount: (m) => training[m] });
  }
  return columns;
}

/** 财政拨款“三公”经费支出决算表 in the layout of its province. */
export function threePublic(books: Books, style: Style, form: FormStyle): Sheet {
  const columns = publicColumns(books, style);
  const empty = columns.every((c) => c.amount('budget') === 0n && c.amount('final') === 0n);
  const printer = new Printer('three-public-expenses', style);
  const cell = (column: PublicColumn, [id, item]: readonly [Measure, string]) =>
    printer.value(column.amount(id), { lineId: id, item, columnId: column.id });
  const meaning =
    style.budgetMeans === 'initial'
      ? '预算数为年初预算数'
      : '预算数为全年预算数，反映按规定程序调整后的预算数';
  const notes = notesOf(
    style,
    `本表反映部门本年度“三公”经费支出预决算情况。其中，${meaning}；决算数是包括当年财政拨款和以前年度结转资金安排的实际支出。`,
    empty,
  );
  const { headings, rows } = publicLayout(style, columns, cell, empty);
  return {
    form: 'three-public-expenses',
    number: form.number,
    title: form.title,
    headings,
    rows,
    notes,
    empty,
  };
}

function publicLayout(
  style: Style,
  columns: readonly PublicColumn[],
  cell: (column: PublicColumn, measure: readonly [Measure, string]) => SheetCell,
  empty: boolean,
): { headings: SheetCell[][]; rows: SheetCell[][] } {
  const vehicles = '公务用车购置及运行维护费';
  const { abroad, operation } = style.words;
  if (style.threePublic === 'list') return publicList(style, columns, cell);
  if (style.threePublic === 'blocks') {
    const top = ['合计', abroad, vehicles, '', '', '公务接待费'];
    const under = ['', '', '小计', '公务用车购置费', operation, ''];
    return {
      headings: [
        heading('预算数', '', '', '', '', '', '决算数', '', '', '', '', ''),
        heading(...top, ...top),
        heading(...under, ...under),
        Array.from({ length: 12 }, (_, i) => numberCell(String(i + 1))),
      ],
      rows: empty ? [] : [MEASURES.flatMap((m) => columns.map((c) => cell(c, m)))],
    };
  }
  if (style.threePublic === 'rows') {
    const tail = style.meetings ? ['会议费', '培训费'] : [];
    const none = tail.map(() => '');
    const headings = [
      heading('项目', '财政拨款安排的“三公”经费', '', '', '', '', '', ...tail),
      heading('', '小计', abroad, vehicles, '', '', '公务接待费', ...none),
      heading('', '', '', '小计', '公务用车购置费', operation, '', ...none),
    ];
    if (style.columnNumbers) {
      headings.push([label('栏次'), ...columns.map((_, i) => numberCell(String(i + 1)))]);
    }
    return {
      headings,
      rows: MEASURES.map((m) => [label(m[1]), ...columns.map((c) => cell(c, m))]),
    };
  }
  const pair = columns.flatMap(() => ['预算数', '决算数']);
  return {
    headings: [
      heading('合计', '', abroad, '', vehicles, '', '', '', '', '', '公务接待费', ''),
      heading('', '', '', '', '小计', '', '公务用车购置费', '', operation, '', '', ''),
      heading(...pair),
    ],
    rows: empty ? [] : [columns.flatMap((c) => MEASURES.map((m) => cell(c, m)))],
  };
}

const LISTED: readonly (readonly [id: string, label: string])[] = [
  ['total', '合计'],
  ['abroad', '1、因公出国（境）费'],
  ['reception', '2、公务接待费'],
  ['vehicles', '3、公务用车购置及运行费'],
  ['vehicle-operation', '其中：（1）公务用车运行维护费'],
  ['vehicle-purchase', '（2）公务用车购置费'],
  ['conference', '会议费'],
  ['training', '培训费'],
];

function publicList(
  style: Style,
  columns: readonly PublicColumn[],
  cell: (column: PublicColumn, measure: readonly [Measure, string]) => SheetCell,
): { headings: SheetCell[][]; rows: SheetCell[][] } {
  const rows: SheetCell[][] = [];
  for (const [id, text] of LISTED) {
    const column = columns.find((c) => c.id === id);
    if (column) rows.push([label(text), ...MEASURES.map((m) => cell(column, m))]);
  }
  const names =
    style.budgetMeans === 'initial' && style.meetings
      ? ['年初预算数', '决算数']
      : ['预算数', '决算数'];
  return { headings: [heading('项目', ...names)], rows };
}

const INFORMATION: readonly (readonly [lineId: string | null, label: string, number: string])[] = [
  ['procurement-total', '合计', '1'],
  ['procurement-goods', '货物', '2'],
  ['procurement-works', '工程', '3'],
  ['procurement-services', '服务', '4'],
  [null, '二、机关运行经费', ''],
  ['operating-administrative', '（一）行政单位', '5'],
  ['operating-civil-service-managed', '（二）参照公务员法管理事业单位', '6'],
  [null, '三、国有资产占用情况', ''],
  ['vehicles-total', '（一）车辆数合计（辆）', '7'],
  ['vehicles-provincial-leaders', '1.副部（省）级及以上领导用车', '8'],
  ['vehicles-principal-leaders', '2.主要领导干部用车', '9'],
  ['vehicles-confidential', '3.机要通信用车', '10'],
  ['vehicles-emergency', '4.应急保障用车', '11'],
  ['vehicles-law-enforcement', '5.执法执勤用车', '12'],
  ['vehicles-special-technical', '6.特种专业技术用车', '13'],
  ['vehicles-retired-cadres', '7.离退休干部用车', '14'],
  ['vehicles-other', '8.其他用车', '15'],
  ['equipment', '（二）单价100万元（含）以上设备（不含车辆）', '17'],
];

/** 部门决算公开相关信息统计表. */
export function relatedInformation(books: Books, style: Style, form: FormStyle): Sheet {
  const printer = new Printer('related-information', style);
  const { procurement: p, operating, assets } = books.ledger;
  const money: Readonly<Record<string, bigint>> = {
    'procurement-total': p.goods + p.works + p.services,
    'procurement-goods': p.goods,
    'procurement-works': p.works,
    'procurement-services': p.services,
    'operating-administrative': operating.administrative,
    'operating-civil-service-managed': operating.managed,
  };
  const total = Object.values(assets.vehicles).reduce((a, b) => a + b, 0);
  const counts: Readonly<Record<string, number>> = {
    ...assets.vehicles,
    'vehicles-total': total,
    equipment: assets.equipment,
  };
  const rows = INFORMATION.map(([lineId, text, number]) => {
    if (lineId === null)
      return [label(text), numberCell(''), label(text.startsWith('二') ? '统计数' : '')];
    const at = { lineId, item: text, columnId: 'value' };
    const amount = money[lineId];
    const count = counts[lineId] ?? 0;
    const value =
      amount === undefined
        ? printer.printed(count === 0 ? style.zero.slice(0, 1) : String(count), at)
        : printer.value(amount, at);
    return [label(text), numberCell(number), value];
  });
  const empty = rows.every((row) => row.every((cell) => cell.truth === null || cell.text === ''));
  return {
    form: 'related-information',
    number: form.number,
    title: form.title,
    headings: [heading('一、政府采购情况', '', ''), heading('项目', '行次', '采购金额')],
    rows,
    notes: notesOf(style, '本表反映部门本年度政府采购及机关运行经费和国有资产占用情况。', empty),
    empty,
  };
}
