import { normaliseLabel } from '../base/label.js';
import { matchesOf } from '../base/matches.js';
import type { Place } from '../base/place.js';
import type { Lookup } from '../facts/lookup.js';
import type { Filing } from '../facts/model.js';
import { spokenIn } from '../facts/spoken.js';
import { page } from './examples.js';
import type { Instance, Rule } from './model.js';
import { WRITING } from './narrative-basis.js';
import { fails, holds } from './narrative-judge.js';

/** 西安市临潼区医疗保障局（汇总） and 西安市临潼区医疗保障局 are one name. */
export function bareName(name: string): string {
  return normaliseLabel(name)
    .replace(/\((?:汇总|本级|机关|本部|部门|单位|盖章|公章)\)/g, '')
    .replace(/(?:本级|机关本级)$/, '');
}

/** Whether two bare names may mean one body: one holds the other, or shortens it (医保局). */
export function mayBeSame(one: string, two: string): boolean {
  const [short, long] = one.length <= two.length ? [one, two] : [two, one];
  if (short.length < 3 || long.includes(short)) return true;
  let at = 0;
  for (const char of long) if (char === short[at]) at += 1;
  return at === short.length;
}

function namesIn({ entity, entities }: Filing): readonly string[] {
  const names = [...(entity === null ? [] : [entity]), ...entities.map(({ name }) => name)];
  return [...new Set(names.map(bareName))].filter((name) => name !== '');
}

/** The name at the head of each table against the name of the document. */
function* tableNames({ filing }: Lookup): Iterable<Instance> {
  const own = filing.entity === null ? null : bareName(filing.entity);
  if (own === null || filing.kind !== 'final-account') return;
  const named = filing.forms.flatMap((form) =>
    form.entity === null ? [] : [{ form, name: bareName(form.entity) }],
  );
  const known = namesIn(filing);
  const others = named.filter(
    ({ name }) => !known.includes(name) && !known.some((each) => mayBeSame(each, name)),
  );
  for (const { form, name } of named) {
    const key = `entity/${form.form}`;
    const place = form.entityPlace ?? form.place;
    if (!others.some((other) => other.form === form)) yield holds([place]);
    else {
      yield fails(
        key,
        [place],
        {
          zh: `${form.title}的编制单位“${form.entity}”与本文件的“${filing.entity}”不一致，请核实`,
          en: `${form.title} names “${name}” where the document is of “${own}”`,
        },
        {
          reported: form.entity,
          // One odd head among many is a slip; several may be a document of several units.
          ...(others.length * 2 > named.length ? { severity: 'warning' as const } : {}),
        },
      );
    }
  }
}

const BODY =
  '(?:局|委员会|委|办公室|办|中心|院|学校|中学|小学|大学|所|站|厅|处|会|队|馆|署|政府|支队)';
/** The subject of a sentence about a year's money: 某某局2022年度财政拨款收入总计…. */
const SUBJECT = new RegExp(
  `(?:^|[。；，\\s])([\\u4e00-\\u9fff]{3,28}${BODY})(?:[（(](?:本级|汇总)[）)])?` +
    '\\s?20\\d{2}\\s?年度?(?:财政拨款|收入|支出|一般公共|机关运行|政府采购|政府性基金|国有资本|部门决算|“三公)',
  'g',
);

/** The name in a sentence against those of the document: text pasted from another account. */
function* sentenceNames(facts: Lookup): Iterable<Instance> {
  const known = namesIn(facts.filing);
  if (known.length === 0) return;
  for (const { section, text, namesYear, placeAt } of spokenIn(facts)) {
    if (section.part !== 'narrative' || !namesYear) continue;
    for (const match of matchesOf(SUBJECT, text)) {
      const name = match[1]!;
      const from = match.index + match[0].indexOf(name);
      const place: Place = placeAt(from, from + name.length);
      if (known.some((each) => mayBeSame(each, bareName(name)))) yield holds([place]);
      else {
        yield fails(
          `named/${section.title}`,
          [place],
          {
            zh: `“${name}”与本文件的“${facts.filing.entity ?? known[0]}”不一致，请核实单位名称`,
            en: `“${name}” is not the body that the document is of`,
          },
          { reported: name },
        );
      }
    }
  }
}

const TWO = '收入决算表\n合计 本年收入合计=100.00\n';
const NO_NARRATIVE = page('收入决算表\n合计 本年收入合计=100.00');

/** One name throughout. */
export const NAME_RULES: readonly Rule[] = [
  {
    id: 'text.table-entity',
    title: { zh: '决算表的单位名称与文件一致', en: 'Tables name the body of the document' },
    severity: 'error',
    editions: null,
    years: null,
    basis: WRITING,
    remedy: { zh: '改正表头的单位名称。', en: 'Correct the name at the head of the table.' },
    examples: {
      holds: page(`${TWO}支出决算表 单位=某某县示例局\n合计 本年支出合计=100.00`),
      fails: page(`${TWO}支出决算表 单位=邻县样板中心\n合计 本年支出合计=100.00`),
      rounding: null,
      undecided: null,
      absent: page('叙述 第三部分 情况说明\n一、其他\n无。'),
    },
    instances: tableNames,
  },
  {
    id: 'text.sentence-entity',
    title: { zh: '情况说明的单位名称与文件一致', en: 'Sentences name the body of the document' },
    severity: 'warning',
    editions: null,
    years: null,
    basis: WRITING,
    remedy: { zh: '改正句中的单位名称。', en: 'Correct the name in the sentence.' },
    examples: {
      holds: page(
        '叙述 第三部分 情况说明\n一、总体情况说明\n某某县示例局2023年度收入总计100.00万元。',
      ),
      fails: page(
        '叙述 第三部分 情况说明\n一、总体情况说明\n邻县样板中心2023年度收入总计100.00万元。',
      ),
      rounding: null,
      undecided: null,
      absent: NO_NARRATIVE,
    },
    instances: sentenceNames,
  },
];
