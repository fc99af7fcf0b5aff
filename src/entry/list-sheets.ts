import type { Input, InputGroup } from '../forms/inputs.js';
import { inputs } from '../forms/inputs.js';
import { ECONOMIC_CODES } from '../terms/economic-codes.js';
import { FUNCTIONAL_CODES } from '../terms/functional-codes.js';
import type { Spots } from './form-sheet.js';
import type { Identity } from './identities.js';
import type { EntryCell, EntryFormat, EntrySheet, EntrySpot } from './model.js';

/** Sheets that every entry workbook has. */
export const SHEETS = {
  guide: '填表说明',
  basics: '基本信息',
  told: '补充信息',
  reasons: '原因说明',
  budget: '年初预算',
  checks: '核对',
  codes: '科目表',
} as const;

const label = (text: string, indent = 0): EntryCell => ({
  ...{ kind: 'label', text, align: 'start' },
  ...(indent > 0 ? { indent } : {}),
});
const heading = (text: string): EntryCell => ({ kind: 'heading', text, align: 'center' });
const remark = (text: string): EntryCell => ({ kind: 'remark', text, align: 'start' });
const typed = (format: EntryFormat, more: Partial<EntryCell> = {}): EntryCell => ({
  ...{ kind: 'typed', text: '', align: format === 'text' ? 'start' : 'end', format },
  ...more,
});

function titled(text: string, across: number): readonly (EntryCell | null)[] {
  const cell: EntryCell = { kind: 'title', text, align: 'center', colspan: across };
  return [cell, ...Array.from({ length: across - 1 }, () => null)];
}

/** How the workbook is filled in and what becomes of it. */
export function guideSheet(editionName: string, edition: string): EntrySheet {
  const steps = [
    `本工作簿按“${editionName}”的表式编制，填好后用明账生成可以公开的文件。`,
    `一、先填“${SHEETS.basics}”：单位名称和年度会带到每张表上。`,
    '二、逐张填写决算表。白色单元格填写；灰色单元格是公式，自动合计，不能改动。金额一律以元填写。',
    '三、按科目填列的表可以只填项级（7位编码）；类、款由程序汇总。科目名称按“科目表”带出，可以改写。',
    `四、“${SHEETS.budget}”按功能科目和支出类型填年初批复的预算，用来计算完成率；没有年初预算的留空。`,
    `五、“${SHEETS.told}”“${SHEETS.reasons}”填写表中没有的数和文字；没有的留空，生成时会列出还缺什么，不会替您编写。`,
    `六、看“${SHEETS.checks}”：表内、表间应当相等的数是否相符。不符的先改，再生成。`,
    '七、上年的数和文字不用重填：生成时用 --last-year 给出上年公开的文件。',
    '八、绩效自评表一个项目一张，执行率、总分和等级按办法自动计算；不够的，在工作表标签上点右键复制一张；不填名称的不算。',
    `生成：mingzhang build 本工作簿.xlsx --last-year 上年公开.docx --edition ${edition} --out 输出文件夹`,
  ];
  return {
    name: SHEETS.guide,
    orientation: 'portrait',
    // Not wider than the paper: a sheet of one column is not made smaller.
    widths: [88],
    rows: [titled('填表说明', 1), ...steps.map((step) => [remark(step)])],
    frozen: [0, 0],
    guarded: true,
  };
}

/** Where the unit and the year are typed. */
export const BASICS: Readonly<Record<'entity' | 'year', EntrySpot>> = {
  entity: { sheet: SHEETS.basics, row: 2, column: 1 },
  year: { sheet: SHEETS.basics, row: 3, column: 1 },
};

export function basicsSheet(): EntrySheet {
  const asked: readonly (readonly [string, EntryCell, string])[] = [
    ['单位名称', typed('text'), '全称，与公章一致'],
    ['年度', typed('text'), '四位数字，如 2023'],
    [
      '金额单位',
      typed('text', { text: '元', choices: ['元'] }),
      '金额以元填写，印成万元由程序换算',
    ],
    ['单位类型', typed('text', { choices: UNIT_TYPES }), '决定机关运行经费等内容'],
  ];
  const rows = asked.map(([text, cell, note]) => [label(text), cell, remark(note)]);
  return {
    name: SHEETS.basics,
    orientation: 'portrait',
    widths: [24, 50, 40],
    rows: [titled('基本信息', 3), HEADINGS, ...rows],
    frozen: [2, 0],
    guarded: true,
  };
}

const UNIT_TYPES = ['行政单位', '参照公务员法管理事业单位', '事业单位'];

const HEADINGS = ['填报项目', '填报内容', '填报说明'].map(heading);

const GROUP_NAMES: Readonly<Record<InputGroup, string>> = {
  cover: '封面',
  overview: '概况',
  counts: '“三公”经费相关数量',
  procurement: '机关运行经费、政府采购',
  performance: '预算绩效',
  contact: '联系方式',
};

/** What no table tells. */
export function toldSheet(): EntrySheet {
  const rows: (readonly (EntryCell | null)[])[] = [];
  let group: InputGroup | null = null;
  for (const input of inputs()) {
    if (input.group !== group) {
      group = input.group;
      rows.push([remark(`【${GROUP_NAMES[group]}】`), null, null]);
    }
    rows.push([label(input.label), toldCell(input), remark(noteOf(input))]);
  }
  return {
    name: SHEETS.told,
    orientation: 'portrait',
    widths: [34, 60, 44],
    rows: [titled('补充信息', 3), HEADINGS, ...rows],
    frozen: [2, 0],
    guarded: true,
  };
}

