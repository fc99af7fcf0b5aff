import type { Account, InputValue } from '../../accounts/model.js';
import type { Filing } from '../../store/filings.js';

/** What the steps of the workflow tell, so that nobody has to type it a second time. */
const BY_STEPS: ReadonlyMap<string, string> = new Map([
  ['secrecy-review', '已审查'],
  ['head-approval', '已审签'],
]);

/** Inputs that steps tell before a filing in a state is published. */
export function toldBySteps(state: string): readonly string[] {
  return goesThroughSteps(state) ? [...BY_STEPS.keys()] : [];
}

/** Whether a filing in a state goes through the steps that tell these inputs. */
export function goesThroughSteps(state: string): boolean {
  return state !== 'published' && state !== 'corrected';
}

/** Whether the steps of a version were taken: reviewed for secrecy and signed by the head. */
export function isSigned(
  { state, latest, published }: Pick<Filing, 'state' | 'latest' | 'published'>,
  version: number,
): boolean {
  return version === published || (version === latest && ['signed', 'approved'].includes(state));
}

/** Whether a step tells an input of a document. */
export function isToldByStep(id: string): boolean {
  return BY_STEPS.has(id);
}

/** An account with what its steps told, where nobody typed it. */
export function withSteps(account: Account): Account {
  const told = [...BY_STEPS].filter(([id]) => (account.inputs.get(id)?.text ?? '') === '');
  const added = told.map(([id, text]): readonly [string, InputValue] => [
    id,
    { text, toReview: false, source: null },
  ]);
  return { ...account, inputs: new Map([...account.inputs, ...added]) };
}
