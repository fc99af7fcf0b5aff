import { renderFlow } from '../cells/flow.js';
import type { CellsDocument, DocumentFormat } from '../cells/model.js';
import { Rendition } from '../cells/rendition.js';
import { DocxBlocks } from './docx-blocks.js';
import { openDocx } from './docx-package.js';
import { embeddedFacts } from './office-embedded.js';
import { type ReadContext, ReadError, type Reader } from './reader.js';
import { child } from './xml.js';

/** Reads Word files (docx, docm, dotx), whoever saved them. */
export const readDocx: Reader = (file, bytes, context) =>
  cellsFromDocx(file, bytes, context, 'docx');

/** The same for a file that was something else before it was converted. */
export function cellsFromDocx(
  file: string,
  bytes: Uint8Array,
  { limits }: ReadContext,
  format: DocumentFormat,
): CellsDocument {
  const source = openDocx(bytes, limits);
  const body = child(source.document, 'body');
  if (body === undefined) throw new ReadError('damaged', 'word/document.xml');
  const rendition = new Rendition();
  renderFlow(new DocxBlocks(source, limits).read(body), rendition);
  const cells = rendition.finish(file, format);
  if (rendition.isEmpty && cells.losses.length === 0) throw new ReadError('empty');
  const embedded = embeddedFacts(source.parts('customXml'));
  return embedded === null ? cells : { ...cells, embedded };
}

/** An office file behind a password is a compound file that holds the real one encrypted. */
export const refuseEncrypted: Reader = () => {
  throw new ReadError('encrypted');
};
