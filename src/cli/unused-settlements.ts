import type { Account } from '../accounts/model.js';
import { unusedSettlements } from '../accounts/settle.js';
import type { Lang } from '../pages/model.js';
import { sentence } from './messages.js';

/** Says which answers settle nothing, with the file and the place of each. */
export function unusedSettlementLines(account: Account, lang: Lang): readonly string[] {
  return [...unusedSettlements(account)].map(([id, { source }]) => {
    const { sheet, cell, line } = source?.address ?? {};
    const place = [source?.file ?? account.entity, sheet, cell ?? line].filter(
      (part) => part !== undefined,
    );
    return sentence(lang, 'unusedSettlement', place.join(' '), id);
  });
}
