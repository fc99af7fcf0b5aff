import type { Bitmap, GreyImage } from './image.js';

/** Half the side of the square around a pixel that its shade is held against. */
const REACH = 20;
/** Ink is darker than its surroundings by this share … */
const DARKER = 0.2;
/** … and by so many shades at least: grain of grey paper is no ink. */
const LEAST_CONTRAST = 24;

/** Tells ink from paper by what surrounds each pixel, so that shadows and grey paper do no harm. */
export function binarise(image: GreyImage): Bitmap {
  const { width, height } = image;
  const pixels = smoothed(image);
  const sums = integral(width, height, pixels);
  const ink = new Uint8Array(width * height);
  const stride = width + 1;
  for (let y = 0; y < height; y += 1) {
    const top = Math.max(0, y - REACH) * stride;
    const bottom = Math.min(height, y + REACH + 1) * stride;
    const rows = (bottom - top) / stride;
    for (let x = 0; x < width; x += 1) {
      const left = Math.max(0, x - REACH);
      const right = Math.min(width, x + REACH + 1);
      const sum =
        sums[bottom + right]! - sums[bottom + left]! - sums[top + right]! + sums[top + left]!;
      const mean = sum / (rows * (right - left));
      const shade = pixels[y * width + x]!;
      if (shade < mean * (1 - DARKER) && shade < mean - LEAST_CONTRAST) ink[y * width + x] = 1;
    }
  }
  return { width, height, ink };
}

/** Sums of all pixels above and to the left, with a row and a column of zeros before. */
function integral(width: number, height: number, pixels: Uint8Array): Float64Array {
  const stride = width + 1;
  const sums = new Float64Array(stride * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += pixels[y * width + x]!;
      sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1]! + row;
    }
  }
  return sums;
}

/** Every pixel with its neighbours, so that the grain of a scan neither makes ink nor tears it. */
function smoothed({ width, height, pixels }: GreyImage): Uint8Array {
  const across = new Uint16Array(pixels.length);
  for (let at = 0; at < pixels.length; at += 1) {
    across[at] = pixels[at - 1]! + 2 * pixels[at]! + pixels[at + 1]!;
  }
  for (let row = 0; row < height; row += 1) {
    const first = row * width;
    across[first] = 4 * pixels[first]!;
    across[first + width - 1] = 4 * pixels[first + width - 1]!;
  }
  const smooth = new Uint8Array(pixels.length);
  for (let at = 0; at < pixels.length; at += 1) {
    const above = across[at - width] ?? across[at]!;
    const below = across[at + width] ?? across[at]!;
    smooth[at] = (above + 2 * across[at]! + below + 8) >> 4;
  }
  return smooth;
}

/** How far along itself a line is averaged, against the grain of a scan. */
const ALONG = 3;
/** How far from a line its paper is looked at. */
const ASIDE = 9;
/** A hair line of a poor copy is so many shades darker than the paper beside it. */
const FAINTEST = 10;

/** What is darker than the paper above and below it for a long way: level lines, however faint. */
export function levelInk({ width, height, pixels }: GreyImage): Bitmap {
  const along = new Float32Array(pixels.length);
  for (let y = 0; y < height; y += 1) {
    const row = y * width;
    let sum = 0;
    let count = 0;
    for (let x = -ALONG; x < width; x += 1) {
      if (x + ALONG < width) {
        sum += pixels[row + x + ALONG]!;
        count += 1;
      }
      if (x - ALONG > 0) {
        sum -= pixels[row + x - ALONG - 1]!;
        count -= 1;
      }
      if (x >= 0) along[row + x] = sum / count;
    }
  }
  const ink = new Uint8Array(pixels.length);
  for (let x = 0; x < width; x += 1) {
    let sum = 0;
    let count = 0;
    for (let y = -ASIDE; y < height; y += 1) {
      if (y + ASIDE < height) {
        sum += along[(y + ASIDE) * width + x]!;
        count += 1;
      }
      if (y - ASIDE > 0) {
        sum -= along[(y - ASIDE - 1) * width + x]!;
        count -= 1;
      }
      if (y >= 0 && along[y * width + x]! < sum / count - FAINTEST) ink[y * width + x] = 1;
    }
  }
  return { width, height, ink };
}
