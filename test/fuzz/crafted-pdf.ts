/** An object of a PDF: its dictionary, and a stream where it has one. */
type PdfObject = string | { readonly dictionary: string; readonly stream: string };

/** A PDF written by hand; object one is the catalogue. */
export function craftedPdf(objects: readonly PdfObject[]): Uint8Array {
  const pieces = ['%PDF-1.7\n'];
  const offsets: number[] = [];
  let at = pieces[0]!.length;
  objects.forEach((object, i) => {
    const body =
      typeof object === 'string'
        ? object
        : `${object.dictionary.replace(/>>$/, `/Length ${object.stream.length}>>`)}
stream\n${object.stream}\nendstream`;
    const text = `${i + 1} 0 obj\n${body}\nendobj\n`;
    offsets.push(at);
    pieces.push(text);
    at += text.length;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  pieces.push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join('')}`);
  pieces.push(`trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${at}\n%%EOF\n`);
  return new Uint8Array(Buffer.from(pieces.join(''), 'latin1'));
}

const CATALOGUE = '<</Type/Catalog/Pages 2 0 R>>';
const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
const RESOURCES = '/Resources<</Font<</F 3 0 R>>>>/MediaBox[0 0 595 842]';

/** One page with these instructions for drawing. */
export function pageOf(stream: string, more = RESOURCES): Uint8Array {
  const page = `<</Type/Page/Parent 2 0 R${more}/Contents 5 0 R>>`;
  const pages = '<</Type/Pages/Kids[4 0 R]/Count 1>>';
  return craftedPdf([CATALOGUE, pages, FONT, page, { dictionary: '<<>>', stream }]);
}

export function manyPages(count: number): Uint8Array {
  const kids = Array.from({ length: count }, (_, i) => `${i + 5} 0 R`);
  const pages = `<</Type/Pages/Kids[${kids.join(' ')}]/Count ${count}>>`;
  const stream = 'BT /F 12 Tf 72 720 Td (1084.72) Tj ET';
  const page = `<</Type/Page/Parent 2 0 R${RESOURCES}/Contents 4 0 R>>`;
  const objects = kids.map(() => page);
  return craftedPdf([CATALOGUE, pages, FONT, { dictionary: '<<>>', stream }, ...objects]);
}

/** The tree of pages leads back to itself. */
export function loopedPages(): Uint8Array {
  const tree = '<</Type/Pages/Kids[3 0 R]/Count 2/Parent 3 0 R>>';
  return craftedPdf([CATALOGUE, tree, '<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2/Parent 2 0 R>>']);
}

/** A drawing that draws itself. */
export function loopedForm(): Uint8Array {
  const form = '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>>>';
  const more = '/MediaBox[0 0 595 842]/Resources<</XObject<</X 6 0 R>>>>';
  const page = `<</Type/Page/Parent 2 0 R${more}/Contents 5 0 R>>`;
  return craftedPdf([
    CATALOGUE,
    '<</Type/Pages/Kids[4 0 R]/Count 1>>',
    FONT,
    page,
    { dictionary: '<<>>', stream: '/X Do' },
    { dictionary: form, stream: '/X Do /X Do' },
  ]);
}

export function rulings(count: number): string {
  const lines = Array.from({ length: count }, (_, i) => {
    const [x, y] = [i % 595, (i * 7) % 842];
    return i % 2 === 0 ? `${x} 0 m ${x} ${y} l S` : `0 ${y} m ${x} ${y} l S`;
  });
  return lines.join('\n');
}
