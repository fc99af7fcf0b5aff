import { digitsAt, type EntryState, valueAt } from '../entry/entry-state.js';
import type { LiveCheck } from '../entry/live-check.js';
import { type AmountEdit, sumEdit } from '../entry/proposals.js';
import { textOfRows } from '../entry/range-text.js';
import { cellPath } from '../publications/cell-path.js';
import type { PublishedCell, PublishedTable } from '../publications/model.js';
import { element } from './dom.js';
import { GridCells, type Range, rangeOf, type Spot } from './grid-cells.js';
import { amountCell, headCell, wordCell } from './grid-parts.js';
import { type Lang, say } from './words.js';

/** What the grid asks for; what becomes of it is for others to say. */
export interface GridEvents {
  readonly chosen: (path: string | null) => void;
  /** A text is being typed into a cell; null: no more. */
  readonly typing: (spot: Spot, text: string | null) => void;
  /** Gives false where the text is no amount, so that typing goes on. */
  readonly typed: (spot: Spot, text: string) => boolean;
  readonly clear: (range: Range) => void;
  /** A total that is not its sum is to be it. */
  readonly summed: (edit: AmountEdit) => void;
  readonly paste: (text: string, range: Range) => void;
  readonly say: (text: string) => void;
  readonly leave: () => void;
}

/** A statutory table on screen as on paper, of which the amounts are typed into. */
export class Grid {
  readonly node = element('div', { class: 'grid-scroll' });
  private cells: GridCells;
  private nodes = new Map<string, HTMLTableCellElement>();
  private active: Spot;
  private anchor: Spot;
  private field: HTMLInputElement | null = null;
  private state: EntryState;

  constructor(
    table: PublishedTable,
    state: EntryState,
    private readonly lang: Lang,
    private readonly events: GridEvents,
  ) {
    this.state = state;
    this.cells = new GridCells(table, state);
    this.active = this.cells.amounts[0] ?? { row: 0, column: 0 };
    this.anchor = this.active;
    this.draw();
    this.listen();
  }

  get range(): Range {
    return rangeOf(this.anchor, this.active);
  }

  get positions(): GridCells {
    return this.cells;
  }

  get activePath(): string | null {
    return this.cells.pathAt(this.active);
  }

  /** The key of the line that is chosen: a code, or the id of a fixed line. */
  get activeKey(): string | null {
    return this.cells.at(this.active)?.about?.key ?? null;
  }

  /** Shows other amounts in the same lines, or the table anew where lines came or went. */
  show(table: PublishedTable, state: EntryState): void {
    const same = state.structure === this.state.structure;
    const path = this.activePath;
    const hadFocus = this.node.contains(document.activeElement);
    this.state = state;
    this.cells = new GridCells(table, state);
    if (same) {
      this.write();
      return;
    }
    const back = path === null ? null : this.cells.spotOf(path);
    this.active = back ?? this.cells.end(this.active, false, true);
    this.anchor = this.active;
    this.draw();
    if (hadFocus) this.focus();
  }

  /** Marks the cells that findings speak of. */
  mark(check: LiveCheck): void {
    for (const [path, node] of this.nodes) {
      const cell = this.state.structure.cells.get(path)!;
      const blank = (valueAt(this.state, cell) ?? 0n) === 0n;
      // A blank that is only one of many addends is not what to look at.
      const found = check.at(path).filter((each) => !blank || check.cellsOf(each)[0] === path);
      const worst = (['error', 'warning', 'info'] as const).find((severity) =>
        found.some((each) => each.severity === severity),
      );
      node.dataset.finding = worst ?? '';
      if (worst === 'error') node.setAttribute('aria-invalid', 'true');
      else node.removeAttribute('aria-invalid');
    }
  }

