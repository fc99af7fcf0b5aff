import { type Amount, amountOf, isMoneyUnit, type MoneyUnit, ZERO } from '../base/amount.js';
import { normaliseLabel } from '../base/label.js';
import { isDash, type Numeral, numeralText, parseNumeral } from '../base/numeral.js';
import { linePlace, type Place } from '../base/place.js';
import type { TextLine } from '../cells/model.js';
import type { Block, Column, Form, Line, Side } from '../forms/model.js';
import { statutoryForms } from '../forms/statutory.js';
import type { CellFact, DocumentKind, Filing, FormFact } from './model.js';
import { PageEvaluations } from './page-evaluations.js';
import { narrativeOfPage } from './page-narrative.js';
import { sensitiveIn } from './sensitive.js';

/**
 * Reads a page of accounts in the notation of the rules' examples:
 *
 *     2023 万元 某某县示例局              year, unit, entity; also kind=budget, edition=shanxi-2022
 *     收入决算表                          a form by its title; after it what the table declares
 *     收入决算表 元 2022 单位=邻局        by itself: unit, year, entity, 编号=公开02表
 *     列 本年收入合计 财政拨款收入        optional: what the bare values of the next rows are
 *     合计 本年收入合计=100.00 *捐赠=1    column=value; `*` marks a line or column no form knows
 * 208 社会保障和就业支出 60.00 ?      bare values in column order; ? printed but unread, _ blank
 *     收入支出决算总表
 *     收入 本年收入合计 100.00            two-sided forms: side, line, values
 *     注 本表反映……                       a note of the form above
 *     自评表 示例项目                     a performance form (整体自评表: a department's); its rows
 *     三级指标 | 指标值 | 分值 | 得分     follow with bars between the cells
 *     评价报告 某局2023年绩效评价报告     an evaluation report: its lines follow, tables with bars
 *     叙述 一、总体情况                   the narrative, to the next form title
 *
 * Cells not written are blank. `数=12.00<rule.id` is a cell whose column that rule settled.
 * It is a notation of ours, not a document: anything it cannot resolve throws.
 */
export function filingFromPage(text: string): Filing {
  const lines = text.split('\n');
  const head = readHead(lines[0] ?? '');
  const drafts: Draft[] = [];
  const narrative: TextLine[] = [];
  const evaluations = new PageEvaluations();
  let inNarrative = false;
  lines.forEach((raw, index) => {
    const line = raw.trim();
    if (index === 0 || (line === '' && !inNarrative)) return;
    if (evaluations.take(raw, index + 1)) {
      inNarrative = false;
      return;
    }
    const title = titleOf(line);
    if (title) {
      inNarrative = false;
      drafts.push({
        ...title,
        unit: title.unit ?? head.unit,
        line: index + 1,
        rows: [],
        notes: [],
      });
      return;
    }
    if (inNarrative || /^叙述(?:\s|$)/.test(line)) {
      const said = inNarrative ? raw : raw.replace(/^\s*叙述\s*/, '');
      inNarrative = true;
      narrative.push({ kind: 'line', text: said, place: linePlace(index + 1, 0, raw.length, raw) });
      return;
    }
    readLine(drafts, line, raw, index + 1);
  });
  return {
    ...assemble(head, drafts, narrative),
    evaluations: evaluations.segments(),
    sensitive: sensitiveIn(lines),
  };
}

interface Head {
  readonly fiscalYear: number | null;
  readonly unit: MoneyUnit;
  readonly entity: string | null;
  readonly edition: string | null;
  readonly kind: DocumentKind;
}

interface DraftRow {
  readonly tokens: readonly string[];
  readonly raw: string;
  readonly line: number;
}

interface Draft extends Title {
  readonly unit: MoneyUnit;
  readonly line: number;
  readonly rows: DraftRow[];
  readonly notes: { readonly text: string; readonly place: Place }[];
}

function readHead(line: string): Head {
  let head: Head = {
    fiscalYear: null,
    unit: '元',
    entity: null,
    edition: null,
    kind: 'final-account',
  };
  for (const token of line.trim().split(/\s+/)) {
    const [name, value] = token.split('=');
    if (/^\d{4}$/.test(token)) head = { ...head, fiscalYear: Number.parseInt(token, 10) };
    else if (isMoneyUnit(token)) head = { ...head, unit: token };
    else if (name === 'edition' && value) head = { ...head, edition: value };
    else if (name === 'kind' && value) head = { ...head, kind: value as DocumentKind };
    else if (token !== '') head = { ...head, entity: token };
  }
  return head;
}

interface Title {
  readonly form: Form;
  readonly title: string;
  readonly unit: MoneyUnit | null;
  readonly fiscalYear: number | null;
  readonly entity: string | null;
  readonly number: string | null;
}

const DECLARED = /^(?:\d{4}|单位=.+|编号=.+)$/;

