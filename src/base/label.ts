const LONGEST = 80;

/**
 * Keeps the results of a pure function of short texts; the same few hundred labels come again and
 * again.
 */
export function remembered(
  compute: (text: string) => string,
  most = 4096,
): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    // A long text seldom comes again, and to look it up is to read all of it.
    if (text.length > LONGEST) return compute(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = compute(text);
    if (known.size >= most) known.clear();
    known.set(text, result);
    return result;
  };
}

/**
 * Labels are compared, never displayed, in this form: no white space, half-width letters, digits
 * and
 * brackets, no quotation marks. Places keep what was printed.
 */
export const normaliseLabel = remembered((text) =>
  halfWidth(text)
    .replace(/[\s\u00a0\u200b\u3000\ufeff]+/g, '')
    .replace(/[“”„"'‘’「」『』]/g, '')
    .replace(/[〔［【]/g, '(')
    .replace(/[〕］】]/g, ')'),
);

/** Full-width ASCII to half-width; Chinese punctuation outside that block stays. */
export function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

const ENUMERATOR =
  /^(?:\(?[一二三四五六七八九十]{1,3}[)、.．]|\(?\d{1,2}[)、.．](?!\d)|[①-⑳]|其中:|减:|加:)+/;

/** Leads to a note below the table; no part of the name. */
const NOTE_MARK = /(?<=[\u4e00-\u9fff)])(?:[①-⑳*※]|\[\d{1,2}\])+$/;

/**
 * A normalised label without its enumerator (一、 （一） 1. 其中：), the mark of a note, and
 * without a trailing unit or colon.
 */
export const bareLabel = remembered((text) =>
  normaliseLabel(text)
    .replace(ENUMERATOR, '')
    .replace(NOTE_MARK, '')
    .replace(/\((?:辆|台|套|台套|台、套|台\(套\)|个|人|次|批次|人次|万元|元)\)$/, '')
    .replace(/:$/, ''),
);

/** White space inside a wrapped Chinese label is layout: "对附属单 位补助" is one word. */
export function unwrapLabel(text: string): string {
  return text
    .replace(/[\s\u3000]+/g, ' ')
    .replace(/(?<=[^\x20-\x7e]) | (?=[^\x20-\x7e])/g, '')
    .trim();
}
