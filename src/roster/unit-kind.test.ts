import { expect, test } from 'vitest';
import { cellsFromText } from '../cells/from-text.js';
import { rosterFromCells } from './from-cells.js';
import { unitKindIn } from './unit-kind.js';

const ROSTER = rosterFromCells(
  cellsFromText(
    'roster.csv',
    [
      '部门,单位,行政/参公/事业',
      '甲县财政局,甲县财政局,行政机关',
      '甲县财政局,甲县国库中心,参公事业单位',
      '甲县教育局,甲县教育局,行政',
      '甲县教育局,甲县一中,公益一类事业',
      '甲县档案馆,甲县档案馆,',
      '甲县某院,甲县某院,行政事业',
    ].join('\n'),
    'utf-8',
  ),
)!;

test.each([
  ['甲县财政局', 'administrative'],
  ['甲县财政局（本级）', 'administrative'],
  ['甲县国库中心', 'administrative'],
  ['甲县一中', 'public-institution'],
  ['甲县教育局', undefined],
  ['甲县档案馆', undefined],
  ['甲县某院', undefined],
  ['乙县财政局', undefined],
  [null, undefined],
])('%s is %s', (entity, kind) => {
  expect(unitKindIn(ROSTER, { entity }).unitKind).toBe(kind);
});
