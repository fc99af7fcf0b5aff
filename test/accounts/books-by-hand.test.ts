import { describe, expect, it } from 'vitest';
import { typedBooks } from './typed-books.js';

const HEAD = '资金来源 | 功能科目编码 | 科目名称 | 部门经济科目 | 支出类型 | 金额（元）';

describe('merged cells', () => {
  it('are one value for the rows that they cover', () => {
    const { lines, unread } = typedBooks(`# 支出
${HEAD}
一般公共预算 | 2012601 | 行政运行 | 30101 | 基本支出 | 100
^ | ^ | ^ | 30201 | ^ | 20
^ | ^ | ^ | 30231 | 项目支出 | 3
^ | 2012602 | 一般行政管理事务 | 30227 | ^ | 4
`);
    expect(unread).toEqual([]);
    expect(lines).toEqual([
      'expenditure general-public-budget 2012601 30101 basic 100',
      'expenditure general-public-budget 2012601 30201 basic 20',
      'expenditure general-public-budget 2012601 30231 project 3',
      'expenditure general-public-budget 2012602 30227 project 4',
    ]);
  });

  it('of amounts are not shared out among rows that differ', () => {
    const { lines, unread } = typedBooks(`# 支出
${HEAD}
一般公共预算 | 2012601 | 行政运行 | 30101 | 基本支出 | 100
一般公共预算 | 2012601 | 行政运行 | 30201 | 基本支出 | ^
一般公共预算 | 2012601 | 行政运行 | 30231 | 基本支出 | 5
`);
    expect(unread).toEqual(['F2 金额“100”']);
    expect(lines).toHaveLength(1);
  });

  it('leave a subtotal a subtotal', () => {
    const { lines, unread } = typedBooks(`# 支出
${HEAD}
一般公共预算 | 2012601 | 行政运行 | 30101 | 基本支出 | 100
^ | ^ | ^ | 30201 | ^ | 20
^ | ^ | ^ | 小计 | ^ | 120
^ | 2012602 | 一般行政管理事务 | 30227 | 项目支出 | 4
合计 | < | < | < | < | 124
`);
    expect(unread).toEqual([]);
    expect(lines).toHaveLength(3);
  });
});

describe('headings of two rows', () => {
  it('are read as one', () => {
    const { lines, unread, notices } = typedBooks(`# 支出
资金来源 | 功能分类科目 | < | 部门经济分类 | < | 支出类型 | 金额（万元） | <
^ | 科目编码 | 科目名称 | 科目编码 | 科目名称 | ^ | 本年支出 | 上年支出
一般公共预算 | 2010001 | 某事务 | 30201 | 办公费 | 基本支出 | 1.5 | 1.25
`);
    expect(unread).toEqual([]);
    expect(notices).toEqual(['H2 表头“上年支出”']);
    expect(lines).toEqual(['expenditure general-public-budget 2010001 30201 basic 1.5']);
    const { ledger } = typedBooks(`# 支出
资金来源 | 功能分类科目 | < | 支出类型 | 金额（万元） | <
^ | 科目编码 | 科目名称 | ^ | 本年支出 | 上年支出
一般公共预算 | 2010001 | 某事务 | 基本支出 | 1.5 | 1.25
`).filing;
    expect(ledger?.lines[0]?.amount.value).toBe(15_000n * 10n ** 8n);
    expect(ledger?.names.get('2010001')).toBe('某事务');
  });

  it('name each code by the name beside it', () => {
    const { filing } = typedBooks(`# 支出
资金来源 | 经济科目编码 | 科目名称 | 功能科目编码 | 科目名称 | 支出类型 | 金额（元）
一般公共预算 | 30201 | 办公费 | 2010001 | 某事务 | 基本支出 | 1.5
`);
    expect([...(filing.ledger?.names ?? [])]).toEqual([
      ['2010001', '某事务'],
      ['30201', '办公费'],
    ]);
  });
});

