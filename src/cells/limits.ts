/** How much of a file is read at most; beyond it reading fails with a message, never half. */
export interface Limits {
  /** Bytes of one file, whatever its format. */
  readonly fileBytes: number;
  /** UTF-16 units of one plain text. A published account has about 100,000. */
  readonly textUnits: number;
  /** UTF-16 units of one line of plain text. */
  readonly lineUnits: number;
}

const MEBI = 1024 * 1024;

export const DEFAULT_LIMITS: Limits = {
  fileBytes: 50 * MEBI,
  textUnits: 4 * MEBI,
  lineUnits: MEBI,
};
