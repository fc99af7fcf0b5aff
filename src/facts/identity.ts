import { unwrapLabel } from '../base/label.js';
import { linePlace, type Place } from '../base/place.js';
import type { CellsBlock, Grid, TextLine } from '../cells/model.js';
import type { Entity, FormFact, Passage } from './model.js';
import { mostFrequent } from './most-frequent.js';
import { placeIn } from './narrative-places.js';
import { declaredYear } from './tables/headings.js';

/** Where the cover and its title stand. */
const COVER_LINES = 12;

/**
 * The year typed in a list of what a document is; else the one that cover, tables and text speak of
 * most: one misprint must not turn the rest wrong.
 */
export function yearOf(
  forms: readonly FormFact[],
  lines: readonly TextLine[],
  blocks: readonly CellsBlock[],
): number | null {
  const typed = typedYear(blocks);
  if (typed !== null) return typed;
  const votes: number[] = forms.flatMap(({ fiscalYear }) => fiscalYear ?? []);
  lines.forEach((line, at) => {
    if (!/决算|绩效/.test(line.text)) return;
    // 较2022年度决算数增加: a year that something is compared with.
    const year = declaredYear(line.text.replace(COMPARED_YEAR, ''));
    if (year === null) return;
    votes.push(year);
    // A cover speaks louder than a sentence, which may compare with another year.
    if (at < COVER_LINES) votes.push(year);
  });
  return mostFrequent(votes);
}

/** The year that a list says beside 年度, where it says the name of the unit too. */
function typedYear(blocks: readonly CellsBlock[]): number | null {
  for (const block of blocks) {
    if (block.kind !== 'grid' || !block.rows.some(([label]) => NAME_LABEL.test(bare(label)))) {
      continue;
    }
    const row = block.rows.find(([label]) => YEAR_LABEL.test(bare(label)));
    const said = row?.slice(1).find((cell) => bare(cell) !== '');
    const year = /^((?:19|20)\d{2})(?:年|年度)?$/.exec(bare(said))?.[1];
    if (year !== undefined) return Number.parseInt(year, 10);
  }
  return null;
}

/** The name that a list says beside 单位名称, where it asks for the year too. */
export function typedEntity(blocks: readonly CellsBlock[]): string | null {
  for (const block of blocks) {
    if (block.kind !== 'grid' || !block.rows.some(([label]) => YEAR_LABEL.test(bare(label)))) {
      continue;
    }
    const row = block.rows.find(([label]) => NAME_LABEL.test(bare(label)));
    const name =
      row
        ?.slice(1)
        .find((cell) => bare(cell) !== '')
        ?.text.trim() ?? '';
    if (NAME.test(name)) return name;
  }
  return null;
}

/** A name and no remark of how to write it. */
const NAME = /^[\u4e00-\u9fffA-Za-z\d（）()“”·—-]{4,60}$/;
const NAME_LABEL = /^(?:编制|填报|预算)?(?:单位|部门)(?:全称|名称)[:：]?$/;
const YEAR_LABEL = /^(?:会计|决算|填报|预算)?(?:年度|年份)[:：]?$/;

function bare(cell: { readonly text: string } | undefined): string {
  return cell?.text.replace(/\s/g, '') ?? '';
}

const COMPARED_YEAR = /[较比与同]\s*(?:19|20)\d{2}\s*年/g;

/**
 * Whose document it is: as most tables say, else a list of what it is, else the cover, else a
 * performance report's 项目单位, else its forms' 实施单位.
 */
export function entityOf(
  forms: readonly FormFact[],
  lines: readonly TextLine[],
  blocks: readonly CellsBlock[],
): string | null {
  const declared = mostFrequent(forms.flatMap(({ entity }) => entity ?? []));
  return (
    declared ??
    typedEntity(blocks) ??
    coverEntity(lines.slice(0, COVER_LINES)) ??
    projectUnit(lines) ??
    formUnit(blocks)
  );
}

const UNIT_LABEL = /^(?:项目|实施|预算|项目实施)单位(?:名称)?[:：]?$/;

/** The unit that most performance forms name beside 实施单位; several may do its projects. */
function formUnit(blocks: readonly CellsBlock[]): string | null {
  const rows = blocks.flatMap((block) => (block.kind === 'grid' ? block.rows : []));
  const named = rows.flatMap((row) => {
    const label = row.findIndex(({ text }) => UNIT_LABEL.test(unwrapLabel(text)));
    if (label < 0) return [];
    const name = row.slice(label + 1).find(({ text }) => text.trim() !== '');
    return name !== undefined && /^[\u4e00-\u9fff（）()]{4,40}$/.test(name.text.trim())
      ? [name.text.trim()]
      : [];
  });
  return mostFrequent(named);
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

/** 项目单位：… at the head of a performance report. */
function projectUnit(lines: readonly TextLine[]): string | null {
  for (const { text } of lines.slice(0, COVER_LINES)) {
    const name = /^\s*(?:项目单位|实施单位|预算单位|单位名称)\s*[:：]\s*(\S{4,40})\s*$/.exec(
      text,
    )?.[1];
    if (name) return name;
  }
  return null;
}

/** The document's own unit first, then the units of a 单位名称 list. */
export function entitiesOf(
  entity: string | null,
  lines: readonly TextLine[],
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
  const place = placeOfName(entity, lines);
  const role = units.length > 1 ? 'department' : 'unit';
  return place === null ? units : [{ name: entity, role, place }, ...units];
}

/** Where a name is first printed; the first line when it is printed in pieces. */
function placeOfName(name: string, lines: readonly TextLine[]): Place | null {
  for (const { text, place } of lines) {
    const from = text.indexOf(name);
    if (from >= 0) return linePlace(place.line ?? 0, from, from + name.length, name);
  }
  return lines[0]?.place ?? null;
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
    const name = match[1]!;
    const at = passage.text.indexOf(name);
    units.push({ name, role: 'unit', place: placeIn(passage, at, at + name.length) });
  }
  return units;
}
