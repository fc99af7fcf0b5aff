import type { Lookup, Operand } from '../../facts/lookup.js';
import { applies, checkEquation, type Status } from '../../findings/run.js';
import { CATALOGUE } from '../../rules/catalogue.js';
import type { Instance, References, Rule } from '../../rules/model.js';

/** One thing that must hold of a number, and whether it does. */
export interface Touch {
  readonly rule: Rule;
  readonly instance: Instance;
  readonly status: Status;
}

/** By the key of an operand: a cell, or a figure of the text. */
type Touches = ReadonlyMap<string, readonly Touch[]>;

const ALONE: References = { budget: null, lastYear: null };

/** What the catalogue holds against each number of a document, by itself alone. */
export function touchesOf(facts: Lookup): Touches {
  const found = new Map<string, Touch[]>();
  for (const rule of CATALOGUE) {
    if (!applies(rule, facts)) continue;
    for (const instance of rule.instances(facts, ALONE)) {
      const status =
        instance.kind === 'equation' ? checkEquation(rule, instance).status : instance.outcome;
      const touch = { rule, instance, status };
      for (const key of new Set(operandsOf(instance).map((operand) => operand.key))) {
        const known = found.get(key);
        if (known === undefined) found.set(key, [touch]);
        else known.push(touch);
      }
    }
  }
  return found;
}

function operandsOf(instance: Instance): readonly Operand[] {
  return instance.kind === 'equation'
    ? [...instance.left, ...instance.right].map(({ operand }) => operand)
    : (instance.operands ?? []);
}
