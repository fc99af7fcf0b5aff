import type { Wording } from '../base/wording.js';
import type { CompoundFile } from '../cells/compound.js';
import { renderFlow } from '../cells/flow.js';
import type { CellsDocument } from '../cells/model.js';
import { Rendition } from '../cells/rendition.js';
import { WordBinary } from '../cells/word-binary.js';
import { BinaryFlow } from '../cells/word-binary-flow.js';
import { ReadError } from './reader.js';

/** A Word 97-2003 file as its text and tables; `why` tells what that loses and why it is so. */
export function cellsFromDocText(file: string, source: WordBinary, why: Wording): CellsDocument {
  if (source.isOlder) throw new ReadError('needs', 'libreoffice');
  const rendition = new Rendition();
  rendition.lose({ what: 'Word 97-2003 文件（.doc）', why, missing: true });
  renderFlow(new BinaryFlow().read(guarded(() => source.read())), rendition);
  if (rendition.isEmpty) throw new ReadError('empty');
  return rendition.finish(file, 'doc');
}

/** Opens the text of a Word 97-2003 file; refuses what is damaged or behind a password. */
export function openDoc(file: CompoundFile): WordBinary {
  const source = guarded(() => new WordBinary(file));
  if (source.isEncrypted) throw new ReadError('encrypted');
  return source;
}

/** Reading beyond the end of a stream is the fault of the file. */
function guarded<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw new ReadError('damaged', 'WordDocument');
    throw error;
  }
}

/** LibreOffice is not installed, or switched off. */
export const WITHOUT_OFFICE: Wording = {
  zh:
    '没有用上 LibreOffice，只读出了文字和表格：自动编号、脚注和图片没有读。' +
    '请安装 LibreOffice，或另存为 .docx 再试',
  en:
    'read without LibreOffice: automatic numbers, notes and pictures are lost. Install ' +
    'LibreOffice or save it as .docx',
};

/** LibreOffice did not open the file, or said other numbers than the file does. */
export const AGAINST_OFFICE: Wording = {
  zh:
    'LibreOffice 打不开，或读出的数与文件里保存的不同，所以只按文件读出了文字和表格：' +
    '自动编号、脚注和图片没有读。请另存为 .docx 再试',
  en:
    'LibreOffice does not open it or says other numbers than are stored, so only the text and ' +
    'tables stored are read: automatic numbers, notes and pictures are lost. Save it as .docx',
};
