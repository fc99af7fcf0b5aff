import type { Books } from './books.js';
import { functionName } from './catalogue.js';
import type { Entry, Item } from './ledger.js';
import {
  assetsSentence,
  economicNames,
  expenditureParts,
  generalCodes,
  incomeParts,
} from './narrative-shanxi.js';
import { body, type Paragraph, type Part, type Prose, parts, say, title } from './prose.js';

const BASIC: readonly Entry['nature'][] = ['basic'];

/** 均增加X万元，增长Y%，增长的主要原因是：… */
function grand(prose: Prose, what: string, current: bigint, prior: bigint): Part[] {
  if (current === prior) return say`，与上年相比${what}持平。`;
  const word = current > prior ? '增长' : '下降';
  return say`，与上年相比${what}均${prose.change(what, current, prior)}，${word}的主要原因是：本年度工作任务有所调整。`;
}

/** 财政拨款收入X万元，占Y%；… of the parts that are not zero. */
export function nonZeroShares(
  prose: Prose,
  items: readonly (readonly [string, bigint])[],
  whole: bigint,
): Part[] {
  const used = items.filter(([, amount]) => amount !== 0n);
  return used.flatMap(([name, amount], i) => [
    ...say`${name}${prose.amount(name, amount)}，占${prose.percent(name, amount, whole, 'share')}`,
    i === used.length - 1 ? '。' : '；',
  ]);
}

/** 类、款、项 of a code as the narratives name it. */
export function itemName(code: string): string {
  const names = [code.slice(0, 3), code.slice(0, 5), code].map(functionName);
  return `${names[0]}（类）${names[1]}（款）${names[2]}（项）`;
}

/** 决算数大于预算数的主要原因是… or 持平. */
export function against(spent: bigint, budget: bigint, budgetWord: string): string {
  if (spent === budget) return `决算数与${budgetWord}持平`;
  const word = spent > budget ? '大于' : '小于';
  const why = spent > budget ? '年中追加了工作经费' : '部分工作按进度在下年实施';
  return `决算数${word}${budgetWord}的主要原因是：${why}`;
}

/** 第二部分 in the wording of the Shaanxi edition. */
export function shaanxiNarrative(books: Books, prose: Prose): Paragraph[] {
  return [
    ...overview(books, prose),
    ...generalBudget(books, prose),
    ...funds(books, prose),
    ...threePublic(books, prose),
    ...others(books, prose),
  ];
}

function overview(books: Books, prose: Prose): Paragraph[] {
  const { year } = books.ledger;
  const income = books.balance(null, 'income');
  const spent = books.balance(null, 'expenditure');
  const fiscal = books.appropriationTotal();
  const priorFiscal = books.priorAppropriation() + books.appropriated('opening');
  const both = '收入总计、支出总计';
  const total = books.grandTotal();
  return [
    title(2, '一、收入支出决算总体情况说明'),
    body(
      say`${String(year)}年度${both}均为${prose.amount('收入总计', total)}`,
      grand(prose, both, total, books.priorGrandTotal()),
    ),
    title(2, '二、收入决算情况说明'),
    body(
      say`${String(year)}年度本年收入合计${prose.amount('本年收入合计', income)}，其中：`,
      nonZeroShares(prose, incomeParts(books), income),
    ),
    title(2, '三、支出决算情况说明'),
    body(
      say`${String(year)}年度本年支出合计${prose.amount('本年支出合计', spent)}，其中：`,
      nonZeroShares(prose, expenditureParts(books), spent),
    ),
    title(2, '四、财政拨款收入支出决算总体情况说明'),
    body(
      say`${String(year)}年度财政拨款${both}均为${prose.amount('财政拨款收入总计', fiscal)}`,
      grand(prose, both, fiscal, priorFiscal),
    ),
  ];
}

