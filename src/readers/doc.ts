import { compoundEntries, compoundHead } from '../cells/compound.js';
import type { CellsDocument } from '../cells/model.js';
import { cellsFromDocText } from './doc-text.js';
import { cellsFromDocx } from './docx.js';
import { AS_DOCX, convertWithOffice, findOffice } from './libreoffice.js';
import { type ReadContext, ReadError, type Reader } from './reader.js';

/** Reads Word 97-2003 files (and what WPS saves as doc or wps) through LibreOffice, else their text. */
export const readDoc: Reader = async (file, bytes, context) => {
  refuseProtected(bytes);
  const program = await findOffice();
  if (program === null) return cellsFromDocText(file, bytes);
  return converted(program, file, bytes, 'doc', context);
};

/** Reads OpenDocument texts through LibreOffice; there is no other way. */
export const readOdt: Reader = (file, bytes, context) => throughOffice(file, bytes, 'odt', context);

/** Reads RTF through LibreOffice; there is no other way. */
export const readRtf: Reader = (file, bytes, context) => throughOffice(file, bytes, 'rtf', context);

async function throughOffice(
  file: string,
  bytes: Uint8Array,
  ending: 'doc' | 'rtf' | 'odt',
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
  ending: 'doc' | 'rtf' | 'odt',
  context: ReadContext,
): Promise<CellsDocument> {
  const docx = await convertWithOffice(program, bytes, ending, AS_DOCX, context.limits);
  return cellsFromDocx(file, docx, context, ending);
}

/** Bit 8 of the flags in the head of the text says that it is encrypted (MS-DOC, 2.5.2). */
const ENCRYPTED = 0x0100;

function refuseProtected(bytes: Uint8Array): void {
  const text = compoundEntries(bytes).find(({ name }) => name === 'WordDocument');
  if (text === undefined) throw new ReadError('damaged', 'WordDocument');
  const head = compoundHead(bytes, text, 12);
  if (head.length < 12) throw new ReadError('damaged', 'WordDocument');
  const flags = head[10]! | (head[11]! << 8);
  if ((flags & ENCRYPTED) !== 0) throw new ReadError('encrypted');
}
