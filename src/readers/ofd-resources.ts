import type { OfdPackage } from './ofd-package.js';
import { child, elements, type XmlElement } from './xml.js';

/** What pages refer to by its number; the files are opened when something first does. */
export class OfdResources {
  private units: Map<string, XmlElement> | null = null;
  private readonly params = new Map<string, XmlElement>();
  private readonly pending: string[] = [];

  constructor(private readonly files: OfdPackage) {}

  /** The resource files that a document or a page names. */
  add(owner: XmlElement, path: string): void {
    for (const { name, children } of elements(owner)) {
      if (!/^(?:PublicRes|DocumentRes|PageRes)$/.test(name)) continue;
      const location = children.find((node) => typeof node === 'string');
      const found = location === undefined ? null : this.files.find(location, path);
      if (found !== null && !this.pending.includes(found)) this.pending.push(found);
    }
  }

  /** What a composite object draws. */
  unit(id: string | undefined): XmlElement | undefined {
    return id === undefined ? undefined : this.opened().get(id);
  }

  /** The colour with which a set of drawing parameters fills; parameters build on others. */
  fillColor(id: string | undefined): XmlElement | undefined {
    if (id === undefined) return undefined;
    this.opened();
    const seen = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && !seen.has(at); ) {
      seen.add(at);
      const param: XmlElement | undefined = this.params.get(at);
      const color = param === undefined ? undefined : child(param, 'FillColor');
      if (color !== undefined) return color;
      at = param?.attributes.Relative;
    }
    return undefined;
  }

  private opened(): ReadonlyMap<string, XmlElement> {
    this.units ??= new Map();
    for (let path = this.pending.shift(); path !== undefined; path = this.pending.shift()) {
      for (const group of elements(this.files.xml(path))) {
        for (const resource of elements(group)) this.keep(resource, this.units);
      }
    }
    return this.units;
  }

  private keep(resource: XmlElement, units: Map<string, XmlElement>): void {
    const { ID } = resource.attributes;
    if (ID === undefined) return;
    if (resource.name === 'DrawParam') this.params.set(ID, resource);
    const content = child(resource, 'Content');
    if (resource.name === 'CompositeGraphicUnit' && content !== undefined) units.set(ID, content);
  }
}
