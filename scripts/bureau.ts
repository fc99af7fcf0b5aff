/**
 * Writes examples/示例县水务局: the books of an invented bureau of two units, what people say of
 * them, last year's final account, what each unit publishes by itself (单位公开), and this year's
 * final account as the commands of the README make it (公开).
 * Run it again after a change of the figures or of what is written:
 *
 *     npm run build && npx tsx scripts/bureau.ts
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { accountFromLedger } from '../src/accounts/from-ledger.js';
import { mergeUnits } from '../src/accounts/merge.js';
import type {
  Account,
  AccountTables,
  Fund,
  IncomeKind,
  Ledger,
  Moment,
  Nature,
} from '../src/accounts/model.js';
import { publicAccount } from '../src/accounts/public-account.js';
import { accountJson } from '../src/accounts/to-json.js';
import { editionOf } from '../src/editions/catalogue.js';
import type { Edition } from '../src/editions/model.js';
import { reasonAsked } from '../src/facts/inputs/reasons.js';
import { inputs, nameId, reasonId } from '../src/forms/inputs.js';
import { publicationWord } from '../src/office/publication-word.js';
import { writeXlsx } from '../src/office/workbook-library.js';
import { publicationFrom } from '../src/publications/from-account.js';
import { publishedTables } from '../src/publications/tables.js';
import { type Books, booksOf, type UnitId } from './bureau-books.js';
import { BUREAU, buildArguments, mergeArguments } from './bureau-steps.js';
import { ALONE, DEPARTMENT, REASONS, RESULT, TOLD, type Told } from './bureau-words.js';

const ROOT = new URL('../examples/示例县水务局/', import.meta.url);
const YEAR = 2023;
const PINNED = new Date(Date.UTC(2000, 0, 1));

const FUNDS: Readonly<Record<Fund, string>> = {
  'general-public-budget': '一般公共预算财政拨款',
  'government-managed-funds': '政府性基金预算财政拨款',
  'state-capital-operations': '国有资本经营预算财政拨款',
  own: '单位自有资金',
};
const NATURES: Readonly<Record<Nature, string>> = {
  basic: '基本支出',
  project: '项目支出',
  'remitted-to-superior': '上缴上级支出',
  business: '经营支出',
  'subsidy-to-affiliated': '对附属单位补助支出',
};
const INCOMES: Readonly<Record<IncomeKind, string>> = {
  appropriation: '财政拨款收入',
  'superior-subsidy': '上级补助收入',
  institution: '事业收入',
  business: '经营收入',
  affiliated: '附属单位上缴收入',
  other: '其他收入',
};
const MOMENTS: Readonly<Record<Moment, string>> = {
  opening: '年初结转和结余',
  closing: '年末结转和结余',
  'use-of-surplus': '使用非财政拨款结余',
  'surplus-distribution': '结余分配',
};

type Sheet = readonly [name: string, rows: readonly (readonly (string | number)[])[]];

function sheetsOf(books: Books, told: Told): readonly Sheet[] {
  const sheet = (
    name: string,
    headings: readonly string[],
    rows: readonly (readonly (string | number)[])[],
  ): Sheet => {
    const total = rows.reduce((sum, row) => sum + Number(row.at(-1)), 0);
    const blanks = headings.slice(2).map(() => '');
    return [
      name,
      [
        [`${told.name}${YEAR}年度${name}`],
        [`编制单位：${told.name}`, `单位性质：${told.kind}`, '单位：元'],
        headings,
        ...rows,
        ['合计', ...blanks, total],
      ],
    ];
  };
  const { spent, received, balances, budgets } = books;
  return [
    sheet(
      '支出明细',
      ['资金来源', '功能科目编码', '功能科目名称', '部门经济科目', '支出类型', '项目名称', '金额'],
      spent.map((e) => [
        ...[FUNDS[e.fund], e.code, e.name, e.economic, NATURES[e.nature], e.project],
        e.yuan,
      ]),
    ),
    sheet(
      '收入明细',
      ['收入类别', '资金来源', '功能科目编码', '金额'],
      received.map((e) => [INCOMES[e.kind], FUNDS[e.fund], e.code, e.yuan]),
    ),
    sheet(
      '结转结余',
      ['类别', '资金来源', '功能科目编码', '金额'],
      balances.map((e) => [MOMENTS[e.moment], FUNDS[e.fund], e.code, e.yuan]),
    ),
    sheet(
      '年初预算',
      ['资金来源', '功能科目编码', '功能科目名称', '支出类型', '预算数'],
      budgets.map((e) => [FUNDS[e.fund], e.code, e.name, NATURES[e.nature], e.yuan]),
    ),
  ];
}

function listsOf(told: Told): readonly Sheet[] {
  return [
    [
      '三公经费预算',
      [['“三公”经费年初预算'], ['单位：元'], ['项目', '预算数'], ...told.threePublic],
    ],
    ['其他数据', [['政府采购与国有资产'], ['单位：元'], ['项目', '数量'], ...told.others]],
    ['补充信息', [['补充信息'], ['填报项目', '填报内容'], ...told.inputs]],
  ];
}

function csvOf([, rows]: Sheet): string {
  const width = Math.max(...rows.map((row) => row.length));
  const lines = rows.map((row) =>
    Array.from({ length: width }, (_, at) => `"${String(row[at] ?? '')}"`).join(','),
  );
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

async function workbookOf(sheets: readonly Sheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]) })),
    properties: { created: PINNED, modified: PINNED },
  });
}

const source = { file: '示例', address: null };
const amount = (yuan: number) => ({ value: BigInt(yuan) * 10n ** 8n, half: 0n });

function ledgerOf(books: Books): Ledger {
  return {
    entries: books.spent.map(({ fund, code, economic, nature, project, yuan }) => ({
      ...{ fund, function: code, economic: economic || null, nature, project: project || null },
      ...{ amount: amount(yuan), source },
    })),
    incomes: books.received.map(({ kind, fund, code, yuan }) => ({
      ...{ kind, fund, function: code, amount: amount(yuan), source },
    })),
    balances: books.balances.map(({ moment, fund, code, yuan }) => ({
      ...{ moment, fund, function: code, amount: amount(yuan), source },
    })),
    budgets: books.budgets.map(({ fund, code, nature, yuan }) => ({
      ...{ fund, function: code, nature, amount: amount(yuan), source },
    })),
    names: new Map(books.spent.map(({ code, name }) => [code, name])),
  };
}

const IDS = new Map(inputs().map(({ label, id }) => [label, id]));

function idOf(label: string): string {
  return IDS.get(label) ?? nameId(/\d+/.exec(label)![0]);
}

function accountOf(unit: UnitId, year: number, prior: AccountTables): Account {
  const told = TOLD[unit];
  const columns = ['abroad', 'vehicle-purchase', 'vehicle-operation', 'reception'];
  const keys = ['goods', 'works', 'services'].map((kind) => `procurement-${kind}`);
  const cars = ['provincial-leaders', 'principal-leaders', 'confidential', 'emergency'];
  const others = ['law-enforcement', 'special-technical', 'retired-cadres', 'other'];
  const vehicles = [...cars, ...others].map((kind) => `vehicles-${kind}`);
  const lines = [...keys, ...vehicles, 'equipment'];
  const cell = (yuan: string) => ({ amount: amount(Number(yuan)), source });
  const account = accountFromLedger(ledgerOf(booksOf(unit, year)), {
    ...{ entity: told.name, role: 'unit', units: [], fiscalYear: year, unit: '元' },
    kind: unit === 'bureau' ? 'administrative' : 'public-institution',
    inputs: new Map(
      told.inputs.map(([label, text]) => [
        idOf(label),
        { text: text.replace(/ （/g, '\n（'), toReview: false, source: null },
      ]),
    ),
    given: new Map([
      [
        'three-public-expenses',
        {
          form: 'three-public-expenses',
          rows: [
            {
              ...{ side: null, key: 'budget', item: '预算数' },
              cells: new Map(told.threePublic.map(([, yuan], at) => [columns[at]!, cell(yuan)])),
            },
          ],
        },
      ],
      [
        'related-information',
        {
          form: 'related-information',
          rows: told.others.map(([item, yuan], at) => ({
            ...{ side: null, key: lines[at]!, item },
            cells: new Map([['value', cell(yuan)]]),
          })),
        },
      ],
    ]),
    evaluations: [],
  });
  return { ...account, prior };
}

/** The department of a year, with the year before to compare with. */
function departmentOf(year: number): Account {
  const prior = (unit: UnitId) => accountOf(unit, year - 1, new Map()).tables;
  const units = (['bureau', 'station'] as const).map((id) => accountOf(id, year, prior(id)));
  const merged = mergeUnits(units, DEPARTMENT);
  if ('why' in merged) throw new Error(merged.why);
  const said = new Map(merged.account.inputs);
  const say = (id: string, text: string) => said.set(id, { text, toReview: false, source: null });
  for (const [label, text] of REASONS) say(reasonAsked(label)!, text);
  say('secrecy-review', '已审查');
  say('head-approval', '已审签');
  for (const { code } of booksOf('bureau', year).budgets) {
    say(reasonId('function-item', code), '年中按实际需要调整');
  }
  for (const { code } of booksOf('station', year).budgets) {
    say(reasonId('function-item', code), '年中按实际需要调整');
  }
  for (const [id, value] of said) said.set(id, { ...value, toReview: false });
  return { ...merged.account, inputs: said };
}

