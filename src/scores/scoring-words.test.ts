import { describe, expect, it } from 'vitest';
import { only } from '../base/range.js';
import { rational, rationalText } from '../base/rational.js';
import { pointsFor } from './apply-scoring.js';
import { scoringInWords } from './scoring-words.js';

/** Points of 4 for a rate in tenths of a per cent: one value, or a range. */
function earned(standard: string, tenths: bigint): string | null {
  const scoring = scoringInWords(standard);
  if (scoring === null) return null;
  const points = pointsFor(scoring, rational(4n), { range: only(rational(tenths, 10n)) });
  if (points === null) return 'open';
  const [low, high] = [rationalText(points.low), rationalText(points.high)];
  return low === high ? low : `${low}–${high}`;
}

const CONTROL =
  '100%及以下，满分；100%~105%（含），扣减 10%分值；105%~110%（含），扣减30%分值；120%以上，不得分。';
const FALLING = '95%及以上, 满分；95%~90%（含）, 扣 0.1 分；90%~75%（含），扣 2分；75%以下不得分。';

describe('bands in words', () => {
  it.each([
    [CONTROL, 1000n, '4'],
    [CONTROL, 1001n, '3.6'],
    [CONTROL, 1050n, '3.6'],
    [CONTROL, 1051n, '2.8'],
    [CONTROL, 1150n, 'open'],
    [CONTROL, 1300n, '0'],
    [FALLING, 950n, '4'],
    [FALLING, 949n, '3.9'],
    [FALLING, 900n, '3.9'],
    [FALLING, 800n, '2'],
    [FALLING, 750n, '2'],
    [FALLING, 749n, '0'],
    ['≥90%得满分；80%≤执行率<90%，得3分；低于80%不得分', 900n, '4'],
    ['≥90%得满分；80%≤执行率<90%，得3分；低于80%不得分', 899n, '3'],
    ['90%-100%得满分；80%-90%得3分；80%以下不得分', 900n, '3–4'],
  ])('%s: %d', (standard, tenths, points) => {
    expect(earned(standard, tenths)).toBe(points);
  });
});

describe('steps, proportions and lists in words', () => {
  const steps = '控制率≤100%得满分，每超1个百分点扣0.5分，扣完为止。';
  it.each([
    [steps, 1000n, '4'],
    [steps, 1020n, '3'],
    [steps, 1025n, '2.5–3'],
    [steps, 2000n, '0'],
    ['得分=本指标分值×预算完成率。', 985n, '3.94'],
    ['得分=本指标分值×预算完成率。', 1100n, '4'],
    ['符合 3 项，得 3 分；符合 2 项，得 2 分；符合 1 项及以下，得 0 分。', 0n, '0–3'],
    ['每获得一次奖项得 2 分，得分上限为 6 分。', 0n, '0–4'],
  ])('%s: %d', (standard, tenths, points) => {
    expect(earned(standard, tenths)).toBe(points);
  });

  it.each([
    '制度健全得2分，执行有效得2分',
    '由评价人酌情评分',
    '100%及以下满分；其余情况视情况扣分',
    '',
  ])('says nothing that can be computed: %s', (standard) => {
    expect(scoringInWords(standard)).toBeNull();
  });
});
