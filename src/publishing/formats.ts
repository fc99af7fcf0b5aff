/** Formats in which a document is published, in the order in which they are written. */
export const PUBLICATION_FORMATS = ['docx', 'xlsx', 'pdf', 'html', 'json', 'csv'] as const;

export type PublicationFormat = (typeof PUBLICATION_FORMATS)[number];
