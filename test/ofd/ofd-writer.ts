import { strToU8, zipSync } from 'fflate';

/** A line of text with its left edge and its baseline, in millimetres. */
export interface OfdText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** A drawn line from one corner to the other, in millimetres. */
export interface OfdLine {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
}

export interface OfdPage {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly OfdText[];
  readonly lines: readonly OfdLine[];
}

/** How programs write the same page: `office` like word processors, `press` like converters. */
export type OfdManner = 'office' | 'press';

const OPEN = '<?xml version="1.0" encoding="UTF-8"?>\n<ofd:';
const SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"';

/** An OFD file. Its pages share a template with a footer behind them. */
export function ofdOf(pages: readonly OfdPage[], manner: OfdManner, extra = {}): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries({ ...ofdParts(pages, manner), ...extra }).map(([name, text]) => [
        name,
        strToU8(text as string),
      ]),
    ),
  );
}

/** The files inside, by name. */
export function ofdParts(pages: readonly OfdPage[], manner: OfdManner): Record<string, string> {
  const list = pages.map(
    (_, i) => `<ofd:Page ID="${i + 10}" BaseLoc="Pages/Page_${i}/Content.xml"/>`,
  );
  const units: string[] = [];
  const contents = pages.map((page, i) => [
    `Doc_0/Pages/Page_${i}/Content.xml`,
    `${OPEN}Page ${SPACE}><ofd:Area><ofd:PhysicalBox>0 0 ${page.width} ${page.height}` +
      '</ofd:PhysicalBox></ofd:Area><ofd:Template TemplateID="1" ZOrder="Background"/>' +
      `<ofd:Content><ofd:Layer ID="2" Type="Body">${
        manner === 'office' ? office(page) : press(page, units)
      }</ofd:Layer></ofd:Content></ofd:Page>`,
  ]);
  return {
    'OFD.xml':
      `${OPEN}OFD ${SPACE} DocType="OFD" Version="1.0"><ofd:DocBody><ofd:DocInfo>` +
      '<ofd:DocID>0</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>' +
      '</ofd:DocBody></ofd:OFD>',
    'Doc_0/Document.xml':
      `${OPEN}Document ${SPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297` +
      '</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>' +
      '<ofd:TemplatePage ID="1" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData>' +
      `<ofd:Pages>${list.join('')}</ofd:Pages></ofd:Document>`,
    'Doc_0/PublicRes.xml':
      `${OPEN}Res ${SPACE} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="3" FontName="宋体"/></ofd:Fonts>` +
      `<ofd:CompositeGraphicUnits>${units.join('')}</ofd:CompositeGraphicUnits></ofd:Res>`,
    'Doc_0/Tpls/Tpl_0/Content.xml':
      `${OPEN}Page ${SPACE}><ofd:Content><ofd:Layer ID="4"><ofd:PathObject ID="5" ` +
      'Boundary="0 0 210 297" Stroke="false" Fill="true"><ofd:FillColor Value="255 255 255"/>' +
      '<ofd:AbbreviatedData>M 0 0 L 210 0 L 210 297 L 0 297 C</ofd:AbbreviatedData>' +
      '</ofd:PathObject></ofd:Layer></ofd:Content></ofd:Page>',
    ...Object.fromEntries(contents),
  };
}

/** Distances listed one by one, lines stroked, in millimetres. */
function office({ texts, lines }: OfdPage): string {
  const drawnTexts = texts.map(({ text, x, y, size }) => {
    const deltas = [...text].slice(0, -1).map((c) => fixed(widthOf(c) * size));
    const delta = deltas.length === 0 ? '' : ` DeltaX="${deltas.join(' ')}"`;
    return (
      `<ofd:TextObject Boundary="${fixed(x)} ${fixed(y - size)} 200 ${fixed(size * 1.3)}" ` +
      `Font="3" Size="${size}"><ofd:TextCode X="0" Y="${size}"${delta}>${escaped(text)}` +
      '</ofd:TextCode></ofd:TextObject>'
    );
  });
  const drawnLines = lines.map(({ from, to }) => {
    const [width, height] = [to[0] - from[0], to[1] - from[1]];
    return (
      `<ofd:PathObject Boundary="${fixed(from[0])} ${fixed(from[1])} ${fixed(width + 0.4)} ` +
      `${fixed(height + 0.4)}" LineWidth="0.25"><ofd:AbbreviatedData>M 0 0 L ${fixed(width)} ` +
      `${fixed(height)}</ofd:AbbreviatedData></ofd:PathObject>`
    );
  });
  return [...drawnLines, ...drawnTexts].join('\n');
}

