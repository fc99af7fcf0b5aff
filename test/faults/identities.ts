import type { FormId, Side } from '../../src/forms/model.js';
import type { CellTarget } from './model.js';

/** Hundredths of the printed unit; blank is zero, a dash too. */
export function hundredths(value: string | null): bigint | null {
  if (value === null) return 0n;
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(value.replace(/,/g, ''));
  if (!match) return /^[—─-]+$/.test(value) ? 0n : null;
  const digits = BigInt(match[2]! + (match[3] ?? '').padEnd(2, '0'));
  return match[1] ? -digits : digits;
}

type Ref = string;

/** What a fault adds to a cell, in hundredths of the printed unit. */
export interface Change {
  readonly cell: CellTarget;
  readonly delta: bigint;
}

/** Left and right must sum to the same; the keys are those of `cellKey`. */
export interface Identity {
  readonly left: readonly Ref[];
  readonly right: readonly Ref[];
}

export function cellKey(form: FormId, side: Side | null, key: string, columnId: string): Ref {
  return `${form}|${side ?? ''}|${key}|${columnId}`;
}

export function keyOf(cell: CellTarget): Ref {
  return cellKey(cell.form, cell.side, cell.key, cell.columnId);
}

/**
 * The articulation of a final account, written apart from the rules, so that what a fault can be
 * revealed by is not decided by the rules under test.
 */
export class Articulation {
  private readonly cells = new Map<Ref, CellTarget>();
  private readonly keys = new Map<FormId, Set<string>>();
  private readonly found: Identity[] = [];
  private readonly byCell = new Map<Ref, Identity[]>();

  constructor(cells: readonly CellTarget[]) {
    for (const cell of cells) {
      this.cells.set(keyOf(cell), cell);
      const keys = this.keys.get(cell.form) ?? new Set();
      keys.add(cell.key);
      this.keys.set(cell.form, keys);
    }
    this.openForms();
    this.summaries();
    this.acrossForms();
    this.details();
    for (const identity of this.found) {
      for (const ref of [...identity.left, ...identity.right]) {
        const list = this.byCell.get(ref);
        if (list) list.push(identity);
        else this.byCell.set(ref, [identity]);
      }
    }
  }

  /** Whether these changes, in hundredths, leave some identity beyond its rounding slack. */
  reveals(changes: readonly Change[], exact: boolean): boolean {
    const deltas = new Map(changes.map(({ cell, delta }) => [keyOf(cell), delta]));
    const touched = new Set([...deltas.keys()].flatMap((ref) => this.byCell.get(ref) ?? []));
    return [...touched].some(({ left, right }) => {
      const after = (refs: readonly Ref[]) =>
        refs.reduce((sum, ref) => sum + this.amount(ref) + (deltas.get(ref) ?? 0n), 0n);
      const terms = [...left, ...right].filter((ref) => this.amount(ref) !== 0n);
      const off = after(left) - after(right);
      return 2n * (off < 0n ? -off : off) > (exact ? 0n : BigInt(terms.length + 1));
    });
  }

  /** Every cell that stands in an identity with one of these. */
  related(cells: readonly CellTarget[]): CellTarget[] {
    const identities = cells.flatMap((cell) => this.byCell.get(keyOf(cell)) ?? []);
    const refs = new Set(identities.flatMap(({ left, right }) => [...left, ...right]));
    return [...refs].flatMap((ref) => this.cells.get(ref) ?? []);
  }

  private amount(ref: Ref): bigint {
    return hundredths(this.cells.get(ref)?.value ?? null) ?? 0n;
  }

  /** Adds an identity when its left side is printed; absent addends are zero. */
  private add(left: readonly Ref[], right: readonly Ref[]): void {
    if (!left.every((ref) => this.cells.has(ref))) return;
    const present = right.filter((ref) => this.cells.has(ref));
    if (present.length > 0) this.found.push({ left, right: present });
  }

  private columns(form: FormId): string[] {
    return [
      ...new Set([...this.cells.values()].filter((c) => c.form === form).map((c) => c.columnId)),
    ];
  }

  private codes(form: FormId): string[] {
    return [...(this.keys.get(form) ?? [])].filter((key) => /^\d+$/.test(key));
  }

  private openForms(): void {
    const rows: Partial<Record<FormId, readonly [string, readonly string[]]>> = {
      income: [
        'current-year',
        ['appropriation', 'superior-subsidy', 'institution', 'business', 'affiliated', 'other'],
      ],
      expenditure: [
        'current-year',
        ['basic', 'project', 'remitted-to-superior', 'business', 'subsidy-to-affiliated'],
      ],
      'general-public-budget-expenditure': ['total', ['basic', 'project']],
      'government-managed-funds': ['expenditure', ['basic', 'project']],
      'state-capital-operations': ['expenditure', ['basic', 'project']],
    };
    for (const [id, [whole, parts]] of Object.entries(rows) as [FormId, [string, string[]]][]) {
      const codes = this.codes(id);
      const at = (key: string, column: string) => cellKey(id, null, key, column);
      for (const key of ['total', ...codes]) {
        this.add(
          [at(key, whole)],
          parts.map((part) => at(key, part)),
        );
        if (this.cells.has(at(key, 'opening'))) {
          this.add(
            [at(key, 'opening'), at(key, 'income')],
            [at(key, 'expenditure'), at(key, 'closing')],
          );
        }
      }
      for (const column of this.columns(id)) {
        const under = (parent: string) =>
          codes.filter((c) => c.length === parent.length + 2 && c.startsWith(parent));
        const classes = codes.filter((c) => c.length === 3);
        this.add(
          [at('total', column)],
          classes.map((c) => at(c, column)),
        );
        for (const parent of codes.filter((c) => c.length < 7)) {
          this.add(
            [at(parent, column)],
            under(parent).map((c) => at(c, column)),
          );
        }
      }
    }
  }

