import { describe, expect, it } from 'vitest';
import { across, down, laidOut, page, run } from './drawn-page.js';

/** Lines of a table of equal rows, from the top. */
function grid(xs: readonly number[], ys: readonly number[]) {
  return [
    ...ys.map((y) => across(y, xs[0]!, xs.at(-1)!)),
    ...xs.map((x) => down(x, ys[0]!, ys.at(-1)!)),
  ];
}

describe('a table with lines', () => {
  const rows = [
    run('项目', 60, 105),
    run('金额', 160, 105),
    run('合计', 60, 125),
    run('9.00', 170, 125),
  ];

  it('is read cell by cell', () => {
    const lines = grid([50, 150, 250], [100, 120, 140]);
    expect(laidOut(page(rows, lines))).toEqual(['项目|金额', '合计|9.00']);
  });

  it('has notes at its figures, whose raised marks are no digits', () => {
    const lines = grid([50, 150, 250], [100, 120, 140]);
    const raised = { ...run('1', 190, 123), size: 6, top: 122, bottom: 129 };
    expect(laidOut(page([...rows, raised], lines))).toEqual(['项目|金额', '合计|9.00']);
  });

  it('may lack its outer lines', () => {
    const lines = [
      across(100, 50, 250),
      across(120, 50, 250),
      across(140, 50, 250),
      down(150, 100, 140),
    ];
    expect(laidOut(page(rows, lines))).toEqual(['项目|金额', '合计|9.00']);
  });

  it('may have double, broken and overshooting lines', () => {
    const lines = [
      ...grid([50, 150, 250], [100, 120]),
      ...grid([50, 150, 250], [122, 140]),
      across(101.5, 48, 149),
      across(101.5, 151, 253),
    ];
    expect(laidOut(page(rows, lines))).toEqual(['项目|金额', '合计|9.00']);
  });

  it('may have dotted lines, whose dots run either way', () => {
    const dots = (from: number, to: number) =>
      Array.from({ length: Math.ceil((to - from) / 1.5) }, (_, i) => from + 1.5 * i);
    const dot = (x: number, y: number) => [
      { ...across(y, x, x + 0.75), dot: true },
      { ...down(x, y, y + 0.75), dot: true },
    ];
    const lines = [
      ...[100, 120, 140].flatMap((y) => dots(50, 250).flatMap((x) => dot(x, y))),
      ...[50, 150, 250].flatMap((x) => dots(100, 140).flatMap((y) => dot(x, y))),
      // A bullet is no line.
      ...dot(400, 130),
    ];
    expect(laidOut(page(rows, lines))).toEqual(['项目|金额', '合计|9.00']);
  });

  it('has merged cells where lines are missing', () => {
    const lines = [
      ...[100, 160].map((y) => across(y, 50, 350)),
      ...[50, 150, 350].map((x) => down(x, 100, 160)),
      across(120, 150, 350),
      across(140, 50, 350),
      down(250, 120, 160),
    ];
    const runs = [
      ...[
        run('科目', 60, 115),
        run('支出', 240, 105),
        run('基本', 160, 125),
        run('项目', 260, 125),
      ],
      ...[run('合计', 60, 145), run('1.00', 170, 145), run('2.00', 270, 145)],
    ];
    expect(laidOut(page(runs, lines))).toEqual(['科目|支出|', '|基本|项目', '合计|1.00|2.00']);
  });

  it('joins the lines of a cell: words without a blank, a number that was broken', () => {
    const lines = grid([50, 150, 250], [100, 130, 160]);
    const runs = [
      ...[run('机关事业单位', 60, 103), run('养老保险', 60, 115), run('1,234,', 160, 103)],
      ...[run('567.89', 160, 115), run('合计', 60, 140), run('1,234,567.89', 160, 140)],
    ];
    expect(laidOut(page(runs, lines))).toEqual([
      '机关事业单位养老保险|1,234,567.89',
      '合计|1,234,567.89',
    ]);
  });

  it('goes on over the page’s end; a heading that is repeated counts once', () => {
    const ys = [700, 720, 740];
    const heading = (top: number) => [run('项目', 60, top), run('金额', 160, top)];
    const first = [...heading(705), run('甲', 60, 725), run('1.00', 170, 725)];
    const second = [...heading(85), run('乙', 60, 105), run('2.00', 170, 105)];
    const pages = [
      page(first, grid([50, 150, 250], ys), 1),
      page(second, grid([50, 150, 250], [80, 100, 120]), 2),
    ];
    expect(laidOut(...pages)).toEqual(['项目|金额', '甲|1.00', '乙|2.00']);
  });

  it('is not read when it runs over the page’s edge', () => {
    const lines = [
      across(100, 50, 595),
      across(120, 50, 595),
      down(50, 100, 120),
      down(150, 100, 120),
    ];
    expect(laidOut(page(rows.slice(0, 2), lines))).toEqual([]);
  });
});

