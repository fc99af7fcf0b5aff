import sharp from 'sharp';
import type { Jpeg } from './image-pdf.js';

/** What a copier and a scanner do to a page. */
export interface Wear {
  readonly dotsPerInch: number;
  /** Degrees, clockwise. */
  readonly askew: number;
  /** Sigma of the blur in pixels; 0 for none. */
  readonly blur: number;
  /** Shades that the grain reaches. */
  readonly grain: number;
  /** Shade of the paper, 255 white. */
  readonly paper: number;
  /** Quality of the JPEG. */
  readonly quality: number;
  /** A red seal over the page, at this share of its width and height. */
  readonly seal: readonly [number, number] | null;
}

export const NEW: Wear = {
  ...{ dotsPerInch: 200, askew: 0, blur: 0, grain: 0, paper: 255, quality: 85, seal: null },
};

/** Kinds of scans that come in, from a good scanner to a copy of a copy. */
export const WEAR: Readonly<Record<string, Wear>> = {
  good: { ...NEW, dotsPerInch: 300, askew: 0.4, grain: 8, paper: 250 },
  usual: { ...NEW, askew: -0.7, blur: 0.6, grain: 20, paper: 240, quality: 70 },
  coarse: { ...NEW, dotsPerInch: 150, askew: 1.2, blur: 0.5, grain: 20, paper: 240, quality: 60 },
  poor: { ...NEW, dotsPerInch: 150, askew: 2, blur: 1, grain: 40, paper: 225, quality: 60 },
  copied: { ...NEW, dotsPerInch: 150, askew: -2, blur: 1.5, grain: 60, paper: 215, quality: 40 },
  fax: { ...NEW, dotsPerInch: 100, askew: 0.5, grain: 30, paper: 250, quality: 60 },
  sealed: { ...NEW, askew: 0.5, blur: 0.5, grain: 15, paper: 245, quality: 70, seal: [0.6, 0.5] },
};

/** Wears a page (a PNG drawn at the wear's resolution) out; the same way every time. */
export async function degrade(png: Uint8Array, wear: Wear): Promise<Jpeg> {
  const flat = await sharp(png).flatten({ background: 'white' }).removeAlpha().png().toBuffer();
  const sealed = wear.seal === null ? flat : await withSeal(flat, wear.seal, wear.dotsPerInch);
  const turned = await sharp(sealed).rotate(wear.askew, { background: 'white' }).png().toBuffer();
  const soft = wear.blur > 0 ? sharp(turned).blur(wear.blur) : sharp(turned);
  const { data, info } = await soft.raw().toBuffer({ resolveWithObject: true });
  let state = 7;
  const chance = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  const darker = wear.paper / 255;
  for (let at = 0; at < data.length; at += 1) {
    const grain = (chance() + chance() + chance() - 1.5) * wear.grain;
    data[at] = Math.min(255, Math.max(0, data[at]! * darker * 0.92 + 20 + grain));
  }
  const { width, height, channels } = info;
  const bytes = await sharp(data, { raw: { width, height, channels } })
    .jpeg({ quality: wear.quality })
    .toBuffer();
  return { bytes, width, height };
}

/** A round seal with a star, in translucent red. */
async function withSeal(
  png: Uint8Array,
  [x, y]: readonly [number, number],
  dotsPerInch: number,
): Promise<Buffer> {
  const { width = 0, height = 0 } = await sharp(png).metadata();
  const radius = Math.floor((dotsPerInch * 42) / 50.8);
  const size = radius * 2 + 20;
  const middle = size / 2;
  const svg =
    `<svg width="${size}" height="${size}"><circle cx="${middle}" cy="${middle}" r="${radius}" ` +
    `fill="none" stroke="#d81e06" stroke-width="${radius / 14}"/>` +
    `<text x="${middle}" y="${middle + radius / 4}" font-size="${radius}" fill="#d81e06" ` +
    'text-anchor="middle">★</text></svg>';
  const left = Math.floor(width * x) - radius;
  const top = Math.floor(height * y) - radius;
  return sharp(png)
    .composite([{ input: Buffer.from(svg), left, top, blend: 'multiply' }])
    .png()
    .toBuffer();
}
