import type { Books } from './books.js';
import { FUNCTION_NAMES, functionName } from './catalogue.js';
import type { Entry, Item, OwnIncome } from './ledger.js';
import { itemName } from './narrative-shaanxi.js';
import {
  assetsSentence,
  economicNames,
  expenditureParts,
  generalCodes,
  OWN_LABELS,
} from './narrative-shanxi.js';
import { body, type Paragraph, type Part, type Prose, parts, say, title } from './prose.js';

const BASIC: readonly Entry['nature'][] = ['basic'];

/** 与上年相比，今年收入总计减少…，降低…，主要原因：… */
function comparison(prose: Prose, name: string, current: bigint, prior: bigint): Paragraph {
  return body(
    parts(
      say`与上年相比，今年${name}${prose.change(name, current, prior)}，主要原因：`,
      say`${current === prior ? '工作安排稳定' : '项目资金安排变动'}。`,
    ),
  );
}

/** 第二部分 in the wording of the Liaoning edition. */
export function liaoningNarrative(books: Books, prose: Prose): Paragraph[] {
  return [
    ...overview(books, prose),
    ...appropriation(books, prose),
    ...threePublic(books, prose),
    ...others(books, prose),
  ];
}

function overview(books: Books, prose: Prose): Paragraph[] {
  const total = books.grandTotal();
  const prior = books.priorGrandTotal();
  const share = (name: string, amount: bigint, number: number, whole: string) =>
    body(
      parts(
        say`${String(number)}. ${name}${prose.amount(name, amount)}，`,
        say`占${whole}的${prose.percent(name, amount, total, 'share')}。`,
      ),
    );
  const kinds = Object.keys(OWN_LABELS) as OwnIncome[];
  const fiscal = books.appropriated('income');
  const opening = books.balance(null, 'opening');
  const closing = books.balance(null, 'closing');
  const general = books.balance('general-public-budget', 'income');
  const fund = books.balance('government-managed-funds', 'income');
  const capital = books.balance('state-capital-operations', 'income');
  return [
    title(2, '一、收入支出决算总体情况说明'),
    body(say`（一）收入总计${prose.amount('收入总计', total)}，包括：`),
    body(
      parts(
        say`1. 财政拨款收入${prose.amount('财政拨款收入', fiscal)}，`,
        say`占收入总计的${prose.percent('财政拨款收入', fiscal, total, 'share')}。`,
      ),
      parts(
        say`其中：一般公共预算财政拨款收入${prose.amount('一般公共预算财政拨款收入', general)}，`,
        say`政府性基金预算财政拨款收入${prose.amount('政府性基金预算财政拨款收入', fund)}，`,
        say`国有资本经营预算财政拨款收入${prose.amount('国有资本经营预算财政拨款收入', capital)}。`,
      ),
    ),
    ...kinds.map((kind, i) => share(OWN_LABELS[kind], books.own(kind), i + 2, '收入总计')),
    share('使用非财政拨款结余', books.ledger.useOfSurplus, 7, '收入总计'),
    share('上年结转和结余', opening, 8, '收入总计'),
    comparison(prose, '收入总计', total, prior),
    body(say`（二）支出总计${prose.amount('支出总计', total)}，包括：`),
    ...expenditureParts(books).map(([name, amount], i) => share(name, amount, i + 1, '支出总计')),
    comparison(prose, '支出', total, prior),
    body(say`（三）年末结转和结余${prose.amount('年末结转和结余', closing)}。`),
    comparison(prose, '结转结余', closing, opening),
  ];
}

function appropriation(books: Books, prose: Prose): Paragraph[] {
  const { year } = books.ledger;
  const fiscal = books.appropriated('expenditure');
  const isOwn = (e: Entry) => e.fund !== 'own';
  const basic = books.spent((e) => isOwn(e) && e.nature === 'basic');
  const project = books.spent((e) => isOwn(e) && e.nature === 'project');
  return [
    title(2, '二、财政拨款支出决算情况说明'),
    title(3, '（一）总体情况。'),
    body(
      parts(
        say`${String(year)}年度财政拨款支出${prose.amount('财政拨款支出', fiscal)}，其中：`,
        say`基本支出${prose.amount('基本支出', basic)}，项目支出${prose.amount('项目支出', project)}。`,
      ),
      say`与上年相比，财政拨款支出${prose.change('财政拨款支出', fiscal, books.priorAppropriation())}，主要原因：项目资金安排变动。`,
    ),
    title(3, '（二）一般公共预算财政拨款支出情况。'),
    ...generalItems(books, prose),
    title(3, '（三）政府性基金预算财政拨款支出情况。'),
    fundSentence(books, prose, 'government-managed-funds', '政府性基金预算财政拨款支出'),
    title(3, '（四）国有资本经营预算财政拨款支出情况。'),
    fundSentence(books, prose, 'state-capital-operations', '国有资本经营预算财政拨款支出'),
  ];
}

