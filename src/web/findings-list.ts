import { withSeparators } from '../base/amount.js';
import type { LiveCheck } from '../entry/live-check.js';
import type { AmountEdit } from '../entry/proposals.js';
import type { Finding } from '../findings/model.js';
import { button, element } from './dom.js';
import { type Lang, say } from './words.js';

/** How many findings of each severity; what follows from another is not counted again. */
export function countsOf({ result }: LiveCheck): Readonly<Record<Finding['severity'], number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity, cause } of result.findings) if (cause === null) counts[severity] += 1;
  return counts;
}

/** What a finding leads to: its cell, or the amounts that would settle it. */
export interface FindingEvents {
  readonly goTo: (path: string) => void;
  readonly proposed: (finding: Finding) => readonly AmountEdit[] | null;
  readonly take: (edits: readonly AmountEdit[]) => void;
}

/** Findings by root cause, worst first, each leading to its cell. */
export function findingsList(check: LiveCheck, lang: Lang, events: FindingEvents): HTMLElement {
  const { findings } = check.result;
  if (findings.length === 0) {
    return element('p', { class: 'notice good' }, element('strong', {}, say(lang, 'noFindings')));
  }
  const ids = new Set(findings.map(({ id }) => id));
  const isRoot = ({ cause }: Finding) => cause === null || !ids.has(cause);
  const roots = findings.filter(isRoot);
  const items = roots.map((finding) => {
    const following = findings.filter(({ cause }) => cause === finding.id);
    return element(
      'li',
      { class: `found ${finding.severity}-edge` },
      ...findingParts(check, finding, lang, events),
      following.length > 0 &&
        element(
          'details',
          {},
          element('summary', {}, say(lang, 'follows', following.length)),
          element(
            'ul',
            { class: 'plain' },
            ...following.map((each) => element('li', { class: 'small' }, each.message[lang])),
          ),
        ),
    );
  });
  return element('ul', { class: 'plain found-list' }, ...items);
}

function findingParts(
  check: LiveCheck,
  finding: Finding,
  lang: Lang,
  { goTo, proposed, take }: FindingEvents,
): readonly Node[] {
  const { severity, message, suspect, explanations } = finding;
  const [path] = check.cellsOf(finding);
  const edits = proposed(finding);
  const why = suspect === null ? '' : (explanations[0]?.why[lang] ?? '');
  return [
    element(
      'p',
      {},
      element('span', { class: `badge ${severity}` }, say(lang, severity)),
      ` ${message[lang]}`,
    ),
    ...(why === '' ? [] : [element('p', { class: 'small soft' }, why)]),
    element(
      'div',
      { class: 'found-tools' },
      path !== undefined &&
        button(say(lang, 'goThere'), () => goTo(path), { class: 'quiet small-button' }),
      edits !== null &&
        button(proposal(edits, lang), () => take(edits), { class: 'quiet small-button' }),
    ),
  ];
}

function proposal(edits: readonly AmountEdit[], lang: Lang): string {
  const amounts = edits.map(({ value }) => withSeparators(value));
  if (amounts.length === 1) return say(lang, 'changeTo', amounts[0]!);
  return say(lang, 'changeSeveral', amounts.length, amounts.join(lang === 'zh' ? '、' : ', '));
}
