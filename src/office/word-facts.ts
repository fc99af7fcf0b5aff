import { FACTS_NAMESPACE } from '../readers/docx-embedded.js';
import { escaped, partText, putPart, type WordParts } from './word-parts.js';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
/** Of the part, not of a document: always the same. */
const STORE = '{6D696E67-7A68-616E-672D-6163636F756E}';

/** Puts the facts behind a document into it, as custom XML that Word keeps when it saves. */
export function embedFacts(parts: WordParts, facts: string): void {
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
  putPart(
    parts,
    `customXml/_rels/item${number}.xml.rels`,
    `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" ` +
      `Type="${OFFICE}/relationships/customXmlProps" Target="itemProps${number}.xml"/>` +
      '</Relationships>',
  );
  const relations = 'word/_rels/document.xml.rels';
  const relation =
    `<Relationship Id="rIdFacts${number}" Type="${OFFICE}/relationships/customXml" ` +
    `Target="../${item}"/>`;
  insert(parts, relations, relation, '</Relationships>');
  const type = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
  const override = `<Override PartName="/${properties}" ContentType="${type}"/>`;
  insert(parts, '[Content_Types].xml', override, '</Types>');
}

function insert(parts: WordParts, path: string, xml: string, before: string): void {
  const text = partText(parts, path);
  const at = text.lastIndexOf(before);
  putPart(parts, path, text.slice(0, at) + xml + text.slice(at));
}

/** XML has no way to write a few signs: JSON says them by their numbers. */
function speakable(facts: string): string {
  return facts.replace(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
