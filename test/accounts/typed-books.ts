import { renderRows } from '../../src/cells/from-sheets.js';
import { locator } from '../../src/cells/locate.js';
import { Rendition } from '../../src/cells/rendition.js';
import type { MergedRange } from '../../src/cells/sheet.js';
import { filingFromCells } from '../../src/facts/from-cells.js';
import type { Filing } from '../../src/facts/model.js';

/** Books as a test reads them: what was read, what not and where. */
export interface TypedBooks {
  readonly filing: Filing;
  /** Kind, fund, function, economic code, nature or kind of income, amount. */
  readonly lines: readonly string[];
  /** What could not be used, with the cell. */
  readonly unread: readonly string[];
  readonly notices: readonly string[];
}

/**
 * Reads books typed as text: cells apart by bars, `#` begins a sheet, `^` is a cell that the
 * merged one above covers, `<` one that the merged one before it covers.
 */
export function typedBooks(text: string): TypedBooks {
  const rendition = new Rendition();
  for (const sheet of text.trim().split(/^#\s*/m)) {
    const [name = '', ...lines] = sheet.split('\n');
    const typed = lines.map((line) => line.split('|').map((raw) => raw.trim()));
    const rows = typed
      .map((cells, row) => ({
        row,
        hidden: false,
        cells: cells.flatMap((value, column) =>
          ['', '^', '<'].includes(value)
            ? []
            : [{ column, text: value, origin: 'printed' as const, isNumber: false }],
        ),
      }))
      .filter(({ cells }) => cells.length > 0);
    renderRows(rendition, rows, mergesIn(typed), (row, column) => ({
      sheet: name.trim(),
      cell: `${String.fromCharCode(65 + column)}${row + 1}`,
    }));
  }
  const document = rendition.finish('账.xlsx', 'xlsx');
  const filing = filingFromCells(document);
  const locate = locator(document);
  const said = (list: Filing['unread']) =>
    list.map(({ what, place }) => `${locate(place)?.cell ?? '?'} ${what}`);
  return {
    filing,
    lines: (filing.ledger?.lines ?? []).map(
      ({ kind, fund, function: code, economic, nature, income, value }) =>
        [kind, fund, code, economic, nature ?? income, value].join(' '),
    ),
    unread: said(filing.unread),
    notices: said(filing.notices ?? []),
  };
}

function mergesIn(rows: readonly (readonly string[])[]): readonly MergedRange[] {
  return rows.flatMap((cells, top) =>
    cells.flatMap((value, left): MergedRange[] => {
      if (value === '^' || value === '<') return [];
      let bottom = top;
      while (rows[bottom + 1]?.[left] === '^') bottom += 1;
      let right = left;
      while (cells[right + 1] === '<') right += 1;
      return bottom > top || right > left ? [{ top, left, bottom, right }] : [];
    }),
  );
}
