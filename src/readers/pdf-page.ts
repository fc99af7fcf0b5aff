import type { PageContent, Ruling, TextRun } from '../cells/page-content.js';
import { OPERATOR, type PdfDrawing, type PdfFont, type PdfGlyph } from './pdf-library.js';
import {
  areaOf,
  type Box,
  boxAt,
  combined,
  IDENTITY,
  type Matrix,
  moved,
  overlapOf,
  pointAt,
} from './pdf-matrix.js';
import { clipped, drawnPath, extentAt } from './pdf-paths.js';
import { type Quarter, RunCollector, turnedPoint } from './pdf-runs.js';

/** A page of a PDF as drawn, and what tells whether its text is all there is. */
export interface PdfPage {
  readonly content: PageContent;
  /** Text drawn without ink: what a recognition of the page left behind its picture. */
  readonly hidden: readonly TextRun[];
  /** Share of the page that pictures cover, 0 to 1. */
  readonly pictured: number;
  /** Shapes with curves: where they are many and alone, letters drawn as outlines. */
  readonly shapes: number;
  /** Characters drawn beyond the left or right edge of the page, where nobody sees them. */
  readonly beyond: number;
}

interface GraphicsState {
  matrix: Matrix;
  clip: Box;
  font: PdfFont | null;
  fontName: string;
  fontSize: number;
  characterSpacing: number;
  wordSpacing: number;
  stretch: number;
  leading: number;
  rise: number;
  mode: number;
  fill: string;
  stroke: string;
  lineWidth: number;
}

const WHITE = '#ffffff';
/** Rendering mode of text without ink. */
const INVISIBLE = 3;
/** Of a glyph's box, the share that must be inside the page and its clip to be seen. */
const SEEN = 0.25;

const NAMES = new Map(Object.entries(OPERATOR).map(([name, code]) => [code, name]));

type Operands = readonly unknown[];

/** Follows the drawing instructions of one page. */
class Tracer {
  readonly runs = new RunCollector();
  readonly rulings: Ruling[] = [];
  readonly fills: Box[] = [];
  pictured = 0;
  shapes = 0;
  beyond = 0;
  private readonly page: Box;
  private state: GraphicsState;
  private readonly stack: GraphicsState[] = [];
  private text: Matrix = IDENTITY;
  private line: Matrix = IDENTITY;
  private clips = false;
  private placed = false;
  /** Marked content that is open; false where a layer is not shown. */
  private readonly layers: boolean[] = [];

  constructor(private readonly drawing: PdfDrawing) {
    const { width, height, transform } = drawing;
    this.page = { left: 0, top: 0, right: width, bottom: height };
    this.state = {
      matrix: transform,
      clip: this.page,
      font: null,
      fontName: '',
      fontSize: 0,
      characterSpacing: 0,
      wordSpacing: 0,
      stretch: 1,
      leading: 0,
      rise: 0,
      mode: 0,
      fill: '#000000',
      stroke: '#000000',
      lineWidth: 1,
    };
  }

  trace(): void {
    const { operators, operands } = this.drawing;
    for (let at = 0; at < operators.length; at += 1) {
      const handle = HANDLERS[NAMES.get(operators[at]!) ?? ''];
      handle?.(this, operands[at] ?? []);
    }
  }

  set(change: Partial<GraphicsState>): void {
    Object.assign(this.state, change);
  }

  save(): void {
    this.stack.push({ ...this.state });
  }

  restore(): void {
    this.state = this.stack.pop() ?? this.state;
  }

  transform(matrix: Matrix): void {
    this.state.matrix = combined(this.state.matrix, matrix);
  }

  clipNext(): void {
    this.clips = true;
  }

  clipTo(extent: ArrayLike<number> | null): void {
    if (extent === null) return;
    this.state.clip = overlapOf(this.state.clip, extentAt(this.state.matrix, extent));
  }

  mark(shown: boolean): void {
    this.layers.push(shown);
  }

