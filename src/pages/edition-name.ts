import { EDITIONS } from '../editions/catalogue.js';
import type { Lang } from './model.js';

/** An edition as people call it; its id where the catalogue does not know it. */
export function editionName(id: string | null, lang: Lang): string | null {
  if (id === null) return null;
  return EDITIONS.find((edition) => edition.id === id)?.name[lang] ?? id;
}
