import { strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre';

const FORMATS = 'http://schemas.openxmlformats.org';
const WORD = `${FORMATS}/wordprocessingml/2006/main`;
const SHEET = `${FORMATS}/spreadsheetml/2006/main`;
const OFFICE = `${FORMATS}/officeDocument/2006/relationships`;
const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const WORD_TYPE =
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

const TYPES = [
  `${XML}<Types xmlns="${FORMATS}/package/2006/content-types">`,
  '<Default Extension="rels" ',
  'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  `<Override PartName="/word/document.xml" ContentType="${WORD_TYPE}"/></Types>`,
].join('');

/** Relations of a part; those with an address lead out of the file. */
export function relations(...to: readonly (readonly [id: string, kind: string, at: string])[]) {
  const each = to.map(([id, kind, at]) => {
    const mode = at.includes('://') ? ' TargetMode="External"' : '';
    return `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${at}"${mode}/>`;
  });
  const name = `${FORMATS}/package/2006/relationships`;
  return `${XML}<Relationships xmlns="${name}">${each.join('')}</Relationships>`;
}

/** A Word file with this body, further parts, and a document type before its root. */
export function docxOf(
  body: string,
  more: Readonly<Record<string, string>> = {},
  type = '',
): Uint8Array {
  const root = `<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}"><w:body>${body}</w:body>`;
  const parts = {
    '[Content_Types].xml': TYPES,
    '_rels/.rels': relations(['r', 'officeDocument', 'word/document.xml']),
    'word/document.xml': `${XML}${type}${root}</w:document>`,
    ...more,
  };
  const bytes = Object.entries(parts).map(([name, text]) => [name, strToU8(text)]);
  return zipSync(Object.fromEntries(bytes) as Record<string, Uint8Array>, { level: 6 });
}

export function wordText(text: string): string {
  return `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

/** A workbook of one sheet whose XML is this. */
export async function xlsxOf(...sheet: readonly string[]): Promise<Uint8Array> {
  const plain = await writeXlsx({ sheets: [{ name: '表', rows: [['收入决算表']] }] });
  const parts = unzipSync(plain);
  const name = Object.keys(parts).find((each) => each.includes('worksheets/sheet'))!;
  const whole = `${XML}<worksheet xmlns="${SHEET}">${sheet.join('')}</worksheet>`;
  return zipSync({ ...parts, [name]: strToU8(whole) });
}
