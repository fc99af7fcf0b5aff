import { randomUUID } from 'node:crypto';
import type { Desk as Threads } from './services/desk.js';

/** Milliseconds that a request waits for a document before a page says that it goes on. */
const PATIENCE = 2500;

/** Milliseconds for which what came of a document is kept for whoever gave it. */
const KEPT = 10 * 60_000;

/** A document that is being read, or was. */
export interface Place<T> {
  readonly id: string;
  readonly owner: string;
  readonly file: string;
  /** Of `performance.now()`, when it came. */
  readonly since: number;
  readonly work: Promise<T>;
  /** When it was settled; null while it goes on. */
  settled: number | null;
}

/**
 * Documents that take longer than a request should: whoever gave one finds it again by its id.
 * What is in here is not kept yet, and is lost when the server ends: the page says so.
 */
export class ReadingRoom<T> {
  private readonly places = new Map<string, Place<T>>();

  constructor(private readonly patience = PATIENCE) {}

  enter(owner: string, file: string, work: Promise<T>): Place<T> {
    this.clear();
    const since = performance.now();
    const place: Place<T> = { id: randomUUID(), owner, file, since, work, settled: null };
    const settle = () => {
      place.settled = performance.now();
    };
    work.then(settle, settle);
    this.places.set(place.id, place);
    return place;
  }

  /** The caller's own; undefined once it was forgotten. */
  find(id: string, owner: string): Place<T> | undefined {
    const place = this.places.get(id);
    return place?.owner === owner ? place : undefined;
  }

  /** Whether it is settled, now or while one waits as long as a request should. */
  async isSettled({ work }: Place<T>): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), this.patience);
    });
    const soon = work.then(
      () => true,
      () => true,
    );
    const settled = await Promise.race([soon, late]);
    clearTimeout(timer);
    return settled;
  }

  private clear(): void {
    const now = performance.now();
    for (const { id, settled } of this.places.values()) {
      if (settled !== null && now - settled > KEPT) this.places.delete(id);
    }
  }
}

const ROOMS = new WeakMap<Threads, ReadingRoom<unknown>>();

/** The room of a server: each has threads of its own. */
export function roomOf<T>(threads: Threads): ReadingRoom<T> {
  const room = ROOMS.get(threads) ?? new ReadingRoom<unknown>();
  ROOMS.set(threads, room);
  return room as ReadingRoom<T>;
}
