import type { Locate, Place } from '../base/place.js';
import type { Wording } from '../base/wording.js';
import type { Limits } from '../cells/limits.js';
import { sourceText } from '../cells/locate.js';
import type { DocumentFormat } from '../cells/model.js';
import type { CheckResult, Finding } from '../findings/model.js';
import { type Context, waysOf } from '../pages/finding-group.js';
import { groupByCause } from '../pages/group-by-cause.js';
import { withLocalPlaces } from '../pages/local-places.js';
import { placeNames, positionWord } from '../pages/names.js';
import type { Reading } from '../pipeline.js';
import { PAGED_FORMATS, sizesOfPages } from '../readers/page-pictures.js';
import type { Severity } from '../rules/model.js';

/** A place in words, and where it is to be marked. */
export interface BesidePlace {
  /** 第 3 页 · 收入决算表“合计”本年收入. */
  readonly name: Wording;
  /** 1-based line of the document as text, half-open offsets; null where it is in none. */
  readonly line: number | null;
  readonly from: number;
  readonly to: number;
  /** 1-based page and the box on it in points; null where there are none. */
  readonly page: number | null;
  readonly box: readonly [left: number, top: number, right: number, bottom: number] | null;
}

/** A finding that follows from no other: which it is, and what follows, by index. */
export interface BesideCause {
  readonly finding: number;
  readonly following: readonly number[];
  /** The worst among them. */
  readonly severity: Severity;
  readonly places: readonly BesidePlace[];
  /** Places of what follows. */
  readonly more: readonly BesidePlace[];
  /** What would make it agree, best first. */
  readonly ways: readonly Wording[];
}

/** A document as it is shown beside its findings; made once, when it comes in. */
export interface Beside {
  readonly schema: 'mingzhang/beside@1';
  readonly format: DocumentFormat;
  /** Rows of tables have tabs. */
  readonly lines: readonly string[];
  /** Sizes in points of the pages that have marks; of the first where none has. */
  readonly pages: readonly {
    readonly page: number;
    readonly width: number;
    readonly height: number;
  }[];
  /** In the order of their numbers. */
  readonly causes: readonly BesideCause[];
  readonly unread: readonly Wording[];
}

/** What of a document is kept to be shown beside what was found in it. */
export async function besideOf(
  reading: Reading,
  result: CheckResult,
  bytes: Uint8Array,
  limits: Limits,
): Promise<Beside> {
  const { filing, cells } = reading;
  const { lines, format } = cells;
  const write = writerFor(reading);
  const indexes = new Map(result.findings.map(({ id }, index) => [id, index]));
  const causes = groupByCause(result.findings.map(withLocalPlaces)).map(
    ({ root, following, severity }): BesideCause => ({
      finding: indexes.get(root.id)!,
      following: following.map(({ id }) => indexes.get(id)!),
      severity,
      places: root.places.map(write.place),
      more: following.flatMap(({ places }) => places.map(write.place)),
      ways: write.ways(root),
    }),
  );
  const marked = causes.flatMap(({ places, more }) => [...places, ...more]);
  const numbers = [...new Set(marked.flatMap(({ page }) => (page === null ? [] : [page])))];
  const wanted = numbers.length === 0 ? [1] : numbers.sort((one, other) => one - other);
  const isPaged = PAGED_FORMATS.has(format);
  return {
    ...{ schema: 'mingzhang/beside@1', format, lines },
    pages: isPaged ? await sizesOfPages(format, bytes, wanted, limits) : [],
    causes,
    unread: filing.unread.map(({ what, why, place }) => {
      const at = write.place(place).name;
      return { zh: `${at.zh}：${what}，${why.zh}`, en: `${at.en}: ${what}, ${why.en}` };
    }),
  };
}

/** Characters of a place that tell it from others of the same line. */
const MOST_QUOTED = 24;

/** What stands at a place: several of one sentence are told apart by it. */
function quoteOf(text: string): string | null {
  const shown = text.replace(/\s+/g, ' ').trim();
  if (shown === '') return null;
  return shown.length > MOST_QUOTED ? `“${shown.slice(0, MOST_QUOTED)}…”` : `“${shown}”`;
}

function writerFor({ filing, cells }: Reading) {
  const name = placeNames(filing);
  const { locate, lines } = sourceText(cells);
  // Beside its findings a document without pages is shown by its lines, which have numbers: a place
  // goes by the same number, not by a paragraph or a row that nobody sees counted.
  const counted: Locate = (at) => {
    const address = locate(at);
    const isKnown = address?.page !== undefined || address?.sheet !== undefined;
    return isKnown || at.line === null ? address : null;
  };
  const inBoth = (of: (lang: 'zh' | 'en') => string): Wording => ({ zh: of('zh'), en: of('en') });
  const place = (at: Place): BesidePlace => {
    const address = at.elsewhere === undefined ? locate(at) : null;
    const { line, from, to } = at;
    const text = line === null ? '' : (lines[line - 1] ?? '');
    const quoted = quoteOf(at.text ?? '');
    const words = (lang: 'zh' | 'en'): string =>
      [positionWord(lang, at, counted), name(at), quoted]
        .filter((part) => part !== null)
        .join(' · ');
    return {
      name: inBoth(words),
      line,
      from: Math.min(from ?? 0, text.length),
      to: Math.min(to ?? text.length, text.length),
      page: address?.page ?? null,
      box: address?.box ?? null,
    };
  };
  const context = (lang: 'zh' | 'en'): Context => ({
    ...{ lang, name },
    source: { lines, locate: counted },
  });
  const ways = (finding: Finding): readonly Wording[] => {
    const [zh, en] = (['zh', 'en'] as const).map((lang) => waysOf(finding, context(lang)));
    return zh!.map((text, index) => ({ zh: text, en: en![index]! }));
  };
  return { place, ways };
}
