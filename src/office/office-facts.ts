import { FACTS_NAMESPACE } from '../readers/office-embedded.js';
import {
  declareEnding,
  declareType,
  escaped,
  putPart,
  relate,
  type WordParts,
} from './word-parts.js';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
/** Of the part, not of a document: always the same. */
const STORE = '{6D696E67-7A68-616E-672D-6163636F756E}';

/**
 * Puts the facts behind a file into it, as custom XML that Word and Excel keep when they save.
 * `relations` is the path of the relations of its main part.
 */
export function embedFacts(
  parts: WordParts,
  facts: string,
  relations = 'word/_rels/document.xml.rels',
): void {
  let number = 1;
  while (parts.has(`customXml/item${number}.xml`)) number += 1;
  const item = `customXml/item${number}.xml`;
  const properties = `customXml/itemProps${number}.xml`;
  putPart(
    parts,
    item,
    `<account xmlns="${FACTS_NAMESPACE}">${escaped(speakable(facts))}</account>`,
  );
  putPart(
    parts,
    properties,
    `<ds:datastoreItem ds:itemID="${STORE}" xmlns:ds="${OFFICE}/customXml"><ds:schemaRefs>` +
      `<ds:schemaRef ds:uri="${FACTS_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
  );
  const own = `customXml/_rels/item${number}.xml.rels`;
  relate(parts, own, `${OFFICE}/relationships/customXmlProps`, `itemProps${number}.xml`);
  declareEnding(parts, 'xml', 'application/xml');
  declareType(parts, properties, PROPERTIES_TYPE);
  relate(parts, relations, `${OFFICE}/relationships/customXml`, `../${item}`);
}

const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';

/** XML has no way to write a few signs: JSON says them by their numbers. */
function speakable(facts: string): string {
  return facts.replace(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
