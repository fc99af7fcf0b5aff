import type { Place } from '../base/place.js';
import type { Finding } from '../findings/model.js';

/**
 * A place may stand in a document that this one is held against, whose line numbers mean nothing
 * here.
 * Such a place keeps its text and loses its line, so that no innocent line is ever marked.
 */
export function withLocalPlaces(finding: Finding, lines: readonly string[]): Finding {
  const local = (place: Place) => localPlace(place, lines);
  const { places, suspect, explanations } = finding;
  return {
    ...finding,
    places: places.map(local),
    suspect: suspect && { ...suspect, place: local(suspect.place) },
    explanations: explanations.map((explanation) => ({
      ...explanation,
      edits: explanation.edits.map((edit) => ({ ...edit, place: local(edit.place) })),
    })),
  };
}

function localPlace(place: Place, lines: readonly string[]): Place {
  if (place.line === null) return place;
  const line = lines[place.line - 1];
  if (line !== undefined && isPrinted(place, line)) return place;
  return { ...place, line: null, from: null, to: null };
}

/** A passage over several lines begins on its line; blanks inside a label are layout. */
function isPrinted({ from, to, text }: Place, line: string): boolean {
  const said = bare(text ?? '');
  const printed = bare(line.slice(from ?? 0, to ?? line.length));
  return said === '' || (printed !== '' && (said.includes(printed) || printed.includes(said)));
}

function bare(text: string): string {
  return text.replace(/[\s\u3000]+/g, '');
}
