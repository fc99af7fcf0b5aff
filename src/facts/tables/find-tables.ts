import { comparePlaces } from '../../base/place.js';
import type { CellsBlock, Grid, TextLine } from '../../cells/model.js';
import { evaluationForm } from '../evaluations/from-blocks.js';
import type { EvaluationSegment, Unread } from '../model.js';
import type { TableDraft } from './draft.js';
import { joinedByItem } from './economic-across.js';
import { evaluationTitle } from './evaluations.js';
import { EvaluationFinder } from './find-evaluations.js';
import { readLines } from './from-lines.js';
import { guessForm } from './guess-form.js';
import { isTableNote, listsTables, type TitleMatch } from './headings.js';
import { besideEachOther, leftOver } from './left-over.js';
import {
  type GridRows,
  gridDraft,
  gridDrafts,
  hasCodesOrLabels,
  isByFunction,
  isHeadingLine,
  isMetaLine,
  isProse,
  isTableTitle,
  type Meta,
  type MetaText,
  metaOf,
  type Note,
  splitAtTitles,
  widthOf,
  withoutRepeatedHeading,
  wrapsOn,
} from './table-region.js';
import { distrust, unplaced } from './trust.js';
import { PART, Walk } from './walk.js';

/** The tables of a document, and what is left when they and the performance forms are taken out. */
export interface FoundTables {
  readonly drafts: readonly TableDraft[];
  readonly evaluations: readonly EvaluationSegment[];
  /** Lines for the outline, in reading order. */
  readonly rest: readonly TextLine[];
  /**
   * Grids that are neither statutory tables nor performance forms: lists of units, of empty
   * tables.
   */
  readonly otherGrids: readonly Grid[];
  readonly unread: readonly Unread[];
}

/** A title stands at most this many blocks above its table, a heading as many below its title. */
const FARTHEST_TITLE = 10;
const FARTHEST_HEADING = 12;

/**
 * Finds the statutory tables and the performance forms among the blocks of a document. Where pages
 * are `drawn`, a table that is not a grid is one that nobody could take apart: it is unread.
 */
export function findTables(blocks: readonly CellsBlock[], drawn = false): FoundTables {
  return new TableFinder(new Walk(blocks), drawn).find();
}

/** The grid table before, for those that continue it: its rows so far. */
interface LastTable {
  readonly draftAt: number;
  readonly title: TitleMatch;
  readonly rows: GridRows;
  readonly meta: Meta;
  readonly at: number;
}

class TableFinder {
  private readonly drafts: TableDraft[] = [];
  private readonly otherGrids: Grid[] = [];
  private readonly unread: Unread[] = [];
  private readonly evaluations: EvaluationFinder;
  private last: LastTable | null = null;
  /** The draft of the last lines under a title that were all heading, and where they end. */
  private bare: Pick<LastTable, 'draftAt' | 'at'> | null = null;

  constructor(
    private readonly walk: Walk,
    private readonly drawn: boolean,
  ) {
    this.evaluations = new EvaluationFinder(walk);
  }

  find(): FoundTables {
    this.walk.blocks.forEach((block, at) => {
      if (this.walk.isTaken(at)) return;
      if (block.kind === 'grid') this.takeGrid(block, at);
      else if (this.walk.titles[at]) this.takeLines(this.walk.titles[at], at);
    });
    this.evaluations.takeLines();
    const found = [...this.drafts].sort((a, b) => comparePlaces(a.place, b.place));
    const drafts = joinedByItem(found);
    const segments = this.evaluations.segments.sort((a, b) => comparePlaces(a.place, b.place));
    return {
      drafts,
      evaluations: segments.map(({ from, to, ...segment }, i) => ({
        ...segment,
        id: `e${i + 1}`,
        content: evaluationForm(
          this.walk.blocks.slice(from, to + 1),
          segment.form === 'evaluation-report',
        ),
      })),
      rest: this.walk.rest(),
      otherGrids: this.otherGrids,
      unread: [
        ...this.unread,
        ...drafts.flatMap((draft) => draft.unread),
        ...besideEachOther(this.walk.blocks, new Set(drafts.map(({ form }) => form))),
      ],
    };
  }

