import type { PageContent, TextRun } from '../cells/page-content.js';
import { outlinedText, pixelsOf } from './chart-image.js';

/** Pixels of a point. */
const SCALE = 2;
/** Of the height of the type, below its baseline. */
const BELOW = 0.14;

/** A page of text and lines as PNG, in our own font: where things stand, not how they look. */
export function pageDrawing({ width, height, runs, rulings }: PageContent): Uint8Array {
  const lines = rulings
    .filter(({ dot }) => dot !== true)
    .map(({ direction, at, from, to }) =>
      direction === 'horizontal' ? `M${from} ${at}H${to}` : `M${at} ${from}V${to}`,
    );
  const texts = runs.map((run) => (run.turned ? '' : letters(run)));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"
width="${width}" height="${height}"><path d="${lines.join('')}" stroke="#555"
stroke-width="0.6" fill="none"/>${texts.join('')}</svg>`;
  return pixelsOf(svg, SCALE);
}

/** A run as wide as it stands on the page. */
function letters({ text, left, right, bottom, size }: TextRun): string {
  const { path, width } = outlinedText(text, size);
  if (path === '' || width === 0) return '';
  const wide = (right - left) / width;
  const down = bottom - BELOW * size;
  return `<path transform="translate(${left} ${down}) scale(${wide} 1)" d="${path}"/>`;
}
