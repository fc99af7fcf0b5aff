import type { Place } from '../base/place.js';
import type { Wording } from '../base/wording.js';
import type { Operand } from '../facts/lookup.js';
import type { Undecided } from './model.js';
import { type Checked, isEquation, type Run } from './run.js';
import { wordEquation } from './wording.js';

/** A run in which these failures are undecided, for what was read there may not be what stands. */
export function withdraw(run: Run, doubtful: ReadonlySet<Checked>, why: Wording): Run {
  if (doubtful.size === 0) return run;
  const { counts } = run;
  return {
    counts: {
      ...counts,
      fails: counts.fails - doubtful.size,
      undecided: counts.undecided + doubtful.size,
    },
    equations: run.equations.map((each) =>
      doubtful.has(each) ? { ...each, status: 'undecided' } : each,
    ),
    failures: run.failures.filter((failure) => !doubtful.has(failure)),
    undecided: [...run.undecided, ...[...doubtful].map((failure) => undecidedOf(failure, why))],
  };
}

/** Rules that miss something: it may stand where it was not recognised or not told apart. */
const ABOUT_ABSENCE = /^completeness\.|missing$|-items$|^performance\.promised$/;

/** What fails says that something is not there. */
export function isAboutAbsence({ rule }: Checked): boolean {
  return ABOUT_ABSENCE.test(rule.id);
}

/** Everything that a rule looked at. */
export function operandsOf(checked: Checked): readonly Operand[] {
  if (!isEquation(checked)) return checked.instance.operands ?? [];
  return [...checked.instance.left, ...checked.instance.right].map(({ operand }) => operand);
}

/** Where it stands. */
export function placesOf(checked: Checked): readonly Place[] {
  const own = isEquation(checked) ? [] : checked.instance.places;
  return [...own, ...operandsOf(checked).map(({ place }) => place)];
}

/** The form that an operand stands in; of a figure, `figure`. */
export function formOfKey({ key }: Operand): string {
  return key.slice(0, key.indexOf('/'));
}

function undecidedOf(failure: Checked, why: Wording): Undecided {
  const said: Wording = isEquation(failure)
    ? wordEquation(failure)
    : (failure.instance.message ?? failure.rule.title);
  return {
    rule: failure.rule.id,
    why: { zh: `${said.zh.replace(/，请核实$/, '')}；${why.zh}`, en: `${said.en}; ${why.en}` },
    places: placesOf(failure),
  };
}
