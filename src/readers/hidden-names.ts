const LEFT_BEHIND: ReadonlySet<string> = new Set(['__macosx', 'thumbs.db', 'desktop.ini']);

/** Dot files, and the lock files and folders that office programs and systems leave behind. */
export function isHidden(name: string): boolean {
  const dot = name.startsWith('.') && !/^\.+$/.test(name);
  return dot || name.startsWith('~$') || LEFT_BEHIND.has(name.toLowerCase());
}
