import {
  AlignmentType,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LineRuleType,
} from './word-library.js';

/** A face for Chinese; figures and Latin letters beside it are set in Times. */
function face(eastAsia: string) {
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia };
}

export const TITLE_FACE = face('方正小标宋简体');
export const HEAVY_FACE = face('黑体');
const SCRIPT_FACE = face('楷体_GB2312');
const BODY_FACE = face('仿宋_GB2312');
export const TABLE_FACE = face('宋体');

/** Faces of official documents with what stands in for them where they are not installed. */
export const STAND_INS: Readonly<Record<string, string>> = {
  方正小标宋简体: '宋体',
  仿宋_GB2312: '仿宋',
  楷体_GB2312: '楷体',
  黑体: 'SimHei',
  宋体: 'SimSun',
};

/** Half points: 初号 to 小五. */
export const SIZES = {
  cover: 72,
  second: 44,
  third: 32,
  fourth: 28,
  smallFourth: 24,
  fifth: 21,
  smallFifth: 18,
} as const;

/** 28 points, always: 22 lines fill a page. */
export const BODY_LINE = { line: 560, lineRule: LineRuleType.EXACT } as const;
/** Two characters of the size of the text: the first for programs that count in characters. */
const TWO_CHARACTERS = { firstLineChars: 200, firstLine: 640 } as const;

/** Ids of our styles, where they are not those that every Word file has. */
export const STYLE = {
  body: 'BodyText',
  plain: 'PlainText',
  note: 'TableNote',
  coverLine: 'CoverLine',
  contentsTitle: 'ContentsTitle',
  tableNumber: 'TableNumber',
  tableTitle: 'TableTitle',
  tableTitleListed: ['TableTitle2', 'TableTitle3'],
  tableFrame: 'TableFrame',
  table: 'TableText',
  chartTitle: 'ChartTitle',
  notice: 'Notice',
  noticeTitle: 'NoticeTitle',
} as const;

/** Names that the field of the contents looks for. */
export const LISTED_TITLES = ['表题 2', '表题 3'] as const;

const NO_INDENT = { firstLineChars: 0, firstLine: 0 } as const;
const centred = AlignmentType.CENTER;

function heading(
  level: number,
  font: ReturnType<typeof face>,
  more: { readonly bold?: boolean } = {},
) {
  return {
    run: { font, size: SIZES.third, bold: more.bold ?? false, color: '000000' },
    paragraph: {
      spacing: { ...BODY_LINE, before: 0, after: 0 },
      indent: TWO_CHARACTERS,
      keepNext: true,
      outlineLevel: level - 1,
    },
  };
}

function tableTitle(id: string, name: string, outlineLevel: number | null): IParagraphStyleOptions {
  return {
    id,
    name,
    basedOn: 'Normal',
    next: STYLE.tableFrame,
    run: { font: HEAVY_FACE, size: SIZES.third },
    paragraph: {
      alignment: centred,
      spacing: { line: 480, lineRule: LineRuleType.EXACT },
      keepNext: true,
      ...(outlineLevel === null ? {} : { outlineLevel }),
    },
  };
}

function small(id: string, name: string, more: IParagraphStyleOptions['paragraph'] = {}) {
  return {
    id,
    name,
    basedOn: 'Normal',
    run: { font: TABLE_FACE, size: SIZES.fifth },
    paragraph: { spacing: { line: 320, lineRule: LineRuleType.EXACT }, ...more },
  };
}

/** The entries of the contents; each level a character further in. */
function entry(level: number): IParagraphStyleOptions {
  return {
    id: `TOC${level}`,
    name: `toc ${level}`,
    basedOn: 'Normal',
    next: 'Normal',
    run: { font: level === 1 ? HEAVY_FACE : BODY_FACE, size: SIZES.fourth },
    paragraph: {
      alignment: AlignmentType.LEFT,
      spacing: { line: 480, lineRule: LineRuleType.EXACT },
      indent: { left: (level - 1) * 280 },
    },
  };
}

function plainStyles(): readonly IParagraphStyleOptions[] {
  const based = { basedOn: 'Normal' } as const;
  return [
    {
      ...based,
      id: STYLE.body,
      name: 'Body Text',
      paragraph: { alignment: AlignmentType.BOTH, spacing: BODY_LINE, indent: TWO_CHARACTERS },
    },
    { ...based, id: STYLE.plain, name: 'Plain Text', paragraph: { spacing: BODY_LINE } },
    {
      ...based,
      id: STYLE.coverLine,
      name: '封面文字',
      paragraph: { alignment: centred, spacing: BODY_LINE },
    },
    {
      ...based,
      id: STYLE.contentsTitle,
      name: '目录标题',
      run: { font: TITLE_FACE, size: SIZES.second },
      paragraph: { alignment: centred, spacing: { after: 240 }, keepNext: true },
    },
    {
      ...based,
      id: STYLE.chartTitle,
      name: '图题',
      run: { font: HEAVY_FACE, size: SIZES.fourth },
      paragraph: { alignment: centred, spacing: { before: 60, after: 240 } },
    },
    {
      ...based,
      id: STYLE.notice,
      name: '告示',
      run: { size: SIZES.fourth },
      paragraph: {
        spacing: { line: 440, lineRule: LineRuleType.EXACT },
        indent: { left: 120, right: 120 },
      },
    },
    {
      id: STYLE.noticeTitle,
      name: '告示标题',
      basedOn: STYLE.notice,
      next: STYLE.notice,
      run: { font: HEAVY_FACE },
      paragraph: { alignment: centred, keepNext: true },
    },
  ];
}

function tableStyles(): readonly IParagraphStyleOptions[] {
  return [
    small(STYLE.tableNumber, '表号', { alignment: AlignmentType.RIGHT, keepNext: true }),
    tableTitle(STYLE.tableTitle, '表题', null),
    ...LISTED_TITLES.map((name, at) => tableTitle(STYLE.tableTitleListed[at]!, name, at + 1)),
    small(STYLE.tableFrame, '表头说明', { keepNext: true }),
    small(STYLE.note, '表注', { alignment: AlignmentType.LEFT }),
    {
      id: STYLE.table,
      name: '表格文字',
      basedOn: 'Normal',
      run: { font: TABLE_FACE, size: SIZES.smallFifth },
      paragraph: {
        alignment: AlignmentType.LEFT,
        spacing: { line: 240, lineRule: LineRuleType.AUTO },
        indent: NO_INDENT,
      },
    },
  ];
}

/** The styles of a document of our own, in the manner of official documents. */
export function documentStyles(): IStylesOptions {
  return {
    default: {
      document: {
        run: {
          font: BODY_FACE,
          size: SIZES.third,
          language: { value: 'en-US', eastAsia: 'zh-CN' },
        },
      },
      title: {
        run: { font: TITLE_FACE, size: SIZES.cover, color: '000000' },
        paragraph: { alignment: centred, spacing: { line: 960, lineRule: LineRuleType.EXACT } },
      },
      heading1: {
        run: { font: TITLE_FACE, size: SIZES.second, bold: false, color: '000000' },
        paragraph: {
          alignment: centred,
          spacing: { line: 720, lineRule: LineRuleType.EXACT, after: 200 },
          keepNext: true,
          outlineLevel: 0,
        },
      },
      heading2: heading(2, HEAVY_FACE),
      heading3: heading(3, SCRIPT_FACE),
      heading4: heading(4, BODY_FACE, { bold: true }),
    },
    paragraphStyles: [...plainStyles(), ...tableStyles(), ...[1, 2, 3].map(entry)],
  };
}
