import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { fieldsOf, segmentOf } from '../../src/accounts/form-fields.js';
import { accountFromLedger } from '../../src/accounts/from-ledger.js';
import { amountAt } from '../../src/accounts/lookup.js';
import type { Account, Fund, Nature } from '../../src/accounts/model.js';
import { suggestedPerformance } from '../../src/accounts/suggest-performance.js';
import { amountText } from '../../src/base/amount.js';
import type { Edition } from '../../src/editions/model.js';
import { entryWorkbook } from '../../src/entry/entry-workbook.js';
import { settledForm } from '../../src/entry/form-scores.js';
import { type PlacedForm, placeForm } from '../../src/entry/form-sheet.js';
import { SHEETS } from '../../src/entry/list-sheets.js';
import type { EntrySheet } from '../../src/entry/model.js';
import { requiredReasons } from '../../src/entry/reasons.js';
import { entryEdition, skeletonOf } from '../../src/entry/skeleton.js';
import type { EvaluationSegment } from '../../src/facts/model.js';
import { inputOf } from '../../src/forms/inputs.js';
import { cellName } from '../../src/office/column-ranges.js';
import { requiredInputs } from '../../src/publications/required-inputs.js';
import { publishedTables } from '../../src/publications/tables.js';
import { FUNCTIONAL_CODES } from '../../src/terms/functional-codes.js';
import { filledSheet } from '../kit/filled-sheet.js';
import { typedFormOf } from '../kit/typed-forms.js';
import { accountsWithPrior, filledIn } from '../publications/full-account.js';

/** What somebody types, by sheet and cell. */
export type Typed = Map<string, Map<string, string | number>>;

type Put = (sheet: string, row: number, column: number, value: string | number) => void;

/**
 * Everything that an accountant types into the entry workbook of an edition for an account and its
 * performance forms, only into cells that are open.
 */
export function typedFor(
  account: Account,
  edition: Edition,
  forms: readonly EvaluationSegment[],
): Typed {
  const sheets = entryWorkbook(edition, requiredReasons(edition));
  const typed: Typed = new Map();
  const put: Put = (name, row, column, value) => {
    const cell = sheets.find((sheet) => sheet.name === name)?.rows[row]?.[column];
    const where = cellName({ sheet: name, row, column }, name);
    if (cell?.kind !== 'typed') throw new Error(`${name} ${where} is not open`);
    const own = typed.get(name) ?? new Map<string, string | number>();
    typed.set(name, own.set(where, value));
  };
  const told = listOf(sheets, put);
  told(SHEETS.basics, '单位名称', account.entity);
  told(SHEETS.basics, '年度', account.fiscalYear);
  for (const form of placedForms(edition, sheets)) putForm(form, account, put);
  putBudgets(account, put);
  const labels = new Map(requiredInputs(account, edition).map(({ id, label }) => [id, label]));
  // Names of 项 are typed beside their codes; those of the 款 that no list knows are told.
  for (const [code, name] of unknownHeads(account)) {
    told(SHEETS.reasons, `科目${code}的名称`, name);
  }
  for (const [id, { text }] of account.inputs) {
    const input = inputOf(id);
    const asked = input?.label ?? labels.get(id);
    // Not asked any more since the form of 三公 expenses says it.
    if (asked === undefined || (id.startsWith('budget/') && !input)) continue;
    const isNumber = input?.kind === 'count' || input?.kind === 'amount';
    const label = input === undefined ? withCode(id, asked) : asked;
    told(input ? SHEETS.told : SHEETS.reasons, label, isNumber ? Number(text) : text);
  }
  for (const form of forms) putPerformance(form, sheets, put);
  return typed;
}

function unknownHeads({ tables }: Account): ReadonlyMap<string, string> {
  const listed = new Set(FUNCTIONAL_CODES.map(([code]) => code));
  const rows = [...tables.values()].flatMap((table) => table.rows);
  const unknown = rows.filter(({ key }) => /^\d{5}$/.test(key) && !/^3/.test(key));
  return new Map(
    unknown.flatMap(({ key, item }) => (listed.has(key) ? [] : [[key, item] as const])),
  );
}

