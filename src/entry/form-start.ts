import { type FormFields, ROW_STEP, type TypedFormKind } from '../accounts/form-fields.js';
import type { Account } from '../accounts/model.js';
import type { Edition } from '../editions/model.js';
import type { Profile } from '../scores/profile.js';
import { profileFor } from '../scores/profiles.js';
import { startWeights } from '../scores/start-weights.js';
import { FUND_SOURCES } from './form-scores.js';

/** Whose form it is and under which method it is scored. */
export interface FormStart {
  readonly kind: TypedFormKind;
  readonly title: string;
  readonly profile: Profile;
}

/** Who a form names besides the project. */
export const FORM_STATEMENTS: Readonly<Record<TypedFormKind, readonly string[]>> = {
  'project-self-evaluation': ['主管部门', '实施单位'],
  'department-self-evaluation': ['主管部门'],
};

/** Second levels under the first, with their share of its points. */
const STRUCTURE = [
  ['output', '产出指标', ['数量指标', '质量指标', '时效指标', '成本指标']],
  ['benefit', '效益指标', ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标']],
  ['satisfaction', '满意度指标', ['服务对象满意度指标']],
] as const;

/** The method that scores the forms of an edition. */
export function formProfile(
  edition: Edition,
  kind: TypedFormKind,
  { fiscalYear }: Pick<Account, 'fiscalYear'>,
): Profile {
  const which = kind === 'project-self-evaluation' ? 'project' : 'department';
  return profileFor(edition.id, which, fiscalYear);
}

/** A form that nobody has filled in: 产出, 效益, 满意度 with the points of the method. */
export function startForm({ kind, title, profile }: FormStart): FormFields {
  const weights = startWeights(
    profile,
    kind === 'project-self-evaluation' ? 'project' : 'department',
  );
  const fields = new Map<string, string>([
    ['title', title],
    ['unit', '万元'],
  ]);
  if (weights.rate > 0) {
    fields.set('funds/1000/source', FUND_SOURCES[0]);
    fields.set('funds/1000/weight', `${weights.rate}`);
  }
  if (weights.tasks > 0) {
    fields.set('task/1000/name', '');
    fields.set('task/1000/weight', `${weights.tasks}`);
  }
  let row = 0;
  for (const [group, first, seconds] of STRUCTURE) {
    if (weights[group] === 0) continue;
    const shares = sharesOf(weights[group], seconds.length);
    for (const [at, second] of seconds.entries()) {
      row += ROW_STEP;
      fields.set(`indicator/${row}/first`, first);
      fields.set(`indicator/${row}/second`, second);
      fields.set(`indicator/${row}/name`, '');
      fields.set(`indicator/${row}/weight`, `${shares[at]}`);
    }
  }
  return fields;
}

/** Points in fives, those that are over to the first. */
function sharesOf(points: number, count: number): readonly number[] {
  const fives = Math.floor(points / 5);
  const each = Math.floor(fives / count);
  const over = fives - each * count;
  const rest = points - fives * 5;
  return Array.from({ length: count }, (_, at) => {
    return (each + (at < over ? 1 : 0)) * 5 + (at === 0 ? rest : 0);
  });
}
