import type { PublishedCell, PublishedTable } from '../publications/model.js';
import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  HeightRule,
  HighlightColor,
  ImportedXmlComponent,
  type ITableOptions,
  LineRuleType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from './word-library.js';
import { marked, remarkRuns, styled, type WordLook } from './word-look.js';
import type { Marks } from './word-marks.js';
import type { roomOf } from './word-paper.js';
import { SIZES, STYLE } from './word-styles.js';
import { CELL_MARGIN, indentOf, measuresOf, type TableMeasures, textWidth } from './word-widths.js';

type Room = ReturnType<typeof roomOf>;

/** What surrounds a table on the page it begins on. */
export interface TableSetting {
  readonly look: WordLook;
  readonly marks: Marks;
  readonly room: Room;
  /** Begins a page by itself; a section or a heading may have begun one already. */
  readonly breaksPage: boolean;
  /** How many headings stand above it on its page. */
  readonly headings: number;
}

const HAIR = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const BORDERS = { top: HAIR, bottom: HAIR, left: HAIR, right: HAIR };
/** Twips of the lines around a table, and what is left over for programs that count otherwise. */
const HEIGHTS = { heading: 920, title: 480, small: 320, spare: 320 } as const;
const ALIGNED = {
  start: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  end: AlignmentType.RIGHT,
} as const;

/** A table with its number, title and frame above it and its notes below. */
export function tableBlocks(table: PublishedTable, setting: TableSetting): readonly FileChild[] {
  const measures = measuresAround(table, setting.room, setting.headings);
  const rows = [
    ...table.head.map((row) => rowOf(row, measures, setting, true)),
    ...table.body.map((row) => rowOf(row, measures, setting, false)),
  ];
  return [
    ...captionOf(table, setting),
    new DescribedTable(table, {
      layout: TableLayoutType.FIXED,
      alignment: AlignmentType.CENTER,
      width: { size: total(measures.widths), type: WidthType.DXA },
      columnWidths: [...measures.widths],
      margins: { left: CELL_MARGIN, right: CELL_MARGIN, top: 0, bottom: 0 },
      rows,
    }),
    ...notesOf(table, setting),
  ];
}

/** A table that says to those who do not see it what it shows. */
class DescribedTable extends Table {
  constructor({ title, description }: PublishedTable, options: ITableOptions) {
    super(options);
    const [properties] = this.root;
    for (const [name, text] of Object.entries({ tblCaption: title, tblDescription: description })) {
      properties.addChildElement(new ImportedXmlComponent(`w:${name}`, { 'w:val': text }));
    }
  }
}

/** How the table is set below so many headings. */
export function measuresAround(table: PublishedTable, room: Room, headings: number): TableMeasures {
  const { above, below } = heightsAround(table, room.width);
  return measuresOf(table, room, headings * HEIGHTS.heading + above + below + HEIGHTS.spare);
}

/** Twips of what stands above and below a table. */
export function heightsAround(table: PublishedTable, width: number) {
  const lines = (text: string, size: number) => Math.ceil(textWidth(text, size) / width);
  return {
    above:
      (table.number === null ? 0 : HEIGHTS.small) +
      HEIGHTS.title * lines(table.title, SIZES.third) +
      HEIGHTS.small * frameLines(table, width),
    below: HEIGHTS.small * total(table.notes.map((note) => lines(note, SIZES.fifth))),
  };
}

function total(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + length, 0);
}

/** Title, number to the right, and the line of entity, year and unit, as editions print them. */
function captionOf(table: PublishedTable, setting: TableSetting): readonly FileChild[] {
  const { look, marks, breaksPage } = setting;
  const style = table.level === null ? STYLE.tableTitle : STYLE.tableTitleListed[table.level - 2]!;
  const { run } = look(style);
  const title = marked(marks.ofBlock(table), [new TextRun({ ...run, text: table.title })]);
  const number = table.number === null ? [] : [styled(look, STYLE.tableNumber, table.number)];
  const breaks = breaksPage ? { pageBreakBefore: true } : {};
  return [styled(look, style, title, breaks), ...number, ...frameOf(table, setting)];
}

