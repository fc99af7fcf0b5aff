import { describe, expect, test } from 'vitest';
import type { CellsDocument } from '../../src/cells/model.js';
import { Rendition } from '../../src/cells/rendition.js';
import { filingFromCells } from '../../src/facts/from-cells.js';
import { checkFiling } from '../../src/pipeline.js';
import { composeText } from '../kit/document.js';

const { text, truth } = composeText({ seed: 4, edition: 'shanxi', dialect: 'tab' });
const LINES = text.split('\n');

/** The document as recognition gives it, or as a file of text would. */
function documentOf(
  lines: readonly string[],
  origin: 'recognised' | 'printed',
  doubted: string | null = null,
): CellsDocument {
  const rendition = new Rendition();
  let rows: { text: string; address: { page: number } }[][] = [];
  const flush = (): void => {
    if (rows.length > 0) rendition.table(rows);
    rows = [];
  };
  for (const line of lines) {
    const pieces = line.split('\t').map((piece) => ({
      text: piece,
      address: { page: 1 },
      origin,
      ...(origin === 'recognised' ? { confidence: piece === doubted ? 0.6 : 0.99 } : {}),
    }));
    if (pieces.length > 1) rows.push(pieces);
    else {
      flush();
      rendition.paragraph(pieces);
    }
  }
  flush();
  return rendition.finish('scan.pdf', 'pdf');
}

/** A total of a form that other cells and the text repeat. */
const TOTAL = truth.cells.find(
  ({ form, columnId, lineId }) =>
    form === 'expenditure' && lineId === 'total' && columnId === 'current-year',
)!;
const AT = LINES.findIndex(
  (line) => line.startsWith('合计') && line.includes(TOTAL.value!) && line.includes('\t'),
);

/** The digits before the point change places. */
function slipped(): readonly string[] {
  const swapped = TOTAL.value!.replace(/(\d)(\d)\./, '$2$1.');
  expect(swapped).not.toBe(TOTAL.value);
  return LINES.map((line, index) => (index === AT ? line.replace(TOTAL.value!, swapped) : line));
}

describe('a digit that recognition may have got wrong', () => {
  test('is an error of a printed document', () => {
    const { findings } = checkFiling(filingFromCells(documentOf(slipped(), 'printed')));
    expect(findings.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(0);
  });

  test('is never an error of a scanned one: it is undecided and says where to look', () => {
    const filing = filingFromCells(documentOf(slipped(), 'recognised'));
    const { findings, undecided } = checkFiling(filing);
    expect(findings).toEqual([]);
    const doubts = undecided.filter(({ why }) => why.zh.includes('图像识别'));
    expect(doubts.length).toBeGreaterThan(0);
    expect(doubts.every(({ why, places }) => why.en !== '' && places.length > 0)).toBe(true);
  });

  test('leaves what was recognised right as good as printed', () => {
    const printed = checkFiling(filingFromCells(documentOf(LINES, 'printed')));
    const scanned = checkFiling(filingFromCells(documentOf(LINES, 'recognised')));
    expect(scanned.rules.holds).toBe(printed.rules.holds);
    expect(scanned.rules.undecided).toBe(printed.rules.undecided);
  });
});

test('a figure below the least confidence is unknown, and keeps its digits', () => {
  const filing = filingFromCells(documentOf(LINES, 'recognised', TOTAL.value));
  const cells = filing.forms.flatMap((form) => form.cells);
  const doubted = cells.filter(({ value }) => value === TOTAL.value);
  expect(doubted.length).toBeGreaterThan(0);
  for (const { amount, origin, confidence } of doubted) {
    expect([amount, origin, confidence]).toEqual([null, 'recognised', 0.6]);
  }
  const { findings, undecided } = checkFiling(filing);
  expect(findings).toEqual([]);
  expect(undecided.length).toBeGreaterThan(0);
});
