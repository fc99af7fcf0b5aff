import type { CellsDocument } from '../cells/model.js';
import { AS_XLSX, convertWithOffice, findOffice } from './libreoffice.js';
import { type ReadContext, ReadError, type Reader } from './reader.js';
import { readXls } from './workbook-xls.js';
import { readXlsx } from './workbook-xlsx.js';

/** Reads binary workbooks of Excel 2007 and later (.xlsb) through LibreOffice. */
export const readXlsb: Reader = (file, bytes, context) =>
  throughOffice(file, bytes, 'xlsb', context);

/** Reads workbooks saved as XML by Excel 2003, whatever they are called, through LibreOffice. */
export const readExcelXml: Reader = (file, bytes, context) =>
  throughOffice(file, bytes, 'xml', context);

/** Reads Excel 97-2003 workbooks (.xls, .et) by itself, those of Excel 95 through LibreOffice. */
export const readAnyXls: Reader = (file, bytes, context) => {
  try {
    return readXls(file, bytes, context);
  } catch (error) {
    const older = error instanceof ReadError && error.failure.detail === OLDER;
    if (!older) throw error;
    return throughOffice(file, bytes, 'xls', context);
  }
};

/** What `readXls` says of a workbook that is older than it knows. */
const OLDER = 'xls-old';

/** Places are those of the converted file: sheets and cells keep their names. */
async function throughOffice(
  file: string,
  bytes: Uint8Array,
  ending: 'xlsb' | 'xls' | 'xml',
  context: ReadContext,
): Promise<CellsDocument> {
  const program = await findOffice();
  if (program === null) throw new ReadError('needs', 'libreoffice');
  const { limits } = context;
  const xlsx = await convertWithOffice(program, bytes, ending, AS_XLSX, limits);
  return { ...readXlsx(file, xlsx, context), format: ending === 'xls' ? 'xls' : 'xlsx' };
}
