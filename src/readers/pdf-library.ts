import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as library from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ReadError } from './reader.js';

/** A glyph as the library hands it on. Widths are thousandths of the type size. */
export interface PdfGlyph {
  readonly originalCharCode: number;
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric: readonly number[] | null;
}

/** What drawing needs to know of a font. */
export interface PdfFont {
  readonly name: string;
  readonly vertical: boolean;
  readonly fontMatrix: readonly number[] | null;
  readonly defaultVMetrics: readonly number[] | null;
}

/** The instructions that draw one page, annotations left out. */
export interface PdfDrawing {
  /** Points, the page turned as its dictionary says. */
  readonly width: number;
  readonly height: number;
  /** From the page's own coordinates to points from the upper left corner. */
  readonly transform: readonly number[];
  readonly operators: readonly number[];
  readonly operands: readonly (readonly unknown[] | null)[];
  readonly font: (name: string) => PdfFont | null;
  /** Whether a layer is shown; takes the operand that marks content as belonging to one. */
  readonly isShown: (layer: unknown) => boolean;
}

/** An opened PDF; pages are drawn one at a time and freed by whoever asked. */
export interface PdfFile {
  readonly pageCount: number;
  /** 1-based. Fails with a `ReadError` that names the page. */
  readonly draw: (page: number) => Promise<PdfDrawing>;
  readonly free: (page: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Numbers of the library's drawing instructions. */
export const OPERATOR: Readonly<Record<string, number>> = library.OPS;

const ROOT = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Only errors are worth a word; everything else is decided here. */
const SILENT = 0;
/** Pixels of a picture that is still unpacked; pages are not printed from larger ones. */
const MOST_PIXELS = 2 ** 26;

/**
 * Stands in for a browser's document, where the library would install fonts to draw with. Nothing
 * is drawn here, and without it every glyph's outline would be computed.
 */
const NO_DOCUMENT = {
  createElement: () => ({ sheet: { cssRules: [], insertRule: () => {} }, remove: () => {} }),
  documentElement: { getElementsByTagName: () => [{ append: () => {} }] },
};

/** Opens a PDF. Nothing is fetched: character maps and standard fonts come from the package. */
export async function openPdf(bytes: Uint8Array): Promise<PdfFile> {
  const task = library.getDocument({
    // The library takes the memory over, so it gets a copy.
    data: new Uint8Array(bytes),
    cMapUrl: join(ROOT, 'cmaps/'),
    standardFontDataUrl: join(ROOT, 'standard_fonts/'),
    wasmUrl: join(ROOT, 'wasm/'),
    useSystemFonts: false,
    useWorkerFetch: false,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    disableFontFace: false,
    ownerDocument: NO_DOCUMENT as never,
    maxImageSize: MOST_PIXELS,
    stopAtErrors: false,
    verbosity: SILENT,
  });
  try {
    const file = await task.promise;
    const layers = await file.getOptionalContentConfig();
    const isShown = (layer: unknown): boolean =>
      layer === null || layers.isVisible(layer) !== false;
    return {
      pageCount: file.numPages,
      draw: (page) => draw(file, page, isShown),
      free: async (page) => {
        (await file.getPage(page)).cleanup();
      },
      close: () => task.destroy(),
    };
  } catch (error) {
    await task.destroy();
    throw readError(error);
  }
}

async function draw(
  file: library.PDFDocumentProxy,
  number: number,
  isShown: (layer: unknown) => boolean,
): Promise<PdfDrawing> {
  try {
    const page = await file.getPage(number);
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const list = await page.getOperatorList({ annotationMode: library.AnnotationMode.DISABLE });
    return {
      width,
      height,
      transform: transform as number[],
      operators: list.fnArray,
      operands: list.argsArray,
      font: (name) => (page.commonObjs.has(name) ? fontOf(page.commonObjs.get(name)) : null),
      isShown,
    };
  } catch (error) {
    if (error instanceof ReadError) throw error;
    throw new ReadError('damaged', 'page', number);
  }
}

/** A font that could not be loaded is an error in its place. */
function fontOf(found: unknown): PdfFont | null {
  return found instanceof Error ? null : (found as PdfFont);
}

function readError(error: unknown): ReadError {
  if (error instanceof ReadError) return error;
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return new ReadError('encrypted', 'pdf');
  return new ReadError('damaged', 'pdf');
}
