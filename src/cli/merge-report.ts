import type { Account, Source, Transfer } from '../accounts/model.js';
import { amountText, withSeparators } from '../base/amount.js';
import type { Unread } from '../facts/model.js';
import type { Lang } from '../pages/model.js';
import type { GivenInput } from './givens.js';
import { mergeSentence } from './merge-words.js';

/** What was taken out of both sides, and what only one side booked. */
export function transferLines(account: Account, lang: Lang): readonly string[] {
  const transfers = account.transfers ?? [];
  const gone = transfers.filter(({ eliminated }) => eliminated);
  const left = transfers.filter(({ eliminated }) => !eliminated);
  const money = (value: bigint) =>
    `${withSeparators(amountText(value, account.unit))}${account.unit}`;
  const total = gone.reduce((sum, { amount }) => sum + amount.value, 0n);
  const names = (sides: Transfer['from']) =>
    sides.map(({ unit, function: code }) => (code === null ? unit : `${unit} ${code}`)).join('、');
  const way = ({ kind }: Transfer) => mergeSentence(lang, kind);
  return [
    ...(gone.length > 0 ? [mergeSentence(lang, 'eliminated', gone.length, money(total))] : []),
    ...gone.map((one) => {
      const sides = [names(one.from), names(one.to)] as const;
      return mergeSentence(lang, 'transfer', ...sides, money(one.amount.value), way(one));
    }),
    ...(left.length > 0 ? [mergeSentence(lang, 'left', left.length)] : []),
    ...left.map((one) => {
      const paid = one.from.length > 0;
      const who = names(paid ? one.from : one.to);
      const said = [who, money(one.amount.value), way(one)] as const;
      return mergeSentence(lang, paid ? 'paid' : 'received', ...said);
    }),
  ];
}

/** Where the inputs of a unit disagree. */
export function conflictLines({ entity, conflicts }: Account, lang: Lang): readonly string[] {
  const from = (source: Source | null) =>
    source === null ? mergeSentence(lang, 'ledger') : sourceText(source, lang);
  return conflicts.map(({ about, taken, other }) =>
    mergeSentence(
      lang,
      'conflict',
      ...[entity, about, taken.text, from(taken.source), other.text, from(other.source)],
    ),
  );
}

function sourceText({ file, address }: Source, lang: Lang): string {
  if (address?.sheet !== undefined) return `${file} ${address.sheet}!${address.cell ?? ''}`;
  const line = address?.line ?? address?.row;
  return line === undefined ? file : `${file}${mergeSentence(lang, 'line', line)}`;
}

/** What of an input could not be used. */
export function unreadLines(input: GivenInput, lang: Lang): readonly string[] {
  return input.given.kind === 'account' ? [] : placedLines(input, input.unread, lang);
}

/** Where what inputs carry and what they print part. */
export function noticeLines(inputs: readonly GivenInput[], lang: Lang): readonly string[] {
  return inputs.flatMap((input) => placedLines(input, input.notices, lang));
}

function placedLines(
  { file, sourceOf }: GivenInput,
  said: readonly Unread[],
  lang: Lang,
): readonly string[] {
  return said.map(({ what, why, place }) => {
    const at = sourceText({ file: '', address: sourceOf(place).address }, lang).trim();
    return mergeSentence(lang, 'unread', file, what, at === '' ? '' : ` ${at}`, why[lang]);
  });
}
