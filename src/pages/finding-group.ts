import type { Place, SourceText } from '../base/place.js';
import type { Explanation, Finding } from '../findings/model.js';
import type { Severity } from '../rules/model.js';
import { basisText } from './basis-text.js';
import type { Block, Definitions, Excerpt, Group, Inline, Lang, Tone } from './model.js';
import { plain } from './model.js';
import { markedLine, type PlaceName, paragraph, positionWord } from './names.js';
import { inTheMannerOf, valueWithUnit } from './value-text.js';
import { severityWord, word } from './words.js';

/** A finding that follows from no other, with those that follow from it. */
export interface GroupedFinding {
  readonly root: Finding;
  readonly following: readonly Finding[];
  /** The worst among them, so that no error hides under a warning. */
  readonly severity: Severity;
  readonly number: number;
  readonly id: string;
}

/** The language, the document, and the names of its places. */
export interface Context {
  readonly lang: Lang;
  readonly source: SourceText;
  readonly name: PlaceName;
}

/** Places beside the first that are quoted; all of them are marked in the source. */
const MOST_PLACES = 12;
const MOST_EXPLANATIONS = 5;
/** Changes of one explanation that are written out: a cell, its totals. */
const MOST_EDITS = 3;
/** Consequences named one to a line where they cannot be unfolded. */
const MOST_BRIEF = 8;

/** One finding as a reviewer reads it: what, where, what it should be, what to do and why. */
export function findingGroup(entry: GroupedFinding, context: Context): Group {
  const { root, following, severity, number, id } = entry;
  const { lang } = context;
  return {
    kind: 'group',
    role: 'finding',
    id,
    tone: severity,
    label: `${severityWord(lang, severity)} ${number}`,
    title: plain(root.message[lang]),
    folded: false,
    blocks: [
      ...excerptsOf(root.places, severity, context),
      { kind: 'definitions', items: detailsOf(root, context) },
      ...consequencesOf(following, context),
    ],
  };
}

/** The first place with everything else on its line, then one line for each other place. */
function excerptsOf(places: readonly Place[], tone: Tone, context: Context): Block[] {
  const [first, ...others] = places.filter((place) => place.line !== null || place.text !== null);
  if (!first) return [];
  const { lines } = context.source;
  const onLine = others.filter((place) => place.line !== null && place.line === first.line);
  const main = markedLine(lines, first, tone, true);
  const beside = onLine.flatMap((place) => markedLine(lines, place, 'muted', false).marks);
  const seen = new Set(main.marks.map((mark) => mark.id));
  const marks = [...main.marks, ...beside.filter((mark) => !seen.has(mark.id))];
  const elsewhere = others.filter((place) => !onLine.includes(place));
  return [
    {
      kind: 'excerpt',
      caption: captionOf(first, context),
      compact: false,
      lines: [{ ...main, marks, caption: null }],
    },
    ...otherPlaces(elsewhere, context),
  ];
}

function otherPlaces(places: readonly Place[], context: Context): Block[] {
  if (places.length === 0) return [];
  const { lang, source } = context;
  const shown: Excerpt = {
    kind: 'excerpt',
    caption: word(lang, 'otherPlaces'),
    compact: true,
    lines: places.slice(0, MOST_PLACES).map((place) => ({
      ...markedLine(context.source.lines, place, 'muted', false),
      caption: captionOf(place, context),
    })),
  };
  const rest = places
    .slice(MOST_PLACES)
    .map((place) => positionWord(lang, place, source.locate) ?? '');
  return rest.length === 0 ? [shown] : [shown, paragraph(`… ${rest.join(word(lang, 'comma'))}`)];
}

function captionOf(place: Place, { lang, name, source }: Context): string | null {
  const parts = [positionWord(lang, place, source.locate), name(place)].filter(
    (part) => part !== null,
  );
  return parts.length === 0 ? null : parts.join(' · ');
}

function detailsOf(finding: Finding, context: Context): Definitions['items'] {
  const { lang } = context;
  const items: { term: string; details: readonly Inline[] }[] = [];
  const add = (term: string, ...details: readonly Inline[]) => {
    if (details.length > 0) items.push({ term, details });
  };
  const amounts = amountsOf(finding, lang);
  if (amounts) add(amounts.term, amounts.detail);
  if (finding.suspect) {
    const why = finding.explanations.find((each) => isSuspect(each, finding))?.why[lang] ?? '';
    add(word(lang, 'suspect'), [...suspectText(finding.suspect, context), ...because(why)]);
  }
  const edits = finding.explanations.filter((explanation) => explanation.edits.length > 0);
  const others = edits.filter((explanation) => !isSuspect(explanation, finding));
  const hints = finding.explanations.filter((explanation) => explanation.edits.length === 0);
  add(
    word(lang, finding.suspect ? 'otherWays' : 'wouldAgree'),
    ...others.slice(0, MOST_EXPLANATIONS).map((each) => explanationText(each, context)),
  );
  add(word(lang, 'hint'), ...hints.map(({ why }) => plain(why[lang])));
  if (finding.remedy[lang] !== '') add(word(lang, 'remedy'), plain(finding.remedy[lang]));
  add(word(lang, 'basis'), basisText(finding.basis, lang));
  add(word(lang, 'rule'), [{ text: finding.rule, style: 'code' }]);
  return items;
}

