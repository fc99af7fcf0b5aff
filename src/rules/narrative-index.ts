import { type Amount, amountOf, isMoneyUnit, ZERO } from '../base/amount.js';
import { compareAmounts, sumAmounts, type Verdict } from '../base/verdict.js';
import type { Lookup, Operand } from '../facts/lookup.js';
import type { About, Figure, FigureRole, Section, Statement } from '../facts/model.js';
import { speaks } from '../facts/spoken.js';
import { cellsOf, isTwoSided } from './narrative-cells.js';
import { type FigureOperand, FigureOperands } from './narrative-operands.js';
import type { RatioVerdict } from './narrative-ratio.js';

/** A narrative figure that repeats a cell, with the verdict on it. */
export interface Copy {
  readonly figure: Figure;
  readonly statement: Statement | null;
  readonly about: About;
  readonly operand: Operand;
  /** Printed cells of this quantity, the subject's own form first; never empty. */
  readonly cells: readonly Operand[];
  /** The cell that agrees best; the first one when none does. */
  readonly cell: Operand;
  /** Null when a side is unread. */
  readonly verdict: Verdict | null;
}

/** The running text of one filing, arranged for the rules. Built once for each lookup. */
export interface Narrative {
  readonly statements: readonly Statement[];
  readonly figures: readonly Figure[];
  readonly copies: readonly Copy[];
  readonly section: (id: string) => Section | undefined;
  readonly operand: (figure: Figure) => Operand;
  /** The printed cells of a statement's subject. */
  readonly cells: (statement: Statement) => readonly Operand[];
  /** Amounts that stand for what was spent: the figure, and the cells that print it again. */
  readonly candidates: (statement: Statement) => readonly Amount[];
  /** What the printed rates of statements come to, filled as rules ask for them. */
  readonly rates: Map<Statement, RatioVerdict>;
}

const COPIED_ROLES = new Set<FigureRole>(['reported', 'budget']);

/** The narrative of a final account; empty for any other kind of document. */
export function narrativeOf(facts: Lookup): Narrative {
  return facts.once(build);
}

function build(facts: Lookup): Narrative {
  const { filing } = facts;
  const sections = new Map(filing.sections.map((section) => [section.id, section]));
  const voiced = new Set(
    filing.sections.filter((s) => speaks(s, filing.fiscalYear)).map((section) => section.id),
  );
  const checked = filing.kind === 'final-account';
  const figures = checked ? filing.figures.filter((figure) => voiced.has(figure.section)) : [];
  const statements = checked ? filing.statements.filter((s) => voiced.has(s.section)) : [];
  const owners = ownersOf(statements);
  const operands = new FigureOperands(figures, sections);
  const operand = (figure: Figure) => operands.of(figure);
  const printed = cellFinder(facts);
  const copies: Copy[] = [];
  for (const figure of figures) {
    for (const statement of owners.get(figure.id) ?? NOBODY) {
      const copy = copyOf(printed, filing.fiscalYear, figure, statement, operand);
      if (copy) copies.push(copy);
    }
  }
  const cells = once((statement: Statement) =>
    statement.about === null ? [] : printed(statement.about, statement),
  );
  const candidates = once((statement: Statement) => {
    const own = statement.reported?.value == null ? null : statement.reported.amount;
    const others = cells(statement).flatMap((cell) => cell.amount ?? []);
    return own === null ? others : [own, ...others];
  });
  const section = (id: string) => sections.get(id);
  const rates = new Map<Statement, RatioVerdict>();
  return { statements, figures, copies, section, operand, cells, candidates, rates };
}

/** Many rules ask the same of a statement. */
function once<Made>(make: (statement: Statement) => Made): (statement: Statement) => Made {
  const made = new Map<Statement, Made>();
  return (statement) => {
    const known = made.get(statement);
    if (known !== undefined) return known;
    const result = make(statement);
    made.set(statement, result);
    return result;
  };
}

/** 收入总计、支出总计均为100万元 is one figure of two statements. */
function ownersOf(statements: readonly Statement[]): ReadonlyMap<string, readonly Statement[]> {
  const owners = new Map<string, Statement[]>();
  for (const statement of statements) {
    for (const figure of [statement.reported, statement.budget]) {
      if (!figure) continue;
      const known = owners.get(figure.id);
      if (known) known.push(statement);
      else owners.set(figure.id, [statement]);
    }
  }
  return owners;
}

