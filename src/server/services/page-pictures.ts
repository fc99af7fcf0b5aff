import type { PageRequest, ShownPage } from '../page-picture.js';
import type { Desk } from './desk.js';

/** Bytes of pictures that are kept: some two hundred pages. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Draws pages when they are looked at and keeps the ones asked for last, by content. */
export class PagePictures {
  private readonly kept = new Map<string, ShownPage>();
  private readonly drawing = new Map<string, Promise<ShownPage | null>>();
  private bytes = 0;

  /** The picture of a page of a file by its hash; null where it cannot be drawn. */
  async picture(
    desk: Desk,
    hash: string,
    page: number,
    request: () => Promise<PageRequest>,
  ): Promise<ShownPage | null> {
    const key = `${hash}/${page}`;
    const known = this.kept.get(key);
    if (known !== undefined) {
      this.kept.delete(key);
      this.kept.set(key, known);
      return known;
    }
    // Several who look at the same page at once have it drawn once.
    const begun = this.drawing.get(key) ?? request().then((asked) => desk.draw(asked));
    this.drawing.set(key, begun);
    try {
      const drawn = await begun;
      if (drawn !== null) this.keep(key, drawn);
      return drawn;
    } finally {
      this.drawing.delete(key);
    }
  }

  private keep(key: string, drawn: ShownPage): void {
    if (this.kept.has(key) || drawn.bytes.length > MOST_BYTES / 4) return;
    this.kept.set(key, drawn);
    this.bytes += drawn.bytes.length;
    for (const [oldest, { bytes }] of this.kept) {
      if (this.bytes <= MOST_BYTES) return;
      this.kept.delete(oldest);
      this.bytes -= bytes.length;
    }
  }
}