/** Whether entity, year and unit stand on one line. */
function frameLines({ entityLine, yearLine, unitLine }: PublishedTable, width: number): 0 | 1 | 2 {
  if (entityLine === null && yearLine === null && unitLine === null) return 0;
  const needed = (line: string | null) => (line === null ? 0 : textWidth(line, SIZES.fifth) + 200);
  const left = needed(entityLine);
  const right = needed(unitLine);
  const fits =
    yearLine === null
      ? left + right <= width
      : Math.max(left, right) + needed(yearLine) / 2 <= width / 2;
  return fits ? 1 : 2;
}

/** The entity to the left, the year in the middle and the unit to the right. */
function frameOf(table: PublishedTable, { look, room }: TableSetting): readonly FileChild[] {
  const { entityLine, yearLine, unitLine } = table;
  const lines = frameLines(table, room.width);
  if (lines === 0) return [];
  const right = { type: TabStopType.RIGHT, position: room.width };
  const middle = { type: TabStopType.CENTER, position: Math.floor(room.width / 2) };
  const after = [yearLine, unitLine].filter((line) => line !== null);
  if (lines === 1) {
    const text = [entityLine ?? '', ...after].join('\t');
    const tabStops = [yearLine === null ? null : middle, unitLine === null ? null : right];
    return [
      styled(look, STYLE.tableFrame, text, { tabStops: tabStops.filter((stop) => stop !== null) }),
    ];
  }
  return [
    styled(look, STYLE.tableFrame, entityLine ?? ''),
    styled(look, STYLE.tableFrame, after.join('\t'), {
      ...(after.length > 1 ? { tabStops: [right] } : { alignment: AlignmentType.RIGHT }),
    }),
  ];
}

/** Notes; without any, a low line that keeps two tables apart. */
function notesOf(table: PublishedTable, { look }: TableSetting): readonly FileChild[] {
  if (table.notes.length > 0) return table.notes.map((note) => styled(look, STYLE.note, note));
  return [styled(look, STYLE.note, [], { spacing: { line: 20, lineRule: LineRuleType.EXACT } })];
}

function rowOf(
  cells: readonly PublishedCell[],
  measures: TableMeasures,
  setting: TableSetting,
  heads: boolean,
): TableRow {
  return new TableRow({
    ...(heads ? { tableHeader: true } : {}),
    cantSplit: true,
    height: { value: measures.row, rule: HeightRule.ATLEAST },
    children: cells.map((cell) => cellOf(cell, measures, setting, heads)),
  });
}

function cellOf(
  cell: PublishedCell,
  measures: TableMeasures,
  { look, marks }: TableSetting,
  heads: boolean,
): TableCell {
  const { run } = look(STYLE.table);
  const strong = cell.strong === true || heads;
  const own = { ...run, size: measures.size, ...(strong ? { bold: true } : {}) };
  const more = {
    alignment: ALIGNED[cell.align],
    spacing: { line: measures.line, lineRule: LineRuleType.EXACT },
    ...(cell.indent === undefined ? {} : { indent: { left: indentOf(cell, measures.size) } }),
  };
  const mark = marks.ofCell(cell);
  const lit = cell.mark === undefined ? {} : { highlight: HighlightColor.YELLOW };
  return new TableCell({
    borders: BORDERS,
    verticalAlign: VerticalAlignTable.CENTER,
    ...(cell.colspan === undefined ? {} : { columnSpan: cell.colspan }),
    ...(cell.rowspan === undefined ? {} : { rowSpan: cell.rowspan }),
    children: cell.text.split('\n').map((text, at, { length }) => {
      const remark = at === length - 1 ? remarkRuns(cell.mark, own) : [];
      const children = [new TextRun({ ...own, ...lit, text }), ...remark];
      return styled(look, STYLE.table, at === 0 ? marked(mark, children) : children, more);
    }),
  });
}
