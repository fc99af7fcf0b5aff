import { describe, expect, it } from 'vitest';
import { cellsFromText } from '../src/cells/from-text.js';
import { filingFromCells } from '../src/facts/from-cells.js';
import type { Filing } from '../src/facts/model.js';
import { inWords } from './kit/narrative-kit.js';
import { sampleText } from './samples/read-sample.js';

const SAMPLES = ['000', '002', '003', '004', 'r06'] as const;
type Sample = (typeof SAMPLES)[number];

const FILINGS = new Map<string, Filing>(
  SAMPLES.map((name) => [name, filingFromCells(cellsFromText(name, sampleText(name)))]),
);

function filing(sample: Sample): Filing {
  return FILINGS.get(sample)!;
}

/** Statements of the sections whose title holds some words. */
function said(sample: Sample, title: string): readonly string[] {
  const { sections, statements } = filing(sample);
  const ids = new Set(sections.filter((s) => s.title.includes(title)).map(({ id }) => id));
  return statements.filter(({ section }) => ids.has(section)).map(inWords);
}

describe('counts', () => {
  it.each([
    ['000', { amount: 112, percentage: 49, count: 63 }],
    ['002', { amount: 59, percentage: 28, count: 19 }],
    ['003', { amount: 164, percentage: 49, count: 62 }],
    ['004', { amount: 71, percentage: 49, count: 23 }],
    ['r06', { amount: 94, percentage: 22, count: 26 }],
  ] as const)('of figures in %s', (sample, counts) => {
    const kinds = filing(sample).figures.map(({ kind }) => kind);
    const found = { amount: 0, percentage: 0, count: 0 };
    for (const kind of kinds) found[kind] += 1;
    expect(found).toEqual(counts);
  });

  it.each(SAMPLES)('of amounts and percentages in %s are those that the text prints', (sample) => {
    const { sections, passages, figures } = filing(sample);
    const read = new Set(
      sections.filter((s) => /^(?:narrative|overview)$/.test(s.part)).map(({ id }) => id),
    );
    const text = passages
      .filter(({ section }) => read.has(section))
      .map((passage) => passage.text)
      .join('\n')
      .replace(/单价\s*100\s*万元/g, '');
    const amounts = text.match(/\d\s*(?:[万亿]元|元|万(?=（含))/g) ?? [];
    const percentages = text.match(/\d\s*%/g) ?? [];
    const printed = (kind: string) => figures.filter((f) => f.kind === kind && f.value !== null);
    expect(printed('amount')).toHaveLength(amounts.length);
    expect(printed('percentage')).toHaveLength(percentages.length);
  });

  it.each(SAMPLES)('every figure of %s is where it says it is', (sample) => {
    const lines = sampleText(sample).split('\n');
    for (const { place, id } of filing(sample).figures) {
      const printed = lines[place.line! - 1]!.slice(place.from!, place.to!);
      const broken = printed !== '' && place.text!.startsWith(printed);
      expect(printed === place.text || broken, `${id} at line ${place.line}`).toBe(true);
    }
  });
});

describe('000, Shanxi', () => {
  it('totals: both sides, change and rate', () => {
    expect(said('000', '一、收入支出决算总体')).toEqual([
      'income-total summary/total/amount/收入 reported=24416856.18 change=-3080382.58 rate=-11.2',
      'expenditure-total summary/total/amount/支出 reported=24416856.18 change=-3080382.58 ' +
        'rate=-11.2',
    ]);
    const [first, , change, rate] = filing('000').figures.slice(1);
    expect(first).toMatchObject({ value: '24416856.18', role: 'reported', scope: 'all-funds' });
    expect(first!.place).toMatchObject({ line: 395, text: '24,416,856.18' });
    expect(change).toMatchObject({
      value: '3080382.58',
      role: 'change',
      direction: -1,
      year: 2022,
    });
    expect(rate).toMatchObject({ value: '11.2', role: 'rate', direction: -1 });
  });

  it('the section on the general public budget means it by 财政拨款', () => {
    expect(said('000', '(一) 财政拨款支出决算总体')).toEqual([
      'general-public-budget-expenditure general/total/total reported=24416856.18 ' +
        'change=-3080382.58 rate=-11.2 share=100.00',
      'personnel-total basic/personnel-total/basic reported=3431337.67 share=14.05',
      'public-total basic/public-total/basic reported=446653.95 share=1.83',
    ]);
  });

  it('classes, with a purpose or a reason between their figures', () => {
    expect(said('000', '（三）财政拨款支出决算具体')).toEqual([
      'general-public-budget-expenditure general/total/total reported=24416856.18 ' +
        'budget=76536600 completion=31.90',
      'function-item general/208/total reported=29.28 budget=29.28 change=+0.32 rate=+1.1 ' +
        'completion=100',
      'function-item general/210/total reported=2386.41 budget=7591.3 change=-313.02 rate=-11.6 ' +
        'completion=31.44',
      'function-item general/213/total reported=3.6 budget=3.6 completion=100',
      'function-item general/221/total reported=22.4 budget=29.48 change=+4.66 rate=+26.25 ' +
        'completion=75.98',
    ]);
  });

  it('a number that a page break parts from its words', () => {
    const share = filing('000').figures.find(({ value }) => value === '14.05');
    expect(share).toMatchObject({ role: 'share', concept: 'personnel-total' });
    expect(share!.place).toMatchObject({ line: 437, from: 0, to: 5, text: '14.05' });
  });

  it('performance coverage is a share of project expenditure, and of no table itself', () => {
    const coverage = filing('000').statements.find((s) => s.share?.value === '99.32')!;
    expect(coverage.about).toBeNull();
    expect(coverage.share!.baseAbout).toMatchObject({ form: 'expenditure', columnId: 'project' });
  });
});