function titleOf(line: string): Title | null {
  const [title = '', ...declared] = line.split(/\s+/);
  if (!title.endsWith('表')) return null;
  if (!declared.every((token) => isMoneyUnit(token) || DECLARED.test(token))) return null;
  const bare = normaliseLabel(title);
  const form =
    statutoryForms().find((each) => normaliseLabel(each.title) === bare) ??
    statutoryForms().find((each) => each.titlePattern.test(bare));
  if (!form) return null;
  const year = declared.find((token) => /^\d{4}$/.test(token));
  const declaredAs = (name: string) =>
    declared.find((token) => token.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
  return {
    form,
    title,
    unit: declared.find(isMoneyUnit) ?? null,
    fiscalYear: year === undefined ? null : Number.parseInt(year, 10),
    entity: declaredAs('单位'),
    number: declaredAs('编号'),
  };
}

function readLine(drafts: readonly Draft[], line: string, raw: string, number: number): void {
  const draft = drafts.at(-1);
  if (!draft) throw new Error(`第 ${number} 行：表名之前不能有数据：${line}`);
  if (line.startsWith('注 ')) {
    const from = raw.indexOf('注');
    draft.notes.push({ text: line, place: linePlace(number, from, raw.length, line) });
    return;
  }
  draft.rows.push({ tokens: line.split(/\s+/), raw, line: number });
}

function assemble(head: Head, drafts: readonly Draft[], narrative: readonly TextLine[]): Filing {
  const forms = drafts.map((draft) => formFact(draft, head));
  const { entity, fiscalYear, edition, kind } = head;
  const said = narrativeOfPage(narrative, { fiscalYear, entity, unit: head.unit, forms });
  const place = linePlace(1, 0, 0, '');
  return {
    id: 'page',
    file: 'page',
    kind,
    entity,
    entities: entity === null ? [] : [{ name: entity, role: 'unit', place }],
    fiscalYear,
    unit: head.unit,
    edition,
    sections: said.sections,
    forms,
    evaluations: [],
    passages: said.passages,
    figures: said.figures,
    statements: said.statements,
    lists: said.lists,
    unread: [],
  };
}

/** A row with its values by column name, before blanks are filled in and the grain is known. */
interface ReadRow {
  readonly side: Side | null;
  readonly lineId: string | null;
  readonly code: string | null;
  readonly item: string;
  readonly under: string | null;
  readonly values: ReadonlyMap<string, Value>;
  readonly place: Place;
}

interface Value {
  readonly column: Column;
  readonly known: boolean;
  readonly text: string;
  readonly settledBy: readonly string[];
  readonly place: Place;
}

function formFact(draft: Draft, head: Head): FormFact {
  const rows: ReadRow[] = [];
  let declared: readonly string[] | null = null;
  for (const row of draft.rows) {
    if (row.tokens[0] === '列') declared = row.tokens.slice(1);
    else rows.push(readRow(draft.form, row, declared));
  }
  const all = rows.flatMap((row) => [...row.values.values()]);
  const numerals = all.map((value) => parseNumeral(value.text));
  const decimals = Math.max(0, ...numerals.map((numeral) => numeral?.decimals ?? 0));
  const cells = rows.flatMap((row, at) => cellsOf(row, at, rows, draft, decimals));
  return {
    form: draft.form.id,
    number: draft.number,
    title: draft.title,
    unit: draft.unit,
    unitDeclared: true,
    entity: draft.entity ?? head.entity,
    fiscalYear: draft.fiscalYear ?? head.fiscalYear,
    empty: numerals.every((numeral) => numeral === null) && !all.some((v) => v.text === '?'),
    unknownColumns: [...new Set(all.filter((v) => !v.known).map((v) => v.column.label))],
    cells,
    notes: draft.notes,
    place: linePlace(draft.line, 0, draft.title.length, draft.title),
  };
}

/** One cell for each column that the form prints anywhere on this side. */
function cellsOf(
  row: ReadRow,
  at: number,
  rows: readonly ReadRow[],
  draft: Draft,
  decimals: number,
): CellFact[] {
  const columns = new Map<string, Value>();
  for (const other of rows) {
    if (other.side !== row.side) continue;
    for (const [name, value] of other.values) if (!columns.has(name)) columns.set(name, value);
  }
  return [...columns].map(([name, model]) => {
    const value = row.values.get(name);
    const numeral = value ? parseNumeral(value.text) : null;
    const { side, lineId, code, item, under } = row;
    return {
      form: draft.form.id,
      row: at + 1,
      side,
      line: null,
      lineId,
      code,
      item,
      under,
      column: model.column.under
        ? `${model.column.under}/${model.column.label}`
        : model.column.label,
      columnId: model.known ? model.column.id : null,
      value: printed(value?.text, numeral),
      unit: draft.unit,
      decimals: numeral?.decimals ?? 0,
      origin: value && value.settledBy.length > 0 ? 'inferred' : 'printed',
      confidence: null,
      settledBy: value?.settledBy ?? [],
      place: value?.place ?? row.place,
      amount: amountIn(value?.text, numeral, draft.unit, decimals),
    };
  });
}

function printed(text: string | undefined, numeral: Numeral | null): string | null {
  if (text === undefined || text === '_') return null;
  return numeral ? numeralText(numeral) : text;
}

function amountIn(
  text: string | undefined,
  numeral: Numeral | null,
  unit: MoneyUnit,
  decimals: number,
): Amount | null {
  if (numeral) return amountOf(numeral, unit, decimals);
  return text === undefined || text === '_' || isDash(text) ? ZERO : null;
}

const VALUE = /^(?:[-−(（]?[\d０-９][\d０-９,，.．]*[)）]?|[—─-]{1,6}|\?|_)(?:<[\w.-]+)?$/;

function readRow(form: Form, row: DraftRow, declared: readonly string[] | null): ReadRow {
  const [first = '', ...others] = row.tokens;
  const side: Side | null = first === '收入' || first === '支出' ? first : null;
  const tokens = side !== null && isTwoSided(form) ? others : row.tokens;
  const block = blockOf(form, isTwoSided(form) ? side : null, row);
  const code = /^\d{3,7}$/.test(tokens[0] ?? '') && block.kind !== 'fixed' ? tokens[0]! : null;
  const rest = code === null ? tokens : tokens.slice(1);
  const named = rest[0] !== undefined && !rest[0].includes('=') && !VALUE.test(rest[0]);
  const name = named ? rest[0]! : null;
  const line = code === null ? lineNamed(block, name ?? '', row.line) : null;
  return {
    side: isTwoSided(form) ? side : null,
    lineId: line?.id ?? null,
    code: code ?? line?.code ?? null,
    item: line?.label ?? (name ?? '').replace(/^\*/, ''),
    under: line?.under
      ? (linesOf(block).find((each) => each.id === line.under)?.label ?? null)
      : null,
    values: valuesOf(block, named ? rest.slice(1) : rest, declared, row),
    place: linePlace(row.line, 0, row.raw.length, row.raw),
  };
}

function valuesOf(
  block: Block,
  tokens: readonly string[],
  declared: readonly string[] | null,
  row: DraftRow,
): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  const order =
    declared ?? defaultOrder(block, tokens.filter((token) => !token.includes('=')).length);
  let next = 0;
  let searchFrom = 0;
  for (const token of tokens) {
    const at = token.indexOf('=');
    const name = at < 0 ? order[next++] : token.slice(0, at);
    if (name === undefined) throw new Error(`第 ${row.line} 行：值多于栏：${row.raw}`);
    const [text = '', rule] = token.slice(at + 1).split('<');
    const known = !name.startsWith('*');
    const column = known ? columnNamed(block, name, row.line) : unknownColumn(name);
    const from = row.raw.indexOf(token, searchFrom) + at + 1;
    searchFrom = from + text.length;
    const place = linePlace(row.line, from, from + text.length, text);
    values.set(column.id, { column, known, text, settledBy: rule ? [rule] : [], place });
  }
  return values;
}

