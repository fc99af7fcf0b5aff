import type { Limits } from '../cells/limits.js';
import type { Publication, PublishedChart } from '../publications/model.js';
import { publicationHtml } from '../publications/to-html.js';

/** Formats in which a document is published, in the order in which they are written. */
export const PUBLICATION_FORMATS = ['docx', 'xlsx', 'pdf', 'html', 'json', 'csv'] as const;

export type PublicationFormat = (typeof PUBLICATION_FORMATS)[number];

/** Formats that are documents: they are read back and checked. */
export const DOCUMENT_FORMATS = ['docx', 'xlsx', 'pdf', 'html'] as const;

export type DocumentFormatWritten = (typeof DOCUMENT_FORMATS)[number];

export interface DrawOptions {
  /** The user's own Word template; null: ours. */
  readonly wordTemplate: Uint8Array | null;
  /** A folder with fonts of one's own for PDF; null: those that came with the program. */
  readonly fontFolder: string | null;
  readonly limits: Limits;
}

/** A drawn file, and characters that it could not print because no font has them. */
export interface Drawn {
  readonly bytes: Uint8Array;
  readonly replaced: readonly string[];
}

/** Draws a publication in one format; each library is loaded when first needed. */
export async function drawPublication(
  publication: Publication,
  format: DocumentFormatWritten,
  options: DrawOptions,
): Promise<Drawn> {
  switch (format) {
    case 'docx':
      return whole(await drawWord(publication, options));
    case 'xlsx': {
      const { publicationWorkbook } = await import('../office/publication-workbook.js');
      return whole(await publicationWorkbook(publication));
    }
    case 'pdf': {
      const { publicationPdf } = await import('../office/publication-pdf.js');
      return publicationPdf(publication, { fontFolder: options.fontFolder });
    }
    case 'html':
      return whole(await drawHtml(publication));
  }
}

function whole(bytes: Uint8Array): Drawn {
  return { bytes, replaced: [] };
}

async function drawWord(
  publication: Publication,
  { wordTemplate, limits }: DrawOptions,
): Promise<Uint8Array> {
  const charts = chartsOf(publication);
  const { chartImage } = charts.length > 0 ? await import('../office/chart-image.js') : NO_CHARTS;
  if (wordTemplate === null) {
    const { publicationWord } = await import('../office/publication-word.js');
    return publicationWord(publication, { picture: chartImage });
  }
  const { wordFromTemplate } = await import('../office/word-template.js');
  return wordFromTemplate(wordTemplate, publication, { picture: chartImage, limits });
}

const NO_CHARTS = { chartImage: () => null } as const;

async function drawHtml(publication: Publication): Promise<Uint8Array> {
  const charts = chartsOf(publication);
  const pictures = new Map<string, string>();
  if (charts.length > 0) {
    const { outlinedChart } = await import('../office/chart-image.js');
    for (const chart of charts) pictures.set(chart.id, outlinedChart(chart));
  }
  return new TextEncoder().encode(publicationHtml(publication, pictures));
}

function chartsOf({ blocks }: Publication): readonly PublishedChart[] {
  return blocks.filter((block) => block.kind === 'chart');
}
