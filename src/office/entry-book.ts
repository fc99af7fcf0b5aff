import type { EntryCell, EntryFormula, EntrySheet, EntrySpot } from '../entry/model.js';
import { cellName, columnRanges } from './column-ranges.js';
import { columnName, FONT, PINNED, paper, rowHeight, TITLE } from './sheet-look.js';
import { type CellStyle, type WriteSheet, writeXlsx } from './workbook-library.js';

type Cells = NonNullable<WriteSheet['cells']>;
type Validations = NonNullable<WriteSheet['dataValidations']>;

/**
 * The entry workbook as a file: typed cells are open, everything else is protected without a
 * password; choices, hints and live formulas. The same sheets give the same bytes.
 */
export function entryBook(title: string, sheets: readonly EntrySheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(drawn),
    defaultFont: FONT,
    properties: { title, created: PINNED, modified: PINNED },
    activeSheet: 0,
  });
}

function drawn(sheet: EntrySheet): WriteSheet {
  const cells: Cells = new Map();
  const merges: NonNullable<WriteSheet['merges']> = [];
  const validations = new Map<string, { cell: EntryCell; spots: EntrySpot[] }>();
  sheet.rows.forEach((row, at) => {
    row.forEach((cell, column) => {
      if (cell === null) return;
      const { colspan = 1, rowspan = 1 } = cell;
      const style = styleOf(cell);
      for (let down = 0; down < rowspan; down += 1) {
        for (let right = 0; right < colspan; right += 1) {
          cells.set(`${at + down},${column + right}`, { value: null, style });
        }
      }
      if (colspan > 1 || rowspan > 1) {
        merges.push({
          ...{ startRow: at, startCol: column },
          ...{ endRow: at + rowspan - 1, endCol: column + colspan - 1 },
        });
      }
      cells.set(`${at},${column}`, contentOf(cell, style, sheet.name));
      if (cell.kind === 'typed') {
        const key = JSON.stringify([cell.format, cell.choices, cell.hint]);
        const group = validations.get(key) ?? { cell, spots: [] };
        group.spots.push({ sheet: sheet.name, row: at, column });
        validations.set(key, group);
      }
    });
  });
  const { name, widths, frozen, orientation, guarded, rows } = sheet;
  return {
    name,
    rows: rows.map((row, at) => row.map((_, column) => plainValue(cells, at, column))),
    cells,
    merges,
    columns: widths.map((width) => ({ width })),
    rowDefs: new Map(rows.map((row, at) => [at, { height: heightOf(row, widths) }])),
    freezePane: { rows: frozen[0], columns: frozen[1] },
    view: { showGridLines: false },
    dataValidations: [...validations.values()].flatMap(validationsOf),
    ...(guarded ? { protection: OPEN_TO_TYPING } : {}),
    ...paper(orientation, null),
  };
}

/** What is locked stays; widths and heights may change. */
const OPEN_TO_TYPING = { sheet: true, formatColumns: false, formatRows: false } as const;

