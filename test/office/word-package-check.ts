import { posix } from 'node:path';
import { DEFAULT_LIMITS } from '../../src/cells/limits.js';
import { archiveMembers, unpack } from '../../src/readers/archive.js';
import { elements, parseXml, type XmlElement } from '../../src/readers/xml.js';

const LIMITS = DEFAULT_LIMITS;

/** The parts of a Word file, XML as trees. */
export function treesOf(bytes: Uint8Array): ReadonlyMap<string, XmlElement | null> {
  return new Map(
    archiveMembers(bytes, LIMITS).map((member) => [
      member.name,
      /\.(?:xml|rels)$/.test(member.name) ? parseXml(unpack(member), member.name, LIMITS) : null,
    ]),
  );
}

/** What is wrong with the package and its text; nothing in a file that Word opens. */
export function faultsOf(bytes: Uint8Array): readonly string[] {
  const trees = treesOf(bytes);
  return [...typeFaults(trees), ...relationFaults(trees), ...textFaults(trees)];
}

type Trees = ReturnType<typeof treesOf>;

function typeFaults(trees: Trees): readonly string[] {
  const types = trees.get('[Content_Types].xml');
  if (types === undefined || types === null) return ['no content types'];
  const endings = elements(types, 'Default').map(({ attributes }) => attributes.Extension);
  const named = elements(types, 'Override').map(({ attributes }) => attributes.PartName ?? '');
  const twice = named.filter((name, at) => named.indexOf(name) !== at);
  const gone = named.filter((name) => !trees.has(name.slice(1)));
  const untyped = [...trees.keys()].filter(
    (path) =>
      path !== '[Content_Types].xml' &&
      !named.includes(`/${path}`) &&
      !endings.includes(path.slice(path.lastIndexOf('.') + 1)),
  );
  return [
    ...twice.map((name) => `typed twice: ${name}`),
    ...gone.map((name) => `typed but not there: ${name}`),
    ...untyped.map((path) => `without a type: ${path}`),
  ];
}

function relationFaults(trees: Trees): readonly string[] {
  const faults: string[] = [];
  const reached = new Set(['[Content_Types].xml']);
  for (const [path, tree] of trees) {
    if (!path.endsWith('.rels') || tree === null) continue;
    reached.add(path);
    const folder = posix.dirname(posix.dirname(path));
    const ids = new Set<string>();
    for (const { attributes } of elements(tree, 'Relationship')) {
      const { Id = '', Target = '', TargetMode } = attributes;
      if (ids.has(Id)) faults.push(`${path}: ${Id} twice`);
      ids.add(Id);
      if (TargetMode === 'External') continue;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      if (!trees.has(target)) faults.push(`${path}: ${Target} is not there`);
      reached.add(target);
    }
    const owner = trees.get(posix.join(folder, posix.basename(path, '.rels')));
    if (owner === undefined || owner === null) continue;
    for (const id of relationsUsed(owner)) {
      if (!ids.has(id)) faults.push(`${path}: ${id} is used but not there`);
    }
  }
  const lost = [...trees.keys()].filter((path) => !reached.has(path));
  return [...faults, ...lost.map((path) => `nothing relates to ${path}`)];
}

function all(tree: XmlElement): readonly XmlElement[] {
  return elements(tree).flatMap((node) => [node, ...all(node)]);
}

function relationsUsed(tree: XmlElement): readonly string[] {
  return all(tree).flatMap(({ name, attributes }) => {
    if (name === 'blip') return attributes.embed ?? [];
    return /Reference$/.test(name) && attributes.id?.startsWith('rId') === true
      ? attributes.id
      : [];
  });
}

/** Marks that are doubled or lead nowhere, styles that are not there, rows that do not add up. */
function textFaults(trees: Trees): readonly string[] {
  const document = trees.get('word/document.xml');
  const styles = trees.get('word/styles.xml');
  if (document === undefined || document === null) return ['no document'];
  const nodes = all(document);
  const marks = nodes.filter(({ name }) => name === 'bookmarkStart');
  const ends = nodes.filter(({ name }) => name === 'bookmarkEnd');
  const names = marks.map(({ attributes }) => attributes.name ?? '');
  const ids = marks.map(({ attributes }) => attributes.id ?? '');
  const anchors = nodes.flatMap(({ name, attributes }) =>
    name === 'hyperlink' && attributes.anchor !== undefined ? attributes.anchor : [],
  );
  const drawn = nodes.flatMap(({ name, attributes }) =>
    name === 'docPr' ? (attributes.id ?? '') : [],
  );
  const known = new Set(
    (styles === undefined || styles === null ? [] : elements(styles, 'style')).map(
      ({ attributes }) => attributes.styleId,
    ),
  );
  const used = nodes.flatMap(({ name, attributes }) =>
    name === 'pStyle' || name === 'rStyle' ? (attributes.val ?? '') : [],
  );
  return [
    ...doubled(names).map((name) => `mark ${name} twice`),
    ...doubled(ids).map((id) => `mark ${id} twice`),
    ...doubled(drawn).map((id) => `picture ${id} twice`),
    ...names.filter((name) => name.length > 40).map((name) => `${name} is too long`),
    ...(ends.length === marks.length ? [] : ['marks that do not end']),
    ...anchors.filter((name) => !names.includes(name)).map((name) => `no mark ${name}`),
    ...[...new Set(used)].filter((id) => !known.has(id)).map((id) => `no style ${id}`),
    ...nodes.filter(({ name }) => name === 'tbl').flatMap(tableFaults),
  ];
}

function doubled(items: readonly string[]): readonly string[] {
  return items.filter((item, at) => items.indexOf(item) !== at);
}

function tableFaults(table: XmlElement): readonly string[] {
  const grid = elements(table, 'tblGrid').flatMap((columns) => elements(columns, 'gridCol'));
  return elements(table, 'tr').flatMap((row, at) => {
    const spans = elements(row, 'tc').map((cell) => {
      const span = elements(cell, 'tcPr').flatMap((own) => elements(own, 'gridSpan'))[0];
      return Number.parseInt(span?.attributes.val ?? '1', 10);
    });
    const columns = spans.reduce((sum, span) => sum + span, 0);
    const empty = elements(row, 'tc').some((cell) => elements(cell).at(-1)?.name !== 'p');
    return [
      ...(columns === grid.length ? [] : [`row ${at + 1}: ${columns} of ${grid.length} columns`]),
      ...(empty ? [`row ${at + 1}: a cell without a paragraph`] : []),
    ];
  });
}
