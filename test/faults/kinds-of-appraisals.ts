import type { AppraisalTruth } from '../kit/appraisal.js';
import type { AppraisalSpeech, Appraised } from '../kit/appraisal-document.js';
import { exactAmount, recomputed } from '../kit/appraisal-drawing.js';
import type { Random } from '../kit/random.js';
import {
  appraisalKind,
  type Change,
  type Changed,
  isCounted,
  isMet,
  more,
  pickRow,
  projectForms,
  traitsOf,
  withForm,
  withRow,
  withSums,
} from './appraisal-edits.js';
import type { FaultKind } from './model.js';

/** One of the project forms, changed. */
function inForm(
  keep: (form: AppraisalTruth) => boolean,
  change: (form: AppraisalTruth, rng: Random) => Partial<AppraisalTruth>,
): Change {
  return (appraised, rng) => {
    const forms = projectForms(appraised, keep);
    if (forms.length === 0) return null;
    const form = rng.pick(forms);
    return withForm(appraised, form, { ...form, ...change(form, rng) }, '');
  };
}

/** The same form with other money, all of it from one source. */
function withMoney(form: AppraisalTruth, cents: bigint, budgetCents: bigint): AppraisalTruth {
  const { moneyUnit } = form;
  const budget = exactAmount(budgetCents, moneyUnit);
  const executed = exactAmount(cents, moneyUnit);
  const sources = form.sources.map(({ name }, at) =>
    at < 2 ? { name, budget, executed } : { name, budget: '0', executed: '0' },
  );
  return recomputed({ ...form, cents, budgetCents, sources });
}

function timesMoney(form: AppraisalTruth, factor: bigint): AppraisalTruth {
  return withMoney(form, form.cents * factor, form.budgetCents * factor);
}

