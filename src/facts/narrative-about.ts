import type { FormId, Side } from '../forms/model.js';
import type { Concept, ConceptCell } from './lexicon-model.js';
import type { About, CellFact, FormFact, Scope } from './model.js';
import type { ItemIndex } from './narrative-items.js';

const NARROW = new Set<Scope>([
  'general-public-budget',
  'government-managed-funds',
  'state-capital-operations',
]);

/**
 * Whose money words inside a section speak of: 财政拨款 in a section on one fund means that fund.
 */
export function narrowed(section: Scope, word: Scope | null): Scope {
  if (word === null) return section;
  return word === 'appropriation' && NARROW.has(section) ? section : word;
}

/** Finds the cell of a subject in one scope; null where no statutory cell says the same. */
export class SubjectCells {
  private readonly totals = new Map<string, string | null>();

  constructor(
    forms: readonly FormFact[],
    private readonly items: ItemIndex,
  ) {
    this.noteTotals(forms);
    this.columns = new Set(
      forms.flatMap(({ form, cells }) => cells.map((cell) => `${form}/${cell.columnId}`)),
    );
  }

  private readonly columns: ReadonlySet<string>;

  /** `section` is the scope of the section, `scope` that of the words. */
  ofConcept(concept: Concept, scope: Scope, section: Scope): About | null {
    const { cells } = concept;
    if (concept.id === 'operating-expenses') return this.operating();
    if (!cells) return null;
    if (concept.id === 'scoped-income' && section === 'all-funds') return incomeColumn(scope);
    const own = cells[scope] ?? onlyCell(cells);
    if (own) return this.existing(own);
    const fund = this.fundTotal(concept, scope);
    if (fund) return fund;
    const general = cells['general-public-budget'];
    return general && this.isAllGeneral(scope) ? aboutOf(general) : null;
  }

  ofFunction(code: string, scope: Scope): About | null {
    const form: FormId =
      scope === 'all-funds'
        ? 'expenditure'
        : scope === 'government-managed-funds' || scope === 'state-capital-operations'
          ? scope
          : 'general-public-budget-expenditure';
    if (scope === 'appropriation' && code.length === 3) return appropriationLine(code, 'total');
    if (scope === 'appropriation' && !this.isAllGeneral(scope)) {
      // An item that one fund alone pays is that fund's item.
      const only = FUND_FORMS.filter((fund) => this.items.isIn(fund, code));
      if (only.length !== 1) return null;
      return {
        form: only[0]!,
        lineId: null,
        columnId: FUNCTION_COLUMN[only[0]!]!,
        code,
        side: null,
      };
    }
    if (code.length === 3 && !this.items.isIn(form, code)) {
      if (scope === 'general-public-budget') return appropriationLine(code, scope);
      if (scope === 'all-funds') return summaryLine(code);
    }
    return { form, lineId: null, columnId: FUNCTION_COLUMN[form] ?? 'total', code, side: null };
  }

  /** Economic items are printed for the general public budget only. */
  ofEconomic(code: string, scope: Scope): About | null {
    if (scope !== 'general-public-budget' && !this.isAllGeneral(scope)) return null;
    return { form: 'basic-expenditure', lineId: null, columnId: 'basic', code, side: null };
  }

  private existing(cell: ConceptCell): About | null {
    // 会议费 and 培训费 stand in the 三公 table in some editions only.
    if (cell.form !== 'three-public-expenses') return aboutOf(cell);
    const optional = /^(?:conference|training|reception-)/.test(cell.column);
    return optional && !this.columns.has(`${cell.form}/${cell.column}`) ? null : aboutOf(cell);
  }

  /** One of the two lines prints the amount where only one kind of unit reports. */
  private operating(): About | null {
    const lines = ['operating-administrative', 'operating-civil-service-managed'];
    const filled = lines.filter((line) => this.totals.get(`related-information/${line}/value`));
    const line = filled.length === 1 ? filled[0]! : null;
    return line === null ? null : aboutOf({ form: 'related-information', line, column: 'value' });
  }

  /** 政府性基金预算财政拨款收入总计 is the form's income where nothing was carried over. */
  private fundTotal(concept: Concept, scope: Scope): About | null {
    if (scope !== 'government-managed-funds' && scope !== 'state-capital-operations') return null;
    const isIncome = concept.id === 'income-total';
    if (!isIncome && concept.id !== 'expenditure-total') return null;
    const balance = `${scope}/total/${isIncome ? 'opening' : 'closing'}`;
    if (this.totals.get(balance) !== null) return null;
    const column = isIncome ? 'income' : 'expenditure';
    return aboutOf({ form: scope, line: 'total', column });
  }

  /** Whether the tables print the same total for this scope as for the general public budget. */
  private isAllGeneral(scope: Scope): boolean {
    const general = this.totals.get('general-public-budget-expenditure/total/basic');
    if (scope === 'all-funds') {
      return general != null && general === this.totals.get('expenditure/total/basic');
    }
    if (scope !== 'appropriation') return scope === 'general-public-budget';
    const all = this.totals.get('appropriation-summary/current-expenditure/total');
    return (
      all != null &&
      all === this.totals.get('appropriation-summary/current-expenditure/general-public-budget')
    );
  }

  private noteTotals(forms: readonly FormFact[]): void {
    for (const form of forms) {
      for (const cell of form.cells) {
        if (cell.lineId === null || cell.side === '收入') continue;
        const key = `${form.form}/${cell.lineId}/${cell.columnId}`;
        if (!this.totals.has(key)) this.totals.set(key, amountKey(cell));
      }
    }
  }
}

const FUND_FORMS: readonly FormId[] = [
  'general-public-budget-expenditure',
  'government-managed-funds',
  'state-capital-operations',
];

const FUNCTION_COLUMN: Partial<Record<FormId, string>> = {
  expenditure: 'current-year',
  'general-public-budget-expenditure': 'total',
  'government-managed-funds': 'expenditure',
  'state-capital-operations': 'expenditure',
};

function amountKey(cell: CellFact): string | null {
  return cell.amount && cell.amount.value !== 0n ? cell.amount.value.toString() : null;
}

function aboutOf(cell: ConceptCell): About {
  const side: Side | null = cell.side ?? null;
  return { form: cell.form, lineId: cell.line, columnId: cell.column, code: null, side };
}

/** Tables that print one quantity whatever the section is called. */
function onlyCell(cells: NonNullable<Concept['cells']>): ConceptCell | null {
  const all = Object.values(cells);
  const cell = all.length === 1 ? all[0]! : null;
  const scopeless = ['related-information', 'three-public-expenses'];
  return cell && scopeless.includes(cell.form) ? cell : null;
}

function incomeColumn(scope: Scope): About | null {
  if (scope === 'all-funds') return null;
  const cell: ConceptCell =
    scope === 'appropriation'
      ? { form: 'income', line: 'total', column: 'appropriation' }
      : { form: 'income-expenditure-summary', line: scope, column: 'amount', side: '收入' };
  return aboutOf(cell);
}

function appropriationLine(code: string, column: string): About {
  const line = `function-${code}`;
  return aboutOf({ form: 'appropriation-summary', line, column, side: '支出' });
}

function summaryLine(code: string): About {
  const line = `function-${code}`;
  const form = 'income-expenditure-summary';
  return aboutOf({ form, line, column: 'amount', side: '支出' });
}