describe('a table without lines', () => {
  it('is told by its columns; a group stands over those below it', () => {
    const runs = [
      ...[run('项目', 60, 108), run('本年支出', 240, 100)],
      ...[run('小计', 180, 116), run('基本支出', 240, 116), run('项目支出', 320, 116)],
      ...[
        run('合计', 60, 140),
        run('30.00', 175, 140),
        run('10.00', 255, 140),
        run('20.00', 335, 140),
      ],
      ...[run('教育', 60, 160), run('20.00', 175, 160), run('20.00', 335, 160)],
      ...[run('卫生', 60, 180), run('10.00', 175, 180), run('10.00', 255, 180)],
    ];
    expect(laidOut(page(runs))).toEqual([
      '项目|本年支出||',
      '|小计|基本支出|项目支出',
      '合计|30.00|10.00|20.00',
      '教育|20.00||20.00',
      '卫生|10.00|10.00|',
    ]);
  });

  it('may have headings set to the left of what they span', () => {
    const heads = (left: number) => [
      ...[run('项目', left, 116), run('行', left + 130, 116), run('金额', left + 150, 116)],
    ];
    const row = (top: number, [a, n, x]: readonly string[], left: number) => [
      ...[run(a!, left, top), run(n!, left + 135, top), run(x!, left + 180, top)],
    ];
    const runs = [
      ...[run('收入', 60, 100), run('支出', 300, 100), ...heads(60), ...heads(300)],
      ...row(140, ['一、财政拨款收入预算资金', '1', '30.00'], 60),
      ...row(140, ['一、一般公共服务支出', '4', '10.00'], 300),
      ...row(160, ['二、上级补助收入', '2', '20.00'], 60),
      ...row(160, ['二、外交支出', '5', '40.00'], 300),
      ...row(180, ['本年收入合计', '3', '50.00'], 60),
      ...row(180, ['本年支出合计', '6', '50.00'], 300),
    ];
    expect(laidOut(page(runs)).slice(0, 3)).toEqual([
      '收入|||支出||',
      '项目|行|金额|项目|行|金额',
      '一、财政拨款收入预算资金|1|30.00|一、一般公共服务支出|4|10.00',
    ]);
  });

  it('is none in contents, prose and lists', () => {
    const runs = [
      ...[run('一、收入决算表', 60, 100), run('3', 400, 100)],
      ...[run('二、支出决算表', 60, 120), run('4', 400, 120)],
      ...[run('三、其他决算表', 60, 140), run('5', 400, 140)],
    ];
    expect(laidOut(page(runs))).toEqual([
      '一、收入决算表    3',
      '二、支出决算表    4',
      '三、其他决算表    5',
    ]);
  });
});

describe('running text', () => {
  const full = '负责编制年度预算草案并组织执行，监督检查各项收支情况，';

  it('flows into paragraphs that begin indented, over the page’s end too', () => {
    const pages = [
      page([run(full.slice(2), 70, 700), run(full, 50, 716), run(full, 50, 732)], [], 1),
      page([run('拟订办法。', 50, 80), run('另起一段。', 70, 96)], [], 2),
    ];
    expect(laidOut(...pages)).toEqual([`${full.slice(2)}${full}${full}拟订办法。`, '另起一段。']);
  });

  it('keeps letters apart that stand apart, and a number together', () => {
    const runs = [
      run('目', 200, 100, 16),
      run('录', 240, 100, 16),
      run('12', 50, 140),
      run('.5', 63, 140),
    ];
    expect(laidOut(page(runs))).toEqual(['目  录', '12.5']);
  });

  it('leaves out headers and numbers of pages that repeat, and watermarks', () => {
    const pages = [1, 2, 3].map((number) => {
      const mark = { ...run('公开样本', 200, 400, 60), turned: true, edges: null };
      const lines = [
        run(`第${'一二三'[number - 1]}段：${full}`, 50, 300),
        run('见附表。', 50, 316),
      ];
      const words = [run('某单位', 250, 30), ...lines];
      return page([...words, run(`— ${number} —`, 280, 810), mark], [], number);
    });
    expect(laidOut(...pages)).toEqual(
      ['一', '二', '三'].map((number) => `第${number}段：${full}见附表。`),
    );
  });
});
