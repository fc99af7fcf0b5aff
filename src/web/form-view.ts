import { type FormFields, fieldsOf, type TypedFormKind } from '../accounts/form-fields.js';
import type { EntryState } from '../entry/entry-state.js';
import { type FormEdit, typedForm } from '../entry/form-edits.js';
import { scoreForm, suggestionOf, type TypedScore } from '../entry/form-scores.js';
import type { LiveCheck } from '../entry/live-check.js';
import { button, element } from './dom.js';
import { drawAdvice, reasonsFor } from './form-advice.js';
import { type FieldNode, fieldNode, fitHeight } from './form-cells.js';
import {
  type FormColumn,
  FUND_COLUMNS,
  fieldEdits,
  fundRows,
  goalRows,
  indicatorColumns,
  type LabelledRow,
  numberAfter,
  rowNumbers,
  shapeOf,
  statementRows,
  TASK_COLUMNS,
} from './form-layout.js';
import { pastedInto } from './form-paste.js';
import { totalPart } from './form-total.js';
import { type Lang, say } from './words.js';

/** What the screen does for a form. */
export interface FormEvents {
  readonly typing: (edits: readonly FormEdit[]) => void;
  readonly perform: (edits: readonly FormEdit[]) => void;
  readonly chosen: () => void;
  readonly say: (text: string) => void;
  readonly remove: () => void;
}

/** A performance form on the page: every field is typed where the printed form has it. */
export class FormView {
  readonly node = element('div', { class: 'typed-form' });
  private fields: FormFields = new Map();
  private kind: TypedFormKind = 'project-self-evaluation';
  private scored: TypedScore | null = null;
  private shape = '';
  private active: string | null = null;
  /** The field that is being typed into, and what it said before. */
  private typing: string | null = null;
  private before = '';
  readonly inputs = new Map<string, FieldNode>();
  private readonly outputs = new Map<string, HTMLElement>();
  readonly hints = new Map<number, HTMLElement>();
  private readonly labels = new Map<string, LabelledRow>();

  constructor(
    readonly id: string,
    state: EntryState,
    private readonly lang: Lang,
    private readonly events: FormEvents,
  ) {
    this.show(state);
  }

  /** The field that somebody is in, as findings name it. */
  get activePath(): string | null {
    return this.active === null ? null : `form/${this.id}/${this.active}`;
  }

  /** What a field is called, with its row. */
  nameOf(path: string): string {
    const node = this.inputs.get(path);
    return node?.getAttribute('aria-label') ?? node?.labels?.[0]?.textContent ?? path;
  }

  /** How the method comes to the points of a field, in words. */
  whyOf(path: string): readonly string[] {
    return this.scored === null ? [] : reasonsFor(this.scored, this.fields, path, this.lang);
  }

  textAt(path: string): string {
    return this.fields.get(path) ?? '';
  }

  /** Shows the form as it stands; false where it is gone. */
  show(state: EntryState): boolean {
    const segment = typedForm(state.account, this.id);
    if (segment === null) return false;
    this.fields = fieldsOf(segment);
    this.kind = segment.form as TypedFormKind;
    const { edition, account } = state;
    const { lang } = this;
    this.scored = scoreForm(segment, { edition: edition.id, fiscalYear: account.fiscalYear });
    const shape = shapeOf(this.fields);
    if (shape !== this.shape) this.build(shape);
    for (const [path, node] of this.inputs) this.fill(path, node);
    for (const [path, node] of this.outputs) node.textContent = this.fields.get(path) ?? '';
    drawAdvice(this.scored, this.fields, this, lang, (path, text) => {
      this.events.perform(this.editsOf(path, text));
    });
    return true;
  }

  /** Marks the fields that findings speak of. */
  mark(check: LiveCheck): void {
    for (const [path, node] of this.inputs) {
      const [first] = check.at(`form/${this.id}/${path}`);
      if (first === undefined || first.severity === 'info') delete node.dataset.finding;
      else node.dataset.finding = first.severity;
    }
  }

  /** Puts the focus into a field, or as near to it as there is one. */
  goTo(path: string): void {
    const node = this.inputs.get(path) ?? this.inputs.get(path.replace(/[^/]+$/, 'name'));
    (node ?? [...this.inputs.values()][0])?.focus();
  }

  private fill(path: string, node: FieldNode): void {
    const text = this.fields.get(path) ?? '';
    // Whoever types sees what is typed, not how it is kept.
    if (this.typing === path && node === document.activeElement) return;
    if (node.value !== text) node.value = text;
    fitHeight(node);
  }

