import type { Fund, IncomeKind, Moment, Nature } from '../src/accounts/model.js';

/** The books of the invented bureau, whole yuan, so that everybody can add them up. */

export type UnitId = 'bureau' | 'station';

export interface Spent {
  readonly fund: Fund;
  readonly code: string;
  readonly name: string;
  readonly economic: string;
  readonly nature: Nature;
  readonly project: string;
  readonly yuan: number;
}

export interface Received {
  readonly kind: IncomeKind;
  readonly fund: Fund;
  readonly code: string;
  readonly yuan: number;
}

export interface Balance {
  readonly moment: Moment;
  readonly fund: Fund;
  readonly code: string;
  readonly yuan: number;
}

export interface Books {
  readonly spent: readonly Spent[];
  readonly received: readonly Received[];
  readonly balances: readonly Balance[];
  readonly budgets: readonly Omit<Spent, 'economic' | 'project'>[];
}

const GENERAL = 'general-public-budget';

type Line = readonly [code: string, name: string, economic: string, yuan: number, project?: string];

const GENERAL_LINES: Readonly<Record<UnitId, readonly Line[]>> = {
  bureau: [
    ['2130301', '行政运行', '30101', 1_286_400],
    ['2130301', '行政运行', '30102', 1_043_500],
    ['2130301', '行政运行', '30103', 512_300],
    ['2130301', '行政运行', '30201', 86_400],
    ['2130301', '行政运行', '30205', 9_600],
    ['2130301', '行政运行', '30206', 38_500],
    ['2130301', '行政运行', '30207', 22_800],
    ['2130301', '行政运行', '30211', 64_300],
    ['2130301', '行政运行', '30217', 8_200],
    ['2130301', '行政运行', '30228', 41_000],
    ['2130301', '行政运行', '30231', 46_500],
    ['2130301', '行政运行', '30239', 158_400],
    ['2080505', '机关事业单位基本养老保险缴费支出', '30108', 412_600],
    ['2080506', '机关事业单位职业年金缴费支出', '30109', 206_300],
    ['2101101', '行政单位医疗', '30110', 168_900],
    ['2210201', '住房公积金', '30113', 318_700],
    ['2130305', '水利工程建设', '31005', 2_460_000, '示例河河道治理工程'],
    ['2130305', '水利工程建设', '30227', 186_000, '示例河河道治理工程'],
    ['2130311', '水资源节约管理与保护', '30202', 42_000, '节约用水宣传'],
    ['2130311', '水资源节约管理与保护', '30226', 18_000, '节约用水宣传'],
    ['2130314', '防汛', '30218', 235_000, '防汛物资储备'],
  ],
  station: [
    ['2130306', '水利工程运行与维护', '30101', 640_200],
    ['2130306', '水利工程运行与维护', '30107', 352_000],
    ['2130306', '水利工程运行与维护', '30201', 24_600],
    ['2130306', '水利工程运行与维护', '30206', 31_200],
    ['2130306', '水利工程运行与维护', '30213', 45_000],
    ['2130306', '水利工程运行与维护', '30217', 1_500],
    ['2130306', '水利工程运行与维护', '30231', 28_000],
    ['2080505', '机关事业单位基本养老保险缴费支出', '30108', 158_700],
    ['2101102', '事业单位医疗', '30110', 72_400],
    ['2210201', '住房公积金', '30113', 119_000],
    ['2130306', '水利工程运行与维护', '30213', 386_000, '灌区设施维修养护'],
    ['2130306', '水利工程运行与维护', '31003', 65_000, '灌区设施维修养护'],
  ],
};

/** What lay there at the end of a year, by unit, fund and code. */
const LEFT: Readonly<Record<UnitId, readonly (readonly [Fund, string, number])[]>> = {
  bureau: [
    [GENERAL, '2130305', 60_000],
    ['own', '2130399', 23_000],
  ],
  station: [['own', '2130306', 14_500]],
};

/** Each year before was so many per cent smaller. */
const YEARLY = 4;

function inYear(yuan: number, year: number): number {
  const percent = 100 - YEARLY * (2023 - year);
  return Math.floor((yuan * percent) / 10_000) * 100;
}

function spentOf(unit: UnitId, year: number): readonly Spent[] {
  const general = GENERAL_LINES[unit].map(
    ([code, name, economic, yuan, project]): Spent => ({
      ...{ fund: GENERAL, code, name, economic, project: project ?? '' },
      nature: project === undefined ? 'basic' : 'project',
      yuan: inYear(yuan, year),
    }),
  );
  const own = (code: string, name: string, economic: string, nature: Nature, yuan: number) => ({
    ...{ fund: 'own' as const, code, name, economic, nature },
    project: nature === 'project' ? '水闸应急维修' : '',
    yuan: inYear(yuan, year),
  });
  if (unit === 'station') {
    return [
      ...general,
      own('2130306', '水利工程运行与维护', '30213', 'project', 117_500),
      own('2130306', '水利工程运行与维护', '30299', 'basic', 79_000),
    ];
  }
  return [
    ...general,
    {
      ...{ fund: 'government-managed-funds', code: '2082201', name: '移民补助' },
      ...{ economic: '30305', nature: 'project', project: '水库移民后期扶持' },
      yuan: inYear(156_000, year),
    },
    own('2130399', '其他水利支出', '', 'subsidy-to-affiliated', 120_000),
  ];
}

/** The books of a unit and year: what came in is what was spent and what is left of it. */
export function booksOf(unit: UnitId, year: number): Books {
  const spent = spentOf(unit, year);
  const balances = LEFT[unit].flatMap(([fund, code, yuan]): Balance[] => [
    { moment: 'opening', fund, code, yuan: inYear(yuan, year - 1) },
    { moment: 'closing', fund, code, yuan: inYear(yuan, year) },
  ]);
  const due = new Map<string, number>();
  const add = (fund: Fund, code: string, yuan: number) =>
    due.set(`${fund} ${code}`, (due.get(`${fund} ${code}`) ?? 0) + yuan);
  for (const { fund, code, yuan } of spent) add(fund, code, yuan);
  for (const { moment, fund, code, yuan } of balances) {
    add(fund, code, moment === 'closing' ? yuan : -yuan);
  }
  const subsidy = inYear(120_000, year);
  const received = [...due].flatMap(([key, yuan]): Received[] => {
    const [fund, code] = key.split(' ') as [Fund, string];
    if (fund !== 'own') return [{ kind: 'appropriation', fund, code, yuan }];
    if (unit === 'bureau') return [{ kind: 'other', fund, code, yuan }];
    return [
      { kind: 'superior-subsidy', fund, code, yuan: subsidy },
      { kind: 'institution', fund, code, yuan: yuan - subsidy },
    ];
  });
  return { spent, received, balances, budgets: budgetsOf(spent) };
}

/** 年初预算 of appropriations by code and kind: basic a little less, projects a little more. */
function budgetsOf(spent: readonly Spent[]): Books['budgets'] {
  const sums = new Map<string, Omit<Spent, 'economic' | 'project'>>();
  for (const { fund, code, name, nature, yuan } of spent) {
    if (fund === 'own') continue;
    const key = `${fund} ${code} ${nature}`;
    const before = sums.get(key)?.yuan ?? 0;
    sums.set(key, { fund, code, name, nature, yuan: before + yuan });
  }
  return [...sums.values()].map((each) => ({
    ...each,
    yuan: Math.floor((each.yuan * (each.nature === 'basic' ? 97 : 104)) / 10_000) * 100,
  }));
}
