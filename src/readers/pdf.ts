import type { Wording } from '../base/wording.js';
import { UNREADABLE } from '../cells/layout/characters.js';
import { layoutPages, type PageLoss } from '../cells/layout/from-pages.js';
import type { Limits } from '../cells/limits.js';
import type { CellsDocument } from '../cells/model.js';
import type { PageContent, TextRun } from '../cells/page-content.js';
import { Rendition } from '../cells/rendition.js';
import { attachedFacts } from './pdf-attachment.js';
import { openPdf, type PdfFile } from './pdf-library.js';
import { type PdfPage, tracePage } from './pdf-page.js';
import { type ReadContext, ReadError, type Reader } from './reader.js';

/** A page that was recognised from its picture, or why it was not. */
interface RecognisedPage {
  readonly page: number;
  readonly content: PageContent | null;
  readonly loss: Wording | null;
}

/** Recognises pages (1-based) of a PDF; every page asked for comes back. */
export type RecognisePages = (
  bytes: Uint8Array,
  pages: readonly number[],
  limits: Limits,
  onPage: (page: number) => void,
) => Promise<readonly RecognisedPage[]>;

/** Reads the text, tables and places of a PDF; pages without text are said to be unread. */
export const readPdf: Reader = (file, bytes, context) => readPages(file, bytes, context, null);

/** The same with a way to recognise the pages that hold no text. */
export function pdfReader(recognise: RecognisePages): Reader {
  return (file, bytes, context) => readPages(file, bytes, context, recognise);
}

async function readPages(
  file: string,
  bytes: Uint8Array,
  { limits, onPage }: ReadContext,
  recognise: RecognisePages | null,
): Promise<CellsDocument> {
  const pages = await tracedPages(bytes, limits, onPage);
  const scans = pages.filter(({ unread }) => unread !== null).map(({ page }) => page);
  const recognised = new Map<number, RecognisedPage>();
  if (recognise !== null && scans.length > 0) {
    let done = pages.length - scans.length;
    const tell = (): void => onPage(++done, pages.length);
    for (const page of await recognise(bytes, scans, limits, tell)) {
      recognised.set(page.page, page);
    }
  }
  const losses: PageLoss[] = [];
  const contents = pages.flatMap(({ page, content, unread, remarks }): PageContent[] => {
    const what = pageName(page);
    const found = recognised.get(page);
    const read = found?.content ?? content;
    const loss = found === undefined ? unread : found.loss;
    if (loss !== null) losses.push({ page, what, why: loss, missing: true });
    for (const remark of found?.content == null ? remarks : []) {
      losses.push({ page, what, ...remark });
    }
    return read === null ? [] : [read];
  });
  const rendition = new Rendition();
  layoutPages(contents, rendition, losses);
  const cells = rendition.finish(file, 'pdf');
  const embedded = attachedFacts(bytes);
  return embedded === null ? cells : { ...cells, embedded };
}

/** A page as the file draws it, and whether that is all there is on it. */
interface TracedPage {
  readonly page: number;
  /** Null where the page could not be drawn. */
  readonly content: PageContent | null;
  /** Why its text is not what one sees on it: it must be recognised, or is lost. */
  readonly unread: Wording | null;
  /** What else is to be said of it. */
  readonly remarks: readonly { readonly why: Wording; readonly missing: boolean }[];
}

/** The pages of a file one after the other; each is freed before the next. */
async function tracedPages(
  bytes: Uint8Array,
  limits: Limits,
  onPage: ReadContext['onPage'],
): Promise<readonly TracedPage[]> {
  const pdf = await openPdf(bytes);
  try {
    const { pageCount } = pdf;
    if (pageCount > limits.pages) throw new ReadError('too-large', `pages:${limits.pages}`);
    const pages: TracedPage[] = [];
    for (let page = 1; page <= pageCount; page += 1) {
      pages.push(await tracedPage(pdf, page));
      await pdf.free(page).catch(() => {});
      onPage(page, pageCount);
    }
    return pages;
  } finally {
    await pdf.close();
  }
}

/** A damaged page costs that page only. */
async function tracedPage(pdf: PdfFile, page: number): Promise<TracedPage> {
  try {
    return judged(tracePage(page, await pdf.draw(page)));
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return { page, content: null, unread: null, remarks: [{ why: DAMAGED, missing: true }] };
  }
}

/** Fewer characters than this and the page's text is not what the page says. */
const FEW_CHARACTERS = 40;
/** Share of the page that pictures cover on a scanned page, and of a picture worth a word. */
const SCANNED = 0.5;
const PICTURE = 0.25;
/** Shapes with curves on a page whose letters were drawn as outlines. */
const MANY_SHAPES = 150;
/** Share of the characters that may be unreadable on a page that counts as read. */
const UNREADABLE_PART = 0.01;

/**
 * Whether the text of a page is what one sees on it: not where pictures or outlines stand instead,
 * nor where its characters are unknown.
 */
function judged({ content, hidden, pictured, shapes, beyond }: PdfPage): TracedPage {
  const { page } = content;
  const characters = lengthOf(content.runs);
  const remarks = beyond > 0 ? [{ why: BEYOND, missing: true }] : [];
  const plain = { page, content, unread: null, remarks };
  if (unreadable(content.runs) > UNREADABLE_PART * characters) {
    return { ...plain, unread: NO_CHARACTERS };
  }
  if (characters >= FEW_CHARACTERS) {
    const picture = pictured >= PICTURE && pictured < BACKGROUND;
    if (picture) remarks.push({ why: WITH_PICTURE, missing: true });
    return plain;
  }
  if (lengthOf(hidden) > characters) {
    // What some program recognised and nobody vouches for: read, and relied on for nothing.
    const runs = hidden.map((run) => ({ ...run, confidence: HIDDEN_CONFIDENCE }));
    remarks.push({ why: HIDDEN_TEXT, missing: false });
    return { ...plain, content: { ...content, runs: [...content.runs, ...runs] } };
  }
  if (pictured >= SCANNED) return { ...plain, unread: SCAN };
  return shapes >= MANY_SHAPES ? { ...plain, unread: OUTLINES } : plain;
}

/** A picture behind the whole page is its background, not something to read. */
const BACKGROUND = 0.9;
const HIDDEN_CONFIDENCE = 0.5;

function lengthOf(runs: readonly TextRun[]): number {
  return runs.reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0);
}

function unreadable(runs: readonly TextRun[]): number {
  return runs.reduce((sum, { text }) => sum + text.split(UNREADABLE).length - 1, 0);
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
const BEYOND: Wording = {
  zh: '这一页的内容超出了纸面，看不见的部分没有读；请缩小版面后重新导出',
  en: 'the content of this page runs over its edge, where it was not read; export it again',
};
const NO_CHARACTERS: Wording = {
  zh: '这一页有文字的字体没有编码表，读不出是什么字；请用原来的程序重新导出',
  en: 'a font on this page does not say which characters it draws; export the file again',
};