function amountsOf(finding: Finding, lang: Lang): { term: string; detail: Inline } | null {
  const { expected, reported, difference, unit } = finding;
  if (expected === null && difference === null) return null;
  const show = (value: string) => valueWithUnit(value, unit);
  // How far apart is a size; which side is larger stands in the two values.
  const apart = difference === null ? null : show(difference.replace(/^-/, ''));
  const rest: Inline[number][] = [];
  const next = (text: string) => rest.push({ text });
  if (expected === null) {
    return { term: word(lang, 'difference'), detail: amount(apart ?? '') };
  }
  if (reported !== null) next(`${word(lang, 'also')}${word(lang, 'reported')} ${show(reported)}`);
  if (apart !== null) next(`${word(lang, 'also')}${word(lang, 'difference')} ${apart}`);
  return { term: word(lang, 'expected'), detail: [...amount(show(expected)), ...rest] };
}

function amount(text: string): Inline {
  return [{ text, style: 'amount' }];
}

function isSuspect(explanation: Explanation, { suspect }: Finding): boolean {
  const [edit, second] = explanation.edits;
  return suspect !== null && edit?.key === suspect.key && second === undefined;
}

function suspectText(suspect: NonNullable<Finding['suspect']>, context: Context): Inline {
  const { place, value } = suspect;
  const reads = inTheMannerOf(value, place.text);
  const where = placeText(place, context);
  return plain(word(context.lang, 'suspectReads', where, place.text ?? '', reads));
}

function explanationText({ edits, why }: Explanation, context: Context): Inline {
  const { lang } = context;
  const parts = edits
    .slice(0, MOST_EDITS)
    .map(({ place, value }) =>
      word(
        lang,
        'reads',
        placeText(place, context),
        place.text ?? '',
        inTheMannerOf(value, place.text),
      ),
    );
  if (edits.length > MOST_EDITS) parts.push(word(lang, 'andOthers', edits.length));
  const text = parts.join(word(lang, 'also'));
  return [{ text }, ...because(why[lang])];
}

function because(reason: string): Inline {
  return reason === '' ? [] : [{ text: ` — ${reason}`, tone: 'muted' }];
}

function placeText(place: Place, { lang, name, source }: Context): string {
  return [positionWord(lang, place, source.locate), name(place)]
    .filter((part) => part !== null)
    .join(' ');
}

/** What would make a finding agree, a sentence each: the suspect, other ways, hints. */
export function waysOf(finding: Finding, context: Context): readonly string[] {
  const { suspect, explanations } = finding;
  const written = explanations.slice(0, MOST_EXPLANATIONS).map((each) => {
    if (each.edits.length === 0) return plain(each.why[context.lang]);
    if (suspect === null || !isSuspect(each, finding)) return explanationText(each, context);
    return [...suspectText(suspect, context), ...because(each.why[context.lang])];
  });
  return written.map((inline) => inline.map(({ text }) => text).join(''));
}

/** What follows from the finding: one line each, opened to their places where a format can fold. */
function consequencesOf(following: readonly Finding[], context: Context): Block[] {
  if (following.length === 0) return [];
  const { lang, source } = context;
  const lineOf = (finding: Finding): Inline => {
    const first = finding.places[0];
    const position = first ? positionWord(lang, first, source.locate) : null;
    const message = { text: finding.message[lang] };
    return position === null ? [message] : [{ text: `${position} `, tone: 'muted' }, message];
  };
  const full = following.flatMap((finding): Block[] => [
    {
      kind: 'paragraph',
      content: [
        { text: `${severityWord(lang, finding.severity)} `, tone: finding.severity },
        { text: finding.message[lang] },
        { text: ` ${finding.rule}`, style: 'code' },
      ],
    },
    {
      kind: 'excerpt',
      caption: null,
      compact: true,
      lines: finding.places.slice(0, MOST_PLACES).map((place) => ({
        ...markedLine(context.source.lines, place, 'muted', false),
        caption: captionOf(place, context),
      })),
    },
  ]);
  const title = word(lang, 'consequences', following.length);
  const rest = following.length - MOST_BRIEF;
  const items = following.slice(0, MOST_BRIEF).map(lineOf);
  const brief: Block[] = [
    paragraph(`${title}${word(lang, 'colon').trimEnd()}`),
    {
      kind: 'list',
      ordered: false,
      items: rest > 0 ? [...items, plain(word(lang, 'andRest', rest))] : items,
    },
  ];
  return [
    { kind: 'group', role: 'consequences', title: plain(title), folded: true, brief, blocks: full },
  ];
}
