/** How standard output takes text: with colour where it is a terminal and nobody objects. */
export function textOptions(): { readonly color: boolean; readonly width: number } {
  return { color: wantsColor(), width: process.stdout.columns ?? 100 };
}

/** https://no-color.org and https://force-color.org. */
function wantsColor(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0') return true;
  return process.stdout.isTTY === true && TERM !== 'dumb';
}
