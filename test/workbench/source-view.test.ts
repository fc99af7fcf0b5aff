import { parse } from 'parse5';
import { expect, test } from 'vitest';
import { markupText } from '../../src/portal/html.js';
import { sourceView } from '../../src/workbench/source-view.js';
import type { SourceView } from '../../src/workbench/view-models.js';
import { elementsIn, textIn } from '../portal/validator.js';

type Line = SourceView['lines'][number];

function drawn(...lines: readonly Line[]): string {
  return markupText(sourceView({ file: 'a.txt', pages: [], lines }, 'zh'));
}

function mark(id: string, finding: number, from: number, to: number) {
  return { id, finding, tone: 'error', from, to } as const;
}

/** The marks with what they hold, references left out. */
function marksIn(markup: string): readonly string[] {
  const all = elementsIn(parse(markup)).filter(({ tagName }) => tagName === 'mark');
  return all.map((each) => {
    const id = each.attrs.find(({ name }) => name === 'id')?.value ?? '-';
    return `${id} ${textIn(each)}`;
  });
}

test('several findings at one place, one inside another, and two that cross', () => {
  const text = '合计100.00元，占60%';
  const marks = [
    ...[mark('m1-1', 1, 2, 8), mark('m2-1', 2, 2, 8), mark('m3-1', 3, 0, 9)],
    ...[mark('m4-1', 4, 10, 14), mark('m5-1', 5, 12, 14)],
  ];
  const found = marksIn(drawn({ number: 3, text, marks }));
  expect(found).toEqual([
    'm3-1 合计100.0021元',
    'm1-1 100.002',
    'm2-1 100.00',
    'm4-1 占60%5',
    'm5-1 0%',
  ]);
});

test('a place over several cells is marked in each and named in the first', () => {
  const text = '合计\t1.00\t\t2.00';
  const marks = [mark('m1-1', 1, 0, 7), mark('m2-1', 2, 8, 8)];
  const markup = drawn({ number: 1, text, marks });
  expect(marksIn(markup)).toEqual(['m1-1 合计', '- 1.00', 'm2-1 ']);
  expect(markup).toContain('class="error blank"');
});

test('rows that follow each other are one table, prose stands between', () => {
  const line = (number: number, text: string): Line => ({ number, text, marks: [] });
  const markup = drawn(line(1, '表'), line(2, 'a\tb'), line(3, 'c\td'), line(5, 'e\tf'));
  expect(markup.split('<table').length - 1).toBe(2);
  expect(markup).toContain('第 2–3 行的表');
});
