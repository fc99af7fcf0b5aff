import type { Rule } from './model.js';

const HEAD = '2023 万元 某某县示例局';

/** A page of accounts under the head that all examples share. */
export function page(body: string): string {
  return `${HEAD}\n${body.replace(/^ +/gm, '').trim()}\n`;
}

/**
 * The five pages of a rule from one template: `{}` is the cell that tells them apart, printed as
 * it must be, otherwise, within rounding (null: nothing here is rounded), and unread.
 */
export function examples(
  template: string,
  [holds, fails, rounding]: readonly [string, string, string | null],
  absent: string,
): Rule['examples'] {
  const filled = (value: string) => page(template.replace('{}', value));
  return {
    holds: filled(holds),
    fails: filled(fails),
    rounding: rounding === null ? null : filled(rounding),
    undecided: filled('?'),
    absent: page(absent),
  };
}
