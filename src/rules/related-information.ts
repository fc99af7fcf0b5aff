import type { Amount } from '../base/amount.js';
import type { Lookup, Operand } from '../facts/lookup.js';
import { tableRule } from './articulation.js';
import { atMost, cell, equal, Identity, lineSum } from './equation.js';
import { examples } from './examples.js';
import { economicColumns, isZero, viewOf } from './form-view.js';
import type { Equation, Judgement, Rule, Term } from './model.js';

const FORM = 'related-information';
const TITLE = '部门决算公开相关信息统计表';
const ECONOMIC_TITLE = '一般公共预算财政拨款基本支出决算表';

const value = (line: string) => cell(FORM, line, 'value');

export const RELATED_INFORMATION_RULES: readonly Rule[] = [
  tableRule({
    id: 'related-information.procurement-sum',
    zh: '政府采购合计等于货物、工程、服务之和',
    en: 'Procurement is goods, works and services',
    forms: TITLE,
    instances: equal(
      value('procurement-total'),
      ['goods', 'works', 'services'].map((kind) => value(`procurement-${kind}`)),
    ),
    examples: examples(
      `${TITLE}\n合计 {}\n货物 5.00\n工程 _\n服务 3.00`,
      ['8.00', '10.00', '8.01'],
      `${TITLE}\n货物 5.00`,
    ),
  }),
  tableRule({
    id: 'related-information.vehicles-sum',
    zh: '车辆数合计等于各类用车之和',
    en: 'The number of vehicles is the sum over their kinds',
    forms: TITLE,
    instances: (facts) => kindsOfVehicles(facts).map(counted),
    examples: examples(
      `${TITLE}\n车辆数合计(辆) {}\n执法执勤用车 2\n其他用车 3`,
      ['5', '6', null],
      `${TITLE}\n车辆数合计(辆) 5`,
    ),
  }),
  tableRule({
    id: 'related-information.operating-within-public',
    zh: '机关运行经费不大于一般公共预算基本支出中的公用经费',
    en: 'Operating expenses are no more than public funds of basic expenditure',
    forms: `${TITLE}与${ECONOMIC_TITLE}`,
    severity: 'warning',
    instances: operatingWithinPublic,
    examples: examples(
      `${ECONOMIC_TITLE}
      列 其中:基本支出
      公用经费合计 25.00
      ${TITLE}
      行政单位 {}`,
      ['20.00', '52.00', '25.01'],
      `${TITLE}\n行政单位 20.00`,
    ),
  }),
  tableRule({
    id: 'related-information.operation-needs-vehicles',
    zh: '有公务用车运行维护费的，车辆数不为零',
    en: 'Where vehicles are operated there are vehicles',
    forms: `${TITLE}与财政拨款“三公”经费支出决算表`,
    severity: 'warning',
    instances: operationNeedsVehicles,
    examples: examples(
      `财政拨款“三公”经费支出决算表
      决算数 公务用车运行维护费=5.00
      ${TITLE}
      车辆数合计(辆) {}`,
      ['2', '0', null],
      `${TITLE}\n车辆数合计(辆) 2`,
    ),
  }),
];

const kindsOfVehicles = lineSum(
  FORM,
  null,
  'vehicles-total',
  (facts) =>
    facts
      .rows(FORM)
      .map((row) => row.key)
      .filter((key) => key.startsWith('vehicles-') && key !== 'vehicles-total'),
  ['value'],
);

/** Counts are exact, whatever grain the money of their form has. */
function counted(equation: Equation): Equation {
  const [total] = equation.left;
  const left = equation.left.map(exact);
  return new Identity(left, equation.right.map(exact), equation.relation, [total!.operand]);
}

function exact(term: Term): Term {
  const { amount } = term.operand;
  if (amount === null || amount.half === 0n) return term;
  const { key, kind, label, printed, unit, place, settledBy } = term.operand;
  const whole: Amount = { value: amount.value, half: 0n };
  const operand: Operand = { key, kind, label, amount: whole, printed, unit, place, settledBy };
  return { sign: term.sign, operand };
}

function operatingWithinPublic(facts: Lookup): readonly Equation[] {
  const view = viewOf(facts, 'basic-expenditure');
  const { basic } = view ? economicColumns(view) : { basic: null };
  if (basic === null) return [];
  const lines = ['operating-administrative', 'operating-civil-service-managed'].filter((line) =>
    facts.row(FORM, line),
  );
  const member = lines.length === 1 ? value(lines[0]!) : lines.map(value);
  if (lines.length === 0) return [];
  // Of organs of government they are the same; what institutions spend on themselves is left out.
  const relate = facts.filing.unitKind === 'administrative' ? equal : atMost;
  return relate(member, cell('basic-expenditure', 'public-total', basic))(facts);
}

function operationNeedsVehicles(facts: Lookup): readonly Judgement[] {
  const operation = facts.operand('three-public-expenses', 'final', 'vehicle-operation');
  const vehicles = facts.operand(FORM, 'vehicles-total', 'value');
  if (!operation || !vehicles || isZero(operation.amount)) return [];
  const unread = operation.amount === null || vehicles.amount === null;
  const none = isZero(vehicles.amount);
  return [
    {
      kind: 'judgement',
      key: `${operation.key}=${vehicles.key}`,
      outcome: unread ? 'undecided' : none ? 'fails' : 'holds',
      places: [vehicles.place, operation.place],
      operands: [vehicles, operation],
      message: unread
        ? { zh: '车辆数或运行维护费未能读出', en: 'the number or the expense could not be read' }
        : {
            zh: '有公务用车运行维护费支出，而车辆数合计为零，请核实',
            en: 'Vehicles were operated but their number is zero; please check',
          },
    },
  ];
}