function plainValue(cells: Cells, row: number, column: number): string | number | null {
  const value = cells.get(`${row},${column}`)?.value;
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

function contentOf(cell: EntryCell, style: CellStyle, sheet: string): Partial<CellContent> {
  const { text, formula } = cell;
  if (formula !== undefined) {
    const isText = TEXTS.has(formula.kind);
    const result = formula.kind === 'verdict' ? formula.good : isText ? text : 0;
    const value = { value: result, type: 'formula' as const, formulaResult: result };
    return { style, ...value, formula: formulaText(formula, sheet) };
  }
  if (text === '') return { value: null, style };
  const number = cell.format === 'number' ? Number(text) : Number.NaN;
  if (!Number.isNaN(number)) return { value: number, type: 'number', style };
  return { value: text, type: 'string', style };
}

type CellContent = NonNullable<ReturnType<Cells['get']>>;

function formulaText(formula: EntryFormula, sheet: string): string {
  const at = (spot: EntrySpot) => cellName(spot, sheet);
  switch (formula.kind) {
    case 'sum': {
      const sum = (spots: readonly EntrySpot[]) => `SUM(${columnRanges(spots, sheet).join(',')})`;
      const less = formula.less.length === 0 ? '' : `-${sum(formula.less)}`;
      const all = formula.add.length === 0 ? `0${less}` : `${sum(formula.add)}${less}`;
      return rounded(all, formula.decimals ?? null);
    }
    case 'code-sum': {
      const [codes, values] = [formula.codes, formula.values].map(([from, to]) => {
        return `${at(from)}:${at(to)}`;
      });
      const classes = `(LEN(${codes})=3)`;
      return `IF(SUMPRODUCT(--${classes})>0,SUMPRODUCT(${classes}*${values}),SUM(${values}))`;
    }
    case 'code-name': {
      const [from, to] = formula.codes;
      const list = `${absolute(from)}:${absolute(to).replace(/^.*!/, '')}`;
      return `IFERROR(VLOOKUP(TEXT(${at(formula.code)},"0"),${list},2,FALSE),"")`;
    }
    case 'text':
      return joinedText(formula, at(formula.of));
    case 'rate': {
      const [part, whole] = [at(formula.part), at(formula.whole)];
      return `IF(N(${whole})=0,"",ROUND(${part}/${whole}*100,2)&"%")`;
    }
    case 'rate-points':
      return pointsOfRate(formula, at);
    case 'grade':
      return gradeOf(formula, at);
    case 'over-cap':
      return overCap(formula, at);
    case 'difference':
      return `ROUND(${at(formula.left)}-${at(formula.right)},2)`;
    case 'verdict':
      return judged(`${at(formula.difference)}${TESTS[formula.relation]}`, formula);
  }
}

/** Formulas that show a text, or nothing before anything is typed. */
const TEXTS: ReadonlySet<EntryFormula['kind']> = new Set([
  ...(['text', 'code-name', 'rate', 'rate-points', 'grade'] as const),
]);

type At = (spot: EntrySpot) => string;

function rounded(value: string, decimals: number | null): string {
  return decimals === null ? value : `ROUND(${value},${decimals})`;
}

function pointsOfRate(
  { part, whole, weight, decimals }: Extract<EntryFormula, { readonly kind: 'rate-points' }>,
  at: At,
): string {
  const rate = rounded(`${at(part)}/${at(whole)}*100`, decimals[0]);
  const points = rounded(`MIN(100,MAX(0,${rate}))*${at(weight)}/100`, decimals[1]);
  return `IF(N(${at(whole)})=0,"",${points})`;
}

function gradeOf(
  { of, grades }: Extract<EntryFormula, { readonly kind: 'grade' }>,
  at: At,
): string {
  const total = at(of);
  const first = grades.reduceRight(
    (rest, [grade, from]) => `IF(${total}>=${from},"${grade}",${rest})`,
    '""',
  );
  return `IF(N(${total})=0,"",${first})`;
}

function overCap(
  { add, part, whole, caps }: Extract<EntryFormula, { readonly kind: 'over-cap' }>,
  at: At,
): string {
  const rate = `IF(N(${at(whole)})=0,0,ROUND(${at(part)}/${at(whole)}*100,2))`;
  const none = '1000';
  const cap = caps.reduceRight(
    (rest, [below, most]) => `IF(${rate}<${below},${most},${rest})`,
    none,
  );
  return `MAX(0,SUM(${add.map(at).join(',')})-${cap})`;
}

function judged(
  test: string,
  { good, bad }: { readonly good: string; readonly bad: string },
): string {
  return `IF(${test},"${good}","${bad}")`;
}

/** Nothing stands behind a cell that is still blank. */
function joinedText({ before, after }: EntryFormula & { kind: 'text' }, of: string): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const shown = after === undefined ? of : `IF(${of}="","",${of}&${quoted(after)})`;
  return `${quoted(before)}&${shown}`;
}

const TESTS = { '=': '=0', '<=': '<=0', '>=': '>=0' } as const;

