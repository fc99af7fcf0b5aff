import { expect, test } from 'vitest';
import { pageOf, plain, tableOf } from './model.js';
import { escapeMarkdown, renderMarkdown } from './to-markdown.js';

test('what Markdown would take for a sign is literal', () => {
  expect(escapeMarkdown('*不* _一_ `致` <b> [x] a|b')).toBe(
    '\\*不\\* \\_一\\_ \\`致\\` \\<b\\> \\[x\\] a\\|b',
  );
  expect(escapeMarkdown('# 题')).toBe('\\# 题');
  expect(escapeMarkdown('1. 条')).toBe('\\1. 条');
});

test('a page with every kind of block', () => {
  const page = pageOf('zh', '题', {
    blocks: [
      { kind: 'heading', level: 2, content: plain('一') },
      { kind: 'list', ordered: true, items: [plain('甲'), [{ text: 'a`b', style: 'code' }]] },
      tableOf('表', ['start', 'end'], ['名', '数'], [['合计', '1.00']]),
      { kind: 'preformatted', text: '列 合计\n```' },
      { kind: 'callout', tone: 'good', title: '成立', content: plain('全部') },
      {
        kind: 'group',
        role: 'finding',
        label: '错误 1',
        title: plain('不一致'),
        folded: false,
        blocks: [
          {
            kind: 'excerpt',
            caption: '第 3 行',
            compact: false,
            lines: [{ number: 3, text: '合计\t1', marks: [], caption: null }],
          },
        ],
      },
    ],
  });
  expect(renderMarkdown(page)).toBe(
    [
      '# 题',
      '## 一',
      '1. 甲\n2. ``a`b``',
      '表\n\n| 名 | 数 |\n| --- | ---: |\n| 合计 | 1.00 |',
      '````text\n列 合计\n```\n````',
      '> **成立** 全部',
      '## 错误 1 不一致',
      '第 3 行\n\n```text\n3 | 合计\t1\n```\n',
    ].join('\n\n'),
  );
});