/** As the hint of the free lines says: 2130301 行政运行支出决算数与年初预算数差异的主要原因. */
function withCode(id: string, label: string): string {
  const code = /\/(\d{7})$/.exec(id)?.[1];
  return code === undefined || label.includes(code) ? label : `${code} ${label}`;
}

/** Answers beside their labels; what the list does not ask goes into its free lines. */
function listOf(sheets: readonly EntrySheet[], put: Put) {
  let free = 0;
  return (name: string, label: string, value: string | number) => {
    const { rows } = sheets.find((sheet) => sheet.name === name)!;
    const asked = rows.findIndex(([first]) => first?.text === label);
    if (asked >= 0) return put(name, asked, 1, value);
    const row = rows.findIndex(([first]) => first?.kind === 'typed') + free;
    free += 1;
    put(name, row, 0, label);
    put(name, row, 1, value);
  };
}

function placedForms(edition: Edition, sheets: readonly EntrySheet[]): readonly PlacedForm[] {
  const typedInto = entryEdition(edition);
  return publishedTables(skeletonOf(typedInto), typedInto).map((table, at) =>
    placeForm(table, sheets[at + 2]!.name, new Map()),
  );
}

function putForm({ name, table, top, lines, sample }: PlacedForm, account: Account, put: Put) {
  const codes = (account.tables.get(table.form!)?.rows ?? []).filter(({ key }) =>
    // Classes are added up by the program.
    /^\d{7}$/.test(key),
  );
  const isOpen = (row: number, column: number, value: string | number) => {
    try {
      put(name, row, column, value);
    } catch {
      // Protected: a formula shows it.
    }
  };
  lines.forEach((line, at) => {
    if (at === sample) return;
    const row = top + at + (sample !== null && at > sample ? 79 : 0);
    line.forEach((cell, column) => {
      const amount = cell?.about && amountAt(account, cell.about);
      if (amount && amount.value !== 0n) isOpen(row, column, yuan(amount.value));
    });
  });
  if (sample === null) return;
  codes.forEach(({ key, item }, index) => {
    const row = top + sample + index;
    put(name, row, 0, key);
    put(name, row, 1, item);
    lines[sample]!.forEach((cell, column) => {
      const amount = cell?.about && amountAt(account, { ...cell.about, key });
      if (amount && amount.value !== 0n) isOpen(row, column, yuan(amount.value));
    });
  });
}

/** Amounts are kept in parts of a yuan of ten to the eighth. */
function yuan(value: bigint): number {
  return Number(value) / 1e8;
}

const FUNDS: Partial<Record<Fund, string>> = {
  'general-public-budget': '一般公共预算财政拨款',
  'government-managed-funds': '政府性基金预算财政拨款',
  'state-capital-operations': '国有资本经营预算财政拨款',
};
const NATURES: Partial<Record<Nature, string>> = { basic: '基本支出', project: '项目支出' };

function putBudgets({ ledger }: Account, put: Put) {
  const appropriated = (ledger?.budgets ?? []).filter(({ fund }) => FUNDS[fund] !== undefined);
  appropriated.forEach(({ fund, function: code, nature, amount }, at) => {
    const values = [FUNDS[fund]!, code, NATURES[nature]!, yuan(amount.value)];
    values.forEach((value, column) => {
      put(SHEETS.budget, at + 3, column, value);
    });
  });
}

function putPerformance(form: EvaluationSegment, sheets: readonly EntrySheet[], put: Put) {
  const ofProject = form.form === 'project-self-evaluation';
  const blank = sheets.find(({ name }) => name.startsWith(ofProject ? '项目绩效' : '整体绩效'))!;
  filledSheet(blank, form).rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      const text = cell?.text ?? '';
      if (text === (blank.rows[row]![column]?.text ?? '')) return;
      put(blank.name, row, column, cell?.format === 'number' ? Number(text) : text);
    });
  });
}