function fundSentence(
  books: Books,
  prose: Prose,
  fund: 'government-managed-funds' | 'state-capital-operations',
  name: string,
): Paragraph {
  const spent = books.spentBy(fund, '');
  const { year } = books.ledger;
  if (spent === 0n) return body(`本部门 ${year} 年度无${name}。`);
  return body(say`${String(year)}年度${name}${prose.amount(name, spent)}，用于专项工作支出。`);
}

function generalItems(books: Books, prose: Prose): Paragraph[] {
  const own = 'general-public-budget';
  const { year, budgets } = books.ledger;
  const spent = books.spentBy(own, '');
  const name = '一般公共预算财政拨款支出';
  const paragraphs = [
    body(say`${String(year)}年度${name}${prose.amount(name, spent)}。按支出功能分类科目分，包括：`),
  ];
  generalCodes(books, 3).forEach((c, i) => {
    const className = FUNCTION_NAMES[c]!;
    paragraphs.push(
      body(
        say`${String(i + 1)}. ${className}${prose.amount(className, books.spentBy(own, c))}，具体包括：`,
      ),
    );
    const items = generalCodes(books, 7).filter((item) => item.startsWith(c));
    items.forEach((item, k) => {
      const s = books.spentBy(own, item);
      const b = (budgets.get(item)?.basic ?? 0n) + (budgets.get(item)?.project ?? 0n);
      const itemTitle = functionName(item);
      const done: Part[] =
        b === 0n
          ? ['年初未安排预算']
          : say`完成年初预算的${prose.percent(itemTitle, s, b, 'completion')}`;
      const why = s === b ? '无差异' : s > b ? '年中追加了工作经费' : '部分工作按进度在下年实施';
      paragraphs.push(
        body(
          parts(
            say`（${String(k + 1)}）${itemName(item)}${prose.amount(itemTitle, s)}，`,
            say`主要是${books.ledger.theme.duty}等支出，${done}，`,
          ),
          `决算数与年初预算数存在差异的主要原因是${why}。`,
        ),
      );
    });
  });
  return paragraphs;
}

function publicItem(prose: Prose, number: number, name: string, item: Item, total: bigint): Part[] {
  const { final, budget } = item;
  return [
    ...say`${String(number)}. ${name}${prose.amount(name, final)}`,
    ...(total === 0n ? [] : say`，占“三公”经费支出的${prose.percent(name, final, total, 'share')}`),
    '。',
    ...(budget === 0n ? [] : say`完成预算的${prose.percent(name, final, budget, 'completion')}。`),
    ...(final === item.prior
      ? ['与上年持平。']
      : say`比上年${prose.change(name, final, item.prior)}，主要是业务量变动等原因。`),
  ];
}

