import { type FormId, STATUTORY_FORMS } from '../forms/model.js';
import { formOf } from '../forms/statutory.js';
import type { EditionForm } from './model.js';
import { defaultLayout } from './print-default.js';

/** The forms of an edition in its own order, with the Ministry's titles unless told otherwise. */
export function formsInOrder(
  order: readonly FormId[],
  numberOf: ((position: number) => string) | null,
  differing: Partial<Readonly<Record<FormId, Partial<EditionForm>>>> = {},
): readonly EditionForm[] {
  return order.map((form, index) => ({
    form,
    number: numberOf === null ? null : numberOf(index + 1),
    title: formOf(form).title,
    totalOnTop: true,
    layout: defaultLayout(form),
    ...differing[form],
  }));
}

/** The nine forms of the Ministry's order: without the related information. */
export const NINE_FORMS: readonly FormId[] = STATUTORY_FORMS.slice(0, 9);

/** 公开01表 from a position. */
export function publicNumber(position: number): string {
  return `公开${String(position).padStart(2, '0')}表`;
}