function generalBudget(books: Books, prose: Prose): Paragraph[] {
  const { year, priorExpenditure, budgets } = books.ledger;
  const own = 'general-public-budget';
  const spent = books.spentBy(own, '');
  const budget = books.budgetTotal();
  const prior = priorExpenditure[own];
  const items = generalCodes(books, 7).map((c, i) => {
    const b = (budgets.get(c)?.basic ?? 0n) + (budgets.get(c)?.project ?? 0n);
    const s = books.spentBy(own, c);
    const name = functionName(c);
    return body(
      parts(
        say`${String(i + 1)}. ${itemName(c)}。年初预算${prose.amount(name, b, 'budget')}，`,
        say`支出决算${prose.amount(name, s)}`,
      ),
      b === 0n ? '' : say`，完成年初预算的${prose.percent(name, s, b, 'completion')}`,
      `。${against(s, b, '年初预算数')}。`,
    );
  });
  const personnel = books.personnel(BASIC);
  const daily = books.publicFunds(BASIC);
  return [
    title(2, '五、一般公共预算财政拨款支出决算情况说明'),
    body(
      parts(
        say`${String(year)}年度一般公共预算财政拨款支出年初预算`,
        say`${prose.amount('一般公共预算财政拨款支出', budget, 'budget')}，`,
        say`支出决算${prose.amount('一般公共预算财政拨款支出', spent)}，`,
      ),
      budget === 0n
        ? ''
        : say`完成年初预算的${prose.percent('一般公共预算财政拨款支出', spent, budget, 'completion')}，`,
      parts(
        say`占本年支出合计的`,
        say`${prose.percent('一般公共预算财政拨款支出', spent, books.balance(null, 'expenditure'), 'share')}。`,
      ),
      parts(
        say`与上年相比，财政拨款支出${prose.change('财政拨款支出', spent, prior)}，`,
        say`${spent > prior ? '增长' : '下降'}的主要原因是：本年度工作任务有所调整。`,
      ),
    ),
    body('按照政府功能分类科目，其中：'),
    ...items,
    title(2, '六、一般公共预算财政拨款基本支出决算情况说明'),
    body(
      parts(
        say`${String(year)}年度一般公共预算财政拨款基本支出`,
        say`${prose.amount('基本支出', personnel + daily)}，包括人员经费和公用经费。其中：`,
      ),
    ),
    body(
      say`（一）人员经费${prose.amount('人员经费', personnel)}，主要包括：${economicNames(books, true)}。`,
    ),
    body(
      say`（二）公用经费${prose.amount('公用经费', daily)}，主要包括：${economicNames(books, false)}。`,
    ),
  ];
}

function funds(books: Books, prose: Prose): Paragraph[] {
  const { year } = books.ledger;
  const fund = books.balance('government-managed-funds', 'income');
  const spent = books.spentBy('government-managed-funds', '');
  const capital = books.spentBy('state-capital-operations', '');
  return [
    title(2, '七、政府性基金预算财政拨款收入支出决算情况说明'),
    spent === 0n
      ? body(`本部门${year}年度无政府性基金预算财政拨款收支，已公开空表。`)
      : body(
          parts(
            say`本部门${String(year)}年度政府性基金预算财政拨款收入${prose.amount('政府性基金预算财政拨款收入', fund)}，`,
            say`支出${prose.amount('政府性基金预算财政拨款支出', spent)}。`,
          ),
        ),
    title(2, '八、国有资本经营预算财政拨款支出决算情况说明'),
    capital === 0n
      ? body(`本部门${year}年度无国有资本经营预算财政拨款收支，已公开空表。`)
      : body(
          say`本部门${String(year)}年度国有资本经营预算财政拨款支出${prose.amount('国有资本经营预算财政拨款支出', capital)}。`,
        ),
  ];
}

function publicItem(
  prose: Prose,
  year: number,
  number: string,
  name: string,
  item: Item,
): Paragraph[] {
  const heading = title(3, `${number}${name}支出情况说明。`);
  if (item.budget === 0n && item.final === 0n)
    return [heading, body(`本年度无财政拨款${name}支出。`)];
  return [
    heading,
    body(
      parts(
        say`${String(year)}年度财政拨款安排${name}预算`,
        say`${prose.amount(name, item.budget, 'budget')}，`,
        say`支出决算${prose.amount(name, item.final)}`,
      ),
      item.budget === 0n
        ? ''
        : say`，完成预算的${prose.percent(name, item.final, item.budget, 'completion')}`,
      `。${against(item.final, item.budget, '预算数')}。`,
    ),
  ];
}

