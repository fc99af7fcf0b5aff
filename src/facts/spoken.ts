import type { Place } from '../base/place.js';
import type { Lookup } from './lookup.js';
import type { Passage, Section } from './model.js';
import { placeIn } from './narrative-places.js';

/** A passage that the document says in its own voice, with the way from an offset to a place. */
export interface Spoken {
  readonly section: Section;
  readonly text: string;
  /** First and last line of the file. */
  readonly lines: readonly [first: number, last: number];
  /** Whether it names a year of this century: many rules look for one. */
  readonly namesYear: boolean;
  readonly placeAt: (from: number, to: number) => Place;
}

const SILENT_PARTS = new Set<Section['part']>(['cover', 'contents', 'glossary', 'annex']);

/** Whether a section speaks of this document's year in its own voice. */
export function speaks(section: Section | undefined, fiscalYear: number | null): boolean {
  if (!section || SILENT_PARTS.has(section.part)) return false;
  return section.fiscalYear === null || section.fiscalYear === fiscalYear;
}

const YEAR = /20\d{2}\s?年/;

/** Running text of this year's account outside the contents, the glossary and the annexes. */
export function spokenIn(facts: Lookup): readonly Spoken[] {
  return facts.once(spokenOf);
}

function spokenOf({ filing }: Lookup): readonly Spoken[] {
  const sections = new Map(filing.sections.map((section) => [section.id, section]));
  const spoken: Spoken[] = [];
  for (const passage of filing.kind === 'final-account' ? filing.passages : []) {
    const section = sections.get(passage.section);
    if (!section || section.part === 'tables' || !speaks(section, filing.fiscalYear)) continue;
    const { text } = passage;
    const placeAt = (from: number, to: number) => placeIn(passage, from, to);
    spoken.push({ section, text, lines: linesOf(passage), namesYear: YEAR.test(text), placeAt });
  }
  return spoken;
}

function linesOf({ pieces }: Passage): readonly [number, number] {
  return [pieces[0]?.line ?? 0, pieces.at(-1)?.line ?? 0];
}