function toldCell({ kind, note, options }: Input): EntryCell {
  const choices = options === undefined ? {} : { choices: options };
  const format = kind === 'count' ? 'count' : kind === 'amount' ? 'amount' : 'text';
  return typed(format, { ...choices, hint: note });
}

function noteOf({ kind, unit, note }: Input): string {
  const measured = kind === 'amount' ? '元' : unit;
  return measured === null ? note : `${note}（${measured}）`;
}

/** Why amounts are as they are: the labels of what an edition asks for. */
export function reasonsSheet(labels: readonly string[]): EntrySheet {
  const rows = labels.map((text) => [label(text), typed('text'), remark('没有变动的留空')]);
  const free = Array.from({ length: 30 }, () => [
    typed('text', { hint: '科目编码和名称，如：2130301 行政运行与年初预算差异的原因' }),
    typed('text'),
    remark(''),
  ]);
  return {
    name: SHEETS.reasons,
    orientation: 'portrait',
    widths: [50, 70, 20],
    rows: [titled('原因说明', 3), HEADINGS, ...rows, ...free],
    frozen: [2, 0],
    guarded: true,
  };
}

const BUDGET_LINES = 120;

/** 年初预算 by fund, function and kind: a ledger of its own. */
export function budgetSheet(): EntrySheet {
  const line = [
    typed('text', {
      choices: ['一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'],
    }),
    typed('code', { hint: '功能分类科目编码，7位', align: 'start' }),
    typed('text', { choices: ['基本支出', '项目支出'] }),
    typed('amount'),
  ];
  return {
    name: SHEETS.budget,
    orientation: 'portrait',
    widths: [32, 24, 16, 24],
    rows: [
      titled('年初预算', 4),
      [remark('单位：元'), null, null, null],
      ['资金来源', '功能科目编码', '支出类型', '年初预算数'].map(heading),
      ...Array.from({ length: BUDGET_LINES }, () => line),
    ],
    frozen: [3, 0],
    guarded: true,
  };
}

const CHECK_HEADINGS = ['核对内容', '左边', '关系', '右边', '差额', '结果'].map(heading);

/** Every identity of the rules whose cells are all in the workbook, with live formulas. */
export function checksSheet(identities: readonly Identity[], spots: Spots): EntrySheet {
  const rows: (readonly EntryCell[])[] = [];
  for (const { title, about, relation, left, right } of identities) {
    const [a, b] = [left, right].map((side) =>
      side.map(({ sign, cell }) => ({ sign, spot: spots.get(cell) })),
    );
    if ([...a!, ...b!].some(({ spot }) => spot === undefined)) continue;
    // A side without cells stands for what no sheet has.
    if (relation === '=' && (left.length === 0 || right.length === 0)) continue;
    const row = rows.length + 2;
    const at = (column: number): EntrySpot => ({ sheet: SHEETS.checks, row, column });
    const sum = (side: typeof a): EntryCell => ({
      ...{ kind: 'computed', text: '', align: 'end', format: 'amount' },
      formula: {
        kind: 'sum',
        add: side!.flatMap(({ sign, spot }) => (sign === 1 ? [spot!] : [])),
        less: side!.flatMap(({ sign, spot }) => (sign === -1 ? [spot!] : [])),
      },
    });
    rows.push([
      label(`${title.zh}：${about}`),
      sum(a),
      { kind: 'label', text: SIGNS[relation], align: 'center' },
      sum(b),
      {
        ...{ kind: 'computed', text: '', align: 'end', format: 'amount' },
        formula: { kind: 'difference', left: at(1), right: at(3) },
      },
      {
        ...{ kind: 'computed', text: '', align: 'center' },
        formula: { kind: 'verdict', difference: at(4), relation, good: '相符', bad: '不符' },
      },
    ]);
  }
  return {
    name: SHEETS.checks,
    orientation: 'landscape',
    widths: [60, 20, 6, 20, 18, 10],
    rows: [titled('核对', 6), CHECK_HEADINGS, ...rows],
    frozen: [2, 1],
    guarded: true,
  };
}

const SIGNS = { '=': '＝', '<=': '≤', '>=': '≥' } as const;

/** Codes and their names, looked up by the forms. */
export function codesSheet(): {
  readonly sheet: EntrySheet;
  readonly range: readonly [EntrySpot, EntrySpot];
} {
  const names = new Map<string, string>();
  for (const [code, name, , to] of FUNCTIONAL_CODES) if (to === null) names.set(code, name);
  for (const [code, name] of ECONOMIC_CODES) names.set(code, name);
  const rows = [...names].map(([code, name]) => [label(code), label(name)]);
  const spot = (row: number, column: number) => ({ sheet: SHEETS.codes, row, column });
  return {
    sheet: {
      name: SHEETS.codes,
      orientation: 'portrait',
      widths: [16, 60],
      rows: [titled('科目表', 2), ['编码', '名称'].map(heading), ...rows],
      frozen: [2, 0],
      guarded: true,
    },
    range: [spot(2, 0), spot(rows.length + 1, 1)],
  };
}
