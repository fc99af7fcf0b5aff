import type { Wording } from '../base/wording.js';
import { UNREADABLE } from '../cells/layout/characters.js';
import { layoutPages } from '../cells/layout/from-pages.js';
import type { PageContent, TextRun } from '../cells/page-content.js';
import { Rendition } from '../cells/rendition.js';
import { openPdf } from './pdf-library.js';
import { type PdfPage, tracePage } from './pdf-page.js';
import { ReadError, type Reader } from './reader.js';

/** Reads the text, tables and places of a PDF; pages without text are said to be unread. */
export const readPdf: Reader = async (file, bytes, { limits, onPage }) => {
  const rendition = new Rendition();
  const pdf = await openPdf(bytes);
  try {
    const { pageCount } = pdf;
    if (pageCount > limits.pages) throw new ReadError('too-large', `pages:${limits.pages}`);
    const pages: PageContent[] = [];
    for (let page = 1; page <= pageCount; page += 1) {
      const traced = await pdf.draw(page).then(
        (drawing) => tracePage(page, drawing),
        (error: unknown) => {
          if (!(error instanceof ReadError)) throw error;
          return null;
        },
      );
      if (traced === null) lost(rendition, page, DAMAGED);
      else pages.push(contentOf(traced, rendition));
      await pdf.free(page).catch(() => {});
      onPage(page, pageCount);
    }
    layoutPages(pages, rendition);
  } finally {
    await pdf.close();
  }
  return rendition.finish(file, 'pdf');
};

/** Fewer characters than this and the page's text is not what the page says. */
const FEW_CHARACTERS = 40;
/** Share of the page that pictures cover on a scanned page, and of a picture worth a word. */
const SCANNED = 0.5;
const PICTURE = 0.25;
/** Shapes with curves on a page whose letters were drawn as outlines. */
const MANY_SHAPES = 150;
/** Share of the characters that may be unreadable on a page that counts as read. */
const UNREADABLE_PART = 0.01;

/** How the content of a page came to be, and what of it nobody read. */
function contentOf(page: PdfPage, rendition: Rendition): PageContent {
  const { content, hidden, pictured, shapes } = page;
  const characters = lengthOf(content.runs);
  const few = characters < FEW_CHARACTERS;
  if (few && lengthOf(hidden) > characters) {
    // What some program recognised and nobody vouches for: read, and relied on for nothing.
    const runs = hidden.map((run) => ({ ...run, confidence: HIDDEN_CONFIDENCE }));
    rendition.lose({ what: pageName(content.page), why: HIDDEN_TEXT, missing: false });
    return { ...content, runs: [...content.runs, ...runs] };
  }
  if (few && pictured >= SCANNED) lost(rendition, content.page, SCAN);
  else if (few && shapes >= MANY_SHAPES) lost(rendition, content.page, OUTLINES);
  else if (pictured >= PICTURE && pictured < 0.9) lost(rendition, content.page, WITH_PICTURE);
  if (unreadable(content.runs) > UNREADABLE_PART * characters) {
    lost(rendition, content.page, NO_CHARACTERS);
  }
  return content;
}

const HIDDEN_CONFIDENCE = 0.5;

function lengthOf(runs: readonly TextRun[]): number {
  return runs.reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0);
}

function unreadable(runs: readonly TextRun[]): number {
  return runs.reduce((sum, { text }) => sum + text.split(UNREADABLE).length - 1, 0);
}

function lost(rendition: Rendition, page: number, why: Wording): void {
  rendition.lose({ what: pageName(page), why, missing: true });
}

function pageName(page: number): string {
  return `第${page}页`;
}

const DAMAGED: Wording = {
  zh: '这一页已损坏，没有读；请重新导出或下载完整的文件',
  en: 'this page is damaged and was not read; export or download the file again',
};
const SCAN: Wording = {
  zh: '这一页是扫描件，没有文字，没有读',
  en: 'this page is a scan without text and was not read',
};
const HIDDEN_TEXT: Wording = {
  zh: '这一页是扫描件，只读了文件自带的识别文字，其中的数字不作核对依据',
  en: 'this page is a scan; the recognised text in the file was read but is not relied on',
};
const OUTLINES: Wording = {
  zh: '这一页的文字已转成图形，没有读；请用原来的程序重新导出',
  en: 'the text of this page was turned into shapes and was not read; export it again',
};
const WITH_PICTURE: Wording = {
  zh: '这一页有图片，图片中的内容没有读',
  en: 'this page has a picture, and what it shows was not read',
};
const NO_CHARACTERS: Wording = {
  zh: '这一页有文字的字体没有编码表，读不出是什么字；请用原来的程序重新导出',
  en: 'a font on this page does not say which characters it draws; export the file again',
};
