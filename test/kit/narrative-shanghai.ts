import type { Books } from './books.js';
import { FUNCTION_NAMES, functionName } from './catalogue.js';
import type { Entry, Item } from './ledger.js';
import { against, itemName, nonZeroShares } from './narrative-shaanxi.js';
import {
  assetsSentence,
  economicNames,
  expenditureParts,
  generalCodes,
  incomeParts,
} from './narrative-shanxi.js';
import { body, type Paragraph, type Part, type Prose, parts, say, title } from './prose.js';

const BASIC: readonly Entry['nature'][] = ['basic'];

/** What differs between the places that use this wording. */
export interface ShanghaiWords {
  /** 与2023年度相比 */
  readonly than: (prior: number) => string;
  readonly completion: string;
  readonly budget: string;
}

const SHANGHAI: ShanghaiWords = {
  than: (prior) => `与 ${prior} 年度相比，`,
  completion: '完成年初预算的',
  budget: '年初预算为',
};

/** 第三部分 in the wording of the Shanghai edition, or of a place near it. */
export function shanghaiNarrative(books: Books, prose: Prose, words = SHANGHAI): Paragraph[] {
  return [
    ...overview(books, prose, words),
    ...generalBudget(books, prose, words),
    ...threePublic(books, prose, words),
    ...others(books, prose, words),
  ];
}

function whole(
  books: Books,
  prose: Prose,
  words: ShanghaiWords,
  name: string,
  current: bigint,
  prior: bigint,
): Paragraph {
  const { unit, year } = books.ledger;
  return body(
    say`${unit}${String(year)}年度${name}${prose.amount(name, current)}。`,
    say`${words.than(year - 1)}${name}${prose.change(name, current, prior)}。主要原因：工作安排变动。`,
  );
}

function overview(books: Books, prose: Prose, words: ShanghaiWords): Paragraph[] {
  const income = books.balance(null, 'income');
  const spent = books.balance(null, 'expenditure');
  const fiscal = books.appropriationTotal();
  const priorFiscal = books.priorAppropriation() + books.appropriated('opening');
  return [
    title(2, '一、收入支出决算总体情况说明'),
    whole(books, prose, words, '收入支出总计', books.grandTotal(), books.priorGrandTotal()),
    title(2, '二、收入决算情况说明'),
    body(
      say`本年收入合计${prose.amount('本年收入合计', income)}，其中：`,
      nonZeroShares(prose, incomeParts(books), income),
    ),
    title(2, '三、支出决算情况说明'),
    body(
      say`本年支出合计${prose.amount('本年支出合计', spent)}，其中：`,
      nonZeroShares(prose, expenditureParts(books), spent),
    ),
    title(2, '四、财政拨款收入支出决算总体情况说明'),
    whole(books, prose, words, '财政拨款收入支出总计', fiscal, priorFiscal),
  ];
}