function absolute({ sheet, row, column }: EntrySpot): string {
  return `'${sheet.replaceAll("'", "''")}'!$${columnName(column)}$${row + 1}`;
}

const FORMATS = {
  ...{ amount: '#,##0.00', count: '0', number: 'General', text: '@', code: '@' },
} as const;
const LINE = { style: 'thin', color: { rgb: '808080' } } as const;
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE } as const;
const COMPUTED = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EDEDED' } } as const;
const HEAD = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DCE6F1' } } as const;
const SIDES = { start: 'left', center: 'center', end: 'right' } as const;

function styleOf({ kind, align, indent, format, colspan = 1 }: EntryCell): CellStyle {
  if (kind === 'title') return TITLE;
  const framed = kind !== 'remark';
  // What is told over several columns is long.
  const wrapText = format === undefined || (kind === 'typed' && colspan > 3);
  const fill = kind === 'computed' ? COMPUTED : kind === 'heading' ? HEAD : null;
  return {
    font: kind === 'heading' ? { ...FONT, bold: true } : FONT,
    alignment: {
      ...{ horizontal: SIDES[align], vertical: 'center', wrapText },
      ...(indent === undefined ? {} : { indent }),
    },
    ...(framed ? { border: BORDER } : {}),
    ...(fill === null ? {} : { fill }),
    ...(format === undefined ? {} : { numFmt: FORMATS[format] }),
    protection: { locked: kind !== 'typed' },
  };
}

function heightOf(row: readonly (EntryCell | null)[], widths: readonly number[]): number {
  const texts = row.map((cell, column): [string, number] => {
    const across = widths.slice(column, column + (cell?.colspan ?? 1));
    return [(cell?.rowspan ?? 1) > 1 ? '' : (cell?.text ?? ''), across.reduce((a, b) => a + b, 0)];
  });
  return rowHeight(texts);
}

/** Excel shows at most 255 characters of a hint. */
const MOST_HINT = 255;

function validationsOf({
  cell,
  spots,
}: {
  cell: EntryCell;
  spots: readonly EntrySpot[];
}): Validations {
  const { format, choices, hint } = cell;
  const message =
    hint === undefined ? {} : { showInputMessage: true, inputMessage: hint.slice(0, MOST_HINT) };
  const rule = ruleOf(format, choices);
  if (rule === null && hint === undefined) return [];
  return columnRanges(spots, spots[0]!.sheet).map((range) => ({
    ...(rule ?? {
      type: 'textLength' as const,
      operator: 'lessThanOrEqual' as const,
      formula1: '32767',
    }),
    ...{ range, allowBlank: true, showErrorMessage: true, ...message },
  }));
}

function ruleOf(format: EntryCell['format'], choices: EntryCell['choices']) {
  if (choices !== undefined) return { type: 'list' as const, values: [...choices] };
  const most = '9999999999999';
  if (format === 'amount') {
    return {
      ...{ type: 'decimal' as const, operator: 'between' as const },
      ...{
        formula1: `-${most}`,
        formula2: most,
        errorTitle: '金额',
        errorMessage: '请填写数字，单位为元',
      },
    };
  }
  if (format === 'number') {
    return {
      ...{ type: 'decimal' as const, operator: 'between' as const },
      ...{ formula1: `-${most}`, formula2: most },
      ...{ errorTitle: '数', errorMessage: '请填写数字，不带单位' },
    };
  }
  if (format === 'count') {
    return {
      ...{
        type: 'whole' as const,
        operator: 'between' as const,
        formula1: '0',
        formula2: '99999999',
      },
      ...{ errorTitle: '数量', errorMessage: '请填写不小于0的整数' },
    };
  }
  if (format === 'code') {
    return {
      ...{
        type: 'textLength' as const,
        operator: 'between' as const,
        formula1: '3',
        formula2: '7',
      },
      ...{ errorTitle: '编码', errorMessage: '功能分类科目编码是3、5或7位数字' },
    };
  }
  return null;
}
