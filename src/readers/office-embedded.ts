import { textIn, type XmlElement } from './xml.js';

/** Marks the part of a Word or Excel file that holds the facts it was written from. */
export const FACTS_NAMESPACE = 'urn:mingzhang:account:1';

/** The facts that a file of ours carries among its `customXml`, as JSON text; null in any other. */
export function embeddedFacts(custom: readonly XmlElement[]): string | null {
  for (const part of custom) {
    const named = Object.values(part.attributes).includes(FACTS_NAMESPACE);
    if (part.name === 'account' && named) return textIn(part);
  }
  return null;
}
