import { describe, expect, it } from 'vitest';
import { cellsFromText } from '../src/cells/from-text.js';
import type { Grid } from '../src/cells/model.js';
import { composeText } from './kit/document.js';
import { KIT_EDITIONS } from './kit/styles.js';

/** Every printed cell of the invented documents is one cell of one grid, at its place. */
describe.each(['tab', 'cell-a-line', 'markdown'] as const)('grids of %s', (dialect) => {
  it.each(KIT_EDITIONS)('%s', (edition) => {
    for (const seed of [1, 2, 3]) {
      const { text, truth } = composeText({ seed, edition, dialect });
      const { blocks } = cellsFromText('a.txt', text);
      const grids = blocks.filter((block): block is Grid => block.kind === 'grid');
      const places = new Map<string, string>();
      for (const cell of grids.flatMap((grid) => grid.rows.flat())) {
        places.set(`${cell.place.line}:${cell.place.from}`, cell.text);
      }
      const printed = truth.cells.filter((cell) => cell.spot !== null && cell.value !== null);
      expect(printed.length).toBeGreaterThan(100);
      for (const { spot } of printed) {
        expect(places.get(`${spot!.line}:${spot!.from}`), JSON.stringify(spot)).toBe(
          text.split('\n')[spot!.line - 1]!.slice(spot!.from, spot!.to).trim(),
        );
      }
    }
  });

  it('has one grid for each form', () => {
    for (const edition of KIT_EDITIONS) {
      const { text, truth } = composeText({ seed: 1, edition, dialect });
      const grids = cellsFromText('a.txt', text).blocks.filter((block) => block.kind === 'grid');
      // A list of the empty tables may be one more.
      expect([0, 1]).toContain(grids.length - truth.forms.length);
    }
  });
});
