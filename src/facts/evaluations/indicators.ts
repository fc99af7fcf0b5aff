import { halfWidth } from '../../base/label.js';
import type { GridCell } from '../../cells/model.js';
import type { Indicator, PrintedValue, ReasonKind, TargetOperator } from '../evaluation-model.js';
import { alignRow } from './align-row.js';
import { bare, type FormRow } from './form-rows.js';
import {
  type IndicatorColumn,
  type IndicatorHeading,
  indicatorHeading,
  misfitOf,
} from './indicator-columns.js';

/** A row that ends the indicators: 总分, 合计, 指标自评得分小计. */
const END = /^(?:总分|合计|总计|总评价得分|总得分|综合得分|.*得分小计|得分合计|自评总分)/;

/**
 * The indicators below a heading, and the index of the row after the last. `before` is the last
 * indicator of the table above: where a page ends inside a level, the next rows leave it blank.
 */
export function readIndicators(
  rows: readonly FormRow[],
  heading: IndicatorHeading,
  before?: Indicator,
): { readonly indicators: readonly Indicator[]; readonly end: number } {
  const misfits = heading.columns.map(misfitOf);
  const reader = new IndicatorReader(before);
  let at = heading.bodyStart;
  for (; at < rows.length; at += 1) {
    const row = rows[at]!;
    const first = bare(row.texts.find((text) => text !== '') ?? '');
    if (END.test(first)) break;
    if (indicatorHeading(rows, at) !== null) break;
    if (row.loose) {
      reader.loose(first);
      continue;
    }
    const placed = alignRow(row.texts, misfits);
    const cells = new Map<IndicatorColumn, GridCell>();
    heading.columns.forEach((column, index) => {
      const from = placed[index];
      const cell = from === null || from === undefined ? undefined : row.cells[from];
      if (cell !== undefined && cell.text.trim() !== '' && !cells.has(column)) {
        cells.set(column, cell);
      }
    });
    reader.row(cells, row);
  }
  return { indicators: reader.indicators(), end: at };
}

const STRUCK_OUT = /^[/／\\—－-]+$/;

/** Words of a heading that slid into the first row. */
const HEADING = /^(?:经费|制度|人员|硬件条件)保障$|^其他$|^原因说明$/;

const REASONS: readonly ReasonKind[] = [
  'funds',
  'rules',
  'staff',
  'equipment',
  'other',
  'explanation',
];

interface Draft extends Omit<Indicator, 'group'> {
  group: string | null;
}

class IndicatorReader {
  private readonly made: Draft[] = [];
  private firstLevel: string | null = null;
  private secondLevel: string | null = null;
  /** The row whose weight and score are shared by rows below that have none. */
  private sharing: Draft | null = null;

  constructor(before?: Indicator) {
    this.firstLevel = before?.firstLevel ?? null;
    this.secondLevel = before?.secondLevel ?? null;
  }

  /** A level that fell out of its cell and stands on a line of its own. */
  loose(text: string): void {
    if (/^绩效指标$/.test(text) || text.length > 12) return;
    this.firstLevel = text;
    this.secondLevel = null;
  }

  row(cells: ReadonlyMap<IndicatorColumn, GridCell>, { place }: FormRow): void {
    // Where the name slid under a level, the level is not printed in this row.
    const named = (['name', 'secondLevel', 'firstLevel'] as const).find((column) =>
      cells.has(column),
    );
    const name = named === undefined ? undefined : cells.get(named);
    const level = (column: 'firstLevel' | 'secondLevel') =>
      column === named ? '' : bare(cells.get(column)?.text ?? '');
    this.levels(level('firstLevel'), level('secondLevel'));
    const values = ['target', 'actual', 'weight', 'score'] as const;
    if (name === undefined || !values.some((column) => cells.has(column))) {
      this.continued(cells);
      return;
    }
    // 不涉及: a row that is struck out says nothing.
    if (STRUCK_OUT.test(bare(name.text))) return;
    const target = printed(cells.get('target')) ?? printed(cells.get('initial-target'));
    const draft: Draft = {
      firstLevel: this.firstLevel,
      secondLevel: this.secondLevel,
      name: bare(name.text).replace(/^指标\d+[:：]/, ''),
      operator: operatorOf(cells.get('operator')?.text ?? target?.text ?? ''),
      target,
      initialTarget: cells.has('target') ? printed(cells.get('initial-target')) : null,
      unit: cells.get('unit')?.text.trim() ?? null,
      actual: printed(cells.get('actual')),
      completion: printed(cells.get('completion')),
      weight: printed(cells.get('weight')),
      score: printed(cells.get('score')),
      group: null,
      reasons: reasonsOf(cells),
      measures: printed(cells.get('measures')),
      ...methodOf(cells),
      place: name.place ?? place,
    };
    this.made.push(draft);
    this.share(draft);
  }

