import { normaliseLabel } from '../../base/label.js';
import { FUNCTION_LINES } from '../../forms/function-lines.js';
import { reasonId } from '../../forms/inputs.js';
import { matchTitle } from '../tables/headings.js';

/** What an amount is called where somebody says why it is as it is; the first that fits wins. */
const SUBJECTS: readonly (readonly [concept: string, words: RegExp])[] = [
  ['three-public-abroad', /因公出国/],
  ['three-public-vehicles', /公务用车购置[及和]/],
  ['three-public-vehicle-purchase', /公务用车购置/],
  ['three-public-vehicle-operation', /公务用车运行/],
  ['three-public-reception', /公务接待/],
  ['three-public-total', /三公/],
  ['three-public-conference', /会议费/],
  ['three-public-training', /培训费/],
  ['operating-expenses', /机关运行经费/],
  ['closing-balance', /年末结转|结转和结余/],
  ['general-expenditure', /一般公共预算(?:财政拨款)?支出/],
  ['appropriation-total', /财政拨款(?:收[、入]|收支)/],
  ['appropriation-expenditure', /财政拨款支出/],
  ['total', /总计|收入支出总体|收支总体/],
];

const ITEM_CODE = /(?<!\d)(\d{7})(?!\d)/;

/** Subjects whose difference from the budget has a reason of its own. */
const BUDGETED = /^(?:three-public-|general-expenditure$)/;

/**
 * The id of the reason that a label asks for: 机关运行经费比上年增减的主要原因, 2130301 行政运行…
 * 差异原因, 政府性基金…决算表为空的原因; null where it asks for none.
 */
export function reasonAsked(label: string): string | null {
  const text = normaliseLabel(label).replace(/[《》]/g, '');
  if (/^其他用车主要是什么车/.test(text)) return reasonId('vehicles-other');
  if (PURPOSE.test(text)) return purposeAsked(text);
  if (!/原因|为空/.test(text)) return null;
  const empty = /^(.*?表)(?:为空|空表)/.exec(text);
  const title = empty && matchTitle(empty[1]!);
  if (title) return reasonId('empty-table', title.form);
  const code = ITEM_CODE.exec(text)?.[1];
  if (code !== undefined) return reasonId('function-item', code);
  const subject = SUBJECTS.find(([, words]) => words.test(text))?.[0];
  if (subject === undefined) return null;
  const budgeted = BUDGETED.test(subject) && /与(?:年初|全年)?预算数?/.test(text);
  return reasonId(budgeted ? `${subject}-budget` : subject);
}

const PURPOSE = /(?:支出)?的?(?:主要用途|主要内容|开支内容)$/;

/** 农林水支出的主要用途, 2130301 行政运行支出的主要内容, 公务接待费的主要用途. */
function purposeAsked(text: string): string | null {
  const code = ITEM_CODE.exec(text)?.[1];
  if (code !== undefined) return reasonId('function-purpose', code);
  const name = text.replace(PURPOSE, '');
  const line = FUNCTION_LINES.find(({ label, aliases }) =>
    [label, ...(aliases ?? [])].some((each) => each === name || each === `${name}支出`),
  );
  if (line !== undefined) return reasonId('function-purpose', line.code);
  const subject = SUBJECTS.find(([, words]) => words.test(name))?.[0];
  return subject?.startsWith('three-public-') ? reasonId(`${subject}-purpose`) : null;
}
