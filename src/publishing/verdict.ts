import type { Place } from '../base/place.js';
import type { CellFact } from '../facts/model.js';
import type { Finding } from '../findings/model.js';
import type { MarkedWords, Remark } from '../publications/draft.js';
import type { CellReference } from '../publications/model.js';
import type { PublicationFormat } from './formats.js';
import type { Origin } from './origins.js';
import type { ReadBack } from './read-back.js';

/** Why a finding keeps a document from being published, or does not. */
export type Weight =
  /** Errors in the tables: they are frozen at the approval, and may be published as approved. */
  | 'tables'
  /** Errors of the narrative or of both: to be corrected. */
  | 'narrative'
  /** Personal data or a mark of secrecy: goes to the secrecy review. */
  | 'secrecy'
  /** Warnings and notes: listed, and nothing more. */
  | 'listed';

/** A finding with the written files in which it was found. */
export interface Judged {
  readonly finding: Finding;
  readonly weight: Weight;
  readonly formats: readonly PublicationFormat[];
  readonly cells: readonly CellReference[];
  readonly words: readonly MarkedWords[];
  /** What of the inputs it is about, where it is known. */
  readonly origins?: readonly Origin[];
}

/**
 * Findings of all written files, each once, in the order in which a check lists them. What is said
 * of a paragraph that is still to be filled in says nothing, unless it is something secret.
 */
export function judgedFindings(
  written: readonly ReadBack[],
  unfinished: ReadonlySet<string>,
): readonly Judged[] {
  const judged = new Map<string, Judged>();
  for (const { format, reading, check } of written) {
    const { filing, cells } = reading;
    const cellAt = cellsByPlace(filing.forms.flatMap((form) => form.cells));
    for (const finding of check.findings) {
      const known = judged.get(finding.id);
      if (known !== undefined) {
        judged.set(finding.id, { ...known, formats: [...known.formats, format] });
        continue;
      }
      const found = finding.places.map((place) => cellAt.get(placeKey(place)));
      const references = found.filter((cell) => cell !== undefined).map(referenceTo);
      const words = finding.places.flatMap((place, index) =>
        found[index] === undefined ? wordsAt(place, cells.lines) : [],
      );
      const weight = weightOf(finding, found.includes(undefined));
      const isOpen = words.some(({ paragraph }) => unfinished.has(paragraph));
      if (isOpen && weight !== 'secrecy') continue;
      judged.set(finding.id, { finding, weight, formats: [format], cells: references, words });
    }
  }
  return [...judged.values()];
}

function weightOf({ rule, severity }: Finding, speaksOfText: boolean): Weight {
  if (rule.startsWith('privacy.')) return 'secrecy';
  if (severity !== 'error') return 'listed';
  return speaksOfText ? 'narrative' : 'tables';
}

/** What a draft says of these findings, numbered. */
export function remarksOf(judged: readonly Judged[]): readonly Remark[] {
  return judged.map(({ finding, cells, words }, index) => ({
    label: String(index + 1),
    text: `${finding.message.zh}。${finding.remedy.zh}`,
    cells,
    words,
  }));
}

function cellsByPlace(cells: readonly CellFact[]): ReadonlyMap<string, CellFact> {
  return new Map(cells.map((cell) => [placeKey(cell.place), cell]));
}

function placeKey({ line, from, to }: Place): string {
  return `${line}:${from}-${to}`;
}

function referenceTo({ form, side, lineId, code, columnId }: CellFact): CellReference {
  return { form, key: lineId ?? code ?? '', column: columnId ?? '', side, measure: 'reported' };
}

/** The words at a place of running text, which stands in a line as it was written. */
function wordsAt({ line, from, to }: Place, lines: readonly string[]): readonly MarkedWords[] {
  const text = line === null ? undefined : lines[line - 1];
  if (text === undefined || from === null || to === null) return [];
  const blank = text.length - text.trimStart().length;
  return [{ paragraph: text.trim(), from: from - blank, to: to - blank }];
}
