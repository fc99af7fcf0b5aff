import { crc32, deflateSync } from 'node:zlib';

/** Pixels, left to right and top to bottom, `channels` bytes each: red, green, blue, the rest. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly colours: Uint8Array;
  readonly channels: 3 | 4;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** How much trouble is taken: pages are white for the most part, so little gains little. */
const LEVEL = 4;

/** A picture as PNG, opaque; pages in shades of grey take a third of the bytes. */
export function encodedPng(picture: Pixels): Uint8Array {
  const { width, height } = picture;
  const grey = isGrey(picture);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Bits of a sample, colours, then the only methods there are.
  header.set([8, grey ? 0 : 2, 0, 0, 0], 8);
  const data = deflateSync(filtered(picture, grey ? 1 : 3), { level: LEVEL });
  const chunks = [chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', new Uint8Array())];
  return new Uint8Array(Buffer.concat([Uint8Array.from(SIGNATURE), ...chunks]));
}

function isGrey({ colours, channels }: Pixels): boolean {
  for (let at = 0; at < colours.length; at += channels) {
    const red = colours[at]!;
    if (red !== colours[at + 1] || red !== colours[at + 2]) return false;
  }
  return true;
}

/** Each row as differences from the one above, which are nothing over most of a page. */
function filtered({ width, height, colours, channels }: Pixels, samples: 1 | 3): Uint8Array {
  const ABOVE = 2;
  const stride = width * samples + 1;
  const rows = new Uint8Array(height * stride);
  for (let y = 0; y < height; y += 1) {
    let to = y * stride;
    rows[to] = ABOVE;
    to += 1;
    let from = y * width * channels;
    for (let x = 0; x < width; x += 1) {
      for (let sample = 0; sample < samples; sample += 1) {
        const above = y === 0 ? 0 : colours[from + sample - width * channels]!;
        rows[to] = (colours[from + sample]! - above) & 0xff;
        to += 1;
      }
      from += channels;
    }
  }
  return rows;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}
