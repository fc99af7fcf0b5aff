import { child, elements, type XmlElement } from './xml.js';

/** Something inside a paragraph whose content is not read. */
export interface Enclosure {
  readonly kind: 'picture' | 'embedded';
}

/** English metric units: 360,000 a centimetre. */
const CENTIMETRE = 360_000;
const POINTS_OF = { pt: 1, in: 72, cm: 72 / 2.54, mm: 72 / 25.4, px: 0.75 } as const;
/** A picture of a table takes most of the width of a page; seals and emblems do not. */
const LEAST_WIDTH = 11 * CENTIMETRE;
const LEAST_HEIGHT = 4 * CENTIMETRE;

/** The text boxes of a drawing, each once. */
export function textBoxesIn(element: XmlElement): readonly XmlElement[] {
  return elements(element).flatMap((node) => {
    if (node.name === 'txbxContent') return [node];
    if (node.name !== 'AlternateContent') return textBoxesIn(node);
    const choices = elements(node, 'Choice').flatMap((variant) => textBoxesIn(variant));
    const fallback = child(node, 'Fallback');
    return choices.length > 0 || fallback === undefined ? choices : textBoxesIn(fallback);
  });
}

/** A picture large enough to be a table, or a table of another program put in as an object. */
export function enclosureOf(element: XmlElement): Enclosure | null {
  if (element.name === 'object') {
    const program = find(element, 'OLEObject')?.attributes.ProgID ?? '';
    return /^(?:Excel|ET|KET|Word|WPS|Package|AcroExch)/i.test(program)
      ? { kind: 'embedded' }
      : null;
  }
  const size = element.name === 'drawing' ? drawnSize(element) : shapeSize(element);
  if (size === null) return null;
  const [width, height] = size;
  return width >= LEAST_WIDTH && height >= LEAST_HEIGHT ? { kind: 'picture' } : null;
}

type Size = readonly [width: number, height: number];

/** A picture behind the text is decoration; charts and shapes are no pictures. */
function drawnSize(drawing: XmlElement): Size | null {
  const frame = child(drawing, 'inline') ?? child(drawing, 'anchor');
  if (frame === undefined || find(frame, 'blip') === undefined) return null;
  if (/^(?:1|true)$/.test(frame.attributes.behindDoc ?? '')) return null;
  const extent = child(frame, 'extent')?.attributes;
  return [emu(extent?.cx), emu(extent?.cy)];
}

function emu(text: string | undefined): number {
  return /^\d{1,12}$/.test(text ?? '') ? Number.parseInt(text!, 10) : 0;
}

/** style="width:415.3pt;height:200pt" of a shape that holds a picture. */
function shapeSize(picture: XmlElement): Size | null {
  if (find(picture, 'imagedata') === undefined) return null;
  const style = find(picture, 'shape')?.attributes.style ?? '';
  return [styled(style, 'width'), styled(style, 'height')];
}

function styled(style: string, name: string): number {
  const found = new RegExp(`(?:^|;)\\s*${name}:\\s*(\\d{1,5})(?:\\.\\d+)?(pt|in|cm|mm|px)`).exec(
    style,
  );
  if (found === null) return 0;
  const unit = found[2] as keyof typeof POINTS_OF;
  return (Number.parseInt(found[1]!, 10) * POINTS_OF[unit] * CENTIMETRE) / POINTS_OF.cm;
}

function find(element: XmlElement, name: string): XmlElement | undefined {
  for (const node of elements(element)) {
    // Text boxes are read by themselves.
    if (node.name === 'txbxContent') continue;
    const found = node.name === name ? node : find(node, name);
    if (found !== undefined) return found;
  }
  return undefined;
}
