import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { across, type Look } from './looks.js';
import { columnWidths, type RichDocument, type RichTable } from './rich-document.js';

/** Typst sets what it is told in JSON; nothing of a document becomes program text. */
const TEMPLATE = `
#let data = json(bytes(sys.inputs.data))
#let look = data.look
#set text(font: look.font, size: look.size * 1pt, lang: "zh", region: "cn")
#set par(justify: true, leading: 0.7em)
#let page-of(wide) = (
  paper: "a4",
  flipped: wide,
  margin: (x: 15mm, y: 20mm),
  header: if look.header { align(center, text(9pt, data.entity)) },
  footer: context if look.pageNumbers {
    align(center, text(9pt)[— #counter(page).display() —])
  },
  background: if look.watermark != none {
    rotate(-30deg, text(60pt, fill: luma(220), look.watermark))
  },
)
#let cell(it) = table.cell(
  colspan: it.colspan,
  rowspan: it.rowspan,
  align: if it.head { center + horizon } else if it.kind in ("value", "number") { right + horizon }
    else { left + horizon },
  it.text,
)
#let stroke-of(x, y, heads, rows) = {
  if look.borders == "full" { 0.5pt }
  else if look.borders == "three-line" {
    (
      top: if y == 0 { 1pt } else if y == heads { 0.5pt } else { none },
      bottom: if y == rows - 1 { 1pt } else { none },
    )
  } else { none }
}
#let grid-of(it) = {
  set text(size: look.tableSize * 1pt)
  set par(justify: false, leading: 0.45em)
  let heads = it.cells.filter(c => c.head).map(cell)
  table(
    columns: it.widths.map(w => w * 1fr),
    inset: (x: 2pt, y: 2.5pt),
    stroke: (x, y) => stroke-of(x, y, it.headingRows, it.rows),
    table.header(repeat: look.repeatHeadings, ..heads),
    ..it.cells.filter(c => not c.head).map(cell),
  )
}
#let piece(it) = {
  if it.kind == "table" { grid-of(it) }
  else if it.role == "frames" {
    set text(size: look.tableSize * 1pt)
    grid(columns: it.texts.map(_ => 1fr), align: (x, _) => if x == 0 { left }
      else if x == it.texts.len() - 1 { right } else { center }, ..it.texts)
  }
  else if it.role == "frame" {
    align(if "单位：" in it.text or "：" not in it.text { right } else { left },
      text(look.tableSize * 1pt, it.text))
  }
  else if it.role in ("cover", "part", "title") {
    align(center, text(size: (look.size + 4) * 1pt, weight: "bold", it.text))
  }
  else if it.role == "heading" { block(text(weight: "bold", it.text)) }
  else if it.role == "contents" {
    if it.page != none { block[#it.text #box(width: 1fr, repeat[…]) #it.page] }
    else { block(it.text) }
  }
  else { par(first-line-indent: (amount: 2em, all: true), it.text) }
}
#set page(..page-of(false))
#for part in data.parts {
  if part.fresh { pagebreak(weak: true) }
  if part.wide { page(..page-of(true), for it in part.pieces { piece(it) }) }
  else { for it in part.pieces { piece(it) } }
}
`;

interface Part {
  fresh: boolean;
  wide: boolean;
  readonly pieces: unknown[];
}

let compiler: NodeCompiler | null = null;

/** A PDF as Typst sets it. */
export function toTypstPdf(document: RichDocument, look: Look): Uint8Array {
  compiler ??= NodeCompiler.create();
  const data = JSON.stringify({ look, entity: document.entity, parts: partsOf(document, look) });
  const pdf = compiler.pdf({ mainFileContent: TEMPLATE, inputs: { data } });
  compiler.evictCache(0);
  return pdf;
}

/** A part begins with the title of a table and ends with its notes. */
function partsOf({ blocks }: RichDocument, look: Look): readonly Part[] {
  const parts: Part[] = [{ fresh: false, wide: false, pieces: [] }];
  let frames: string[] = [];
  blocks.forEach((block, i) => {
    if (block.kind === 'table') {
      if (frames.length > 0) parts.at(-1)!.pieces.push({ role: 'frames', kind: '', texts: frames });
      frames = [];
      parts.at(-1)!.wide = across(look, block);
      parts.at(-1)!.pieces.push(tableData(block, look));
      return;
    }
    const { role } = block;
    const after = blocks[i - 1];
    const inTable = role === 'note' || role === 'frame';
    if (role === 'title') parts.push({ fresh: look.pageEach, wide: false, pieces: [] });
    else if (!inTable && (after?.kind === 'table' || (after && after.role === 'note'))) {
      parts.push({ fresh: false, wide: false, pieces: [] });
    }
    if (role === 'frame' && look.frameOnOneLine && !/^(公开|附件|表)/.test(block.text)) {
      frames.push(block.text);
      return;
    }
    const page = role === 'contents' && look.leaders && i > 2 ? String(i) : null;
    parts.at(-1)!.pieces.push({ ...block, page });
  });
  return parts;
}

function tableData(table: RichTable, look: Look): unknown {
  const cells = table.rows.flatMap(({ cells }, r) =>
    cells
      .filter(({ covered }) => !covered)
      .map((cell) => ({ ...cell, head: r < table.headingRows })),
  );
  const { headingRows } = table;
  const widths = columnWidths(table, look.labelWidth);
  return { kind: 'table', role: '', widths, headingRows, rows: table.rows.length, cells };
}
