import type { GeneratorId } from '../formats/generators.js';

/** Cases that once ended badly, by their number; each stays in every run. */
export const KEPT: readonly {
  /** Its name in the list of kinds. */
  readonly kind: GeneratorId | `json of ${GeneratorId}`;
  readonly seed: number;
  /** What it was. */
  readonly was: string;
}[] = [];
