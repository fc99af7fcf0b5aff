import type { Wording } from '../../base/wording.js';
import { lastChanges } from '../../store/last-changes.js';
import type { View } from '../../store/task.js';
import type { UnitYear } from '../../store/unit-years.js';
import type { Counts, FilingLine, FilingState } from '../../workbench/view-models.js';
import { type Caller, organisationsFor } from '../caller.js';
import type { Action } from '../rights.js';
import { gapsIn } from './gaps.js';
import { clockTime } from './timeliness.js';

/** What is to be done with a filing, and which right it takes; null: nothing. */
interface Duty {
  readonly action: Action;
  readonly text: Wording;
}

const DUTY_ACTIONS = ['filing.write', 'step.prepare', 'step.review', 'step.publish'] as const;

/** Where each of the duties is a person's: organisations, or null for all of them. */
export type Duties = ReadonlyMap<Action, readonly string[] | null>;

/** What somebody may be asked to do, by organisation. */
export async function dutiesOf(view: View, caller: Caller): Promise<Duties> {
  const found = new Map<Action, readonly string[] | null>();
  for (const action of DUTY_ACTIONS) {
    found.set(action, await organisationsFor(view, caller, action));
  }
  return found;
}

/** In which states a filing waits for whom, as a filter takes it. */
export function waitingFor(duties: Duties) {
  return DUTY_ACTIONS.map((action) => ({
    states: WAITS[action],
    organisations: duties.get(action) ?? null,
  }));
}

const WAITS: Readonly<Record<(typeof DUTY_ACTIONS)[number], readonly string[]>> = {
  'filing.write': ['draft', 'sent-back'],
  'step.prepare': ['checked', 'secrecy-reviewed'],
  'step.review': ['signed'],
  'step.publish': ['approved'],
};

/** Filings as lists show them: what was found, what is to be done next and by whom. */
export async function filingLines(
  view: View,
  rows: readonly UnitYear[],
  duties: Duties,
): Promise<readonly FilingLine[]> {
  const changes = await lastChanges(
    view,
    rows.map(({ filing }) => filing),
  );
  return rows.map((row) => {
    const { filing: id, organisation, name: unit, fiscalYear: year, state } = row;
    const change = changes.get(id)!;
    const counts = countsOf(row.summary);
    return {
      ...{ id, unit, year, kind: kindName(row.filingKind), state: state as FilingState, counts },
      next: nextOf(row, counts, organisation, duties),
      ...{ deadline: change.due, changed: clockTime(change.changedAt) },
    };
  });
}

/** What a kind of filing is called. */
export function kindName(kind: string): Wording {
  if (kind === 'final-account') return { zh: '部门决算', en: 'final account' };
  if (kind === 'performance-report') return { zh: '绩效自评', en: 'performance report' };
  return { zh: kind, en: kind };
}

/** What was found in a version, from the summary kept with it. */
export function countsOf(summary: unknown): Counts | null {
  if (typeof summary !== 'object' || summary === null) return null;
  const { errors, warnings, notes } = summary as Readonly<Record<string, unknown>>;
  const number = (value: unknown) => (typeof value === 'number' ? value : 0);
  const counts = { error: number(errors), warning: number(warnings), info: number(notes) };
  const { unread, lacking } = gapsIn(summary);
  return { ...counts, unread, lacking: lacking.length };
}

function nextOf(row: UnitYear, counts: Counts | null, organisation: string, duties: Duties) {
  const duty = dutyOf(row, counts);
  if (duty === null) return { text: { zh: '已公开，没有要做的', en: 'published' }, mine: false };
  const within = duties.get(duty.action);
  const mine = within === null || within?.includes(organisation) === true;
  if (mine) return { text: duty.text, mine };
  const [zh, en] = WHO[duty.action]!;
  return { text: { zh: `${zh}：${duty.text.zh}`, en: `${en}: ${duty.text.en}` }, mine };
}

const WHO: Partial<Readonly<Record<Action, readonly [string, string]>>> = {
  'filing.write': ['单位', 'the body'],
  'step.prepare': ['单位', 'the body'],
  'step.review': ['审核部门', 'the reviewer'],
  'step.publish': ['单位', 'the body'],
};

function dutyOf({ state, latest, published }: UnitYear, counts: Counts | null): Duty | null {
  const write = (zh: string, en: string) => ({ action: 'filing.write', text: { zh, en } }) as const;
  const errors = counts?.error ?? 0;
  switch (state) {
    case 'draft':
      if (latest === 0) return write('填写，或上传文件', 'fill it in or upload a document');
      if (errors > 0) return write(`核实并改正 ${errors} 处错误`, `look into ${errors} errors`);
      return prepare('核对完毕，送保密审查', 'say that checking is done');
    case 'sent-back':
      return write('按退回意见修改', 'change it as the reviewer asks');
    case 'checked':
      return prepare('保密审查', 'secrecy review');
    case 'secrecy-reviewed':
      return prepare('负责人审签', 'signature of the head');
    case 'signed':
      return { action: 'step.review', text: { zh: '审核并登记批复', en: 'review and approve' } };
    case 'approved':
      return { action: 'step.publish', text: { zh: '公开', en: 'publish' } };
    default:
      if (latest === published) return null;
      return {
        ...{ action: 'step.publish' },
        text: { zh: '有新的一版，待更正公开', en: 'a new version waits to be published' },
      };
  }
}

function prepare(zh: string, en: string): Duty {
  return { action: 'step.prepare', text: { zh, en } };
}
