import type { Amount } from '../base/amount.js';
import type { Place } from '../base/place.js';
import type { Lookup, Operand } from '../facts/lookup.js';
import type { Figure, Statement } from '../facts/model.js';
import type { Instance, Judgement, Rule } from './model.js';
import { ARITHMETIC } from './narrative-basis.js';
import { type CellName, cellsOf, operandAt } from './narrative-cells.js';
import { NARRATIVE_EXAMPLES } from './narrative-examples.js';
import { type Narrative, narrativeOf } from './narrative-index.js';
import { fails, figureText, holds, rounding, undecided } from './narrative-judge.js';
import { judgeRatio, type Quotient, type RatioVerdict } from './narrative-ratio.js';

/** Words after 占 that name a cell as the whole, longest first where one contains the other. */
const WHOLES: readonly (readonly [words: RegExp, cells: readonly CellName[]])[] = [
  [
    /^财政拨款支出/,
    [
      ['appropriation-summary', 'current-expenditure', 'total', '支出'],
      ['general-public-budget-expenditure', 'total', 'total', null],
    ],
  ],
  [/^一般公共预算财政拨款支出/, [['general-public-budget-expenditure', 'total', 'total', null]]],
  [/收入总计$/, [['income-expenditure-summary', 'total', 'amount', '收入']]],
  [/支出总计$/, [['income-expenditure-summary', 'total', 'amount', '支出']]],
  [/收入合计$/, [['income-expenditure-summary', 'current-income', 'amount', '收入']]],
  [/支出合计$/, [['income-expenditure-summary', 'current-expenditure', 'amount', '支出']]],
  [/项目支出(?:总额)?$/, [['expenditure', 'total', 'project', null]]],
  [/^三公经费(?:财政拨款)?支出(?:决算)?$/, [['three-public-expenses', 'final', 'total', null]]],
  [
    /^(?:政府采购|采购)(?:支出)?(?:合同)?总额$/,
    [['related-information', 'procurement-total', 'value', null]],
  ],
];

/** Totals that a share is often taken of by mistake. */
const USUAL_WHOLES: readonly CellName[] = [
  ['income-expenditure-summary', 'current-expenditure', 'amount', '支出'],
  ['income-expenditure-summary', 'total', 'amount', '支出'],
  ['appropriation-summary', 'current-expenditure', 'total', '支出'],
  ['general-public-budget-expenditure', 'total', 'total', null],
  ['expenditure', 'total', 'project', null],
  ['expenditure', 'total', 'basic', null],
];

interface Whole {
  readonly amount: Amount;
  readonly label: string;
  readonly printed: string;
  /** Rests on a table cell. */
  readonly certain: boolean;
  readonly place: Place;
}

interface Share {
  readonly statement: Statement;
  readonly share: Figure;
  readonly words: string | null;
  readonly wholes: readonly Whole[];
  readonly parts: readonly Amount[];
  readonly partCertain: boolean;
  readonly result: RatioVerdict;
  /** The whole is a cell that could not be read. */
  readonly unread: Operand | null;
}

function sharesOf(facts: Lookup): readonly Share[] {
  return facts.once(sharesIn);
}

function sharesIn(facts: Lookup): readonly Share[] {
  const narrative = narrativeOf(facts);
  const figures = new Map(narrative.figures.map((figure) => [figure.id, figure]));
  const copied = new Map(narrative.copies.map((copy) => [copy.figure.id, copy]));
  const cellOf = (figure: Figure): Operand | undefined => {
    const copy = copied.get(figure.id);
    return copy && copy.verdict !== null && copy.verdict !== 'wrong' ? copy.cell : undefined;
  };
  return narrative.statements.flatMap((statement): readonly Share[] => {
    const { share, reported } = statement;
    if (!share?.numeral) return [];
    const words = wholeWords(statement, share);
    const base = share.base === null ? undefined : figures.get(share.base);
    const named = share.baseAbout ? cellsOf(facts, share.baseAbout, words ?? '') : [];
    const cell = base && cellOf(base);
    const wholes = wholesOf(facts, narrative, words, base, cell ? [cell, ...named] : named);
    const cells = narrative.cells(statement).flatMap((cell) => cell.amount ?? []);
    const parts = reported?.value != null && reported.amount ? [reported.amount, ...cells] : cells;
    const result = judgeRatio(share.numeral, 100n, quotients(parts, wholes));
    const partCertain = reported?.value != null && cellOf(reported) !== undefined;
    const unread = wholes.length > 0 ? null : (named.find(({ amount }) => amount === null) ?? null);
    return [{ statement, share, words, wholes, parts, partCertain, result, unread }];
  });
}

