import { expect, test } from 'vitest';
import { checkFiling, readText } from '../src/pipeline.js';
import { composeText } from './kit/document.js';
import { KIT_EDITIONS } from './kit/styles.js';

test.each(KIT_EDITIONS)(
  'two units in one file of %s: the first is read, the second named',
  (edition) => {
    const first = composeText({ seed: 5, edition, dialect: 'tab', unit: '示例县甲局' });
    const second = composeText({ seed: 6, edition, dialect: 'tab', unit: '示例县乙局' });
    const filing = readText('two.txt', `${first.text}\n${second.text}`);
    const alone = readText('one.txt', first.text);
    expect(filing.entity).toBe('示例县甲局');
    expect(filing.forms.map(({ form }) => form)).toEqual(alone.forms.map(({ form }) => form));
    expect(filing.figures.map(({ value }) => value)).toEqual(
      alone.figures.map(({ value }) => value),
    );
    expect(filing.unread.length).toBeGreaterThan(0);
    expect(filing.unread[0]!.why.zh).toContain('两个单位');
    const errors = checkFiling(filing).findings.filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
  },
);

test('the same tables printed twice under one name are read once and said so', () => {
  const { text } = composeText({ seed: 5, edition: 'shanxi', dialect: 'tab', unit: '示例县甲局' });
  const filing = readText('twice.txt', `${text}\n${text}`);
  expect(filing.unread[0]!.why.zh).toContain('出现了两次');
});