  private summaries(): void {
    const form = 'income-expenditure-summary';
    const left = (key: string) => cellKey(form, '收入', key, 'amount');
    const right = (key: string) => cellKey(form, '支出', key, 'amount');
    const funds = ['general-public-budget', 'government-managed-funds', 'state-capital-operations'];
    const own = ['superior-subsidy', 'institution', 'business', 'affiliated', 'other'];
    const functions = [...(this.keys.get(form) ?? [])].filter((key) => key.startsWith('function-'));
    this.add([left('current-income')], [...funds, ...own].map(left));
    this.add([left('appropriation')], funds.map(left));
    this.add([right('current-expenditure')], functions.map(right));
    this.add([left('total')], ['current-income', 'use-of-surplus', 'opening-balance'].map(left));
    this.add(
      [right('total')],
      ['current-expenditure', 'surplus-distribution', 'closing-balance'].map(right),
    );
    this.add([left('total')], [right('total')]);
    const id = 'appropriation-summary';
    const given = (key: string) => cellKey(id, '收入', key, 'amount');
    const across = (key: string, column: string) => cellKey(id, '支出', key, column);
    const used = [...(this.keys.get(id) ?? [])].filter((key) => key.startsWith('function-'));
    this.add([given('current-income')], funds.map(given));
    this.add(
      [given('opening-balance')],
      funds.map((fund) => given(`opening-${fund}`)),
    );
    this.add([given('total')], ['current-income', 'opening-balance'].map(given));
    this.add([given('total')], [across('total', 'total')]);
    for (const key of [...used, 'current-expenditure', 'closing-balance', 'total']) {
      this.add(
        [across(key, 'total')],
        funds.map((fund) => across(key, fund)),
      );
    }
    for (const column of ['total', ...funds]) {
      this.add(
        [across('current-expenditure', column)],
        used.map((key) => across(key, column)),
      );
      this.add(
        [across('total', column)],
        ['current-expenditure', 'closing-balance'].map((key) => across(key, column)),
      );
    }
    for (const fund of funds) {
      this.add([across('total', fund)], [given(fund), given(`opening-${fund}`)]);
    }
  }

  private acrossForms(): void {
    const summary = (side: Side, key: string) =>
      cellKey('income-expenditure-summary', side, key, 'amount');
    const across = (key: string, column: string) =>
      cellKey('appropriation-summary', '支出', key, column);
    const pairs: (readonly [Ref, Ref])[] = [
      [cellKey('income', null, 'total', 'current-year'), summary('收入', 'current-income')],
      [
        cellKey('expenditure', null, 'total', 'current-year'),
        summary('支出', 'current-expenditure'),
      ],
      [
        cellKey('income', null, 'total', 'appropriation'),
        cellKey('appropriation-summary', '收入', 'current-income', 'amount'),
      ],
      [
        cellKey('general-public-budget-expenditure', null, 'total', 'total'),
        across('current-expenditure', 'general-public-budget'),
      ],
    ];
    for (const kind of ['superior-subsidy', 'institution', 'business', 'affiliated', 'other']) {
      pairs.push([cellKey('income', null, 'total', kind), summary('收入', kind)]);
    }
    for (const code of this.codes('expenditure').filter((c) => c.length === 3)) {
      pairs.push([
        cellKey('expenditure', null, code, 'current-year'),
        summary('支出', `function-${code}`),
      ]);
      pairs.push([
        cellKey('general-public-budget-expenditure', null, code, 'total'),
        across(`function-${code}`, 'general-public-budget'),
      ]);
    }
    for (const fund of ['government-managed-funds', 'state-capital-operations'] as const) {
      pairs.push([
        cellKey(fund, null, 'total', 'expenditure'),
        across('current-expenditure', fund),
      ]);
      pairs.push([
        cellKey(fund, null, 'total', 'income'),
        cellKey('appropriation-summary', '收入', fund, 'amount'),
      ]);
    }
    for (const [a, b] of pairs) this.add([a], this.cells.has(b) ? [b] : []);
  }

  private details(): void {
    const codes = this.codes('basic-expenditure');
    for (const column of ['amount', 'basic']) {
      const at = (key: string) => cellKey('basic-expenditure', null, key, column);
      const types = codes.filter((c) => c.length === 3);
      for (const type of types) {
        this.add([at(type)], codes.filter((c) => c.length === 5 && c.startsWith(type)).map(at));
      }
      const personnel: readonly string[] = types.filter((c) => c === '301' || c === '303');
      this.add([at('personnel-total')], personnel.map(at));
      this.add([at('public-total')], types.filter((c) => !personnel.includes(c)).map(at));
      const whole = column === 'amount' ? 'total' : 'basic';
      this.add(
        [cellKey('general-public-budget-expenditure', null, 'total', whole)],
        [at('personnel-total'), at('public-total')],
      );
    }
    for (const measure of ['budget', 'final']) {
      const at = (column: string) => cellKey('three-public-expenses', null, measure, column);
      this.add([at('total')], ['abroad', 'vehicles', 'reception'].map(at));
      this.add([at('vehicles')], ['vehicle-purchase', 'vehicle-operation'].map(at));
    }
    const info = (key: string) => cellKey('related-information', null, key, 'value');
    this.add(
      [info('procurement-total')],
      ['goods', 'works', 'services'].map((k) => info(`procurement-${k}`)),
    );
    const kinds = [...(this.keys.get('related-information') ?? [])].filter(
      (key) => key.startsWith('vehicles-') && key !== 'vehicles-total',
    );
    this.add([info('vehicles-total')], kinds.map(info));
  }
}
