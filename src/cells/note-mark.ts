/**
 * Whether raised words are the mark of a note (1,234¹, 收入合计①), which is no part of what stands
 * before them. Powers of units (km²) are not; nor is a figure that somebody raised as a whole.
 */
export function isNoteMark(raised: string, before: string): boolean {
  const mark = raised.replace(/\s/g, '');
  if (before.trim() === '') return /^(?:\d{1,2}|[\u2460-\u2473*＊※])$/.test(mark);
  return /^[\d,，、[\]（）()〔〕\u2460-\u2473*＊※]+$/.test(mark) && !/[A-Za-z]\s*$/.test(before);
}
