import { describe, expect, test } from 'vitest';
import { cellsFromText } from '../src/cells/from-text.js';
import type { CellFact } from '../src/facts/model.js';
import { finishTable, unreadCells } from '../src/facts/tables/draft.js';
import { findTables } from '../src/facts/tables/find-tables.js';
import type { FormId } from '../src/forms/model.js';
import { sampleText } from './samples/read-sample.js';

function read(sample: string) {
  const found = findTables(cellsFromText(sample, sampleText(sample)).blocks);
  return { ...found, forms: found.drafts.map((draft) => finishTable(draft, '万元')) };
}

/** Printed values of each table, counted in the text. */
const COUNTS: Readonly<Record<string, readonly (readonly [FormId, values: number])[]>> = {
  '000': [
    ['income-expenditure-summary', 9],
    ['income', 32],
    ['expenditure', 35],
    ['appropriation-summary', 15],
    ['general-public-budget-expenditure', 35],
    ['basic-expenditure', 70],
    ['three-public-expenses', 0],
    ['government-managed-funds', 0],
    ['state-capital-operations', 0],
    ['related-information', 4],
  ],
  '002': [
    ['income-expenditure-summary', 8],
    ['income', 40],
    ['expenditure', 44],
    ['appropriation-summary', 13],
    ['general-public-budget-expenditure', 44],
    ['basic-expenditure', 19],
    ['government-managed-funds', 0],
    ['state-capital-operations', 0],
    ['three-public-expenses', 8],
  ],
  '003': [
    ['income-expenditure-summary', 11],
    ['income', 40],
    ['expenditure', 45],
    ['appropriation-summary', 16],
    ['general-public-budget-expenditure', 31],
    ['basic-expenditure', 76],
    ['three-public-expenses', 6],
    ['government-managed-funds', 15],
    ['state-capital-operations', 0],
    ['related-information', 6],
  ],
  '004': [
    ['income-expenditure-summary', 8],
    ['income', 50],
    ['expenditure', 54],
    ['appropriation-summary', 13],
    ['general-public-budget-expenditure', 75],
    ['basic-expenditure', 28],
    ['three-public-expenses', 6],
    ['government-managed-funds', 0],
    ['state-capital-operations', 0],
  ],
  r06: [
    ['income-expenditure-summary', 40],
    ['income', 224],
    ['expenditure', 192],
    ['appropriation-summary', 117],
    ['general-public-budget-expenditure', 96],
    ['basic-expenditure', 66],
    ['three-public-expenses', 12],
    ['government-managed-funds', 0],
    ['state-capital-operations', 0],
  ],
};

describe('statutory tables of the real samples', () => {
  test.each(Object.entries(COUNTS))('%s: every table, row and value', (sample, forms) => {
    const filing = read(sample);
    expect(filing.unread).toEqual([]);
    expect(filing.forms.flatMap(unreadCells)).toEqual([]);
    expect(
      filing.forms.map(({ form, cells }) => [
        form,
        cells.filter(({ value }) => value !== null).length,
      ]),
    ).toEqual(forms);
    expect(
      filing.forms.every(({ cells }) => cells.every(({ origin }) => origin === 'printed')),
    ).toBe(true);
  });

  test.each([
    ['000', 6],
    ['002', 4],
    ['003', 10],
    ['004', 20],
    ['r06', 0],
  ])('%s: %i performance forms and reports are cut out', (sample, count) => {
    expect(read(sample).evaluations).toHaveLength(count);
  });
});

interface Spot {
  readonly form: FormId;
  readonly key: string;
  readonly columnId: string;
  readonly value: string;
  readonly line: number;
  readonly side?: '收入' | '支出';
}

const SPOTS: readonly (readonly [sample: string, spots: readonly Spot[]])[] = [
  [
    '000',
    [
      { form: 'income', key: '2101501', columnId: 'current-year', value: '3238410.54', line: 133 },
      { form: 'expenditure', key: '2080505', columnId: 'basic', value: '292767.52', line: 160 },
      { form: 'basic-expenditure', key: '31022', columnId: 'amount', value: '2220.00', line: 274 },
      {
        form: 'basic-expenditure',
        key: 'public-total',
        columnId: 'basic',
        value: '446653.95',
        line: 298,
      },
      {
        form: 'related-information',
        key: 'operating-civil-service-managed',
        columnId: 'value',
        value: '446653.95',
        line: 376,
      },
    ],
  ],
  [
    '003',
    [
      {
        form: 'income-expenditure-summary',
        side: '收入',
        key: 'opening-balance',
        columnId: 'amount',
        value: '266.15',
        line: 421,
      },
      { form: 'income', key: '2101202', columnId: 'other', value: '266.15', line: 487 },
      {
        form: 'appropriation-summary',
        side: '支出',
        key: 'function-229',
        columnId: 'government-managed-funds',
        value: '570000.00',
        line: 868,
      },
      { form: 'basic-expenditure', key: '302', columnId: 'basic', value: '243211.16', line: 1026 },
      {
        form: 'basic-expenditure',
        key: '31006',
        columnId: 'amount',
        value: '165702.45',
        line: 1249,
      },
      {
        form: 'three-public-expenses',
        key: 'final',
        columnId: 'vehicle-operation',
        value: '20314.66',
        line: 1346,
      },
      {
        form: 'government-managed-funds',
        key: 'total',
        columnId: 'project',
        value: '570000.00',
        line: 1380,
      },
    ],
  ],
  [
    '004',
    [
      {
        form: 'three-public-expenses',
        key: 'budget',
        columnId: 'vehicle-operation',
        value: '4.50',
        line: 578,
      },
      {
        form: 'income-expenditure-summary',
        side: '支出',
        key: 'function-208',
        columnId: 'amount',
        value: '148.02',
        line: 294,
      },
    ],
  ],
  [
    'r06',
    [
      { form: 'basic-expenditure', key: '30213', columnId: 'basic', value: '25.22', line: 269 },
      {
        form: 'general-public-budget-expenditure',
        key: 'total',
        columnId: 'project',
        value: '1367.75',
        line: 250,
      },
      {
        form: 'three-public-expenses',
        key: 'budget',
        columnId: 'reception',
        value: '0.50',
        line: 307,
      },
    ],
  ],
];

test.each(SPOTS)('%s: amounts and their places, read by eye', (sample, spots) => {
  const cells = read(sample).forms.flatMap(({ cells }) => cells);
  for (const spot of spots) {
    const found = cells.filter(
      (cell: CellFact) =>
        cell.form === spot.form &&
        cell.columnId === spot.columnId &&
        (cell.lineId ?? cell.code) === spot.key &&
        (spot.side === undefined || cell.side === spot.side),
    );
    expect(
      found.map(({ value, place }) => [value, place.line]),
      `${spot.form} ${spot.key}`,
    ).toEqual([[spot.value, spot.line]]);
  }
});
