import { describe, expect, it } from 'vitest';
import { alignRow } from './align-row.js';
import { type IndicatorColumn, misfitOf } from './indicator-columns.js';

const COLUMNS: readonly IndicatorColumn[] = [
  'label',
  'firstLevel',
  'secondLevel',
  'name',
  'operator',
  'target',
  'unit',
  'actual',
  'completion',
  'weight',
  'score',
];

/** What stands under each column, of a row as it was copied. */
function placed(row: string): readonly string[] {
  const texts = row.split('|').map((text) => text.trim());
  const found = alignRow(texts, COLUMNS.map(misfitOf));
  return COLUMNS.map((_, at) => (found[at] === null ? '' : texts[found[at]!]!));
}

describe('a row under its heading', () => {
  it('stays where it is when nothing was lost', () => {
    const row = '|产出指标|数量指标|培训次数|>=|4|次|9|100%|12.5|7.5';
    expect(placed(row).join('|')).toBe(row);
  });

  it('slides back when the merged cell before it was lost', () => {
    expect(placed('满意度指标|服务对象满意度|群众满意度|>=|92|%|95|100%|10|10')).toEqual([
      ...['', '满意度指标', '服务对象满意度', '群众满意度', '>=', '92', '%', '95', '100%'],
      ...['10', '10'],
    ]);
  });

  it('keeps a name that stands where a level should', () => {
    const found = placed('预算调整率||||<=|5|%|0|100%|1.6|1.6');
    expect(found).toContain('预算调整率');
    expect(found.slice(4)).toEqual(['<=', '5', '%', '0', '100%', '1.6', '1.6']);
  });

  it('finds words and verdicts where sign and unit are not printed', () => {
    const found = placed('|可持续性|体制改革|机制健全|健全|达成预期指标|100%|5|5||');
    expect(found.slice(3)).toEqual(['机制健全', '', '健全', '', '达成预期指标', '100%', '5', '5']);
  });
});
