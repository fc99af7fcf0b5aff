import { amountOf } from '../../src/base/amount.js';
import { parseNumeral } from '../../src/base/numeral.js';
import { linePlace, type Place } from '../../src/base/place.js';
import { evaluationForm } from '../../src/facts/evaluations/from-blocks.js';
import type { CellFact, Figure, Filing, FormFact, Section } from '../../src/facts/model.js';
import type { CheckResult, Finding } from '../../src/findings/model.js';
import type { FormId } from '../../src/forms/model.js';

/**
 * An invented publication, with a tab-separated table, prose, a very long line and odd characters.
 */
export const SOURCE_LINES: readonly string[] = [
  '某某县示例服务中心',
  '2023年度部门决算',
  '',
  '第二部分 决算表',
  '收入决算表',
  '公开02表\t\t\t金额单位：元',
  '项目\t\t本年收入合计\t财政拨款收入\t其他收入',
  '功能分类科目编码\t科目名称\t\t\t',
  '合计\t\t49,288,702.68\t49,288,436.53\t266.15',
  '208\t社会保障和就业支出\t1,292,767.52\t1,292,767.52\t',
  '210\t卫生健康支出\t47,995,935.16\t47,995,669.01\t266.15',
  '',
  '收入支出决算总表',
  '本年收入合计\t27\t49,288,436.53\t本年支出合计\t58\t49,288,436.53',
  '总计\t31\t49,288,436.53\t总计\t62\t49,288,436.53',
  '',
  '第三部分 情况说明',
  '一、收入支出决算总体情况说明',
  '2023年度收入总计4,928.84万元。与2022年相比，增加100.00万元，增长12.5%。主要原因是<业务>增加。',
  `${'本中心认真履行职责，做好各项工作。'.repeat(12)}本年支出合计4,928.48万元，其中基本支出1,000.00万元。${'各项工作稳步推进。'.repeat(20)}`,
  'Control \u001b[31mred\u001b[0m \u202egnirts & "quoted" <b>',
];

/** The place of a text on a 1-based line; the n-th time it occurs there. */
export function at(line: number, text: string, nth = 0): Place {
  const source = SOURCE_LINES[line - 1] ?? '';
  let from = source.indexOf(text);
  for (let times = 0; times < nth; times += 1) from = source.indexOf(text, from + 1);
  if (from < 0) throw new Error(`${text} is not on line ${line}`);
  return linePlace(line, from, from + text.length, text);
}

function cell(
  form: FormId,
  names: { line: string; code?: string; item: string; column: string; columnId: string },
  place: Place,
): CellFact {
  const numeral = parseNumeral(place.text ?? '');
  return {
    form,
    row: place.line ?? 0,
    side: null,
    line: null,
    lineId: names.line,
    code: names.code ?? null,
    item: names.item,
    under: null,
    column: names.column,
    columnId: names.columnId,
    value: (place.text ?? '').replaceAll(',', ''),
    unit: '元',
    decimals: 2,
    origin: 'printed',
    confidence: null,
    settledBy: [],
    place,
    amount: numeral ? amountOf(numeral, '元') : null,
  };
}

function form(id: FormId, title: string, line: number, cells: readonly CellFact[]): FormFact {
  return {
    form: id,
    number: id === 'income' ? '公开02表' : null,
    title,
    unit: '元',
    unitDeclared: id === 'income',
    entity: null,
    fiscalYear: 2023,
    empty: cells.length === 0,
    unknownColumns: [],
    cells,
    notes: [],
    place: at(line, title),
  };
}

const TOTAL = { line: 'total', item: '合计' };
const CURRENT = { column: '本年收入合计', columnId: 'current-year' };

export const INCOME_TOTAL = at(9, '49,288,702.68');
export const SUMMARY_TOTAL = at(14, '49,288,436.53');

/** A performance form of which nothing was read. */
const NO_FORM = evaluationForm([]);

const FORMS: readonly FormFact[] = [
  form('income', '收入决算表', 5, [
    cell('income', { ...TOTAL, ...CURRENT }, INCOME_TOTAL),
    cell(
      'income',
      { ...TOTAL, column: '财政拨款收入', columnId: 'appropriation' },
      at(9, '49,288,436.53'),
    ),
    cell('income', { ...TOTAL, column: '其他收入', columnId: 'other' }, at(9, '266.15')),
    cell(
      'income',
      { line: '208', code: '208', item: '社会保障和就业支出', ...CURRENT },
      at(10, '1,292,767.52'),
    ),
  ]),
  form('income-expenditure-summary', '收入支出决算总表', 13, [
    cell(
      'income-expenditure-summary',
      { line: 'current-income', item: '本年收入合计', column: '决算数', columnId: 'final' },
      SUMMARY_TOTAL,
    ),
  ]),
];

function section(id: string, title: string, line: number, level: number): Section {
  const part = level === 1 && line < 10 ? 'tables' : 'narrative';
  return { id, title, level, parent: null, part, fiscalYear: null, place: at(line, title) };
}

function figure(
  id: string,
  label: string,
  unit: string,
  kind: Figure['kind'],
  place: Place,
): Figure {
  const numeral = parseNumeral(place.text ?? '');
  return {
    id,
    section: 's3',
    label,
    value: place.text,
    unit,
    kind,
    role: kind === 'percentage' ? 'rate' : 'reported',
    direction: 0,
    year: 2023,
    scope: 'all-funds',
    about: null,
    concept: 'income-total',
    base: null,
    numeral,
    amount: null,
    place,
  };
}

