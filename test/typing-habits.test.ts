import { expect, test } from 'vitest';
import { checkFiling, readText } from '../src/pipeline.js';
import { composeText } from './kit/document.js';
import { KIT_EDITIONS } from './kit/styles.js';

/** What people and programs do to a text on its way, without changing what it says. */
const HABITS: readonly (readonly [name: string, habit: (text: string) => string])[] = [
  ['full-width indents', (text) => text.replace(/^(?=[\u4e00-\u9fff][^\t\n]*$)/gm, '\u3000\u3000')],
  ['Windows line ends', (text) => text.replace(/\n/g, '\r\n')],
  ['no blank lines', (text) => text.replace(/\n\n+/g, '\n')],
  ['blanks at line ends', (text) => text.replace(/\n/g, '  \n')],
  ['no-break spaces', (text) => text.replace(/ /g, '\u00a0')],
  ['half-width brackets', (text) => text.replace(/（/g, '(').replace(/）/g, ')')],
  ['half-width commas and colons', (text) => text.replace(/：/g, ':').replace(/，/g, ',')],
  ['a hyphen for zero', (text) => text.replace(/\t0\.00(?=\t|\n)/g, '\t-')],
  ['a dash for zero', (text) => text.replace(/\t0\.00(?=\t|\n)/g, '\t——')],
  ['straight quotation marks', (text) => text.replace(/[“”]/g, '"')],
  ['spaced totals', (text) => text.replace(/合计/g, '合  计').replace(/总计/g, '总 计')],
  ['no thousands separators', (text) => text.replace(/(?<=\d),(?=\d{3})/g, '')],
];

test.each(HABITS)('%s change neither facts nor findings', (_, habit) => {
  for (const edition of KIT_EDITIONS) {
    const { text } = composeText({ seed: 41, edition, dialect: 'tab' });
    const plain = readText('plain.txt', text);
    const typed = readText('typed.txt', habit(text));
    const amounts = (filing: typeof plain) =>
      filing.forms.map(({ form, cells }) => [form, cells.map(({ amount }) => amount?.value)]);
    expect(amounts(typed), edition).toEqual(amounts(plain));
    const figures = (filing: typeof plain) =>
      filing.figures.map(({ concept, role, value, unit }) => [concept, role, value, unit]);
    expect(figures(typed), edition).toEqual(figures(plain));
    expect(typed.unread, edition).toEqual([]);
    const accusations = checkFiling(typed).findings.filter(
      ({ severity, rule }) => severity !== 'info' && !rule.startsWith('text.'),
    );
    expect(
      accusations.map(({ message }) => message.zh),
      edition,
    ).toEqual([]);
  }
});