  private build(shape: string): void {
    const { active } = this;
    const within = this.node.contains(document.activeElement);
    this.shape = shape;
    this.inputs.clear();
    this.outputs.clear();
    this.hints.clear();
    this.labels.clear();
    const { lang } = this;
    const { profile } = this.scored!;
    this.node.replaceChildren(
      element(
        'p',
        { class: 'small soft' },
        `${say(lang, 'scoredBy', profile.title[lang])} `,
        element('details', {}, element('summary', {}, say(lang, 'basis')), profile.basis[lang]),
      ),
      this.headPart(),
      this.fundsPart(),
      this.goalsPart(),
      ...this.tasksPart(),
      this.indicatorsPart(),
      totalPart(this.scored!, this.outputs, lang),
    );
    if (within && active !== null) this.inputs.get(active)?.focus();
  }

  private input(path: string, name: string, kind: FormColumn['kind'], id?: string): FieldNode {
    const numeric = kind === 'number' || kind === 'score';
    const node = fieldNode(path, kind === 'long', numeric, {
      typing: (at, text) => {
        this.typing = at;
        this.events.typing(this.editsOf(at, text));
      },
      typed: (at, text) => {
        this.typing = null;
        const edits = text === this.before ? [] : this.editsOf(at, text);
        this.before = text;
        this.events.perform(edits);
      },
      chosen: (at) => {
        this.active = at;
        this.before = this.textAt(at);
        this.events.chosen();
      },
      paste: (at, text) => this.paste(at, text),
      move: (at, rows) => this.move(at, rows),
    });
    if (id === undefined) node.setAttribute('aria-label', name);
    else node.id = id;
    node.lang = 'zh-CN';
    this.inputs.set(path, node);
    return node;
  }

  private editsOf(path: string, text: string): readonly FormEdit[] {
    const row = path.replace(/\/[^/]+$/, '');
    return fieldEdits(this.id, this.fields, path, text, this.labels.get(row));
  }

  private headPart(): HTMLElement {
    const { lang } = this;
    const name = this.kind === 'project-self-evaluation' ? 'projectName' : 'unitName';
    const rows = statementRows(this.fields, this.kind);
    for (const row of rows) this.labels.set(row.path, row);
    const field = (path: string, label: string) => {
      const id = `f-${path.replaceAll('/', '-')}`;
      const isLong = (this.fields.get(path) ?? '').length > 30;
      return element(
        'div',
        { class: 'field' },
        element('label', { for: id, lang: 'zh-CN' }, label),
        this.input(path, label, isLong ? 'long' : 'text', id),
      );
    };
    return element(
      'div',
      { class: 'form-head' },
      field('title', say(lang, name)),
      ...rows.map(({ path, label }) => field(`${path}/text`, label)),
      field('unit', say(lang, 'moneyUnit')),
    );
  }

  private fundsPart(): HTMLElement {
    const rows = fundRows(this.fields);
    for (const row of rows) this.labels.set(row.path, row);
    const lines = rows.map(({ path, label }, at) =>
      element(
        'tr',
        {},
        element('th', { scope: 'row', lang: 'zh-CN' }, label),
        ...FUND_COLUMNS.map((column) => {
          const only = at > 0 && ['weight', 'rate', 'score'].includes(column.id);
          return only ? element('td', {}) : this.cell(`${path}/${column.id}`, column, label);
        }),
      ),
    );
    return this.table('formFunds', [say(this.lang, 'fundSource')], FUND_COLUMNS, lines);
  }

  private table(
    title: 'formFunds' | 'formTasks' | 'formIndicators',
    before: readonly string[],
    columns: readonly FormColumn[],
    lines: readonly HTMLElement[],
    after: readonly string[] = [],
  ): HTMLElement {
    const { lang } = this;
    const names = [...before, ...columns.map(({ heading }) => say(lang, heading))];
    const head = names.map((text) => element('th', { scope: 'col' }, text));
    for (const text of after) {
      head.push(element('th', { scope: 'col' }, element('span', { class: 'unseen' }, text)));
    }
    const caption = element('caption', {}, say(lang, title));
    return element(
      'div',
      { class: 'form-scroll' },
      element(
        'table',
        { class: `form-table ${title}` },
        caption,
        element('thead', {}, element('tr', {}, ...head)),
        element('tbody', {}, ...lines),
      ),
    );
  }

  private cell(path: string, column: FormColumn, row: string): HTMLTableCellElement {
    const name = say(this.lang, column.heading);
    const shape = { 'data-label': name, class: `c-${column.id}` };
    if (column.kind === 'computed') {
      const output = element('output', { class: 'amount' });
      this.outputs.set(path, output);
      return element('td', shape, output);
    }
    return element('td', shape, this.input(path, `${row} ${name}`.trim(), column.kind));
  }

  private goalsPart(): HTMLElement {
    const { lang } = this;
    const field = (path: string, word: 'goalExpected' | 'goalActual') => {
      const id = `f-${path.replaceAll('/', '-')}`;
      const node = this.input(path, say(lang, word), 'long', id);
      node.classList.add('tall');
      return element(
        'div',
        { class: 'field' },
        element('label', { for: id }, say(lang, word)),
        node,
      );
    };
    const rows = goalRows(this.fields).flatMap((row) => [
      field(`${row}/expected`, 'goalExpected'),
      field(`${row}/actual`, 'goalActual'),
    ]);
    return element('div', { class: 'form-goals' }, ...rows);
  }

