import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** What is wrong with a page: markup, landmarks, headings, tables, labels, ids, what it runs. */
export function pageFaults(markup: string): readonly string[] {
  const faults: string[] = [];
  const tree = parse(markup, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startLine }) => faults.push(`${code} in line ${startLine}`),
  });
  const all = elementsIn(tree);
  for (const check of [landmarks, headings, names, tables, references, inert]) {
    faults.push(...check(all));
  }
  return faults;
}

/** Every element below a node, in document order. */
export function elementsIn(node: Node): readonly Element[] {
  if (!('childNodes' in node)) return [];
  return node.childNodes.flatMap((child) =>
    'tagName' in child ? [child, ...elementsIn(child)] : elementsIn(child),
  );
}

export function textIn(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  return 'childNodes' in node ? node.childNodes.map(textIn).join('') : '';
}

function attributeOf(element: Element, name: string): string | null {
  return element.attrs.find((each) => each.name === name)?.value ?? null;
}

function named(all: readonly Element[], ...names: readonly string[]): readonly Element[] {
  return all.filter(({ tagName }) => names.includes(tagName));
}

function hasName(element: Element): boolean {
  return ['aria-label', 'aria-labelledby'].some(
    (name) => (attributeOf(element, name) ?? '') !== '',
  );
}

function landmarks(all: readonly Element[]): string[] {
  const faults = ['main', 'header', 'footer', 'title', 'h1'].flatMap((name) =>
    named(all, name).length === 1 ? [] : [`not one ${name}`],
  );
  const lang = attributeOf(all[0]!, 'lang');
  if (lang !== 'zh-CN' && lang !== 'en') faults.push('no language');
  const unnamed = [...named(all, 'nav'), ...all.filter((e) => attributeOf(e, 'role') === 'region')];
  return [...faults, ...unnamed.filter((e) => !hasName(e)).map((e) => `${e.tagName} without name`)];
}

function headings(all: readonly Element[]): string[] {
  const found = all.filter(({ tagName }) => /^h[1-6]$/.test(tagName));
  return found.flatMap((element, index) => {
    const [level, before] = [element, found[index - 1]].map((each) =>
      Number(each?.tagName[1] ?? 0),
    );
    if (textIn(element).trim() === '') return ['an empty heading'];
    return level! > before! + 1 ? [`h${level} after h${before}`] : [];
  });
}

function names(all: readonly Element[]): string[] {
  const labelled = new Set(named(all, 'label').map((label) => attributeOf(label, 'for')));
  const inLabels = new Set(named(all, 'label').flatMap((label) => elementsIn(label)));
  const controls = named(all, 'input', 'select', 'textarea').filter(
    (control) => attributeOf(control, 'type') !== 'hidden',
  );
  const mute = controls.filter(
    (control) =>
      !labelled.has(attributeOf(control, 'id')) && !inLabels.has(control) && !hasName(control),
  );
  const silent = named(all, 'a', 'button').filter(
    (link) => textIn(link).trim() === '' && !hasName(link),
  );
  const pictures = named(all, 'svg').filter(
    (svg) => attributeOf(svg, 'aria-hidden') !== 'true' && !hasName(svg),
  );
  return [...mute, ...silent, ...pictures].map(({ tagName }) => `${tagName} without name`);
}

function tables(all: readonly Element[]): string[] {
  return named(all, 'table').flatMap((table) => {
    const heads = named(elementsIn(table), 'th');
    if (heads.length === 0) return ['a table without headings'];
    return heads.flatMap((head) => [
      ...(/^(?:col|row|colgroup|rowgroup)$/.test(attributeOf(head, 'scope') ?? '')
        ? []
        : ['th without scope']),
      ...(textIn(head).trim() === '' ? ['an empty th'] : []),
    ]);
  });
}

function references(all: readonly Element[]): string[] {
  const ids = all.flatMap((element) => attributeOf(element, 'id') ?? []);
  const known = new Set(ids);
  const targets = all.flatMap((element) => [
    ...(attributeOf(element, 'aria-labelledby')?.split(' ') ?? []),
    ...(attributeOf(element, 'for') === null ? [] : [attributeOf(element, 'for')!]),
    ...(/^#(.+)/.exec(attributeOf(element, 'href') ?? '')?.slice(1) ?? []),
  ]);
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `id ${id} twice`),
    ...ids.filter((id) => id === '' || /\s/.test(id)).map((id) => `id "${id}"`),
    ...targets.filter((id) => !known.has(id)).map((id) => `no #${id}`),
  ];
}

function isOwnPicture(picture: Element): boolean {
  const isOurs = /^\/(?!\/)/.test(attributeOf(picture, 'src') ?? '');
  return isOurs && (attributeOf(picture, 'alt') ?? '') !== '';
}

/** Nothing runs, nothing is styled in place, nothing comes from elsewhere. */
function inert(all: readonly Element[]): string[] {
  const elements = [
    ...named(all, 'script', 'style', 'iframe', 'object', 'embed', 'base'),
    // A picture of our own, named for whoever does not see it.
    ...named(all, 'img').filter((picture) => !isOwnPicture(picture)),
  ];
  const attributes = all.flatMap(({ attrs }) =>
    attrs.filter(
      ({ name, value }) =>
        /^on|^style$/.test(name) ||
        (/^(?:href|src|action)$/.test(name) && /^\s*(?:javascript|data:text)/i.test(value)),
    ),
  );
  const nested = named(all, 'a').filter((link) => named(elementsIn(link), 'a').length > 0);
  return [
    ...elements.map(({ tagName }) => `<${tagName}>`),
    ...attributes.map(({ name, value }) => `${name}="${value}"`),
    ...nested.map(() => 'a link in a link'),
  ];
}
