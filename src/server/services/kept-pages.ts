import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import * as audit from '../../store/audit.js';
import type { Store } from '../../store/open.js';
import { sha256 } from '../../store/values.js';

/** A page as it was drawn, or the address that it is at now. */
export type DrawnPage = { readonly text: string } | { readonly to: string };

/** The same, ready to be sent. */
export type KeptPage =
  | { readonly bytes: Uint8Array; readonly packed: Uint8Array; readonly etag: string }
  | { readonly to: string };

/** What is done in the offices and shows on no public page; anything else may. */
const PRIVATE = [
  ...['version.add', 'filing.add', 'draft.open', 'draft.discard', 'comment.add'],
  ...['comment.resolve', 'waiver.add', 'waiver.withdraw', 'session.begin', 'session.end'],
  ...['token.add', 'token.revoke', 'user.add', 'user.rename', 'user.password', 'user.grant'],
  ...['user.revoke', 'invitation.add', 'invitation.use', 'invitation.withdraw'],
];

/** Bytes of pages that are kept, plain and packed together. */
const MOST_BYTES = 96 * 1024 * 1024;

const packed = promisify(gzip);

/**
 * Pages that were drawn, until anything that everybody may read has changed: a reader never sees
 * what is out of date, and thousands of readers cost no more than one.
 */
export class KeptPages {
  private readonly pages = new Map<string, KeptPage>();
  private readonly making = new Map<string, Promise<KeptPage>>();
  private bytes = 0;
  private state = '';
  private writes = -1;

  /** The page of a key; many who ask at once wait for the same one. */
  async get(
    store: Store,
    parts: readonly string[],
    draw: () => Promise<DrawnPage>,
  ): Promise<KeptPage> {
    const state = await this.stateOf(store);
    const key = parts.join('\n');
    const known = this.pages.get(key);
    if (known !== undefined) {
      this.pages.delete(key);
      this.pages.set(key, known);
      return known;
    }
    const asked = `${state}\n${key}`;
    const begun = this.making.get(asked);
    if (begun !== undefined) return begun;
    const made = draw().then(readyOf);
    this.making.set(asked, made);
    try {
      const page = await made;
      if (state === this.state) this.keep(key, page);
      return page;
    } finally {
      this.making.delete(asked);
    }
  }

  /** What was done last of all that may show; pages of an earlier state are dropped. */
  private async stateOf(store: Store): Promise<string> {
    const { writes } = store;
    if (store.engine === 'embedded' && writes === this.writes) return this.state;
    const last = await store.read((view) => audit.lastBut(view, PRIVATE));
    this.writes = writes;
    if (`${last}` !== this.state) {
      this.pages.clear();
      this.bytes = 0;
      this.state = `${last}`;
    }
    return this.state;
  }

  private keep(key: string, page: KeptPage): void {
    this.pages.set(key, page);
    this.bytes += sizeOf(page);
    for (const [oldest, dropped] of this.pages) {
      if (this.bytes <= MOST_BYTES) break;
      this.pages.delete(oldest);
      this.bytes -= sizeOf(dropped);
    }
  }
}

async function readyOf(page: DrawnPage): Promise<KeptPage> {
  if ('to' in page) return page;
  const bytes = new TextEncoder().encode(page.text);
  return { bytes, packed: await packed(bytes), etag: sha256(bytes).slice(0, 31) };
}

function sizeOf(page: KeptPage): number {
  return 'to' in page ? 500 : page.bytes.length + page.packed.length + 500;
}
