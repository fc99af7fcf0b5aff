import type { PrintedValue, Task } from '../evaluation-model.js';
import { alignRow, type Misfit } from './align-row.js';
import { bare, type FormRow } from './form-rows.js';
import { numberIn } from './funds.js';

type TaskColumn =
  | 'name'
  | 'content'
  | 'completion'
  | 'budget'
  | 'executed'
  | 'rate'
  | 'weight'
  | 'score'
  | 'other';

const NAMES: readonly (readonly [column: TaskColumn, name: RegExp])[] = [
  ['name', /^(?:任务名称|对应项目|项目名称|主要任务)/],
  ['content', /^(?:主要)?内容/],
  ['completion', /完成情况|完成程度/],
  ['rate', /执行率/],
  ['budget', /预算数|下达金额|预算金额/],
  ['executed', /执行数|执行金额/],
  ['weight', /^分值/],
  ['score', /^得分/],
];

const END = /^(?:金额)?合计|^总计/;

/** The tasks of a department's form from the heading in this row on; null when it is none. */
export function readTasks(
  rows: readonly FormRow[],
  start: number,
): { readonly tasks: readonly Task[]; readonly end: number } | null {
  const heading = rows[start]!;
  const columns = heading.texts.map(columnOf);
  if (heading.loose || !columns.includes('name') || !columns.includes('executed')) return null;
  // Where a group has three amounts (总额, 财政拨款, 其他资金) the first is the whole.
  const misfits = spread(columns).map(misfitOf);
  const tasks: Task[] = [];
  let at = start + 1;
  for (; at < rows.length; at += 1) {
    const row = rows[at]!;
    const first = bare(row.texts.find((text) => text !== '') ?? '');
    if (row.loose || END.test(first)) break;
    const hasNumber = row.texts.some((text) => numberIn(text) !== null);
    if (!hasNumber) {
      if (tasks.length > 0) break;
      continue;
    }
    tasks.push(taskOf(row, columns, alignRow(row.texts, misfits)));
  }
  return { tasks, end: at };
}

function columnOf(text: string): TaskColumn {
  const name = bare(text);
  return name === '' ? 'other' : (NAMES.find(([, known]) => known.test(name))?.[0] ?? 'other');
}

/** Blank headings go on with the amounts to their left. */
function spread(columns: readonly TaskColumn[]): readonly TaskColumn[] {
  let open: TaskColumn = 'other';
  return columns.map((column) => {
    if (column !== 'other') open = column;
    return column === 'other' && (open === 'budget' || open === 'executed') ? open : column;
  });
}

function misfitOf(column: TaskColumn): Misfit {
  const text = column === 'name' || column === 'content' || column === 'other';
  return (printed) => {
    const number = numberIn(printed) !== null || /^[-—－]+$/.test(bare(printed));
    return number === text ? 6 : 0;
  };
}

function taskOf(
  row: FormRow,
  columns: readonly TaskColumn[],
  placed: readonly (number | null)[],
): Task {
  const value = (column: TaskColumn): PrintedValue | null => {
    const from = placed[columns.indexOf(column)];
    const cell = from === null || from === undefined ? undefined : row.cells[from];
    const text = cell?.text.trim() ?? '';
    return cell === undefined || text === '' ? null : { text, place: cell.place };
  };
  const name = value('name');
  return {
    name: bare(name?.text ?? ''),
    content: value('content')?.text ?? null,
    completion: value('completion'),
    budget: value('budget'),
    executed: value('executed'),
    rate: value('rate'),
    weight: value('weight'),
    score: value('score'),
    place: name?.place ?? row.place,
  };
}
