import { randomUUID } from 'node:crypto';
import type { Doing } from '../workbench/office-view-models.js';
import type { Desk as Threads } from './services/desk.js';

/** Milliseconds that a request waits for work before a page says that it goes on. */
const PATIENCE = 1000;

/** Milliseconds for which what came of it is kept for whoever asked. */
const KEPT = 10 * 60_000;

/** Tells how far work is: so much of so much. */
export type Tell = (done: number, of: number) => void;

/** Work that goes on, or did: a document that is read, a file that is made. */
export interface Place<T> {
  readonly id: string;
  readonly owner: string;
  readonly doing: Doing;
  /** Of `performance.now()`, when it came. */
  readonly since: number;
  readonly work: Promise<T>;
  /** When it was settled; null while it goes on. */
  settled: number | null;
  /** How far it is; null while nobody can say. */
  progress: { readonly done: number; readonly of: number } | null;
}

/**
 * Work that takes longer than a request should: whoever asked for it finds it again by its id.
 * What is in here is not kept yet, and is lost when the server ends: the page says so.
 */
export class ReadingRoom<T> {
  private readonly places = new Map<string, Place<T>>();

  constructor(private readonly patience = PATIENCE) {}

  enter(owner: string, doing: Doing, begin: (tell: Tell) => Promise<T>): Place<T> {
    this.clear();
    const since = performance.now();
    const waiting = { settled: null, progress: null } as Pick<Place<T>, 'settled' | 'progress'>;
    const place: Place<T> = Object.assign(waiting, {
      ...{ id: randomUUID(), owner, doing, since },
      // Begun when its place is there: it may tell at once how far it is.
      work: Promise.resolve().then(() =>
        begin((done, of) => {
          waiting.progress = { done, of };
        }),
      ),
    });
    const settle = () => {
      place.settled = performance.now();
    };
    place.work.then(settle, settle);
    this.places.set(place.id, place);
    return place;
  }

  /** The caller's own; undefined once it was forgotten. */
  find(id: string, owner: string): Place<T> | undefined {
    const place = this.places.get(id);
    return place?.owner === owner ? place : undefined;
  }

  /** Whether it is settled, now or while one waits as long as a request should. */
  async isSettled({ work, settled: at }: Place<T>): Promise<boolean> {
    if (at !== null || this.patience === 0) return at !== null;
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
export function roomOf<T>(threads: Threads, patience = PATIENCE): ReadingRoom<T> {
  const room = ROOMS.get(threads) ?? new ReadingRoom<unknown>(patience);
  ROOMS.set(threads, room);
  return room as ReadingRoom<T>;
}
