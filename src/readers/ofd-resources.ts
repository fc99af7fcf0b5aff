import type { OfdPackage } from './ofd-package.js';
import { child, elements, textIn, type XmlElement } from './xml.js';

/** What pages refer to by its number; the files are opened when something first does. */
export class OfdResources {
  private units: Map<string, XmlElement> | null = null;
  private readonly params = new Map<string, XmlElement>();
  /** Paths of pictures. */
  private readonly pictures = new Map<string, string>();
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

  /** The path of a picture's file; null when there is none. */
  picture(id: string | undefined): string | null {
    if (id === undefined) return null;
    this.opened();
    return this.pictures.get(id) ?? null;
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
      const root = this.files.xml(path);
      for (const group of elements(root)) {
        for (const resource of elements(group)) {
          this.keep(resource, this.units);
          this.keepPicture(resource, path, root.attributes.BaseLoc);
        }
      }
    }
    return this.units;
  }

  /** Named from the folder of the resources, or from where their list stands. */
  private keepPicture(resource: XmlElement, from: string, folder = ''): void {
    const { ID } = resource.attributes;
    const media = child(resource, 'MediaFile');
    if (ID === undefined || media === undefined) return;
    const name = textIn(media).trim();
    const path = this.files.find(`${folder}/${name}`, from) ?? this.files.find(name, from);
    if (path !== null) this.pictures.set(ID, path);
  }

  private keep(resource: XmlElement, units: Map<string, XmlElement>): void {
    const { ID } = resource.attributes;
    if (ID === undefined) return;
    if (resource.name === 'DrawParam') this.params.set(ID, resource);
    const content = child(resource, 'Content');
    if (resource.name === 'CompositeGraphicUnit' && content !== undefined) units.set(ID, content);
  }
}
