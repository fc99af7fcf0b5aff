import { attribute, isElement, isUnseen, type MarkupElement, type MarkupNode } from './markup.js';
import { cellsOfRow, rowGroups } from './markup-table.js';

/** What stands below an element. */
interface Content {
  /** Characters that are neither blanks nor links to elsewhere. */
  units: number;
  /** Cells that say something and hold no table. */
  cells: number;
  tables: number;
  /** Paragraphs and line breaks. */
  breaks: number;
}

/** What a page is made of: which tables only arrange it, and where its content stands. */
export class MarkupContents {
  private readonly known = new Map<MarkupElement, Content>();
  /** The smallest element that holds nearly everything but links; around it is the page's frame. */
  readonly root: MarkupElement;
  /** The elements around the root. */
  readonly aroundRoot: ReadonlySet<MarkupElement>;

  constructor(page: MarkupElement) {
    this.measure(page);
    const path = this.pathToRoot(page);
    this.root = path.at(-1)!;
    this.aroundRoot = new Set(path.slice(0, -1));
  }

  private units(element: MarkupElement): number {
    return this.contentOf(element).units;
  }

  holdsTable(element: MarkupElement): boolean {
    return this.contentOf(element).tables > 0;
  }

  /**
   * A table that only arranges the page, whose cells are read one after the other: of one column,
   * around tables, or around long prose.
   */
  isLayout(table: MarkupElement): boolean {
    if (/^(?:presentation|none)$/.test(attribute(table, 'role') ?? '')) return true;
    const rows = rowGroups(table).flat().map(cellsOfRow);
    if (rows.every((cells) => cells.length <= 1)) return true;
    let own = 0;
    let inside = 0;
    let prose = false;
    const all = this.contentOf(table);
    for (const cell of rows.flat()) {
      const { units, cells, tables, breaks } = this.contentOf(cell);
      if (tables > 0 && cells > 1) inside += cells;
      else if (units > 0) own += 1;
      if (units > MOST_IN_CELL && breaks >= 3 && units * 5 >= all.units * 3) prose = true;
    }
    return inside > own || (prose && own <= MOST_ARRANGED);
  }

  private contentOf(element: MarkupElement): Content {
    return this.known.get(element) ?? { units: 0, cells: 0, tables: 0, breaks: 0 };
  }

  private measure(element: MarkupElement): Content {
    const sum: Content = { units: 0, cells: 0, tables: 0, breaks: 0 };
    for (const node of element.childNodes) this.add(sum, node);
    const { nodeName } = element;
    if (nodeName === 'table') sum.tables += 1;
    if (/^(?:p|br|div|li|h\d)$/.test(nodeName)) sum.breaks += 1;
    if (/^t[dh]$/.test(nodeName) && sum.tables === 0) sum.cells = sum.units > 0 ? 1 : 0;
    if (leadsAway(element)) sum.units = 0;
    this.known.set(element, sum);
    return sum;
  }

  private add(sum: Content, node: MarkupNode): void {
    if (!isElement(node)) {
      if (node.nodeName === '#text') sum.units += (node.value ?? '').replace(/\s+/g, '').length;
      return;
    }
    const inner = this.measure(node);
    if (isUnseen(node)) return;
    sum.units += inner.units;
    sum.cells += inner.cells;
    sum.tables += inner.tables;
    sum.breaks += inner.breaks;
  }

  private pathToRoot(page: MarkupElement): MarkupElement[] {
    const path = [page];
    for (;;) {
      const around = path.at(-1)!;
      const inner = around.childNodes
        .filter(isElement)
        .find((child) => !isUnseen(child) && this.units(child) * 3 > this.units(around) * 2);
      if (inner === undefined || (inner.nodeName === 'table' && !this.isLayout(inner))) break;
      path.push(inner);
    }
    return path;
  }
}

/** A cell of a form may explain something at length, but then the form has many cells. */
const MOST_IN_CELL = 500;
const MOST_ARRANGED = 12;

/** A link to another page; anchors inside the page are part of its text. */
export function leadsAway(element: MarkupElement): boolean {
  if (element.nodeName !== 'a') return false;
  const target = attribute(element, 'href')?.trim() ?? '';
  return target !== '' && !target.includes('#_') && !target.startsWith('#');
}

const FRAMES = new Set(['nav', 'aside', 'footer']);
const FRAME_ROLES = /^(?:navigation|banner|contentinfo|complementary|search|menu|menubar)$/;

/** Says of itself that it is no content: menus, side columns, what stands at the foot. */
export function isFrame(element: MarkupElement): boolean {
  return FRAMES.has(element.nodeName) || FRAME_ROLES.test(attribute(element, 'role') ?? '');
}
