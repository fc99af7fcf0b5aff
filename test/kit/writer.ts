/** Where something was written: 1-based line, half-open UTF-16 offsets. */
export interface Spot {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** Collects the lines of a text and tells where each piece went. */
export class TextWriter {
  private readonly lines: string[] = [];
  private current = '';

  put(text: string): Spot {
    const from = this.current.length;
    this.current += text;
    return { line: this.lines.length + 1, from, to: this.current.length };
  }

  end(): void {
    this.lines.push(this.current);
    this.current = '';
  }

  /** One whole line. */
  line(text: string): void {
    this.put(text);
    this.end();
  }

  blank(): void {
    this.line('');
  }

  /** Whether something stands on the line being written. */
  get open(): boolean {
    return this.current !== '';
  }

  /** 1-based number of the line being written. */
  get lineNumber(): number {
    return this.lines.length + 1;
  }

  text(): string {
    return `${this.lines.join('\n')}\n`;
  }
}

/** Columns that a text takes on a fixed-pitch page: two for each full-width character. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const c of text)
    width += c.codePointAt(0)! > 0x2e7f || '“”—─、。，；：（）'.includes(c) ? 2 : 1;
  return width;
}

/** Breaks a label into lines of at most `width` characters. */
export function wrapLabel(text: string, width: number): string[] {
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += width) lines.push(text.slice(at, at + width));
  return lines.length === 0 ? [''] : lines;
}
