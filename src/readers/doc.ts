import { CompoundFile } from '../cells/compound.js';
import type { CellsDocument } from '../cells/model.js';
import { keepsNumbers } from '../cells/same-numbers.js';
import { AGAINST_OFFICE, cellsFromDocText, openDoc, WITHOUT_OFFICE } from './doc-text.js';
import { cellsFromDocx } from './docx.js';
import { AS_DOCX, convertWithOffice, findOffice } from './libreoffice.js';
import { type ReadContext, ReadError, type Reader } from './reader.js';

/**
 * Reads Word 97-2003 files (and what WPS saves as doc or wps) through LibreOffice, else by itself.
 * LibreOffice computes fields anew (dates, sums, references), so its numbers are held against those
 * of the file, and the file is right.
 */
export const readDoc: Reader = async (file, bytes, context) => {
  const source = openDoc(new CompoundFile(bytes));
  const program = await findOffice();
  if (program === null) return cellsFromDocText(file, source, WITHOUT_OFFICE);
  const own = source.isOlder ? null : cellsFromDocText(file, source, AGAINST_OFFICE);
  try {
    const cells = await converted(program, file, bytes, 'doc', context);
    return own === null || keepsNumbers(own, cells) ? cells : own;
  } catch (error) {
    // What LibreOffice cannot open may still have a text that is whole.
    const damaged = error instanceof ReadError && error.failure.code === 'damaged';
    if (own === null || !damaged) throw error;
    return own;
  }
};

/** Reads OpenDocument texts through LibreOffice; there is no other way. */
export const readOdt: Reader = (file, bytes, context) => throughOffice(file, bytes, 'odt', context);

/** Reads RTF through LibreOffice; there is no other way. */
export const readRtf: Reader = (file, bytes, context) => throughOffice(file, bytes, 'rtf', context);

/** Reads documents saved as XML by Word 2003 or later through LibreOffice. */
export const readWordXml: Reader = (file, bytes, context) =>
  throughOffice(file, bytes, 'xml', context);

async function throughOffice(
  file: string,
  bytes: Uint8Array,
  ending: 'rtf' | 'odt' | 'xml',
  context: ReadContext,
): Promise<CellsDocument> {
  const program = await findOffice();
  if (program === null) throw new ReadError('needs', 'libreoffice');
  return converted(program, file, bytes, ending, context);
}

/** Places are those of the converted file: paragraphs and tables keep their order. */
async function converted(
  program: string,
  file: string,
  bytes: Uint8Array,
  ending: 'doc' | 'rtf' | 'odt' | 'xml',
  context: ReadContext,
): Promise<CellsDocument> {
  const docx = await convertWithOffice(program, bytes, ending, AS_DOCX, context.limits);
  return cellsFromDocx(file, docx, context, ending === 'xml' ? 'docx' : ending);
}