  /** Labels stand in the middle of their rows, so the rows before the first label have it too. */
  indicators(): readonly Indicator[] {
    const first = this.made.find(({ firstLevel }) => firstLevel !== null)?.firstLevel ?? null;
    return this.made.map((row) => (row.firstLevel === null ? { ...row, firstLevel: first } : row));
  }

  private levels(firstLevel: string, secondLevel: string): void {
    if (firstLevel !== '' && !isRest(firstLevel)) {
      this.firstLevel = firstLevel;
      this.secondLevel = null;
    }
    if (secondLevel === '') return;
    if (isRest(secondLevel) && this.secondLevel !== null && !/指标$/.test(this.secondLevel)) {
      this.rename(this.secondLevel, this.secondLevel + secondLevel);
    } else this.secondLevel = secondLevel;
  }

  /** 数量 on one row and 指标 on the next are one label over both. */
  private rename(from: string, to: string): void {
    this.secondLevel = to;
    for (let at = this.made.length - 1; at >= 0 && this.made[at]!.secondLevel === from; at -= 1) {
      this.made[at] = { ...this.made[at]!, secondLevel: to };
    }
  }

  /** A row that only goes on with the texts of the one before. */
  private continued(cells: ReadonlyMap<IndicatorColumn, GridCell>): void {
    const last = this.made[this.made.length - 1];
    const more = cells.get('name');
    if (last === undefined || more === undefined) return;
    this.made[this.made.length - 1] = { ...last, name: last.name + bare(more.text) };
  }

  private share(draft: Draft): void {
    if (draft.weight !== null || draft.score !== null) {
      this.sharing = draft;
      return;
    }
    const { sharing } = this;
    if (sharing === null || sharing.firstLevel !== draft.firstLevel) return;
    sharing.group ??= `g${this.made.indexOf(sharing) + 1}`;
    draft.group = sharing.group;
  }
}

/** The end of a label that was broken over rows. */
function isRest(text: string): boolean {
  return /^(?:指标|效益|标)$/.test(text) || /^[（(]\d+分[)）]$/.test(text);
}

function printed(cell: GridCell | undefined): PrintedValue | null {
  return cell === undefined ? null : { text: cell.text.trim(), place: cell.place };
}

const METHOD = ['definition', 'formula', 'standard', 'finding'] as const;

function methodOf(cells: ReadonlyMap<IndicatorColumn, GridCell>): Pick<Indicator, 'method'> {
  if (!METHOD.some((column) => cells.has(column))) return {};
  const [definition, formula, standard, finding] = METHOD.map((column) =>
    printed(cells.get(column)),
  );
  return {
    method: {
      definition: definition ?? null,
      formula: formula ?? null,
      standard: standard ?? null,
      finding: finding ?? null,
    },
  };
}

function reasonsOf(
  cells: ReadonlyMap<IndicatorColumn, GridCell>,
): Partial<Record<ReasonKind, PrintedValue>> {
  const reasons: Partial<Record<ReasonKind, PrintedValue>> = {};
  for (const kind of REASONS) {
    const value = printed(cells.get(kind));
    if (value !== null && !HEADING.test(bare(value.text))) reasons[kind] = value;
  }
  return reasons;
}

/** The sign before a target: ≥95%, >=95, 不少于3次. */
export function operatorOf(text: string): TargetOperator | null {
  const plain = halfWidth(bare(text));
  if (/^(?:≥|>=|不少于|不低于|不小于)/.test(plain)) return '≥';
  if (/^(?:≤|<=|不超过|不高于|不多于|不大于|不晚于)/.test(plain)) return '≤';
  if (/^(?:=|等于)/.test(plain)) return '=';
  if (plain.startsWith('>')) return '>';
  return plain.startsWith('<') ? '<' : null;
}
