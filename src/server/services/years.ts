import { amountText, isMoneyUnit, type MoneyUnit } from '../../base/amount.js';
import { rational, rationalText } from '../../base/rational.js';
import { editionOf } from '../../editions/catalogue.js';
import type { Edition } from '../../editions/model.js';
import { type Column, type FormId, STATUTORY_FORMS } from '../../forms/model.js';
import { formOf } from '../../forms/statutory.js';
import * as facts from '../../store/facts.js';
import * as filings from '../../store/filings.js';
import type { View } from '../../store/task.js';
import * as versions from '../../store/versions.js';
import type { YearsView } from '../../workbench/view-models.js';
import { Problem } from '../problem.js';
import { filingHead } from './filing-head.js';

/** Every amount of a filing's newest version beside last year's, exactly. */
export async function yearsView(view: View, id: string): Promise<YearsView> {
  const filing = await filings.byId(view, id);
  if (filing === undefined) throw new Problem('not-found');
  const head = await filingHead(view, filing);
  const priorYear = filing.fiscalYear - 1;
  const version = await versions.byNumber(view, id, filing.latest);
  if (version === undefined) return { head, priorYear, unit: '元', tables: [] };
  const own = await facts.ofVersion(view, version.id);
  const texts = await versions.textsOf(view, version.id);
  const unit = unitOf(texts?.account ?? null);
  const before = await lastYearsAmounts(view, filing, own);
  const edition = editionOf(version.edition);
  const tables = before.size === 0 ? [] : tablesOf(own, before, unit, edition);
  return { head, priorYear, unit, tables };
}

function unitOf(account: string | null): MoneyUnit {
  const { unit } = (account === null ? {} : JSON.parse(account)) as { readonly unit?: string };
  return unit !== undefined && isMoneyUnit(unit) ? unit : '元';
}

type Amounts = ReadonlyMap<string, bigint>;

/** From last year's own account; else from what this year's document says of last year. */
async function lastYearsAmounts(
  view: View,
  { organisation, kind, fiscalYear }: filings.Filing,
  own: readonly facts.Fact[],
): Promise<Amounts> {
  const before = await filings.byKey(view, { organisation, kind, fiscalYear: fiscalYear - 1 });
  const number = before === undefined ? 0 : (before.published ?? before.latest);
  const version = number === 0 ? undefined : await versions.byNumber(view, before!.id, number);
  const theirs = version === undefined ? [] : await facts.ofVersion(view, version.id);
  const amounts = amountsOf(theirs, 'reported');
  return amounts.size > 0 ? amounts : amountsOf(own, 'prior');
}

function amountsOf(all: readonly facts.Fact[], measure: string): Amounts {
  return new Map(
    all.flatMap((fact) =>
      fact.measure === measure && fact.value !== null ? [[keyOf(fact), fact.value]] : [],
    ),
  );
}

function keyOf({ form, side, line, columnId }: facts.Fact): string {
  return [form, side ?? '', line ?? '', columnId ?? ''].join('/');
}

function tablesOf(
  own: readonly facts.Fact[],
  before: Amounts,
  unit: MoneyUnit,
  edition: Edition,
): YearsView['tables'] {
  return STATUTORY_FORMS.flatMap((form) => {
    const now = own.filter((fact) => fact.form === form && fact.measure === 'reported');
    const rows = now.flatMap((fact) => {
      const prior = before.get(keyOf(fact)) ?? null;
      // What is nothing in both years is left out: it fills the page and tells nobody anything.
      if (fact.value === null || (fact.value === 0n && (prior ?? 0n) === 0n)) return [];
      return [rowOf(fact, fact.value, prior, unit)];
    });
    const title = edition.forms.find((each) => each.form === form)?.title ?? formOf(form).title;
    return rows.length === 0 ? [] : [{ title, rows }];
  });
}

function rowOf(fact: facts.Fact, value: bigint, prior: bigint | null, unit: MoneyUnit) {
  const { form, side, item, columnId } = fact;
  const difference = prior === null ? null : value - prior;
  // Against a negative amount a rate would turn its sign.
  const rate =
    difference === null || prior === null || prior <= 0n
      ? null
      : rationalText(rational(difference * 100n, prior), 1);
  return {
    item: side === null ? item : `${side}：${item}`,
    column: columnLabel(form as FormId, columnId),
    ...{ now: amountText(value, unit), prior: prior === null ? null : amountText(prior, unit) },
    difference: difference === null ? null : amountText(difference, unit),
    rate: rate === null || rate.includes('.') ? rate : `${rate}.0`,
  };
}

function columnLabel(form: FormId, id: string | null): string {
  const columns: readonly Column[] = formOf(form).blocks.flatMap(({ columns: all }) => [...all]);
  return columns.find((column) => column.id === id)?.label ?? '';
}
