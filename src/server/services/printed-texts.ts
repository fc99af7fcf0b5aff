import type { Grid } from '../../cells/model.js';
import type { Passages } from '../../portal/changed-texts.js';
import type { Told } from './told.js';

/**
 * What a document says besides the amounts of its statutory tables, in order: headings and
 * paragraphs, titles and notes of tables, the rows of all other tables. Contents, page numbers and
 * running titles are left out.
 */
export function printedTexts(told: Told): Passages {
  const { filing } = told;
  const sections = new Map(filing.sections.map((section) => [section.id, section]));
  const isContents = (id: string) => sections.get(id)?.part === 'contents';
  const said: Said[] = [];
  for (const { title, part, place } of filing.sections) {
    if (part !== 'contents' && title !== '' && place.line !== null) {
      said.push({ line: place.line, place: title, text: title });
    }
  }
  for (const { section, text, pieces } of filing.passages) {
    const line = pieces[0]?.line ?? 0;
    if (!isContents(section)) said.push({ line, place: sections.get(section)?.title ?? '', text });
  }
  for (const { title, place, notes } of filing.forms) {
    said.push({ line: place.line ?? 0, place: title, text: title });
    for (const note of notes) {
      said.push({ line: note.place.line ?? 0, place: title, text: note.text });
    }
  }
  const ordered = [...said, ...otherRows(told, said)].sort((a, b) => a.line - b.line);
  return ordered.map(({ place, text }) => ({ place, text }));
}

interface Said {
  readonly line: number;
  readonly place: string;
  readonly text: string;
}

/** Rows of tables that are no statutory ones, whole: figures of performance forms are told here. */
function otherRows({ filing, cells }: Told, told: readonly Said[]): readonly Said[] {
  const amounts = new Set(filing.forms.flatMap(({ cells: own }) => own.map((c) => c.place.line)));
  const titles = new Set(filing.forms.map(({ place }) => place.line));
  const placeAt = new Map(told.map((each) => [each.line, each.place]));
  const rows: Said[] = [];
  let place = '';
  let isBelowTitle = false;
  for (const block of cells.blocks) {
    if (block.kind === 'line') {
      isBelowTitle ||= titles.has(block.place.line);
      place = placeAt.get(block.place.line ?? 0) ?? place;
      continue;
    }
    const lines = linesOf(block);
    const isStatutory = isBelowTitle || lines.some((at) => amounts.has(at) || titles.has(at));
    isBelowTitle = false;
    for (const row of isStatutory ? [] : block.rows) {
      const text = row.map((cell) => cell.text.trim()).join(' ');
      rows.push({ line: row[0]?.place.line ?? 0, place, text });
    }
  }
  return rows;
}

function linesOf({ rows }: Grid): readonly (number | null)[] {
  return rows.flatMap((row) => row.map(({ place }) => place.line));
}

/** Every line with words in it as it stands, without the contents. */
export function printedLines(told: Told): Passages {
  const { filing, cells } = told;
  const contents = new Set(filing.sections.filter((s) => s.part === 'contents').map((s) => s.id));
  const left = filing.passages.filter(({ section }) => contents.has(section));
  const leftOut = new Set(left.flatMap(({ pieces }) => pieces.map(({ line }) => line)));
  const title = filing.sections.find((section) => section.title !== '')?.title ?? filing.file;
  return cells.lines.flatMap((text, at) => {
    const isSaid = /\p{L}/u.test(text) && !leftOut.has(at + 1);
    return isSaid ? [{ place: title, text }] : [];
  });
}
