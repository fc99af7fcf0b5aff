import type { Store } from '../../store/open.js';
import * as settings from '../../store/settings.js';
import type { Site } from '../endpoint.js';

/** Milliseconds for which a reading holds: another process may have changed it meanwhile. */
const HELD = 2000;

const UNNAMED: Site = { place: '本地', owner: '（尚未设置主办单位）', contact: null };

/** Whose site it is, as it is set now. */
export interface SiteReader {
  /** Never fails: where the store cannot be read, what was last known holds. */
  read(): Promise<Site>;
  /** To be called by whoever changes it here. */
  forget(): void;
}

/** Reads the settings of the site; what was read holds for two seconds. */
export function siteReader(store: Store): SiteReader {
  let known = UNNAMED;
  let readAt: number | null = null;
  return {
    read: async () => {
      if (readAt !== null && performance.now() - readAt < HELD) return known;
      try {
        known = await siteOf(store);
        readAt = performance.now();
      } catch {
        // What failed fails again for whoever needs more of the store than this, and is told then.
      }
      return known;
    },
    forget: () => {
      readAt = null;
    },
  };
}

function siteOf(store: Store): Promise<Site> {
  return store.read(async (view) => {
    const all = new Map((await settings.list(view)).map(({ key, value }) => [key, value]));
    const text = (key: keyof Site): string | null => {
      const value = all.get(`site.${key}`);
      return typeof value === 'string' && value !== '' ? value : null;
    };
    const [place, owner] = [text('place') ?? UNNAMED.place, text('owner') ?? UNNAMED.owner];
    return { place, owner, contact: text('contact') };
  });
}