  unmark(): void {
    this.layers.pop();
  }

  isLayerShown(layer: unknown): boolean {
    return this.drawing.isShown(layer);
  }

  setFont(name: string, size: number): void {
    this.set({ font: this.drawing.font(name), fontName: name, fontSize: size });
  }

  setText(matrix: Matrix): void {
    this.text = matrix;
    this.line = matrix;
    this.placed = true;
  }

  moveText(x: number, y: number): void {
    this.setText(moved(this.line, x, y));
  }

  nextLine(): void {
    this.moveText(0, -this.state.leading);
  }

  path(operation: number, data: ArrayLike<number> | null, extent: ArrayLike<number> | null): void {
    const { matrix, clip, fill, stroke, lineWidth } = this.state;
    if (data !== null && this.isShown()) {
      const name = NAMES.get(operation) ?? '';
      const scale = Math.sqrt(Math.abs(matrix[0]! * matrix[3]! - matrix[1]! * matrix[2]!));
      const filled = /fill/i.test(name) && fill !== WHITE;
      const ink = { stroke: /stroke/i.test(name), fill: filled, lineWidth: lineWidth * scale };
      if (ink.stroke || ink.fill) {
        const drawn = drawnPath(data, matrix, ink);
        if (drawn.curved && ink.fill) this.shapes += 1;
        this.fills.push(...drawn.fills);
        const onWhite = ink.stroke && !ink.fill && stroke === WHITE;
        for (const ruling of drawn.rulings) {
          const seen = clipped(ruling, clip);
          if (seen !== null && !(onWhite && !this.isOverFill(seen))) this.rulings.push(seen);
        }
      }
    }
    if (this.clips) this.clipTo(extent);
    this.clips = false;
  }

  /** A white line is seen over a coloured box only. */
  private isOverFill({ direction, at, from, to }: Ruling): boolean {
    const middle = (from + to) / 2;
    const [x, y] = direction === 'horizontal' ? [middle, at] : [at, middle];
    return this.fills.some((box) => {
      return box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
    });
  }

  /** A picture fills the unit square, or boxes of its own in the same coordinates. */
  picture(): void {
    if (!this.isShown()) return;
    const { matrix, clip } = this.state;
    const seen = overlapOf(overlapOf(boxAt(matrix, [0, 0, 1, 1]), clip), this.page);
    this.pictured += areaOf(seen) / areaOf(this.page);
  }

  private isShown(): boolean {
    return !this.layers.includes(false);
  }

