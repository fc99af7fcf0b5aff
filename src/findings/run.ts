import type { Wording } from '../base/wording.js';
import type { Lookup, Operand } from '../facts/lookup.js';
import type { Equation, Judgement, References, Rule } from '../rules/model.js';
import type { CheckResult, Undecided } from './model.js';

export type Status = 'holds' | 'rounding' | 'fails' | 'undecided';

/** An equation with what it came to: residual = Σ left − Σ right, slack = Σ half-grains. */
export interface CheckedEquation {
  readonly rule: Rule;
  readonly instance: Equation;
  readonly status: Status;
  readonly residual: bigint;
  readonly slack: bigint;
}

export interface CheckedJudgement {
  readonly rule: Rule;
  readonly instance: Judgement;
  readonly status: Status;
}

export type Checked = CheckedEquation | CheckedJudgement;

export interface Run {
  readonly counts: CheckResult['rules'];
  readonly equations: readonly CheckedEquation[];
  readonly failures: readonly Checked[];
  readonly undecided: readonly Undecided[];
}

export function isEquation(checked: Checked): checked is CheckedEquation {
  return checked.instance.kind === 'equation';
}

/** Runs every rule that applies to the filing's edition and year, and counts the four outcomes. */
export function runRules(catalogue: readonly Rule[], facts: Lookup, references: References): Run {
  const counts = { holds: 0, roundingConsistent: 0, fails: 0, undecided: 0, notApplicable: 0 };
  const equations: CheckedEquation[] = [];
  const failures: Checked[] = [];
  const undecided: Undecided[] = [];
  for (const rule of catalogue) {
    let any = false;
    if (applies(rule, facts)) {
      for (const instance of rule.instances(facts, references)) {
        any = true;
        const equation = instance.kind === 'equation' ? checkEquation(rule, instance) : null;
        if (equation) equations.push(equation);
        const status = equation?.status ?? (instance as Judgement).outcome;
        if (status === 'holds') counts.holds += 1;
        else if (status === 'rounding') counts.roundingConsistent += 1;
        else {
          const checked = equation ?? { rule, instance: instance as Judgement, status };
          if (status === 'fails') failures.push(checked);
          else undecided.push(undecidedOf(checked));
        }
      }
    }
    if (!any) counts.notApplicable += 1;
  }
  counts.fails = failures.length;
  counts.undecided = undecided.length;
  return { counts, equations, failures, undecided };
}

/** Whether a rule is for the edition and the year of a document. */
export function applies(rule: Rule, facts: Lookup): boolean {
  const { edition, fiscalYear } = facts.filing;
  if (rule.editions !== null && (edition === null || !rule.editions.includes(edition)))
    return false;
  if (rule.years === null || fiscalYear === null) return true;
  return fiscalYear >= rule.years[0] && fiscalYear <= rule.years[1];
}

/** Undecided where an operand is unread, or got its column from the very rule. */
export function checkEquation(rule: Rule, instance: Equation): CheckedEquation {
  let residual = 0n;
  let slack = 0n;
  let decided = true;
  for (const { sign, operand } of instance.left) {
    const { amount } = operand;
    if (amount === null || operand.settledBy.includes(rule.id)) decided = false;
    else if (amount.value !== 0n) {
      residual = sign === 1 ? residual + amount.value : residual - amount.value;
      slack += amount.half;
    }
  }
  for (const { sign, operand } of instance.right) {
    const { amount } = operand;
    if (amount === null || operand.settledBy.includes(rule.id)) decided = false;
    else if (amount.value !== 0n) {
      residual = sign === 1 ? residual - amount.value : residual + amount.value;
      slack += amount.half;
    }
  }
  const status = decided ? statusOf(instance.relation, residual, slack) : 'undecided';
  return { rule, instance, status, residual, slack };
}

export function statusOf(relation: Equation['relation'], residual: bigint, slack: bigint): Status {
  if (residual === 0n) return 'holds';
  if (relation === '<=' && residual < 0n) return 'holds';
  if (relation === '>=' && residual > 0n) return 'holds';
  return residual <= slack && -residual <= slack ? 'rounding' : 'fails';
}

function undecidedOf(checked: Checked): Undecided {
  const { rule, instance } = checked;
  if (instance.kind === 'judgement') {
    const why = instance.message ?? { zh: '缺少所需的内容', en: 'something needed is missing' };
    return { rule: rule.id, why, places: instance.places };
  }
  const missing = [...instance.left, ...instance.right]
    .map((term) => term.operand)
    .filter((operand) => operand.amount === null || operand.settledBy.includes(rule.id));
  return { rule: rule.id, why: whyUndecided(missing), places: missing.map(({ place }) => place) };
}

function whyUndecided(missing: readonly Operand[]): Wording {
  const unread = missing.filter((operand) => operand.amount === null);
  const named = (unread.length > 0 ? unread : missing).slice(0, 3).map((each) => each.label);
  const zh = named.join('、');
  return unread.length > 0
    ? { zh: `${zh}未能读出，无法核对`, en: `${named.join(', ')} could not be read` }
    : {
        zh: `${zh}的栏次是按本规则推定的，不能再用来核对`,
        en: `${named.join(', ')} got the column from this very rule`,
      };
}