/** The account of a unit by itself, as it publishes it, with the year before to compare with. */
function unitOf(unit: UnitId, year: number): Account {
  const account = accountOf(unit, year, accountOf(unit, year - 1, new Map()).tables);
  const said = new Map(account.inputs);
  const say = (id: string, text: string) => said.set(id, { text, toReview: false, source: null });
  for (const [label, text] of ALONE[unit]) say(reasonAsked(label) ?? idOf(label), text);
  for (const { code } of booksOf(unit, year).budgets) {
    say(reasonId('function-item', code), '年中按实际需要调整');
  }
  return { ...account, inputs: said };
}

async function writeWord(account: Account, edition: Edition, file: URL): Promise<void> {
  const tables = publishedTables(account, edition);
  const { publication, needs } = publicationFrom(account, edition, {
    tables,
    annex: [],
    embedded: '',
  });
  const asked = new Set(needs.map(({ id }) => id));
  const carried = account.role === 'unit' ? publicAccount(account, asked) : account;
  const embedded = JSON.stringify(accountJson(carried));
  for (const { label, required, state } of needs) {
    if (required && state === 'missing') {
      process.stdout.write(`缺：${account.entity} ${account.fiscalYear} ${label}\n`);
    }
  }
  writeFileSync(file, await publicationWord({ ...publication, embedded }));
}