describe('002, Shaanxi', () => {
  it('items by their path, with budget, completion and comparison', () => {
    const items = said('002', '五、一般公共预算财政拨款支出');
    expect(items).toHaveLength(12);
    expect(items.slice(0, 3)).toEqual([
      'general-public-budget-expenditure general/total/total reported=1084.72 budget=918.37 ' +
        'change=-473.77 rate=-30.4 share=100 completion=118.11',
      'function-item general/2080505/total reported=51.7 budget=58.67 completion=88.12 ' +
        'under-budget',
      'function-item general/2080799/total reported=4.1 budget=0 over-budget',
    ]);
    expect(items.at(-1)).toBe(
      'function-item general/2080506/total reported=0 budget=29.33 under-budget',
    );
  });

  it('the staff and the units of the overview', () => {
    expect([...said('002', '单位构成'), ...said('002', '人员情况')]).toEqual([
      'reporting-units - reported=3',
      'staff-authorised - reported=59',
      'staff-authorised-administrative - reported=10',
      'staff-authorised-institution - reported=49',
      'staff-actual - reported=54',
      'staff-actual-administrative - reported=8',
      'staff-actual-institution - reported=46',
      'staff-retired - reported=0',
    ]);
  });

  it('a change without a rate, under a subject of two sentences before', () => {
    expect(said('002', '十、机关运行经费')).toEqual([
      'operating-expenses - reported=45.1 budget=45.1 change=-6.8 completion=100',
    ]);
  });

  it('shares of procurement on the base that the words name', () => {
    const { statements } = filing('002');
    const small = statements.find(({ concept }) => concept === 'procurement-small')!;
    const sme = statements.find(({ concept }) => concept === 'procurement-sme')!;
    expect(small.share!.base).toBe(sme.reported!.id);
  });

  it('the economic items of personnel and public expenses', () => {
    const lists = filing('002').lists.filter(({ concept }) => concept !== 'function-items');
    expect(lists.map(({ names, open }) => [names.length, open])).toEqual([
      [8, false],
      [7, false],
    ]);
    expect(lists[0]!.names[3]).toMatchObject({
      name: '机关事业单位基本养老保险缴费',
      code: '30108',
    });
    expect(filing('002').lists[0]!.names).toHaveLength(11);
  });
});

