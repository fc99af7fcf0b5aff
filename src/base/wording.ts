/** What people read, in both languages. */
export interface Wording {
  readonly zh: string;
  readonly en: string;
}

/** A text with its `{}` filled in order. */
export function fill(text: string, values: readonly (string | number)[]): string {
  let next = 0;
  return text.replace(/\{\}/g, () => String(values[next++] ?? ''));
}
