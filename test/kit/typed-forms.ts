import {
  type FormFields,
  fieldsOf,
  segmentOf,
  type TypedFormKind,
} from '../../src/accounts/form-fields.js';
import type { Edition } from '../../src/editions/model.js';
import { FUND_SOURCES, scoreForm, settledForm, suggestionOf } from '../../src/entry/form-scores.js';
import { formProfile, startForm } from '../../src/entry/form-start.js';
import type { EvaluationSegment } from '../../src/facts/model.js';
import { Random } from './random.js';

const NOUNS = ['管网', '泵站', '水表', '培训', '巡查', '宣传', '设备', '监测点'];
const VERBS = ['新建', '维修', '更换', '完成', '开展'];
const REASONS = ['征地手续推迟，下年三月前补齐', '供货商延期交付', '汛期停工两个月'];
const YEAR = 2023;

/** An invented performance form as somebody would fill it in; its sums follow by the method. */
export function typedFormOf(
  seed: number,
  edition: Edition,
  kind: TypedFormKind,
): EvaluationSegment {
  const random = new Random(seed);
  const pick = <T>(list: readonly T[]): T => random.pick(list);
  const profile = formProfile(edition, kind, { fiscalYear: YEAR });
  const title = kind === 'project-self-evaluation' ? `示例${pick(NOUNS)}改造项目` : '示例县水务局';
  const fields = new Map(startForm({ kind, title, profile }));
  const parts = [20 + random.int(0, 90 - 1), random.int(0, 30 - 1), 0];
  const spent = parts.map((part) => (part * (55 + random.int(0, 46 - 1))) / 100);
  FUND_SOURCES.forEach((source, at) => {
    const row = `funds/${(at + 1) * 1000}`;
    fields.set(`${row}/source`, source);
    if (at === 0) return;
    fields.set(`${row}/initial-budget`, `${parts[at - 1]}`);
    fields.set(`${row}/budget`, `${parts[at - 1]}`);
    fields.set(`${row}/executed`, `${Math.trunc(spent[at - 1]! * 100) / 100}`);
  });
  fields.set('statement/1000/label', '主管部门');
  fields.set('statement/1000/text', '示例县水务局');
  fields.set('goal/1000/expected', `${pick(VERBS)}${pick(NOUNS)}，保证供水安全和水质达标。`);
  fields.set('goal/1000/actual', `全年${pick(VERBS)}${pick(NOUNS)}若干处，水质保持稳定。`);
  if (fields.has('task/1000/name')) {
    fields.set('task/1000/name', '供水保障');
    fields.set('task/1000/content', '管网和泵站日常维护');
    fields.set('task/1000/completion', '已完成');
    fields.set('task/1000/score', '40');
  }
  fillIndicators(fields, random, pick);
  const head = { id: 't1', form: kind, fiscalYear: YEAR };
  const within = { edition: edition.id, fiscalYear: YEAR };
  const scored = scoreForm(segmentOf(head, fields), within);
  indicatorRows(fields).forEach((row, at) => {
    const weight = fields.get(`indicator/${row}/weight`)!;
    const score = suggestionOf(scored, at) ?? weight;
    fields.set(`indicator/${row}/score`, score);
    if (score !== weight) fields.set(`indicator/${row}/reason-explanation`, pick(REASONS));
  });
  return settledForm(segmentOf(head, fields), within);
}

function fillIndicators(
  fields: Map<string, string>,
  random: Random,
  pick: <T>(list: readonly T[]) => T,
): void {
  for (const [at, row] of indicatorRows(fields).entries()) {
    const second = fields.get(`indicator/${row}/second`)!;
    const [unit, sign] = /成本/.test(second)
      ? ['万元', '≤']
      : /数量/.test(second)
        ? [pick(['处', '公里', '人次']), '≥']
        : ['%', '≥'];
    const target = unit === '%' ? 80 + random.int(0, 15 - 1) : 10 + random.int(0, 90 - 1);
    const reached =
      sign === '≤' ? target - random.int(0, 5 - 1) : target - random.int(0, 6 - 1) + 2;
    const name = `${pick(VERBS)}${pick(NOUNS)}${unit === '%' ? '达标率' : '数'}${at + 1}`;
    fields.set(`indicator/${row}/name`, name);
    fields.set(`indicator/${row}/target`, `${sign}${target}${unit}`);
    fields.set(`indicator/${row}/actual`, `${reached}${unit}`);
  }
}

function indicatorRows(fields: FormFields): readonly number[] {
  return [...fields.keys()].flatMap((path) => {
    const row = /^indicator\/(\d+)\/name$/.exec(path)?.[1];
    return row === undefined ? [] : [Number(row)];
  });
}

/** What a form says, wherever it stands: the same for a form and for its copy in a document. */
export function saidBy(segment: EvaluationSegment): readonly string[] {
  const numbers = new Map<string, Map<string, number>>();
  const said = [...fieldsOf(segment)].flatMap(([path, text]) => {
    const [group = '', row, column] = path.split('/');
    if (path === 'asks-reasons' || text === '') return [];
    if (row === undefined) return [`${group}=${plain(text)}`];
    const rows = numbers.get(group) ?? new Map<string, number>();
    numbers.set(group, rows);
    if (!rows.has(row)) rows.set(row, rows.size + 1);
    return [`${group}/${rows.get(row)}/${column}=${plain(text)}`];
  });
  return said.filter((each) => !/^(?:statement|unit)\b/.test(each)).sort();
}

/** 75 and 75.00 are one amount, and 12.5% one rate. */
function plain(text: string): string {
  const bare = text.replace(/\s/g, '').replace(/,/g, '');
  return /^\d+\.\d+%?$/.test(bare) ? bare.replace(/0+(%?)$/, '$1').replace(/\.(%?)$/, '$1') : bare;
}