function quotients(parts: readonly Amount[], wholes: readonly Whole[]): readonly Quotient[] {
  return wholes.flatMap((whole) => parts.map((part) => ({ part, whole: whole.amount })));
}

/** 占…的: the words between, without quotation marks and the document's own 本年, 本部门. */
function wholeWords(statement: Statement, share: Figure): string | null {
  const text = statement.place.text?.replace(/[\s“”"]/g, '') ?? '';
  const value = share.place.text?.replace(/[\s%％]/g, '') || share.value;
  if (!value) return null;
  const at = text.indexOf(`${value}%`) >= 0 ? text.indexOf(`${value}%`) : text.indexOf(value);
  const before = at < 0 ? '' : text.slice(Math.max(0, at - 40), at);
  const found = /占([^占，。；,;]{2,30}?)的?(?:比例|比重)?[为是]?$/.exec(before);
  return found ? found[1]!.replace(/^(?:本年度?|当年|全部)/, '') : null;
}

function wholesOf(
  facts: Lookup,
  narrative: Narrative,
  words: string | null,
  base: Figure | undefined,
  printedCells: readonly Operand[],
): readonly Whole[] {
  const wholes: Whole[] = [];
  if (base) {
    const { amount, label } = narrative.operand(base);
    if (amount) {
      wholes.push({
        amount,
        label,
        printed: figureText(base),
        certain: printedCells.length > 0,
        place: base.place,
      });
    }
  }
  const named = words === null ? undefined : WHOLES.find(([pattern]) => pattern.test(words));
  const cells = (named?.[1] ?? []).flatMap((name) => operandAt(facts, name) ?? []);
  for (const operand of new Set([...printedCells, ...cells])) {
    if (operand.amount) {
      const printed = `${operand.printed ?? '空白'}${operand.unit}`;
      wholes.push({
        amount: operand.amount,
        label: operand.label,
        printed,
        certain: true,
        place: operand.place,
      });
    }
  }
  return wholes;
}

function* shareInstances(facts: Lookup): Iterable<Instance> {
  const narrative = narrativeOf(facts);
  for (const share of sharesOf(facts)) {
    const { verdict } = share.result;
    const keyed = () => narrative.operand(share.share).key;
    const places = placesOf(share);
    if (share.unread) {
      yield undecided(keyed(), [...places, share.unread.place], {
        zh: `${share.unread.label}未能读出，无法核对占比`,
        en: `${share.unread.label} could not be read`,
      });
    }
    if (verdict === null) {
      if (isShareOfNothing(share)) yield shareOfNothing(keyed(), share);
      continue;
    }
    if (verdict === 'exact') yield holds(places);
    else if (verdict === 'rounding') yield rounding(places);
    else yield shareFailure(facts, narrative, share, keyed());
  }
}

/** Nothing is no part of anything; 0 of 0 has no share at all. */
function isShareOfNothing({ statement, share, wholes }: Share): boolean {
  const part = statement.reported?.numeral?.digits;
  return part === 0n && share.numeral!.digits !== 0n && wholes.length > 0;
}

function shareOfNothing(key: string, share: Share): Judgement {
  const { label } = share.statement;
  const said = figureText(share.share);
  return fails(
    key,
    placesOf(share),
    {
      zh: `“${label}”为0，占比却写作${said}，请核实`,
      en: `“${label}” is zero, yet its share is ${said}`,
    },
    { reported: share.share.value, unit: '%', severity: 'warning' },
  );
}

function shareFailure(facts: Lookup, narrative: Narrative, share: Share, key: string): Judgement {
  const { statement, share: figure, wholes, result } = share;
  const whole = wholes[0]!;
  const certain = share.partCertain && wholes.every((each) => each.certain);
  const hint = otherWhole(facts, share);
  const said = figureText(figure);
  const computed = `${result.computed}%`;
  return fails(
    key,
    placesOf(share),
    {
      zh:
        `“${statement.label}”占${whole.label}${whole.printed}的比` +
        `例写作${said}，按其计算应为${computed}，不一致${hint?.zh ?? ''}，请核实`,
      en:
        `The share ${said} of “${statement.label}” in ${whole.label}` +
        ` is ${computed} by its amounts${hint?.en ?? ''}`,
    },
    {
      expected: certain ? result.computed : null,
      reported: figure.value,
      unit: '%',
      operands: [statement.reported, figure].flatMap((f) => (f ? [narrative.operand(f)] : [])),
      ...(severityOf(share) ?? {}),
    },
  );
}

/** 部门预算项目支出 may mean the budget's projects: the account alone does not prove it. */
function severityOf({ words, result }: Share): { readonly severity: 'warning' } | null {
  return result.verdict === 'cut' ||
    (words !== null && /预算/.test(words.replace('一般公共预算', '')))
    ? { severity: 'warning' }
    : null;
}

function otherWhole(facts: Lookup, { share, parts }: Share) {
  for (const name of USUAL_WHOLES) {
    const operand = operandAt(facts, name);
    if (!operand?.amount) continue;
    const ways = parts.map((part) => ({ part, whole: operand.amount! }));
    const { verdict } = judgeRatio(share.numeral!, 100n, ways);
    if (verdict === 'exact' && share.numeral!.digits !== 0n) {
      return {
        zh: `（等于对${operand.label}${operand.printed}的比例）`,
        en: ` (it is the share in ${operand.label})`,
      };
    }
  }
  return null;
}

function placesOf({ statement, share, wholes }: Share): readonly Place[] {
  const part = statement.reported ? [statement.reported.place] : [];
  return [share.place, ...part, ...wholes.slice(0, 1).map(({ place }) => place)];
}

/** A part is never more than its whole; a fall is never more than all of it. */
function* limitInstances(facts: Lookup): Iterable<Instance> {
  const narrative = narrativeOf(facts);
  const judged = new Set(
    sharesOf(facts).flatMap(({ share, result }) => (result.verdict === null ? [] : [share.id])),
  );
  const changed = new Set(
    narrative.statements.flatMap(({ change, rate }) => (change && rate ? [rate.id] : [])),
  );
  for (const figure of narrative.figures) {
    if (!figure.numeral || figure.unit !== '%') continue;
    const isShare = figure.role === 'share' && !judged.has(figure.id);
    const isFall = figure.role === 'rate' && figure.direction < 0 && !changed.has(figure.id);
    if (isShare) yield withinHundred(narrative, figure, '占比', 'share');
    else if (isFall) yield withinHundred(narrative, figure, '降幅', 'fall');
  }
}

function withinHundred(narrative: Narrative, figure: Figure, zh: string, en: string): Judgement {
  const { digits, decimals } = figure.numeral!;
  const hundred = 100n * 10n ** BigInt(decimals);
  if (digits <= hundred) return holds([figure.place]);
  const said = figureText(figure);
  return fails(
    `${narrative.operand(figure).key}/limit`,
    [figure.place],
    {
      zh: `“${figure.label}”${zh}${said}超过100%，请核实`,
      en: `“${figure.label}”: a ${en} of ${said} is more than 100%`,
    },
    { reported: figure.value, unit: '%' },
  );
}

/** Shares of wholes. */
export const SHARE_RULES: readonly Rule[] = [
  {
    id: 'narrative.share',
    title: { zh: '占比等于部分除以总体', en: 'Share = part / whole' },
    severity: 'error',
    editions: null,
    years: null,
    basis: ARITHMETIC,
    remedy: {
      zh: '按句中所说的总体重新计算占比，改正有误的一个数。',
      en: 'Compute the share again of the whole that the sentence names.',
    },
    examples: NARRATIVE_EXAMPLES['narrative.share'],
    instances: shareInstances,
  },
  {
    id: 'narrative.share-limit',
    title: { zh: '占比、降幅不超过100%', en: 'No share and no fall above 100%' },
    severity: 'error',
    editions: null,
    years: null,
    basis: ARITHMETIC,
    remedy: { zh: '核对百分比及其分子、分母。', en: 'Check the percentage and its amounts.' },
    examples: NARRATIVE_EXAMPLES['narrative.share-limit'],
    instances: limitInstances,
  },
];
