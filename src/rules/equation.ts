import type { Wording } from '../base/wording.js';
import type { Lookup, Operand, Row } from '../facts/lookup.js';
import type { FormId, Side } from '../forms/model.js';
import { type FormView, knowsLines, viewOf } from './form-view.js';
import type { Equation, Term } from './model.js';

/** An instance of an identity. Its key is made of the operands that name it, only when asked. */
export class Identity implements Equation {
  readonly kind = 'equation';

  constructor(
    readonly left: readonly Term[],
    readonly right: readonly Term[],
    readonly relation: Equation['relation'],
    private readonly anchors: readonly Operand[],
    readonly against: Wording | null = null,
  ) {}

  get key(): string {
    return this.anchors.map((operand) => operand.key).join('=');
  }
}

/** An identity that the text alone states: its key is that of one figure, and what it is about. */
export class SaidIdentity implements Equation {
  readonly kind = 'equation';

  constructor(
    readonly left: readonly Term[],
    readonly right: readonly Term[],
    readonly relation: Equation['relation'],
    private readonly named: Operand,
    private readonly what: string,
  ) {}

  get key(): string {
    return `${this.named.key}${this.what}`;
  }
}

/** A cell by concept, for stating identities as data. */
export interface CellRef {
  readonly form: FormId;
  readonly key: string;
  readonly column: string;
  readonly side: Side | null;
}

export function cell(form: FormId, key: string, column: string, side: Side | null = null): CellRef {
  return { form, key, column, side };
}

/** One cell, which must be printed, or a sum, whose lines an edition may leave out. */
export type Member = CellRef | readonly CellRef[];

export type Identities = (facts: Lookup) => readonly Equation[];

export const equal = (left: Member, right: Member): Identities => relate(left, '=', right);
export const atMost = (left: Member, right: Member): Identities => relate(left, '<=', right);
export const atLeast = (left: Member, right: Member): Identities => relate(left, '>=', right);

export function all(...parts: readonly Identities[]): Identities {
  return (facts) => parts.flatMap((part) => part(facts));
}

function relate(left: Member, relation: Equation['relation'], right: Member): Identities {
  const sameForm = formsOf(left, right).size === 1;
  return (facts) => {
    const lefts = termsOf(facts, left);
    const rights = termsOf(facts, right);
    if (lefts === null || rights === null) return [];
    // Inside an empty form everything holds; between forms an empty one stands for zeros.
    if (lefts.length + rights.length === 0) return [];
    if (sameForm && (lefts.length === 0 || rights.length === 0)) return [];
    const anchors = [...anchorsOf(left, lefts), ...anchorsOf(right, rights)];
    const named = anchors.length > 0 ? anchors : [...lefts, ...rights].map((term) => term.operand);
    return [
      new Identity(lefts, rights, relation, named, absence(facts, left, lefts, right, rights)),
    ];
  };
}

function formsOf(...members: readonly Member[]): ReadonlySet<FormId> {
  return new Set(members.flatMap(refsOf).map((ref) => ref.form));
}

function refsOf(member: Member): readonly CellRef[] {
  return Array.isArray(member) ? (member as readonly CellRef[]) : [member as CellRef];
}

function anchorsOf(member: Member, terms: readonly Term[]): readonly Operand[] {
  return Array.isArray(member) ? [] : terms.map((term) => term.operand);
}

/** Null when the member cannot be told from what is printed: the identity does not apply. */
function termsOf(facts: Lookup, member: Member): readonly Term[] | null {
  const refs = refsOf(member);
  const terms: Term[] = [];
  let empty = false;
  for (const ref of refs) {
    const view = viewOf(facts, ref.form);
    if (!view) return null;
    const operand = facts.operand(ref.form, ref.key, ref.column, ref.side);
    if (operand) terms.push({ sign: 1, operand });
    else if (view.form.empty) empty = true;
    else if (refs.length === 1 || !mayBeLeftOut(facts, view, ref)) return null;
  }
  return terms.length > 0 || empty ? terms : null;
}

/** Whether the absence of a cell says zero: the form really lacks its line or its column. */
function mayBeLeftOut(facts: Lookup, view: FormView, ref: CellRef): boolean {
  // What is missing may stand where nobody could read.
  if (facts.filing.partial === true || !knowsLines(view, ref.side)) return false;
  return facts.row(ref.form, ref.key, ref.side) === undefined || !view.columns.has(ref.column);
}

function absence(
  facts: Lookup,
  left: Member,
  lefts: readonly Term[],
  right: Member,
  rights: readonly Term[],
): Wording | null {
  const absent = lefts.length === 0 ? left : rights.length === 0 ? right : null;
  if (absent === null) return null;
  const title = viewOf(facts, refsOf(absent)[0]!.form)!.form.title;
  return { zh: `${title}为空表`, en: `${title} is published empty` };
}

/** Each row: the total column is the sum of the others. */
export function rowSum(form: FormId, total: string, parts: readonly string[]): Identities {
  return (facts) => {
    const view = viewOf(facts, form);
    if (!view || view.form.empty || !view.knowsColumns || !view.columns.has(total)) return [];
    const printed = parts.filter((part) => view.columns.has(part));
    if (printed.length === 0) return [];
    const found: Equation[] = [];
    for (const row of view.rows) {
      const left = termIn(facts, row, total);
      const right = left && termsIn(facts, row, printed);
      if (right) found.push(new Identity([left], right, '=', [left.operand]));
    }
    return found;
  };
}

