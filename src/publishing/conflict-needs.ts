import type { Account } from '../accounts/model.js';
import { settledInput } from '../accounts/settle.js';
import type { Need } from '../publications/needs.js';

/** Where conflicts are asked for. */
const WHERE = '输入之间不一致';

/** Longer answers are typed, not chosen from a list. */
const LONGEST_CHOICE = 60;

/**
 * What two inputs say differently and nobody has settled: every amount is published, at least as
 * data; an answer only where the document uses that input (`asked`).
 */
export function conflictNeeds({ conflicts }: Account, asked: ReadonlySet<string>): readonly Need[] {
  const ids = new Set(conflicts.flatMap(({ id }) => id ?? []));
  return [...ids].flatMap((id): readonly Need[] => {
    const input = settledInput(id);
    if (input !== null && !asked.has(input)) return [];
    const own = conflicts.filter((conflict) => conflict.id === id);
    const texts = [...new Set(own.flatMap(({ taken, other }) => [taken.text, other.text]))];
    const choices = texts.filter((text) => text.length <= LONGEST_CHOICE);
    return [
      {
        id,
        label: `${own[0]!.about}：${texts.join('，还是')}，写明哪一个对`,
        where: WHERE,
        required: true,
        state: 'missing',
        ...(choices.length === texts.length ? { choices } : {}),
      },
    ];
  });
}
