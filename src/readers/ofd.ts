import type { Wording } from '../base/wording.js';
import { layoutPages } from '../cells/layout/from-pages.js';
import { Rendition } from '../cells/rendition.js';
import { readOfdPages } from './ofd-pages.js';
import { ReadError, type Reader } from './reader.js';

/** Reads an OFD document (GB/T 33190): the text and the lines of its pages. */
export const readOfd: Reader = (file, bytes, context) => {
  const rendition = new Rendition();
  const { pages, unreadable, pictured, illegible } = readOfdPages(bytes, context);
  layoutPages(pages, rendition);
  const lose = (numbers: readonly number[], why: Wording): void => {
    for (const page of numbers) rendition.lose({ what: `第${page}页`, why, missing: true });
  };
  lose(unreadable, DAMAGED);
  lose(pictured, PICTURED);
  lose(illegible, ILLEGIBLE);
  if (rendition.isEmpty && pictured.length + illegible.length === 0) throw new ReadError('empty');
  return rendition.finish(file, 'ofd');
};

const DAMAGED: Wording = {
  zh: '这一页不在文件里或已损坏，没有读；请重新导出或下载完整的文件',
  en: 'this page is missing or damaged and was not read; export or download the file again',
};
const PICTURED: Wording = {
  zh: '这一页是图片，没有文字，没有读；请换成可以复制文字的版本',
  en: 'this page is a picture without text and was not read; use a version with text',
};
const ILLEGIBLE: Wording = {
  zh: '这一页有的文字只有字形，读不出是什么字；请用原来的程序重新导出',
  en: 'some text of this page is shapes without characters; export the file again',
};
