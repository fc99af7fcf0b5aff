import { isWide } from './layout/characters.js';

/** A paragraph of a web page; its line breaks stand in its text. */
export interface MarkupParagraph {
  readonly text: string;
  /** Most of it is links to elsewhere. */
  readonly linked: boolean;
}

/** Marks without width that editors leave behind. */
const NOTHING = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Collects the text of one paragraph, its white space as a browser would show it. */
export class MarkupText {
  private text = '';
  private gap: '' | ' ' | '\n' = '';
  private units = 0;
  private linkedUnits = 0;

  add(raw: string, preformatted: boolean, linked: boolean): void {
    const shown = raw.replace(NOTHING, '');
    if (preformatted) {
      this.closeGap('');
      this.append(shown, linked);
      return;
    }
    for (const [part] of shown.matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
      if (/^[ \t\n\r\f]/.test(part)) {
        this.gap = this.gap === '\n' || /[\n\r]/.test(part) ? '\n' : ' ';
        continue;
      }
      this.closeGap(part[0]!);
      this.append(part, linked);
    }
  }

  lineBreak(): void {
    this.gap = '';
    this.text += '\n';
  }

  get isBlank(): boolean {
    return this.units === 0;
  }

  /** What stands in front of the next word. */
  get before(): string {
    return this.text;
  }

  /** The paragraph so far; the next one begins. */
  take(): MarkupParagraph {
    const { text, units, linkedUnits } = this;
    this.text = '';
    this.gap = '';
    this.units = 0;
    this.linkedUnits = 0;
    // A no-break space is a blank that was not to be collapsed.
    return { text: text.replaceAll('\u00a0', ' '), linked: units > 0 && linkedUnits * 2 >= units };
  }

  private closeGap(next: string): void {
    const { gap } = this;
    this.gap = '';
    const last = this.text.at(-1);
    if (gap === '' || last === undefined || last === '\n') return;
    // Chinese has no blanks: a line end in the source means nothing.
    if (gap === '\n' && isWide(last) && isWide(next)) return;
    this.text += ' ';
  }

  private append(text: string, linked: boolean): void {
    const units = text.replace(/\s/g, '').length;
    this.units += units;
    if (linked) this.linkedUnits += units;
    this.text += text;
  }
}
