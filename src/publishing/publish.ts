import { createHash } from 'node:crypto';
import { amountAt } from '../accounts/lookup.js';
import type { Account } from '../accounts/model.js';
import { publicAccount } from '../accounts/public-account.js';
import { settled } from '../accounts/settle.js';
import { accountJson } from '../accounts/to-json.js';
import type { Edition } from '../editions/model.js';
import type { Finding } from '../findings/model.js';
import { STATUTORY_FORMS } from '../forms/model.js';
import type { Reading } from '../pipeline.js';
import { draftOf } from '../publications/draft.js';
import { publicationFrom } from '../publications/from-account.js';
import type { Publication, PublishedTable } from '../publications/model.js';
import type { Need } from '../publications/needs.js';
import { publishedTables } from '../publications/tables.js';
import { conflictNeeds } from './conflict-needs.js';
import { differences } from './differences.js';
import {
  DOCUMENT_FORMATS,
  type DocumentFormatWritten,
  type Drawn,
  type DrawOptions,
  drawPublication,
  type PublicationFormat,
} from './formats.js';
import { LEDGER_INCOMES, ledgerNeeds } from './ledger-needs.js';
import { type ReadBack, readBack } from './read-back.js';
import type { PublicationStatus, WrittenFile } from './record.js';
import { type Judged, judgedFindings, remarksOf } from './verdict.js';

export interface PublishRequest extends DrawOptions {
  readonly account: Account;
  readonly edition: Edition;
  readonly formats: readonly PublicationFormat[];
  /** Why errors in approved tables are published; null: they are not. */
  readonly asApproved: string | null;
  /** A document as data: the facts of what was written, with their places. */
  readonly asData: (
    format: 'json' | 'csv',
    reading: Reading,
    account: Account,
  ) => readonly DataFile[];
  /** Told how far it is: files written and read back, of all of them. */
  readonly onStep?: (done: number, of: number) => void;
}

/** A file of data. */
export interface DataFile {
  /** Where others find it by its name; null: that of the document. */
  readonly name: string | null;
  readonly content: string;
}

/** What became of an account: the files, and what stands in the way of publishing them. */
export interface Published {
  readonly status: PublicationStatus;
  readonly files: readonly WrittenFile[];
  readonly judged: readonly Judged[];
  /** Missing or to be looked at again. */
  readonly needs: readonly Need[];
  /** What each input is called where the document prints it, by id. */
  readonly labels: ReadonlyMap<string, string>;
}

/** What was written does not read as it was written: a fault of the program. */
export class WritingFault extends Error {}

/**
 * Writes the document of an account, reads every file back and checks it. What has an error, a gap
 * or something secret in it is written as a draft with the remarks in it, and as nothing else.
 */
export async function publish(request: PublishRequest): Promise<Published> {
  const { asApproved } = request;
  const { publication, account, needs, labels } = madeOf(request);
  const open = needs.filter(({ state }) => state !== 'given');
  const gaps = open.filter(({ state, required }) => state === 'missing' && required);
  const first = await written(publication, request);
  const unfinished = unfinishedParagraphs(publication);
  const found = judgedFindings(first.readings, unfinished);
  const judged = found.filter((each) => !isGap(each, account, needs));
  const stops = judged.filter(({ weight }) => weight !== 'listed');
  const onlyTables = stops.every(({ weight }) => weight === 'tables');
  const isWhole = gaps.length === 0 && unfinished.size === 0;
  if (stops.length === 0 && isWhole) {
    const files = [
      ...first.files,
      ...dataFiles({ ...request, account }, publication, first.readings),
    ];
    return { status: 'publishable', files, judged, needs: open, labels };
  }
  if (isWhole && onlyTables && asApproved !== null) {
    const noted = withNotes(publication, stops, asApproved);
    const again = await written(noted, request);
    const found = judgedFindings(again.readings, unfinished);
    const isKnown = ({ finding }: Judged) => stops.some((stop) => stop.finding.id === finding.id);
    if (found.every((each) => each.weight === 'listed' || isKnown(each))) {
      const files = [...again.files, ...dataFiles({ ...request, account }, noted, again.readings)];
      return { status: 'as-approved', files, judged: found, needs: open, labels };
    }
  }
  const remarks = remarksOf(stops);
  const draft = draftOf(publication, draftNotice(stops, gaps), remarks);
  const files = await drawnFiles(draft, request);
  return { status: 'draft', files, judged, needs: open, labels };
}

/** The document of an account as it stands: neither read back nor judged, and not marked. */
export function plainFiles(
  request: DrawOptions & Pick<PublishRequest, 'account' | 'edition' | 'formats'>,
): Promise<readonly WrittenFile[]> {
  return drawnFiles(madeOf(request).publication, request);
}

function madeOf({ account: given, edition }: Pick<PublishRequest, 'account' | 'edition'>) {
  const whole = settled(given);
  const made = publicationFrom(whole, edition, {
    tables: publishedTables(whole, edition),
    annex: [],
    embedded: '',
  });
  const labels = new Map(made.needs.map(({ id, label }) => [id, label]));
  const asked = new Set(labels.keys());
  const needs = [...ledgerNeeds(whole), ...conflictNeeds(whole, labels), ...made.needs];
  const account = publicAccount(whole, asked);
  const publication = { ...made.publication, embedded: JSON.stringify(accountJson(account)) };
  return { publication, account, needs, labels };
}

