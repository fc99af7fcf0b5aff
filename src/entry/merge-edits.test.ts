import { describe, expect, it } from 'vitest';
import type { EntryEdit } from './entry-edits.js';
import { mergeEdits } from './merge-edits.js';

function amount(key: string, value: string | null): EntryEdit {
  return { kind: 'amount', cell: { form: 'income', side: null, key, column: 'other' }, value };
}

describe('mergeEdits', () => {
  it('edits of other cells stand beside each other', () => {
    const mine = [amount('201', '1'), amount('202', '2')];
    expect(mergeEdits(mine, [amount('203', '3')])).toEqual({ rest: mine, conflicts: [] });
  });

  it('asks about a cell that both changed, once, with the last value', () => {
    const mine = [amount('201', '1'), amount('201', '2')];
    const theirs = amount('201', '3');
    const conflict = { target: 'income/201/other', mine: mine[1], theirs };
    expect(mergeEdits(mine, [theirs])).toEqual({ rest: [], conflicts: [conflict] });
  });

  it('the same change on both sides is none', () => {
    const edit = amount('201', '1');
    expect(mergeEdits([edit], [edit])).toEqual({ rest: [], conflicts: [] });
  });

  it('asks about an amount in a line that somebody took away', () => {
    const theirs: EntryEdit = { kind: 'no-line', form: 'income', key: '201' };
    expect(mergeEdits([amount('201', '1')], [theirs]).conflicts).toHaveLength(1);
  });

  it('asks about an input with two texts', () => {
    const text = (value: string): EntryEdit => ({ kind: 'input', id: 'duties', text: value });
    expect(mergeEdits([text('甲')], [text('乙')]).conflicts).toHaveLength(1);
  });
});
