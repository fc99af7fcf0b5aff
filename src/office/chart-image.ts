import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import type { PublishedChart } from '../publications/model.js';
import { chartPicture } from './chart-picture.js';
import { SANS_FILE } from './font-files.js';
import { type OutlinedText, type OutlineWriter, outlineWriter } from './glyph-outlines.js';
import { NO_GLYPH } from './printable-text.js';

/** A chart as a picture of pixels, twice as fine as the size it is shown in. */
export interface ChartImage {
  readonly png: Uint8Array;
  /** Points of a screen that it takes in the document. */
  readonly width: number;
  readonly height: number;
}

const SCALE = 2;

/** Draws a chart on white, in our own font wherever it runs. */
export function chartImage(chart: PublishedChart): ChartImage {
  const { svg, width, height } = chartPicture(chart);
  return { png: pixelsOf(withOutlines(svg), SCALE), width, height };
}

/** A drawing without letters as PNG on white, so many times its size. */
export function pixelsOf(svg: string, scale: number): Uint8Array {
  const drawing = new Resvg(svg, {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: scale },
    // The letters are outlines already; a font would be loaded again for every chart.
    font: { loadSystemFonts: false },
  });
  return drawing.render().asPng();
}

/**
 * A chart as SVG whose letters are outlines: it looks the same without the font, and nothing in it
 * is read as text of the document around it.
 */
export function outlinedChart(chart: PublishedChart): string {
  return withOutlines(chartPicture(chart).svg);
}

/** A line of text as outlines in the font of pictures. */
export function outlinedText(text: string, size: number): OutlinedText {
  writer ??= outlineWriter(readFileSync(SANS_FILE), NO_GLYPH);
  return writer(text, size);
}

function withOutlines(svg: string): string {
  const write = outlinedText;
  return svg.replace(/<text([^>]*)>([^<]*)<\/text>/g, (_, attributes: string, text: string) =>
    outlined(attributes, plainText(text), write),
  );
}

let writer: OutlineWriter | null = null;

/** Half the height of capitals and digits, as a part of the type size. */
const MIDDLE = 0.37;

function outlined(attributes: string, text: string, write: OutlineWriter): string {
  const find = (pattern: RegExp): string => pattern.exec(attributes)?.[1] ?? '';
  const size = Number(find(/font-size:([\d.]+)px/) || 12);
  const { path, width } = write(text, size);
  const anchor = find(/text-anchor="(\w+)"/);
  const before = anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0;
  const x = Number(find(/ x="(-?[\d.]+)"/) || 0) - before;
  const y = Number(find(/ y="(-?[\d.]+)"/) || 0);
  const down = find(/dominant-baseline="(\w+)"/) === 'central' ? y + MIDDLE * size : y;
  const moved = `${find(/transform="([^"]*)"/)} translate(${hundredths(x)} ${hundredths(down)})`;
  return `<path transform="${moved.trim()}" fill="${find(/fill="([^"]*)"/)}" d="${path}"/>`;
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
};

function plainText(text: string): string {
  return text.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