const NOBODY: readonly (Statement | null)[] = [null];

type Said = Pick<Figure, 'concept' | 'label'>;
type CellFinder = (about: About, said: Said) => readonly Operand[];

/** The figures of a statement share its subject, so that its cells are looked for once. */
function cellFinder(facts: Lookup): CellFinder {
  const found = new Map<About, readonly Operand[]>();
  return (about, { label, concept }) => {
    const known = found.get(about);
    if (known) return known;
    const cells = cellsOf(facts, about, `${label} ${concept ?? ''}`);
    // Without a side the words decide.
    if (about.side !== null || !isTwoSided(about.form)) found.set(about, cells);
    return cells;
  };
}

function copyOf(
  printed: CellFinder,
  fiscalYear: number | null,
  figure: Figure,
  statement: Statement | null,
  operandFor: (figure: Figure) => FigureOperand,
): Copy | null {
  const about = aboutOf(figure, statement);
  if (about === null || figure.numeral === null) return null;
  if (figure.year !== null && fiscalYear !== null && figure.year !== fiscalYear) return null;
  const cells = printed(about, statement ?? figure);
  const first = cells[0];
  if (first === undefined) return null;
  const operand = atOwnGrain(operandFor(figure), figure, first);
  const own = verdictOf(operand, first);
  if (own === 'exact')
    return { figure, statement, about, operand, cells, cell: first, verdict: own };
  const cell =
    cells.find((other) => verdictOf(operand, other) === 'exact') ??
    cells.find((other) => verdictOf(operand, other) === 'rounding') ??
    first;
  return { figure, statement, about, operand, cells, cell, verdict: verdictOf(operand, cell) };
}

/**
 * A sentence in a coarser unit than the table's was rounded once for the sentence: the digits it
 * prints are all it claims. In the table's own unit a copy has the table's digits.
 */
function atOwnGrain(operand: FigureOperand, figure: Figure, cell: Operand): FigureOperand {
  const { numeral, unit } = figure;
  if (numeral === null || unit === cell.unit || !isMoneyUnit(unit)) return operand;
  return operand.withAmount(amountOf(numeral, unit));
}

/** The cell a figure copies: what was spent, or the budget column where a form prints one. */
function aboutOf(figure: Figure, statement: Statement | null): About | null {
  if (figure.kind === 'percentage') return null;
  if (figure.role !== null && !COPIED_ROLES.has(figure.role)) return null;
  const about = statement ? statement.about : figure.about;
  if (about === null) return null;
  const threePublic = about.form === 'three-public-expenses';
  if (figure.role === 'budget') return threePublic ? { ...about, lineId: 'budget' } : null;
  return threePublic && about.lineId === null ? { ...about, lineId: 'final' } : about;
}

function verdictOf(figure: Operand, cell: Operand): Verdict | null {
  if (figure.amount === null || cell.amount === null) return null;
  return compareAmounts(figure.amount, cell.amount);
}

/** What a statement says was spent or received: its figure, or else its cell. */
export function reportedOf(narrative: Narrative, statement: Statement): Amount | null {
  if (statement.reported?.value != null) return statement.reported.amount;
  return narrative.cells(statement)[0]?.amount ?? null;
}

/** The stated change with its sign; null when there is none, or its words do not give a sign. */
export function signedChange(statement: Statement): Amount | null {
  const { change } = statement;
  if (!change || change.amount === null || change.value === null) return null;
  if (change.amount.value === 0n) return ZERO;
  if (change.direction === 0) return null;
  // 减少-5 may mean either: nothing is concluded from it.
  if (change.amount.value < 0n && change.direction < 0) return null;
  const { value, half } = change.amount;
  return { value: change.direction < 0 ? -value : value, half };
}

/** Last year's amount: as printed, or as each amount of this year and the change imply. */
export function priorsOf(narrative: Narrative, statement: Statement): readonly Amount[] {
  if (statement.prior?.amount) return [statement.prior.amount];
  const change = signedChange(statement);
  if (change === null) return [];
  return narrative.candidates(statement).map((reported) =>
    sumAmounts([
      [1, reported],
      [-1, change],
    ]),
  );
}

/** Last year's amount by the statement's own words. */
export function priorOf(narrative: Narrative, statement: Statement): Amount | null {
  return priorsOf(narrative, statement)[0] ?? null;
}
