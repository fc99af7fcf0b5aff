import { createLedger } from './bookkeeping.js';
import { Books } from './books.js';
import {
  DialectWriter,
  type KitDialect,
  type PlacedCell,
  type PlacedFigure,
  type PlacedSheet,
} from './dialects.js';
import type { Ledger, Scenario } from './ledger.js';
import { liaoningNarrative } from './narrative-liaoning.js';
import { shaanxiNarrative } from './narrative-shaanxi.js';
import { type ShanghaiWords, shanghaiNarrative } from './narrative-shanghai.js';
import { shanxiNarrative } from './narrative-shanxi.js';
import { body, type Paragraph, Prose, type ProseStyle, title } from './prose.js';
import { heading, label, type Sheet } from './sheet.js';
import { type KitEdition, STYLES, type Style } from './styles.js';
import { sheetsOf } from './tables.js';

export interface DocumentRequest {
  readonly seed: number;
  readonly edition: KitEdition;
  readonly dialect: KitDialect;
  readonly year?: number;
  readonly scenario?: Partial<Scenario>;
  /** Name of the invented unit, instead of the drawn one. */
  readonly unit?: string;
}

export interface DocumentTruth {
  readonly entity: string;
  readonly units: readonly string[];
  readonly fiscalYear: number;
  readonly unit: '元' | '万元';
  readonly edition: KitEdition;
  /** Statutory forms in printed order; `empty` where no amount is printed. */
  readonly forms: readonly PlacedSheet[];
  readonly cells: readonly PlacedCell[];
  readonly figures: readonly PlacedFigure[];
}

export interface KitDocument {
  readonly text: string;
  readonly truth: DocumentTruth;
  readonly ledger: Ledger;
}

const MANNERS: Readonly<Record<KitEdition, ProseStyle>> = {
  shanxi: manner(true, false, false, '增长', '下降', '持平'),
  shaanxi: manner(true, false, true, '增长', '下降', '无增减'),
  liaoning: manner(false, true, false, '增长', '降低', '持平'),
  shanghai: manner(false, true, false, '增长', '降低', '持平'),
  'invented-east': manner(true, false, false, '增幅', '降幅', '持平'),
  'invented-west': manner(false, false, false, '增长', '下降', '持平'),
};

const EAST_WORDS: ShanghaiWords = {
  than: () => '较上年，',
  completion: '为年初预算的',
  budget: '年初预算数为',
};

function manner(
  separators: boolean,
  spaced: boolean,
  trimmed: boolean,
  up: string,
  down: string,
  same: string,
): ProseStyle {
  return { separators, spaced, trimmed, up, down, same };
}

function narrativeOf(books: Books, style: Style): Paragraph[] {
  const prose = new Prose(style, MANNERS[style.id]);
  switch (style.id) {
    case 'shanxi':
      return shanxiNarrative(books, prose);
    case 'shaanxi':
    case 'invented-west':
      return shaanxiNarrative(books, prose);
    case 'liaoning':
      return liaoningNarrative(books, prose);
    case 'shanghai':
      return shanghaiNarrative(books, prose);
    case 'invented-east':
      return shanghaiNarrative(books, prose, EAST_WORDS);
  }
}

/**
 * Writes a whole invented final account. The same request gives the same text. A writer of one's
 * own sees every piece as it is written.
 */
export function composeText(
  request: DocumentRequest,
  writer = new DialectWriter(request.dialect),
): KitDocument {
  const base = STYLES[request.edition];
  const year = request.year ?? base.year;
  // Where a dialect drops blank cells, a blank could not be told from a missing one.
  const zero = request.dialect === 'space' ? '0.00' : base.zero;
  const style: Style = { ...base, year, zero, forms: retitled(base, year) };
  const drawn = createLedger(request.seed, year, request.scenario);
  const ledger =
    request.unit === undefined ? drawn : { ...drawn, unit: request.unit, units: [request.unit] };
  const books = new Books(ledger);
  const sheets = sheetsOf(books, style);
  cover(writer, ledger, style, sheets);
  const tables = (part: string) => writeTables(writer, ledger, style, sheets, part);
  const narrative = (part: string) => {
    writer.line(`第${part}部分 ${partTitle(ledger, '部门决算情况说明')}`);
    for (const paragraph of narrativeOf(books, style)) writer.paragraph(paragraph);
  };
  if (style.tablesFirst) {
    tables('二');
    narrative('三');
    terms(writer, '四');
  } else if (style.id === 'liaoning') {
    narrative('二');
    terms(writer, '三');
    tables('四');
  } else {
    narrative('二');
    tables('三');
    terms(writer, '四');
  }
  const truth: DocumentTruth = {
    entity: ledger.unit,
    units: ledger.units,
    fiscalYear: year,
    unit: style.unit,
    edition: request.edition,
    forms: writer.sheets,
    cells: writer.cells,
    figures: writer.figures,
  };
  return { text: writer.out.text(), truth, ledger };
}

