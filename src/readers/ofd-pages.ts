import { numbersOf, PAGE_SPACE, POINTS } from '../cells/drawn-space.js';
import { UNREADABLE } from '../cells/layout/characters.js';
import type { PageContent } from '../cells/page-content.js';
import { type Budget, OfdCanvas, type OfdPicture } from './ofd-objects.js';
import { OfdPackage } from './ofd-package.js';
import { OfdResources } from './ofd-resources.js';
import { type ReadContext, ReadError } from './reader.js';
import { child, elements, textIn, type XmlElement } from './xml.js';

/** Pages that were read, and those of which something is missing. */
export interface OfdPages {
  readonly pages: readonly PageContent[];
  /** Numbers of pages that are not in the file or cannot be read. */
  readonly unreadable: readonly number[];
  /** Pages that show pictures and hardly any text: scans. */
  readonly pictured: readonly PicturedPage[];
  /** Numbers of pages whose text has no characters, only shapes of a font. */
  readonly illegible: readonly number[];
}

/** A page that is a picture, and how to have that picture. */
export interface PicturedPage {
  readonly page: number;
  /** Where it stands on the page, in points; null where it is in pieces, or not in the file. */
  readonly picture: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly bytes: () => Uint8Array;
  } | null;
}

/** A page's picture that takes less of it than this is a stamp or an emblem. */
const MOST_OF_PAGE = 0.3;
const FEW_CHARACTERS = 20;
/** Share of the characters that may be unreadable on a page that counts as read. */
const UNREADABLE_PART = 0.01;
/** Of A4, when neither page nor document says its size. */
const PAPER = [0, 0, 210, 297] as const;

/** The pages of an OFD as they are drawn; stamps, notes and watermarks on top are left out. */
export function readOfdPages(bytes: Uint8Array, context: ReadContext): OfdPages {
  const files = new OfdPackage(bytes, context.limits);
  const entry = files.find('OFD.xml', '');
  if (entry === null) throw new ReadError('damaged', 'OFD.xml');
  const documents = elements(files.xml(entry), 'DocBody').map((body) => {
    const root = child(body, 'DocRoot');
    const path = root === undefined ? null : files.find(textIn(root), entry);
    if (path === null) throw new ReadError('damaged', 'DocRoot');
    return new OfdDocument(files, path);
  });
  const listed = documents.flatMap((document) =>
    document.pages().map((page) => ({ document, page })),
  );
  if (listed.length === 0) throw new ReadError('damaged', 'Pages');
  const { limits } = context;
  if (listed.length > limits.pages) throw new ReadError('too-large', `pages:${limits.pages}`);
  const budget: Budget = { objects: limits.drawnObjects };
  const pages: PageContent[] = [];
  const unreadable: number[] = [];
  const pictured: PicturedPage[] = [];
  const illegible: number[] = [];
  listed.forEach(({ document, page }, index) => {
    const number = index + 1;
    const drawn = document.draw(page, number, budget, context);
    if (drawn === null) unreadable.push(number);
    else {
      pages.push(drawn.content);
      if (drawn.pictured !== null) pictured.push(drawn.pictured);
      if (isIllegible(drawn.content)) illegible.push(number);
    }
    context.onPage(number, listed.length);
  });
  if (pages.length === 0) throw new ReadError('damaged', 'Pages');
  return { pages, unreadable, pictured, illegible };
}

interface DrawnPage {
  readonly content: PageContent;
  readonly pictured: PicturedPage | null;
}

class OfdDocument {
  private readonly root: XmlElement;
  private readonly resources: OfdResources;
  private readonly templates = new Map<string, XmlElement>();

  constructor(
    private readonly files: OfdPackage,
    private readonly path: string,
  ) {
    this.root = files.xml(path);
    this.resources = new OfdResources(files);
    const common = child(this.root, 'CommonData');
    if (common !== undefined) this.resources.add(common, path);
  }

  pages(): readonly XmlElement[] {
    const pages = child(this.root, 'Pages');
    return pages === undefined ? [] : elements(pages, 'Page');
  }

