import type { Locate, Place, SourceText } from '../base/place.js';
import type { DocumentKind, Filing } from '../facts/model.js';
import type { CheckResult, Finding } from '../findings/model.js';
import { ruleOf } from '../rules/catalogue.js';
import type { Severity } from '../rules/model.js';
import { basisText } from './basis-text.js';
import { harmless } from './display-width.js';
import { editionName } from './edition-name.js';
import { groupByCause } from './group-by-cause.js';
import { withLocalPlaces } from './local-places.js';
import type { Inline, Lang } from './model.js';
import { placeNames, positionWord } from './names.js';
import { type Outcome, outcomeOf } from './outcome.js';
import { valueWithUnit } from './value-text.js';

/** One place of a finding, in words and, in a plain text file, as a range. */
export interface ReviewPlace {
  /** Of another document than the one checked; null where it is that one. */
  readonly file: string | null;
  /** 第 134 行 · 收入决算表“合计”本年收入合计. */
  readonly position: string;
  readonly text: string;
  /** 1-based line, half-open UTF-16 offsets; null where the file is no plain text. */
  readonly region: { readonly line: number; readonly from: number; readonly to: number } | null;
}

/** A finding as one line of a table, all in words. */
export interface ReviewRow {
  /** 3, or 3.1 for the first that follows from the third. */
  readonly number: string;
  /** The same in a corrected document. */
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  /** Follows from another finding and is not counted again. */
  readonly following: boolean;
  /** How many findings follow from this one. */
  readonly consequences: number;
  readonly position: string;
  readonly quote: string;
  readonly problem: string;
  readonly expected: string;
  readonly difference: string;
  readonly basis: string;
  readonly remedy: string;
  readonly places: readonly ReviewPlace[];
}

/** The check of one document for those who work through many. */
export interface Review {
  readonly file: string;
  readonly kind: DocumentKind;
  readonly entity: string | null;
  readonly fiscalYear: number | null;
  readonly edition: string;
  readonly outcome: Outcome;
  readonly undecided: number;
  readonly unread: number;
  readonly rows: readonly ReviewRow[];
}

const LONGEST_QUOTE = 120;

/** Every finding of a check as a line of a table: errors first, then as the document goes. */
export function reviewOf(
  filing: Filing,
  result: CheckResult,
  source: SourceText,
  lang: Lang,
): Review {
  const { file, kind, entity, fiscalYear, edition } = filing;
  const name = placeNames(filing);
  const write = (finding: Finding, number: string, consequences: number | null): ReviewRow => {
    const places = finding.places.map((place) => placeOf(place, name(place), source.locate, lang));
    const { expected, difference, unit } = finding;
    const [first] = finding.places;
    return {
      number,
      id: finding.id,
      rule: finding.rule,
      severity: finding.severity,
      following: consequences === null,
      consequences: consequences ?? 0,
      position: places[0]?.position ?? '',
      quote: first === undefined ? '' : quoteOf(first, source.lines),
      problem: harmless(finding.message[lang]),
      expected: expected === null ? '' : valueWithUnit(expected, unit),
      difference: difference === null ? '' : valueWithUnit(difference.replace(/^-/, ''), unit),
      basis: plainText(basisText(finding.basis, lang)),
      remedy: finding.remedy[lang] || (ruleOf(finding.rule)?.remedy[lang] ?? ''),
      places,
    };
  };
  const rows = groupByCause(result.findings.map(withLocalPlaces)).flatMap((group) => [
    write(group.root, String(group.number), group.following.length),
    ...group.following.map((each, index) => write(each, `${group.number}.${index + 1}`, null)),
  ]);
  return {
    ...{ file, kind, entity, fiscalYear },
    edition: editionName(edition, lang) ?? '',
    outcome: outcomeOf(filing, result),
    undecided: result.rules.undecided,
    unread: filing.unread.length,
    rows,
  };
}

function placeOf(place: Place, name: string | null, locate: Locate, lang: Lang): ReviewPlace {
  const parts = [positionWord(lang, place, locate), name].filter((part) => part !== null);
  const { line, from, to } = place;
  const plain = place.elsewhere === undefined && locate(place) === null && line !== null;
  return {
    file: place.elsewhere?.file ?? null,
    position: harmless(parts.join(' · ')),
    text: harmless(place.text ?? ''),
    region: plain && from !== null && to !== null ? { line, from, to } : null,
  };
}

/** The line that a place stands on, cropped around it; its own text where there is none. */
function quoteOf(place: Place, lines: readonly string[]): string {
  const line = place.line === null ? undefined : lines[place.line - 1];
  const text = place.text ?? '';
  if (line === undefined || text.length >= LONGEST_QUOTE) return cut(text);
  const around = LONGEST_QUOTE - text.length;
  const start = line.length <= LONGEST_QUOTE ? 0 : Math.max(0, (place.from ?? 0) - (around >> 1));
  const end = start + LONGEST_QUOTE;
  const quoted = line.slice(start, end).trim();
  return harmless(
    `${start > 0 ? '…' : ''}${quoted}${end < line.length ? '…' : ''}`.replace(/[\t ]+/g, ' '),
  );
}

function cut(text: string): string {
  const shown = text.replace(/\s+/g, ' ');
  return harmless(shown.length > LONGEST_QUOTE ? `${shown.slice(0, LONGEST_QUOTE)}…` : shown);
}

function plainText(inline: Inline): string {
  return inline.map(({ text }) => text).join('');
}
