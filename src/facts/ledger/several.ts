import type { Place } from '../../base/place.js';
import type { Wording } from '../../base/wording.js';
import type { Unread } from '../model.js';
import { mostFrequent } from '../most-frequent.js';
import type { LedgerLine } from './model.js';

/** What a cell of a row says, and where. */
export interface Said<Value> {
  readonly value: Value;
  readonly place: Place;
}

/** Books of one body are derived from; those of several are merged by whoever has each. */
export function severalBodies(entities: readonly Said<string>[]): readonly Unread[] {
  const names = [...new Set(entities.map(({ value }) => value))];
  const first = entities[0]?.value;
  const other = entities.find(({ value }) => value !== first);
  return other === undefined ? [] : [{ what: names.join('、'), why: BODIES, place: other.place }];
}

const BODIES: Wording = {
  zh: '一个账套里有几个单位的行；请每个单位存为单独的文件，再用 merge 合并',
  en: 'the books are of several units; save those of each as a file and merge them',
};

/** The lines of one year, and the rows of others. */
export interface LinesOfYear {
  readonly lines: readonly LedgerLine[];
  /** What the lines are of: what the file declares, else what most of them say. */
  readonly year: number | null;
  readonly problems: readonly Unread[];
}

/**
 * Leaves the lines of the year that the file declares, of most lines where it declares none. What
 * says that it is of another year is not used, and said; of two equally many neither is.
 */
export function ofOneYear(
  lines: readonly LedgerLine[],
  years: ReadonlyMap<LedgerLine, Said<number>>,
  declared: number | null,
): LinesOfYear {
  const said = lines.flatMap((line) => years.get(line) ?? []);
  const values = [...new Set(said.map(({ value }) => value))];
  const counts = values.map((year) => said.filter(({ value }) => value === year).length);
  const most = Math.max(...counts);
  const isTied = counts.filter((count) => count === most).length > 1;
  const year = declared ?? (isTied ? null : mostFrequent(said.map(({ value }) => value)));
  const others = values.filter((value) => value !== year).sort((a, b) => a - b);
  const problems = others.map((value): Unread => {
    const own = said.filter((one) => one.value === value);
    const count = new Set(own.map(({ place }) => place.line)).size;
    const why = year === null ? TIED : left(year, declared !== null);
    return { what: `年度“${value}”（${count} 行）`, why, place: own[0]!.place };
  });
  const isOf = (line: LedgerLine) => (years.get(line)?.value ?? year) === year;
  return { lines: others.length === 0 ? lines : lines.filter(isOf), year, problems };
}

const TIED: Wording = {
  zh: '一个账套里有几个年度的行，看不出是哪一年的账，都没有采用；请在表头写明年度，或只留一个年度',
  en: 'the books are of several years and none is declared: no row was used; declare the year',
};

function left(year: number, isDeclared: boolean): Wording {
  const zh = isDeclared ? `账是${year}年度的` : `多数行是${year}年度的`;
  return {
    zh: `${zh}，别的年度的行没有采用；年度不对的，请在表头写明，别的年度的请存为单独的文件`,
    en: `the books are of ${year}; rows of other years were not used. Save them as a file`,
  };
}
