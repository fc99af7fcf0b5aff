import type { DocxPackage } from './docx-package.js';
import { textIn } from './xml.js';

/** Marks the part of a Word file that holds the facts it was written from. */
export const FACTS_NAMESPACE = 'urn:mingzhang:account:1';

/** The facts that a document of ours carries, as JSON text; null in any other. */
export function embeddedFacts(file: DocxPackage): string | null {
  for (const part of file.parts('customXml')) {
    const named = Object.values(part.attributes).includes(FACTS_NAMESPACE);
    if (part.name === 'account' && named) return textIn(part);
  }
  return null;
}
