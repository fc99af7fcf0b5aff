import type { Account } from '../accounts/model.js';
import type { Edition, EditionForm } from '../editions/model.js';
import type { TableLayout } from '../editions/print-model.js';
import type { PublishedTable } from './model.js';
import { Press, printedUnit } from './press.js';
import { blocksTable } from './table-blocks.js';
import { type DrawnTable, headCell, plainCell, rowHead, widthsOf } from './table-cells.js';
import { measuresTable } from './table-measures.js';
import { emptyStatement, notesOf } from './table-notes.js';
import { openTable } from './table-open.js';
import { sectionsTable } from './table-sections.js';
import { twoSidedTable } from './table-two-sided.js';

/**
 * The statutory tables of an account as an edition prints them, in its order: empty ones too, with
 * the statement why, and the list of the empty ones where the edition has it. Every amount is
 * rounded by itself and names the cell that it comes from.
 */
export function publishedTables(account: Account, edition: Edition): readonly PublishedTable[] {
  const presses = edition.forms.map((form) => new Press(account, edition, form));
  const list = emptyList(presses, edition);
  return [...(list === null ? [] : [list]), ...presses.map(tableOf)];
}

function tableOf(press: Press): PublishedTable {
  const { account, edition, style, print } = press;
  const drawn = draw(press, style.layout);
  return {
    kind: 'table',
    id: `table-${style.form}`,
    form: style.form,
    number: style.number,
    title: style.title,
    level: 2,
    orientation: style.layout.orientation,
    entityLine: print.entity === null ? null : `${print.entity}：${account.entity}`,
    yearLine: print.year?.replace('{year}', String(account.fiscalYear)) ?? null,
    unitLine: `${print.unit}：${printedUnit(account, edition)}`,
    widths: widthsOf(drawn.roles),
    head: drawn.head,
    body: drawn.body,
    notes: notesOf(press, drawn.body),
    ownPage: true,
    description: describe(press, style, drawn),
  };
}

function draw(press: Press, layout: TableLayout): DrawnTable {
  switch (layout.kind) {
    case 'two-sided':
      return twoSidedTable(press, layout);
    case 'open':
      return openTable(press, layout);
    case 'blocks':
      return blocksTable(press, layout);
    case 'measures':
      return measuresTable(press, layout);
    case 'sections':
      return sectionsTable(press, layout);
  }
}

/** For those who do not see the table: whose it is, in what unit, how large. */
function describe(press: Press, { title }: EditionForm, { body, roles }: DrawnTable): string {
  const { account, unit } = press;
  const size = press.isEmpty ? '无数据' : `${body.length}行${roles.length}列`;
  return `${account.entity}${account.fiscalYear}年度${title}，金额单位${unit}，${size}`;
}

/** 目录: which tables are empty and why. */
function emptyList(presses: readonly Press[], { print }: Edition): PublishedTable | null {
  const list = print.emptyList;
  if (list === null) return null;
  return {
    kind: 'table',
    id: 'table-list',
    form: null,
    number: null,
    title: list.title,
    level: null,
    orientation: 'portrait',
    entityLine: null,
    yearLine: null,
    unitLine: null,
    widths: [0.1, 0.45, 0.12, 0.33],
    head: [list.headings.map((text) => headCell(text))],
    body: presses.map((press, index) => [
      plainCell(list.number.replace('{n}', String(index + 1))),
      rowHead(press.style.title),
      plainCell(press.isEmpty ? list.yes : list.no),
      plainCell(press.isEmpty ? emptyStatement(press, list.reason) : '', 'start'),
    ]),
    notes: [],
    ownPage: true,
    description: `${presses.length}张决算表是否为空表及其理由`,
  };
}
