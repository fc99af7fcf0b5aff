import { expect, test } from 'vitest';
import { changedTexts } from './changed-texts.js';

const under = (place: string, ...texts: readonly string[]) =>
  texts.map((text) => ({ place, text }));

test('what is the same but for blanks is no change', () => {
  expect(changedTexts(under('一', '收入 10 元。', ''), under('一', '收入10元。'))).toEqual([]);
  expect(changedTexts([], [])).toEqual([]);
});

test('what was reworded stands beside what stands for it', () => {
  const old = [...under('一', '甲', '收入10元。', '乙'), ...under('二', '丙')];
  const now = [...under('一', '甲', '收入12元。', '乙'), ...under('二', '丙')];
  const change = { place: '一', old: '收入10元。', now: '收入12元。' };
  expect(changedTexts(old, now)).toEqual([change]);
});

test('what is new or gone stands alone, and moves nothing else', () => {
  const old = under('一', '甲', '乙', '丙', '丁');
  const now = under('一', '甲', '新', '乙', '丁');
  expect(changedTexts(old, now)).toEqual([
    { place: '一', old: null, now: '新' },
    { place: '一', old: '丙', now: null },
  ]);
  expect(changedTexts(old, [])).toHaveLength(4);
});

test('a document of thousands of paragraphs is still told', () => {
  const old = Array.from({ length: 3000 }, (_, n) => ({ place: '一', text: `旧${n}` }));
  const now = old.map(({ place, text }) => ({ place, text: `${text}改` }));
  expect(changedTexts(old, now)).toHaveLength(3000);
});
