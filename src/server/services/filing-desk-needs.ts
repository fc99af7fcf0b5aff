import type { Account } from '../../accounts/model.js';
import { editionOf } from '../../editions/catalogue.js';
import { inputOf } from '../../forms/inputs.js';
import { requiredInputs } from '../../publications/required-inputs.js';
import type { NeedLine } from '../../workbench/view-models.js';
import { Problem } from '../problem.js';

/** What the document of an account says and no table tells, in the order of the document. */
export function needLines(account: Account, edition: string): readonly NeedLine[] {
  return requiredInputs(account, editionOf(edition)).map(
    ({ id, label, where, required, state }) => {
      const input = inputOf(id);
      const isReason = id.startsWith('reason/');
      return {
        ...{ id, label, where, required, state },
        text: account.inputs.get(id)?.text ?? '',
        note: input?.note ?? '',
        unit: input?.kind === 'amount' ? account.unit : (input?.unit ?? null),
        options: input?.options ?? null,
        long: isReason || (input?.kind === 'text' && !id.startsWith('contact-')),
      };
    },
  );
}

/** What somebody wrote for a need; throws `Problem` where nothing asks for it or it is none. */
export function answerTo(needs: readonly NeedLine[], id: string, text: string): string {
  const need = needs.find((each) => each.id === id);
  if (need === undefined) throw new Problem('not-found');
  const kind = inputOf(id)?.kind ?? (/^(?:prior|budget)\//.test(id) ? 'amount' : 'text');
  const said = text.trim();
  const { label, options } = need;
  if (said === '') throw refusal(`请填写“${label}”`, `please fill in: ${label}`);
  if (options !== null && !options.includes(said)) {
    throw refusal(`“${label}”请从列表中选`, `choose one of the list: ${label}`);
  }
  if (kind === 'text' || kind === 'choice') return said;
  const digits = said.normalize('NFKC').replace(/,/g, '');
  const isNumber = (kind === 'count' ? /^\d{1,12}$/ : /^-?\d{1,15}(\.\d{1,8})?$/).test(digits);
  if (isNumber) return digits;
  const wanted = kind === 'count' ? '整数' : '数字';
  throw refusal(`“${label}”要填${wanted}，如 12`, `a number is wanted: ${label}`);
}

function refusal(zh: string, en: string): Problem {
  return new Problem('bad-request', { detail: { zh, en }, field: 'text' });
}
