import { commaShape } from '../cells/comma-shape.js';
import { decodeText } from '../cells/decode.js';
import { cellsFromText } from '../cells/from-text.js';
import { DEFAULT_LIMITS } from '../cells/limits.js';
import { recogniseFormat } from '../cells/magic.js';
import type { CellsDocument, ReadFailure } from '../cells/model.js';
import type { RecognisePictures } from './ofd.js';
import type { RecognisePages } from './pdf.js';
import { type ReadContext, ReadError, type Reader } from './reader.js';

const DEFAULT_CONTEXT: ReadContext = { limits: DEFAULT_LIMITS, onPage: () => {} };

/** Readers by the format that the first bytes tell; each is loaded when first needed. */
const READERS: Readonly<Record<string, () => Promise<Reader>>> = {
  docx: async () => (await import('./docx.js')).readDocx,
  encrypted: async () => (await import('./docx.js')).refuseEncrypted,
  doc: async () => (await import('./doc.js')).readDoc,
  odt: async () => (await import('./doc.js')).readOdt,
  rtf: async () => (await import('./doc.js')).readRtf,
  xlsx: async () => (await import('./workbook-xlsx.js')).readXlsx,
  xls: async () => (await import('./workbook-office.js')).readAnyXls,
  xlsb: async () => (await import('./workbook-office.js')).readXlsb,
  'excel-xml': async () => (await import('./workbook-office.js')).readExcelXml,
  'word-xml': async () => (await import('./doc.js')).readWordXml,
  ods: async () => (await import('./workbook-ods.js')).readOds,
  html: async () => (await import('./html.js')).readHtml,
  mht: async () => (await import('./html.js')).readMht,
  ofd: async () => (await import('./ofd.js')).ofdReader(recognisePictureWhenNeeded),
  'mingzhang-json': async () => (await import('./json.js')).readOwnJson,
  pdf: async () => (await import('./pdf.js')).pdfReader(recogniseWhenNeeded),
  png: readImage,
  jpeg: readImage,
  webp: readImage,
  gif: readImage,
  tiff: readImage,
};

async function readImage(): Promise<Reader> {
  return (await import('./image.js')).readImage;
}

/** What recognises pages is large, and few documents have scans. */
const recogniseWhenNeeded: RecognisePages = async (...asked) => {
  const { recognisePages } = await import('./recognise-scan.js');
  return recognisePages(...asked);
};

/** The same for pages that a document holds as pictures. */
const recognisePictureWhenNeeded: RecognisePictures = async (...asked) => {
  const { recognisePictures } = await import('./recognise-scan.js');
  return recognisePictures(...asked);
};

/** Reads any file into cells, by its content; says why when it cannot. */
export async function readCells(
  file: string,
  bytes: Uint8Array,
  context: ReadContext = DEFAULT_CONTEXT,
): Promise<CellsDocument | ReadFailure> {
  try {
    return await read(file, bytes, context);
  } catch (error) {
    if (error instanceof ReadError) return error.failure;
    throw error;
  }
}

async function read(
  file: string,
  bytes: Uint8Array,
  context: ReadContext,
): Promise<CellsDocument | ReadFailure> {
  const { limits } = context;
  if (bytes.length > limits.fileBytes) throw new ReadError('too-large', String(limits.fileBytes));
  const load = READERS[recogniseFormat(bytes) ?? 'text'];
  if (load !== undefined) return (await load())(file, bytes, context);
  const decoded = decodeText(bytes, limits);
  if ('code' in decoded) return decoded;
  const { text, encoding } = decoded;
  const comma = commaShape(text);
  if (comma === null) return cellsFromText(file, text, encoding);
  return (await import('./csv.js')).csvCells(file, text, encoding, comma, limits);
}