  /** Null when the page is missing or damaged: the others can still be read. */
  draw(listed: XmlElement, page: number, budget: Budget, context: ReadContext): DrawnPage | null {
    const location = listed.attributes.BaseLoc;
    const path = location === undefined ? null : this.files.find(location, this.path);
    if (path === null) return null;
    try {
      return this.drawPage(path, page, budget, context);
    } catch (error) {
      if (error instanceof ReadError && error.failure.code === 'damaged') return null;
      throw error;
    }
  }

  private drawPage(path: string, page: number, budget: Budget, { limits }: ReadContext): DrawnPage {
    const source = this.files.xml(path);
    this.resources.add(source, path);
    const canvas = new OfdCanvas(this.resources, limits, budget);
    const inFront = (template: XmlElement): boolean => template.attributes.ZOrder === 'Foreground';
    const templates = elements(source, 'Template');
    for (const one of templates) if (!inFront(one)) this.drawTemplate(one, canvas);
    drawContent(source, canvas);
    for (const one of templates) if (inFront(one)) this.drawTemplate(one, canvas);
    const [, , width, height] = this.boxOf(source);
    const characters = canvas.runs.reduce((sum, run) => sum + run.text.trim().length, 0);
    const content = {
      page,
      width: width * POINTS,
      height: height * POINTS,
      runs: canvas.runs,
      rulings: canvas.rulings,
    };
    const covered = canvas.pictures.reduce((sum, each) => sum + each.width * each.height, 0);
    const isPicture = covered > width * height * MOST_OF_PAGE && characters < FEW_CHARACTERS;
    const largest = canvas.pictures.find((each) => 2 * each.width * each.height > covered);
    return { content, pictured: isPicture ? this.pictureOf(page, largest) : null };
  }

  private pictureOf(page: number, largest: OfdPicture | undefined): PicturedPage {
    if (largest === undefined || largest.path === null) return { page, picture: null };
    const { path, left, top, width } = largest;
    const bytes = (): Uint8Array => this.files.bytes(path);
    return {
      page,
      picture: { left: left * POINTS, top: top * POINTS, width: width * POINTS, bytes },
    };
  }

  /** A template draws only its own layers: one that names others cannot lead in a circle. */
  private drawTemplate(reference: XmlElement, canvas: OfdCanvas): void {
    const id = reference.attributes.TemplateID;
    const common = child(this.root, 'CommonData');
    if (id === undefined || common === undefined) return;
    const known = this.templates.get(id);
    if (known !== undefined) {
      drawContent(known, canvas);
      return;
    }
    const listed = elements(common, 'TemplatePage').find((page) => page.attributes.ID === id);
    const location = listed?.attributes.BaseLoc;
    const path = location === undefined ? null : this.files.find(location, this.path);
    if (path === null) return;
    const template = this.files.xml(path);
    this.resources.add(template, path);
    this.templates.set(id, template);
    drawContent(template, canvas);
  }

  private boxOf(page: XmlElement): readonly [number, number, number, number] {
    const common = child(this.root, 'CommonData');
    for (const area of [child(page, 'Area'), common && child(common, 'PageArea')]) {
      const box = area && child(area, 'PhysicalBox');
      const [x = 0, y = 0, width = 0, height = 0] = box ? numbersOf(textIn(box)) : [];
      if (width > 0 && height > 0) return [x, y, width, height];
    }
    return PAPER;
  }
}

const LAYERS = ['Background', 'Body', 'Foreground'];

function drawContent(page: XmlElement, canvas: OfdCanvas): void {
  const content = child(page, 'Content');
  if (content === undefined) return;
  const depth = (layer: XmlElement): number => LAYERS.indexOf(layer.attributes.Type ?? 'Body');
  const layers = [...elements(content, 'Layer')].sort((a, b) => depth(a) - depth(b));
  for (const layer of layers) canvas.draw(layer, PAGE_SPACE, layer.attributes.DrawParam);
}

/** Some of its text is shapes of a font that stand for no character. */
function isIllegible({ runs }: PageContent): boolean {
  const all = runs.reduce((sum, { text }) => sum + text.length, 0);
  const unreadable = runs.reduce((sum, { text }) => sum + text.split(UNREADABLE).length - 1, 0);
  return unreadable > all * UNREADABLE_PART;
}
