import { PDFiumLibrary } from '@hyzyla/pdfium';
import { ReadError } from './reader.js';

/** A page as a picture: 4 bytes a pixel, red first; its size in points. */
export interface PageImage {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly colours: Uint8Array;
  readonly pointsWide: number;
  readonly pointsHigh: number;
}

let library: Promise<PDFiumLibrary> | null = null;

/**
 * Draws pages (1-based) of a PDF one after the other, at so many pixels a point, fewer where a page
 * would have more than `mostPixels`. A page that cannot be drawn is null.
 */
export async function* drawPages(
  bytes: Uint8Array,
  pages: readonly number[],
  measure: { readonly pixelsPerPoint: number; readonly mostPixels: number },
): AsyncGenerator<readonly [page: number, image: PageImage | null]> {
  library ??= PDFiumLibrary.init();
  const pdfium = await library;
  const document = await pdfium.loadDocument(bytes).catch(() => {
    throw new ReadError('damaged', 'pdf');
  });
  try {
    for (const page of pages) yield [page, await draw(document, page, measure)];
  } finally {
    document.destroy();
  }
}

/** The size of a page in points, as it is shown. */
export interface PageSize {
  /** 1-based. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
}

/** The sizes of pages of a PDF; those that cannot be opened are left out. */
export async function pageSizes(
  bytes: Uint8Array,
  pages: readonly number[],
): Promise<readonly PageSize[]> {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(bytes).catch(() => null);
  if (document === null) return [];
  try {
    return pages.flatMap((page): PageSize[] => {
      try {
        const { originalWidth, originalHeight } = document.getPage(page - 1).getOriginalSize();
        const isThere = originalWidth > 0 && originalHeight > 0;
        return isThere ? [{ page, width: originalWidth, height: originalHeight }] : [];
      } catch {
        return [];
      }
    });
  } finally {
    document.destroy();
  }
}

type Document = Awaited<ReturnType<PDFiumLibrary['loadDocument']>>;

async function draw(
  document: Document,
  page: number,
  measure: { readonly pixelsPerPoint: number; readonly mostPixels: number },
): Promise<PageImage | null> {
  try {
    const sheet = document.getPage(page - 1);
    const { originalWidth: pointsWide, originalHeight: pointsHigh } = sheet.getOriginalSize();
    const most = Math.sqrt(measure.mostPixels / (pointsWide * pointsHigh));
    const scale = Math.min(measure.pixelsPerPoint, most);
    const { width, height, data } = await sheet.render({ scale, render: 'bitmap' });
    return { page, width, height, colours: data, pointsWide, pointsHigh };
  } catch {
    return null;
  }
}
