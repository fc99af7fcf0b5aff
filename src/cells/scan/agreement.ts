import type { PlacedCharacter } from './looks.js';

/** A part of a line that is surely known as a whole or not: a number, or the text between two. */
export interface ReadPart {
  readonly text: string;
  readonly characters: readonly PlacedCharacter[];
  readonly isNumber: boolean;
  /** 0 to 1. */
  readonly confidence: number;
}

/** Two looks that differ leave this much confidence in a number, whatever the engine says. */
const DIFFERENT = 0.5;
/** A number that is not written as numbers are. */
const ODD = 0.5;
/** How much surer (on average) the second look must be to be taken instead of the first. */
const SURER = 0.1;
/** How far (pixels) the same number may stand apart in two looks. */
const SAME_PLACE = 24;

/** What digits are taken for and what they are written with: 1,234.56, -0.5, 12.5%, 2080505. */
const NUMBER = /[-+]?[\dOoIl|!SsBZ](?:[\dOoIl|!SsBZ.,，、:：;'’·]*[\dOoIl|!SsBZ])?/g;
const PROPER = /^[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;

const WORDS = /[\u3400-\u9fff]/;
/** What may stand beside a number in a cell. */
const BESIDE_NUMBER = /^[%‰()（）\s]*$/;

/** The parts of a line from two looks at it; numbers only as sure as both looks are. */
export function agreedParts(
  first: readonly PlacedCharacter[],
  second: readonly PlacedCharacter[] | null,
): readonly ReadPart[] {
  const better = second !== null && mean(second) > mean(first) + SURER;
  const [chosen, other] = better ? [second, first] : [first, second];
  const witnesses = other === null ? null : numbersIn(other);
  const parts: ReadPart[] = [];
  let from = 0;
  const text = (to: number): void => {
    if (to > from) parts.push(textPart(chosen.slice(from, to)));
  };
  for (const number of numbersIn(chosen)) {
    text(number.from);
    parts.push(numberPart(number, witnesses));
    from = number.to;
  }
  text(chosen.length);
  return isTorn(parts) ? parts.map(doubted) : parts;
}

/** A number with marks in it that no number has was read in pieces: 57746 2.12, 1'000. */
function isTorn(parts: readonly ReadPart[]): boolean {
  const beside = parts.filter(({ isNumber }) => !isNumber).map(({ text }) => text);
  const numbers = parts.length - beside.length;
  if (numbers === 0 || beside.some((text) => WORDS.test(text))) return false;
  return numbers > 1 || beside.some((text) => !BESIDE_NUMBER.test(text));
}

function doubted(part: ReadPart): ReadPart {
  return part.isNumber ? { ...part, confidence: Math.min(part.confidence, ODD) } : part;
}

/** Whether a second look at a line is worth its time: it has digits, or something is doubtful. */
export function wantsSecondLook(characters: readonly PlacedCharacter[]): boolean {
  return (
    numbersIn(characters).length > 0 ||
    characters.length === 0 ||
    characters.some(({ certainty }) => certainty < 0.9)
  );
}

interface FoundNumber {
  readonly from: number;
  readonly to: number;
  readonly characters: readonly PlacedCharacter[];
  readonly text: string;
}

function numbersIn(characters: readonly PlacedCharacter[]): readonly FoundNumber[] {
  // Every character of the alphabet is one UTF-16 unit, so offsets are indices.
  const text = textOf(characters);
  return [...text.matchAll(NUMBER)]
    .filter(([found]) => /\d/.test(found) || found.length > 2)
    .map((match) => {
      const from = match.index;
      const to = from + match[0].length;
      return { from, to, characters: characters.slice(from, to), text: match[0] };
    });
}

function numberPart(
  { characters, text }: FoundNumber,
  witnesses: readonly FoundNumber[] | null,
): ReadPart {
  const own = least(characters);
  const x = middle(characters);
  const witness = witnesses?.find(
    (each) => each.text === text && Math.abs(middle(each.characters) - x) <= SAME_PLACE,
  );
  const seen =
    witness === undefined ? Math.min(own, DIFFERENT) : Math.min(own, least(witness.characters));
  const confidence = PROPER.test(text) ? seen : Math.min(seen, ODD);
  return { text, characters, isNumber: true, confidence };
}

function textPart(characters: readonly PlacedCharacter[]): ReadPart {
  return { text: textOf(characters), characters, isNumber: false, confidence: mean(characters) };
}

function textOf(characters: readonly PlacedCharacter[]): string {
  return characters.map(({ text }) => text.slice(0, 1) || ' ').join('');
}

function least(characters: readonly PlacedCharacter[]): number {
  return Math.min(...characters.map(({ certainty }) => certainty));
}

function mean(characters: readonly PlacedCharacter[]): number {
  if (characters.length === 0) return 0;
  return characters.reduce((sum, { certainty }) => sum + certainty, 0) / characters.length;
}

function middle(characters: readonly PlacedCharacter[]): number {
  return (characters[0]!.x + characters.at(-1)!.x) / 2;
}
