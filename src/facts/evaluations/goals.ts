import type { GridCell } from '../../cells/model.js';
import type { Goal, PrintedValue } from '../evaluation-model.js';
import { bare, type FormRow } from './form-rows.js';

/** The name of the column of goals. */
export const EXPECTED_GOAL =
  /^(?:预期目标|年度目标|年初(?:设定|总体)目标|实施期目标|年度绩效目标|绩效目标)/;
/** The name of the column of results. */
export const ACTUAL_GOAL = /(?:实际|全年|目标).{0,4}完成情况|^完成情况/;

/** 年度目标 beside 实际完成情况 from the heading in this row on; null when it is none. */
export function readGoals(
  rows: readonly FormRow[],
  start: number,
): { readonly goals: readonly Goal[]; readonly end: number } | null {
  const heading = rows[start]!;
  const expectedAt = heading.texts.findIndex((text) => EXPECTED_GOAL.test(bare(text)));
  const actualAt = heading.texts.findIndex(
    (text, at) => at > expectedAt && ACTUAL_GOAL.test(bare(text)),
  );
  if (heading.loose || expectedAt < 0 || actualAt < 0) return null;
  const goals: Goal[] = [];
  let at = start + 1;
  for (; at < rows.length; at += 1) {
    const row = rows[at]!;
    const filled = row.cells.filter((cell) => cell.text.trim().length > 1);
    const texts = filled.filter(({ text }) => !GOAL_LABEL.test(bare(text)));
    if (row.loose || texts.length === 0 || texts.length > 2 || !isGoal(texts, goals)) break;
    const middle = actualAt - (actualAt - expectedAt) / 2;
    const left = texts.find((cell) => row.cells.indexOf(cell) < middle);
    const right = texts.find((cell) => row.cells.indexOf(cell) >= middle);
    goals.push({ expected: printed(left), actual: printed(right) });
  }
  return { goals, end: at };
}

/** The label of the goals, turned on its side and cut into rows. */
export const GOAL_LABEL = /^(?:年度|总体|(?:项目)?(?:年度)?(?:总体|绩效)目标|目标|完成情况)$/;

/** The first row below the heading, and those that number their goals. */
function isGoal(texts: readonly GridCell[], before: readonly Goal[]): boolean {
  return before.length === 0 || texts.some(({ text }) => /^(?:目标|\d+[、.．])/.test(text.trim()));
}

function printed(cell: GridCell | undefined): PrintedValue | null {
  return cell === undefined ? null : { text: cell.text.trim(), place: cell.place };
}
