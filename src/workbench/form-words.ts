/** Words about forms that were refused, and about what takes a while, in both languages. */
export const WORDS_OF_FORMS = {
  refusedHere: [
    '没有完成：原因写在标出的地方，您填写的内容都还在。',
    'Not done: the reason is marked below, and what you wrote is still there.',
  ],
  refusedGo: ['去看', 'Go there'],
  refusedWritten: ['您填写的内容，可以复制：', 'What you wrote, to be copied:'],
  publishingTitle: ['正在公开', 'Being published'],
  publishingMeans: [
    '正在制作各种格式的公开文件，并逐个读回核对。做好后自动打开结果；离开后回到本页也能看到。',
    'Every format is written, read back and compared. The result opens by itself.',
  ],
  makingTitle: ['正在制作文件', 'A file is being made'],
  makingMeans: [
    '文件写好后要读回核对，几秒钟就好，做好后自动给您。',
    'It is written, read back and compared, which takes some seconds; then it is yours.',
  ],
  madeTitle: ['文件做好了', 'The file is ready'],
  madeMeans: ['浏览器会自动保存；没有开始时请点下面。', 'It is saved by itself, or by the link.'],
  madeSave: ['保存文件', 'Save the file'],
  pagesDone: ['已读 {} / {} 页', '{} of {} pages read'],
  stepsDone: ['已完成 {} / {} 步', '{} of {} steps done'],
  fileAgain: ['文件要重新选择。', 'The file has to be chosen again.'],
} as const;