function threePublic(books: Books, prose: Prose): Paragraph[] {
  const { year, threePublic: items, counts, conference, training } = books.ledger;
  const final = books.threePublicTotal('final');
  const budget = books.threePublicTotal('budget');
  const prior = books.threePublicTotal('prior');
  const reception =
    counts.receptions === 0
      ? []
      : [
          body(
            parts(
              say`国内公务接待${prose.count('接待批次', counts.receptions, '批次')}，`,
              say`${prose.count('接待人次', counts.guests, '人次')}。`,
            ),
          ),
        ];
  const abroad =
    counts.groups === 0
      ? []
      : [
          body(
            parts(
              say`因公出国（境）团组${prose.count('出国团组', counts.groups, '个')}，`,
              say`${prose.count('出国人次', counts.travellers, '人次')}。`,
            ),
          ),
        ];
  return [
    title(2, '九、财政拨款“三公”经费及会议费、培训费支出决算情况说明'),
    title(3, '（一）“三公”经费支出决算情况说明。'),
    body(
      parts(
        say`${String(year)}年度财政拨款安排“三公”经费支出预算`,
        say`${prose.amount('三公经费', budget, 'budget')}，`,
        say`支出决算${prose.amount('三公经费', final)}`,
      ),
      budget === 0n
        ? ''
        : say`，完成预算的${prose.percent('三公经费', final, budget, 'completion')}`,
      '。',
      final === prior
        ? '决算数与上年相比无增减。'
        : say`决算数较上年${prose.change('三公经费', final, prior)}，主要原因是：用车安排变动。`,
    ),
    ...publicItem(prose, year, '1. ', '因公出国（境）费', items.abroad),
    ...abroad,
    ...publicItem(prose, year, '2. ', '公务用车购置费', items['vehicle-purchase']),
    ...publicItem(prose, year, '3. ', '公务用车运行维护费', items['vehicle-operation']),
    ...publicItem(prose, year, '4. ', '公务接待费', items.reception),
    ...reception,
    ...publicItem(prose, year, '（二）', '培训费', training),
    ...publicItem(prose, year, '（三）', '会议费', conference),
  ];
}

function others(books: Books, prose: Prose): Paragraph[] {
  const { year, operating: o, procurement: p, counts } = books.ledger;
  const total = p.goods + p.works + p.services;
  return [
    title(2, '十、机关运行经费支出情况说明'),
    o.final === 0n
      ? body('本部门为事业单位，无机关运行经费支出。')
      : body(
          parts(
            say`${String(year)}年度机关运行经费预算${prose.amount('机关运行经费', o.budget, 'budget')}，`,
            say`支出决算${prose.amount('机关运行经费', o.final)}，`,
            say`完成预算的${prose.percent('机关运行经费', o.final, o.budget, 'completion')}。`,
          ),
          say`支出决算比上年${prose.change('机关运行经费', o.final, o.prior)}，主要原因是：办公用房运行费用变动。`,
        ),
    title(2, '十一、政府采购支出情况说明'),
    body(
      parts(
        say`（一）${String(year)}年度政府采购支出总额共${prose.amount('政府采购支出总额', total)}，其中：`,
        say`政府采购货物支出${prose.amount('政府采购货物支出', p.goods)}、`,
      ),
      parts(
        say`政府采购工程支出${prose.amount('政府采购工程支出', p.works)}、`,
        say`政府采购服务支出${prose.amount('政府采购服务支出', p.services)}。`,
      ),
    ),
    ...(total === 0n
      ? []
      : [
          body(
            parts(
              say`（二）政府采购授予中小企业合同金额${prose.amount('中小企业', p.small)}，`,
              say`占政府采购支出合同总额的${prose.percent('中小企业', p.small, total, 'share')}，`,
            ),
            parts(
              say`其中：授予小微企业合同金额${prose.amount('小微企业', p.micro)}，`,
              say`占授予中小企业合同金额的${prose.percent('小微企业', p.micro, p.small, 'share')}。`,
            ),
          ),
        ]),
    title(2, '十二、国有资产占用及购置情况说明'),
    body(say`截至${String(year)}年末，本部门${assetsSentence(books, prose)}`),
    body(
      say`${String(year)}年当年购置车辆${prose.count('购置车辆', counts.vehiclesBought, '辆')}。`,
    ),
    title(2, '十三、预算绩效情况说明'),
    body(
      '根据预算绩效管理要求，本部门组织对当年一般公共预算项目支出开展了绩效自评，各项目按计划完成。',
    ),
    title(2, '十四、其他需要说明的情况'),
    body(
      '1. 决算公开表格中金额数值保留两位小数，公开数据为四舍五入计算结果；个别数据合计项与分项数字之和存在小数点后尾差。',
    ),
    body('2. 决算公开联系方式及信息反馈渠道。联系电话：（000）12345678。'),
  ];
}