/** Last year's documents, and those that the units publish by themselves. */
async function otherDocuments(): Promise<void> {
  const [before, now] = [editionOf('shanxi-2022'), editionOf('general')];
  const whole = new URL(`${DEPARTMENT}${YEAR - 1}年度部门决算.docx`, ROOT);
  await writeWord(departmentOf(YEAR - 1), before, whole);
  for (const unit of ['bureau', 'station'] as const) {
    const { name, folder } = TOLD[unit];
    const at = new URL(`单位公开/${folder}/`, ROOT);
    mkdirSync(at, { recursive: true });
    const file = (year: number) => new URL(`${name}${year}年度单位决算.docx`, at);
    await writeWord(unitOf(unit, YEAR - 1), before, file(YEAR - 1));
    await writeWord(unitOf(unit, YEAR), now, file(YEAR));
  }
}

/** This year's documents, by the built program: what people get. */
function thisYear(): void {
  const cwd = fileURLToPath(new URL('..', import.meta.url));
  const account = '输出/示例县水务局2023.json';
  mkdirSync(`${cwd}输出`, { recursive: true });
  rmSync(`${cwd}${BUREAU}/公开`, { recursive: true, force: true });
  for (const args of [mergeArguments(account), buildArguments(account, `${BUREAU}/公开`)]) {
    const { status } = spawnSync(process.execPath, ['dist/cli/main.js', ...args], {
      cwd,
      stdio: 'inherit',
    });
    if (status !== 0) throw new Error(`mingzhang ${args[0]}: ${status}`);
  }
}

for (const unit of ['bureau', 'station'] as const) {
  const told = TOLD[unit];
  const folder = new URL(`${told.folder}/`, ROOT);
  mkdirSync(folder, { recursive: true });
  const sheets = sheetsOf(booksOf(unit, YEAR), told);
  if (unit === 'bureau') {
    const file = new URL(`${told.name}${YEAR}年度账.xlsx`, folder);
    writeFileSync(file, await workbookOf([...sheets, ...listsOf(told)]));
  } else {
    for (const sheet of sheets) writeFileSync(new URL(`${sheet[0]}.csv`, folder), csvOf(sheet));
    writeFileSync(new URL('补充信息.xlsx', folder), await workbookOf(listsOf(told)));
  }
}
writeFileSync(
  new URL('原因说明.xlsx', ROOT),
  await workbookOf([
    [
      '原因说明',
      [
        [`${DEPARTMENT}${YEAR}年度原因说明`],
        [`编制单位：${DEPARTMENT}`],
        ['填报项目', '填报内容'],
        ...REASONS,
        [...RESULT],
        ...(['bureau', 'station'] as const)
          .flatMap((unit) => booksOf(unit, YEAR).budgets)
          .filter(({ code }, at, all) => all.findIndex((each) => each.code === code) === at)
          .map(({ code, name }) => [
            `${code} ${name}支出决算数与年初预算数差异的主要原因`,
            '年中按实际需要调整',
          ]),
      ],
    ],
  ]),
);
writeFileSync(
  new URL('审查和审签.xlsx', ROOT),
  await workbookOf([
    [
      '审查和审签',
      [
        [`${DEPARTMENT}${YEAR}年度公开前审查`],
        [`编制单位：${DEPARTMENT}`],
        ['填报项目', '填报内容'],
        ['保密审查情况', '已审查'],
        ['部门主要负责人审签情况', '已审签'],
      ],
    ],
  ]),
);
thisYear();
await otherDocuments();
