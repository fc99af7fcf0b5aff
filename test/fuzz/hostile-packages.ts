import { strToU8, unzipSync } from 'fflate';
import { writeXlsx } from 'hucre';
import { docxOf, wordText, xlsxOf } from './crafted-office.js';
import { type CraftedMember, craftedZip } from './crafted-zip.js';

/** A hostile file and the ways its reading may end: read, or refused with one of these codes. */
export interface HostileFile {
  readonly name: string;
  readonly make: () => Uint8Array | Promise<Uint8Array>;
  readonly ends: readonly string[];
  /** What must not be in what was read. */
  readonly without?: string;
  /** What must be in it. */
  readonly with?: string;
}

const MEBI = 1024 * 1024;
const REFUSED = ['damaged', 'too-large'];

function members(bytes: Uint8Array): CraftedMember[] {
  return Object.entries(unzipSync(bytes)).map(([name, content]) => ({ name, content }));
}

function spoilt(change: (member: CraftedMember) => CraftedMember): Uint8Array {
  return craftedZip(members(docxOf(wordText('收入决算表'))).map(change));
}

const TYPES = '[Content_Types].xml';

function isDocument({ name }: CraftedMember): boolean {
  return name === 'word/document.xml';
}

const LAUGHS = Array.from(
  { length: 9 },
  (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`,
).join('');

const INNER = '<w:tbl><w:tr><w:tc>';
const OUTER = '</w:tc></w:tr></w:tbl>';

/** Archives and Word files. */
const PACKAGES: readonly HostileFile[] = [
  {
    name: 'a member of 300 MB of nothing',
    make: () => spoilt((m) => (isDocument(m) ? { ...m, content: new Uint8Array(300 * MEBI) } : m)),
    ends: REFUSED,
  },
  {
    name: 'a member that unpacks to more than it declares',
    make: () =>
      spoilt((m) =>
        isDocument(m) ? { ...m, content: new Uint8Array(300 * MEBI), declared: 1000 } : m,
      ),
    ends: ['damaged'],
  },
  {
    name: 'a thousand members that are one',
    make: () => {
      const content = new Uint8Array(MEBI);
      const names = Array.from({ length: 1000 }, (_, i) => `word/${i}.xml`);
      names[1] = TYPES;
      return craftedZip(names.map((name, i) => ({ name, content, sameAsFirst: i > 0 })));
    },
    ends: REFUSED,
  },
  {
    name: 'more members than any document has',
    make: () => {
      const content = strToU8('<a/>');
      const names = Array.from({ length: 20_000 }, (_, i) => `word/${i}`);
      return craftedZip([TYPES, ...names].map((name) => ({ name, content })));
    },
    ends: REFUSED,
  },
  {
    name: 'an encrypted member',
    make: () => spoilt((m) => ({ ...m, encrypted: isDocument(m) })),
    ends: ['encrypted'],
  },
  {
    name: 'names that climb out of the archive',
    make: () => {
      const hostile = ['../../../../tmp/mingzhang-hostile.xml', '/etc/passwd', 'C:\\x.xml', 'a\0b'];
      const content = strToU8('<a/>');
      const own = members(docxOf(wordText('收入决算表')));
      return craftedZip([...own, ...hostile.map((name) => ({ name, content }))]);
    },
    ends: ['read', ...REFUSED],
  },
  {
    name: '100,000 elements inside each other',
    make: () => docxOf(`${'<w:p>'.repeat(100_000)}${'</w:p>'.repeat(100_000)}`),
    ends: ['too-large'],
  },
  {
    name: '3,000 tables inside each other',
    make: () => docxOf(`${INNER.repeat(3000)}${wordText('1')}${OUTER.repeat(3000)}`),
    ends: ['too-large'],
  },
  {
    name: 'entities of entities',
    make: () => docxOf(wordText('&l9;'), {}, `<!DOCTYPE d [<!ENTITY l0 "收入决算表">${LAUGHS}]>`),
    ends: ['damaged'],
  },
  {
    name: 'an entity of another file',
    make: () =>
      docxOf(wordText('&x;'), {}, '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    ends: ['read', 'damaged'],
    without: 'root:',
  },
  {
    name: 'a cell over 99,999,999 columns',
    make: () => {
      const wide = `<w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr>${wordText('合计')}`;
      return docxOf(
        `<w:tbl><w:tr><w:tc>${wide}</w:tc><w:tc>${wordText('1.00')}</w:tc></w:tr></w:tbl>`,
      );
    },
    ends: ['read', ...REFUSED],
  },
  {
    name: 'a Word file with macros',
    make: () => docxOf(wordText('收入决算表'), { 'word/vbaProject.bin': 'Attribute VB_Name' }),
    ends: ['read'],
    with: '收入决算表',
  },
];

const ONE = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';

/** Workbooks. */
const WORKBOOKS: readonly HostileFile[] = [
  {
    name: 'a sheet that says it reaches from A1 to XFD1048576',
    make: () =>
      xlsxOf(
        '<dimension ref="A1:XFD1048576"/><sheetData>',
        '<row r="1"><c r="A1" t="inlineStr"><is><t>收入决算表</t></is></c></row>',
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
      ),
    ends: ['read', ...REFUSED],
  },
  {
    name: 'a merge over the whole sheet',
    make: () => xlsxOf(ONE, '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    ends: ['read', ...REFUSED],
  },
  {
    name: '300,000 merges',
    make: () => {
      const merges = Array.from({ length: 300_000 }, (_, i) => `<mergeCell ref="A${i}:B${i}"/>`);
      return xlsxOf(ONE, `<mergeCells>${merges.join('')}</mergeCells>`);
    },
    ends: ['read', ...REFUSED],
  },
  {
    name: 'formulas that call out, with the values they had',
    make: () =>
      xlsxOf(
        '<sheetData><row r="1">',
        '<c r="A1"><f>WEBSERVICE("http://127.0.0.1:9/")</f><v>12.50</v></c>',
        `<c r="B1" t="str"><f>cmd|'/c calc'!A1</f><v>收入决算表</v></c>`,
        '</row></sheetData>',
      ),
    ends: ['read'],
    with: '12.5',
  },
  {
    name: 'a workbook with macros',
    make: () =>
      writeXlsx({
        sheets: [{ name: '表', rows: [['收入决算表']] }],
        vbaProject: strToU8('Attribute VB_Name = "Auto_Open"'),
      }),
    ends: ['read'],
    with: '收入决算表',
  },
  {
    name: 'a workbook under a password',
    make: () =>
      writeXlsx({
        sheets: [{ name: '表', rows: [['收入决算表', 1]] }],
        encryption: { password: '1', spinCount: 10 },
      }),
    ends: ['encrypted'],
  },
];

export const HOSTILE_PACKAGES: readonly HostileFile[] = [...PACKAGES, ...WORKBOOKS];