/** Everything in a unit measured in points, distances repeated by `g`, lines as thin boxes. */
function press(page: OfdPage, units: string[]): string {
  const id = 1000 + units.length;
  const point = 72 / 25.4;
  const texts = page.texts.map(({ text, x, y, size }) => {
    const type = size * point;
    const deltas = runLengths([...text].slice(0, -1).map((c) => fixed(widthOf(c) * type)));
    return (
      `<ofd:PageBlock><ofd:TextObject Boundary="0 0 2000 2000" Font="3" Size="1" ` +
      `CTM="${fixed(type)} 0 0 ${fixed(type)} ${fixed(x * point)} ${fixed(y * point)}">` +
      `<ofd:CGTransform CodePosition="0" CodeCount="1" GlyphCount="1"><ofd:Glyphs>7</ofd:Glyphs>` +
      `</ofd:CGTransform><ofd:TextCode X="0" Y="0"${
        deltas === '' ? '' : ` DeltaX="${scaledBy(deltas, type)}"`
      }>${escaped(text)}</ofd:TextCode></ofd:TextObject></ofd:PageBlock>`
    );
  });
  const lines = page.lines.map(({ from, to }) => {
    const [left, top] = [from[0] * point, from[1] * point];
    const [right, bottom] = [to[0] * point, to[1] * point];
    const thick = from[1] === to[1] ? [0, 0.7] : [0.7, 0];
    const corners = [
      [left, top],
      [right + thick[0]!, top],
      [right + thick[0]!, bottom + thick[1]!],
      [left, bottom + thick[1]!],
    ].map(([x, y]) => `${fixed(x!)} ${fixed(y!)}`);
    return (
      '<ofd:PathObject Boundary="0 0 2000 2000" Stroke="false" Fill="true">' +
      `<ofd:AbbreviatedData>M ${corners.join(' L ')} L ${corners[0]} C</ofd:AbbreviatedData>` +
      '</ofd:PathObject>'
    );
  });
  units.push(
    `<ofd:CompositeGraphicUnit ID="${id}" Width="2000" Height="2000"><ofd:Content>` +
      `${[...lines, ...texts].join('\n')}</ofd:Content></ofd:CompositeGraphicUnit>`,
  );
  const scale = fixed(1 / point);
  return (
    `<ofd:CompositeObject ID="${id + 5000}" ResourceID="${id}" Boundary="0 0 ${page.width} ` +
    `${page.height}" CTM="${scale} 0 0 ${scale} 0 0"/>`
  );
}

/** 3 3 3 2 as g 3 3 2. */
function runLengths(deltas: readonly string[]): string {
  const words: string[] = [];
  for (let at = 0; at < deltas.length; ) {
    let end = at + 1;
    while (deltas[end] === deltas[at]) end += 1;
    words.push(end - at > 1 ? `g ${end - at} ${deltas[at]}` : deltas[at]!);
    at = end;
  }
  return words.join(' ');
}

/** Distances in a space whose unit is the size of the type. */
function scaledBy(deltas: string, type: number): string {
  return deltas.replace(/(g \d+ )?([\d.]+)/g, (_, head: string | undefined, delta: string) => {
    return `${head ?? ''}${fixed(+delta / type)}`;
  });
}

export function widthOf(character: string): number {
  return character.charCodeAt(0) > 0x2e7f || '“”—…'.includes(character) ? 1 : 0.5;
}

function fixed(length: number): string {
  return String(Math.round(length * 10_000) / 10_000);
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