  private tasksPart(): readonly HTMLElement[] {
    const rows = rowNumbers(this.fields, 'task');
    if (rows.length === 0) return [];
    const lines = rows.map((row, at) =>
      element(
        'tr',
        {},
        ...TASK_COLUMNS.map((column) => this.cell(`task/${row}/${column.id}`, column, `${at + 1}`)),
        this.rowTools('task', row, at),
      ),
    );
    const tools = say(this.lang, 'rowTools');
    return [this.table('formTasks', [], TASK_COLUMNS, lines, [tools])];
  }

  private indicatorsPart(): HTMLElement {
    const { lang } = this;
    const columns = indicatorColumns(this.fields);
    const rows = rowNumbers(this.fields, 'indicator');
    const lines = rows.map((row, at) =>
      element(
        'tr',
        {},
        ...columns.map((column) => this.indicatorCell(row, at, column)),
        this.rowTools('indicator', row, at),
      ),
    );
    const table = this.table('formIndicators', [], columns, lines, [say(lang, 'rowTools')]);
    const quiet = { class: 'quiet small-button' };
    const tools = element(
      'div',
      { class: 'row form-tools' },
      button(say(lang, 'addIndicator'), () => this.addRow('indicator', null), quiet),
      button(say(lang, 'takeAll'), () => this.takeAll(), quiet),
      button(say(lang, 'removeForm'), () => this.events.remove(), quiet),
    );
    return element('div', {}, table, tools);
  }

  private indicatorCell(row: number, at: number, column: FormColumn): HTMLTableCellElement {
    const cell = this.cell(`indicator/${row}/${column.id}`, column, `${at + 1}`);
    if (column.id === 'score') {
      const hint = element('div', { class: 'score-hint' });
      this.hints.set(at, hint);
      cell.append(hint);
    }
    return cell;
  }

  private rowTools(group: 'indicator' | 'task', row: number, at: number): HTMLTableCellElement {
    const { lang } = this;
    const tool = (text: string, label: string, act: () => void) =>
      button(text, act, { class: 'quiet small-button', 'aria-label': label, title: label });
    return element(
      'td',
      { class: 'row-tools' },
      tool('＋', say(lang, 'addRowAfter', at + 1), () => this.addRow(group, row)),
      tool('－', say(lang, 'removeRow', at + 1), () => {
        this.events.perform([{ kind: 'no-row', form: this.id, row: `${group}/${row}` }]);
        this.events.say(say(lang, 'rowRemoved', at + 1));
      }),
    );
  }

  private takeAll(): void {
    const { scored, lang } = this;
    if (scored === null) return;
    const edits = rowNumbers(this.fields, 'indicator').flatMap((row, at): readonly FormEdit[] => {
      const suggested = suggestionOf(scored, at);
      const path = `indicator/${row}/score`;
      if (suggested === null || this.fields.get(path) === suggested) return [];
      return [{ kind: 'field', form: this.id, path, text: suggested }];
    });
    this.events.perform(edits);
    this.events.say(say(lang, 'tookAll', edits.length));
  }

  private addRow(group: 'indicator' | 'task', after: number | null): void {
    const rows = rowNumbers(this.fields, group);
    const before = after ?? rows.at(-1) ?? null;
    const number = numberAfter(this.fields, group, after);
    const path = `${group}/${number}`;
    const level = (column: string): readonly FormEdit[] => {
      const text = before === null ? '' : (this.fields.get(`${group}/${before}/${column}`) ?? '');
      return text === '' ? [] : [{ kind: 'field', form: this.id, path: `${path}/${column}`, text }];
    };
    const blank: FormEdit = { kind: 'field', form: this.id, path: `${path}/name`, text: '' };
    this.events.perform([blank, ...level('first'), ...level('second')]);
    this.goTo(`${path}/name`);
  }

  /** To the same column in another row; false where there is none. */
  private move(path: string, by: number): boolean {
    const [group = '', row = '', column = ''] = path.split('/');
    if (column === '') return false;
    const paths = [...this.inputs.keys()].filter((each) => {
      const [own, , id] = each.split('/');
      return own === group && id === column;
    });
    const next = this.inputs.get(paths[paths.indexOf(`${group}/${row}/${column}`) + by] ?? '');
    next?.focus();
    return next !== undefined;
  }

  /** A range goes into the fields from this one on; rows that are not there are added. */
  private paste(path: string, text: string): boolean {
    const cells = pastedInto(this.fields, path, text);
    if (cells === null) return false;
    this.events.perform(cells.flatMap(([at, value]) => this.editsOf(at, value)));
    this.before = this.textAt(path);
    this.events.say(say(this.lang, 'pasted', cells.length));
    return true;
  }
}
