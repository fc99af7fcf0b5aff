import { amountOf } from '../base/amount.js';
import type { Filing, FormFact, InputFact, Statement } from '../facts/model.js';
import { glossaryId, inputOf, inputs, reasonId } from '../forms/inputs.js';
import { type FormId, STATUTORY_FORMS } from '../forms/model.js';
import { withClassRows } from './class-rows.js';
import type { SourceOf } from './from-facts.js';
import type { AccountCell, AccountRow, AccountTable, AccountTables, InputValue } from './model.js';
import { withoutBudgets } from './printed-budgets.js';
import { tablesFrom } from './rows.js';
import { sectionTexts } from './section-texts.js';
import { hasLost, withUnreadLines } from './unread-lines.js';

/** The tables of any document that was read, by concept. Amounts keep the grain they print. */
export function tablesFromFiling(filing: Filing, sourceOf: SourceOf): AccountTables {
  const { forms, inputs: told, fiscalYear } = filing;
  const tables = new Map<string, AccountTable>(
    toldTables([...(told ?? []), ...spokenCells(filing)], sourceOf),
  );
  for (const form of forms) {
    // What is printed as a table stands before what a list tells.
    if (form.cells.length > 0 || !tables.has(form.form)) {
      const table = tableFrom(form, sourceOf);
      tables.set(form.form, hasLost(form, filing) ? withUnreadLines(table) : table);
    }
  }
  const known = STATUTORY_FORMS.flatMap((id) => tables.get(id) ?? []);
  return tablesFrom(known.map((table) => withClassRows(table, fiscalYear ?? 0)));
}

/** Cells that short lists tell: the budget of 三公 expenses, procurement, vehicles. */
function toldTables(
  told: readonly InputFact[],
  sourceOf: SourceOf,
): readonly (readonly [string, AccountTable])[] {
  const rows = new Map<string, AccountRow & { readonly cells: Map<string, AccountCell> }>();
  const forms = new Map<FormId, AccountRow[]>();
  for (const { cell, place } of told) {
    if (cell === undefined) continue;
    const { form, key, column, amount } = cell;
    let row = rows.get(`${form} ${key}`);
    if (row === undefined) {
      row = { side: null, key, item: '', cells: new Map() };
      rows.set(`${form} ${key}`, row);
      forms.set(form, [...(forms.get(form) ?? []), row]);
    }
    if (!row.cells.has(column)) row.cells.set(column, { amount, source: sourceOf(place) });
  }
  return [...forms].map(([form, own]) => [form, { form, rows: own }]);
}

/** Procurement, vehicles and equipment where only sentences tell them. */
function spokenCells({ figures, fiscalYear }: Filing): readonly InputFact[] {
  return figures.flatMap((figure): InputFact[] => {
    const { about, numeral, value, place } = figure;
    const reported = figure.role === null || figure.role === 'reported';
    const ofYear = figure.year === null || figure.year === fiscalYear;
    if (about?.form !== 'related-information' || !about.lineId || !reported || !ofYear) return [];
    const amount = figure.amount ?? (numeral && amountOf(numeral, '元'));
    if (amount === null || value === null) return [];
    const { form, lineId: key } = about;
    return [
      { id: `${form}/${key}`, text: value, place, cell: { form, key, column: 'value', amount } },
    ];
  });
}

function tableFrom(form: FormFact, sourceOf: SourceOf): AccountTable {
  const rows = new Map<string, AccountRow & { readonly cells: Map<string, AccountCell> }>();
  for (const cell of withoutBudgets(form.cells)) {
    const key = cell.lineId ?? cell.code;
    // A line or column that no form knows has no concept.
    if (key === null || cell.columnId === null) continue;
    const at = `${cell.side ?? ''} ${key}`;
    let row = rows.get(at);
    if (row === undefined) {
      row = { side: cell.side, key, item: cell.item, cells: new Map() };
      rows.set(at, row);
    }
    if (row.cells.has(cell.columnId)) continue;
    row.cells.set(cell.columnId, { amount: cell.amount, source: sourceOf(cell.place) });
  }
  return { form: form.form, rows: [...rows.values()] };
}

/**
 * What the text of a document says that no table tells: duties, organisation, contact, counts,
 * reasons. What was read of a finished document is somebody's word of then: `toReview` marks it.
 */
export function inputsFromFiling(
  filing: Filing,
  sourceOf: SourceOf,
  toReview: boolean,
): Map<string, InputValue> {
  const found = new Map<string, InputValue>();
  const add = (id: string, text: string, place: Parameters<SourceOf>[0]) => {
    if (text.trim() === '' || found.has(id)) return;
    found.set(id, { text, toReview, source: sourceOf(place) });
  };
  for (const { id, text, place, cell } of filing.inputs ?? []) {
    if (cell === undefined) add(id, text, place);
  }
  for (const { id, lines, place } of sectionTexts(filing)) add(id, lines.join('\n'), place);
  for (const figure of filing.figures) {
    const input = figure.concept === null ? undefined : inputOf(figure.concept);
    const reported = figure.role === null || figure.role === 'reported';
    const ofYear = figure.year === null || figure.year === filing.fiscalYear;
    if (!input || !reported || !ofYear || figure.value === null) continue;
    if (input.kind === 'count' || input.kind === 'amount')
      add(input.id, figure.value, figure.place);
  }
  for (const [id, text, place] of contactsOf(filing)) add(id, text, place);
  for (const [id, text, place] of termsOf(filing)) add(id, text, place);
  for (const statement of filing.statements) {
    const id = reasonOf(statement);
    if (id !== null && statement.reason !== null) {
      add(id, trimmed(statement.reason), statement.place);
    }
  }
  return found;
}

