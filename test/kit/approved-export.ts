import { type MergeRange, type WriteSheet, writeXlsx } from 'hucre';
import type { Account, AccountRow } from '../../src/accounts/model.js';
import { amountText } from '../../src/base/amount.js';
import type { FormId } from '../../src/forms/model.js';
import { economicCodes } from '../../src/terms/economic.js';

/** How a program that keeps final accounts exports its tables. */
export interface ExportHabits {
  /** 类 款 项 in a column each, or the whole code in the first of them. */
  readonly codes: 'split' | 'whole';
  readonly merged: boolean;
  /** What stands before the number of a table: 财决01表. */
  readonly series: string;
  /** Economic items with their codes in the heading. */
  readonly itemCodes: boolean;
  /** The words of a table's number and unit stand in one row or in rows of their own. */
  readonly dense: boolean;
}

type Row = (string | number)[];

/** The approved tables of an account, as such programs export them. */
export function approvedExport(account: Account, habits: ExportHabits): Promise<Uint8Array> {
  return writeXlsx({ sheets: new Exporter(account, habits).sheets() as WriteSheet[] });
}

const FUNDS = ['general-public-budget', 'government-managed-funds', 'state-capital-operations'];

class Exporter {
  constructor(
    private readonly account: Account,
    private readonly habits: ExportHabits,
  ) {}

  sheets(): WriteSheet[] {
    return [
      this.summary(),
      this.appropriations(),
      this.byFunction('收入支出决算表', '02', 'expenditure', [
        ...[['年初结转和结余'], ['本年收入']].map((path) => [path, null] as const),
        [['本年支出'], 'current-year'],
        [['年末结转和结余'], null],
      ]),
      this.byFunction('收入决算表', '03', 'income', [
        [['本年收入合计'], 'current-year'],
        [['财政拨款收入'], 'appropriation'],
        [['上级补助收入'], 'superior-subsidy'],
        [['事业收入', '小计'], 'institution'],
        [['事业收入', '其中：教育收费'], null],
        [['经营收入'], 'business'],
        [['附属单位上缴收入'], 'affiliated'],
        [['其他收入'], 'other'],
      ]),
      this.byFunction('支出决算表', '04', 'expenditure', [
        [['本年支出合计'], 'current-year'],
        [['基本支出'], 'basic'],
        [['项目支出'], 'project'],
        [['上缴上级支出'], 'remitted-to-superior'],
        [['经营支出'], 'business'],
        [['对附属单位补助支出'], 'subsidy-to-affiliated'],
      ]),
      this.byItem('支出决算明细表', '05', 'amount'),
      this.balances('一般公共预算', '07', 'general-public-budget-expenditure', 'total'),
      this.byItem('一般公共预算财政拨款支出决算明细表', '08', 'amount'),
      this.byItem('一般公共预算财政拨款基本支出决算明细表', '08-1', 'basic'),
      this.byItem('一般公共预算财政拨款项目支出决算明细表', '08-2', 'amount'),
      this.balances('政府性基金预算', '09', 'government-managed-funds', 'expenditure'),
      this.byItem('政府性基金预算财政拨款支出决算明细表', '10', 'amount'),
      this.balances('国有资本经营预算', '11', 'state-capital-operations', 'expenditure'),
      this.information(),
    ].filter((sheet) => sheet !== null);
  }

  private text(row: AccountRow | undefined, column: string): string {
    const amount = row?.cells.get(column)?.amount;
    return amount == null ? '0.00' : amountText(amount.value, '元');
  }

  private rowsOf(form: FormId): readonly AccountRow[] {
    return this.account.tables.get(form)?.rows ?? [];
  }

  private summary(): WriteSheet {
    const measures = ['年初预算数', '全年预算数', '决算数'];
    const cellsOf = (row: AccountRow | undefined) =>
      row ? ['1.00', '2.00', this.text(row, 'amount')] : ['', '', ''];
    return this.twoSided('收入支出决算总表', '01', 'income-expenditure-summary', {
      headings: [measures, measures],
      cellsOf,
      kinds: cellsOf,
    });
  }

