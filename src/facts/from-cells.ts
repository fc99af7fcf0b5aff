import type { MoneyUnit } from '../base/amount.js';
import { unwrapLabel } from '../base/label.js';
import type { CellsDocument, Grid, TextLine } from '../cells/model.js';
import { recogniseEdition } from '../editions/recognise.js';
import { editionFeatures } from './edition-features.js';
import { evaluationsOf } from './evaluations-of.js';
import { recogniseKind } from './kind.js';
import type { Entity, Filing, FormFact, Passage, Section, Unread } from './model.js';
import { readNarrative } from './narrative.js';
import { outline } from './outline.js';
import { finishTable, unreadCells } from './tables/draft.js';
import { type FoundTables, findTables } from './tables/find-tables.js';
import { declaredUnit, declaredYear } from './tables/headings.js';

/** Where the cover and its title stand. */
const COVER_LINES = 12;

/** Reads a document's cells into facts: forms, sections, figures. Nothing is judged here. */
export function filingFromCells(document: CellsDocument, id = document.file): Filing {
  const found = findTables(document.blocks);
  const unit = documentUnit(found, document);
  const drafted = found.drafts.map((draft) => finishTable(draft, unit ?? '万元'));
  const { forms, unread: extra, second } = onlyFirstUnit(drafted);
  const lines = second === null ? found.rest : beforeSecondUnit(found.rest, forms, second);
  const fiscalYear = yearOf(forms, lines);
  const { sections, passages } = outline(lines, fiscalYear);
  const entity = entityOf(forms, lines);
  const kind = recogniseKind(document, forms, found);
  const narrative =
    kind === 'final-account'
      ? readNarrative(sections, passages, { fiscalYear, entity, unit, forms })
      : { figures: [], statements: [], lists: [] };
  return {
    id,
    file: document.file,
    kind,
    entity,
    entities: entitiesOf(entity, found.otherGrids, passages),
    fiscalYear,
    unit,
    edition: kind === 'final-account' ? recogniseEdition(editionFeatures(forms, found.rest)) : null,
    sections: [...sections, ...annexSections(found, fiscalYear)],
    forms,
    evaluations: evaluationsOf(found, document, kind),
    passages,
    ...narrative,
    unread: [...found.unread, ...forms.flatMap(unreadCells), ...extra],
  };
}

/** The unit most tables declare, else what the text declares. */
function documentUnit(found: FoundTables, document: CellsDocument): MoneyUnit | null {
  const declared = found.drafts.flatMap(({ unit }) => (unit === null ? [] : [unit]));
  const most = mostFrequent(declared);
  if (most !== null) return most;
  for (const block of document.blocks) {
    const unit = block.kind === 'line' ? declaredUnit(block.text) : null;
    if (unit !== null) return unit;
  }
  return null;
}

function mostFrequent<T>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | null = null;
  for (const [value, count] of counts) if (best === null || count > counts.get(best)!) best = value;
  return best;
}

/**
 * A second table of the same form under another name belongs to another unit: it is not mixed in
 * but said to be unread.
 */
function onlyFirstUnit(forms: readonly FormFact[]): {
  readonly forms: FormFact[];
  readonly unread: Unread[];
  /** The first table of another unit. */
  readonly second: FormFact | null;
} {
  const kept = new Map<string, FormFact>();
  const unread: Unread[] = [];
  let second: FormFact | null = null;
  for (const form of forms) {
    const known = kept.get(form.form);
    if (!known) {
      kept.set(form.form, form);
    } else if (known.cells.length === 0 && form.cells.length > 0) {
      kept.set(form.form, form);
    } else if (form.cells.length > 0) {
      const other = form.entity !== null && known.entity !== null && form.entity !== known.entity;
      if (other) second ??= form;
      unread.push({
        what: `第二张${form.title}${form.entity === null ? '' : `（${form.entity}）`}`,
        why: other
          ? `本文件含有两个单位的决算表，只读了${known.entity}的；请把每个单位存为单独的文件`
          : '同一张表出现了两次，只读了前一张；请删去多余的一张，或存为单独的文件',
        place: form.place,
      });
    }
  }
  return { forms: [...kept.values()], unread, second };
}