describe('headings that are not known', () => {
  it('are named once, and a column that is not there once for all rows', () => {
    const { unread, notices, filing } = typedBooks(`# 支出
功能科目编码 | 钱从哪来 | 支出类型 | 金额（元） | 备注 | 摘要
2130301 | 一般公共预算拨款 | 基本支出 | 1.5 | a | b
2130301 | 一般公共预算拨款 | 基本支出 | 2.5 | a | c
`);
    expect(unread).toEqual(['B1 表头里没有资金来源一栏（没有认出的表头：钱从哪来）']);
    expect(filing.unread[0]?.why.zh).toContain('表头写作“资金来源”');
    expect(notices).toContain('B1 表头“钱从哪来”');
  });

  it('来源 alone is the source of the money', () => {
    const { lines } = typedBooks(`# 支出
功能科目编码 | 来源 | 支出类型 | 金额（元）
2130301 | 一般公共预算拨款 | 基本支出 | 1.5
`);
    expect(lines).toEqual(['expenditure general-public-budget 2130301  basic 1.5']);
  });

  it('two columns that may both be the amount are not guessed between', () => {
    const { lines, unread } = typedBooks(`# 支出
资金来源 | 功能科目编码 | 支出类型 | 本期金额 | 本年金额
一般公共预算 | 2130301 | 基本支出 | 1.5 | 2.5
`);
    expect(lines).toEqual([]);
    expect(unread).toEqual(['E1 金额栏“本期金额”、“本年金额”']);
  });
});

describe('books of several', () => {
  it('units point at the first row of another', () => {
    const { unread } = typedBooks(`# 支出
单位名称 | 资金来源 | 功能科目编码 | 支出类型 | 金额（元）
甲单位 | 一般公共预算 | 2130301 | 基本支出 | 1.5
甲单位 | 一般公共预算 | 2130301 | 项目支出 | 2.5
乙单位 | 一般公共预算 | 2130301 | 项目支出 | 2.5
`);
    expect(unread).toEqual(['A4 甲单位、乙单位']);
  });

  const YEARS = `年度 | 资金来源 | 功能科目编码 | 支出类型 | 金额（元）
2023 | 一般公共预算 | 2130301 | 基本支出 | 1000
2023 | 一般公共预算 | 2130301 | 项目支出 | 500
2024 | 一般公共预算 | 2130301 | 基本支出 | 1100
2024 | 一般公共预算 | 2130301 | 项目支出 | 520
`;

  it('years are read for the year that the file declares', () => {
    const { lines, unread, filing } = typedBooks(`# 支出\n2024年度支出账\n${YEARS}`);
    expect(lines.map((line) => line.split(' ').at(-1))).toEqual(['1100', '520']);
    expect(unread).toEqual(['A3 年度“2023”（2 行）']);
    expect(filing.fiscalYear).toBe(2024);
  });

  it('years of which none is declared and none has more rows are not read', () => {
    const { lines, unread, filing } = typedBooks(`# 支出\n${YEARS}`);
    expect(lines).toEqual([]);
    expect(unread).toEqual(['A2 年度“2023”（2 行）', 'A4 年度“2024”（2 行）']);
    expect(filing.fiscalYear).toBe(null);
  });
});

it('rows that are the same in every column are pointed at', () => {
  const { lines, notices, unread } = typedBooks(`# 支出
序号 | 日期 | ${HEAD} | 摘要
1 | 1月3日 | 一般公共预算 | 2012601 | 行政运行 | 30201 | 基本支出 | 100 | 纸
2 | 1月3日 | 一般公共预算 | 2012601 | 行政运行 | 30201 | 基本支出 | 100 | 纸
3 | 1月4日 | 一般公共预算 | 2012601 | 行政运行 | 30201 | 基本支出 | 100 | 纸
`);
  expect(lines).toHaveLength(3);
  expect(unread).toEqual([]);
  expect(notices).toEqual(['H3 疑似重复（100元）']);
});

