import type { Account } from '../../accounts/model.js';
import type { MoneyUnit } from '../../base/amount.js';
import { numeralText, parseNumeral } from '../../base/numeral.js';
import type { PrintedValue } from '../../facts/evaluation-model.js';
import type { EvaluationSegment } from '../../facts/model.js';
import type { Figure, ScoreLine } from '../../portal/view-models.js';
import type { Score } from '../../store/scores.js';

const KINDS: Readonly<Record<EvaluationSegment['form'], ScoreLine['kind']>> = {
  'project-self-evaluation': 'project',
  'department-self-evaluation': 'department',
  'evaluation-report': 'evaluation',
};

interface Body {
  readonly id?: string;
  readonly form?: EvaluationSegment['form'];
  readonly grade?: string | null;
}

/** Scores as they were handed in, with the money of their forms; forms without a total are out. */
export function scoreLines(
  scores: readonly Score[],
  account: Account | null,
): readonly ScoreLine[] {
  const forms = new Map((account?.evaluations ?? []).map((each) => [each.id, each]));
  return scores.flatMap(({ title, total, body }): ScoreLine[] => {
    if (total === null) return [];
    const { id, form, grade = null } = body as Body;
    const content = forms.get(id ?? '')?.content;
    const full = content === undefined ? null : digitsOf(content.totalWeight);
    return [
      {
        ...{ name: title, kind: KINDS[form ?? 'department-self-evaluation'] },
        ...{ score: total, full: full ?? '100', grade },
        budget: content === undefined ? null : figureOf(content.budget, content.unit),
        executed: content === undefined ? null : figureOf(content.executed, content.unit),
        rate: content === undefined ? null : digitsOf(content.rate),
      },
    ];
  });
}

/** Money without a unit could be anything: it is left out. */
function figureOf(value: PrintedValue | null, unit: MoneyUnit | null): Figure | null {
  const digits = digitsOf(value);
  return digits === null || unit === null ? null : { digits, unit };
}

function digitsOf(value: PrintedValue | null): string | null {
  const numeral = value === null ? null : parseNumeral(value.text.replace(/\s*[%％]\s*$/, ''));
  return numeral === null ? null : numeralText(numeral);
}
