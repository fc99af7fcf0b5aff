import { isCount } from '../../accounts/count-lines.js';
import { columnLabel } from '../../accounts/names.js';
import { amountText } from '../../base/amount.js';
import { type Side, STATUTORY_FORMS } from '../../forms/model.js';
import { formOf } from '../../forms/statutory.js';
import { MEASURES } from '../../portal/measures.js';
import * as facts from '../../store/facts.js';
import type { Store } from '../../store/open.js';
import * as scores from '../../store/scores.js';
import type { View } from '../../store/task.js';
import { search, type UnitYear } from '../../store/unit-years.js';
import { FINAL_ACCOUNT } from './intake.js';

/** One row of a set of data: texts, whole numbers, decimal digits as text. */
export type DataRow = Readonly<Record<string, string | number | null>>;

/** A set of data of a year: its columns, and the rows of some accounts. */
export interface DataSet {
  readonly columns: readonly string[];
  readonly rowsOf: (view: View, accounts: readonly UnitYear[]) => Promise<readonly DataRow[]>;
}

const WHOSE = [
  'code',
  'organisation',
  'name',
  'region',
  'sector',
  'fiscalYear',
  'version',
] as const;

function whose(account: UnitYear): DataRow {
  const { code, organisation, name, region, sector, fiscalYear, published } = account;
  return { code, organisation, name, region, sector, fiscalYear, version: published };
}

/** Every amount, a row each. */
const FACTS: DataSet = {
  columns: [
    ...WHOSE,
    ...['form', 'table', 'side', 'line', 'item', 'column', 'columnName', 'measure'],
    ...['value', 'unit', 'printed'],
  ],
  rowsOf: async (view, accounts) => {
    const rows: DataRow[] = [];
    for (const account of accounts) {
      if (account.version === null) continue;
      const all = await facts.ofVersion(view, account.version);
      rows.push(...all.map((fact) => ({ ...whose(account), ...factRow(fact) })));
    }
    return rows;
  },
};

function factRow({
  form,
  side,
  line,
  item,
  columnId,
  measure,
  value,
  printed,
}: facts.Fact): DataRow {
  const known = STATUTORY_FORMS.find((id) => id === form);
  const counted = known !== undefined && isCount(known, line ?? '');
  const own = { side: side as Side | null };
  return {
    ...{ form, table: known === undefined ? null : formOf(known).title, side, line, item },
    column: columnId,
    columnName: known === undefined || columnId === null ? null : columnLabel(known, own, columnId),
    // Both are null where the document prints something that could not be read.
    ...{ measure, printed: value === null ? null : printed, unit: counted ? '个' : '元' },
    value: value === null ? null : amountText(value, '元', counted ? 0 : 2),
  };
}

/** The key figures, a row for each account: what most comparisons need. */
const SUMMARY: DataSet = {
  columns: [
    ...WHOSE,
    ...['level', 'kind', 'edition', 'publishedOn', 'unit', ...MEASURES.map(({ id }) => id)],
  ],
  rowsOf: async (view, accounts) => {
    const concepts = MEASURES.map(({ cell }) => ({
      ...{ form: cell.form, line: cell.key, columnId: cell.column, side: cell.side },
      measure: 'reported',
    }));
    const ids = accounts.flatMap(({ version }) => (version === null ? [] : [version]));
    const found = await facts.compare(view, ids, concepts);
    return accounts.map((account) => {
      const { level, kind, edition, publishedOn, version } = account;
      const own = found.filter((fact) => fact.version === version);
      const amounts = MEASURES.map(({ id, cell }) => {
        const fact = own.find(
          ({ form, line, columnId, side }) =>
            form === cell.form &&
            line === cell.key &&
            columnId === cell.column &&
            side === cell.side,
        );
        return [id, fact?.value == null ? null : amountText(fact.value, '元')] as const;
      });
      const said = { level, kind, edition, publishedOn, unit: '元' };
      return { ...whose(account), ...said, ...Object.fromEntries(amounts) };
    });
  },
};

/** Performance scores as they were handed in, a row for each form. */
const SCORES: DataSet = {
  columns: [...WHOSE, 'form', 'title', 'score', 'grade'],
  rowsOf: async (view, accounts) => {
    const rows: DataRow[] = [];
    for (const account of accounts) {
      if (account.version === null) continue;
      for (const { title, total, body } of await scores.ofVersion(view, account.version)) {
        const { form = null, grade = null } = body as Readonly<Record<string, string | null>>;
        if (total !== null) rows.push({ ...whose(account), form, title, score: total, grade });
      }
    }
    return rows;
  },
};

/** Sets of data by the name of their files. */
export const DATA_SETS = { facts: FACTS, summary: SUMMARY, scores: SCORES } as const;

export type DataSetName = keyof typeof DATA_SETS;

/** Accounts at a time: of the facts no more than one is held. */
const BATCHES: Readonly<Record<DataSetName, number>> = { facts: 1, summary: 200, scores: 200 };

/** A set of a year as CSV (RFC 4180, with a mark for programs of tables) or as lines of JSON. */
export async function* dataLines(
  store: Store,
  name: DataSetName,
  format: 'csv' | 'jsonl',
  filter: { readonly year: number; readonly region?: string },
): AsyncGenerator<Uint8Array> {
  const { columns, rowsOf } = DATA_SETS[name];
  const text = new TextEncoder();
  if (format === 'csv') yield text.encode(`\ufeff${columns.join(',')}\r\n`);
  const line = format === 'csv' ? (row: DataRow) => csvLine(columns, row) : jsonLine;
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof search>> = await store.read((view) =>
      search(view, {
        ...{ published: true, fiscalYear: filter.year, filingKind: FINAL_ACCOUNT, limit: 200 },
        ...(filter.region === undefined ? {} : { region: filter.region }),
        ...(after === null ? {} : { after }),
      }),
    );
    for (let from = 0; from < page.items.length; from += BATCHES[name]) {
      const batch = page.items.slice(from, from + BATCHES[name]);
      const rows = await store.read((view) => rowsOf(view, batch));
      if (rows.length > 0) yield text.encode(rows.map(line).join(''));
    }
    after = page.next;
  } while (after !== null);
}

function jsonLine(row: DataRow): string {
  return `${JSON.stringify(row)}\n`;
}

function csvLine(columns: readonly string[], row: DataRow): string {
  const cells = columns.map((column) => {
    const text = String(row[column] ?? '');
    // A program of tables would take it for a formula; a negative number stays one.
    const plain = /^[=+@\t\r]|^-(?![\d.]+$)/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(plain) ? `"${plain.replace(/"/g, '""')}"` : plain;
  });
  return `${cells.join(',')}\r\n`;
}
