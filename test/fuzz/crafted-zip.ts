import { crc32, deflateRawSync } from 'node:zlib';

/** What a hostile hand may write into the directory of an archive. */
export interface CraftedMember {
  readonly name: string;
  readonly content: Uint8Array;
  /** Declared instead of the true unpacked size. */
  readonly declared?: number;
  readonly encrypted?: boolean;
  /** Of the directory; all of them may point to the first member. */
  readonly sameAsFirst?: boolean;
}

/** An archive written byte by byte, whatever it claims. */
export function craftedZip(members: readonly CraftedMember[]): Uint8Array {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  let first: { offset: number; packed: Buffer; member: CraftedMember } | null = null;
  for (const member of members) {
    if (member.sameAsFirst !== true || first === null) {
      const packed = deflateRawSync(member.content, { level: 9 });
      const local = Buffer.concat([header(member, packed), packed]);
      first = { offset: at, packed, member };
      pieces.push(local);
      at += local.length;
    }
    directory.push(entry(member, first.packed, first.offset, first.member));
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...pieces, list, end]));
}

/** What the local header and the directory share. */
function shared({ declared, content, encrypted, name }: CraftedMember, packed: Buffer): Buffer {
  const part = Buffer.alloc(26);
  part.writeUInt16LE(20, 0);
  part.writeUInt16LE((encrypted === true ? 1 : 0) | 0x800, 2);
  part.writeUInt16LE(8, 4);
  part.writeUInt32LE(crc32(content), 10);
  part.writeUInt32LE(packed.length, 14);
  part.writeUInt32LE(declared ?? content.length, 18);
  part.writeUInt16LE(Buffer.byteLength(name), 22);
  return part;
}

function header(member: CraftedMember, packed: Buffer): Buffer {
  const sign = Buffer.alloc(4);
  sign.writeUInt32LE(0x04034b50, 0);
  return Buffer.concat([sign, shared(member, packed), Buffer.from(member.name)]);
}

function entry(
  member: CraftedMember,
  packed: Buffer,
  offset: number,
  content: CraftedMember,
): Buffer {
  const head = Buffer.alloc(6);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(20, 4);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  const own = shared({ ...content, name: member.name }, packed);
  return Buffer.concat([head, own, rest, Buffer.from(member.name)]);
}
