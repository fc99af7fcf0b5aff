import { basename } from 'node:path';
import { bodiesOf, combine } from '../accounts/combine.js';
import type { Account } from '../accounts/model.js';
import type { Wording } from '../base/wording.js';
import type { Limits } from '../cells/limits.js';
import { failureMessage } from '../contract/failure-message.js';
import { jsonLine } from '../contract/json.js';
import { EDITIONS } from '../editions/catalogue.js';
import type { Edition } from '../editions/model.js';
import { TO_DO, toDoSheet } from '../entry/to-do-sheet.js';
import type { Filing, Unread } from '../facts/model.js';
import type { Lang } from '../pages/model.js';
import { addressWord } from '../pages/names.js';
import { renderText } from '../pages/to-text.js';
import { asData } from '../publishing/as-data.js';
import { namedConflict } from '../publishing/conflict-needs.js';
import { PUBLICATION_FORMATS, type PublicationFormat } from '../publishing/formats.js';
import { originsOf } from '../publishing/origins.js';
import { type Published, type PublishRequest, publish } from '../publishing/publish.js';
import { type BuildInput, type InputRemark, recordJson } from '../publishing/record.js';
import { pageFromBuild } from '../publishing/report.js';
import { RECORD, recordsIn, removeReplaced } from './build-records.js';
import { bytesOf } from './document-bytes.js';
import { type GivenInput, readGivens } from './givens.js';
import { sentence } from './messages.js';
import { writeTo } from './output.js';
import { isFolder, OutputTarget } from './output-target.js';
import { textOptions } from './terminal.js';
import { unusedSettlementLines } from './unused-settlements.js';
import { UsageError } from './usage.js';

/** What `build` was asked to do. */
export interface BuildRequest {
  readonly paths: readonly string[];
  readonly lastYear: readonly string[];
  readonly edition: string | null;
  readonly out: string;
  readonly formats: string | null;
  readonly wordTemplate: string | null;
  readonly fontFolder: string | null;
  readonly asApproved: string | null;
  readonly json: boolean;
  readonly lang: Lang;
  readonly limits: Limits;
}

/**
 * Makes the published document of an account: 0 when it may be published, 1 when only a draft was
 * written, 3 when an input could not be read.
 */
export async function build(request: BuildRequest): Promise<0 | 1 | 3> {
  const { lang, limits } = request;
  const edition = editionNamed(request.edition, lang);
  const formats = formatsNamed(request.formats, lang);
  if (request.asApproved !== null && request.asApproved.trim() === '') {
    throw new UsageError(sentence(lang, 'noReason'));
  }
  if (request.fontFolder !== null && (await isFolder(request.fontFolder)) !== true) {
    throw new UsageError(sentence(lang, 'noFontFolder', request.fontFolder));
  }
  const template = await templateBytes(request, lang);
  const now = await readGivens(request.paths, limits);
  const before = await readGivens(request.lastYear, limits);
  const failures = [...now.failures, ...before.failures];
  for (const { file, failure } of failures) {
    await writeTo(process.stderr, `${failureMessage(lang, file, failure)}\n`);
  }
  if (failures.length > 0) return 3;
  // A folder may hold the document that is also named as last year's.
  const earlier = new Set(before.inputs.map(({ digest }) => digest));
  const given = now.inputs.filter(({ digest }) => !earlier.has(digest));
  const inputs = [...given, ...before.inputs];
  const bodies = bodiesOf(given.map((input) => input.given));
  if (bodies.length > 1) {
    throw new UsageError(sentence(lang, 'onlyOneBody', bodies.join(lang === 'zh' ? '、' : ', ')));
  }
  if (await complainOfUnread(given, lang)) return 3;
  for (const input of inputs) {
    for (const notice of input.notices) await writeTo(process.stderr, lineOf(input, notice, lang));
  }
  const account = combine(
    given.map((input) => input.given),
    before.inputs.map(({ given }) => given),
  );
  if (!('tables' in account)) {
    const what = account.map((missing) => sentence(lang, MISSING[missing]));
    throw new UsageError(sentence(lang, 'noAccount', what.join(lang === 'zh' ? '、' : ', ')));
  }
  for (const line of unusedSettlementLines(account, lang)) {
    await writeTo(process.stderr, `${line}\n`);
  }
  const target = await OutputTarget.open(
    { option: '--out', path: request.out, folder: true, extension: null },
    [...now.paths, ...before.paths],
    lang,
  );
  if (request.wordTemplate !== null && formats.includes('docx') && process.stderr.isTTY) {
    await writeTo(process.stderr, `${sentence(lang, 'templateTakesTime')}\n`);
  }
  const published = await publishOrExplain(lang, request.wordTemplate, {
    account,
    edition,
    formats,
    wordTemplate: template,
    fontFolder: request.fontFolder,
    asApproved: request.asApproved,
    limits,
    asData,
  });
  const said = inputs.map((input) => ({
    ...input,
    remarks: remarksOf(input, given.includes(input)),
  }));
  return finish(request, { account, edition, published, target, inputs: said });
}

/** A template that cannot be filled in is for its owner to mend, not a fault of the program. */
async function publishOrExplain(
  lang: Lang,
  path: string | null,
  request: PublishRequest,
): Promise<Published> {
  try {
    return await publish(request);
  } catch (error) {
    const template = request.wordTemplate !== null && error instanceof Error;
    if (!template || error.name !== 'WordTemplateError' || !('wording' in error)) throw error;
    throw new UsageError(`${path}: ${(error.wording as Wording)[lang]}`);
  }
}

const MISSING = {
  entity: 'accountEntity',
  'fiscal-year': 'accountYear',
  amounts: 'accountAmounts',
} as const;