function retitled(style: Style, year: number): Style['forms'] {
  return style.forms.map((form) => ({
    ...form,
    title: form.title.replace(`${style.year}年度`, `${year}年度`),
  }));
}

function partTitle(ledger: Ledger, what: string): string {
  return `${ledger.year}年度${what}`;
}

function cover(
  writer: DialectWriter,
  ledger: Ledger,
  style: Style,
  sheets: readonly Sheet[],
): void {
  const { unit, year, theme, units } = ledger;
  writer.line(unit);
  writer.line(`${year}年度部门决算公开`);
  if (style.emptyTable === 'list') {
    writer.line('保密审查情况：已审查');
    writer.line('部门主要负责人审签情况：已审签');
  }
  writer.line('目 录');
  writer.line(`第一部分 ${unit}概况`);
  const order = style.tablesFirst
    ? ['部门决算表', '部门决算情况说明']
    : ['部门决算情况说明', '部门决算表'];
  order.forEach((what, i) => {
    writer.line(`第${'二三'[i]!}部分 ${partTitle(ledger, what)}`);
  });
  for (const sheet of sheets) writer.line(sheet.title);
  writer.line('第四部分 名词解释');
  writer.line(`第一部分 ${unit}概况`);
  writer.paragraph(title(2, '一、主要职责'));
  writer.paragraph(body(`${unit}负责${theme.duty}，承办上级交办的其他事项。`));
  writer.paragraph(title(2, units.length > 1 ? '二、部门决算单位构成' : '二、机构设置情况'));
  if (units.length > 1) {
    writer.paragraph(body(`纳入${year}年度部门决算编制范围的单位共${units.length}个，包括：`));
    units.forEach((name, i) => {
      writer.paragraph(body(`${i + 1}. ${name}`));
    });
  } else {
    writer.paragraph(body('内设综合股、业务股两个股室。'));
  }
}

function writeTables(
  writer: DialectWriter,
  ledger: Ledger,
  style: Style,
  sheets: readonly Sheet[],
  part: string,
): void {
  writer.line(`第${part}部分 ${partTitle(ledger, '部门决算表')}`);
  if (style.emptyTable === 'list') writeEmptyList(writer, sheets);
  const frame = {
    entity: `${style.entityLabel}：${ledger.unit}`,
    unit: `${style.unitLabel}：${style.unit}`,
    year: style.yearLine ? `${ledger.year}年度` : null,
  };
  for (const sheet of sheets) writer.sheet(sheet, frame);
}

/** 序号 内容 是否空表 表格为空的理由. */
function writeEmptyList(writer: DialectWriter, sheets: readonly Sheet[]): void {
  const rows = sheets.map((sheet, i) => [
    label(`表${i + 1}`),
    label(sheet.title),
    label(sheet.empty ? '是' : '否'),
    label(sheet.empty ? '本部门不涉及故公开空表' : ''),
  ]);
  const headings = [heading('序号', '内容', '是否空表', '表格为空的理由')];
  const list = { form: null, number: '', title: '目录', headings, rows, notes: [], empty: false };
  writer.list(list);
}

const TERMS: readonly (readonly [string, string])[] = [
  ['财政拨款收入', '指单位从同级财政部门取得的财政预算资金。'],
  ['基本支出', '指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。'],
  ['项目支出', '指在基本支出之外为完成特定行政任务和事业发展目标所发生的支出。'],
  ['“三公”经费', '指用财政拨款安排的因公出国（境）费、公务用车购置及运行维护费和公务接待费。'],
  ['机关运行经费', '指行政单位和参照公务员法管理的事业单位用于购买货物和服务的各项资金。'],
];

function terms(writer: DialectWriter, part: string): void {
  writer.line(`第${part}部分 名词解释`);
  TERMS.forEach(([name, meaning], i) => {
    writer.paragraph(body(`${i + 1}. ${name}：${meaning}`));
  });
}
