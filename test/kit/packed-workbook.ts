import { strToU8, zipSync } from 'fflate';

/** What one worksheet of a hand-made workbook is. */
export interface RawSheet {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** Inside of sheetData: rows. */
  readonly rows: string;
  /** Before sheetData: cols. */
  readonly before?: string;
  /** After sheetData: mergeCells. */
  readonly after?: string;
  /** Listed and not there. */
  readonly lost?: boolean;
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** An xlsx of raw XML, for what no library writes; styles: General, 0.00, 0!.0, and a date. */
export function packedWorkbook(
  sheets: readonly RawSheet[],
  strings: readonly string[] = [],
  more: Readonly<Record<string, string>> = {},
): Uint8Array {
  const parts: Record<string, string> = {
    '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets
      .map(
        ({ name, state = 'visible' }, index) =>
          `<sheet name="${name}" sheetId="${index + 1}" state="${state}" r:id="r${index}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ...sheets.map((_, index) => ['worksheet', `worksheets/s${index}.xml`] as const),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'strings.xml'],
    ),
    'xl/styles.xml':
      `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="164" formatCode="0!.0,"/></numFmts>` +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="2"/><xf numFmtId="164"/><xf numFmtId="14"/>' +
      '</cellXfs></styleSheet>',
    'xl/strings.xml':
      `<sst xmlns="${MAIN}">` + `${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
  };
  sheets.forEach(({ rows, before = '', after = '', lost }, index) => {
    if (lost === true) return;
    parts[`xl/worksheets/s${index}.xml`] =
      `<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
  });
  const files = Object.entries({ ...parts, ...more }).map(
    ([name, xml]) => [name, strToU8(xml)] as const,
  );
  return zipSync(Object.fromEntries(files));
}

function relations(...list: readonly (readonly [type: string, target: string])[]): string {
  const items = list.map(
    ([type, target], index) =>
      `<Relationship Id="r${index}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships>${items.join('')}</Relationships>`;
}

/** A row of inline texts and numbers, from column A. */
export function rawRow(row: number, ...values: readonly (string | number)[]): string {
  const cells = values.map((value, column) => {
    if (value === '') return '';
    const address = `${String.fromCharCode(65 + column)}${row}`;
    return typeof value === 'number'
      ? `<c r="${address}" s="1"><v>${value}</v></c>`
      : `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;
  });
  return `<row r="${row}">${cells.join('')}</row>`;
}