  private appropriations(): WriteSheet {
    const funds = [
      '合计',
      '一般公共预算财政拨款',
      '政府性基金预算财政拨款',
      '国有资本经营预算财政拨款',
    ];
    const measures = ['年初预算数', '全年预算数', '决算数'];
    const wide = measures.flatMap((measure) => [measure, '', '', '']);
    const cellsOf = (row: AccountRow | undefined) => {
      if (row === undefined) return Array<string>(12).fill('');
      const columns = ['total', ...FUNDS];
      return [
        ...Array<string>(4).fill('1.00'),
        ...Array<string>(4).fill('2.00'),
        ...columns.map((column) => (row.cells.has(column) ? this.text(row, column) : '')),
      ];
    };
    return this.twoSided('财政拨款收入支出决算总表', '01-1', 'appropriation-summary', {
      headings: [measures, wide],
      below: [['', '', ''], measures.flatMap(() => funds)],
      cellsOf: (row) =>
        row?.side === '收入' ? ['1.00', '2.00', this.text(row, 'amount')] : cellsOf(row),
      kinds: (row) => (row ? cellsOf(row) : cellsOf(undefined)),
    });
  }

  private twoSided(
    title: string,
    number: string,
    form: FormId,
    how: {
      readonly headings: readonly [string[], string[]];
      readonly below?: readonly [string[], string[]];
      readonly cellsOf: (row: AccountRow | undefined) => string[];
      readonly kinds: (row: AccountRow | undefined) => string[];
    },
  ): WriteSheet {
    const rows = this.rowsOf(form).filter(({ key }) => key !== 'appropriation');
    const left = rows.filter(({ side }) => side === '收入');
    const right = rows.filter(({ side }) => side === '支出');
    const [income, spent] = how.headings;
    const head: Row[] = [
      ['收入', '', ...income.map(() => ''), '支出'],
      [
        ...['项目', '行次', ...income, '项目（按功能分类）', '行次', ...spent],
        ...['项目（按支出性质和经济分类）', '行次', ...spent],
      ],
    ];
    if (how.below) {
      const [, under] = how.below;
      head.push(['', '', ...how.below[0], '', '', ...under, '', '', ...under]);
    }
    const width = head[1]!.length;
    head.push(['栏次', '', ...Array.from({ length: width - 2 }, (_, at) => `${at + 1}`)]);
    const kinds = ['一、基本支出', '人员经费', '公用经费', '二、项目支出', '经济分类支出合计'];
    const spentTotal = right.find(({ key }) => key === 'current-expenditure');
    const body = Array.from({ length: Math.max(left.length, right.length) }, (_, at): Row => {
      const [one, other, kind] = [left[at], right[at], kinds[at]];
      return [
        ...[one?.item ?? '', at + 1, ...(one ? how.cellsOf(one) : income.map(() => ''))],
        ...[other?.item ?? '', at + 40, ...(other ? how.cellsOf(other) : spent.map(() => ''))],
        ...[kind ?? '', at + 80, ...how.kinds(kind ? spentTotal : undefined)],
      ];
    });
    return this.sheet(title, number, [...head, ...body]);
  }

  /** 类 款 项 and the name, then the columns. */
  private byFunction(
    title: string,
    number: string,
    form: FormId,
    columns: readonly (readonly [path: readonly string[], column: string | null])[],
  ): WriteSheet {
    const depth = Math.max(...columns.map(([path]) => path.length));
    const levels = Array.from({ length: depth }, (_, level) =>
      columns.map(([path], at) => {
        const own = path[level] ?? '';
        const before = columns[at - 1]?.[0];
        const same = before?.slice(0, level + 1).join() === path.slice(0, level + 1).join();
        return same && path.length > level + 1 ? '' : own;
      }),
    );
    const head: Row[] = levels.map((level, at) =>
      at === 0
        ? ['项目', '', '', '', ...level]
        : at === 1
          ? ['支出功能分类科目编码', '', '', '科目名称', ...level]
          : ['', '', '', '', ...level],
    );
    if (depth === 1) {
      head.push(['支出功能分类科目编码', '', '', '科目名称', ...columns.map(() => '')]);
    }
    head.push(['类', '款', '项', '栏次', ...columns.map((_, at) => `${at + 1}`)]);
    const body = this.rowsOf(form).map(
      (row): Row => [
        ...this.code(row.key),
        row.item === '' ? `未列科目${row.key}` : row.item,
        ...columns.map(([, column]) => (column === null ? '0.00' : this.text(row, column))),
      ],
    );
    return this.sheet(title, number, [...head, ...body]);
  }

