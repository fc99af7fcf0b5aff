/** What the engine saw in the picture of one line, character by character. */
export interface LineReading {
  readonly characters: readonly RecognisedCharacter[];
}

export interface RecognisedCharacter {
  readonly text: string;
  /** 0 to 1, what the engine says of itself. */
  readonly certainty: number;
  /** Where it stands in the picture: 0 at its left edge, 1 at its right. */
  readonly at: number;
}

/** The text of a line as read. */
export function readText({ characters }: LineReading): string {
  return characters.map(({ text }) => text).join('');
}