interface Finished {
  readonly account: Account;
  readonly edition: Edition;
  readonly published: Published;
  readonly target: OutputTarget;
  readonly inputs: readonly BuildInput[];
}

async function finish(
  { lang, json, asApproved, out }: BuildRequest,
  { account, edition, published, target, inputs }: Finished,
): Promise<0 | 1> {
  const { status, files, needs, labels } = published;
  const { entity, fiscalYear } = account;
  const conflicts = account.conflicts.map((each) => namedConflict(each, labels));
  const judged = published.judged.map((each) => ({
    ...each,
    origins: originsOf(each, account, labels),
  }));
  const record = recordJson({
    ...{ entity, fiscalYear, edition: edition.id, status, inputs, files, judged, needs, conflicts },
    asApproved: status === 'as-approved' ? asApproved : null,
  });
  const earlier = (await recordsIn(out)).filter(
    (one) => one.entity === entity && one.fiscalYear === fiscalYear && one.edition === edition.id,
  );
  const title = files[0]?.name.replace(/\.[^.]*$/, '') ?? entity;
  const kept = `${JSON.stringify(record, null, 2)}\n`;
  const paths = await target.writeAll([
    ...files.map(({ name, bytes }) => ({ name, content: bytes })),
    { name: `${title}${RECORD}`, content: kept },
    ...(await toDoList(target, account, needs)),
  ]);
  const written = new Set(paths.map((path) => basename(path)));
  const replaced = await removeReplaced(out, earlier, written, (path) => target.isSource(path));
  const head = { entity, fiscalYear, edition: edition.id, inputs, conflicts };
  const report = { ...head, published: { ...published, judged }, paths, replaced };
  const output = json
    ? jsonLine(record)
    : renderText(pageFromBuild(report, lang), { ...textOptions(), verbose: true });
  await writeTo(process.stdout, output);
  return status === 'draft' ? 1 : 0;
}

/** What is still asked for, as a list to be filled in; nothing where nothing is. */
async function toDoList(target: OutputTarget, account: Account, needs: Published['needs']) {
  if (needs.length === 0) return [];
  const { entryBook } = await import('../office/entry-book.js');
  const content = await entryBook(TO_DO, [toDoSheet(account, needs)]);
  // Answers that were given with this build are somebody's work.
  return [{ name: await target.besideSources(`${TO_DO}.xlsx`), content }];
}

/** True where amounts of tables are not there, so that nothing can be made of them. */
/** What there is to say of an input; sums of books that do not add up are conflicts. */
function remarksOf(
  { unread, notices, sourceOf }: GivenInput,
  isOfThisYear: boolean,
): readonly InputRemark[] {
  const left = isOfThisYear ? unread.filter(({ sum }) => sum === undefined) : [];
  return [...left, ...notices].map(({ what, why, place }) => ({
    ...{ what, why, source: sourceOf(place) },
  }));
}

/** A line about a place of an input. */
function lineOf({ sourceOf }: GivenInput, { what, why, place }: Unread, lang: Lang): string {
  const { file, address } = sourceOf(place);
  const where = addressWord(lang, address ?? {});
  return `${where === null ? file : `${file} ${where}`}: ${what}: ${why[lang]}\n`;
}

async function complainOfUnread(inputs: readonly GivenInput[], lang: Lang): Promise<boolean> {
  let isUnusable = false;
  for (const input of inputs) {
    const { file, given, unread } = input;
    if (given.kind === 'filing' && tellsNothing(given.filing)) {
      await writeTo(process.stderr, `${sentence(lang, 'nothingUsed', file)}\n`);
    }
    for (const each of unread) await writeTo(process.stderr, lineOf(input, each, lang));
    if (given.kind === 'filing' && isUncomputed(given.filing)) {
      isUnusable = true;
      await writeTo(process.stderr, `${sentence(lang, 'uncomputed', file)}\n`);
    }
  }
  return isUnusable;
}

/** Whether a document has neither books nor tables, neither answers nor figures in words. */
function tellsNothing({ ledger, forms, inputs, evaluations, figures }: Filing): boolean {
  const count = forms.length + (inputs?.length ?? 0) + evaluations.length + figures.length;
  return ledger === undefined && count === 0;
}

/** Whether cells of its forms are formulas whose results the file does not hold. */
function isUncomputed({ forms }: Filing): boolean {
  return forms.some(({ cells }) =>
    cells.some(({ origin, value }) => origin === 'formula' && value?.startsWith('=')),
  );
}

/** The edition of an id; without one the general one. */
export function editionNamed(id: string | null, lang: Lang): Edition {
  const found = EDITIONS.find((edition) => edition.id === (id ?? 'general'));
  if (found !== undefined) return found;
  throw new UsageError(sentence(lang, 'unknownEdition', id ?? '', ''));
}

function formatsNamed(given: string | null, lang: Lang): readonly PublicationFormat[] {
  if (given === null) return PUBLICATION_FORMATS;
  const names = given.split(',').map((name) => name.trim().toLowerCase());
  const wrong = names.find((name) => !(PUBLICATION_FORMATS as readonly string[]).includes(name));
  if (wrong !== undefined) {
    throw new UsageError(sentence(lang, 'unknownFormat', wrong, PUBLICATION_FORMATS.join(',')));
  }
  return names as PublicationFormat[];
}

/** Before anything else is read or written. */
async function templateBytes(
  { wordTemplate: path, limits }: BuildRequest,
  lang: Lang,
): Promise<Uint8Array | null> {
  if (path === null) return null;
  const bytes = await bytesOf({ path, members: [] }, limits);
  if ('code' in bytes) throw new UsageError(failureMessage(lang, path, bytes));
  return bytes;
}
