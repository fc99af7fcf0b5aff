import { isEmpty } from '../accounts/lookup.js';
import type { Account } from '../accounts/model.js';
import type { DocumentPart, Edition } from '../editions/model.js';
import { inputOf, nameId, reasonId } from '../forms/inputs.js';
import { departmentTables } from './department-annex.js';
import { publishedEvaluation } from './evaluation-table.js';
import { chineseNumber, glossaryBlocks } from './glossary.js';
import type { Publication, PublicationBlock, PublishedTable } from './model.js';
import { TextPart } from './narrative.js';
import { type Need, NeedList } from './needs.js';
import { printedUnit } from './press.js';
import { SentenceWriter } from './sentence-writer.js';
import { unreadCells } from './unread-cells.js';

/** What the publication takes from elsewhere: it is made of these and the account. */
export interface PublishedParts {
  /** The statutory tables as the edition prints them. */
  readonly tables: readonly PublishedTable[];
  /** What the annex has besides the performance forms of the account. */
  readonly annex: readonly PublicationBlock[];
  /** The account as JSON text. */
  readonly embedded: string;
}

/** A publication, and what its sentences asked for. */
export interface Written {
  readonly publication: Publication;
  readonly needs: readonly Need[];
}

/** The whole document of an account in the order of an edition. */
export function publicationFrom(
  account: Account,
  edition: Edition,
  parts: PublishedParts,
): Written {
  const needs = new NeedList();
  const writer = new SentenceWriter(account, edition, printedUnit(account, edition));
  const text = (id: string, title: string) => new TextPart(writer, id, title, needs);
  const cover = text('cover', '封面');
  const titles = edition.text.cover.titles.map((title) => cover.text(title));
  const lines = edition.text.cover.lines.map((line) => cover.text(line));
  for (const id of edition.text.required) {
    needs.add({ ...writer.need(id, inputOf(id)?.label ?? id, true), where: '封面' });
  }
  for (const { form, title } of edition.forms) {
    if (!isEmpty(account, form)) continue;
    const id = reasonId('empty-table', form);
    needs.add({ ...writer.need(id, emptyReason(title), false), where: title });
  }
  for (const { code, title } of namelessCodes(account, edition)) {
    needs.add({ ...writer.need(nameId(code), `科目${code}的名称`, true), where: title });
  }
  for (const { id, label, title, state } of unreadCells(account, edition)) {
    needs.add({ id, label, where: title, required: true, state });
  }
  const own = [...evaluationBlocks(account), ...parts.annex];
  const annex = [...own, ...departmentBlocks(account, edition, own)];
  const order: readonly DocumentPart[] =
    annex.length > 0 ? withAnnex(edition.order) : edition.order.filter((part) => part !== 'annex');
  const written = new Map<DocumentPart, readonly PublicationBlock[]>();
  const headings = new Map(order.map((part, at) => [part, heading(cover, edition, part, at)]));
  for (const part of ['overview', 'narrative'] as const) {
    written.set(part, text(part, headings.get(part)!.text).write(edition.text[part]));
  }
  written.set('tables', parts.tables);
  written.set('annex', annex);
  const said = [...written.values()].flat();
  written.set('glossary', glossaryBlocks(account, edition, said));
  const publication: Publication = {
    entity: account.entity,
    fiscalYear: account.fiscalYear,
    edition: edition.id,
    title: titles.join(''),
    embedded: parts.embedded,
    blocks: [
      { kind: 'cover', titles, lines },
      { kind: 'contents', title: edition.text.contents },
      ...order.flatMap((part) => [headings.get(part)!, ...written.get(part)!]),
    ],
  };
  return { publication, needs: needs.all };
}

/** Codes that a table would print without a name, with the title of the first such table. */
function namelessCodes(account: Account, edition: Edition) {
  return edition.forms.flatMap(({ form, title }) =>
    (account.tables.get(form)?.rows ?? [])
      .filter(({ key, item }) => /^\d+$/.test(key) && item.trim() === '')
      .map(({ key }) => ({ code: key, title })),
  );
}

/** The performance forms that were filled in; a report is a document of its own. */
function evaluationBlocks({ evaluations }: Account): readonly PublicationBlock[] {
  const forms = evaluations.filter(({ form }) => form !== 'evaluation-report');
  return forms.flatMap((segment, at) => [
    { kind: 'heading', level: 2, id: `annex-${at + 1}`, text: `附件${at + 1} ${segment.title}` },
    publishedEvaluation(segment),
  ]);
}

/** At the end, where the edition has no place for it. */
function withAnnex(order: readonly DocumentPart[]): readonly DocumentPart[] {
  return order.includes('annex') ? order : [...order, 'annex'];
}

/** The units of a merged department and the money between them, after the other annexes. */
function departmentBlocks(
  account: Account,
  edition: Edition,
  before: readonly PublicationBlock[],
): readonly PublicationBlock[] {
  const tables = departmentTables(account, edition);
  if (tables.length === 0) return [];
  const at = before.filter(({ kind }) => kind === 'heading').length + 1;
  const text = `附件${at} 所属单位收支和单位之间往来`;
  return [{ kind: 'heading', level: 2, id: `annex-${at}`, text }, ...tables];
}

/** 第三部分 2023年度部门决算情况说明. */
function heading(cover: TextPart, edition: Edition, part: DocumentPart, at: number) {
  const title = cover.text(edition.text.parts[part]);
  const text = `第${chineseNumber(at + 1)}部分 ${title}`;
  return { kind: 'heading', level: 1, id: part, text } as const;
}

/** What the reason is called why a table of this title is empty. */
export function emptyReason(title: string): string {
  return `《${title}》为空的原因`;
}
