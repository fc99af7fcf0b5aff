import type { Wording } from '../../base/wording.js';
import type { Filing } from '../../store/filings.js';
import type { Step } from '../../store/steps.js';
import type { View } from '../../store/task.js';
import type * as versions from '../../store/versions.js';
import type { FilingState, StepChoice, StepView } from '../../workbench/view-models.js';
import { type Caller, may } from '../caller.js';
import type { NameOf } from './actor-names.js';
import { type Gaps, gapsIn, gapsWord, lostWord, tablesLost } from './gaps.js';
import { clockTime } from './timeliness.js';
import { type Move, type State, secretsIn, TRANSITIONS } from './workflow.js';

const MOVES = Object.keys(TRANSITIONS) as readonly Move[];

/** The move that leads from one state to another; undefined where there is none. */
export function moveBetween(from: string, to: string): Move | undefined {
  return MOVES.find((name) => {
    const transition = TRANSITIONS[name];
    return transition.to === to && (transition.from as readonly State[]).includes(from as State);
  });
}

/** The steps that somebody may take now, and what stands in the way of each. */
export async function choicesOf(
  view: View,
  caller: Caller,
  filing: Filing,
  version: versions.Version | undefined,
): Promise<readonly StepChoice[]> {
  const choices: StepChoice[] = [];
  for (const name of MOVES) {
    const { from, to, action } = TRANSITIONS[name];
    if (!(from as readonly string[]).includes(filing.state)) continue;
    if (!(await may(view, caller, action, filing.organisation))) continue;
    // Who is the unit and its reviewer at once takes it back; nobody is there to be told why.
    if (caller.kind === 'single' && name === 'send-back' && filing.state !== 'approved') continue;
    const why = await inTheWay(view, name, filing, version);
    const gaps = TRANSITIONS[name].publishes === true ? gapsWord(gapsIn(version?.summary)) : null;
    choices.push({ to: to as FilingState, why, gaps });
  }
  return choices;
}

async function inTheWay(
  view: View,
  name: Move,
  filing: Filing,
  version: versions.Version | undefined,
): Promise<Wording | null> {
  const { needs, publishes } = TRANSITIONS[name];
  if ((needs as readonly string[]).includes('version') && version === undefined) return NOTHING;
  if (publishes !== true || version === undefined) return null;
  if (name === 'correct' && filing.published === filing.latest) return SAME;
  const lost = name === 'correct' ? await tablesLost(view, filing, version) : [];
  if (lost.length > 0) return lostWord(lost);
  const secret = await secretsIn(view, filing, version);
  return secret.length > 0 ? SECRET : null;
}

const NOTHING: Wording = {
  zh: '还没有上报内容：先填写并提交，或上传文件。',
  en: 'Nothing has been handed in: type it, or upload a document.',
};
const SAME: Wording = {
  zh: '公开的就是最新的一版。要更正，请先上传改好的文件，或点“更正”修改并提交新的一版。',
  en: 'The newest version is the public one. Upload a corrected document or type the correction.',
};
const SECRET: Wording = {
  zh: '含有涉密标注或个人信息，不能公开。请按问题里的建议处理后提交新的一版；“暂不处理”不能放行。',
  en: 'Marks of secrecy or personal data keep it from being published; letting it pass is no way.',
};

/** A step as the page shows it. */
export function stepView(step: Step, nameOf: NameOf): StepView {
  const { toState, actor, at, version, documentNumber, day, note, details } = step;
  const { addresses, gaps } = (details ?? {}) as {
    readonly addresses?: readonly string[];
    readonly gaps?: Gaps & { readonly reason: string };
  };
  return {
    ...{ state: toState as FilingState, by: nameOf(actor), at: clockTime(at) },
    ...{ version, documentNumber, day, note },
    addresses: addresses ?? [],
    ...(gaps === undefined ? {} : { gaps: { word: gapsWord(gaps), reason: gaps.reason } }),
  };
}

/** Addresses of a publication, one a line; null where one of them is none. */
export function addressesIn(text: string): readonly string[] | null {
  const lines = text.split('\n').map((line) => line.trim());
  const given = lines.filter((line) => line !== '');
  return given.every((line) => /^https?:\/\/[^\s/]+\S*$/.test(line)) ? given : null;
}
