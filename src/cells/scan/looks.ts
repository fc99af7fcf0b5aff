import { type GreyImage, nearest, type PixelBox } from './image.js';
import { type CropMargins, cropBox, lineCrop } from './line-crop.js';
import type { LineReading, RecognisedCharacter } from './line-reading.js';
import type { LineGroup, PagePlan } from './page-plan.js';
import type { TextLineBox } from './text-lines.js';

/** Two looks at the same line, at two scales: where both see the same digits, they are there. */
export const LOOKS = {
  first: { above: 0.15, beside: 0.3, sharpening: 0 },
  second: { above: 0.3, beside: 0.5, sharpening: 1.5 },
} as const satisfies Readonly<Record<string, CropMargins>>;

/** A picture for the engine that shows lines side by side, and where each of them begins in it. */
export interface Look {
  readonly picture: GreyImage;
  readonly parts: readonly {
    readonly line: TextLineBox;
    /** What the part shows, in pixels of the page. */
    readonly shown: PixelBox;
    readonly from: number;
    readonly to: number;
  }[];
}

/** Shows lines to the engine at the height that it wants. */
export function lookAt(
  { image }: PagePlan,
  group: LineGroup,
  height: number,
  margins: CropMargins,
): Look {
  let from = 0;
  const parts = group.map((line) => {
    const picture = lineCrop(image, line, height, margins);
    const part = { line, shown: cropBox(line, margins), from, to: from + picture.width, picture };
    from += picture.width;
    return part;
  });
  return { picture: sideBySide(parts.map(({ picture }) => picture)), parts };
}

function sideBySide(pictures: readonly GreyImage[]): GreyImage {
  if (pictures.length === 1) return pictures[0]!;
  const height = pictures[0]!.height;
  const width = pictures.reduce((sum, picture) => sum + picture.width, 0);
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    let at = y * width;
    for (const picture of pictures) {
      pixels.set(picture.pixels.subarray(y * picture.width, (y + 1) * picture.width), at);
      at += picture.width;
    }
  }
  return { width, height, pixels };
}

/** A character of a line with its middle in pixels of the page. */
export interface PlacedCharacter {
  readonly text: string;
  readonly certainty: number;
  readonly x: number;
}

/** What was read, given back to the lines that were shown. */
export function readingsOf(
  { picture, parts }: Look,
  { characters }: LineReading,
): ReadonlyMap<TextLineBox, readonly PlacedCharacter[]> {
  const found = new Map<TextLineBox, PlacedCharacter[]>(parts.map(({ line }) => [line, []]));
  for (const character of characters) {
    const at = character.at * picture.width;
    const part = parts.find(({ to }) => at < to) ?? parts.at(-1)!;
    found.get(part.line)!.push(placed(character, at - part.from, part));
  }
  return found;
}

function placed(
  { text, certainty }: RecognisedCharacter,
  at: number,
  { shown, from, to }: Look['parts'][number],
): PlacedCharacter {
  const x = shown.left + (at * (shown.right - shown.left)) / (to - from);
  return { text, certainty, x: nearest(x) };
}
