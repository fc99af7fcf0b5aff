import { normaliseLabel } from '../base/label.js';
import type { About, Statement } from '../facts/model.js';

/** What is spoken of, as a part of keys: never a line of the file, never a value. */
export function subjectKey(about: About | null, concept: string | null, label: string): string {
  const key = about?.lineId ?? about?.code ?? null;
  if (about?.form && key) {
    const side = about.side === null ? '' : about.side === '收入' ? '.income' : '.expenditure';
    return `${about.form}.${key}.${about.columnId ?? ''}${side}`;
  }
  return `${concept ?? 'text'}.${normaliseLabel(label)}`;
}

/** A heading without its number, short enough to stand inside a sentence. */
export function shortTitle(title: string): string {
  const bare = title.replace(/^[\s（(]*[一二三四五六七八九十\d]+[)）、.．]\s*/, '').trim();
  return bare.length > 24 ? `${bare.slice(0, 23)}…` : bare;
}

/** The subject of a statement with whose money it is, as a part of keys. */
export function statementKey({ about, concept, label, scope }: Statement): string {
  return `${subjectKey(about, concept, label)}/${scope ?? 'any'}`;
}