const CELL = /<c r="([A-Z]+\d+)"((?: \w+="[^"]*")*)(?:\/>|>.*?<\/c>)/g;

/** The workbook with what was typed; what its formulas come to is not computed yet. */
export function typedInto(workbook: Uint8Array, typed: Typed): Uint8Array {
  const parts = unzipSync(workbook);
  const names = [...strFromU8(parts['xl/workbook.xml']!).matchAll(/<sheet name="([^"]*)"/g)];
  names.forEach(([, name], at) => {
    const path = `xl/worksheets/sheet${at + 1}.xml`;
    const cells = typed.get(name!) ?? new Map<string, string | number>();
    const xml = strFromU8(parts[path]!).replace(
      CELL,
      (whole, where: string, attributes: string) => {
        const value = cells.get(where);
        if (value === undefined) return whole.replace(/(<\/f>)<v(?:\/>|>[^<]*<\/v>)/, '$1');
        const style = / s="\d+"/.exec(attributes)?.[0] ?? '';
        if (typeof value === 'number') return `<c r="${where}"${style}><v>${value}</v></c>`;
        const text = value.replace(/&/g, '&amp;').replace(/</g, '&lt;');
        return `<c r="${where}"${style} t="inlineStr"><is><t>${text}</t></is></c>`;
      },
    );
    parts[path] = strToU8(xml);
  });
  return zipSync(parts);
}

/** A body that has all it needs for the document of an edition, with its performance forms. */
export interface TypedBody {
  readonly account: Account;
  readonly forms: readonly EvaluationSegment[];
}

/**
 * An invented body that has budgeted for most of what it spent and has said all that an edition
 * asks; its economic items are those of the classification.
 */
export function typedAccount(edition: Edition): TypedBody {
  const [drawn] = accountsWithPrior(3, edition).slice(2);
  const { ledger, prior, ...head } = drawn!;
  const entries = ledger!.entries.map((entry) =>
    entry.economic === '30288' ? { ...entry, economic: '30299' } : entry,
  );
  const budgets = entries.flatMap(({ fund, function: code, nature, amount, source }, at) =>
    FUNDS[fund] === undefined || at % 7 === 3
      ? []
      : [{ fund, function: code, nature, amount: { ...amount, value: amount.value * 2n }, source }],
  );
  const given = new Map([...head.tables].filter(([form]) => GIVEN.has(form)));
  const derived = accountFromLedger({ ...ledger!, entries, budgets }, { ...head, given });
  const forms = formsOf(derived, edition);
  const counted = suggestedPerformance(new Map(), forms, '元');
  const inputs = new Map([...counted].map(([id, value]) => [id, { ...value, toReview: false }]));
  return { account: filledIn({ ...derived, prior, inputs }, edition), forms };
}

/** A project's form, and the body's own, which accounts for all that it spent. */
function formsOf(account: Account, edition: Edition): readonly EvaluationSegment[] {
  const project = typedFormOf(1, edition, 'project-self-evaluation');
  const whole = typedFormOf(2, edition, 'department-self-evaluation');
  const spent = amountAt(account, {
    ...{ form: 'expenditure', key: 'total', column: 'current-year', side: null },
  })!;
  const fields = new Map(fieldsOf(whole));
  const all = amountText(spent.value, '万元');
  for (const column of ['initial-budget', 'budget', 'executed']) {
    fields.set(`funds/2000/${column}`, all);
    fields.set(`funds/3000/${column}`, '0');
  }
  for (const column of ['budget', 'executed']) {
    if (fields.has('task/1000/name')) fields.set(`task/1000/${column}`, all);
  }
  const { fiscalYear } = account;
  const head = { id: whole.id, form: 'department-self-evaluation', fiscalYear } as const;
  return [project, settledForm(segmentOf(head, fields), { edition: edition.id, fiscalYear })];
}

/** Forms that no books tell. */
const GIVEN: ReadonlySet<string> = new Set(['three-public-expenses', 'related-information']);
