import type { Scope } from './model.js';
import type { Clause } from './sentence-clause.js';
import type { SentenceState } from './sentence-role.js';
import type { StatementDraft, Subject } from './sentence-statement.js';

/** 收入5元，为当年取得的资金: words that say what the thing is, not what to do with it. */
const DEFINES =
  /^(?:主要)?(?:为(?!了|进一步|加强|贯彻|落实|提高|提升|推进|确保|做好)|系|是指?|指|即)/;
const WHOLE = /^(?:current-|income-total|expenditure-total)|-(?:income|expenditure)$/;
const PART = /^(?:basic|project|business)-/;
/** Money that has an income and an expenditure of its own, and a section to itself. */
const FUND = /^(?:government-managed-funds|state-capital-operations)$/;
const RECEIVED = /income|^opening-balance/;

/** Whether a clause between commas only defines what the sentence speaks of. */
export function defines(words: string, boundary: string, current: readonly StatementDraft[]) {
  const told = current.some(({ slots }) => slots.reported !== undefined);
  return told && /[，,]/.test(boundary) && DEFINES.test(words);
}

/**
 * Whether 一般公共预算支出 inside a subject is only the part of that subject which was paid from
 * that money (三公经费5元（其中：一般公共预算支出5元）), and so no total of it.
 */
export function isShareOfFund(
  { subjects }: Clause,
  of: readonly (StatementDraft | null)[],
): boolean {
  const weak = subjects.length > 0 && subjects.every(({ kind }) => kind === 'weak');
  return weak && of.some((draft) => draft !== null && !isWhole(draft.subject));
}

function isWhole({ concept }: Subject): boolean {
  return concept !== null && WHOLE.test(concept) && !PART.test(concept);
}

/** 收入5元；支出5元 of one fund: the other side of what was spoken of. */
export function otherSide(clause: Clause, current: readonly StatementDraft[]): boolean {
  const { self: own, direction, number } = clause;
  const spoken = current[0]?.subject;
  if (own === null || own === 'any' || direction !== null || number?.kind !== 'amount')
    return false;
  if (!spoken?.concept || !FUND.test(spoken.scope)) return false;
  return RECEIVED.test(spoken.concept) === (own === '支出');
}

/** 国内公务接待5批次，接待人次30人: the persons are of what is spoken of. */
export function sameReception(found: readonly Subject[], current: readonly StatementDraft[]) {
  const generic = found.length === 1 && found[0]!.family === 'reception';
  const counted = generic && /^reception-(?:batches|persons)$/.test(found[0]!.concept ?? '');
  const spoken = current[0]?.subject;
  return counted && spoken?.family?.startsWith('reception-') ? [spoken] : found;
}

const NARROW = /^(?:general-public-budget|government-managed-funds|state-capital-operations)$/;
/** What one fund has as well as all money together. */
const OF_ANY = /^(?:current-|opening-|closing-|income-total|expenditure-total)/;

/**
 * The clause with the fund that its sentence began with:
 * 政府性基金预算财政拨款本年收入5元；本年支出4元.
 * Null where it cannot be told whether that fund or the whole is meant, or where it is only the
 * part of `whole` that was paid from that fund.
 */
export function ofSameFund(
  clause: Clause,
  state: SentenceState,
  section: Scope,
  item: boolean,
  whole: StatementDraft | null,
): Clause | null {
  const { subjects, scope } = clause;
  if (isShareOfFund(clause, [whole])) return null;
  if (subjects.length === 0) return clause;
  const first = state.fund === undefined;
  if (first || scope !== null) state.fund = scope !== null && NARROW.test(scope) ? scope : null;
  const open = subjects.some(({ kind, ...named }) => {
    return kind === 'concept' && 'concept' in named && OF_ANY.test(named.concept.id);
  });
  if (scope !== null || !state.fund || !open || NARROW.test(section)) return clause;
  return item ? { ...clause, scope: state.fund } : null;
}
