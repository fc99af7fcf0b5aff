const NONE: readonly RegExpExecArray[] = [];

/**
 * Every match of a global pattern that is never empty. Cheaper than `matchAll`, which compiles the
 * pattern anew for each text.
 */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (!match) return NONE;
  const found: RegExpExecArray[] = [];
  for (; match; match = pattern.exec(text)) found.push(match);
  return found;
}