const CONTACTS: readonly (readonly [id: string, words: RegExp])[] = [
  ['contact-person', /联系人(?:姓名)?\s*[:：]\s*([\u4e00-\u9fff]{2,8})(?![\u4e00-\u9fff])/],
  ['contact-phone', /(?:联系|咨询|办公)?电话\s*[:：]\s*([\d（(][\d（）()\s-]{5,18}\d)/],
  ['contact-address', /(?:联系|办公|通讯)?地址\s*[:：]\s*([^，。；\s]{4,60})/],
];

function* contactsOf({
  passages,
}: Filing): Iterable<readonly [string, string, Parameters<SourceOf>[0]]> {
  for (const [id, words] of CONTACTS) {
    // The contact stands at the end of a document, telephone numbers of others before it.
    for (const { text, pieces } of [...passages].reverse()) {
      const value = words.exec(text)?.[1];
      if (value === undefined) continue;
      const line = pieces[0]?.line ?? null;
      yield [id, value.trim(), { page: null, line, from: null, to: null, text: null }];
      break;
    }
  }
}

/** 一、财政拨款收入：指…… in the part that explains terms. */
function* termsOf({
  sections,
  passages,
}: Filing): Iterable<readonly [string, string, Parameters<SourceOf>[0]]> {
  const parts = new Set(sections.flatMap(({ id, part }) => (part === 'glossary' ? [id] : [])));
  for (const { section, text, pieces } of passages) {
    if (!parts.has(section)) continue;
    const term = TERM.exec(text.trim());
    if (!term) continue;
    const name = unquoted(term[1]!);
    if (name.length < 2 || NO_TERM.test(name)) continue;
    const line = pieces[0]?.line ?? null;
    const place = { page: null, line, from: null, to: null, text: null };
    yield [glossaryId(name), term[2]!.trim(), place];
  }
}

const TERM = new RegExp(
  [
    '^(?:[（(]?[一二三四五六七八九十\\d]{1,3}[)）、.．]+\\s*)?',
    '([\\u4e00-\\u9fff（）()、“”"]{2,32}?)\\s*[:：]\\s*(.{4,})$',
  ].join(''),
  's',
);

/** What stands before a colon and is no term: a reason, who made a table. */
const NO_TERM = /(?:原因|情况)|[是为]$|^(?:编制|填报|公开)?(?:单位|部门|日期)$|^(?:说明|备注|注)$/;

/** “其他收入” is quoted whole, “三公”经费 in part. */
function unquoted(term: string): string {
  return /^[“"]([^“”"]+)[”"]$/.exec(term)?.[1] ?? term;
}

/** Concepts of sentences and the reason that they give, where it is called otherwise. */
const REASONS: Readonly<Record<string, string>> = {
  'income-total': 'total',
  'expenditure-total': 'total',
  'income-expenditure-total': 'total',
};

const SPENT: ReadonlySet<string> = new Set([
  ...['scoped-expenditure', 'current-expenditure', 'appropriation-expenditure'],
  ...['general-public-budget-expenditure'],
]);

/** Ids as the sentences of editions ask for them. */
function reasonOf({ concept, scope, about, budget, change, comparison }: Statement): string | null {
  const code = about?.code ?? null;
  if (code !== null && code.length === 7) return reasonId('function-item', code);
  if (concept === null) return null;
  const ofBudget = change === null && (budget !== null || comparison?.with === 'budget');
  const appropriated = scope === 'appropriation' || scope === 'general-public-budget';
  if (REASONS[concept] !== undefined) {
    return reasonId(scope === 'appropriation' ? 'appropriation-total' : REASONS[concept]);
  }
  if (SPENT.has(concept) && appropriated) {
    if (scope === 'appropriation') return reasonId('appropriation-expenditure');
    return reasonId(ofBudget ? 'general-expenditure-budget' : 'general-expenditure');
  }
  if (concept.startsWith('three-public-') || concept === 'conference' || concept === 'training') {
    const id = concept.startsWith('three-public-') ? concept : `three-public-${concept}`;
    return reasonId(ofBudget ? `${id}-budget` : id);
  }
  return concept === 'closing-balance' || concept === 'operating-expenses'
    ? reasonId(concept)
    : null;
}

/** The reason without the words that announce it and the full stop. */
function trimmed(reason: string): string {
  return reason
    .replace(/^(?:的?(?:主要)?原因(?:是|为|：|:)+)[：:]?/, '')
    .replace(/[。；，\s]+$/, '');
}

/** Inputs that may stand again next year: texts that nothing of the year is in. */
export function carriedOver(
  given: ReadonlyMap<string, InputValue>,
): ReadonlyMap<string, InputValue> {
  const lasting = new Set(inputs().flatMap(({ id, carriesOver }) => (carriesOver ? [id] : [])));
  return new Map([...given].filter(([id]) => lasting.has(id) || id.startsWith(glossaryId(''))));
}
