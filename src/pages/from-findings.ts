import type { Locate, SourceText } from '../base/place.js';
import type { Filing } from '../facts/model.js';
import type { CheckResult } from '../findings/model.js';
import { findingGroup } from './finding-group.js';
import { headOf, titleOf } from './from-filing.js';
import { groupByCause } from './group-by-cause.js';
import { withLocalPlaces } from './local-places.js';
import type { Block, Count, Definitions, Group, Lang, Page, Tone } from './model.js';
import { pageOf, plain } from './model.js';
import { firstFew, paragraph, placeNames, positionWord } from './names.js';
import { type Outcome, outcomeOf } from './outcome.js';
import { sourceOf } from './source-of.js';
import { unreadBlocks } from './unread-blocks.js';
import { kindWord, severityWord, word } from './words.js';

/** Reasons of undecided rules that are written out. */
const MOST_REASONS = 20;

/**
 * The report of a check: what the document is, how many rules held, every finding with its place,
 * what would make it agree and what to do. Consequences fold under their cause.
 */
export function pageFromFindings(
  filing: Filing,
  result: CheckResult,
  source: SourceText,
  lang: Lang,
): Page {
  const outcome = outcomeOf(filing, result);
  const local = result.findings.map(withLocalPlaces);
  const grouped = groupByCause(local);
  const name = placeNames(filing);
  const groups = grouped.map((entry) => findingGroup(entry, { lang, source, name }));
  const notes = groups.filter((group) => group.tone === 'info');
  const blocks: Block[] = [
    ...opening(filing, result, outcome, lang),
    ...groups.filter((group) => group.tone !== 'info'),
    ...(notes.length > 0 ? [notesGroup(notes, lang)] : []),
    ...undecidedBlocks(result, source.locate, lang),
    ...unreadBlocks(filing, source.locate, lang),
  ];
  return pageOf(lang, titleOf(filing, lang), {
    subtitle: word(lang, 'checkReport'),
    facts: factsOf(filing, result, lang),
    counts: countsOf(outcome, lang),
    blocks,
    conclusion: conclusionOf(outcome, result, lang),
    source: sourceOf(filing, grouped, source.lines),
  });
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

function countsOf({ errors, warnings, notes }: Outcome, lang: Lang): readonly Count[] {
  const values = { error: errors, warning: warnings, info: notes };
  return (['error', 'warning', 'info'] as const).map((severity) => ({
    label: severityWord(lang, severity),
    value: values[severity],
    tone: severity,
  }));
}

/** What is said before the findings: that nothing was checked, or that nothing disagrees. */
function opening(filing: Filing, result: CheckResult, { checked }: Outcome, lang: Lang): Block[] {
  const { holds, roundingConsistent } = result.rules;
  if (!checked) {
    const content = plain(notCheckedText(filing, lang));
    return [{ kind: 'callout', tone: 'warning', title: word(lang, 'notChecked'), content }];
  }
  if (result.findings.length > 0) return [];
  const all = word(lang, 'nothingFoundText', holds + roundingConsistent);
  const rounded = roundingConsistent > 0 ? word(lang, 'withinRounding', roundingConsistent) : '';
  const content = plain(`${all}${rounded}${word(lang, 'stop')}`.trimEnd());
  return [{ kind: 'callout', tone: 'good', title: word(lang, 'nothingFound'), content }];
}

function notCheckedText({ kind }: Filing, lang: Lang): string {
  if (kind === 'final-account') return word(lang, 'notCheckedEmpty');
  if (kind === 'unknown') return word(lang, 'notCheckedUnknown');
  return word(lang, 'notCheckedKind', kindWord(lang, kind));
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
function undecidedBlocks(result: CheckResult, locate: Locate, lang: Lang): Block[] {
  if (result.undecided.length === 0) return [];
  const reasons = new Map<string, { rules: Set<string>; places: Set<string>; times: number }>();
  for (const { rule, why, places } of result.undecided) {
    const reason = reasons.get(why[lang]) ?? { rules: new Set(), places: new Set(), times: 0 };
    reasons.set(why[lang], reason);
    reason.times += 1;
    reason.rules.add(rule);
    for (const place of places) {
      const position = positionWord(lang, place, locate);
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

function conclusionOf(outcome: Outcome, result: CheckResult, lang: Lang): Page['conclusion'] {
  const { status, checked, errors, warnings, notes, following } = outcome;
  const { undecided } = result.rules;
  const found = result.findings.length > 0 || undecided > 0;
  const parts = found
    ? [
        word(lang, 'conclusionCounts', errors, warnings, notes),
        following > 0 ? word(lang, 'conclusionFollow', following) : '',
        undecided > 0 ? word(lang, 'conclusionUndecided', undecided) : '',
        word(lang, 'stop'),
      ]
    : checked
      ? [word(lang, 'conclusionNone')]
      : [word(lang, 'notChecked'), word(lang, 'stop')];
  const tones: Readonly<Record<Outcome['status'], Tone>> = { 0: 'good', 1: 'error', 3: 'warning' };
  const exit = checked || status !== 0 ? word(lang, `exit${status}`) : word(lang, 'exitUnchecked');
  return {
    text: parts.join('').trimEnd(),
    tone: checked ? tones[status] : 'warning',
    status: `${exit}${word(lang, 'stop')}`.trimEnd(),
  };
}
