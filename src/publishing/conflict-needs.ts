import type { Account, Conflict } from '../accounts/model.js';
import { isSettledSum, settledInput } from '../accounts/settle.js';
import type { Need } from '../publications/needs.js';

/** Where conflicts are asked for. */
const WHERE = '输入之间不一致';

/** Longer answers are typed, not chosen from a list. */
const LONGEST_CHOICE = 60;

/**
 * What two inputs say differently and nobody has settled: every amount is published, at least as
 * data; an answer only where the document uses that input. `asked`: such inputs, as it calls them.
 */
export function conflictNeeds(
  { conflicts }: Pick<Account, 'conflicts'>,
  asked: ReadonlyMap<string, string>,
): readonly Need[] {
  const ids = new Set(conflicts.flatMap(({ id }) => id ?? []));
  return [...ids].flatMap((id): readonly Need[] => {
    const input = settledInput(id);
    if (input !== null && !asked.has(input)) return [];
    const own = conflicts.filter((conflict) => conflict.id === id);
    if (isSettledSum(id)) return [sumNeed(id, own[0]!)];
    const texts = [...new Set(own.flatMap(({ taken, other }) => [taken.text, other.text]))];
    const choices = texts.filter((text) => text.length <= LONGEST_CHOICE);
    return [
      {
        id,
        label: `${namedConflict(own[0]!, asked).about}：${texts.join('，还是')}，写明哪一个对`,
        where: WHERE,
        required: true,
        state: 'missing',
        ...(choices.length === texts.length ? { choices } : {}),
      },
    ];
  });
}

/** A conflict about an input as the document calls that. */
export function namedConflict(conflict: Conflict, labels: ReadonlyMap<string, string>): Conflict {
  const input = settledInput(conflict.id ?? '');
  const label = input === null ? undefined : labels.get(input);
  return label === undefined ? conflict : { ...conflict, about: label };
}

/** What rows come to is what was added up: another sum asks for other rows. */
function sumNeed(id: string, { about, taken }: Conflict): Need {
  const { text } = taken;
  return {
    id,
    label: `${about}：合计对的，改正账里漏记、记错的行；各行对的，在这里填各行之和 ${text}`,
    where: WHERE,
    required: true,
    state: 'missing',
    choices: [text],
  };
}
