import type { Lookup } from '../facts/lookup.js';
import type { FormId } from '../forms/model.js';
import {
  type CodeFault,
  type CodeRow,
  codeRows,
  FUNCTIONAL_FORMS,
} from './classification-codes.js';
import { page } from './examples.js';
import type { Judgement, Rule } from './model.js';
import { FUNCTIONAL } from './narrative-basis.js';
import { fails, holds } from './narrative-judge.js';

/** One instance for each code at fault; one for a table where none is. */
function faults<K extends CodeFault['kind']>(
  kinds: readonly K[],
  forms: readonly FormId[],
  judge: (facts: Lookup, row: CodeRow, fault: Extract<CodeFault, { kind: K }>) => Judgement,
  concerns: (row: CodeRow) => boolean = () => true,
): Rule['instances'] {
  return function* (facts) {
    for (const id of forms) {
      let sound: CodeRow | null = null;
      let wrong = false;
      for (const row of codeRows(facts, id)) {
        const { fault } = row;
        if (fault !== null && (kinds as readonly string[]).includes(fault.kind)) {
          wrong = true;
          yield judge(facts, row, fault as Extract<CodeFault, { kind: K }>);
        } else if (concerns(row)) sound ??= row;
      }
      if (!wrong && sound) yield holds([sound.form.place]);
    }
  };
}

const ALL_FORMS: readonly FormId[] = [...FUNCTIONAL_FORMS, 'basic-expenditure'];

/** 类 3, 款 5, 项 7 digits; economic 类 3, 款 5. */
const digitInstances = faults(['digits'], ALL_FORMS, (_facts, row) =>
  fails(
    `${row.form.form}/${row.code}/digits`,
    [row.place],
    {
      zh:
        `${row.form.title}的科目编码“${row.code} ${row.item}”位数或首位不符合规定` +
        '（功能分类3、5、7位，经济分类3、5位），请核实',
      en:
        `${row.form.title}: ${row.code} is no code of the classification ` +
        '(3, 5 or 7 digits; economic 3 or 5)',
    },
    { reported: row.code },
  ),
);

/** Under its own parent: 2101501 stands below 21015, not below 21011. */
const parentInstances = faults(
  ['no-parent', 'misplaced'],
  FUNCTIONAL_FORMS,
  (facts, row, fault) =>
    parentFailure(
      `${row.form.form}/${row.code}/parent`,
      row,
      fault,
      likelyCode(facts, row.form.form, row, fault.above),
    ),
  ({ code }) => code.length > 3,
);

type Above = Pick<CodeRow, 'code' | 'item' | 'place'> | null;

/** The code that another table gives the same name below the same parent, absent from this one. */
function likelyCode(facts: Lookup, id: FormId, row: CodeRow, above: Above): string | null {
  if (above === null) return null;
  const own = new Set(codeRows(facts, id).map(({ code }) => code));
  const codes = new Set<string>();
  for (const other of FUNCTIONAL_FORMS) {
    for (const { code, name, fault } of codeRows(facts, other)) {
      const fits = code.length === row.code.length && code.startsWith(above.code) && !own.has(code);
      if (fits && fault === null && name === row.name) codes.add(code);
    }
  }
  return codes.size === 1 ? [...codes][0]! : null;
}

function parentFailure(
  key: string,
  row: CodeRow,
  { kind, above }: { readonly kind: 'no-parent' | 'misplaced'; readonly above: Above },
  likely: string | null,
): Judgement {
  const parent = row.code.slice(0, -2);
  const below = above ? `“${above.code} ${above.item}”` : '表首';
  const zh =
    kind === 'misplaced'
      ? `排在${below}之下，而不是所属的${parent}之下`
      : `没有上级科目${parent}，排在${below}之下`;
  const hint = likely === null ? '' : `；其他表中“${row.item}”为${likely}`;
  return fails(
    key,
    above ? [row.place, above.place] : [row.place],
    {
      zh: `${row.form.title}的“${row.code} ${row.item}”${zh}${hint}，请核实编码`,
      en: `${row.form.title}: ${row.code} ${
        kind === 'misplaced' ? 'stands below another parent' : `has no parent row ${parent}`
      }`,
    },
    {
      expected: likely,
      reported: row.code,
      ...(kind === 'misplaced' && likely === null ? { severity: 'warning' as const } : {}),
    },
  );
}

/** A code is printed once in a table. */
const onceInstances = faults(['again'], ALL_FORMS, (_facts, row, { first, alike }) =>
  fails(
    `${row.form.form}/${row.code}/once`,
    [row.place, first.place],
    {
      zh:
        `${row.form.title}的科目${row.code}出现两行（“${first.item}”和“${row.item}”），` +
        `${alike ? '金额相同，重复列示' : '金额不同'}，请核实`,
      en: `${row.form.title} has two rows of ${row.code}`,
    },
    // A table continued on the next page may begin with its last row again.
    alike ? { severity: 'warning' } : {},
  ),
);

const OPEN = '收入决算表\n列 本年收入合计';

/** How codes are built and where they stand. */
export const CODE_STRUCTURE_RULES: readonly Rule[] = [
  {
    id: 'classification.digits',
    title: { zh: '科目编码的位数', en: 'Digits of codes' },
    severity: 'error',
    editions: null,
    years: null,
    basis: FUNCTIONAL,
    remedy: { zh: '对照政府收支分类科目改正编码。', en: 'Correct the code.' },
    examples: {
      holds: page(`${OPEN}\n208 社会保障和就业支出 100.00\n20805 行政事业单位养老支出 100.00`),
      fails: page(`${OPEN}\n208 社会保障和就业支出 100.00\n2080 行政事业单位养老支出 100.00`),
      rounding: null,
      undecided: null,
      absent: page(OPEN),
    },
    instances: digitInstances,
  },
  {
    id: 'classification.parent',
    title: { zh: '下级科目排在所属上级之下', en: 'Codes stand under their parents' },
    severity: 'error',
    editions: null,
    years: null,
    basis: FUNCTIONAL,
    remedy: {
      zh: '核对编码，补上上级科目行或改正编码。',
      en: 'Add the row of the parent or correct the code.',
    },
    examples: {
      holds: page(`${OPEN}
        208 社会保障和就业支出 60.00
        20805 行政事业单位养老支出 60.00
        210 卫生健康支出 40.00
        21011 行政事业单位医疗 40.00`),
      fails: page(`${OPEN}
        208 社会保障和就业支出 60.00
        20805 行政事业单位养老支出 60.00
        210 卫生健康支出 40.00
        21111 行政事业单位医疗 40.00`),
      rounding: null,
      undecided: null,
      absent: page(`${OPEN}\n208 社会保障和就业支出 100.00`),
    },
    instances: parentInstances,
  },
  {
    id: 'classification.once',
    title: { zh: '同一科目在一张表中只有一行', en: 'A code has one row in a table' },
    severity: 'error',
    editions: null,
    years: null,
    basis: FUNCTIONAL,
    remedy: { zh: '改正其中一行的编码，或合并两行。', en: 'Correct one code or join the rows.' },
    examples: {
      holds: page(`${OPEN}\n208 社会保障和就业支出 60.00\n210 卫生健康支出 40.00`),
      fails: page(`${OPEN}\n208 社会保障和就业支出 60.00\n208 卫生健康支出 40.00`),
      rounding: null,
      undecided: null,
      absent: page(OPEN),
    },
    instances: onceInstances,
  },
];