/** Each column of an open form: 合计 = Σ classes, or what stands at the top in their place. */
export function classSum(form: FormId, columns: readonly string[]): Identities {
  return (facts) => {
    const view = viewOf(facts, form);
    const total = facts.row(form, 'total');
    if (!view || view.form.empty || !total || !knowsLines(view)) return [];
    return sumsOver(facts, total, facts.topRows(form), columns);
  };
}

/** Each column of each code with children printed: 类 = Σ款, 款 = Σ项. */
export function childSum(form: FormId, columns: readonly string[]): Identities {
  return (facts) => {
    const view = viewOf(facts, form);
    if (!view || view.form.empty || !knowsLines(view)) return [];
    const found: Equation[] = [];
    for (const row of view.rows) {
      if (row.code === null) continue;
      const children = facts.children(form, row.code);
      if (children.length > 0) found.push(...sumsOver(facts, row, children, columns));
    }
    return found;
  };
}

/** Lines of one side of a fixed form: in each column the total line = Σ of the others. */
export function lineSum(
  form: FormId,
  side: Side | null,
  total: string,
  parts: (facts: Lookup) => readonly string[],
  columns: readonly string[],
): Identities {
  return (facts) => {
    const view = viewOf(facts, form);
    const row = facts.row(form, total, side);
    if (!view || view.form.empty || !row || !knowsLines(view, side)) return [];
    const rows = parts(facts).flatMap((part) => facts.row(form, part, side) ?? []);
    return sumsOver(facts, row, rows, columns);
  };
}

/** In each column, one row against the sum of others; columns that a row lacks are left out. */
export function sumsOver(
  facts: Lookup,
  total: Row,
  parts: readonly Row[],
  columns: readonly string[],
): Equation[] {
  const found: Equation[] = [];
  if (parts.length === 0) return found;
  for (const column of columns) {
    const left = termIn(facts, total, column);
    if (!left) continue;
    const right: Term[] = [];
    for (const part of parts) {
      const term = termIn(facts, part, column);
      if (term) right.push(term);
    }
    if (right.length === parts.length) found.push(new Identity([left], right, '=', [left.operand]));
  }
  return found;
}

/** An operand that adds to its side. */
export function term(operand: Operand): Term {
  return { sign: 1, operand };
}

export function termIn(facts: Lookup, row: Row, column: string): Term | undefined {
  const found = row.cells.get(column);
  return found && facts.addendOf(row, found);
}

/** A row's terms in some columns; null when one of them is missing. */
export function termsIn(facts: Lookup, row: Row, columns: readonly string[]): Term[] | null {
  const terms: Term[] = [];
  for (const column of columns) {
    const term = termIn(facts, row, column);
    if (!term) return null;
    terms.push(term);
  }
  return terms;
}

/** Terms that stand for a functional class in an open form: its row, or the rows below it. */
export function classTerms(
  facts: Lookup,
  form: FormId,
  code: string,
  column: string,
): Term[] | null {
  const terms: Term[] = [];
  for (const row of facts.topRows(form)) {
    if (!row.code?.startsWith(code)) continue;
    const term = termIn(facts, row, column);
    if (!term) return null;
    terms.push(term);
  }
  return terms;
}

/**
 * Each functional class of an open form against its line of a two-sided one. A class printed on
 * one side only is compared with nothing, provided the other side knows all of its lines.
 */
export function classesAgainstLines(
  open: { readonly form: FormId; readonly column: string },
  fixed: { readonly form: FormId; readonly column: string },
): Identities {
  return (facts) => {
    const openView = viewOf(facts, open.form);
    const fixedView = viewOf(facts, fixed.form);
    if (!openView || !fixedView || openView.form.empty || fixedView.form.empty) return [];
    const known = knowsLines(openView) && knowsLines(fixedView, '支出');
    const found: Equation[] = [];
    for (const code of classCodes(facts, open.form, fixed.form)) {
      const left = classTerms(facts, open.form, code, open.column);
      const line = facts.operand(fixed.form, `function-${code}`, fixed.column, '支出');
      if (left === null || ((left.length === 0 || !line) && !known)) continue;
      const right: Term[] = line ? [{ sign: 1, operand: line }] : [];
      if (!line && facts.row(fixed.form, `function-${code}`, '支出')) continue;
      const anchors = [...left, ...right].map((term) => term.operand);
      const lacking = left.length === 0 ? openView : line ? null : fixedView;
      found.push(new Identity(left, right, '=', anchors, lacking && lacksClass(lacking, code)));
    }
    return found;
  };
}

function classCodes(facts: Lookup, open: FormId, fixed: FormId): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const row of facts.topRows(open)) if (row.code !== null) codes.add(row.code.slice(0, 3));
  for (const row of facts.rows(fixed)) {
    if (row.key.startsWith('function-')) codes.add(row.key.slice('function-'.length));
  }
  return codes;
}

export function lacksClass(view: FormView, code: string): Wording {
  const { title } = view.form;
  return { zh: `${title}没有 ${code} 科目`, en: `${title} has no line ${code}` };
}
