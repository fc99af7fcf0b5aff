import {
  APPROPRIATION_FUNDS,
  type Entry,
  type Fund,
  type FundLine,
  isPublic,
  type Ledger,
  type OwnIncome,
  sum,
} from './ledger.js';

/** Every total a document prints, as a sum over the ledger. Amounts are cents. */
export class Books {
  readonly ledger: Ledger;

  constructor(ledger: Ledger) {
    this.ledger = ledger;
  }

  spent(keep: (entry: Entry) => boolean): bigint {
    return sum(this.ledger.entries.filter(keep));
  }

  spentBy(fund: Fund | null, prefix: string, nature: Entry['nature'] | null = null): bigint {
    return this.spent(
      (e) =>
        (fund === null || e.fund === fund) &&
        e.code.startsWith(prefix) &&
        (nature === null || e.nature === nature),
    );
  }

  balance(
    fund: Fund | null,
    part: 'opening' | 'income' | 'expenditure' | 'closing',
    prefix = '',
  ): bigint {
    let total = 0n;
    for (const line of this.ledger.lines) {
      if ((fund === null || line.fund === fund) && line.code.startsWith(prefix))
        total += line[part];
    }
    return total;
  }

  /** The same over the three appropriation funds. */
  appropriated(part: 'opening' | 'income' | 'expenditure' | 'closing', prefix = ''): bigint {
    return APPROPRIATION_FUNDS.reduce((a, fund) => a + this.balance(fund, part, prefix), 0n);
  }

  own(kind: OwnIncome, prefix = ''): bigint {
    return sum(this.ledger.ownIncomes.filter((l) => l.kind === kind && l.code.startsWith(prefix)));
  }

  /** 总计 of the summary: income, surplus used and the opening balance. */
  grandTotal(): bigint {
    return this.balance(null, 'income') + this.ledger.useOfSurplus + this.balance(null, 'opening');
  }

  appropriationTotal(): bigint {
    return this.appropriated('income') + this.appropriated('opening');
  }

  priorGrandTotal(): bigint {
    const { priorExpenditure } = this.ledger;
    const spent = Object.values(priorExpenditure).reduce((a, b) => a + b, 0n);
    return spent + this.balance(null, 'opening');
  }

  priorAppropriation(): bigint {
    return APPROPRIATION_FUNDS.reduce((a, fund) => a + this.ledger.priorExpenditure[fund], 0n);
  }

  economic(prefix: string, natures: readonly Entry['nature'][]): bigint {
    return this.spent(
      (e) =>
        e.fund === 'general-public-budget' &&
        e.economic.startsWith(prefix) &&
        natures.includes(e.nature),
    );
  }

  personnel(natures: readonly Entry['nature'][]): bigint {
    return this.economic('301', natures) + this.economic('303', natures);
  }

  publicFunds(natures: readonly Entry['nature'][]): bigint {
    return this.spent(
      (e) =>
        e.fund === 'general-public-budget' && isPublic(e.economic) && natures.includes(e.nature),
    );
  }

  /** Codes with their ancestors, ascending, of the lines that pass. */
  codes(keep: (line: FundLine) => boolean): string[] {
    const all = new Set<string>();
    for (const line of this.ledger.lines) {
      if (!keep(line)) continue;
      all.add(line.code.slice(0, 3));
      all.add(line.code.slice(0, 5));
      all.add(line.code);
    }
    return [...all].sort();
  }

  threePublicTotal(which: 'budget' | 'final' | 'prior'): bigint {
    return Object.values(this.ledger.threePublic).reduce((a, item) => a + item[which], 0n);
  }

  vehicles(which: 'budget' | 'final' | 'prior'): bigint {
    const { threePublic } = this.ledger;
    return threePublic['vehicle-purchase'][which] + threePublic['vehicle-operation'][which];
  }

  budgetTotal(nature: 'basic' | 'project' | null = null, prefix = ''): bigint {
    let total = 0n;
    for (const [code, budget] of this.ledger.budgets) {
      if (!code.startsWith(prefix)) continue;
      total += nature === null ? budget.basic + budget.project : budget[nature];
    }
    return total;
  }
}