  show(glyphs: readonly (PdfGlyph | number)[]): void {
    const { state } = this;
    const { font, fontSize, stretch, characterSpacing, wordSpacing } = state;
    if (font === null || fontSize === 0) return;
    const scale = fontSize * (font.fontMatrix?.[0] ?? 0.001);
    let at = 0;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        at -= ((glyph * fontSize) / 1000) * (font.vertical ? 1 : stretch);
        continue;
      }
      const spacing = characterSpacing + (glyph.isSpace ? wordSpacing : 0);
      if (font.vertical) {
        const metric = glyph.vmetric ?? font.defaultVMetrics ?? [-1000, 500, 880];
        const advance = metric[0]! * scale - spacing;
        const middle = -(glyph.vmetric === null ? glyph.width * 0.5 : metric[1]!) * scale;
        this.place(glyph, middle, middle + glyph.width * scale, at - metric[2]! * scale);
        at += advance;
      } else {
        const advance = glyph.width * scale * stretch;
        this.place(glyph, at, at + advance, 0);
        at += advance + spacing * stretch;
      }
    }
    this.text = font.vertical ? moved(this.text, 0, at) : moved(this.text, at, 0);
  }

  /** A glyph between two points of the baseline, in text space. */
  private place(glyph: PdfGlyph, from: number, to: number, up: number): void {
    if (!this.isShown()) return;
    const { matrix, clip, rise, fontSize, fontName, mode } = this.state;
    const whole = combined(matrix, this.text);
    const [x, y] = pointAt(whole, from, up + rise);
    const [u, w] = pointAt(whole, to, up + rise);
    const size = Math.abs(fontSize) * Math.hypot(whole[2]!, whole[3]!);
    if (size < 0.5) return;
    const box = {
      left: Math.min(x, u) - 0.01,
      right: Math.max(x, u) + 0.01,
      top: Math.min(y, w) - size * 0.7,
      bottom: Math.max(y, w),
    };
    if (areaOf(overlapOf(box, overlapOf(clip, this.page))) < SEEN * areaOf(box)) {
      // Above and below, programs draw what stands on the pages before and after.
      const level = box.top > 0 && box.bottom < this.page.bottom;
      const aside = box.left > this.page.right || box.right < 0;
      if (level && aside && !glyph.isSpace) this.beyond += 1;
      this.runs.cut(glyph.unicode);
      return;
    }
    const quarter = quarterOf(u - x, w - y, whole, fontSize);
    const sheet = this.drawing;
    const [start, v] = turnedPoint(quarter ?? 0, sheet, x, y);
    const [end] = turnedPoint(quarter ?? 0, sheet, u, w);
    this.runs.add({
      text: glyph.unicode,
      code: glyph.originalCharCode,
      font: fontName,
      quarter,
      from: Math.min(start, end),
      to: Math.max(start, end),
      v,
      size,
      placed: this.placed,
      hidden: mode === INVISIBLE,
    });
    this.placed = false;
  }
}

/** Which way a text runs on the page; a glyph without width runs as its matrix says. */
function quarterOf(dx: number, dy: number, matrix: Matrix, size: number): Quarter | null {
  const [x, y] =
    Math.abs(dx) + Math.abs(dy) > 0.01
      ? [dx, dy]
      : [matrix[0]! * Math.sign(size), matrix[1]! * Math.sign(size)];
  const slope = 0.08;
  if (Math.abs(y) <= slope * Math.abs(x)) return x > 0 ? 0 : 2;
  if (Math.abs(x) <= slope * Math.abs(y)) return y < 0 ? 1 : 3;
  return null;
}

type Handler = (tracer: Tracer, operands: Operands) => void;
const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
const matrixOf = (value: unknown): Matrix => Array.from(value as ArrayLike<number>);
const picture: Handler = (tracer) => tracer.picture();

