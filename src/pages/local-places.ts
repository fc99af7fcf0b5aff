import type { Place } from '../base/place.js';
import type { Finding } from '../findings/model.js';

/**
 * A place may stand in a document that this one is held against, whose line numbers mean nothing
 * here. Such a place keeps its text and its file and loses its line, so that no innocent line is
 * ever marked.
 */
export function withLocalPlaces(finding: Finding): Finding {
  const { places, suspect, explanations } = finding;
  return {
    ...finding,
    places: places.map(localPlace),
    suspect: suspect && { ...suspect, place: localPlace(suspect.place) },
    explanations: explanations.map((explanation) => ({
      ...explanation,
      edits: explanation.edits.map((edit) => ({ ...edit, place: localPlace(edit.place) })),
    })),
  };
}

function localPlace(place: Place): Place {
  return place.elsewhere === undefined ? place : { ...place, line: null, from: null, to: null };
}
