import { expect, it } from 'vitest';
import { linePlace } from '../../base/place.js';
import type { TextLine } from '../../cells/model.js';
import { lineGoals } from './line-goals.js';

const END = '一级指标 二级指标 三级指标 指标值 实际完成值 分值 得分';

function lines(...texts: readonly string[]): readonly TextLine[] {
  return [...texts, END].map((text, at) => ({
    kind: 'line',
    text,
    place: linePlace(at + 1, 0, text.length, text),
  }));
}

/** Goal and result; one text where they cannot be told apart; null where there is neither. */
function read(...texts: readonly string[]): readonly (string | undefined)[] | null {
  const { goals, undivided } = lineGoals(lines(...texts));
  if (undivided !== null) return [`${undivided.label}: ${undivided.text}`];
  return goals.length === 0 ? null : goals.flatMap((g) => [g.expected?.text, g.actual?.text]);
}

it('a second text that repeats the beginning of the first is the result', () => {
  const said = read(
    '年度总体目标',
    '预期目标 实际完成情况',
    '保障城区公共图书馆全年免费开',
    '放，举办读者活动',
    '保障城区公共图书馆全年免费开放，',
    '举办读者活动36场',
    '绩',
    '效',
  );
  expect(said).toEqual([
    '保障城区公共图书馆全年免费开放，举办读者活动',
    '保障城区公共图书馆全年免费开放，举办读者活动36场',
  ]);
});

it('numbers that start again from one begin the result', () => {
  const said = read(
    '年度目标 全年完成情况',
    '1、修缮危房12户；',
    '2、新建公厕3座',
    '1、全部修缮完毕；',
    '2、公厕投入使用',
  );
  expect(said).toEqual(['1、修缮危房12户；2、新建公厕3座', '1、全部修缮完毕；2、公厕投入使用']);
});

it('the only sentence that ends with a line ends the goal', () => {
  const said = read('年度目标 实际完成情况', '年内完成河道清', '淤。', '清淤工程已通过', '验收。');
  expect(said).toEqual(['年内完成河道清淤。', '清淤工程已通过验收。']);
});

it('texts side by side are parted by the column of blanks', () => {
  const said = read(
    '  年初设定目标              全年实际完成情况',
    '年内完成河道清淤，消        清淤工程已经完工，',
    '除内涝隐患。                隐患点减少五处。',
  );
  expect(said).toEqual(['年内完成河道清淤，消除内涝隐患。', '清淤工程已经完工，隐患点减少五处。']);
});

it('lines that hold a piece of each text are parted at their blank', () => {
  const said = read(
    '预期目标 实际完成情况',
    '总体目标 年内完成河道清淤， 清淤工程已经完工，',
    '消除内涝隐 隐患点减少五处。',
    '患。',
  );
  expect(said).toEqual(['年内完成河道清淤，消除内涝隐患。', '清淤工程已经完工，隐患点减少五处。']);
});

it('one line holds both where a sentence ends before its only blank', () => {
  const said = read('预期目标 实际完成情况', '完成清淤。 已全部完工。');
  expect(said).toEqual(['完成清淤。', '已全部完工。']);
  expect(read('预期目标 实际完成情况', '1、完成清淤。 2、修补堤岸。')).toEqual([
    '预期目标/实际完成情况: 1、完成清淤。 2、修补堤岸。',
  ]);
});

it('what nothing parts is one text under both headings', () => {
  const said = read('年度目标 实际完成情况', '年内完成河道清淤', '清淤工程已经完工', '验收合格');
  expect(said).toEqual(['年度目标/实际完成情况: 年内完成河道清淤清淤工程已经完工验收合格']);
});

it('items that begin alike are no repeated text', () => {
  const said = read(
    '年度目标 实际完成情况',
    '完成村级道路养护十公里',
    '完成村级道路绿化三公里',
    '完成村级道路照明五公里',
  );
  expect(said).toHaveLength(1);
});

it('the label of the row may stand piece by piece between the lines', () => {
  const said = read(
    '年度总体目标完成情况 预期目标 目标实际完成情况',
    '年度',
    '年内完成河道清淤，消除隐患',
    '总体',
    '年内完成河道清淤，消除隐患五处',
    '目标',
    '绩效指标 一级指标 二级指标',
  );
  expect(said).toEqual(['年内完成河道清淤，消除隐患', '年内完成河道清淤，消除隐患五处']);
});

it('the heading of the indicators is no heading of goals', () => {
  expect(read('三级指标 年度目标值 实际完成情况 分值 得分', '道路养护 10公里 10公里')).toBeNull();
  expect(read('项目名称 道路养护')).toBeNull();
});

it('a text is shown where it begins', () => {
  const { goals } = lineGoals(lines('预期目标 实际完成情况', '完成清淤。', '已完工。'));
  expect(goals[0]!.actual!.place).toMatchObject({ line: 3, from: 0, to: 4 });
});
