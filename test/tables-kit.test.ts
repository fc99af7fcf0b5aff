import { describe, expect, test } from 'vitest';
import { cellsFromText } from '../src/cells/from-text.js';
import { finishTable } from '../src/facts/tables/draft.js';
import { findTables } from '../src/facts/tables/find-tables.js';
import { KIT_DIALECTS } from './kit/dialects.js';
import { composeText } from './kit/document.js';
import { KIT_EDITIONS } from './kit/styles.js';

const SEEDS = [1, 2, 3, 4, 5];

interface Readable {
  readonly form: string;
  readonly side: string | null;
  readonly lineId: string | null;
  readonly code: string | null;
  readonly columnId: string | null;
  readonly value: string | null;
}

function keyOf({ form, side, lineId, code, columnId }: Readable): string {
  return [form, side ?? '', lineId ?? code, columnId].join('/');
}

/** Printed values by cell; blanks are left out, so a number in the wrong column shows twice. */
function valuesOf(cells: readonly Readable[]): Record<string, string> {
  const values: Record<string, string> = {};
  for (const cell of cells) {
    if (cell.value !== null && cell.value !== '') values[keyOf(cell)] = cell.value;
  }
  return values;
}

describe.each(KIT_EDITIONS)('tables of %s', (edition) => {
  test.each(KIT_DIALECTS)('as %s are read cell by cell', (dialect) => {
    for (const seed of SEEDS) {
      const { text, truth } = composeText({ seed, edition, dialect });
      const found = findTables(cellsFromText('kit.txt', text).blocks);
      const cells = found.drafts.flatMap((draft) => finishTable(draft, truth.unit).cells);
      expect(found.unread, `seed ${seed}`).toEqual([]);
      expect(valuesOf(cells), `seed ${seed}`).toEqual(valuesOf(truth.cells));
    }
  });
});

test('every cell says where its text stands', () => {
  const { text } = composeText({ seed: 7, edition: 'shanxi', dialect: 'raw' });
  const lines = text.split('\n');
  const found = findTables(cellsFromText('kit.txt', text).blocks);
  const cells = found.drafts.flatMap((draft) => finishTable(draft, '元').cells);
  expect(cells.length).toBeGreaterThan(300);
  for (const { value, place } of cells) {
    const printed = lines[place.line! - 1]!.slice(place.from!, place.to!);
    expect(printed.replace(/,/g, '')).toBe(value ?? '');
  }
});
