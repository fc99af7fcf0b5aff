/** Words about forms that were refused, in both languages. */
export const WORDS_OF_FORMS = {
  refusedHere: [
    '没有完成：原因写在标出的地方，您填写的内容都还在。',
    'Not done: the reason is marked below, and what you wrote is still there.',
  ],
  refusedGo: ['去看', 'Go there'],
  refusedWritten: ['您填写的内容，可以复制：', 'What you wrote, to be copied:'],
  fileAgain: ['文件要重新选择。', 'The file has to be chosen again.'],
} as const;
