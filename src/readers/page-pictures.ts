import type { Limits } from '../cells/limits.js';
import type { DocumentFormat } from '../cells/model.js';
import type { PageContent } from '../cells/page-content.js';
import { readOfdPages } from './ofd-pages.js';
import { drawPages, type PageSize, pageSizes } from './page-image.js';
import { encodedPng, type Pixels } from './png.js';
import { engineInstalled, type Picture } from './recognise-engine.js';
import { pixelsPerPointOf } from './recognise-page.js';
import { decodePicture } from './recogniser.js';

/** A page as a picture, or, of an OFD, as what is to be drawn. */
export type PagePicture =
  | { readonly kind: 'picture'; readonly mediaType: string; readonly bytes: Uint8Array }
  | { readonly kind: 'content'; readonly content: PageContent };

/** Formats whose documents are pages. */
export const PAGED_FORMATS: ReadonlySet<DocumentFormat> = new Set(['pdf', 'ofd', 'image']);

/** Fine enough to be read at the width of a window. */
const PIXELS_PER_POINT = 2;
/** A3 at that. */
const MOST_PIXELS = 5_000_000;
/** Of a picture that is decoded to be made smaller. */
const MOST_DECODED = 40_000_000;

/** A page (1-based) of a document of pages; null where it cannot be drawn. */
export async function pictureOfPage(
  format: DocumentFormat,
  bytes: Uint8Array,
  page: number,
  limits: Limits,
): Promise<PagePicture | null> {
  if (format === 'ofd') return ofdPicture(bytes, page, limits);
  if (format === 'image') {
    const mediaType = shownAsIs(bytes);
    if (mediaType !== null) return { kind: 'picture', mediaType, bytes };
    const decoded = await decodedPage(bytes, page, limits);
    if (decoded === null) return null;
    const density = pixelsPerPointOf(decoded, decoded.density);
    return png(smaller(decoded, density));
  }
  const measure = { pixelsPerPoint: PIXELS_PER_POINT, mostPixels: MOST_PIXELS };
  for await (const [, image] of drawPages(bytes, [page], measure)) {
    return image === null ? null : png({ ...image, channels: 4 });
  }
  return null;
}

/** The sizes in points of the pages asked for, as their boxes are measured. */
export async function sizesOfPages(
  format: DocumentFormat,
  bytes: Uint8Array,
  pages: readonly number[],
  limits: Limits,
): Promise<readonly PageSize[]> {
  if (format === 'ofd') {
    return ofdPages(bytes, limits)
      .pages.filter(({ page }) => pages.includes(page))
      .map(({ page, width, height }) => ({ page, width, height }));
  }
  if (format !== 'image') return pageSizes(bytes, pages);
  const sizes: PageSize[] = [];
  for (const page of pages) {
    const picture = await decodedPage(bytes, page, limits);
    if (picture === null) continue;
    const density = pixelsPerPointOf(picture, picture.density);
    sizes.push({ page, width: picture.width / density, height: picture.height / density });
  }
  return sizes;
}

function png(pixels: Pixels): PagePicture {
  return { kind: 'picture', mediaType: 'image/png', bytes: encodedPng(pixels) };
}

/** PNG and JPEG are what browsers show; they come as they are. */
function shownAsIs(bytes: Uint8Array): string | null {
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return 'image/png';
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? 'image/jpeg' : null;
}

/** Null where the picture cannot be decoded, or nothing is installed to do so. */
async function decodedPage(
  bytes: Uint8Array,
  page: number,
  limits: Limits,
): Promise<Picture | null> {
  if (!engineInstalled()) return null;
  const bounds = { mostPixels: MOST_DECODED, seconds: limits.secondsPerScannedPage };
  return decodePicture(bytes, page - 1, bounds).catch(() => null);
}

/** Every so many pixels of a picture that is finer than it is shown. */
function smaller({ width, height, colours }: Picture, density: number): Pixels {
  const step = Math.max(1, Math.floor(density / PIXELS_PER_POINT));
  const [wide, high] = [Math.floor(width / step), Math.floor(height / step)];
  if (step === 1) return { width, height, colours, channels: 3 };
  const made = new Uint8Array(wide * high * 3);
  for (let y = 0; y < high; y += 1) {
    for (let x = 0; x < wide; x += 1) {
      for (let sample = 0; sample < 3; sample += 1) {
        let sum = 0;
        for (let down = 0; down < step; down += 1) {
          const row = (y * step + down) * width + x * step;
          for (let right = 0; right < step; right += 1) sum += colours[(row + right) * 3 + sample]!;
        }
        made[(y * wide + x) * 3 + sample] = sum / (step * step);
      }
    }
  }
  return { width: wide, height: high, colours: made, channels: 3 };
}

function ofdPages(bytes: Uint8Array, limits: Limits) {
  return readOfdPages(bytes, { limits, onPage: () => {} });
}

async function ofdPicture(
  bytes: Uint8Array,
  page: number,
  limits: Limits,
): Promise<PagePicture | null> {
  const { pages, pictured } = ofdPages(bytes, limits);
  const content = pages.find((each) => each.page === page);
  if (content === undefined) return null;
  const scan = pictured.find((each) => each.page === page)?.picture ?? null;
  const decoded = scan === null ? null : await decodedPage(scan.bytes(), 1, limits);
  if (scan === null || decoded === null) return { kind: 'content', content };
  return png(onPaper(content, scan, smaller(decoded, decoded.width / scan.width)));
}

/** A picture at its place on a white page. */
function onPaper(
  page: PageContent,
  place: { readonly left: number; readonly top: number; readonly width: number },
  picture: Pixels,
): Pixels {
  const density = picture.width / place.width;
  const [width, height] = [Math.ceil(page.width * density), Math.ceil(page.height * density)];
  const colours = new Uint8Array(width * height * 3).fill(255);
  const [left, top] = [Math.floor(place.left * density), Math.floor(place.top * density)];
  const from = Math.max(0, -left);
  const to = Math.min(picture.width, width - left);
  for (let y = Math.max(0, -top); y < Math.min(picture.height, height - top); y += 1) {
    const row = y * picture.width;
    const part = picture.colours.subarray((row + from) * 3, (row + to) * 3);
    colours.set(part, ((y + top) * width + left + from) * 3);
  }
  return { width, height, colours, channels: 3 };
}