export const FILING: Filing = {
  id: 'example.txt',
  file: 'example.txt',
  kind: 'final-account',
  entity: '某某县示例服务中心',
  entities: [{ name: '某某县示例服务中心', role: 'unit', place: at(1, '某某县示例服务中心') }],
  fiscalYear: 2023,
  unit: '元',
  edition: 'general',
  sections: [
    section('s1', '第二部分 决算表', 4, 1),
    section('s2', '第三部分 情况说明', 17, 1),
    section('s3', '一、收入支出决算总体情况说明', 18, 2),
  ],
  forms: FORMS,
  evaluations: [
    {
      id: 'e1',
      form: 'project-self-evaluation',
      title: '示例项目',
      fiscalYear: 2023,
      place: at(20, '各项工作'),
      content: NO_FORM,
      endLine: 21,
    },
  ],
  passages: [],
  figures: [
    figure('g1', '收入总计', '万元', 'amount', at(19, '4,928.84')),
    figure('g2', '收入总计', '%', 'percentage', at(19, '12.5')),
  ],
  statements: [],
  lists: [],
  unread: [
    { what: '第 3 列', why: { zh: '列的位置不明', en: 'columns unknown' }, place: at(15, '总计') },
  ],
};

const ARITHMETIC = { regulation: 'arithmetic', clause: null, quote: null } as const;

type Given = Partial<Finding> & Pick<Finding, 'id' | 'rule' | 'message' | 'places'>;

/** A finding with nothing but what is given. */
export function finding(given: Given): Finding {
  return {
    severity: 'error',
    remedy: { zh: '请对照原始报表核实两处数字', en: 'Verify both figures against the ledger' },
    expected: null,
    reported: null,
    difference: null,
    unit: null,
    cause: null,
    explanations: [],
    suspect: null,
    basis: ARITHMETIC,
    ...given,
  };
}

const FINDINGS: readonly Finding[] = [
  finding({
    id: 'income.total-equals-summary:income/total/current-year',
    rule: 'income.total-equals-summary',
    message: {
      zh: '收入决算表“合计”49,288,702.68 与收入支出决算总表“本年收入合计”49,288,436.53 不一致，相差 266.15，请核实',
      en: 'The income total and that of the summary disagree by 266.15; please verify',
    },
    reported: '49288702.68',
    difference: '266.15',
    unit: '元',
    places: [INCOME_TOTAL, SUMMARY_TOTAL],
    suspect: { key: 'income/total/current-year', place: INCOME_TOTAL, value: '49288436.53' },
    explanations: [
      {
        edits: [{ place: INCOME_TOTAL, key: 'income/total/current-year', value: '49288436.53' }],
        cost: 1,
        why: { zh: '改这一处即可', en: 'one change' },
      },
      {
        edits: [
          { place: SUMMARY_TOTAL, key: 'a/b', value: '49288702.68' },
          { place: at(15, '49,288,436.53'), key: 'a/c', value: '49288702.68' },
        ],
        cost: 2,
        why: { zh: '差额与“其他收入”相等', en: 'the difference equals another cell' },
      },
    ],
  }),
  finding({
    id: 'income.row-sum:income/total',
    rule: 'income.row-sum',
    message: {
      zh: '收入决算表“合计”各列之和与“本年收入合计”不一致，请核实',
      en: 'The columns of the total line do not add up; please verify',
    },
    places: [INCOME_TOTAL, at(9, '49,288,436.53'), at(9, '266.15')],
    cause: 'income.total-equals-summary:income/total/current-year',
  }),
  finding({
    id: 'narrative.amount:figure/expenditure',
    rule: 'narrative.amount',
    message: {
      zh: '文字“本年支出合计4,928.48万元”与收入支出决算总表不一致，请核实',
      en: 'The narrative and the summary disagree on the expenditure; please verify',
    },
    expected: '4928.84',
    reported: '4928.48',
    difference: '-0.36',
    unit: '万元',
    places: [at(20, '4,928.48'), at(14, '49,288,436.53', 1)],
  }),
  finding({
    id: 'narrative.rate:figure/income',
    rule: 'narrative.rate',
    severity: 'warning',
    message: {
      zh: '“增长12.5%”与增加额不一致，按表列数计算为 2.1%，请核实',
      en: '"12.5%" does not follow from the change; please verify',
    },
    expected: '2.1',
    reported: '12.5',
    unit: '%',
    places: [at(19, '12.5'), at(19, '100.00'), at(19, '4,928.84')],
  }),
  finding({
    id: 'text.odd:1',
    rule: 'text.odd-characters',
    severity: 'info',
    message: { zh: '文字中有控制字符', en: 'The text has control characters' },
    places: [at(21, '\u001b[31mred')],
  }),
];

export const RESULT: CheckResult = {
  rules: { holds: 210, roundingConsistent: 3, fails: 5, undecided: 3, notApplicable: 31 },
  findings: FINDINGS,
  undecided: [
    {
      rule: 'a.first',
      why: { zh: '缺少支出决算表', en: 'the expenditure table is missing' },
      places: [],
    },
    {
      rule: 'a.second',
      why: { zh: '缺少支出决算表', en: 'the expenditure table is missing' },
      places: [at(4, '决算表')],
    },
    {
      rule: 'b.third',
      why: { zh: '有一格没有读出', en: 'a cell is unread' },
      places: [INCOME_TOTAL],
    },
  ],
};
