import type { GeneratorId } from '../formats/generators.js';

/** Cases that once ended badly, by their number; each stays in every run. */
export const KEPT: readonly {
  readonly generator: GeneratorId;
  readonly seed: number;
  /** What it was. */
  readonly was: string;
}[] = [];