describe('003, raw text of a PDF', () => {
  it('keeps the amounts of reasons apart', () => {
    expect(said('003', '一、收入支出决算总体')).toEqual([
      'income-total summary/total/amount/收入 reported=49288702.68 change=+12407767.78 rate=+33.64',
      'expenditure-total summary/total/amount/支出 reported=49288702.68 change=+12407767.78 ' +
        'rate=+33.64',
    ]);
    const reasons = filing('003').figures.filter((f) => f.role === 'change' && f.about === null);
    expect(reasons.slice(0, 9).map(({ value, unit }) => `${value}${unit}`)).toEqual([
      ...['2005万元', '95215.24元', '699921元', '184300元', '40000元', '7700000元', '804100元'],
      ...['233235.54元', '155667.08元'],
    ]);
  });

  it('binds items by name, and leaves what is only part of one unbound', () => {
    expect(said('003', '（三）财政拨款支出决算具体').slice(1)).toEqual([
      '“行政运行人员类支出” - reported=70.64 budget=62.75 change=+10.09 completion=112.57',
      '“行政运行公用经费支出” - reported=6.69 budget=6.66 change=-0.57 completion=100.45',
      // 支出预算2113万元 is printed where 支出决算 is meant: it stays a second budget.
      'function-item general/2101301/total budget=1047.3 change=+1235 rate=+140.66 ' +
        'completion=201.76',
      'function-item general/2130599/total reported=18.43 budget=0 change=+18.43',
      '“举报奖励” - reported=0 budget=5 completion=0 same-as-prior',
      'function-item general/2101599/total reported=89.99 budget=0 change=+69.99 rate=+349.96',
      'function-item general/2101201/total reported=129.57 budget=120.97 change=-80.41 ' +
        'completion=107.11',
      'function-item general/2101202/total reported=1807.3 budget=1830 change=-23.32 ' +
        'completion=98.76',
      'function-item general/2101550/total reported=636.23 budget=621.38 change=+15.57 ' +
        'completion=102.39',
    ]);
  });

  it('a list of economic items with their amounts', () => {
    const items = said('003', '六、一般公共预算财政拨款支出');
    expect(items).toContain('economic-item basic/30108/basic reported=689475.36');
    expect(items).toContain('economic-item basic/30113/basic reported=634032');
    expect(items).toContain('economic-item basic/30231/basic reported=20314.66');
    expect(items.filter((item) => item.startsWith('economic-item'))).toHaveLength(20);
  });
});

describe('004, Liaoning', () => {
  it('names the blanks of the platform', () => {
    const blanks = filing('004').figures.filter(({ value }) => value === null);
    expect(blanks).toHaveLength(32);
    expect(blanks[0]).toMatchObject({
      concept: 'government-managed-funds-income',
      unit: '万元',
      place: { line: 82, text: '' },
    });
  });

  it('says all appropriation in the section on appropriation', () => {
    expect(said('004', '(一) 总体情况')).toEqual([
      'appropriation-expenditure appropriation/current-expenditure/total/支出 reported=6309.22 ' +
        'change=-5293.89 rate=-45.62 completion=10.85',
      'basic-expenditure general/total/basic reported=1223.72 completion=116.56',
      'project-expenditure general/total/project reported=5085.49 completion=8.90',
    ]);
  });

  it('comes back to the total after its numbered parts', () => {
    expect(said('004', '一、收入支出决算总体')).toContain(
      'expenditure-total summary/total/amount/支出 reported=6309.22 change=-5293.89 rate=-45.62',
    );
  });

  it('binds items whose names a table cuts short', () => {
    expect(said('004', '(二) 一般公共预算财政拨款支出')).toContain(
      'function-item general/2080506/total reported=27.35 completion=124.32',
    );
  });

  it('三公: shares, completions of nothing, and what was compared', () => {
    expect(said('004', '三公')).toContain(
      'three-public-vehicles three-public/final/vehicles reported=4.50 change=-45.56 rate=-91.01 ' +
        'share=100.00 completion=100.00 same-as-budget',
    );
  });
});

describe('r06, Shanghai', () => {
  it('one word for both totals', () => {
    expect(said('r06', '一、收入支出决算总体')).toEqual([
      'income-total summary/total/amount/收入 reported=4733.14 change=+90.09 rate=+1.94',
      'expenditure-total summary/total/amount/支出 reported=4733.14 change=+90.09 rate=+1.94',
    ]);
  });

  it('items whose names hold marks', () => {
    const items = said('r06', '（三）一般公共预算财政拨款支出');
    expect(items).toHaveLength(21);
    expect(items[11]).toMatch(/^function-item general\/21101\d\d\/total reported=7.50 budget=0.00/);
  });

  it('three-public figures over two paragraphs', () => {
    expect(said('r06', '（一）“三公”经费')).toEqual([
      'three-public-total three-public/final/total reported=16.95 budget=21.00 change=+5.07 ' +
        'rate=+42.68 completion=80.71 under-budget',
      'three-public-abroad three-public/final/abroad reported=0.00 completion=0.00',
      'three-public-vehicles three-public/final/vehicles reported=16.95 change=+5.07 ' +
        'rate=+42.68 completion=82.68',
      'three-public-reception three-public/final/reception reported=0.00 completion=0.00',
      'three-public-abroad three-public/final/abroad reported=0.00 same-as-prior',
      'three-public-reception three-public/final/reception reported=0.00 same-as-prior',
    ]);
  });

  it('a share of what the sentence began with, in another part of the section', () => {
    const { statements, figures } = filing('r06');
    const total = statements.find(({ concept }) => concept === 'three-public-total')!.reported!;
    const shares = figures.filter(({ role, base }) => role === 'share' && base === total.id);
    expect(shares.map(({ value }) => value)).toEqual(['0.00', '100.00', '0.00']);
  });
});