/** What an instruction does to the page; any other changes nothing that is read here. */
const HANDLERS: Readonly<Record<string, Handler>> = {
  save: (tracer) => tracer.save(),
  restore: (tracer) => tracer.restore(),
  transform: (tracer, operands) => tracer.transform(operands as number[]),
  clip: (tracer) => tracer.clipNext(),
  eoClip: (tracer) => tracer.clipNext(),
  constructPath: (tracer, [operation, data, extent]) => {
    const [points] = data as [ArrayLike<number> | null];
    tracer.path(number(operation), points, extent as ArrayLike<number> | null);
  },
  paintFormXObjectBegin: (tracer, [matrix, extent]) => {
    tracer.save();
    if (matrix) tracer.transform(matrixOf(matrix));
    if (extent) tracer.clipTo(extent as ArrayLike<number>);
  },
  paintFormXObjectEnd: (tracer) => tracer.restore(),
  beginGroup: (tracer) => tracer.save(),
  endGroup: (tracer) => tracer.restore(),
  setGState: (tracer, [entries]) => {
    for (const [key, value] of entries as [string, unknown][]) {
      if (key === 'LW') tracer.set({ lineWidth: number(value) });
      if (key === 'Font') tracer.setFont(...(value as [string, number]));
    }
  },
  setLineWidth: (tracer, [width]) => tracer.set({ lineWidth: number(width) }),
  setFillRGBColor: (tracer, [colour]) => tracer.set({ fill: String(colour) }),
  setFillColorN: (tracer) => tracer.set({ fill: 'pattern' }),
  setFillTransparent: (tracer) => tracer.set({ fill: WHITE }),
  setStrokeRGBColor: (tracer, [colour]) => tracer.set({ stroke: String(colour) }),
  setStrokeColorN: (tracer) => tracer.set({ stroke: 'pattern' }),
  setStrokeTransparent: (tracer) => tracer.set({ stroke: WHITE }),
  beginText: (tracer) => tracer.setText(IDENTITY),
  setFont: (tracer, [name, size]) => tracer.setFont(String(name), number(size)),
  setTextMatrix: (tracer, [matrix]) => tracer.setText(matrixOf(matrix)),
  moveText: (tracer, [x, y]) => tracer.moveText(number(x), number(y)),
  setLeadingMoveText: (tracer, [x, y]) => {
    tracer.set({ leading: -number(y) });
    tracer.moveText(number(x), number(y));
  },
  nextLine: (tracer) => tracer.nextLine(),
  setLeading: (tracer, [leading]) => tracer.set({ leading: number(leading) }),
  setCharSpacing: (tracer, [spacing]) => tracer.set({ characterSpacing: number(spacing) }),
  setWordSpacing: (tracer, [spacing]) => tracer.set({ wordSpacing: number(spacing) }),
  setHScale: (tracer, [percent]) => tracer.set({ stretch: number(percent) / 100 }),
  setTextRise: (tracer, [rise]) => tracer.set({ rise: number(rise) }),
  setTextRenderingMode: (tracer, [mode]) => tracer.set({ mode: number(mode) }),
  showText: (tracer, [glyphs]) => tracer.show(glyphs as readonly (PdfGlyph | number)[]),
  beginMarkedContent: (tracer) => tracer.mark(true),
  beginMarkedContentProps: (tracer, [tag, layer]) => {
    tracer.mark(tag !== 'OC' || tracer.isLayerShown(layer));
  },
  endMarkedContent: (tracer) => tracer.unmark(),
  paintImageXObject: picture,
  paintImageMaskXObject: picture,
  paintInlineImageXObject: picture,
  paintImageXObjectRepeat: picture,
  paintImageMaskXObjectRepeat: picture,
  paintInlineImageXObjectGroup: picture,
  paintImageMaskXObjectGroup: picture,
};

/** What one page of a PDF shows, turned so that most of its text stands upright. */
export function tracePage(page: number, drawing: PdfDrawing): PdfPage {
  const tracer = new Tracer(drawing);
  tracer.trace();
  const quarter = tracer.runs.quarter();
  const { width, height } = drawing;
  const sheet = { width, height };
  const lying = quarter % 2 === 1;
  return {
    content: {
      page,
      width: lying ? height : width,
      height: lying ? width : height,
      runs: tracer.runs.finish(sheet, quarter, false),
      rulings: tracer.rulings.map((ruling) => turnedRuling(ruling, quarter, sheet)),
    },
    hidden: tracer.runs.finish(sheet, quarter, true),
    pictured: Math.min(1, tracer.pictured),
    shapes: tracer.shapes,
    beyond: tracer.beyond,
  };
}

function turnedRuling(
  ruling: Ruling,
  quarter: Quarter,
  sheet: { readonly width: number; readonly height: number },
): Ruling {
  if (quarter === 0) return ruling;
  const { at, from, to } = ruling;
  const level = ruling.direction === 'horizontal';
  const [x, y] = turnedPoint(quarter, sheet, level ? from : at, level ? at : from);
  const [u, v] = turnedPoint(quarter, sheet, level ? to : at, level ? at : to);
  const stays = quarter === 2 ? level : !level;
  return stays
    ? { ...ruling, direction: 'horizontal', at: y, from: Math.min(x, u), to: Math.max(x, u) }
    : { ...ruling, direction: 'vertical', at: x, from: Math.min(y, v), to: Math.max(y, v) };
}
