import { comparePlaces } from '../base/place.js';
import type { Filing } from '../facts/model.js';
import type { CheckResult, Finding } from '../findings/model.js';
import type { Severity } from '../rules/model.js';
import { findingGroup, type GroupedFinding } from './finding-group.js';
import { headOf, titleOf } from './from-filing.js';
import { withLocalPlaces } from './local-places.js';
import type { Block, Count, Definitions, Group, Lang, Page, Tone } from './model.js';
import { pageOf, plain } from './model.js';
import { firstFew, paragraph, placeNames, positionWord } from './names.js';
import { sourceOf } from './source-of.js';
import { unreadBlocks } from './unread-blocks.js';
import { kindWord, severityWord, word } from './words.js';

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
/** Reasons of undecided rules that are written out. */
const MOST_REASONS = 20;

/**
 * The report of a check: what the document is, how many rules held, every finding with its place,
 * what
 * would make it agree and what to do. Consequences fold under their cause. `exitStatus` is worked
 * out
 * from the findings when the door does not give it.
 */
export function pageFromFindings(
  filing: Filing,
  result: CheckResult,
  sourceLines: readonly string[],
  lang: Lang,
  exitStatus: 0 | 1 | 3 = exitOf(filing, result),
): Page {
  const local = result.findings.map((finding) => withLocalPlaces(finding, sourceLines));
  const grouped = groupByCause(local);
  const name = placeNames(filing);
  const groups = grouped.map((entry) => findingGroup(entry, { lang, lines: sourceLines, name }));
  const notes = groups.filter((group) => group.tone === 'info');
  const blocks: Block[] = [
    ...opening(filing, result, lang),
    ...groups.filter((group) => group.tone !== 'info'),
    ...(notes.length > 0 ? [notesGroup(notes, lang)] : []),
    ...undecidedBlocks(result, lang),
    ...unreadBlocks(filing, lang),
  ];
  return pageOf(lang, titleOf(filing, lang), {
    subtitle: word(lang, 'checkReport'),
    facts: factsOf(filing, result, lang),
    counts: countsOf(grouped, lang),
    blocks,
    conclusion: conclusionOf(grouped, result, exitStatus, lang),
    source: sourceOf(filing, grouped, sourceLines),
  });
}

function exitOf(filing: Filing, result: CheckResult): 0 | 1 | 3 {
  if (result.findings.some((finding) => finding.severity === 'error')) return 1;
  return filing.unread.length > 0 ? 3 : 0;
}

/**
 * Findings by root cause: errors first, then in document order, numbered as the reader sees them.
 */
export function groupByCause(findings: readonly Finding[]): readonly GroupedFinding[] {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const consequences = new Map<Finding, Finding[]>();
  for (const finding of findings) {
    const root = rootOf(finding, byId);
    const list = consequences.get(root) ?? [];
    if (!consequences.has(root)) consequences.set(root, list);
    if (root !== finding) list.push(finding);
  }
  return [...consequences]
    .map(([root, following]) => ({
      root,
      following,
      severity: worst([root, ...following]),
    }))
    .sort((a, b) => RANK[a.severity] - RANK[b.severity] || byPlace(a.root, b.root))
    .map((entry, index) => ({ ...entry, number: index + 1, id: `f${index + 1}` }));
}

/** Follows causes up; a missing or circular cause makes a finding its own root. */
function rootOf(finding: Finding, byId: ReadonlyMap<string, Finding>): Finding {
  const seen = new Set<Finding>([finding]);
  let root = finding;
  while (root.cause !== null) {
    const cause = byId.get(root.cause);
    if (!cause) return root;
    if (seen.has(cause)) return finding;
    seen.add(cause);
    root = cause;
  }
  return root;
}

function worst(findings: readonly Finding[]): Severity {
  return findings.reduce<Severity>(
    (least, { severity }) => (RANK[severity] < RANK[least] ? severity : least),
    'info',
  );
}

function byPlace(a: Finding, b: Finding): number {
  const [left, right] = [a.places[0], b.places[0]];
  if (!left || !right) return left ? -1 : right ? 1 : 0;
  return comparePlaces(left, right);
}

function factsOf(filing: Filing, result: CheckResult, lang: Lang): Definitions['items'] {
  const { rules } = result;
  const instances = [
    `${word(lang, 'holds')} ${rules.holds}`,
    `${word(lang, 'rounding')} ${rules.roundingConsistent}`,
    `${word(lang, 'fails')} ${rules.fails}`,
    `${word(lang, 'undecided')} ${rules.undecided}`,
    `${word(lang, 'notApplicable')} ${rules.notApplicable}`,
  ].join(' · ');
  const counted: readonly [string, string] = [word(lang, 'ruleInstances'), instances];
  return [...headOf(filing, lang), counted].map(([term, text]) => ({
    term,
    details: [plain(text)],
  }));
}

