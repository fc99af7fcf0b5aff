/** A picture of a page: one byte a pixel, 0 black to 255 white, rows from the top. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Ink or no ink, 1 or 0 a pixel, rows from the top. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly ink: Uint8Array;
}

/** A rectangle of pixels; `right` and `bottom` are the first column and row outside. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The nearest whole number; pixels are no money. */
export function nearest(value: number): number {
  return Math.floor(value + 0.5);
}

/** Coloured ink that is no text: how much redder than green and blue a pixel of a stamp is. */
const RED_LEAD = 48;
/** A stamp covers something; fewer red pixels (parts of a thousand) are noise of the camera. */
const LEAST_RED_SHARE = 0.0005;

/** A page in grey, and once more without the red of stamps where it has any. */
export interface PageShades {
  readonly grey: GreyImage;
  /** Null where the page has no red ink. */
  readonly withoutRed: GreyImage | null;
}

/**
 * Grey shades of a colour picture (3 or 4 bytes a pixel). The red channel sees red ink as white and
 * black ink as black, so it reads what a stamp covers.
 */
export function shadesOf(
  { width, height }: { readonly width: number; readonly height: number },
  colours: Uint8Array,
  order: { readonly channels: 3 | 4; readonly red: 0 | 2 },
): PageShades {
  const count = width * height;
  const pixels = new Uint8Array(count);
  const bare = new Uint8Array(count);
  const blueAt = 2 - order.red;
  let reds = 0;
  for (let at = 0, from = 0; at < count; at += 1, from += order.channels) {
    const red = colours[from + order.red]!;
    const green = colours[from + 1]!;
    const blue = colours[from + blueAt]!;
    const grey = (red * 77 + green * 151 + blue * 28) >> 8;
    pixels[at] = grey;
    const isRed = red - green > RED_LEAD && red - blue > RED_LEAD;
    bare[at] = red - green > RED_LEAD / 3 && red - blue > RED_LEAD / 3 ? red : grey;
    if (isRed) reds += 1;
  }
  const grey = { width, height, pixels };
  const stamped = reds > count * LEAST_RED_SHARE;
  return { grey, withoutRed: stamped ? { width, height, pixels: bare } : null };
}

/** A picture turned clockwise by quarter turns. */
export function quarterTurned(image: GreyImage, turns: number): GreyImage {
  let { width, height, pixels } = image;
  for (let turn = ((turns % 4) + 4) % 4; turn > 0; turn -= 1) {
    const turned = new Uint8Array(pixels.length);
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        turned[x * height + (height - 1 - y)] = pixels[y * width + x]!;
      }
    }
    [width, height, pixels] = [height, width, turned];
  }
  return { width, height, pixels };
}

/** A picture turned by a small angle (radians, clockwise) about its middle; paper around it. */
export function turnedBy(image: GreyImage, angle: number): GreyImage {
  const { width, height, pixels } = image;
  const turned = new Uint8Array(pixels.length).fill(paperOf(image));
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const middleX = (width - 1) / 2;
  const middleY = (height - 1) / 2;
  for (let y = 0; y < height; y += 1) {
    let fromX = (0 - middleX) * cos + (y - middleY) * sin + middleX;
    let fromY = -(0 - middleX) * sin + (y - middleY) * cos + middleY;
    for (let x = 0; x < width; x += 1, fromX += cos, fromY -= sin) {
      const left = Math.floor(fromX);
      const top = Math.floor(fromY);
      if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) continue;
      const at = top * width + left;
      const right = fromX - left;
      const down = fromY - top;
      const upper = pixels[at]! * (1 - right) + pixels[at + 1]! * right;
      const lower = pixels[at + width]! * (1 - right) + pixels[at + width + 1]! * right;
      turned[y * width + x] = upper * (1 - down) + lower * down + 0.5;
    }
  }
  return { width, height, pixels: turned };
}

/** The shade that most of the lighter half of a page has. */
export function paperOf({ pixels }: GreyImage): number {
  const counts = new Uint32Array(256);
  for (let at = 0; at < pixels.length; at += 7) counts[pixels[at]!]! += 1;
  let paper = 255;
  for (let shade = 128; shade < 256; shade += 1) {
    if (counts[shade]! > counts[paper]!) paper = shade;
  }
  return paper;
}

/** A part of a picture drawn at another size; what lies outside of the picture is paper. */
export function resized(
  image: GreyImage,
  box: PixelBox,
  size: { readonly width: number; readonly height: number },
): GreyImage {
  const { width, height } = size;
  const columns = shares(box.left, box.right, width);
  const rows = shares(box.top, box.bottom, height);
  const across = new Float32Array((box.bottom - box.top) * width);
  for (let y = box.top; y < box.bottom; y += 1) {
    const line = Math.min(Math.max(y, 0), image.height - 1) * image.width;
    const start = (y - box.top) * width;
    columns.forEach(({ from, weights }, x) => {
      let sum = 0;
      weights.forEach((weight, index) => {
        const column = Math.min(Math.max(box.left + from + index, 0), image.width - 1);
        sum += weight * image.pixels[line + column]!;
      });
      across[start + x] = sum;
    });
  }
  const pixels = new Uint8Array(width * height);
  rows.forEach(({ from, weights }, y) => {
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      weights.forEach((weight, index) => {
        sum += weight * across[(from + index) * width + x]!;
      });
      pixels[y * width + x] = Math.min(255, Math.max(0, sum + 0.5));
    }
  });
  return { width, height, pixels };
}

interface Share {
  readonly from: number;
  readonly weights: readonly number[];
}

/** Which old pixels make each new one: neighbours when growing, an average when shrinking. */
function shares(start: number, end: number, count: number): readonly Share[] {
  const length = end - start;
  const step = length / count;
  const reach = Math.max(1, step);
  return Array.from({ length: count }, (_, index) => {
    const middle = (index + 0.5) * step - 0.5;
    const from = Math.max(0, Math.ceil(middle - reach));
    const to = Math.min(length - 1, Math.floor(middle + reach));
    const weights: number[] = [];
    for (let at = from; at <= to; at += 1) weights.push(reach - Math.abs(at - middle));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    if (sum <= 0) return { from: Math.min(from, length - 1), weights: [1] };
    return { from, weights: weights.map((weight) => weight / sum) };
  });
}
