import type { Limits } from '../cells/limits.js';
import type { DocumentFormat } from '../cells/model.js';
import { pictureOfPage } from '../readers/page-pictures.js';
import { ReadError } from '../readers/reader.js';

/** A page of a document that is to be shown as a picture. */
export interface PageRequest {
  readonly format: DocumentFormat;
  readonly bytes: Uint8Array;
  /** 1-based. */
  readonly page: number;
}

/** A picture as browsers take it. */
export interface ShownPage {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Draws a page; null where there is none or it cannot be drawn. */
export async function shownPage(
  { format, bytes, page }: PageRequest,
  limits: Limits,
): Promise<ShownPage | null> {
  try {
    const picture = await pictureOfPage(format, bytes, page, limits);
    if (picture === null || picture.kind === 'picture') return picture;
    const { pageDrawing } = await import('../office/page-drawing.js');
    return { mediaType: 'image/png', bytes: pageDrawing(picture.content) };
  } catch (error) {
    if (error instanceof ReadError) return null;
    throw error;
  }
}
