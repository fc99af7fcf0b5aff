import type { Wording } from '../base/wording.js';
import type { PageContent } from '../cells/page-content.js';
import { agreedParts, wantsSecondLook } from '../cells/scan/agreement.js';
import { type GreyImage, nearest, type PageShades, quarterTurned } from '../cells/scan/image.js';
import { LOOKS, type Look, lookAt, type PlacedCharacter, readingsOf } from '../cells/scan/looks.js';
import {
  atUsualSize,
  type LineGroup,
  type PagePlan,
  PIXELS_PER_POINT,
  planPage,
} from '../cells/scan/page-plan.js';
import { contentOf, legibilityOf, type ReadLine } from '../cells/scan/page-runs.js';
import type { TextLineBox } from '../cells/scan/text-lines.js';
import { LINE_HEIGHT } from './recognise-engine.js';
import { recogniseLines } from './recogniser.js';

/** What recognition made of a page: null where nothing of it could be read. */
export interface RecognisedPage {
  readonly page: number;
  readonly content: PageContent | null;
  /** Why it could not be read, or not all of it. */
  readonly loss: Wording | null;
}

/** The picture of a page and how many of its pixels make a point. */
export interface PagePicture {
  readonly page: number;
  readonly shades: PageShades;
  readonly pixelsPerPoint: number;
}

/** An upright page is read with more certainty than this, on average. */
const UPRIGHT = 0.8;
/** So many lines tell which way up a page is. */
const SAMPLE = 8;

/** Reads a page: which way up it is, its rulings, its lines. It may take so many seconds. */
export async function recognisePage(
  { page, shades, pixelsPerPoint }: PagePicture,
  seconds: number,
): Promise<RecognisedPage> {
  const left = countdown(seconds);
  const picture = atUsualSize(shades.withoutRed ?? shades.grey, pixelsPerPoint);
  const { turned, plan } = await upright(picture, left);
  const lines = await readLines(plan, left);
  const size = {
    page,
    width: turned.width / PIXELS_PER_POINT,
    height: turned.height / PIXELS_PER_POINT,
  };
  const legibility = legibilityOf(lines);
  if (legibility === 'not') return { page, content: null, loss: ILLEGIBLE };
  const loss = legibility === 'partly' ? PARTLY_LEGIBLE : null;
  return { page, content: contentOf(size, plan.rulings, lines), loss };
}

/** Seconds that are left of a page's. */
type Countdown = () => number;

function countdown(seconds: number): Countdown {
  const end = Date.now() + seconds * 1000;
  return () => Math.max(0, (end - Date.now()) / 1000);
}

const ILLEGIBLE: Wording = {
  zh: '这一页的图像太模糊，文字认不出来；请换成清晰的扫描件，或有文字的版本',
  en: 'the image of this page is too poor to be recognised; use a better scan or a text version',
};

const PARTLY_LEGIBLE: Wording = {
  zh: '这一页有些文字认不清，可能有内容没有读出；请对照原件',
  en: 'some text of this page is hardly legible and may be missing; compare with the original',
};

interface Upright {
  readonly turned: GreyImage;
  readonly plan: PagePlan;
}

/** A page that is hard to read may lie on its side or upside down: the surest way is taken. */
async function upright(picture: GreyImage, left: Countdown): Promise<Upright> {
  let best: (Upright & { readonly certainty: number }) | null = null;
  for (const turns of [0, 1, 2, 3]) {
    const turned = turns === 0 ? picture : quarterTurned(picture, turns);
    const plan = planPage(turned);
    const certainty = await sampleCertainty(plan, left);
    if (best === null || certainty > best.certainty) best = { turned, plan, certainty };
    if (turns === 0 && certainty >= UPRIGHT) break;
  }
  return best!;
}

/** How surely the longest lines are read, 0 to 1; 1 where there are none. */
async function sampleCertainty(plan: PagePlan, left: Countdown): Promise<number> {
  const longest = [...plan.groups]
    .sort((a, b) => widthOf(b) - widthOf(a))
    .filter((group) => widthOf(group) < LONGEST_SAMPLE)
    .slice(0, SAMPLE);
  if (longest.length === 0) return 1;
  const looks = longest.map((group) => lookAt(plan, group, LINE_HEIGHT, LOOKS.first));
  const read = await recogniseLines(
    looks.map((look) => look.picture),
    left(),
  );
  const shares = read.map(({ characters }, index) => {
    const worded = characters.filter(({ text }) => WORDED.test(text));
    const sum = worded.reduce((total, { certainty }) => total + certainty, 0);
    // A Chinese character is as wide as it is high; of a line on its side little is made out.
    const expected = (looks[index]!.picture.width / LINE_HEIGHT) * EXPECTED;
    return Math.min(1, worded.length / expected) * (sum / Math.max(1, worded.length));
  });
  const mean = shares.reduce((total, share) => total + share, 0) / shares.length;
  return mean * Math.min(1, aspectOf(plan) / USUAL_ASPECT);
}

const WORDED = /[\p{L}\p{N}]/u;
/** Of the characters that would fill a line, so many at least are letters or digits. */
const EXPECTED = 0.7;
/** Longer lines (pixels) take longer and tell no more. */
const LONGEST_SAMPLE = 1000;

/** On their side, lines fall into characters one below the other; the engine reads those too. */
function aspectOf({ groups }: PagePlan): number {
  const lines = groups.flat();
  const wide = lines.reduce((sum, { left, right }) => sum + right - left, 0);
  const high = lines.reduce((sum, { top, bottom }) => sum + bottom - top, 0);
  return wide / Math.max(1, high);
}

/** Lines of a page are together so many times as wide as high, at least. */
const USUAL_ASPECT = 2;

function widthOf(group: LineGroup): number {
  return group.reduce((sum, { left, right }) => sum + right - left, 0);
}

type Readings = ReadonlyMap<TextLineBox, readonly PlacedCharacter[]>;

async function readLines(plan: PagePlan, left: Countdown): Promise<readonly ReadLine[]> {
  const first = await read(
    plan.groups.map((group) => lookAt(plan, group, LINE_HEIGHT, LOOKS.first)),
    left,
  );
  const again = plan.groups.filter((group) =>
    group.some((line) => wantsSecondLook(first.get(line) ?? [])),
  );
  const second = await read(
    again.map((group) => lookAt(plan, group, LINE_HEIGHT, LOOKS.second)),
    left,
  );
  return plan.groups.flat().map((line) => ({
    line,
    parts: agreedParts(first.get(line) ?? [], second.get(line) ?? null),
  }));
}

async function read(looks: readonly Look[], left: Countdown): Promise<Readings> {
  const found = await recogniseLines(
    looks.map(({ picture }) => picture),
    left(),
  );
  return new Map(looks.flatMap((look, index) => [...readingsOf(look, found[index]!)]));
}

/** Dots per inch that a scanner is set to; anything else in a file is a guess of its program. */
const DENSITIES = [72, 1200] as const;
/** The longer side of a sheet of A4, in points: what most pictures of pages are of. */
const LONGER_SIDE = 842;

/** Pixels a point of a picture that may tell its density; a page is never larger than A3. */
export function pixelsPerPointOf(
  { width, height }: { readonly width: number; readonly height: number },
  density: number | null,
): number {
  const longer = Math.max(width, height);
  const told = density === null || density <= DENSITIES[0] || density > DENSITIES[1];
  const own = told ? null : density! / 72;
  const plausible =
    own !== null && longer / own > LONGER_SIDE / 2 && longer / own < LONGER_SIDE * 2;
  return plausible ? own : Math.max(1, nearest((longer / LONGER_SIDE) * 100) / 100);
}
