import { GENERAL } from './general.js';
import { LIAONING } from './liaoning.js';
import type { Edition } from './model.js';
import { SHAANXI } from './shaanxi.js';
import { SHANGHAI } from './shanghai.js';
import { SHANXI } from './shanxi.js';

/** Every edition, the general one last. */
export const EDITIONS: readonly Edition[] = [SHANXI, SHAANXI, LIAONING, SHANGHAI, GENERAL];

const BY_ID = new Map(EDITIONS.map((edition) => [edition.id, edition]));

/** The edition of an id; the general one for an unknown id or none. */
export function editionOf(id: string | null): Edition {
  return (id === null ? undefined : BY_ID.get(id)) ?? GENERAL;
}
