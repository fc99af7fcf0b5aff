import { reasonId } from '../forms/inputs.js';
import type { PublishedTable } from './model.js';
import type { Press } from './press.js';

/** What 预算数 of the three-public form stands for. */
const BUDGET = {
  initial: '预算数为年初预算数',
  'full-year': '预算数为全年预算数，反映按规定程序调整后的预算数',
} as const;

/** The sentences below a table: what it shows, what rounding does to it, why it is empty. */
export function notesOf(press: Press, body: PublishedTable['body']): readonly string[] {
  const { print, edition, style, isEmpty } = press;
  const shows = style.layout.shows.replace('{budget}', BUDGET[edition.budgetMeans]);
  const note = print.note === null ? [] : [`${print.note}本表反映部门本年度${shows}。`];
  const told = [...note, ...(print.tail === null ? [] : [print.tail])];
  const lines = print.notesApart || told.length === 0 ? told : [told.join('')];
  const standing = print.standing === null ? [] : [print.standing];
  const reason = isEmpty && print.empty !== null ? [emptyStatement(press, print.empty)] : [];
  return [...lines, ...standing, ...reason, ...vanished(press, body)];
}

/** Amounts too small for the unit are printed as zeros, which is no empty table. */
function vanished(press: Press, body: PublishedTable['body']): readonly string[] {
  const numbers = body.flat().flatMap(({ number }) => number ?? []);
  if (!press.hasAmounts || numbers.some(({ digits }) => digits !== 0n)) return [];
  return [`说明：本表金额以${press.unit}为单位四舍五入后为零，实际不为零。`];
}

/** Why a table is empty: what somebody gave as the reason, else that there was nothing. */
export function emptyStatement({ account, style }: Press, template: string): string {
  const given = account.inputs.get(reasonId('empty-table', style.form))?.text;
  // 说明： makes a note of it.
  const lead = /^[^：]{1,4}：/.exec(template)?.[0] ?? '';
  if (given !== undefined && given.trim() !== '') return `${lead}${given.trim()}`;
  return template.replace('{entity}', account.entity).replace('{what}', style.layout.what);
}
