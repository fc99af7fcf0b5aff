import { tablesOf } from '../accounts/lookup.js';
import type { Account, AccountCell, AccountRow, Measure } from '../accounts/model.js';
import { accountJson } from '../accounts/to-json.js';
import { amountText } from '../base/amount.js';
import type { Column, FormId, Side } from '../forms/model.js';
import { formOf } from '../forms/statutory.js';
import { type DataTable, departmentData } from './department-data.js';

/** Every amount of an account as rows, and what the columns of the rows are. */
export interface DataPackage {
  /** `facts.csv`: RFC 4180, UTF-8 without a mark. */
  readonly facts: string;
  /**
   * `datapackage.json`: a Fiscal Data Package (Frictionless) of the rows, with the whole account
   * under `mingzhang`, so that it can be made again.
   */
  readonly descriptor: string;
  /** `units.csv` and `transfers.csv` of a department; none of a single body. */
  readonly more: readonly { readonly name: string; readonly content: string }[];
}

interface Field {
  readonly name: string;
  readonly title: string;
  readonly type: 'string' | 'integer' | 'number';
  /** What it is in the fiscal taxonomy. */
  readonly columnType?: string;
  readonly of: (fact: Fact) => string;
}

/** One amount with everything that names it. */
interface Fact {
  readonly account: Account;
  readonly measure: Measure;
  readonly form: FormId;
  readonly row: AccountRow;
  readonly column: string;
  readonly cell: AccountCell;
}

/** Money in yuan, or the unit of a count. */
const COUNTED: readonly (readonly [pattern: RegExp, unit: string])[] = [
  [/^vehicles-/, '辆'],
  [/^equipment/, '台（套）'],
];

const FIELDS: readonly Field[] = [
  {
    name: 'entity',
    title: '部门（单位）',
    type: 'string',
    columnType: 'administrative-classification:generic:code',
    of: ({ account }) => account.entity,
  },
  {
    name: 'fiscal_year',
    title: '年度',
    type: 'integer',
    columnType: 'date:fiscal-year',
    of: ({ account, measure }) => String(account.fiscalYear - (measure === 'prior' ? 1 : 0)),
  },
  { name: 'form', title: '决算表', type: 'string', of: ({ form }) => form },
  { name: 'form_title', title: '表名', type: 'string', of: ({ form }) => formOf(form).title },
  {
    name: 'direction',
    title: '收支',
    type: 'string',
    columnType: 'direction',
    of: ({ row }) => directionOf(row.side),
  },
  {
    name: 'line',
    title: '固定项目',
    type: 'string',
    of: ({ row }) => (isCode(row.key) ? '' : row.key),
  },
  {
    name: 'function_code',
    title: '支出功能分类科目编码',
    type: 'string',
    columnType: 'functional-classification:generic:code',
    of: ({ form, row }) => functionCode(form, row.key),
  },
  {
    name: 'economic_code',
    title: '部门预算支出经济分类科目编码',
    type: 'string',
    columnType: 'economic-classification:generic:code',
    of: ({ form, row }) => (form === 'basic-expenditure' && isCode(row.key) ? row.key : ''),
  },
  { name: 'item', title: '项目名称', type: 'string', of: itemOf },
  {
    name: 'column',
    title: '栏目',
    type: 'string',
    columnType: 'value-kind:code',
    of: ({ column }) => column,
  },
  {
    name: 'column_title',
    title: '栏目名称',
    type: 'string',
    columnType: 'value-kind:label',
    of: ({ form, column, row }) => columnTitle(form, column, row.side),
  },
  {
    name: 'measure',
    title: '口径',
    type: 'string',
    columnType: 'phase:id',
    of: ({ measure }) => measure,
  },
  {
    name: 'currency',
    title: '币种',
    type: 'string',
    columnType: 'value-currency:code',
    of: ({ row }) => (countUnit(row.key) === null ? 'CNY' : ''),
  },
  { name: 'unit', title: '单位', type: 'string', of: ({ row }) => countUnit(row.key) ?? '元' },
  { name: 'value', title: '数值', type: 'number', columnType: 'value', of: valueText },
  {
    name: 'rounded_to',
    title: '原数精确到（元）',
    type: 'number',
    of: ({ cell: { amount } }) =>
      amount === null || amount.half === 0n ? '' : amountText(amount.half * 2n, '元', 0),
  },
];

