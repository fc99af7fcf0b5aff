import type { MoneyUnit } from '../base/amount.js';
import { parseNumeral } from '../base/numeral.js';
import type { Wording } from '../base/wording.js';
import type { CellsBlock, CellsDocument, Grid, TextLine } from '../cells/model.js';
import { recogniseEdition } from '../editions/recognise.js';
import { formOf } from '../forms/statutory.js';
import { cutOffTable, incompleteTables, interruptedTables } from './cut-off.js';
import { editionFeatures } from './edition-features.js';
import { withEmptyList } from './empty-list.js';
import { evaluationsOf, unreadEvaluations } from './evaluations-of.js';
import { entitiesOf, entityOf, yearOf } from './identity.js';
import { inputsFromBlocks } from './inputs/from-blocks.js';
import { unitKindIn } from './inputs/unit-kind.js';
import { recogniseKind } from './kind.js';
import { isWorkbook, ledgerFromCells } from './ledger/from-cells.js';
import { nearMisses } from './ledger/near-misses.js';
import { withBooks } from './ledger/to-filing.js';
import { perhapsEmpty, sortedLosses, unsureOfEmpty } from './losses.js';
import type { Filing, FormFact, Section, Unread } from './model.js';
import { mostFrequent } from './most-frequent.js';
import { readNarrative } from './narrative.js';
import { outline } from './outline.js';
import { doubtfulLinesIn, lossAsUnread, reliabilityIn, reliableForm } from './reliability.js';
import { sensitiveIn } from './sensitive.js';
import { finishTable, type TableDraft, unreadCells } from './tables/draft.js';
import { type FoundTables, findTables } from './tables/find-tables.js';
import { declaredEntity, declaredUnit, declaredYear } from './tables/headings.js';
import { countsIn } from './tables/operating-information.js';

/** Formats that place every text on a page; their tables come as grids or not at all. */
const DRAWN = new Set<CellsDocument['format']>(['pdf', 'ofd', 'image']);

/** Reads a document's cells into facts: forms, sections, figures. Nothing is judged here. */
export function filingFromCells(whole: CellsDocument, id = whole.file): Filing {
  const books = ledgerFromCells(whole);
  const document = books === null ? whole : { ...whole, blocks: books.rest };
  const read = withInputs(filingOf(document, id), document);
  // A statutory table has columns like those of books.
  const near = isWorkbook(document) && read.forms.length === 0 ? nearMisses(document.blocks) : [];
  const filing = near.length === 0 ? read : { ...read, unread: [...read.unread, ...near] };
  return books === null ? filing : withBooks(filing, books, near.length);
}

function withInputs(filing: Filing, document: CellsDocument): Filing {
  const counts = document.blocks.flatMap((block) =>
    block.kind === 'grid' ? countsIn(block.rows) : [],
  );
  const inputs = [...counts, ...inputsFromBlocks(besideForms(document.blocks, filing.forms))];
  const kind = isWorkbook(document) ? unitKindIn(document.blocks) : null;
  const isList = inputs.length > 0 && filing.forms.length === 0 && isWorkbook(document);
  return {
    ...filing,
    ...(isList ? listHead(filing, document.blocks) : {}),
    ...(inputs.length > 0 ? { inputs } : {}),
    ...(kind === null ? {} : { unitKind: kind }),
  };
}

/** Lines above a list that say whose it is and of which year. */
const HEAD_LINES = 6;

/** What is answered for one body, or for one year, is no answer for another. */
function listHead(
  { entity, fiscalYear }: Filing,
  blocks: readonly CellsBlock[],
): Pick<Filing, 'entity' | 'fiscalYear'> {
  const lines = blocks.filter((block) => block.kind === 'line').slice(0, HEAD_LINES);
  return {
    entity: entity ?? mostFrequent(lines.flatMap(({ text }) => declaredEntity(text) ?? [])),
    fiscalYear: fiscalYear ?? mostFrequent(lines.flatMap(({ text }) => declaredYear(text) ?? [])),
  };
}

function filingOf(document: CellsDocument, id: string): Filing {
  const found = findTables(document.blocks, DRAWN.has(document.format));
  const unit = documentUnit(found, document);
  const cut = cutOffTable(document.blocks, found.drafts);
  const interrupted = interruptedTables(document.losses, found.drafts);
  const doubtful = doubtfulLinesIn(document);
  const torn = incompleteTables(doubtful.inferredLines ?? NO_LINES, found.drafts);
  const partly = found.drafts.filter((draft) => draft === cut || interrupted.includes(draft));
  const whole = found.drafts.filter((draft) => !partly.includes(draft) && !torn.includes(draft));
  const reliabilityOf = reliabilityIn(document);
  const drafted = whole.map((draft) =>
    reliableForm(finishTable(draft, unit ?? '万元'), reliabilityOf),
  );
  const { forms: printed, unread: extra, second } = onlyFirstUnit(drafted, found.otherGrids);
  const lines = second === null ? found.rest : beforeSecondUnit(found.rest, printed, second);
  const kind = recogniseKind(document, printed, found);
  const evaluations = evaluationsOf(found, document, kind);
  const fiscalYear = yearOf(printed, lines, document.blocks) ?? yearOfForms(evaluations);
  const { sections, passages } = outline(lines, fiscalYear);
  const entity = entityOf(printed, lines, document.blocks);
  const narrative =
    kind === 'final-account'
      ? readNarrative(sections, passages, {
          fiscalYear,
          entity,
          unit,
          forms: printed,
          reliabilityOf,
        })
      : { figures: [], statements: [], lists: [] };
  const edition =
    kind === 'final-account' ? recogniseEdition(editionFeatures(printed, found.rest)) : null;
  const { figures } = narrative;
  const read = { kind, edition, fiscalYear, forms: printed, figures };
  const { missing, notices } = sortedLosses(document.losses, read);
  const lacks = torn.length > 0 || missing.length > 0;
  const unsure = lacks ? printed.filter(unsureOfEmpty) : [];
  const forms = printed.map((form) => (unsure.includes(form) ? { ...form, empty: false } : form));
  return {
    id,
    file: document.file,
    kind,
    entity,
    entities: entitiesOf(entity, lines, found.otherGrids, passages),
    fiscalYear,
    unit,
    edition,
    sections: [...sections, ...annexSections(found, fiscalYear)],
    forms,
    evaluations,
    passages,
    ...narrative,
    ...doubtful,
    ...notices,
    sensitive: sensitiveIn(document.lines),
    ...(cut || lacks ? { partial: true } : {}),
    unread: [
      ...missing.map(lossAsUnread),
      ...found.unread,
      ...forms.flatMap(unreadCells),
      ...unsure.map(perhapsEmpty),
      ...extra,
      ...unreadEvaluations(evaluations, document),
      ...(cut ? [brokenOff(cut)] : []),
      ...interrupted.filter((draft) => draft !== cut).map(interruptedBy),
      ...torn.filter((draft) => !partly.includes(draft)).map(tornApart),
      ...whole.flatMap((draft) => unknownRows(doubtful.inferredLines ?? NO_LINES, draft)),
    ],
  };
}

