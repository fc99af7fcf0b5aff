import { editionOf } from '../editions/catalogue.js';
import type { Edition, EditionForm } from '../editions/model.js';
import { isApprovedTables } from '../facts/approved.js';
import type { Lookup } from '../facts/lookup.js';
import type { Filing, FormFact } from '../facts/model.js';
import type { FormId } from '../forms/model.js';
import { formOf } from '../forms/statutory.js';
import { page } from './examples.js';
import type { Instance, Rule } from './model.js';
import { DISCLOSURE } from './narrative-basis.js';
import { fails, holds, undecided } from './narrative-judge.js';

/** Fewer tables are an excerpt, not a published account. */
const ENOUGH = 5;

function isAccount(filing: Filing): boolean {
  return (
    filing.kind === 'final-account' &&
    !filing.partial &&
    filing.forms.length >= ENOUGH &&
    // What is approved is not what is published.
    !isApprovedTables(filing)
  );
}

/** Every table of the edition is there; an empty one too. */
function* formInstances(facts: Lookup): Iterable<Instance> {
  const { filing } = facts;
  if (!isAccount(filing)) return;
  const edition = editionOf(filing.edition);
  for (const wanted of edition.forms) {
    const form = facts.form(wanted.form);
    const key = `form/${wanted.form}`;
    if (form) yield holds([form.place]);
    else if (couldBeUnread(filing, wanted)) yield unread(key, wanted);
    else if (!isDue(wanted.form, filing.fiscalYear)) continue;
    else {
      const title = formOf(wanted.form).title;
      yield fails(
        key,
        [filing.forms.at(-1)!.place],
        {
          zh: `没有找到《${title}》，没有数据的表也应公开空表并说明，请核实`,
          en: `${title} was not found; a table without data is published empty with a statement`,
        },
        // Another province may print it in a form of its own.
        edition.id === 'general' ? { severity: 'warning' } : {},
      );
    }
  }
}

/**
 * Titles of the tables of an edition that are not among these. What another province may print in
 * a form of its own is not missed where the edition is not known.
 */
export function tablesLacking(
  there: Iterable<FormId>,
  { id, forms }: Edition,
  fiscalYear: number,
): readonly string[] {
  const known = new Set(there);
  return forms
    .filter(({ form }) => !known.has(form) && isDue(form, fiscalYear))
    .filter(({ form }) => id !== 'general' || form !== 'related-information')
    .map(({ title }) => title);
}

/** The ninth table came later than the others. */
function isDue(form: FormId, fiscalYear: number | null): boolean {
  return form !== 'state-capital-operations' || (fiscalYear ?? 0) >= 2019;
}

function couldBeUnread(filing: Filing, { form, title }: EditionForm): boolean {
  const words = [title, formOf(form).title];
  return filing.unread.some(({ what }) => words.some((word) => what.includes(word)));
}

function unread(key: string, { form }: EditionForm) {
  const { title } = formOf(form);
  return undecided(key, [], {
    zh: `《${title}》没有读出，不能判断是否公开`,
    en: `${title} could not be read`,
  });
}

const TOPICS: Partial<Readonly<Record<FormId, RegExp>>> = {
  'government-managed-funds': /政府性基金/,
  'state-capital-operations': /国有资(?:本|金)经营/,
  'three-public-expenses': /三公/,
};

const NOTHING = /没有|无|不涉及|未发生|未安排|为空|为零|不存在|空表|未产生/;

/** An empty table says that and why it is empty, below it or in the text. */
function* emptyInstances(facts: Lookup): Iterable<Instance> {
  const { filing } = facts;
  if (filing.kind !== 'final-account' || isApprovedTables(filing)) return;
  for (const form of filing.forms) {
    if (!form.empty) continue;
    if (isExplained(filing, form)) yield holds([form.place]);
    else if (filing.partial) {
      yield undecided(`empty/${form.form}`, [form.place], {
        zh: `文件有内容没有读到，不能判断《${form.title}》为空有没有说明`,
        en: `parts of the file were not read: whether something says why ${form.title} is empty`,
      });
    } else {
      yield fails(`empty/${form.form}`, [form.place], {
        zh: `《${form.title}》为空表，没有找到为空的说明，请核实`,
        en: `${form.title} is empty and nothing says why`,
      });
    }
  }
}

function isExplained(filing: Filing, form: FormFact): boolean {
  if (form.notes.some(({ text }) => NOTHING.test(text))) return true;
  const topic = TOPICS[form.form] ?? new RegExp(formOf(form.form).title.slice(0, 4));
  const titles = new Map(filing.sections.map(({ id, title }) => [id, title]));
  return filing.passages.some(({ section, text }) => {
    if (!NOTHING.test(text)) return false;
    const title = titles.get(section) ?? '';
    return topic.test(text.replace(/[“”]/g, '')) || topic.test(title.replace(/[“”]/g, ''));
  });
}

const FIVE = `收入支出决算总表
  收入 本年收入合计 100.00
  收入决算表
  合计 本年收入合计=100.00
  支出决算表
  合计 本年支出合计=100.00
  财政拨款收入支出决算总表
  收入 本年收入合计 100.00
  一般公共预算财政拨款支出决算表
  合计 小计=100.00`;

const OTHERS = [
  '财政拨款“三公”经费支出决算表\n决算数 合计=1.00',
  '一般公共预算财政拨款基本支出决算表\n合计 基本支出=100.00',
  '政府性基金预算财政拨款收入支出决算表',
  '国有资本经营预算财政拨款支出决算表',
];

/** The tables that have to be published. */
export const FORM_COMPLETENESS_RULES: readonly Rule[] = [
  {
    id: 'completeness.forms',
    title: { zh: '规定的决算表齐全', en: 'Every statutory table is published' },
    severity: 'error',
    editions: null,
    years: null,
    basis: DISCLOSURE,
    remedy: {
      zh: '补充公开缺少的表；没有数据的公开空表并说明原因。',
      en: 'Publish the table, empty and with the reason where there is nothing to report.',
    },
    examples: {
      holds: page([FIVE, ...OTHERS].join('\n')),
      fails: page([FIVE, ...OTHERS.slice(1)].join('\n')),
      rounding: null,
      undecided: null,
      absent: page('收入决算表\n合计 本年收入合计=100.00'),
    },
    instances: formInstances,
  },
  {
    id: 'completeness.empty-table',
    title: { zh: '空表有说明', en: 'Empty tables are explained' },
    severity: 'warning',
    editions: null,
    years: null,
    basis: DISCLOSURE,
    remedy: {
      zh: '在表下或情况说明中写明本年度没有此类收支，故本表为空。',
      en: 'State below the table that there was nothing of the kind this year.',
    },
    examples: {
      holds: page('政府性基金预算财政拨款收入支出决算表\n注 本年度没有政府性基金收支，本表为空。'),
      fails: page('国有资本经营预算财政拨款支出决算表\n注 本表反映部门支出情况。'),
      rounding: null,
      undecided: null,
      absent: page('收入决算表\n合计 本年收入合计=100.00'),
    },
    instances: emptyInstances,
  },
];
