import type { Limits } from '../cells/limits.js';
import { archiveMembers, type Member, unpack } from './archive.js';
import { ReadError } from './reader.js';
import { elements, parseXml, type XmlElement } from './xml.js';

/** The parts of a Word file that are read; nothing outside the file is ever asked for. */
export interface DocxPackage {
  readonly document: XmlElement;
  /** A part that the document relates to (`styles`, `numbering`, `footnotes`); null without it. */
  readonly part: (relation: string) => XmlElement | null;
  /** All parts of a kind that it relates to; those that cannot be read are left out. */
  readonly parts: (relation: string) => readonly XmlElement[];
}

interface Relation {
  /** Last word of its type, the same in both variants of the standard. */
  readonly kind: string;
  readonly target: string;
}

const MAIN = 'word/document.xml';

/** Opens a docx (or docm, dotx) within the limits. */
export function openDocx(bytes: Uint8Array, limits: Limits): DocxPackage {
  const members = new Map<string, Member>();
  for (const member of archiveMembers(bytes, limits)) {
    members.set(member.name.replace(/^\//, '').toLowerCase(), member);
  }
  const read = (path: string): XmlElement | null => {
    const member = members.get(path.toLowerCase());
    return member === undefined ? null : parseXml(unpack(member), member.name, limits);
  };
  const relations = (of: string): readonly Relation[] => {
    const [folder, name] = split(of);
    const list = read(`${folder}_rels/${name}.rels`);
    return list === null
      ? []
      : elements(list, 'Relationship').flatMap((item) => inside(item, folder));
  };
  const main = relations('').find(({ kind }) => kind === 'officeDocument')?.target ?? MAIN;
  const document = read(main) ?? read(MAIN);
  if (document === null) throw new ReadError('damaged', MAIN);
  const own = relations(main);
  return {
    document,
    part: (relation) => {
      const found = own.find(({ kind }) => kind === relation);
      return found === undefined ? null : read(found.target);
    },
    parts: (relation) =>
      own.filter(({ kind }) => kind === relation).flatMap(({ target }) => readable(read, target)),
  };
}

function readable(read: (path: string) => XmlElement | null, path: string): readonly XmlElement[] {
  try {
    return [read(path)].filter((part) => part !== null);
  } catch (error) {
    if (error instanceof ReadError) return [];
    throw error;
  }
}

/** Nothing for a relation that leads out of the file. */
function inside({ attributes }: XmlElement, folder: string): readonly Relation[] {
  const { Type, Target, TargetMode } = attributes;
  if (Type === undefined || Target === undefined || TargetMode === 'External') return [];
  return [{ kind: Type.slice(Type.lastIndexOf('/') + 1), target: resolved(Target, folder) }];
}

function resolved(target: string, folder: string): string {
  const steps: string[] = [];
  const path = target.startsWith('/') ? target : folder + target;
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function split(path: string): readonly [folder: string, name: string] {
  const at = path.lastIndexOf('/') + 1;
  return [path.slice(0, at), path.slice(at)];
}
