import type { Store } from '../../store/open.js';
import * as settings from '../../store/settings.js';
import type { Services } from '../endpoint.js';

/** Whose site it is, as it was set; it tells so itself where nobody has. */
export function siteOf(store: Store): Promise<Services['site']> {
  return store.read(async (view) => {
    const text = async (key: string): Promise<string | null> => {
      const value = await settings.byKey(view, `site.${key}`);
      return typeof value === 'string' && value !== '' ? value : null;
    };
    const [place, owner, contact] = [
      await text('place'),
      await text('owner'),
      await text('contact'),
    ];
    return { place: place ?? '本地', owner: owner ?? '（尚未设置主办单位）', contact };
  });
}