describe('books of debits and credits', () => {
  const ACCOUNT = `# 明细账
2023年支出明细账
日期 | 凭证号 | 摘要 | 资金性质 | 功能科目 | 经济科目 | 支出类型 | 借方 | 贷方 | 方向 | 余额（元）
1月5日 | 记-1 | 工资 | 一般公共预算 | ２１３０３０１行政运行 | 30101 基本工资 | 基本支出 | 1,000.00 | | 借 | 1,000.00
1月9日 | 记-2 | 纸 | 一般公共预算 | 2130301 行政运行 | 30201 办公费 | 基本支出 | 200.00 | | 借 | 1,200.00
 | | 本月合计 | | | | | 1,200.00 | 0.00 | 借 | 1,200.00
 | | 本年累计 | | | | | 1,200.00 | 0.00 | 借 | 1,200.00
2月5日 | 记-3 | 退款 | 一般公共预算 | 2130301 行政运行 | 30201 办公费 | 基本支出 | | 50.00 | 借 | 1,150.00
2月6日 | 记-4 | 红冲 | 一般公共预算 | 2130301 行政运行 | 30201 办公费 | 基本支出 | (20.00) | | 借 | 1,130.00
 | | 本月合计 | | | | | -20.00 | 50.00 | 借 | 1,130.00
 | | 本年累计 | | | | | 1,180.00 | 50.00 | 借 | 1,130.00
`;

  it('count credits of expenditure against it, and no sum of a month or of the year', () => {
    const { lines, unread } = typedBooks(ACCOUNT);
    expect(unread).toEqual([]);
    expect(lines).toEqual([
      'expenditure general-public-budget 2130301 30101 basic 1000.00',
      'expenditure general-public-budget 2130301 30201 basic 200.00',
      'expenditure general-public-budget 2130301 30201 basic -50.00',
      'expenditure general-public-budget 2130301 30201 basic -20.00',
    ]);
  });

  it('leave out the entry that closes the year, and are not used where it is not told', () => {
    const closing = (text: string) =>
      `12月31日 | 记-9 | ${text} | 一般公共预算 | 2130301 | | 基本支出 | | 1,130.00 | 平 | 0.00\n`;
    const closed = typedBooks(`${ACCOUNT}${closing('年终结转')}`);
    expect(closed.lines).toHaveLength(4);
    expect(closed.notices).toContain('I11 年终结转分录（1130.00元）');
    const unsaid = typedBooks(`${ACCOUNT}${closing('转账')}`);
    expect(unsaid.lines).toEqual([]);
    expect(unsaid.unread).toEqual(['H3 借方合计等于贷方合计']);
  });

  it('are not read by codes of the chart of accounts', () => {
    const { lines, unread } = typedBooks(`# 明细账
2023年支出明细账
资金性质 | 科目编码 | 科目名称 | 支出类型 | 借方 | 贷方
一般公共预算 | 7201001 | 行政支出 | 基本支出 | 1,000.00 |
`);
    expect(lines).toEqual([]);
    expect(unread).toEqual(['B3 功能科目“7201001”']);
  });
});

describe('several sheets', () => {
  const month = (name: string, sum: number, running: number) => `# ${name}
${HEAD}
一般公共预算 | 2130301 | 行政运行 | 30101 | 基本支出 | ${sum}
本月合计 | | | | | ${sum}
本年累计 | | | | | ${running}
`;

  it('of months are one year, whose sheet of sums is not counted again', () => {
    const months = `${month('1月', 100, 100)}${month('2月', 20, 120)}${month('3月', 3, 123)}`;
    const { lines, unread, notices } = typedBooks(`${months}${month('全年汇总', 123, 123)}`);
    expect(lines.map((line) => line.split(' ').at(-1))).toEqual(['100', '20', '3']);
    expect(unread).toEqual([]);
    expect(notices).toEqual(['A2 工作表“全年汇总”']);
  });

  it('of sums that differ are named', () => {
    const { lines, unread } = typedBooks(`${month('1月', 100, 100)}${month('汇总', 99, 99)}`);
    expect(lines).toHaveLength(1);
    expect(unread).toContain('A2 工作表“汇总”');
  });

  it('each of a fund are known by their names, those of bodies aside', () => {
    const { lines, unread } = typedBooks(`# 一般公共预算
编制单位：示例县国有资本运营中心
功能科目编码 | 支出类型 | 金额（元）
2130301 | 基本支出 | 7
# 政府性基金
编制单位：示例县国有资本运营中心
功能科目编码 | 支出类型 | 金额（元）
2120803 | 项目支出 | 8
`);
    expect(unread).toEqual([]);
    expect(lines).toEqual([
      'expenditure general-public-budget 2130301  basic 7',
      'expenditure government-managed-funds 2120803  project 8',
    ]);
  });
});

describe('tables that are nearly books', () => {
  it('say which column they lack, beside books that are read too', () => {
    const { lines, unread, filing } = typedBooks(`# 一般公共预算
${HEAD}
一般公共预算 | 2130301 | 行政运行 | 30101 | 基本支出 | 5
# 基金
资金来源 | 支出类型 | 类 | 款 | 项 | 金额（元）
政府性基金 | 项目支出 | 212 | 08 | 03 | 7
`);
    expect(lines).toHaveLength(1);
    expect(unread).toEqual(['C1 表头里没有功能科目编码一栏（没有认出的表头：类、款、项）']);
    expect(filing.ledger?.unread).toBe(1);
  });

  it('lists beside books are none', () => {
    const { unread } = typedBooks(`# 支出
${HEAD}
一般公共预算 | 2130301 | 行政运行 | 30101 | 基本支出 | 5
# 采购
类别 | 项目 | 金额 | 备注
货物 | 电脑 | 5 | 无
服务 | 物业 | 6 | 无
`);
    expect(unread).toEqual([]);
  });
});