  private code(key: string): string[] {
    if (!/^\d+$/.test(key)) return ['', '', ''];
    if (this.habits.codes === 'whole') return [key, '', ''];
    return [key.slice(0, 3), key.slice(3, 5), key.slice(5, 7)];
  }

  private balances(fund: string, number: string, form: FormId, total: string): WriteSheet {
    return this.byFunction(`${fund}财政拨款收入支出决算表`, number, form, [
      [['年初结转和结余', '合计'], 'opening'],
      [['年初结转和结余', '基本支出结转'], null],
      [['年初结转和结余', '项目支出结转和结余'], null],
      [['本年收入', '合计'], 'income'],
      [['本年收入', '基本支出'], null],
      [['本年收入', '项目支出'], null],
      [['本年支出', '合计'], total],
      [['本年支出', '基本支出', '合计'], 'basic'],
      [['本年支出', '基本支出', '人员经费'], null],
      [['本年支出', '基本支出', '日常公用经费'], null],
      [['本年支出', '项目支出'], 'project'],
      [['年末结转和结余', '合计'], 'closing'],
      [['年末结转和结余', '基本支出结转'], null],
      [['年末结转和结余', '项目支出结转和结余', '合计'], null],
    ]);
  }

  /** Functions down, economic items across; the total line alone is told by an account. */
  private byItem(title: string, number: string, column: string): WriteSheet | null {
    const rows = this.rowsOf('basic-expenditure');
    const known = rows[0]?.cells.has(column);
    if (!known) return null;
    const byCode = new Map(rows.map((row) => [row.key, row]));
    const listed = [...economicCodes()].filter(({ code }) => code.startsWith('3'));
    const types = listed.filter(({ code }) => code.length === 3);
    const upper: Row = ['项目', '', '', '', '合计'];
    const lower: Row = ['支出功能分类科目编码', '', '', '科目名称', ''];
    const total: Row = ['', '', '', '合计', this.text(byCode.get('total'), column)];
    for (const type of types) {
      const items = [
        ...listed.filter(({ code }) => code.length === 5 && code.startsWith(type.code)),
        ...rows
          .filter(({ key }) => key.length === 5 && key.startsWith(type.code))
          .filter(({ key }) => !listed.some(({ code }) => code === key))
          .map(({ key, item }) => ({ code: key, name: item })),
      ];
      const named = (code: string, name: string) => `${this.habits.itemCodes ? code : ''}${name}`;
      upper.push(named(type.code, type.name), ...items.map(() => ''));
      lower.push('小计', ...items.map(({ code, name }) => named(code, name)));
      total.push(...[type, ...items].map(({ code }) => this.text(byCode.get(code), column)));
    }
    const index: Row = ['类', '款', '项', '栏次', ...total.slice(4).map((_, at) => `${at + 1}`)];
    const first: Row = ['213', '', '', '农林水支出', ...total.slice(4)];
    return this.sheet(title, number, [upper, lower, index, total, first]);
  }

