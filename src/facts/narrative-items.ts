import { normaliseLabel } from '../base/label.js';
import { FUNCTION_LINES } from '../forms/function-lines.js';
import type { FormId } from '../forms/model.js';
import type { ItemName } from './lexicon-model.js';
import type { FormFact } from './model.js';
import type { PathLevel } from './sentence-tokens.js';

/** Names shorter than this are found only inside a printed 类/款/项 path. */
const SHORTEST = 4;
const FUNCTIONAL: readonly FormId[] = [
  'general-public-budget-expenditure',
  'expenditure',
  'government-managed-funds',
  'state-capital-operations',
];

/** The items of a document's own tables, by code and by name. */
export class ItemIndex {
  /** Every name under which the lexicon finds an item. */
  readonly names: ReadonlyMap<string, ItemName>;
  private readonly functional = new Map<string, string>();
  private readonly economic = new Map<string, string>();
  private readonly printedIn = new Map<string, Set<FormId>>();

  constructor(forms: readonly FormFact[]) {
    for (const id of FUNCTIONAL) this.collect(forms, id, this.functional);
    this.collect(forms, 'basic-expenditure', this.economic);
    this.names = this.allNames();
  }

  /** Whether a form prints a line for a code. */
  isIn(form: FormId, code: string): boolean {
    return this.printedIn.get(code)?.has(form) ?? false;
  }

  private collect(forms: readonly FormFact[], id: FormId, names: Map<string, string>): void {
    for (const form of forms) {
      if (form.form !== id) continue;
      for (const cell of form.cells) {
        if (cell.code === null) continue;
        const known = this.printedIn.get(cell.code);
        if (known) known.add(id);
        else this.printedIn.set(cell.code, new Set([id]));
        const name = normaliseLabel(cell.item);
        // A name cut short in one table is whole in another.
        if (name.length > (names.get(cell.code)?.length ?? 0)) names.set(cell.code, name);
      }
    }
  }

  private allNames(): ReadonlyMap<string, ItemName> {
    const names = new Map<string, { functional: string[]; economic: string[] }>();
    const add = (name: string, kind: 'functional' | 'economic', code: string) => {
      if (name.length < SHORTEST && kind === 'functional') return;
      const entry = names.get(name) ?? { functional: [], economic: [] };
      if (!entry[kind].includes(code)) entry[kind].push(code);
      names.set(name, entry);
    };
    for (const { label, code, aliases } of FUNCTION_LINES) {
      for (const name of [label, ...(aliases ?? [])])
        add(normaliseLabel(name), 'functional', code!);
    }
    for (const [code, name] of this.functional) {
      add(name, 'functional', code);
      if (name.endsWith('支出')) add(name.slice(0, -2), 'functional', code);
    }
    for (const [code, name] of this.economic) {
      add(name, 'economic', code);
      const short = name.replace('的补助', '补助');
      for (const other of [short, `${short}支出`, `${name}支出`]) {
        if (code.length === 3 && !name.endsWith('支出')) add(other, 'economic', code);
      }
    }
    return names;
  }

  /**
   * The code of a printed path 类, 款, 项 (any may be missing); null unless the tables settle it.
   * `last` is the level of the innermost name.
   */
  codeOfPath(path: readonly PathLevel[]): string | null {
    const last = path.at(-1);
    if (!last) return null;
    if (last.code !== null) return this.functional.has(last.code) ? last.code : null;
    const digits = 1 + 2 * last.level;
    const among = [...this.functional].filter(([code]) => code.length === digits);
    const inside = among.filter(([code]) => this.isUnder(code, path.slice(0, -1)));
    const exact = inside.filter(([, name]) => sameItem(name, last.name));
    if (exact.length === 1) return exact[0]![0];
    if (exact.length > 1) return null;
    if (last.level === 1) return classOf(last.name);
    const cut = inside.filter(([, name]) => isCut(name, last.name));
    return cut.length === 1 ? cut[0]![0] : null;
  }

  private isUnder(code: string, outer: readonly PathLevel[]): boolean {
    return outer.every(({ level, name }) => {
      const above = code.slice(0, 1 + 2 * level);
      const printed = this.functional.get(above);
      if (printed !== undefined) return sameItem(printed, name) || isCut(printed, name);
      // A level that the tables leave out cannot contradict, except that classes are known.
      return level > 1 || classOf(name) === null || classOf(name) === above;
    });
  }

  /** The only code of a bare functional name; null when several items bear it. */
  codeOfName(item: ItemName): string | null {
    const codes = item.functional.filter((code) => this.functional.has(code));
    if (codes.length === 1) return codes[0]!;
    if (codes.length > 1) return null;
    return item.functional.length === 1 ? item.functional[0]! : null;
  }
}

function classOf(name: string): string | null {
  for (const { label, code, aliases } of FUNCTION_LINES) {
    if (label === name || aliases?.includes(name)) return code!;
  }
  return null;
}

function sameItem(printed: string, name: string): boolean {
  return printed === name || printed === `${name}支出` || `${printed}支出` === name;
}

/** Narrow columns cut names: 机关事业单位基本养老保险缴. */
function isCut(printed: string, name: string): boolean {
  return printed.length >= 6 && name.startsWith(printed);
}
