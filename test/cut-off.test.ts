import { expect, test } from 'vitest';
import { checkFiling, readText } from '../src/pipeline.js';
import { composeText } from './kit/document.js';
import { KIT_EDITIONS } from './kit/styles.js';

/**
 * Tables that are wholly absent are missing indeed; nothing else may be said of what is not
 * there.
 */
const SAYS_ABSENT = /^completeness\./;

test.each(KIT_EDITIONS)(
  'a document of %s cut off anywhere in its tables is accused of nothing',
  (edition) => {
    const lines = composeText({ seed: 5, edition, dialect: 'tab' }).text.split('\n');
    let broken = 0;
    for (let end = 60; end < lines.length; end += 7) {
      const filing = readText('cut.txt', lines.slice(0, end).join('\n'));
      const errors = checkFiling(filing).findings.filter(
        ({ severity, rule }) => severity === 'error' && !SAYS_ABSENT.test(rule),
      );
      expect(
        errors.map(({ message }) => message.zh),
        `first ${end} lines`,
      ).toEqual([]);
      if (filing.partial) {
        broken += 1;
        expect(filing.unread.map(({ why }) => why.zh).join()).toContain('文件在这张表中间断了');
      }
    }
    expect(broken).toBeGreaterThan(5);
  },
);