function times(text: string, factor: bigint): string {
  const decimals = text.split('.')[1]?.length ?? 0;
  const digits = String(BigInt(text.replace('.', '')) * factor).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

const IN_FORMS: readonly FaultKind[] = [
  appraisalKind(
    'form-total',
    inForm(
      () => true,
      ({ total }, rng) => {
        return { total: more(total, -rng.int(2, 9)) };
      },
    ),
  ),
  appraisalKind(
    'form-rate',
    inForm(
      (form) => traitsOf(form).rated,
      ({ rate }, rng) => {
        return { rate: more(rate, -rng.int(3, 20)) };
      },
    ),
  ),
  appraisalKind(
    'form-executed',
    inForm(
      (form) => traitsOf(form).rated && traitsOf(form).sourceNames.length < 3,
      (form) => {
        const executed = exactAmount((form.cents * 8n) / 10n, form.moneyUnit);
        return { sources: form.sources.map((source) => ({ ...source, executed })) };
      },
    ),
  ),
  appraisalKind(
    'form-sources',
    inForm(
      ({ sources }) => sources.length > 2,
      ({ sources }) => {
        const last = sources.length - 1;
        const budget = more(sources[last]!.budget, 7);
        return {
          sources: sources.map((source, at) => (at === last ? { ...source, budget } : source)),
        };
      },
    ),
  ),
  appraisalKind(
    'form-grade',
    inForm(
      (form) => traitsOf(form).grade,
      ({ grade }) => ({ grade: grade === '优' ? '中' : '优' }),
    ),
  ),
  appraisalKind('form-last-year', (appraised, rng) => {
    const form = rng.pick(projectForms(appraised));
    const changed = withForm(appraised, form, { ...form, year: form.year - 1 }, '');
    return { ...changed, reach: 2 };
  }),
  appraisalKind(
    'form-unit-yuan',
    inForm(
      ({ moneyUnit, layout }) => moneyUnit === '万元' && layout !== 'rated',
      (form) => timesMoney(form, 10_000n),
    ),
  ),
  appraisalKind(
    'form-above-code',
    inForm(
      ({ layout }) => traitsOf({ layout } as AppraisalTruth).executed,
      (form) => timesMoney(form, 90n),
    ),
  ),
  appraisalKind('form-absent', (appraised, rng) => {
    const forms = projectForms(appraised);
    if (forms.length < 2) return null;
    const { title } = rng.pick(forms);
    const rest = appraised.forms.filter((form) => form.title !== title);
    return {
      appraised: { ...appraised, forms: rest },
      what: title,
      about: [],
      names: `${title}绩效`,
    };
  }),
  appraisalKind('form-twice', (appraised, rng) => {
    const form = rng.pick(projectForms(appraised));
    const { layout, title } = form;
    const lower = withRow(form, form.indicators.at(-1)!, { score: '5', reason: '回访样本偏少' });
    const other =
      layout === 'rated'
        ? recomputed(lower)
        : withMoney(form, form.cents / 2n, form.budgetCents / 2n);
    const forms = [...appraised.forms, other];
    return { appraised: { ...appraised, forms }, what: title, about: [title], names: title };
  }),
  appraisalKind('form-copied-goals', (appraised) => {
    const forms = appraised.forms.map((form) => ({ ...form, actualGoal: form.expectedGoal }));
    const shown = forms.some(({ layout }) => !['rated', 'invented-left'].includes(layout));
    if (!shown) return null;
    return {
      appraised: { ...appraised, forms },
      ...{ what: '', about: forms.map(({ title }) => title) },
    };
  }),
  appraisalKind('form-department', (appraised, rng) => {
    const form = appraised.forms.find(({ layout }) => layout === 'tasked-department');
    if (form === undefined) return null;
    const task = rng.pick(form.tasks);
    const much = times(task.budget, 20n);
    const tasks = form.tasks.map((each) =>
      each === task ? { ...each, budget: much, executed: much } : each,
    );
    return withForm(appraised, form, { ...form, tasks }, task.name);
  }),
];

const IN_ROWS: readonly FaultKind[] = [
  appraisalKind('row-weight', (appraised, rng) => {
    const picked = pickRow(appraised, rng, () => true);
    if (picked === null) return null;
    const { form, row } = picked;
    const made = withRow(form, row, { weight: more(row.weight, 5) });
    return withForm(appraised, form, made, row.name);
  }),
  appraisalKind('row-score-above-weight', (appraised, rng) => {
    const picked = pickRow(appraised, rng, isMet);
    if (picked === null) return null;
    const { form, row } = picked;
    return withSums(appraised, form, withRow(form, row, { score: more(row.weight, 3) }), row.name);
  }),
  appraisalKind('row-points-lost', (appraised, rng) => {
    const picked = pickRow(appraised, rng, (row) => isMet(row) && isCounted(row));
    if (picked === null) return null;
    const { form, row } = picked;
    return withSums(appraised, form, withRow(form, row, { score: more(row.weight, -2) }), row.name);
  }),
  appraisalKind('row-missed-full', (appraised, rng) => {
    const picked = pickRow(
      appraised,
      rng,
      (row) => isMet(row) && row.operator === '≥' && Number(row.target) > 9,
    );
    if (picked === null) return null;
    const { form, row } = picked;
    const target = Number(row.target);
    const actual = String(Math.floor((target * 7) / 10));
    const percent = Math.floor((Number(actual) * 100) / target);
    const completion = row.completion === '' ? '' : `${percent}%`;
    const made = withRow(form, row, { actual, completion });
    return withForm(appraised, form, made, row.name);
  }),
  appraisalKind('row-operator', (appraised, rng) => {
    const picked = pickRow(
      appraised,
      rng,
      (row) => isMet(row) && isCounted(row) && row.actual !== row.target,
    );
    if (picked === null) return null;
    const { form, row } = picked;
    const operator = row.operator === '≤' ? '≥' : '≤';
    const made = withRow(form, row, { operator });
    return { ...withForm(appraised, form, made, `${row.name} ${operator}`), reach: 1 };
  }),
  appraisalKind('row-zero', (appraised, rng) => {
    const picked = pickRow(appraised, rng, (row) => isMet(row) && row.operator === '≥');
    if (picked === null) return null;
    const { form, row } = picked;
    return withForm(appraised, form, withRow(form, row, { actual: '0' }), row.name);
  }),
  appraisalKind('row-completion', (appraised, rng) => {
    const picked = pickRow(
      appraised,
      rng,
      (row) => row.completion !== '' && isCounted(row) && row.operator !== '≤',
    );
    if (picked === null) return null;
    const { form, row } = picked;
    const completion = row.completion === '62%' ? '83%' : '62%';
    return withForm(appraised, form, withRow(form, row, { completion }), row.name);
  }),
  appraisalKind('row-reason-blank', (appraised, rng) => {
    const picked = pickRow(appraised, rng, ({ reason }) => reason !== '');
    if (picked === null) return null;
    const { form, row } = picked;
    const made = withRow(form, row, { reason: '' });
    return { ...withForm(appraised, form, made, row.name), reach: 8 };
  }),
];

/** Something else is said; the forms stay. */
function speaking(
  change: (speech: AppraisalSpeech, rng: Random) => Partial<AppraisalSpeech>,
): Change {
  return (appraised, rng): Changed => ({
    appraised: spoken(appraised, change(appraised.speech, rng)),
    what: '',
    about: [],
  });
}

function spoken(appraised: Appraised, speech: Partial<AppraisalSpeech>): Appraised {
  return { ...appraised, speech: { ...appraised.speech, ...speech } };
}

function reviewing(
  keep: (form: AppraisalTruth) => boolean,
  field: 'total' | 'executed',
  change: (text: string, rng: Random) => string,
): Change {
  return (appraised, rng) => {
    const forms = projectForms(appraised, keep);
    if (forms.length === 0) return null;
    const { title } = rng.pick(forms);
    const reviews = appraised.speech.reviews.map((review) =>
      review.title === title ? { ...review, [field]: change(review[field], rng) } : review,
    );
    return { appraised: spoken(appraised, { reviews }), what: title, about: [title] };
  };
}

const IN_TEXT: readonly FaultKind[] = [
  appraisalKind(
    'said-count',
    speaking(({ count }, rng) => ({
      count: more(count, rng.pick([-1, 1, 2])),
    })),
  ),
  appraisalKind(
    'said-average',
    speaking(({ average }, rng) => ({
      average: more(average, -rng.int(2, 9)),
    })),
  ),
  appraisalKind(
    'said-amount',
    speaking(({ amount }) => ({ amount: `${(Number(amount[0]) % 9) + 1}${amount.slice(1)}` })),
  ),
  appraisalKind(
    'said-coverage',
    speaking(({ coverage }, rng) => ({
      coverage: more(coverage, -rng.int(3, 30)),
    })),
  ),
  appraisalKind(
    'said-grades',
    speaking(({ grades }) => {
      const from = grades.findIndex((count) => count !== '0');
      const to = from === 0 ? 1 : 0;
      return {
        grades: grades.map((count, at) =>
          at === from ? more(count, -1) : at === to ? more(count, 1) : count,
        ),
      };
    }),
  ),
  appraisalKind(
    'said-total',
    reviewing(
      () => true,
      'total',
      (text, rng) => {
        return more(text, -rng.int(2, 9));
      },
    ),
  ),
  appraisalKind(
    'said-executed',
    reviewing(
      (form) => traitsOf(form).executed,
      'executed',
      (text, rng) => more(text, rng.int(20, 90)),
    ),
  ),
];

/** Faults in performance forms and in what the text says of them. */
export const APPRAISAL_KINDS: readonly FaultKind[] = [...IN_FORMS, ...IN_ROWS, ...IN_TEXT];