function generalBudget(books: Books, prose: Prose, words: ShanghaiWords): Paragraph[] {
  const { year, priorExpenditure, budgets } = books.ledger;
  const own = 'general-public-budget';
  const name = '一般公共预算财政拨款支出';
  const spent = books.spentBy(own, '');
  const budget = books.budgetTotal();
  const classes = generalCodes(books, 3).map(
    (c) => [`${FUNCTION_NAMES[c]!}（类）`, books.spentBy(own, c)] as const,
  );
  const items = generalCodes(books, 7).map((c, i) => {
    const b = (budgets.get(c)?.basic ?? 0n) + (budgets.get(c)?.project ?? 0n);
    const s = books.spentBy(own, c);
    return body(
      parts(
        say`${String(i + 1)}.${itemName(c)}，`,
        say`${words.budget}${prose.amount(functionName(c), b, 'budget')}，`,
        say`支出决算为${prose.amount(functionName(c), s)}。`,
      ),
      `${against(s, b, '预算数')}。`,
    );
  });
  const personnel = books.personnel(BASIC);
  const daily = books.publicFunds(BASIC);
  return [
    title(2, '五、一般公共预算财政拨款支出决算情况说明'),
    title(3, '（一）一般公共预算财政拨款支出决算总体情况'),
    body(
      parts(
        say`${name}${prose.amount(name, spent)}，占本年支出合计的`,
        say`${prose.percent(name, spent, books.balance(null, 'expenditure'), 'share')}。`,
      ),
      parts(
        say`${words.than(year - 1)}${name}`,
        say`${prose.change(name, spent, priorExpenditure[own])}。主要原因：工作安排变动。`,
      ),
    ),
    title(3, '（二）一般公共预算财政拨款支出决算结构情况'),
    body(
      say`${name}${prose.amount(name, spent)}，主要用于以下方面：`,
      nonZeroShares(prose, classes, spent),
    ),
    title(3, '（三）一般公共预算财政拨款支出决算具体情况'),
    body(
      parts(
        say`${name}${words.budget}${prose.amount(name, budget, 'budget')}，`,
        say`支出决算为${prose.amount(name, spent)}`,
      ),
      budget === 0n
        ? ''
        : say`，${words.completion}${prose.percent(name, spent, budget, 'completion')}`,
      `。${against(spent, budget, '预算数')}。其中：`,
    ),
    ...items,
    title(2, '六、一般公共预算财政拨款基本支出决算情况说明'),
    body(
      parts(
        say`一般公共预算财政拨款基本支出${prose.amount('基本支出', personnel + daily)}。其中：`,
        say`人员经费${prose.amount('人员经费', personnel)}，主要包括：`,
        say`${economicNames(books, true)}；`,
      ),
      say`公用经费${prose.amount('公用经费', daily)}，主要包括：${economicNames(books, false)}。`,
    ),
  ];
}

function threePublic(books: Books, prose: Prose, words: ShanghaiWords): Paragraph[] {
  const { year, threePublic: items } = books.ledger;
  const final = books.threePublicTotal('final');
  const budget = books.threePublicTotal('budget');
  const prior = books.threePublicTotal('prior');
  const vehicles = books.vehicles('final');
  const done = (name: string, item: Pick<Item, 'budget' | 'final'>): Part[] =>
    item.budget === 0n
      ? []
      : say`，完成预算的${prose.percent(name, item.final, item.budget, 'completion')}`;
  const car = '公务用车购置及运行维护费';
  return [
    title(2, '七、财政拨款“三公”经费支出决算情况说明'),
    title(3, '（一）“三公”经费财政拨款支出决算总体情况说明'),
    body(
      parts(
        say`“三公”经费财政拨款支出${words.budget}${prose.amount('三公经费', budget, 'budget')}，`,
        say`支出决算为${prose.amount('三公经费', final)}${done('三公经费', { budget, final })}，`,
      ),
      parts(
        say`其中：因公出国（境）费支出决算为${prose.amount('因公出国（境）费', items.abroad.final)}`,
        say`${done('因公出国（境）费', items.abroad)}；`,
      ),
      parts(
        say`${car}支出决算为${prose.amount(car, vehicles)}`,
        say`${done(car, { budget: books.vehicles('budget'), final: vehicles })}；`,
      ),
      parts(
        say`公务接待费支出决算为${prose.amount('公务接待费', items.reception.final)}`,
        say`${done('公务接待费', items.reception)}。`,
      ),
    ),
    body(
      final === prior
        ? say`${String(year)}年度“三公”经费财政拨款支出决算数与上年持平。`
        : parts(
            say`${String(year)}年度“三公”经费财政拨款支出决算数比${String(year - 1)}年度`,
            say`${prose.change('三公经费', final, prior)}，主要原因是用车和接待安排变动。`,
          ),
    ),
    ...threePublicItems(books, prose),
  ];
}

