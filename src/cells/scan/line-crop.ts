import type { DrawnLine } from './drawn-lines.js';
import { type Bitmap, type GreyImage, nearest, type PixelBox, paperOf, resized } from './image.js';

/** Room around the ink of a line, in parts of its height, as the engine was trained with. */
export interface CropMargins {
  readonly above: number;
  readonly beside: number;
  /** How strongly edges are brought out; 0 shows the page as it is. */
  readonly sharpening: number;
}

/** Digits are so high, in heights of the type. */
const LOWEST = 0.65;

/** The page without its drawn lines: where they were there is paper, but for ink that crosses. */
export function withPaperFor(
  image: GreyImage,
  bare: Bitmap,
  lines: readonly DrawnLine[],
): GreyImage {
  const { width, height } = image;
  const paper = paperOf(image);
  const pixels = image.pixels.slice();
  for (const { direction, at, from, to, thickness } of lines) {
    const level = direction === 'horizontal';
    // The shade runs out over a pixel or two beside the ink.
    const reach = nearest(thickness / 2) + 2;
    for (let across = nearest(at) - reach; across <= nearest(at) + reach; across += 1) {
      for (let along = Math.max(0, from - 2); along < to + 2; along += 1) {
        const [x, y] = level ? [along, across] : [across, along];
        if (x < 0 || y < 0 || x >= width || y >= height) continue;
        if (bare.ink[y * width + x] === 0) pixels[y * width + x] = paper;
      }
    }
  }
  return { width, height, pixels };
}

/**
 * A line of text cut out, at a height, its shades spread from black to white. Beyond its room there
 * is paper, whatever stands there on the page.
 */
export function lineCrop(
  image: GreyImage,
  line: PixelBox & { readonly room: PixelBox; readonly type: number },
  height: number,
  margins: CropMargins,
): GreyImage {
  const box = cropBox(line, margins);
  const cut = cutOut(image, box, line.room);
  const width = Math.max(16, nearest(((box.right - box.left) * height) / (box.bottom - box.top)));
  const whole = { left: 0, top: 0, right: cut.width, bottom: cut.height };
  return spread(resized(sharpened(cut, margins.sharpening), whole, { width, height }));
}

/** What is cut out; a dash alone is as high as the characters that stand elsewhere. */
export function cropBox(
  line: PixelBox & { readonly type: number },
  margins: CropMargins,
): PixelBox {
  const tall = Math.max(line.bottom - line.top, nearest(line.type * LOWEST));
  const above = nearest((tall - (line.bottom - line.top)) / 2 + tall * margins.above);
  const beside = nearest(tall * margins.beside);
  return {
    left: line.left - beside,
    right: line.right + beside,
    top: line.top - above,
    bottom: line.bottom + above,
  };
}

function cutOut(image: GreyImage, box: PixelBox, room: PixelBox): GreyImage {
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  const pixels = new Uint8Array(width * height);
  const inside: boolean[] = [];
  let lightest = 0;
  for (let y = 0; y < height; y += 1) {
    const row = y + box.top;
    for (let x = 0; x < width; x += 1) {
      const column = x + box.left;
      const known =
        row >= Math.max(0, room.top) &&
        row < Math.min(image.height, room.bottom) &&
        column >= Math.max(0, room.left) &&
        column < Math.min(image.width, room.right);
      inside.push(known);
      if (!known) continue;
      const shade = image.pixels[row * image.width + column]!;
      pixels[y * width + x] = shade;
      lightest = Math.max(lightest, shade);
    }
  }
  const paper = inside.some(Boolean) ? percentile(pixels, inside, 0.8) : lightest;
  inside.forEach((known, at) => {
    if (!known) pixels[at] = paper;
  });
  return { width, height, pixels };
}

function percentile(pixels: Uint8Array, inside: readonly boolean[], share: number): number {
  const shades = pixels.filter((_, at) => inside[at]).sort();
  return shades[Math.floor((shades.length - 1) * share)]!;
}

function spread({ width, height, pixels }: GreyImage): GreyImage {
  const sorted = pixels.slice().sort();
  const dark = sorted[Math.floor(sorted.length * 0.02)]!;
  const light = sorted[Math.floor(sorted.length * 0.7)]!;
  const range = Math.max(40, light - dark);
  return {
    ...{ width, height },
    pixels: pixels.map((shade) => Math.min(255, Math.max(0, ((shade - dark) * 255) / range))),
  };
}

/** Brings out small marks that a blur has swallowed: a decimal point above all. */
function sharpened(image: GreyImage, strength: number): GreyImage {
  if (strength === 0) return image;
  const near = averaged(image, 1);
  const far = averaged(image, 3);
  const pixels = image.pixels.map((_, at) =>
    Math.min(255, Math.max(0, near[at]! + strength * (near[at]! - far[at]!))),
  );
  return { ...image, pixels };
}

/** Every pixel as the mean of the square around it. */
function averaged({ width, height, pixels }: GreyImage, reach: number): Float32Array {
  const across = new Float32Array(pixels.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (let step = -reach; step <= reach; step += 1) {
        sum += pixels[y * width + Math.min(width - 1, Math.max(0, x + step))]!;
      }
      across[y * width + x] = sum;
    }
  }
  const mean = new Float32Array(pixels.length);
  const count = (2 * reach + 1) ** 2;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (let step = -reach; step <= reach; step += 1) {
        sum += across[Math.min(height - 1, Math.max(0, y + step)) * width + x]!;
      }
      mean[y * width + x] = sum / count;
    }
  }
  return mean;
}
