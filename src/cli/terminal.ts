/** How standard output takes text: with colour where it is a terminal and nobody objects. */
export function textOptions(): { readonly color: boolean; readonly width: number } {
  return { color: wantsColor(), width: process.stdout.columns ?? givenColumns() ?? 100 };
}

/** COLUMNS, for a pipe into a pager or a narrow window. */
function givenColumns(): number | null {
  const given = process.env.COLUMNS ?? '';
  return /^[1-9]\d{0,3}$/.test(given) ? Number.parseInt(given, 10) : null;
}

/** https://no-color.org and https://force-color.org. */
function wantsColor(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0') return true;
  return process.stdout.isTTY === true && TERM !== 'dumb';
}
