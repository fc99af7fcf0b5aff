import { expect, test } from 'vitest';
import type { Passage } from '../model.js';
import { conditionsMet } from './conditions-met.js';

function passage(text: string): Passage {
  return { section: 's1', text, pieces: [{ start: 0, line: 1, from: 0 }] };
}

test.each([
  ['经核查，符合上述3项要求，得3分。', 3],
  ['该指标满足其中2项，扣1分。', 2],
  ['四项要求均符合，得满分。', 4],
  ['4项全部满足。', 4],
  ['符合①、②、④要求。', 3],
  ['符合三项评价要点', 3],
  // What is not met, what is no condition, and two counts.
  ['不符合1项，扣1分。', null],
  ['符合2项政策文件规定。', null],
  ['完成5项重点工作。', null],
  ['上年符合3项，本年符合4项。', null],
  ['制度健全，执行有效。', null],
])('%s', (text, count) => {
  expect(conditionsMet([passage(text)])?.count ?? null).toBe(count);
});
