/** What a query asks, in its order; a name may stand in it several times. */
type Query = readonly (readonly [name: string, value: string | number | null])[];

/** Path and query of parts; what is null or empty is left out of the query. */
export function addressOf(parts: readonly string[], query: Query = []): string {
  const asked = query
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name}=${encoded(String(value))}`);
  const path = `/${parts.map(segment).join('/')}`;
  return asked.length === 0 ? path : `${path}?${asked.join('&')}`;
}

/** The parts of a path; null for what no path of ours is. */
export function partsOf(path: string): readonly string[] | null {
  if (!path.startsWith('/')) return null;
  if (path === '/') return [];
  const parts = path.slice(1).split('/').map(decoded);
  const known = parts.flatMap((text) => (text === null || text === '' ? [] : [text]));
  if (known.length < parts.length) return null;
  return known.map((text) => text.replace(/^~/, ''));
}

/** What a query asks; values that are empty or damaged are left out. */
export function queryOf(text: string): readonly (readonly [name: string, value: string])[] {
  return text.split('&').flatMap((pair) => {
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    const plain = decoded(value.replace(/\+/g, ' '));
    return plain === null || plain === '' ? [] : [[name, plain] as const];
  });
}

/** Codes and names of columns: a page of tables writes a thousand of them. */
const ORDINARY = /^[A-Za-z0-9_-]+$/;

/** Browsers fold `.` and `..` and lose empty parts: those are written behind a tilde. */
function segment(text: string): string {
  if (ORDINARY.test(text)) return text;
  return /^(?:$|~|\.{1,2}$)/.test(text) ? `~${encoded(text)}` : encoded(text);
}

/** A half of a pair of characters cannot be written; it becomes the sign for what is lost. */
function encoded(text: string): string {
  if (ORDINARY.test(text)) return text;
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