function threePublic(books: Books, prose: Prose): Paragraph[] {
  const { year, threePublic: items, counts, assets } = books.ledger;
  const final = books.threePublicTotal('final');
  const budget = books.threePublicTotal('budget');
  const vehicles: Item = {
    budget: books.vehicles('budget'),
    final: books.vehicles('final'),
    prior: books.vehicles('prior'),
  };
  const operation = items['vehicle-operation'].final;
  return [
    title(2, '三、财政拨款“三公”经费支出决算情况说明'),
    body(
      say`${String(year)}年度财政拨款安排的“三公”经费支出${prose.amount('三公经费', final)}`,
      budget === 0n
        ? ''
        : say`，完成预算的${prose.percent('三公经费', final, budget, 'completion')}`,
      parts(
        say`。其中：因公出国（境）费${prose.amount('因公出国（境）费', items.abroad.final)}，`,
        say`公务接待费${prose.amount('公务接待费', items.reception.final)}，`,
        say`公务用车购置及运行维护费${prose.amount('公务用车购置及运行费', vehicles.final)}。`,
      ),
    ),
    body(
      publicItem(prose, 1, '因公出国（境）费', items.abroad, final),
      parts(
        say`${String(year)}年参加出国（境）团组${prose.count('出国团组', counts.groups, '个')}，`,
        say`累计${prose.count('出国人次', counts.travellers, '人次')}。`,
      ),
    ),
    body(
      publicItem(prose, 2, '公务接待费', items.reception, final),
      parts(
        say`${String(year)}年国内公务接待累计${prose.count('接待批次', counts.receptions, '批次')}、`,
        say`${prose.count('接待人次', counts.guests, '人')}、`,
        say`${prose.amount('国内公务接待', items.reception.final)}。`,
      ),
    ),
    body(publicItem(prose, 3, '公务用车购置及运行费', vehicles, final)),
    body(
      parts(
        say`其中：公务用车购置费${prose.amount('公务用车购置费', items['vehicle-purchase'].final)}，`,
        say`当年购置公务用车${prose.count('公务用车购置', counts.vehiclesBought, '辆')}。`,
      ),
      parts(
        say`公务用车运行维护费${prose.amount('公务用车运行维护费', operation)}，主要用于公务用车保险和维修等，`,
        say`截至年末使用财政拨款开支运行维护费的公务用车保有量${prose.count('公务用车保有量', assets.kept, '辆')}。`,
      ),
    ),
  ];
}

function others(books: Books, prose: Prose): Paragraph[] {
  const { year, operating: o, procurement: p } = books.ledger;
  const personnel = books.personnel(BASIC);
  const daily = books.publicFunds(BASIC);
  const total = p.goods + p.works + p.services;
  return [
    title(2, '四、一般公共预算财政拨款基本支出决算情况说明'),
    body(
      parts(
        say`${String(year)}年度一般公共预算财政拨款基本支出`,
        say`${prose.amount('基本支出', personnel + daily)}，其中：`,
        say`人员经费${prose.amount('人员经费', personnel)}，`,
        say`主要包括${economicNames(books, true)}等；`,
      ),
      say`日常公用经费${prose.amount('公用经费', daily)}，主要包括${economicNames(books, false)}等。`,
    ),
    title(2, '五、其他重要事项的情况说明'),
    title(3, '（一）机关运行经费支出情况。'),
    o.final === 0n
      ? body('本部门无机关运行经费支出。')
      : body(
          parts(
            say`${String(year)}年机关运行经费支出${prose.amount('机关运行经费', o.final)}`,
            '（与部门决算中行政单位和参照公务员法管理事业单位财政拨款基本支出中公用经费之和一致），',
            say`比上年${prose.change('机关运行经费', o.final, o.prior)}，主要原因是办公用房运行费用变动。`,
          ),
        ),
    title(3, '（二）政府采购支出情况。'),
    body(
      parts(
        say`${String(year)}年政府采购支出总额${prose.amount('政府采购支出总额', total)}，其中：`,
        say`政府采购货物支出${prose.amount('政府采购货物支出', p.goods)}，`,
        say`政府采购工程支出${prose.amount('政府采购工程支出', p.works)}，`,
        say`政府采购服务支出${prose.amount('政府采购服务支出', p.services)}。`,
      ),
      total === 0n
        ? ''
        : parts(
            say`授予中小企业合同金额${prose.amount('中小企业', p.small)}，`,
            say`占政府采购支出总额的${prose.percent('中小企业', p.small, total, 'share')}，其中：`,
            say`授予小微企业合同金额${prose.amount('小微企业', p.micro)}，`,
            say`占中小企业采购支出总额的${prose.percent('小微企业', p.micro, p.small, 'share')}。`,
          ),
    ),
    title(3, '（三）国有资产占用情况。'),
    body(say`截至${String(year)}年12月31日，${assetsSentence(books, prose)}`),
    title(3, '（四）预算绩效情况。'),
    body(
      '根据预算绩效管理要求，我部门组织对年度预算项目支出全面开展绩效自评，自评覆盖率达到 100%。',
    ),
  ];
}
