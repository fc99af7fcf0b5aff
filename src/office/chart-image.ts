import { Resvg } from '@resvg/resvg-js';
import type { PublishedChart } from '../publications/model.js';
import { chartPicture } from './chart-picture.js';
import { SANS, SANS_FILE } from './font-files.js';

/** A chart as a picture of pixels, twice as fine as the size it is shown in. */
export interface ChartImage {
  readonly png: Uint8Array;
  /** Points of a screen that it takes in the document. */
  readonly width: number;
  readonly height: number;
}

const SCALE = 2;

/** Draws a chart for programs that take no SVG, on white, in our own font wherever it runs. */
export function chartImage(chart: PublishedChart): ChartImage {
  const { svg, width, height } = chartPicture(chart);
  const drawing = new Resvg(svg, {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: SCALE },
    font: { fontFiles: [SANS_FILE], loadSystemFonts: false, defaultFontFamily: SANS },
  });
  return { png: drawing.render().asPng(), width, height };
}
