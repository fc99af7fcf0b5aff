import { pinyin } from 'pinyin-pro';

/** The first letters of a name as it is read aloud: 示例县水务局 → slxswj. */
export function initialsOf(name: string): string {
  const letters = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' });
  return letters
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