  private takeGrid(grid: Grid, at: number): void {
    this.walk.take(at);
    const parts = splitAtTitles(grid);
    for (const { title, rows } of parts) {
      const place = rows[0]?.[0]?.place ?? grid.place;
      this.takePart(title, { kind: 'grid', rows, place }, at, parts.length > 1);
    }
  }

  private takePart(inner: TitleMatch | null, grid: Grid, at: number, several: boolean): void {
    if (inner === null && listsTables(grid)) {
      this.otherGrids.push(grid);
      return;
    }
    const titleAt = inner === null ? this.titleBefore(at) : null;
    const title = inner ?? (titleAt === null ? null : this.walk.titles[titleAt]!);
    if (title === null) {
      if (this.evaluations.takeGrid(grid, at, this.last?.at ?? -1)) return;
      if (!several && this.continues(grid, at)) {
        this.extend(grid, at);
        return;
      }
    }
    const form = title?.form ?? (this.isOtherTable(at) ? null : guessForm(grid.rows));
    if (form === null || isByFunction(form, grid.rows)) {
      if (title === null) this.doubtEmptiness(grid, at);
      this.otherGrids.push(grid);
      return;
    }
    const match = title ?? { form, title: '' };
    const meta = this.metaAround(titleAt, at, grid.rows);
    this.last = { draftAt: this.drafts.length, title: match, rows: grid.rows, meta, at };
    this.drafts.push(...gridDrafts(match, grid.rows, meta, this.notesAfter(at)));
  }

  /** A table goes on when a grid without a title follows and has rows of its kind. */
  private continues(grid: Grid, at: number): boolean {
    const { last } = this;
    if (!last || !this.isNext(last.at, at)) return false;
    const guessed = guessForm(grid.rows);
    if (guessed !== null) return guessed === last.title.form;
    return widthOf(grid.rows) === widthOf(last.rows) && hasCodesOrLabels(grid.rows);
  }

  /** Whether next to nothing stands between two blocks: a page break with its number and header. */
  private isNext(before: number, at: number): boolean {
    let words = 0;
    for (let between = before + 1; between < at; between += 1) {
      if (this.walk.isTaken(between)) continue;
      const line = this.walk.line(between);
      words += 1;
      if (!line || line.text.length > 40 || words > 4 || isTableTitle(line.text)) return false;
    }
    return true;
  }

  /** Amounts right below a table of which only the heading was read: it may not be empty. */
  private doubtEmptiness(grid: Grid, at: number): void {
    const before = this.last ?? this.bare;
    if (before === null || !this.isNext(before.at, at)) return;
    const draft = this.drafts[before.draftAt]!;
    if (draft.rows.length > 0) return;
    const unread = [...draft.unread, ...leftOver(draft.title, grid.rows, [])];
    this.drafts[before.draftAt] = { ...draft, unread };
  }

  private extend(grid: Grid, at: number): void {
    const last = this.last!;
    const rows = [...last.rows, ...withoutRepeatedHeading(last.rows, grid.rows)];
    const notes = [...this.drafts[last.draftAt]!.notes, ...this.notesAfter(at)];
    this.last = { ...last, rows, at };
    this.drafts[last.draftAt] = gridDraft(last.title, rows, last.meta, notes);
  }

  /** A table with a title of its own that no statutory form has. */
  private isOtherTable(at: number): boolean {
    for (let above = at - 1; above >= at - FARTHEST_TITLE; above -= 1) {
      const line = this.walk.line(above);
      if (!line || this.walk.isTaken(above)) return false;
      if (isTableTitle(line.text)) return true;
    }
    return false;
  }

  private titleBefore(at: number): number | null {
    for (let above = at - 1; above >= at - FARTHEST_TITLE; above -= 1) {
      const line = this.walk.line(above);
      if (!line || this.walk.isTaken(above)) return null;
      if (this.walk.titles[above]) return above;
      if (isTableTitle(line.text) || evaluationTitle(line) !== null) return null;
      if (line.text.trim().length > 80) return null;
    }
    return null;
  }