const MEASURES: readonly Measure[] = ['reported', 'prior', 'budget'];

/** The amounts of an account, this year's, last year's and the budget's, for other programs. */
export function dataPackage(account: Account, title: string): DataPackage {
  const rows = [...factsOf(account)].map((fact) => FIELDS.map(({ of }) => csvText(of(fact))));
  const lines = [FIELDS.map(({ name }) => name), ...rows];
  const more = departmentData(account);
  return {
    facts: fileOf(lines),
    descriptor: `${descriptorText(descriptorOf(account, title, more))}\n`,
    more: more.map((table) => ({
      name: `${table.name}.csv`,
      content: fileOf([
        table.fields.map(({ name }) => name),
        ...table.rows.map((row) => row.map(csvText)),
      ]),
    })),
  };
}

/** For people to read, but for the account, which is long. */
function descriptorText({ mingzhang, ...rest }: ReturnType<typeof descriptorOf>): string {
  const head = JSON.stringify(rest, null, 2).replace(/\n\}$/, '');
  return `${head},\n  "mingzhang": ${JSON.stringify(mingzhang)}\n}`;
}

function fileOf(lines: readonly (readonly string[])[]): string {
  return lines.map((line) => `${line.join(',')}\r\n`).join('');
}

function* factsOf(account: Account): Iterable<Fact> {
  for (const measure of MEASURES) {
    for (const { form, rows } of tablesOf(account, measure).values()) {
      for (const row of rows) {
        for (const [column, cell] of row.cells) yield { account, measure, form, row, column, cell };
      }
    }
  }
}

function descriptorOf(account: Account, title: string, more: readonly DataTable[]) {
  const { fiscalYear } = account;
  return {
    profile: 'fiscal-data-package',
    name: `final-account-${fiscalYear}`,
    title,
    resources: [
      resourceOf('facts', FIELDS),
      ...more.map(({ name, fields }) => resourceOf(name, fields)),
    ],
    mingzhang: accountJson(account),
  };
}

type FieldOf = Pick<DataTable['fields'][number], 'name' | 'title' | 'type'> & {
  readonly columnType?: string;
};

function resourceOf(resource: string, fields: readonly FieldOf[]) {
  return {
    profile: 'tabular-data-resource',
    name: resource,
    path: `${resource}.csv`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true },
    schema: {
      missingValues: [''],
      fields: fields.map(({ name, title, type, columnType }) => ({
        ...{ name, title, type },
        ...(columnType === undefined ? {} : { columnType }),
      })),
    },
  };
}

function isCode(key: string): boolean {
  return /^\d/.test(key);
}

/** The code of a line; lines of the summaries stand for classes. */
function functionCode(form: FormId, key: string): string {
  if (form === 'basic-expenditure') return '';
  return isCode(key) ? key : (/^function-(\d+)$/.exec(key)?.[1] ?? '');
}

function directionOf(side: Side | null): string {
  return side === null ? '' : side === '收入' ? 'revenue' : 'expenditure';
}

function countUnit(key: string): string | null {
  return COUNTED.find(([pattern]) => pattern.test(key))?.[1] ?? null;
}

function valueText({ row, cell }: Fact): string {
  // No value: something stands there that could not be read.
  if (cell.amount === null) return '';
  return amountText(cell.amount.value, '元', countUnit(row.key) === null ? 2 : 0);
}

function itemOf({ form, row }: Fact): string {
  if (row.item !== '' && row.item !== row.key) return row.item;
  for (const block of formOf(form).blocks) {
    const lines =
      block.kind === 'open' ? [block.total] : block.kind === 'coded' ? block.totals : block.lines;
    const line = lines.find(({ id }) => id === row.key);
    if (line !== undefined) return line.label;
  }
  return row.item;
}

function columnTitle(form: FormId, id: string, side: Side | null): string {
  const blocks = formOf(form).blocks.filter(
    (block) => block.kind !== 'fixed' || block.side === side,
  );
  const column: Column | undefined = blocks
    .flatMap(({ columns }) => columns)
    .find((found) => found.id === id);
  if (column === undefined) return id;
  return column.under === undefined ? column.label : `${column.under}/${column.label}`;
}

/** A field of RFC 4180. */
function csvText(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
