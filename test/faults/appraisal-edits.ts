import { type AppraisalTruth, type IndicatorTruth, TRAITS } from '../kit/appraisal.js';
import { type Appraised, composeAppraised, speechOf } from '../kit/appraisal-document.js';
import { recomputed } from '../kit/appraisal-drawing.js';
import type { Random } from '../kit/random.js';
import { around } from './editing.js';
import type { Fault, FaultKind, Specimen } from './model.js';

/** What a fault makes of a document with forms; null where it has no place for it. */
export type Change = (appraised: Appraised, rng: Random) => Changed | null;

export interface Changed {
  readonly appraised: Appraised;
  readonly what: string;
  /** Titles of the forms that the fault is about; their lines are near it. */
  readonly about: readonly string[];
  /** Words on the lines where a finding must stand, if not on the lines that changed. */
  readonly names?: string;
  /** A finding stands at most so many lines away: at the title, or at the next cell of the row. */
  readonly reach?: number;
}

/** A kind of fault in performance forms: the document is printed again with the change in it. */
export function appraisalKind(id: string, change: Change): FaultKind {
  return {
    id,
    strict: true,
    plant: (specimen, rng) => {
      const { appraised } = specimen;
      if (appraised === undefined) return null;
      const changed = change(appraised, rng);
      return changed === null ? null : faultOf(specimen, changed, id);
    },
  };
}

function faultOf(specimen: Specimen, changed: Changed, id: string): Fault | null {
  const { text, formLines } = composeAppraised(changed.appraised);
  const lines = text.split('\n');
  const before = new Set(specimen.lines);
  const same = lines.length === specimen.lines.length;
  const at = lines.flatMap((line, i) => {
    const kept = same ? line === specimen.lines[i] : before.has(line);
    return kept ? [] : [i + 1];
  });
  const reach = changed.reach ?? 0;
  at.push(...at.flatMap((line) => around(line, reach)));
  const named = changed.names;
  if (named !== undefined) {
    at.push(...lines.flatMap((line, i) => (line.includes(named) ? [i + 1] : [])));
  }
  if (at.length === 0) return null;
  const near = changed.appraised.forms.flatMap(({ title }, i) => {
    if (!changed.about.includes(title)) return [];
    const [first, last] = formLines[i]!;
    return Array.from({ length: last - first + 1 }, (_, n) => first + n);
  });
  // What the text says of the forms no longer fits them, or the other way about.
  near.push(...lines.flatMap((line, i) => (line.includes('自评') ? [i + 1] : [])));
  return { lines, at, near, what: `${id} ${changed.what}`, revealing: true };
}

/** The forms of projects, or those that a layout's trait allows. */
export function projectForms(
  { forms }: Appraised,
  keep: (form: AppraisalTruth) => boolean = () => true,
): readonly AppraisalTruth[] {
  return forms.filter((form) => form.kind === 'project' && keep(form));
}

/** One form in place of another. */
export function withForm(
  appraised: Appraised,
  old: AppraisalTruth,
  form: AppraisalTruth,
  what: string,
): Changed {
  const forms = appraised.forms.map((each) => (each === old ? form : each));
  return { appraised: { ...appraised, forms }, what: `${old.title} ${what}`, about: [old.title] };
}

/** The form and the text with the sums that follow from it. */
export function withSums(
  appraised: Appraised,
  old: AppraisalTruth,
  form: AppraisalTruth,
  what: string,
): Changed {
  const changed = withForm(appraised, old, recomputed(form), what);
  const { forms, projectTotal, moneyUnit } = changed.appraised;
  const speech = speechOf(projectTotal, forms, moneyUnit);
  return { ...changed, appraised: { ...changed.appraised, speech } };
}

/** A form with one of its rows changed. */
export function withRow(
  form: AppraisalTruth,
  old: IndicatorTruth,
  row: Partial<IndicatorTruth>,
): AppraisalTruth {
  const indicators = form.indicators.map((each) => (each === old ? { ...each, ...row } : each));
  return { ...form, indicators };
}

/** A row to change, in whichever form has one. */
export function pickRow(
  appraised: Appraised,
  rng: Random,
  keep: (row: IndicatorTruth, form: AppraisalTruth) => boolean,
): { readonly form: AppraisalTruth; readonly row: IndicatorTruth } | null {
  const rows = appraised.forms.flatMap((form) =>
    form.indicators
      .filter((row) => row.secondLevel !== '预算执行指标' && keep(row, form))
      .map((row) => ({ form, row })),
  );
  return rows.length === 0 ? null : rng.pick(rows);
}

export function isCounted({ operator }: IndicatorTruth): boolean {
  return operator !== null;
}

export function isMet({ score, weight }: IndicatorTruth): boolean {
  return score === weight;
}

export function traitsOf({ layout }: AppraisalTruth) {
  return TRAITS[layout];
}

/** A printed number and something on top of it. */
export function more(text: string, by: number): string {
  const decimals = text.split('.')[1]?.length ?? 0;
  const scale = 10 ** decimals;
  const digits = String(BigInt(text.replace('.', '')) + BigInt(by * scale)).padStart(
    decimals + 1,
    '0',
  );
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