  /**
   * Number, unit, entity and year near the title and in the heading rows; their lines are taken.
   */
  private metaAround(titleAt: number | null, at: number, rows: GridRows): Meta {
    const texts: MetaText[] = [];
    for (let i = titleAt === null ? at - 4 : titleAt - 2; i < at; i += 1) {
      const line = this.walk.line(i);
      if (!line || this.walk.isTaken(i)) continue;
      const between = titleAt !== null && i > titleAt && line.text.trim().length <= 40;
      const meta = i === titleAt || isMetaLine(line.text);
      if (meta) texts.push(line);
      if (meta || between) this.walk.take(i);
    }
    const inner = rows.slice(0, 4).flat();
    const title = titleAt === null ? null : this.walk.line(titleAt);
    return metaOf([...texts, ...inner], title?.place ?? null);
  }

  private notesAfter(at: number): Note[] {
    const notes: Note[] = [];
    for (let next = at + 1; ; next += 1) {
      const line = this.walk.line(next);
      if (!line || this.walk.isTaken(next) || this.walk.titles[next]) return notes;
      const last = notes[notes.length - 1];
      if (!isTableNote(line.text) && !(last && wrapsOn(last, line))) return notes;
      this.walk.take(next);
      notes.push({ text: line.text.trim(), place: line.place });
    }
  }

  private takeLines(title: TitleMatch, at: number): void {
    const region = this.regionAfter(at);
    if (region === null) return;
    const above = [at - 2, at - 1].filter((i) => {
      const line = this.walk.line(i);
      return line && !this.walk.isTaken(i) && isMetaLine(line.text);
    });
    const lines = region.map((i) => this.walk.line(i)!);
    const metaLines = lines.filter(({ text }) => isMetaLine(text));
    const texts = [...above, at].map((i) => this.walk.line(i)!);
    const meta = metaOf([...texts, ...metaLines.slice(0, 8)], this.walk.line(at)!.place);
    for (const i of [...above, at, ...region]) this.walk.take(i);
    const body = lines.filter((line) => !metaLines.includes(line));
    const reading = readLines(title.form, body, title.title);
    const why = this.drawn ? unplaced(body) : distrust(title.form, reading.rows, body);
    if (why !== null) {
      this.unread.push({ what: `《${title.title}》`, why, place: meta.place });
      this.notesAfter(region[region.length - 1] ?? at);
      this.last = null;
      return;
    }
    const notes = this.notesAfter(region[region.length - 1] ?? at);
    this.bare = { draftAt: this.drafts.length, at: region[region.length - 1] ?? at };
    this.drafts.push({ ...meta, form: title.form, title: title.title, ...reading, notes });
    this.last = null;
  }

  /** Lines from the title to its notes or the next title; null when no table stands there. */
  private regionAfter(at: number): number[] | null {
    const region: number[] = [];
    let headed = false;
    for (let next = at + 1; ; next += 1) {
      const line = this.walk.line(next);
      if (!line || this.walk.titles[next] || evaluationTitle(line) !== null) break;
      if (region.length > 0 && isTableTitle(line.text)) break;
      const { text } = line;
      if (isTableNote(text) || isProse(text)) break;
      if (PART.test(text.trim())) {
        if (!this.goesOn(next)) break;
        continue;
      }
      headed ||= isHeadingLine(text);
      if (!headed && region.length >= FARTHEST_HEADING) return null;
      region.push(next);
    }
    return headed ? region : null;
  }

  /** A heading that a page break pushed into a table: its rows go on below. */
  private goesOn(at: number): boolean {
    const next = this.walk.line(at + 1)?.text ?? '';
    return (
      !/年/.test(next) &&
      /^\s*(?:[\d,.\s()-]+|\d.*|[一二三四五六七八九十]{1,3}、.*\d.*)$/.test(next)
    );
  }
}
