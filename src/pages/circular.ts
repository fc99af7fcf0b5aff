import { fill, type Wording } from '../base/wording.js';
import { INSPECTIONS, type Inspection } from '../rules/inspections.js';
import type { Lang } from './model.js';
import type { BookValue, ReviewBook } from './review-book.js';

/** One body in a circular. */
export interface CircularLine {
  readonly unit: string;
  /** Whether it published, in words. */
  readonly state: Wording;
  readonly approved: string | null;
  readonly deadline: string | null;
  readonly published: string | null;
  readonly daysLate: number | null;
  readonly inspections: Readonly<Record<Inspection, boolean | null>>;
  /** Errors that the checks found, and findings that a reviewer confirmed; null: not checked. */
  readonly errors: number | null;
  readonly confirmed: number | null;
  readonly note: string;
}

/** What a finance bureau says of a year to all bodies of a place. */
export interface CircularContent {
  readonly place: string;
  readonly year: number;
  /** The day as of which it holds. */
  readonly day: string;
  readonly counts: {
    readonly due: number;
    readonly inTime: number;
    readonly late: number;
    readonly missing: number;
    readonly notDue: number;
    readonly exempt: number;
  };
  readonly lines: readonly CircularLine[];
}

/** The table of the 通报 in words: the same in the workbook and on the page. */
export interface Circular {
  readonly title: string;
  readonly lead: readonly string[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly notes: readonly string[];
}

type Pair = readonly [zh: string, en: string];

const WORDS = {
  title: [
    '{}{}年度决算公开情况通报附表',
    'Publication of the final accounts of {}, {}: table of the circular',
  ],
  counts: [
    '截至 {}：应公开 {} 个单位，按时 {} 个，逾期 {} 个，到期未公开 {} 个，未到期 {} 个；免于公开 {} 个。',
    'As of {}: {} bodies are to publish; {} did in time, {} late, {} are overdue, {} are not due ' +
      'yet; {} are exempt.',
  ],
  yes: ['符合', 'yes'],
  no: ['不符合', 'no'],
  notes: [
    '完整、真实、细化、形式由程序按核对规则得出，“—”表示现有材料不能判断；印发前请逐项核实。',
    'All but timeliness is what the rules came to; a dash means that nobody can say. Verify each ' +
      'before it is sent out.',
  ],
  confirmedNote: [
    '“已确认问题”是审核人员认定属实的问题数，“核对出的错误”未经认定。',
    'Confirmed findings are those that a reviewer confirmed; errors found are not confirmed.',
  ],
} as const satisfies Readonly<Record<string, Pair>>;

const HEAD: readonly Pair[] = [
  ['序号', 'No.'],
  ['单位', 'Body'],
  ['公开情况', 'Publication'],
  ['批复日期', 'Approved'],
  ['公开期限', 'Deadline'],
  ['公开日期', 'Published'],
  ['逾期天数', 'Days late'],
  ['及时', 'Timely'],
  ['完整', 'Complete'],
  ['真实', 'True'],
  ['细化', 'Detailed'],
  ['形式', 'Form'],
  ['核对出的错误', 'Errors found'],
  ['已确认问题', 'Confirmed'],
  ['备注', 'Remark'],
];

/** In characters, one for each column. */
const WIDTHS = [6, 30, 12, 12, 12, 12, 9, 9, 9, 9, 9, 9, 10, 10, 24] as const;

/** The circular of a place and year in words. */
export function circularOf(content: CircularContent, lang: Lang): Circular {
  const { place, year, day, counts, lines } = content;
  const { due, inTime, late, missing, notDue, exempt } = counts;
  const say = (id: keyof typeof WORDS, ...values: readonly (string | number)[]) =>
    fill(pick(lang, WORDS[id]), values);
  return {
    title: say('title', place, year),
    lead: [say('counts', day, due, inTime, late, missing, notDue, exempt)],
    head: HEAD.map((pair) => pick(lang, pair)),
    rows: lines.map((line, index) => [
      ...[index + 1, line.unit, line.state[lang]],
      ...[line.approved, line.deadline, line.published, line.daysLate],
      ...INSPECTIONS.map((each) => {
        const passed = line.inspections[each];
        return passed === null ? '—' : say(passed ? 'yes' : 'no');
      }),
      ...[line.errors, line.confirmed, line.note],
    ]),
    notes: [say('notes'), say('confirmedNote')],
  };
}

function pick(lang: Lang, pair: Pair): string {
  return pair[lang === 'zh' ? 0 : 1];
}

/** The circular as a workbook of one sheet. */
export function circularBook({ title, lead, head, rows, notes }: Circular): ReviewBook {
  const above = [[title], ...lead.map((text) => [text])];
  return {
    title,
    sheets: [
      {
        ...{ name: '通报附表', headRow: above.length, frozenColumns: 2, widths: WIDTHS },
        rows: [...above, head, ...rows, ...notes.map((text): BookValue[] => [text])],
      },
    ],
  };
}
