import type { Wording } from '../base/wording.js';
import { layoutPages, type PageLoss } from '../cells/layout/from-pages.js';
import type { Limits } from '../cells/limits.js';
import type { PageContent } from '../cells/page-content.js';
import { movedContent } from '../cells/page-content.js';
import { Rendition } from '../cells/rendition.js';
import { type PicturedPage, readOfdPages } from './ofd-pages.js';
import { ReadError, type Reader } from './reader.js';

/** A page that was recognised from its picture, or why it was not. */
interface RecognisedPage {
  readonly page: number;
  readonly content: PageContent | null;
  readonly loss: Wording | null;
}

/** Recognises pictures of pages, each so many points wide; every page asked for comes back. */
export type RecognisePictures = (
  pictures: readonly {
    readonly page: number;
    readonly width: number;
    readonly bytes: () => Uint8Array;
  }[],
  limits: Limits,
  onPage: (page: number) => void,
) => Promise<readonly RecognisedPage[]>;

/**
 * A reader of OFD documents (GB/T 33190): the text and the lines of their pages, and what can be
 * recognised on pages that are pictures.
 */
export function ofdReader(recognise: RecognisePictures): Reader {
  return async (file, bytes, context) => {
    const { pages, unreadable, pictured, illegible } = readOfdPages(bytes, context);
    const losses: PageLoss[] = [];
    const lose = (numbers: readonly number[], why: Wording): void => {
      for (const page of numbers) losses.push(lossOf(page, why));
    };
    lose(unreadable, DAMAGED);
    lose(illegible, ILLEGIBLE);
    let done = pages.length - pictured.length;
    const tell = (): void => context.onPage(++done, pages.length);
    const recognised = await readPictures(pictured, recognise, context.limits, tell);
    for (const { page, loss } of recognised.values()) if (loss !== null) lose([page], loss);
    const rendition = new Rendition();
    const contents = pages.map((page) => recognised.get(page.page)?.content ?? page);
    layoutPages(contents, rendition, losses);
    if (rendition.isEmpty && losses.length === 0) throw new ReadError('empty');
    return rendition.finish(file, 'ofd');
  };
}

/** Pages that are pictures, as recognised, at their places on the page. */
async function readPictures(
  pictured: readonly PicturedPage[],
  recognise: RecognisePictures,
  limits: Limits,
  onPage: () => void,
): Promise<ReadonlyMap<number, RecognisedPage>> {
  const whole = pictured.flatMap(({ page, picture }) =>
    picture === null ? [] : [{ page, ...picture }],
  );
  const found = new Map<number, RecognisedPage>(
    pictured.map(({ page }) => [page, { page, content: null, loss: PICTURED }]),
  );
  if (whole.length === 0) return found;
  for (const read of await recognise(whole, limits, onPage)) {
    const at = whole.find(({ page }) => page === read.page)!;
    const content = read.content && movedContent(read.content, at.left, at.top);
    found.set(read.page, { ...read, content });
  }
  return found;
}

function lossOf(page: number, why: Wording): PageLoss {
  return { page, what: `第${page}页`, why, missing: true };
}

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