  focus(): void {
    const path = this.activePath;
    const node = path === null ? undefined : this.nodes.get(path);
    node?.focus({ preventScroll: true });
    node?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  goTo(path: string): void {
    const spot = this.cells.spotOf(path);
    if (spot !== null) this.choose(spot, false);
    this.focus();
  }

  private draw(): void {
    this.nodes = new Map();
    this.field = null;
    const { table } = this.cells;
    const columns = table.widths.map((share) => {
      const column = element('col');
      column.style.width = `${Math.floor(share * 1000) / 10}%`;
      return column;
    });
    const rows = (lines: PublishedTable['body'], draw: (cell: PublishedCell) => Node) =>
      lines.map((line) => element('tr', {}, ...line.map(draw)));
    const name = [table.number, table.title].filter((part) => part !== null).join(' ');
    const attributes = { role: 'grid', 'aria-label': name, 'aria-multiselectable': 'true' };
    const drawn = element(
      'table',
      { ...attributes, class: 'typed-table', lang: 'zh-CN' },
      element('colgroup', {}, ...columns),
      element('thead', {}, ...rows(table.head, headCell)),
      element('tbody', {}, ...rows(table.body, (cell) => this.bodyCell(cell))),
    );
    drawn.style.minWidth = `${table.widths.length * 5.4}rem`;
    this.node.replaceChildren(drawn);
    this.write();
    this.select();
  }

  private bodyCell(cell: PublishedCell): HTMLTableCellElement {
    const path = cell.about === undefined ? null : cellPath(cell.about);
    if (path === null || this.cells.spotOf(path) === null) return wordCell(cell);
    const node = amountCell(cell, path, this.cells.isComputed(path));
    this.nodes.set(path, node);
    return node;
  }

  /** Puts every amount into its cell, except where somebody types. */
  private write(): void {
    for (const spot of this.cells.amounts) {
      const path = this.cells.pathAt(spot)!;
      const node = this.nodes.get(path);
      if (node === undefined || node.contains(this.field)) continue;
      const { text } = this.cells.at(spot)!;
      if (node.textContent !== text) node.textContent = text;
      node.classList.toggle('off', sumEdit(this.state, path) !== null);
    }
  }

  private choose(spot: Spot, extend: boolean): void {
    this.active = spot;
    if (!extend) this.anchor = spot;
    this.select();
    this.events.chosen(this.activePath);
  }

  private select(): void {
    const { from, to } = this.range;
    const several = from.row !== to.row || from.column !== to.column;
    for (const spot of this.cells.amounts) {
      const node = this.nodes.get(this.cells.pathAt(spot)!);
      if (node === undefined) continue;
      const { row, column } = spot;
      const active = row === this.active.row && column === this.active.column;
      const inside =
        row >= from.row && row <= to.row && column >= from.column && column <= to.column;
      node.tabIndex = active ? 0 : -1;
      node.setAttribute('aria-selected', inside ? 'true' : 'false');
      node.classList.toggle('active', active);
      node.classList.toggle('chosen', several && inside);
    }
  }

  private listen(): void {
    const { node } = this;
    node.addEventListener('keydown', (event) => this.key(event));
    node.addEventListener('pointerdown', (event) => this.press(event));
    node.addEventListener('pointerover', (event) => {
      const spot = this.spotAt(event);
      if (event.buttons === 1 && event.pointerType === 'mouse' && spot && this.field === null) {
        this.choose(spot, true);
      }
    });
    node.addEventListener('dblclick', (event) => {
      if (this.spotAt(event) !== null) this.begin(null);
    });
    node.addEventListener('focusin', (event) => {
      const spot = this.field === null ? this.spotAt(event) : null;
      if (spot !== null && !isSame(spot, this.active)) this.choose(spot, false);
    });
    node.addEventListener('copy', (event) => this.copy(event));
    node.addEventListener('cut', (event) => {
      if (this.copy(event)) this.events.clear(this.range);
    });
    node.addEventListener('paste', (event) => {
      if (this.field !== null || event.clipboardData === null) return;
      event.preventDefault();
      this.events.paste(event.clipboardData.getData('text/plain'), this.range);
    });
  }

  private copy(event: ClipboardEvent): boolean {
    if (this.field !== null || event.clipboardData === null) return false;
    event.preventDefault();
    event.clipboardData.setData('text/plain', rangeText(this.cells, this.range));
    return true;
  }

  private press(event: PointerEvent): void {
    const spot = this.spotAt(event);
    if (
      spot === null ||
      (this.field !== null && this.nodes.get(this.cells.pathAt(spot)!)?.contains(this.field))
    ) {
      return;
    }
    this.commit();
    const again = isSame(spot, this.active);
    this.choose(spot, event.shiftKey);
    // A finger has no keyboard to type with until there is a field.
    if (event.pointerType === 'touch' && again) {
      event.preventDefault();
      this.begin(null);
    }
  }

  private spotAt(event: Event): Spot | null {
    const target = event.target instanceof Element ? event.target.closest('[data-cell]') : null;
    const path = target instanceof HTMLElement ? target.dataset.cell : undefined;
    return path === undefined ? null : this.cells.spotOf(path);
  }

  private key(event: KeyboardEvent): void {
    if (this.field !== null) {
      this.keyInField(event);
      return;
    }
    const { key, shiftKey } = event;
    const command = event.ctrlKey || event.metaKey;
    const step = STEPS[key];
    if (event.altKey) return;
    if (step !== undefined) this.choose(this.cells.beside(this.active, ...step), shiftKey);
    else if (key === 'Home' || key === 'End') {
      this.choose(this.cells.end(this.active, key === 'End', command), shiftKey);
    } else if (key === 'Enter') {
      this.choose(this.cells.beside(this.active, shiftKey ? -1 : 1, 0), false);
    } else if (key === 'Tab') {
      const next = this.cells.nextTyped(this.active, shiftKey);
      if (next === null) return;
      this.choose(next, false);
    } else if (key === 'F2') this.begin(null);
    else if (key === 'F9') this.takeSum();
    else if (key === 'Delete' || key === 'Backspace') this.clear();
    else if (key === 'Escape') this.events.leave();
    else if (command && key.toLowerCase() === 'a') {
      this.anchor = this.cells.end(this.active, false, true);
      this.choose(this.cells.end(this.active, true, true), true);
    } else if (!command && /^[\d.,(（+\-−—￥¥０-９]$/.test(key)) this.begin(key);
    else return;
    event.preventDefault();
    if (this.field === null && key !== 'Escape') this.focus();
  }

  private clear(): void {
    const path = this.activePath;
    const alone = isSame(this.anchor, this.active);
    if (alone && path !== null && this.cells.isComputed(path)) this.takeSum();
    else this.events.clear(this.range);
  }

  /** Puts the sum of its parts into a total; says so where there is nothing to put. */
  private takeSum(): void {
    const edit = sumEdit(this.state, this.activePath);
    if (edit === null) this.events.say(say(this.lang, 'isSum'));
    else this.events.summed(edit);
  }

  private keyInField(event: KeyboardEvent): void {
    const { key, shiftKey, isComposing } = event;
    if (isComposing) return;
    const typed = this.field!.dataset.typed === 'true';
    const step = STEPS[key];
    if (key === 'Escape') this.abandon();
    else if (key === 'Enter' || key === 'Tab' || (step !== undefined && typed)) {
      if (!this.commit()) {
        event.preventDefault();
        return;
      }
      if (key === 'Tab') {
        const next = this.cells.nextTyped(this.active, shiftKey);
        if (next !== null) this.choose(next, false);
      } else {
        const [down, right] = step ?? [shiftKey ? -1 : 1, 0];
        this.choose(this.cells.beside(this.active, down, right), false);
      }
    } else return;
    event.preventDefault();
    this.focus();
  }

  /** Opens a field in the cell, with what was typed or with what stands there. */
  private begin(first: string | null): void {
    const path = this.activePath;
    const node = path === null ? undefined : this.nodes.get(path);
    if (path === null || node === undefined) return;
    const sum = sumEdit(this.state, path);
    const isTotal = this.cells.isComputed(path);
    if (isTotal && sum === null) {
      this.events.say(say(this.lang, 'isSum'));
      return;
    }
    const about = this.cells.at(this.active)!.about!;
    const value = first ?? sum?.value ?? digitsAt(this.state.account, about) ?? '';
    const label = this.labelOf(this.active);
    const field = element('input', {
      class: 'cell-field',
      inputmode: 'decimal',
      'aria-label': label,
    });
    field.autocomplete = 'off';
    field.value = value;
    field.dataset.typed = first === null ? 'false' : 'true';
    const spot = this.active;
    // A total takes no other amount than its sum: nothing to show before it is entered.
    const typing = () => isTotal || this.events.typing(spot, field.value);
    field.addEventListener('input', typing);
    field.addEventListener('blur', () => {
      if (this.field === field && !this.commit()) this.abandon();
    });
    node.textContent = '';
    node.append(field);
    this.field = field;
    field.focus();
    if (first === null) field.select();
    else typing();
  }

  private labelOf(spot: Spot): string {
    const row: string[] = [];
    for (let column = spot.column - 1; column >= 0; column -= 1) {
      const cell = this.cells.at({ row: spot.row, column });
      if (cell?.heads === 'row') row.unshift(cell.text);
      else if (row.length > 0) break;
    }
    return row.join(' ');
  }

  /** Takes what was typed; false where it is no amount and the field stays. */
  private commit(): boolean {
    const { field } = this;
    if (field === null) return true;
    this.field = null;
    if (this.events.typed(this.active, field.value)) {
      field.remove();
      this.write();
      return true;
    }
    this.field = field;
    field.setAttribute('aria-invalid', 'true');
    return false;
  }

  private abandon(): void {
    const { field } = this;
    this.field = null;
    field?.remove();
    this.events.typing(this.active, null);
    this.write();
  }
}

const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function isSame(one: Spot, other: Spot): boolean {
  return one.row === other.row && one.column === other.column;
}

function rangeText(cells: GridCells, range: Range): string {
  return textOfRows(cells.textOf(range));
}
