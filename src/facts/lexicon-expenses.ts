import type { Concept, ConceptCell } from './lexicon-model.js';
import type { Scope } from './model.js';

type Cells = Partial<Record<Scope, ConceptCell>>;

const threePublic = (column: string): Cells => ({
  appropriation: { form: 'three-public-expenses', line: 'final', column },
});

/** “三公”经费, 会议费 and 培训费. */
export const THREE_PUBLIC: readonly Concept[] = [
  { id: 'three-public-total', names: ['三公经费', '三公经费支出'], cells: threePublic('total') },
  {
    id: 'three-public-abroad',
    names: [
      ...[
        '因公出国(境)费',
        '因公出国(境)费用',
        '因公出国境费',
        '因公出国(境)经费',
        '因公出国(境)支出',
      ],
      ...['因公出国(境)费支出', '因公出国境费支出', '因公出国费', '因公出国支出', '因公出国境支出'],
      ...['因公出国(境)', '出国(境)费'],
    ],
    cells: threePublic('abroad'),
    family: 'abroad',
  },
  {
    id: 'three-public-vehicles',
    names: [
      ...[
        '公务用车购置及运行维护费',
        '公务用车购置及运行费',
        '公务用车购置和运行维护费',
        '公务用车费',
      ],
      ...['公务用车购置及运行维护', '公务用车购置及运行维护费支出', '公务用车购置和运行费'],
      ...['公务用车购置及运行费支出', '公务用车购置及运行维护费用', '公务用车购置及运行经费'],
      ...['公务用车购置费及运行维护费', '公务用车购置费及运行费', '公务用车购置费和运行维护费'],
      ...['公务用车购置费及运行维护费支出', '公务用车购置及运行', '公务车购置及运行维护费'],
      ...['公务用车购置及运行维护支出', '公务用车购置费及运行费支出', '公车购置及运行维护费'],
    ],
    cells: threePublic('vehicles'),
    family: 'vehicles',
  },
  {
    id: 'three-public-vehicle-purchase',
    names: [
      ...['公务用车购置费', '公务用车购置', '公务用车购置费用', '公务用车购置支出', '公车购置费'],
      ...['公务用车购置费支出', '公务用车购置经费', '公务车购置费', '公务车购置费支出'],
    ],
    cells: threePublic('vehicle-purchase'),
    family: 'vehicle-purchase',
  },
  {
    id: 'three-public-vehicle-operation',
    names: [
      ...[
        '公务用车运行维护费',
        '公务用车运行费',
        '公务用车运行维护费用',
        '公务用车运行维护',
        '公车运行费',
      ],
      ...['公务用车运行维护支出', '公务用车运行支出', '公务用车运行维护费支出', '公务用车运行'],
      ...['公务用车运行维护经费', '公车运行维护费', '公务车运行维护费', '公务车运行费'],
      ...['公务用车运行费支出', '公务车运行维护费支出'],
    ],
    cells: threePublic('vehicle-operation'),
    family: 'vehicles',
  },
  {
    id: 'three-public-reception',
    names: [
      '公务接待费',
      '公务接待费用',
      '公务接待费支出',
      '公务接待支出',
      '公务接待',
      '公务接待经费',
    ],
    cells: threePublic('reception'),
    family: 'reception',
  },
  {
    id: 'reception-domestic',
    names: [
      ...[
        '国内接待费',
        '国内公务接待费',
        '国内公务接待支出',
        '国内公务接待',
        '国内接待',
        '国内接待费支出',
      ],
    ],
    cells: threePublic('reception-domestic'),
    family: 'reception-domestic',
  },
  {
    id: 'reception-foreign-guests',
    names: [
      ...[
        '外事接待费',
        '外事接待',
        '外宾接待',
        '外宾接待支出',
        '接待外宾',
        '外事接待费支出',
        '外事接待支出',
      ],
      ...['含外宾接待支出', '外宾接待费', '国内外事接待', '国内外事接待费'],
    ],
    family: 'reception-foreign-guests',
  },
  {
    id: 'reception-overseas',
    names: [
      ...['国(境)外接待费', '国(境)外公务接待费', '国(境)外公务接待支出', '国(境)外公务接待'],
      ...['国(境)外接待', '国(境)外', '国境外接待费'],
    ],
    cells: threePublic('reception-foreign'),
    family: 'reception-overseas',
  },
  {
    id: 'conference',
    names: ['会议费', '会议费支出'],
    cells: threePublic('conference'),
  },
  {
    id: 'training',
    names: ['培训费', '培训费支出'],
    cells: threePublic('training'),
  },
];

/** Counts that the text gives beside 三公 amounts; no statutory cell prints them. */
export const COUNTS: readonly Concept[] = [
  {
    id: 'abroad-groups',
    names: [
      ...[
        '因公出国(境)团组',
        '出国(境)团组',
        '出国团组',
        '出国境团组',
        '团组',
        '因公出国(境)团组数',
      ],
      ...['团组数', '出国(境)团组数', '因公出国团组'],
    ],
    family: 'abroad',
    loose: true,
  },
  {
    id: 'abroad-persons',
    names: ['因公出国(境)人次', '因公出国(境)人数'],
    family: 'abroad',
    loose: true,
  },
  { id: 'reception-batches', names: ['接待批次', '公务接待批次'], family: 'reception' },
  { id: 'reception-domestic-batches', names: ['国内公务接待批次'], family: 'reception-domestic' },
  {
    id: 'reception-domestic-persons',
    names: ['国内公务接待人次', '国内公务接待人数'],
    family: 'reception-domestic',
  },
  { id: 'reception-persons', names: ['接待人次', '接待人数'], family: 'reception' },
  {
    id: 'vehicles-kept',
    names: [
      '公务用车保有量',
      '保有量',
      '公务用车保有',
      '公车保有量',
      '保有公务用车',
      '公务车保有量',
      '公务用车保有数',
      '公务用车实有数',
    ],
    family: 'vehicles',
    loose: true,
  },
  {
    id: 'vehicles-purchased',
    names: [
      ...[
        '购置公务用车',
        '公务用车购置数',
        '公务用车购置数量',
        '新购置公务用车',
        '更新购置公务用车',
      ],
      ...['新购公务用车', '购置公车', '更新公务用车', '公务用车购置量'],
    ],
    family: 'vehicle-purchase',
    loose: true,
  },
];
