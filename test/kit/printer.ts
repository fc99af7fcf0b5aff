import type { FormId, Side } from '../../src/forms/model.js';
import { grouped, plainAmount } from './money.js';
import { type SheetCell, valueCell } from './sheet.js';
import type { Style } from './styles.js';

/** Writes value cells of one form as its province prints them. */
export class Printer {
  readonly form: FormId;
  readonly style: Style;

  constructor(form: FormId, style: Style) {
    this.form = form;
    this.style = style;
  }

  value(
    cents: bigint,
    at: { side?: Side; lineId?: string; code?: string; item: string; columnId: string },
  ): SheetCell {
    const plain = plainAmount(cents, this.style.unit);
    const zero = cents === 0n;
    const text = zero ? this.style.zero : this.style.separators ? grouped(plain) : plain;
    return this.printed(text, at);
  }

  printed(
    text: string,
    at: { side?: Side; lineId?: string; code?: string; item: string; columnId: string },
  ): SheetCell {
    return valueCell(text, {
      form: this.form,
      side: at.side ?? null,
      lineId: at.lineId ?? null,
      code: at.code ?? null,
      item: at.item,
      columnId: at.columnId,
      value: text === '' ? null : text.replace(/,/g, ''),
    });
  }
}

/** What stands below a table: what it shows, the tails, why it is empty. */
export function notesOf(style: Style, text: string, empty: boolean): string[] {
  const tails = style.unit === '万元' || text.startsWith('本表反映部门本年度的总收支');
  const notes = [`注：${text}${tails ? style.roundingNote : ''}`];
  if (style.emptyTable === 'standing') notes.push('如本表为空，则本部门本年度无此类资金收支。');
  if (style.emptyTable === 'note' && empty)
    notes.push('说明：本部门本年度没有此项收支，故本表无数据。');
  return notes;
}
