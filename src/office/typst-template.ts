/**
 * How a publication is set, in Typst. Everything that a document says comes as JSON in
 * `sys.inputs`, so that no text of it is ever read as program text. Measures follow GB/T 9704:
 * text of 三号 in 28 characters a line, page numbers between dashes.
 */
export const PUBLICATION_TEMPLATE = `
#let data = json(bytes(sys.inputs.data))
#let fonts = data.fonts
#let line-height = (top-edge: 0.8em, bottom-edge: -0.2em)

#set document(title: data.title, date: auto)
#set text(lang: "zh", region: "cn", font: fonts.body, size: 16pt, fallback: false)
#set text(..line-height, ligatures: false, hyphenate: false, cjk-latin-spacing: none)
#set par(justify: true, leading: 12.5pt, spacing: 12.5pt)
#if "account" in sys.inputs {
  pdf.attach(
    "mingzhang-account.json",
    bytes(sys.inputs.account),
    relationship: "data",
    mime-type: "application/json",
    description: data.about-account,
  )
}

#let strong-text(body) = text(font: fonts.bold, weight: "bold", body)
#let footer = context align(center, text(14pt)[— #counter(page).display("1") —])
#let text-margin = (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm)
#let table-margin = (top: 20mm, bottom: 20mm, left: 18mm, right: 18mm)

#show heading: set text(size: 16pt, weight: "regular")
#show heading: set block(above: 12.5pt, below: 12.5pt, sticky: true)
#show heading.where(level: 1): set text(size: 20pt, weight: "bold", font: fonts.title)
#show heading.where(level: 1): set align(center)
#show heading.where(level: 1): set block(above: 16pt, below: 20pt)
#show heading.where(level: 2): set text(font: fonts.sans)
#show heading.where(level: 3): set text(font: fonts.script, weight: "bold")
#show heading.where(level: 4): set text(font: fonts.bold, weight: "bold")

#show outline.entry: it => {
  let first = it.level == 1
  set text(size: 14pt)
  set text(font: fonts.sans) if first
  set block(above: if first { 12pt } else { 8pt })
  link(
    it.element.location(),
    block(inset: (left: (it.level - 1) * 1.5em), {
      it.body()
      box(width: 1fr, inset: (x: 4pt), align(right, repeat(gap: 3pt)[.]))
      it.page()
    }),
  )
}

#let lines(texts) = texts.join(linebreak())

#let cover(it) = {
  v(2fr)
  set align(center)
  set par(leading: 16pt, justify: false)
  for title in it.titles {
    block(spacing: 18pt, text(font: fonts.title, size: 26pt, weight: "bold", title))
  }
  v(3fr)
  for line in it.lines { block(spacing: 12pt, text(size: 16pt, line)) }
  v(1fr)
}

#let contents(it) = {
  align(center, block(below: 20pt, text(font: fonts.title, size: 20pt, weight: "bold", it.title)))
  outline(title: none, depth: 3)
}

#let run(it) = {
  let body = if it.strong { strong-text(it.text) } else { it.text }
  if it.missing { highlight(fill: rgb("#ffe9a8"), extent: 1pt, strong-text(body)) } else { body }
}

#let paragraph(it) = {
  let body = it.runs.map(run).join()
  if it.style == "body" { par(first-line-indent: (amount: 2em, all: true), body) }
  else if it.style == "note" {
    set text(size: 10.5pt)
    par(leading: 5pt, spacing: 5pt, body)
  }
  else { par(body) }
}

// A little smaller rather than with a character or two on a line of their own.
#let on-one-line(body) = layout(room => {
  let wide = measure(body).width
  if wide <= room.width or wide > room.width * 1.25 { body }
  else { text(size: 1em * (room.width / wide) * 0.99, body) }
})

#let mark(it) = {
  // The indent is no part of the text, which the contents show too.
  show heading: head => block(
    if head.level == 1 { on-one-line(head.body) } else { h(2em) + head.body },
  )
  heading(level: it.level, it.text)
}

#let cell(it) = table.cell(
  x: it.x,
  y: it.y,
  colspan: it.colspan,
  rowspan: it.rowspan,
  breakable: it.text.len() > 600,
  align: horizon + if it.align == "end" { right } else if it.align == "center" { center }
    else { left },
  {
    let body = if it.strong { strong-text(it.text) } else { it.text }
    if it.indent > 0 { pad(left: it.indent * 1em, body) } else { body }
  },
)

#let frame-lines(it) = {
  set text(size: it.frame * 1pt)
  set par(justify: false, leading: 3pt)
  if it.number != none { align(right, block(spacing: 4pt, it.number)) }
  let shown = (it.entityLine, it.yearLine, it.unitLine)
  if shown.any(line => line != none) {
    block(spacing: 4pt, grid(
      columns: (1fr, auto, 1fr),
      column-gutter: 6pt,
      align: (left, center, right),
      ..shown.map(line => if line == none { [] } else { line }),
    ))
  }
}

#let table-title(it) = {
  set text(font: fonts.title, size: 16pt, weight: "bold")
  set par(justify: false, leading: 6pt)
  show heading: set text(font: fonts.title, size: 16pt, weight: "bold")
  show heading: set block(above: 14pt, below: 8pt, sticky: true)
  align(center, if it.level == none { block(above: 14pt, below: 8pt, sticky: true, it.title) }
    else { heading(level: it.level, it.title) })
}

#let printed-table(it) = {
  table-title(it)
  block(spacing: 4pt, sticky: true, frame-lines(it))
  {
    set text(size: it.size * 1pt)
    set par(justify: false, leading: 0.3em)
    show table.cell: set text(cjk-latin-spacing: none)
    block(spacing: 4pt, table(
      columns: it.columns.map(share => share * 1fr),
      inset: (x: it.inset.x * 1pt, y: it.inset.y * 1pt),
      stroke: 0.5pt,
      ..if it.head.len() > 0 { (table.header(repeat: it.repeat, ..it.head.map(cell)),) },
      ..it.body.map(cell),
    ))
  }
  set text(size: it.frame * 1pt)
  set par(leading: 4pt, spacing: 4pt)
  for note in it.notes { par(note) }
  v(8pt, weak: true)
}

#let chart(it) = block(breakable: false, above: 14pt, below: 16pt, width: 100%, {
  set text(size: 12pt)
  figure(
    image(bytes(it.svg), format: "svg", width: 84%, alt: it.description),
    kind: "chart",
    supplement: none,
    numbering: none,
    gap: 6pt,
    caption: if it.title == "" { none } else { text(font: fonts.sans, it.title) },
  )
})

#let notice(it) = block(stroke: 1.2pt, inset: 10pt, width: 100%, above: 14pt, below: 14pt, {
  set text(size: 12pt)
  set par(leading: 6pt, spacing: 8pt)
  par(text(font: fonts.sans, size: 14pt, it.title))
  for line in it.lines { par(line) }
})

#let pieces = (
  cover: cover,
  contents: contents,
  heading: mark,
  paragraph: paragraph,
  table: printed-table,
  chart: chart,
  notice: notice,
)

#for sheet in data.sheets {
  page(
    paper: "a4",
    flipped: sheet.wide,
    margin: if sheet.tables { table-margin } else { text-margin },
    numbering: if sheet.cover { none } else { "1" },
    footer: if sheet.cover { none } else { footer },
    footer-descent: if sheet.tables { 6mm } else { 7mm },
    {
      if sheet.restart { counter(page).update(1) }
      for piece in sheet.pieces {
        if piece.fresh { pagebreak(weak: true) }
        (pieces.at(piece.kind))(piece)
      }
    },
  )
}
`;