/** The text of the first unit: up to where the second one's document begins. */
function beforeSecondUnit(
  lines: readonly TextLine[],
  forms: readonly FormFact[],
  second: FormFact,
): readonly TextLine[] {
  const start = second.place.line ?? 0;
  const last = Math.max(
    0,
    ...forms.map(({ place }) => place.line ?? 0).filter((line) => line < start),
  );
  const cover = lines.find(
    ({ text, place }) =>
      (place.line ?? 0) > last && text.replace(/\s/g, '').includes(second.entity!),
  );
  const end = Math.min(start, cover?.place.line ?? start);
  return lines.filter(({ place }) => (place.line ?? 0) < end);
}

/**
 * The year that cover, tables and text speak of most; one misprint must not turn the rest wrong.
 */
function yearOf(forms: readonly FormFact[], lines: readonly TextLine[]): number | null {
  const votes: number[] = forms.flatMap(({ fiscalYear }) => fiscalYear ?? []);
  lines.forEach((line, at) => {
    if (!/决算|绩效/.test(line.text)) return;
    const year = declaredYear(line.text);
    if (year === null) return;
    votes.push(year);
    // A cover speaks louder than a sentence, which may compare with another year.
    if (at < COVER_LINES) votes.push(year);
  });
  return mostFrequent(votes);
}

function entityOf(forms: readonly FormFact[], lines: readonly TextLine[]): string | null {
  const declared = mostFrequent(forms.flatMap(({ entity }) => entity ?? []));
  return declared ?? coverEntity(lines.slice(0, COVER_LINES));
}

/** On the cover the name stands before the year and 部门决算, on the same line or the one above. */
function coverEntity(lines: readonly TextLine[]): string | null {
  let above: string | null = null;
  for (const line of lines) {
    const text = unwrapLabel(line.text).replace(/\s+/g, '');
    const title = /^(.*?)(?:\d{4}年度?)?(?:部门|单位)?决算(?:公开)?(?:报告|说明|情况)?$/.exec(text);
    if (title) {
      const name = title[1]!.replace(/\d{4}年度?$/, '');
      return name.length >= 4 ? name : above;
    }
    if (/^[\u4e00-\u9fff（）()]{4,40}$/.test(text) && !/目录|部分/.test(text)) above = text;
  }
  return null;
}

/** The document's own unit first, then the units of a 单位名称 list. */
function entitiesOf(
  entity: string | null,
  grids: readonly Grid[],
  passages: readonly Passage[],
): Entity[] {
  const units: Entity[] = [];
  for (const grid of grids) {
    const at = grid.rows[0]?.findIndex(({ text }) => /^(?:单位|部门)名称$/.test(text.trim())) ?? -1;
    if (at < 0) continue;
    for (const row of grid.rows.slice(1)) {
      const cell = row[at];
      if (cell && cell.text.trim() !== '') {
        units.push({ name: cell.text.trim(), role: 'unit', place: cell.place });
      }
    }
  }
  if (units.length === 0) units.push(...listedUnits(passages));
  if (entity === null) return units;
  const place = passages.length > 0 ? placeOfPassage(passages[0]!) : null;
  const role = units.length > 1 ? 'department' : 'unit';
  return place === null ? units : [{ name: entity, role, place }, ...units];
}

function placeOfPassage(passage: Passage): Entity['place'] {
  const { line, from } = passage.pieces[0]!;
  return { page: null, line, from, to: from + passage.text.length, text: passage.text };
}

/** "纳入…决算编制范围的单位包括：" followed by numbered names. */
function listedUnits(passages: readonly Passage[]): Entity[] {
  const at = passages.findIndex(
    ({ text }) => /决算编制范围/.test(text) && /[:：]$/.test(text.trim()),
  );
  if (at < 0) return [];
  const units: Entity[] = [];
  for (const passage of passages.slice(at + 1, at + 60)) {
    const match = /^\s*\d{1,2}\s*[.、．\s]\s*([\u4e00-\u9fff（）()]{4,40})$/.exec(passage.text);
    if (!match) {
      if (/^\s*序号/.test(passage.text)) continue;
      break;
    }
    units.push({ name: match[1]!, role: 'unit', place: placeOfPassage(passage) });
  }
  return units;
}

/** An annex that speaks of another year is a section of its own. */
function annexSections(found: FoundTables, fiscalYear: number | null): Section[] {
  return found.evaluations
    .filter((segment) => segment.form === 'evaluation-report')
    .map((segment, i) => ({
      id: `a${i + 1}`,
      title: segment.title,
      level: 2,
      parent: null,
      part: 'annex' as const,
      fiscalYear: segment.fiscalYear === fiscalYear ? null : segment.fiscalYear,
      place: segment.place,
    }));
}
