/** A JPEG with its size in pixels. */
export interface Jpeg {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A PDF whose pages are pictures and nothing else, as scanners write it. */
export function imagePdf(pages: readonly Jpeg[], dotsPerInch: number): Uint8Array {
  const out = new PdfWriter();
  const kids = pages.map((_, index) => `${3 + index * 3} 0 R`).join(' ');
  out.object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  out.object(2, `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  pages.forEach(({ bytes, width, height }, index) => {
    const [page, picture, content] = [3 + index * 3, 4 + index * 3, 5 + index * 3];
    const wide = ((width * 72) / dotsPerInch).toFixed(2);
    const high = ((height * 72) / dotsPerInch).toFixed(2);
    out.object(
      page,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Contents ${content} 0 R ` +
        `/Resources << /XObject << /Scan ${picture} 0 R >> >> >>`,
    );
    const head =
      `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} ` +
      '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode';
    out.stream(picture, head, bytes);
    out.stream(content, '', new TextEncoder().encode(`${wide} 0 0 ${high} 0 0 cm /Scan Do`));
  });
  return out.finish();
}

class PdfWriter {
  private readonly pieces: Uint8Array[] = [];
  private readonly offsets = new Map<number, number>();
  private length = 0;

  constructor() {
    this.write('%PDF-1.4\n');
  }

  object(number: number, body: string): void {
    this.offsets.set(number, this.length);
    this.write(`${number} 0 obj\n${body}\nendobj\n`);
  }

  stream(number: number, head: string, bytes: Uint8Array): void {
    this.offsets.set(number, this.length);
    this.write(`${number} 0 obj\n<< ${head} /Length ${bytes.length} >>\nstream\n`);
    this.push(bytes);
    this.write('\nendstream\nendobj\n');
  }

  finish(): Uint8Array {
    const start = this.length;
    const count = this.offsets.size + 1;
    const entries = [...this.offsets]
      .sort(([a], [b]) => a - b)
      .map(([, offset]) => `${String(offset).padStart(10, '0')} 00000 n \n`);
    this.write(`xref\n0 ${count}\n0000000000 65535 f \n${entries.join('')}`);
    this.write(`trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
    return Buffer.concat(this.pieces);
  }

  private write(text: string): void {
    this.push(new TextEncoder().encode(text));
  }

  private push(bytes: Uint8Array): void {
    this.pieces.push(bytes);
    this.length += bytes.length;
  }
}
