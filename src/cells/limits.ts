/** How much of a file is read at most; beyond it reading fails with a message, never half. */
export interface Limits {
  /** Bytes of one file, whatever its format. */
  readonly fileBytes: number;
  /** UTF-16 units of one plain text. A published account has about 100,000. */
  readonly textUnits: number;
  /** UTF-16 units of one line of plain text. */
  readonly lineUnits: number;
  /** Bytes that the members of one archive (or docx, xlsx, ofd) unpack to; those of JSON Lines. */
  readonly unpackedBytes: number;
  /** Members of one archive, and of a docx, xlsx or ofd. */
  readonly archiveMembers: number;
  /** Archives inside archives; all levels of one together unpack no more than one may. */
  readonly archiveDepth: number;
  /** Elements inside each other in XML and HTML, tables inside tables, levels of JSON. */
  readonly elementDepth: number;
  /** Elements of one XML part, values of one JSON. A document of 300 pages has about 200,000. */
  readonly elements: number;
  /** Pages of one PDF, OFD or scan. */
  readonly pages: number;
  /** Texts, paths and pictures drawn on the pages of one OFD, templates counted each time. */
  readonly drawnObjects: number;
  /** Cells of one workbook or of the tables of one document, merged ones counted out. */
  readonly cells: number;
  /**
   * Seconds for one document, and for each page of it that was really read some more: a long
   * document that goes on page by page is not hung, one that stands still for so long is.
   */
  readonly seconds: number;
  readonly secondsPerScannedPage: number;
  /**
   * Mebibytes of objects of the thread that reads a document; bytes of files and images stand
   * beside them and have limits of their own.
   */
  readonly memoryMebibytes: number;
}

const MEBI = 1024 * 1024;

export const DEFAULT_LIMITS: Limits = {
  fileBytes: 50 * MEBI,
  textUnits: 4 * MEBI,
  lineUnits: MEBI,
  unpackedBytes: 256 * MEBI,
  archiveMembers: 2000,
  archiveDepth: 3,
  elementDepth: 256,
  elements: 5_000_000,
  pages: 1000,
  drawnObjects: 2_000_000,
  cells: 1_000_000,
  seconds: 60,
  secondsPerScannedPage: 30,
  memoryMebibytes: 2048,
};

/** Words of a page that are put into columns where no lines divide them; a full one has 2,000. */
export const ALIGNED_WORDS = 20_000;

/** Bytes of the facts that a file carries, unpacked; a department of 50 units has 5 million. */
export const EMBEDDED_BYTES = 32 * MEBI;