function countsOf(grouped: readonly GroupedFinding[], lang: Lang): readonly Count[] {
  return (['error', 'warning', 'info'] as const).map((severity) => ({
    label: severityWord(lang, severity),
    value: grouped.filter((entry) => entry.severity === severity).length,
    tone: severity,
  }));
}

/** What is said before the findings: that nothing was checked, or that nothing disagrees. */
function opening(filing: Filing, result: CheckResult, lang: Lang): Block[] {
  const { holds, roundingConsistent, fails } = result.rules;
  const checked = holds + roundingConsistent + fails;
  if (filing.kind !== 'final-account' && checked === 0) {
    const content = plain(word(lang, 'notCheckedKind', kindWord(lang, filing.kind)));
    return [{ kind: 'callout', tone: 'warning', title: word(lang, 'notChecked'), content }];
  }
  if (checked === 0) {
    return [{ kind: 'callout', tone: 'warning', title: word(lang, 'notChecked'), content: [] }];
  }
  if (result.findings.length > 0) return [];
  const content = plain(
    word(lang, 'nothingFoundText', holds + roundingConsistent, roundingConsistent),
  );
  return [{ kind: 'callout', tone: 'good', title: word(lang, 'nothingFound'), content }];
}

function notesGroup(notes: readonly Group[], lang: Lang): Group {
  return {
    kind: 'group',
    role: 'section',
    id: 'notes',
    tone: 'info',
    title: plain(word(lang, 'notes', notes.length)),
    folded: true,
    brief: [paragraph(word(lang, 'foldedNotes', notes.length))],
    blocks: notes,
  };
}

/** Undecided rules by what they miss: one line for each reason. */
function undecidedBlocks(result: CheckResult, lang: Lang): Block[] {
  if (result.undecided.length === 0) return [];
  const reasons = new Map<string, { rules: Set<string>; places: Set<string>; times: number }>();
  for (const { rule, why, places } of result.undecided) {
    const reason = reasons.get(why[lang]) ?? { rules: new Set(), places: new Set(), times: 0 };
    reasons.set(why[lang], reason);
    reason.times += 1;
    reason.rules.add(rule);
    for (const place of places) {
      const position = positionWord(lang, place);
      if (position !== null) reason.places.add(position);
    }
  }
  const all = [...reasons].sort(([, a], [, b]) => b.times - a.times);
  const items = all.slice(0, MOST_REASONS).map(([why, { rules, places, times }]) => {
    const where = places.size === 0 ? [] : [firstFew(lang, [...places], 3)];
    const about = [`×${times}`, firstFew(lang, [...rules], 3), ...where].join(word(lang, 'also'));
    const tone: Tone = 'muted';
    return [{ text: why }, { text: word(lang, 'brackets', about), tone }];
  });
  const rest = all.length - items.length;
  const more = rest > 0 ? [plain(word(lang, 'andRest', rest))] : [];
  return [
    {
      kind: 'group',
      role: 'section',
      id: 'undecided',
      title: plain(`${word(lang, 'undecidedTitle')} · ${result.undecided.length}`),
      folded: false,
      blocks: [
        paragraph(word(lang, 'undecidedNote')),
        { kind: 'list', ordered: false, items: [...items, ...more] },
      ],
    },
  ];
}

function conclusionOf(
  grouped: readonly GroupedFinding[],
  result: CheckResult,
  exitStatus: 0 | 1 | 3,
  lang: Lang,
): Page['conclusion'] {
  const values = countsOf(grouped, lang).map((count) => count.value);
  const following = grouped.reduce((sum, entry) => sum + entry.following.length, 0);
  const { undecided } = result.rules;
  const { holds, roundingConsistent, fails } = result.rules;
  const checked = holds + roundingConsistent + fails > 0;
  const parts =
    grouped.length === 0 && undecided === 0
      ? checked
        ? [word(lang, 'conclusionNone')]
        : [word(lang, 'notChecked'), word(lang, 'stop')]
      : [
          word(lang, 'conclusionCounts', ...values),
          following > 0 ? word(lang, 'conclusionFollow', following) : '',
          undecided > 0 ? word(lang, 'conclusionUndecided', undecided) : '',
          word(lang, 'stop'),
        ];
  const tone: Tone = exitStatus === 1 ? 'error' : exitStatus === 3 ? 'warning' : 'good';
  const status = `${word(lang, `exit${exitStatus}`)}${word(lang, 'stop')}`.trimEnd();
  return { text: parts.join('').trimEnd(), tone, status };
}