  private information(): WriteSheet {
    const three = new Map(this.rowsOf('three-public-expenses').map((row) => [row.key, row]));
    const spent = (label: string, column: string): Row => {
      const [budget, final] = ['budget', 'final'].map((key) => three.get(key)?.cells.has(column));
      return [
        label,
        '1',
        '—',
        budget ? this.text(three.get('budget'), column) : '—',
        final ? this.text(three.get('final'), column) : '—',
      ];
    };
    const related = new Map(this.rowsOf('related-information').map((row) => [row.key, row]));
    const told = (label: string, key: string): Row => {
      const cell = related.get(key)?.cells.get('value');
      const counted = key.startsWith('vehicles') || key === 'equipment';
      return [
        label,
        '9',
        cell?.amount ? amountText(cell.amount.value, '元', counted ? 0 : 2) : '—',
      ];
    };
    const left = [
      ['一、“三公”经费支出', '1', '—', '—', '—'],
      spent('（一）支出合计', 'total'),
      spent('1.因公出国（境）费', 'abroad'),
      spent('2.公务用车购置及运行维护费', 'vehicles'),
      spent('（1）公务用车购置费', 'vehicle-purchase'),
      spent('（2）公务用车运行维护费', 'vehicle-operation'),
      spent('3.公务接待费', 'reception'),
      ['（二）相关统计数', '1', '—', '—', '—'],
      ['1.因公出国（境）团组数（个）', '1', '—', '—', '3'],
      ['4.公务用车保有量（辆）', '1', '—', '—', '7'],
      spent('二、会议费', 'conference'),
      spent('三、培训费', 'training'),
      ...Array.from({ length: 12 }, () => ['', '', '', '', '']),
    ];
    const right = [
      ['四、机关运行经费', '9', '—'],
      told('（一）行政单位', 'operating-administrative'),
      told('（二）参照公务员法管理事业单位', 'operating-civil-service-managed'),
      ['五、国有资产占用情况', '9', '—'],
      told('（一）车辆数合计（辆）', 'vehicles-total'),
      told('5.执法执勤用车', 'vehicles-law-enforcement'),
      told('8.其他用车', 'vehicles-other'),
      told('（二）单价100万元（含）以上设备（不含车辆）', 'equipment'),
      ['六、政府采购支出信息', '9', '—'],
      told('（一）政府采购支出合计', 'procurement-total'),
      told('1.政府采购货物支出', 'procurement-goods'),
      told('2.政府采购工程支出', 'procurement-works'),
      told('3.政府采购服务支出', 'procurement-services'),
    ];
    const head = ['项目', '行次', '年初预算数', '全年预算数', '决算数', '项目', '行次', '统计数'];
    const index = ['栏次', '', '1', '2', '3', '栏次', '', '4'];
    const body = right.map((row, at) => [...left[at]!, ...row]);
    return this.sheet('机构运行信息表', '附03', [head, index, ...body]);
  }

  private sheet(title: string, number: string, table: readonly Row[]): WriteSheet {
    const width = Math.max(...table.map((row) => row.length));
    const padded = (row: Row): Row => [...row, ...Array<string>(width - row.length).fill('')];
    const at = (texts: readonly (readonly [number, string])[]): Row => {
      const row: Row = Array<string>(width).fill('');
      for (const [column, text] of texts) row[column] = text;
      return row;
    };
    const { entity, fiscalYear } = this.account;
    const middle = Math.max(1, Math.floor(width / 2));
    const label = `${this.habits.series}${number}表`;
    const body = at([
      [0, `编制单位：${entity}`],
      [middle, `${fiscalYear}年度`],
      [width - 1, '金额单位：元'],
    ]);
    const above = this.habits.dense
      ? [at([[0, title]]), at([[width - 1, label]]), body]
      : [at([[0, title]]), at([[width - 1, label]]), body, at([])];
    const rows = [...above, ...table.map(padded)];
    const merges = this.habits.merged ? mergesOf(rows, above.length) : [];
    return { name: `Z${number} ${title}`.slice(0, 31), rows, merges } as WriteSheet;
  }
}

/** The title over all columns, and codes over 类 款 项. */
function mergesOf(rows: readonly Row[], headed: number): MergeRange[] {
  const over = (startRow: number, startCol: number, endCol: number) => ({
    ...{ startRow, startCol, endRow: startRow, endCol },
  });
  const codes = rows.flatMap((row, at) =>
    at >= headed && row[1] === '' && row[2] === '' && /^(?:支出功能|\d{3})/.test(`${row[0]}`)
      ? [over(at, 0, 2)]
      : [],
  );
  return [over(0, 0, (rows[0]?.length ?? 1) - 1), ...codes];
}
