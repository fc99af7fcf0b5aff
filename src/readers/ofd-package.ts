import type { Limits } from '../cells/limits.js';
import { archiveMembers, type Member, unpack } from './archive.js';
import { ReadError } from './reader.js';
import { parseXml, type XmlElement } from './xml.js';

/** The files of an OFD, found by the names that its parts call each other. */
export class OfdPackage {
  private readonly members = new Map<string, Member>();

  constructor(
    bytes: Uint8Array,
    private readonly limits: Limits,
  ) {
    for (const member of archiveMembers(bytes, limits)) {
      this.members.set(key(member.name), member);
    }
    // GM/T 0099: the list of what is encrypted stands beside the entry.
    if (this.members.has('encryptions.xml')) throw new ReadError('encrypted');
  }

  /** The path of what `from` calls `location`; null when there is no such file. */
  find(location: string, from: string): string | null {
    const own = key(location);
    if (location.trim().startsWith('/')) return this.members.has(own) ? own : null;
    let folder = key(from);
    do {
      const slash = folder.lastIndexOf('/');
      folder = slash < 0 ? '' : folder.slice(0, slash);
      // Some programs write names from the root, or from the document, as if they stood there.
      const path = key(folder === '' ? location : `${folder}/${location}`);
      if (this.members.has(path)) return path;
    } while (folder !== '');
    return null;
  }

  /** A part as XML, parsed anew each time. */
  xml(path: string): XmlElement {
    return parseXml(this.bytes(path), path, this.limits);
  }

  /** A part as it is, unpacked anew each time. */
  bytes(path: string): Uint8Array {
    const member = this.members.get(path);
    if (member === undefined) throw new ReadError('damaged', path);
    return unpack(member);
  }
}

/** Names differ in case, slashes and detours between the parts of real files. */
function key(path: string): string {
  const steps: string[] = [];
  for (const step of path.trim().replaceAll('\\', '/').toLowerCase().split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