/** Forms alone say their year each for itself. */
function yearOfForms(evaluations: Filing['evaluations']): number | null {
  return mostFrequent(evaluations.flatMap(({ fiscalYear }) => fiscalYear ?? []));
}

/** Blocks that no statutory table was read from: not half of their rows are lines of one. */
function besideForms(
  blocks: readonly CellsBlock[],
  forms: readonly FormFact[],
): readonly CellsBlock[] {
  const known = forms.flatMap(({ cells }) =>
    cells.filter((cell) => (cell.lineId ?? cell.code) !== null && cell.columnId !== null),
  );
  const taken = new Set(known.map(({ place }) => place.line));
  return blocks.filter((block) => {
    if (block.kind === 'line') return true;
    const lines = block.rows.filter((row) => taken.has(row[0]?.place.line ?? null));
    return lines.length * 2 < block.rows.length;
  });
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

/**
 * A second table of the same form under another name belongs to another unit: it is not mixed in
 * but said to be unread.
 */
function onlyFirstUnit(
  forms: readonly FormFact[],
  lists: readonly Grid[],
): {
  readonly forms: readonly FormFact[];
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
      // A title in a list of contents came first; the table stands where its cells do.
      kept.delete(form.form);
      kept.set(form.form, form);
    } else if (form.cells.length > 0) {
      const other = form.entity !== null && known.entity !== null && form.entity !== known.entity;
      if (other) second ??= form;
      unread.push({
        what: `第二张${form.title}${form.entity === null ? '' : `（${form.entity}）`}`,
        why: other ? ofAnotherUnit(known.entity!) : TWICE,
        place: form.place,
      });
    }
  }
  return { forms: withEmptyList([...kept.values()], lists), unread, second };
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

function ofAnotherUnit(entity: string): Wording {
  return {
    zh: `本文件含有两个单位的决算表，只读了${entity}的；请把每个单位存为单独的文件`,
    en:
      `the file holds the tables of two units; only those of ${entity} were read. ` +
      'Save each unit as a file of its own',
  };
}

const TWICE: Wording = {
  zh: '同一张表出现了两次，只读了前一张；请删去多余的一张，或存为单独的文件',
  en:
    'the same table is there twice and only the first was read; ' +
    'remove one or save it as a file of its own',
};

function brokenOff({ title, place }: TableDraft): Unread {
  return {
    what: `《${title}》`,
    why: {
      zh: '文件在这张表中间断了，后面的内容不在文件里；请重新导出或下载完整的文件',
      en: 'the file breaks off inside this table; export or download the whole file again',
    },
    place,
  };
}

const NO_LINES: ReadonlySet<number> = new Set();

function tornApart({ title, place }: TableDraft): Unread {
  return {
    what: `《${title}》`,
    why: {
      zh: '这张表没有表格线，有的行列分不清，整张表不作核对依据；请给表格加上框线后重新导出',
      en: 'not all rows of this table without lines are clear; add lines and export it again',
    },
    place,
  };
}

/** Rows of a table without lines that its form does not know: their labels may be torn. */
function unknownRows(inferred: ReadonlySet<number>, { form, title, rows }: TableDraft): Unread[] {
  if (formOf(form).blocks[0]!.kind !== 'fixed') return [];
  return rows.flatMap(({ lineId, item, values }) => {
    const value = values.find(({ text }) => parseNumeral(text));
    if (lineId !== null || value === undefined || !inferred.has(value.place.line ?? 0)) return [];
    return [{ what: `《${title}》“${item}”`, why: UNKNOWN_ROW, place: value.place }];
  });
}

const UNKNOWN_ROW: Wording = {
  zh: '这张表没有表格线，这一行的名称没有认出来，其中的数没有用来核对；请给表格加上框线后重新导出',
  en: 'the name of this row of a table without lines is not clear, so its numbers were not checked',
};

function interruptedBy({ title, place }: TableDraft): Unread {
  return {
    what: `《${title}》`,
    why: {
      zh: '这张表有一部分没有读到，整张表不作核对依据；见没有读到的页',
      en: 'a part of this table was not read, so none of it is relied on; see the pages not read',
    },
    place,
  };
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
