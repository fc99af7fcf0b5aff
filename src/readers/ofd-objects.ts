import { rulingsOfPath } from '../cells/drawn-path.js';
import {
  compose,
  deltasOf,
  type Matrix,
  matrixOf,
  numberOf,
  numbersOf,
  translation,
} from '../cells/drawn-space.js';
import { runsOfText } from '../cells/drawn-text.js';
import type { Limits } from '../cells/limits.js';
import type { Ruling, TextRun } from '../cells/page-content.js';
import type { OfdResources } from './ofd-resources.js';
import { ReadError } from './reader.js';
import { child, elements, textIn, type XmlElement } from './xml.js';

/** Units inside units; a drawing has one or two. */
const MOST_UNITS_INSIDE = 8;

/** Objects that may still be drawn; all pages of a document share it. */
export interface Budget {
  objects: number;
}

/** A picture on a page: where it stands, in millimetres of its layer, and its file. */
export interface OfdPicture {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Null when the file does not hold it. */
  readonly path: string | null;
}

/** Collects what the layers of a page draw, in the order in which they are drawn. */
export class OfdCanvas {
  readonly runs: TextRun[] = [];
  readonly rulings: Ruling[] = [];
  readonly pictures: OfdPicture[] = [];
  private unitsInside = 0;

  constructor(
    private readonly resources: OfdResources,
    private readonly limits: Limits,
    private readonly budget: Budget,
  ) {}

  /** Everything in a layer, a block or a unit. */
  draw(container: XmlElement, space: Matrix, drawParam?: string): void {
    for (const object of elements(container)) {
      this.budget.objects -= 1;
      if (this.budget.objects < 0) {
        throw new ReadError('too-large', `objects:${this.limits.drawnObjects}`);
      }
      if (/^(?:false|0)$/.test(object.attributes.Visible ?? '')) continue;
      const param = object.attributes.DrawParam ?? drawParam;
      switch (object.name) {
        case 'TextObject':
          this.text(object, space);
          break;
        case 'PathObject':
          this.path(object, space, param);
          break;
        case 'ImageObject':
          this.picture(object);
          break;
        case 'CompositeObject':
          this.unit(object, space, param);
          break;
        case 'PageBlock':
        case 'Layer':
          this.draw(object, space, param);
      }
    }
  }

  private text(object: XmlElement, space: Matrix): void {
    const { Size, HScale, ReadDirection, CharDirection } = object.attributes;
    let x = 0;
    let y = 0;
    for (const code of elements(object, 'TextCode')) {
      x = numberOf(code.attributes.X) ?? x;
      y = numberOf(code.attributes.Y) ?? y;
      const text = textIn(code).replace(/[\r\n\t]/g, '');
      const runs = runsOfText({
        text,
        start: { x, y },
        deltasAcross: deltasOf(code.attributes.DeltaX, text.length),
        deltasDown: deltasOf(code.attributes.DeltaY, text.length),
        size: numberOf(Size) ?? 0,
        stretch: numberOf(HScale) ?? 1,
        sideways: /[1-9]/.test(`${ReadDirection ?? ''}${CharDirection ?? ''}`),
        space: compose(ownSpace(object), space),
      });
      for (const run of runs) this.runs.push(run);
    }
  }

  private path(object: XmlElement, space: Matrix, drawParam: string | undefined): void {
    const { Stroke, Fill } = object.attributes;
    const data = child(object, 'AbbreviatedData');
    if (data === undefined) return;
    const fill = child(object, 'FillColor') ?? this.resources.fillColor(drawParam);
    const stroke = child(object, 'StrokeColor');
    const rulings = rulingsOfPath(textIn(data), compose(ownSpace(object), space), {
      stroked: Stroke !== 'false' && !isInvisible(stroke),
      filled: Fill === 'true' && !isInvisible(fill),
    });
    for (const ruling of rulings) this.rulings.push(ruling);
  }

  private picture(object: XmlElement): void {
    const [left = 0, top = 0, width = 0, height = 0] = numbersOf(object.attributes.Boundary);
    const path = this.resources.picture(object.attributes.ResourceID);
    this.pictures.push({ left, top, width, height, path });
  }

  private unit(object: XmlElement, space: Matrix, drawParam: string | undefined): void {
    const content = this.resources.unit(object.attributes.ResourceID);
    if (content === undefined || this.unitsInside >= MOST_UNITS_INSIDE) return;
    this.unitsInside += 1;
    this.draw(content, compose(ownSpace(object), space), drawParam);
    this.unitsInside -= 1;
  }
}

/** From an object's own space to that of its layer. */
function ownSpace(object: XmlElement): Matrix {
  const [x = 0, y = 0] = numbersOf(object.attributes.Boundary);
  return compose(matrixOf(object.attributes.CTM), translation(x, y));
}

/** White, or wholly transparent: paper, not ink. */
function isInvisible(color: XmlElement | undefined): boolean {
  if (color === undefined) return false;
  const { Value, Alpha } = color.attributes;
  return numberOf(Alpha) === 0 || /^\s*(?:255|#ff)(?:\s+(?:255|#ff)){2}\s*$/i.test(Value ?? '');
}