function unknownColumn(name: string): Column {
  const label = name.slice(1);
  return { id: `*${label}`, label };
}

/** Bare values stand in the order of the form, without the columns that editions may leave out. */
function defaultOrder(block: Block, count: number): readonly string[] {
  const ids = block.columns.map((column) => column.id);
  if (block.columns.length === count) return ids;
  return block.columns.filter((column) => !column.optional).map((column) => column.id);
}

function isTwoSided(form: Form): boolean {
  return form.blocks.some((block) => block.kind === 'fixed' && block.side !== null);
}

function blockOf(form: Form, side: Side | null, row: DraftRow): Block {
  const block = form.blocks.find((each) => (each.kind === 'fixed' ? each.side : null) === side);
  if (!block) throw new Error(`第 ${row.line} 行：${form.title}要写明“收入”或“支出”：${row.raw}`);
  return block;
}

function linesOf(block: Block): readonly Line[] {
  if (block.kind === 'open') return [block.total];
  return block.kind === 'coded' ? block.totals : block.lines;
}

function lineNamed(block: Block, name: string, number: number): Line | null {
  if (name.startsWith('*')) return null;
  const lines = linesOf(block);
  const path = name.split('/').map(normaliseLabel);
  const bare = path.at(-1)!;
  const parent = path.length > 1 ? lines.find((line) => answersTo(line, path[0]!)) : undefined;
  const found = lines.find(
    (line) => answersTo(line, bare) && (!parent || line.under === parent.id),
  );
  if (!found) throw new Error(`第 ${number} 行：表中没有“${name}”这一行`);
  return found;
}

function columnNamed(block: Block, name: string, number: number): Column {
  const path = name.split('/').map(normaliseLabel);
  const bare = path.at(-1)!;
  const found = block.columns.find(
    (column) =>
      answersTo(column, bare) &&
      (path.length === 1 || normaliseLabel(column.under ?? '') === path[0]),
  );
  if (!found) throw new Error(`第 ${number} 行：表中没有“${name}”这一栏`);
  return found;
}

function answersTo(named: Line | Column, bare: string): boolean {
  return (
    named.id === bare ||
    normaliseLabel(named.label) === bare ||
    (named.aliases ?? []).some((alias) => normaliseLabel(alias) === bare)
  );
}
