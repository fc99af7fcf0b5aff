import type { Wording } from '../base/wording.js';
import type { Limits } from '../cells/limits.js';
import { shadesOf } from '../cells/scan/image.js';
import { PIXELS_PER_POINT } from '../cells/scan/page-plan.js';
import { drawPages, type PageImage } from './page-image.js';
import { ReadError } from './reader.js';
import { engineInstalled, type Picture } from './recognise-engine.js';
import {
  type PagePicture,
  pixelsPerPointOf,
  type RecognisedPage,
  recognisePage,
} from './recognise-page.js';
import { decodePicture } from './recogniser.js';

/** Pixels of one page that are looked at: A3 at twice the usual size. */
const MOST_PIXELS = 40_000_000;
/** After so many failures in a row the engine is not tried again for this document. */
const MOST_FAILURES = 3;

/**
 * Recognises pages (1-based) of a PDF that hold images instead of text. Every page comes back, in
 * the order asked for: one that cannot be read with the reason. `onPage` is told of each.
 */
export async function recognisePages(
  bytes: Uint8Array,
  pages: readonly number[],
  limits: Limits,
  onPage: (page: number) => void = () => {},
): Promise<readonly RecognisedPage[]> {
  if (!engineInstalled()) return pages.map((page) => lost(page, NOT_INSTALLED));
  const measure = { pixelsPerPoint: PIXELS_PER_POINT, mostPixels: MOST_PIXELS };
  const found: RecognisedPage[] = [];
  let failures = 0;
  for await (const [page, image] of drawPages(bytes, pages, measure)) {
    const recognised = failures < MOST_FAILURES ? await tryPage(page, image, limits) : null;
    failures = recognised === null || recognised.failed ? failures + 1 : 0;
    found.push(recognised?.page ?? lost(page, GIVEN_UP));
    onPage(page);
  }
  return found;
}

interface Tried {
  readonly page: RecognisedPage;
  /** The engine failed, not the page. */
  readonly failed: boolean;
}

async function tryPage(page: number, image: PageImage | null, limits: Limits): Promise<Tried> {
  if (image === null) return { page: lost(page, NOT_DRAWN), failed: false };
  const shades = shadesOf(image, image.colours, { channels: 4, red: 0 });
  return tryPicture({ page, shades, pixelsPerPoint: image.width / image.pointsWide }, limits);
}

async function tryPicture(picture: PagePicture, limits: Limits): Promise<Tried> {
  const { page } = picture;
  try {
    return { page: await recognisePage(picture, limits.secondsPerScannedPage), failed: false };
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    const { code } = error.failure;
    const why = code === 'needs' ? NOT_INSTALLED : code === 'time-out' ? LATE : GIVEN_UP;
    return { page: lost(page, why), failed: true };
  }
}

/** A picture that is a page, and how many points wide it stands there. */
interface PictureOfPage {
  readonly page: number;
  readonly width: number;
  readonly bytes: () => Uint8Array;
}

/**
 * Recognises pages that a document holds as pictures of their own. Every page comes back, as of a
 * PDF. `onPage` is told of each.
 */
export async function recognisePictures(
  pictures: readonly PictureOfPage[],
  limits: Limits,
  onPage: (page: number) => void = () => {},
): Promise<readonly RecognisedPage[]> {
  if (!engineInstalled()) return pictures.map(({ page }) => lost(page, NOT_INSTALLED));
  const bounds = { mostPixels: MOST_PIXELS, seconds: limits.secondsPerScannedPage };
  const found: RecognisedPage[] = [];
  for (const { page, width, bytes } of pictures) {
    const picture = await decodePicture(bytes(), 0, bounds).catch(refusedPicture);
    if (picture === null) found.push(lost(page, NOT_DRAWN));
    else {
      const shades = shadesOf(picture, picture.colours, { channels: 3, red: 0 });
      const pixelsPerPoint = densityOn(picture, width);
      found.push((await tryPicture({ page, shades, pixelsPerPoint }, limits)).page);
    }
    onPage(page);
  }
  return found;
}

/** Pixels a point of a picture so many points wide; a page beyond all size is not believed. */
function densityOn(picture: Picture, width: number): number {
  const told = picture.width / width;
  const pixels = picture.width * picture.height * (PIXELS_PER_POINT / told) ** 2;
  return pixels <= MOST_PIXELS ? told : pixelsPerPointOf(picture, picture.density);
}

/** A picture that cannot be decoded costs its page. */
function refusedPicture(error: unknown): null {
  if (error instanceof ReadError) return null;
  throw error;
}

/**
 * Recognises the pages of an image file: PNG, JPEG, WebP, GIF, or a TIFF of many pages. Without the
 * component there is nothing to be had of it, so that is a failure of the file.
 */
export async function recogniseImage(
  bytes: Uint8Array,
  limits: Limits,
  onPage: (done: number, of: number) => void = () => {},
): Promise<readonly RecognisedPage[]> {
  if (!engineInstalled()) throw new ReadError('needs', 'ocr');
  const bounds = { mostPixels: MOST_PIXELS, seconds: limits.secondsPerScannedPage };
  const found: RecognisedPage[] = [];
  let count = 1;
  for (let page = 1; page <= count; page += 1) {
    const picture = await decodePicture(bytes, page - 1, bounds);
    count = picture.pictures;
    if (count > limits.pages) throw new ReadError('too-large', `pages:${limits.pages}`);
    const shades = shadesOf(picture, picture.colours, { channels: 3, red: 0 });
    const pixelsPerPoint = pixelsPerPointOf(picture, picture.density);
    found.push((await tryPicture({ page, shades, pixelsPerPoint }, limits)).page);
    onPage(page, count);
  }
  return found;
}

function lost(page: number, loss: Wording): RecognisedPage {
  return { page, content: null, loss };
}

/** How recognition is installed. */
const NOT_INSTALLED: Wording = {
  zh: '这一页是扫描图像，识别文字的组件没有安装。请运行 npm install @gutenye/ocr-node 后再试',
  en: 'this page is a scanned image; to recognise it run npm install @gutenye/ocr-node',
};

const NOT_DRAWN: Wording = {
  zh: '这一页画不出来，可能已损坏；请重新导出或下载',
  en: 'this page cannot be drawn and may be damaged; export or download it again',
};

const LATE: Wording = {
  zh: '识别这一页的文字超过了时间，已放弃；可用 --limit secondsPerScannedPage=… 放宽',
  en: 'recognition of this page took too long; raise --limit secondsPerScannedPage=…',
};

const GIVEN_UP: Wording = {
  zh: '识别这一页的文字时组件出错，没有读出；请再试一次，或换成有文字的版本',
  en: 'recognition failed on this page; try again or use a version with text',
};