/**
 * What books of expenditure do not tell is printed blank and asked for as a whole: neither a table
 * without anything in it nor a sum that is wrong.
 */
function isGap({ finding, cells }: Judged, account: Account, needs: readonly Need[]): boolean {
  if (!needs.some(({ id }) => id === LEDGER_INCOMES)) return false;
  const { id, rule } = finding;
  if (rule === 'completeness.empty-table') {
    return STATUTORY_FORMS.some((form) => id.endsWith(`/${form}`) && !account.tables.has(form));
  }
  return cells.some((cell) => amountAt(account, cell) === null);
}

/** Texts of paragraphs in which something is still to be filled in. */
function unfinishedParagraphs({ blocks }: Publication): ReadonlySet<string> {
  const texts = blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.runs.some(({ missing }) => missing === true)
      ? [block.runs.map(({ text }) => text).join('')]
      : [],
  );
  return new Set(texts);
}

interface Written {
  readonly files: readonly WrittenFile[];
  readonly readings: readonly ReadBack[];
}

async function written(publication: Publication, request: PublishRequest): Promise<Written> {
  const { onStep = () => {} } = request;
  let steps = 0;
  const all = 2 * formatsOf(request).length;
  const step = () => {
    steps += 1;
    onStep(steps, all);
  };
  const files = await drawnFiles(publication, request, step);
  const readings: ReadBack[] = [];
  for (const { name, format, bytes } of files) {
    const back = await readBack(format as DocumentFormatWritten, name, bytes);
    const complete = format !== 'docx' || request.wordTemplate === null;
    const [wrong] = differences(publication, back.reading.filing, complete);
    if (wrong !== undefined) {
      const { cell, written: wanted, read } = wrong;
      throw new WritingFault(`${name}: ${cell} ${wanted} ≠ ${read ?? '-'}`);
    }
    readings.push(back);
    step();
  }
  return { files, readings };
}

async function drawnFiles(
  publication: Publication,
  request: DrawOptions & Pick<PublishRequest, 'formats'>,
  onFile: () => void = () => {},
): Promise<readonly WrittenFile[]> {
  const files: WrittenFile[] = [];
  for (const format of formatsOf(request)) {
    const drawn = await drawPublication(publication, format, request);
    files.push(fileOf(nameOf(publication, format), format, drawn));
    onFile();
  }
  return files;
}

/** Facts in data formats come from a document, so one is written in any case. */
function formatsOf({ formats }: Pick<PublishRequest, 'formats'>): readonly DocumentFormatWritten[] {
  const wanted = DOCUMENT_FORMATS.filter((format) => formats.includes(format));
  return wanted.length > 0 ? wanted : ['html'];
}

function dataFiles(
  { formats, asData, account }: PublishRequest,
  publication: Publication,
  readings: readonly ReadBack[],
): readonly WrittenFile[] {
  const [first] = readings;
  if (first === undefined) return [];
  return (['json', 'csv'] as const)
    .filter((format) => formats.includes(format))
    .flatMap((format) =>
      asData(format, first.reading, account).map(({ name, content }) =>
        fileOf(name ?? nameOf(publication, format), format, {
          ...{ bytes: new TextEncoder().encode(content), replaced: [] },
        }),
      ),
    );
}

function nameOf({ title }: Publication, format: PublicationFormat): string {
  return `${title.replace(/\s/g, '')}.${format}`;
}

function fileOf(name: string, format: PublicationFormat, { bytes, replaced }: Drawn): WrittenFile {
  const digest = createHash('sha256').update(bytes).digest('hex');
  return { name, format, bytes, digest, replaced };
}

/** Each table with an accepted error says so below it. */
function withNotes(
  publication: Publication,
  stops: readonly Judged[],
  reason: string,
): Publication {
  const blocks = publication.blocks.map((block) => {
    if (block.kind !== 'table') return block;
    const about = stops.filter(({ cells }) => cells[0]?.form === block.form);
    const notes = about.map(({ finding }) => noteOf(finding, reason));
    return notes.length === 0
      ? block
      : ({ ...block, notes: [...block.notes, ...notes] } satisfies PublishedTable);
  });
  return { ...publication, blocks };
}

function noteOf({ message }: Finding, reason: string): string {
  const said = message.zh.replace(/[，,]?请核实$/, '');
  return `按批复公开：${said}。${reason.replace(/。$/, '')}。`;
}

function draftNotice(stops: readonly Judged[], gaps: readonly Need[]) {
  const secret = stops.some(({ weight }) => weight === 'secrecy');
  return {
    title: '草稿（不得公开）',
    lines: [
      ...(secret ? ['含有涉密标注或个人信息，须先送保密审查。'] : []),
      ...(stops.length > 0 ? [`有 ${stops.length} 处须更正，编号标在文中。`] : []),
      ...gaps.map(({ where, label }) => `待填：${where}——${label}`),
    ],
  };
}
