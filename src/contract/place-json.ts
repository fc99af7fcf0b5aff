import type { Locate, Place } from '../base/place.js';

/** Writes a place as JSON has it. */
export type PlaceWriter = (place: Place) => object;

/** A line of a text file, or what the file has instead: page and box, sheet and cell, table. */
export function placeWriter(locate: Locate): PlaceWriter {
  return (place) => {
    const { elsewhere, ...own } = place;
    if (elsewhere !== undefined) {
      const { from, to, text } = place;
      return { page: null, line: null, from, to, text, ...elsewhere.address, file: elsewhere.file };
    }
    const address = locate(place);
    if (address === null) return own;
    return { page: null, line: null, from: null, to: null, text: place.text, ...address };
  };
}
