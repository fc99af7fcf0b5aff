import type { RosterResult } from '../roster/compare.js';
import type { Lang } from './model.js';
import type { Review } from './review.js';
import { rosterSections, rosterSummary } from './roster-sections.js';
import { groupName } from './rule-groups.js';
import { sheetNames } from './sheet-names.js';
import { kindWord, severityWord, word } from './words.js';

/** A text with what it leads to or how it looks. */
export interface BookText {
  readonly text: string;
  /** Name of the sheet that it leads to. */
  readonly link?: string;
  readonly tone?: 'error' | 'warning' | 'muted';
  /** Written as a number where it is nothing but digits, so that a workbook can reckon with it. */
  readonly decimal?: true;
}

/** What stands in a cell: a text, a count, or nothing. */
export type BookValue = string | number | BookText | null;

/** A sheet: a title, what it is about, a head, and lines below it. */
export interface BookSheet {
  readonly name: string;
  readonly rows: readonly (readonly BookValue[])[];
  /** 0-based row of the head; it stays in sight, with the columns before the frozen edge. */
  readonly headRow: number;
  readonly frozenColumns: number;
  /** Columns that go on paper, from the left; all where it is not said. */
  readonly printedColumns?: number;
  /** In characters, one for each column. */
  readonly widths: readonly number[];
}

/** The findings of a run as the sheets of one workbook. */
export interface ReviewBook {
  readonly title: string;
  readonly sheets: readonly BookSheet[];
}

/** What was found over all documents of a run. */
export interface BatchReview {
  readonly reviews: readonly Review[];
  /** Documents that were not read, each with the reason. */
  readonly failures: readonly { readonly file: string; readonly why: string }[];
  readonly roster: RosterResult | null;
}

/** An overview of the units by problem, a sheet for each unit, and what the roster shows. */
export function reviewBook({ reviews, failures, roster }: BatchReview, lang: Lang): ReviewBook {
  const overview = word(lang, 'bookOverview');
  const rosterName = word(lang, 'bookRoster');
  const fixed = roster === null ? [overview] : [overview, rosterName];
  const names = sheetNames(reviews.map(titleOf), fixed);
  const title = word(lang, 'bookTitle');
  return {
    title,
    sheets: [
      overviewSheet({ reviews, failures, roster }, overview, names, lang),
      ...(roster === null ? [] : [rosterSheet(roster, rosterName, lang)]),
      ...reviews.map((review, index) => unitSheet(review, names[index]!, overview, lang)),
    ],
  };
}

function titleOf({ entity, file }: Review): string {
  return entity ?? file.split(/[/\\]|!\//).at(-1) ?? file;
}

function overviewSheet(
  { reviews, failures }: BatchReview,
  name: string,
  names: readonly string[],
  lang: Lang,
): BookSheet {
  const groups = [...new Set(reviews.flatMap((review) => [...problemsOf(review).keys()]))].sort(
    (a, b) => (a < b ? -1 : 1),
  );
  const words = [
    ...(['file', 'entity', 'fiscalYear', 'edition', 'state'] as const).map((id) => word(lang, id)),
    severityWord(lang, 'error'),
    severityWord(lang, 'warning'),
    severityWord(lang, 'info'),
    word(lang, 'undecided'),
    word(lang, 'unreadCount'),
  ];
  const head = [...words, ...groups.map((group) => groupName(group, lang) ?? group)];
  const lines = reviews.map((review, index): BookValue[] => {
    const { errors, warnings, notes } = review.outcome;
    const problems = problemsOf(review);
    return [
      review.file,
      { text: titleOf(review), link: names[index]! },
      review.fiscalYear,
      review.edition,
      stateOf(review, lang),
      ...[errors, warnings, notes, review.undecided, review.unread],
      ...groups.map((group) => problems.get(group) ?? null),
    ];
  });
  const lost = failures.map(({ file, why }): BookValue[] => [
    file,
    null,
    null,
    null,
    { text: `${word(lang, 'notRead')}${word(lang, 'colon')}${why}`, tone: 'warning' },
    ...head.slice(5).map(() => null),
  ]);
  const about = word(lang, 'bookAbout', reviews.length + failures.length);
  return {
    name,
    rows: [[word(lang, 'bookTitle')], [about], head, ...lines, ...lost],
    headRow: 2,
    frozenColumns: 2,
    widths: [32, 30, 8, 20, 24, 7, 7, 7, 10, 10, ...groups.map(() => 12)],
  };
}

/** How many errors and warnings, each under its cause only, a document has of each kind. */
function problemsOf({ rows }: Review): ReadonlyMap<string, number> {
  const problems = new Map<string, number>();
  for (const { rule, severity, following } of rows) {
    if (following || severity === 'info') continue;
    const group = rule.split('.')[0] ?? rule;
    problems.set(group, (problems.get(group) ?? 0) + 1);
  }
  return problems;
}

function stateOf({ kind, outcome }: Review, lang: Lang): BookText {
  if (!outcome.checked) {
    const about = kind === 'final-account' ? '' : word(lang, 'brackets', kindWord(lang, kind));
    return { text: `${word(lang, 'notChecked')}${about}`, tone: 'muted' };
  }
  if (outcome.errors > 0) return { text: word(lang, 'hasErrors'), tone: 'error' };
  if (outcome.status === 3) return { text: word(lang, 'partlyUnread'), tone: 'warning' };
  return { text: word(lang, 'noErrors') };
}

function unitSheet(review: Review, name: string, overview: string, lang: Lang): BookSheet {
  const ids = ['number', 'severity', 'position', 'quoted', 'problem', 'expected'] as const;
  const more = ['difference', 'basis', 'correction', 'rule'] as const;
  const year = review.fiscalYear === null ? '' : word(lang, 'yearOnly', review.fiscalYear);
  return {
    name,
    rows: [
      [`${titleOf(review)} ${year}`.trim()],
      [{ text: word(lang, 'backTo', overview), link: overview }, null, review.file],
      [...ids, ...more].map((id) => word(lang, id)),
      ...review.rows.map((row): BookValue[] => [
        row.number,
        { text: severityWord(lang, row.severity), ...toneOf(row.severity) },
        row.position,
        row.quote,
        row.problem,
        row.expected,
        row.difference,
        row.basis,
        row.remedy,
        { text: row.rule, tone: 'muted' },
      ]),
    ],
    headRow: 2,
    frozenColumns: 2,
    widths: [7, 7, 26, 32, 46, 14, 14, 24, 28, 26],
    // Ids of rules are for programs; on paper they cost the size of all other letters.
    printedColumns: 9,
  };
}

function toneOf(severity: Review['rows'][number]['severity']): Pick<BookText, 'tone'> {
  return severity === 'info' ? {} : { tone: severity };
}

function rosterSheet(roster: RosterResult, name: string, lang: Lang): BookSheet {
  const lines = rosterSections(roster, lang).flatMap(({ title, items }) =>
    items.map(([unit, about]): BookValue[] => [title, unit, about]),
  );
  const head = [word(lang, 'rosterKind'), word(lang, 'entity'), word(lang, 'rosterAbout')];
  return {
    name,
    rows: [[name], [rosterSummary(roster, lang)], head, ...lines],
    headRow: 2,
    frozenColumns: 0,
    widths: [32, 36, 70],
  };
}
