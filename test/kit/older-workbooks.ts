import { strToU8, zipSync } from 'fflate';
import { type Binary, compound, double, record } from './binary-workbook.js';

/** Rows of a sheet: numbers as doubles, texts as they are. */
export type PlainRows = readonly (readonly (string | number)[])[];

const short = (value: number): Binary => [value & 255, (value >> 8) & 255];
const long = (value: number): Binary => [...short(value & 0xffff), ...short(value >>> 16)];

/** A workbook as Excel 95 wrote it: texts as bytes of a code page, here ASCII. */
export function olderExcel(name: string, rows: PlainRows): Uint8Array {
  const begin = (kind: number): Binary => record(0x809, short(0x500), short(kind), [0, 0, 0, 0]);
  const end = record(0x0a);
  const cells = rows.flatMap((row, at) =>
    row.map((value, column): Binary => {
      const place = [...short(at), ...short(column), ...short(0)];
      return typeof value === 'number'
        ? record(0x203, place, double(value))
        : record(0x204, place, short(value.length), [...strToU8(value)]);
    }),
  );
  const head = [...begin(5), ...record(0x42, short(1252))];
  const listed = (offset: number): Binary =>
    record(0x85, long(offset), [0, 0, name.length], [...strToU8(name)]);
  const offset = head.length + listed(0).length + end.length;
  return compound(
    [...head, ...listed(offset), ...end, ...begin(16), ...cells.flat(), ...end],
    'Book',
  );
}

/** A record of [MS-XLSB]: its type and length in groups of seven bits. */
function part(type: number, ...data: readonly Binary[]): Binary {
  const body = data.flat();
  const id = type < 128 ? [type] : [(type & 127) | 128, type >> 7];
  const length: number[] = [];
  for (let left = body.length; ; left >>= 7) {
    length.push(left > 127 ? (left & 127) | 128 : left);
    if (left <= 127) break;
  }
  return [...id, ...length, ...body];
}

const wide = (text: string): Binary => [
  ...long(text.length),
  ...[...text].flatMap((letter) => short(letter.charCodeAt(0))),
];

/** A binary workbook of Excel 2007 with one sheet. */
export function binaryPackage(name: string, rows: PlainRows): Uint8Array {
  const cells = rows.flatMap((row, at) => [
    ...part(0, long(at), long(0), short(300), [0, 0, 0], long(1), long(0), long(row.length - 1)),
    ...row.flatMap((value, column) => {
      const place = [...long(column), 0, 0, 0, 0];
      return typeof value === 'number'
        ? part(5, place, double(value))
        : part(6, place, wide(value));
    }),
  ]);
  const sheet = [...part(129), ...part(145), ...cells, ...part(146), ...part(130)];
  const list = part(156, long(0), long(1), wide('rId1'), wide(name));
  const book = [...part(131), ...part(143), ...list, ...part(144), ...part(132)];
  const types = 'application/vnd.ms-excel';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = (type: string, target: string): string =>
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
    `<Relationship Id="rId1" Type="${relation}/${type}" Target="${target}"/></Relationships>`;
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
        '<Default Extension="rels" ' +
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `<Default Extension="bin" ContentType="${types}.sheet.binary.macroEnabled.main"/>` +
        `<Override PartName="/xl/worksheets/sheet1.bin" ContentType="${types}.worksheet"/></Types>`,
    ),
    '_rels/.rels': strToU8(relations('officeDocument', 'xl/workbook.bin')),
    'xl/workbook.bin': new Uint8Array(book),
    'xl/_rels/workbook.bin.rels': strToU8(relations('worksheet', 'worksheets/sheet1.bin')),
    'xl/worksheets/sheet1.bin': new Uint8Array(sheet),
  });
}

/** A workbook as Excel 2003 saved it as XML; a number may have a format. */
export function excelXml(name: string, rows: PlainRows): Uint8Array {
  const body = rows.map((row) => {
    const cells = row.map((value) =>
      typeof value === 'number'
        ? `<Cell ss:StyleID="n"><Data ss:Type="Number">${value}</Data></Cell>`
        : `<Cell><Data ss:Type="String">${value}</Data></Cell>`,
    );
    return `<Row>${cells.join('')}</Row>`;
  });
  return strToU8(
    '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n' +
      '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" ' +
      'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="n">' +
      '<NumberFormat ss:Format="#,##0.00"/></Style></Styles>' +
      `<Worksheet ss:Name="${name}"><Table>${body.join('')}</Table></Worksheet></Workbook>`,
  );
}
