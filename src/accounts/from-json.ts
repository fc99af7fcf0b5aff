import type { MoneyUnit } from '../base/amount.js';
import type { Address } from '../base/place.js';
import type { EvaluationSegment } from '../facts/model.js';
import { STATUTORY_FORMS } from '../forms/model.js';
import { NotAccount, Values } from './json-values.js';
import { APPROPRIATION_FUNDS, NATURES, OWN_INCOMES } from './ledger-sums.js';
import type {
  Account,
  AccountCell,
  AccountRow,
  AccountTable,
  AccountTables,
  Conflict,
  InputValue,
  Ledger,
  Source,
  Transfer,
  TransferSide,
  UnitOfDepartment,
} from './model.js';
import { fromPlain } from './plain-json.js';
import { tablesFrom } from './rows.js';

const ROLES = ['department', 'unit'] as const;
const KINDS = ['administrative', 'public-institution'] as const;
const UNITS: readonly MoneyUnit[] = ['元', '千元', '万元', '百万元', '亿元'];
const FUNDS = [...APPROPRIATION_FUNDS, 'own'] as const;
const INCOMES = ['appropriation', ...OWN_INCOMES] as const;
const MOMENTS = ['opening', 'closing', 'use-of-surplus', 'surplus-distribution'] as const;

/** Parts of parts are no more than the levels of an administration. */
const DEEPEST = 8;

/** The account that was kept; throws `NotAccount` where the JSON holds none. */
export function accountFromJson(value: unknown): Account {
  const object = Values.of(value, '');
  if (object.raw('schema') !== 'mingzhang/account@1') throw new NotAccount('schema');
  return bodyOf(object, 0);
}

function bodyOf(object: Values, depth: number): Account {
  if (depth > DEEPEST) throw new NotAccount('parts');
  return {
    entity: object.text('entity'),
    role: object.word('role', ROLES),
    units: object.list('units', unitOf),
    ...(object.has('kind') ? { kind: object.word('kind', KINDS) } : {}),
    fiscalYear: object.whole('fiscalYear'),
    unit: object.word('unit', UNITS),
    tables: tablesOf(object, 'tables'),
    prior: tablesOf(object, 'prior'),
    budget: tablesOf(object, 'budget'),
    inputs: new Map(object.list('inputs', inputOf)),
    ledger: object.has('ledger') ? ledgerOf(object.object('ledger')) : null,
    evaluations: object.list(
      'evaluations',
      (value, path) => fromPlain(value, path) as EvaluationSegment,
    ),
    parts: object.list('parts', (value, path) => bodyOf(Values.of(value, path), depth + 1)),
    conflicts: object.list('conflicts', conflictOf),
    ...(object.has('transfers') ? { transfers: object.list('transfers', transferOf) } : {}),
  };
}

function unitOf(value: unknown, path: string): UnitOfDepartment {
  const object = Values.of(value, path);
  return {
    name: object.text('name'),
    kind: object.has('kind') ? object.word('kind', KINDS) : null,
  };
}

function tablesOf(object: Values, name: string): AccountTables {
  return tablesFrom(
    object.list(name, (value, path): AccountTable => {
      const table = Values.of(value, path);
      return { form: table.word('form', STATUTORY_FORMS), rows: table.list('rows', rowOf) };
    }),
  );
}

function rowOf(value: unknown, path: string): AccountRow {
  const row = Values.of(value, path);
  const side = row.has('side') ? row.word('side', ['收入', '支出'] as const) : null;
  const cells = row.entries('cells', cellOf);
  return { side, key: row.text('key'), item: row.text('item'), cells: new Map(cells) };
}

function cellOf(value: unknown, path: string): AccountCell {
  const cell = Values.of(value, path);
  return { amount: cell.flag('unread') ? null : cell.amount('amount'), source: sourceIn(cell) };
}

function sourceIn(object: Values): Source | null {
  if (!object.has('source')) return null;
  const source = object.object('source');
  const address = source.has('address') ? source.object('address') : null;
  return { file: source.text('file'), address: address && addressOf(source.raw('address')) };
}

/** Nothing is computed from an address: it is shown as it stands. */
function addressOf(value: unknown): Address {
  return value as Address;
}

function inputOf(value: unknown, path: string): readonly [string, InputValue] {
  const input = Values.of(value, path);
  const { text, toReview } = { text: input.text('text'), toReview: input.flag('toReview') };
  return [input.text('id'), { text, toReview, source: sourceIn(input) }];
}

function ledgerOf(object: Values): Ledger {
  return {
    entries: object.list('entries', (value, path) => {
      const entry = Values.of(value, path);
      return {
        fund: entry.word('fund', FUNDS),
        function: entry.text('function'),
        economic: entry.textOrNull('economic'),
        nature: entry.word('nature', NATURES),
        project: entry.textOrNull('project'),
        ...booked(entry),
      };
    }),
    incomes: object.list('incomes', (value, path) => {
      const entry = Values.of(value, path);
      return {
        kind: entry.word('kind', INCOMES),
        fund: entry.word('fund', FUNDS),
        function: entry.text('function'),
        ...booked(entry),
      };
    }),
    balances: object.list('balances', (value, path) => {
      const entry = Values.of(value, path);
      return {
        moment: entry.word('moment', MOMENTS),
        fund: entry.word('fund', FUNDS),
        function: entry.textOrNull('function'),
        ...booked(entry),
      };
    }),
    budgets: object.list('budgets', (value, path) => {
      const entry = Values.of(value, path);
      return {
        fund: entry.word('fund', FUNDS),
        function: entry.text('function'),
        nature: entry.word('nature', NATURES),
        ...booked(entry),
      };
    }),
    names: new Map(object.list('names', nameOf)),
  };
}

function booked(entry: Values) {
  return { amount: entry.amount('amount'), source: sourceIn(entry) ?? NOWHERE };
}

const NOWHERE: Source = { file: '', address: null };

function nameOf(value: unknown, path: string): readonly [string, string] {
  if (!Array.isArray(value) || value.length !== 2) throw new NotAccount(path);
  const [code, name] = value as readonly unknown[];
  if (typeof code !== 'string' || typeof name !== 'string') throw new NotAccount(path);
  return [code, name];
}

function conflictOf(value: unknown, path: string): Conflict {
  const object = Values.of(value, path);
  const side = (name: string) => {
    const one = object.object(name);
    return { text: one.text('text'), source: sourceIn(one) };
  };
  return {
    ...(object.has('id') ? { id: object.text('id') } : {}),
    about: object.text('about'),
    taken: side('taken'),
    other: side('other'),
  };
}

function transferOf(value: unknown, path: string): Transfer {
  const object = Values.of(value, path);
  const sides = (name: string) =>
    object.list(name, (each, at): TransferSide => {
      const one = Values.of(each, at);
      return {
        unit: one.text('unit'),
        function: one.textOrNull('function'),
        amount: one.amount('amount'),
      };
    });
  return {
    kind: object.word('kind', ['subsidy', 'remittance'] as const),
    from: sides('from'),
    to: sides('to'),
    amount: object.amount('amount'),
    eliminated: object.flag('eliminated'),
  };
}