function threePublicItems(books: Books, prose: Prose): Paragraph[] {
  const { year, threePublic: items, counts, assets, unit } = books.ledger;
  const final = books.threePublicTotal('final');
  const vehicles = books.vehicles('final');
  const part = (name: string, amount: bigint): Part[] =>
    final === 0n
      ? say`${name}支出决算${prose.amount(name, amount)}`
      : parts(
          say`${name}支出决算${prose.amount(name, amount)}，`,
          say`占${prose.percent(name, amount, final, 'share')}`,
        );
  const car = '公务用车购置及运行维护费';
  return [
    title(3, '（二）“三公”经费财政拨款支出决算具体情况说明'),
    body(
      parts(
        say`“三公”经费财政拨款支出决算中，${part('因公出国（境）费', items.abroad.final)}；`,
        say`${part(car, vehicles)}；${part('公务接待费', items.reception.final)}。具体情况如下：`,
      ),
    ),
    body(
      parts(
        say`1、因公出国（境）费支出${prose.amount('因公出国（境）费', items.abroad.final)}。`,
        say`全年安排因公出国（境）团组${prose.count('出国团组', counts.groups, '个')}、`,
        say`累计${prose.count('出国人次', counts.travellers, '人次')}。`,
      ),
    ),
    body(say`2、${car}支出${prose.amount(car, vehicles)}。其中：`),
    body(
      say`公务用车购置支出为${prose.amount('公务用车购置费', items['vehicle-purchase'].final)}，`,
      say`购置公务用车${prose.count('公务用车购置', counts.vehiclesBought, '辆')}。`,
    ),
    body(
      parts(
        say`公务用车运行维护支出${prose.amount('公务用车运行维护费', items['vehicle-operation'].final)}。`,
        say`${String(year)}年，`,
        say`${unit}所属各预算单位开支财政拨款的公务用车保有量为${prose.count('公务用车保有量', assets.kept, '辆')}。`,
      ),
    ),
    body(
      parts(
        say`3、公务接待费支出${prose.amount('公务接待费', items.reception.final)}。其中：`,
        say`接待${prose.count('接待批次', counts.receptions, '批次')}、`,
        say`${prose.count('接待人次', counts.guests, '人次')}。`,
      ),
    ),
  ];
}

function others(books: Books, prose: Prose, words: ShanghaiWords): Paragraph[] {
  const { year, unit, operating: o, procurement: p } = books.ledger;
  const total = p.goods + p.works + p.services;
  const none = (heading: string, name: string, spent: bigint) => [
    title(2, heading),
    spent === 0n
      ? body(`${unit}${year}年度无${name}收入和支出。`)
      : body(say`${unit}${String(year)}年度${name}支出${prose.amount(`${name}支出`, spent)}。`),
  ];
  return [
    ...none(
      '八、政府性基金预算财政拨款收入支出决算情况说明',
      '政府性基金预算财政拨款',
      books.spentBy('government-managed-funds', ''),
    ),
    ...none(
      '九、国有资本经营预算财政拨款收入支出决算情况说明',
      '国有资本经营预算财政拨款',
      books.spentBy('state-capital-operations', ''),
    ),
    title(2, '十、预算绩效管理情况'),
    body('本部门按要求编报项目绩效目标并开展绩效自评，自评中发现的问题已安排整改。'),
    title(2, '十一、其他重要事项的情况说明'),
    title(3, '（一）机关运行经费支出情况'),
    o.final === 0n
      ? body('本部门无机关运行经费支出。')
      : body(
          parts(
            say`机关运行经费支出${prose.amount('机关运行经费', o.final)}，`,
            say`比${String(year - 1)}年度${prose.change('机关运行经费', o.final, o.prior)}。`,
            say`主要原因是办公用房运行费用变动。`,
          ),
        ),
    title(3, '（二）政府采购支出情况'),
    body(
      parts(
        say`${unit}${String(year)}年度政府采购金额为${prose.amount('政府采购支出总额', total)}，其中：`,
        say`货物采购金额${prose.amount('政府采购货物支出', p.goods)}、`,
        say`工程采购金额${prose.amount('政府采购工程支出', p.works)}、`,
        say`服务采购金额${prose.amount('政府采购服务支出', p.services)}。`,
      ),
    ),
    title(3, '（三）国有资产占有使用情况说明'),
    body(say`截至${String(year)}年12月31日，${unit}${assetsSentence(books, prose)}`),
    ...(words.budget === SHANGHAI.budget ? [] : [body('联系电话：000-12345678。')]),
  ];
}
