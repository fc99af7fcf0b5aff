import type { AccountTables } from '../accounts/model.js';
import { withSeparators } from '../base/amount.js';
import { addedLines, type CodeChoice, hasCodeLines } from '../entry/code-lines.js';
import type { EntryEdit } from '../entry/entry-edits.js';
import { type EntryState, entryTables } from '../entry/entry-state.js';
import { formProfile, startForm } from '../entry/form-start.js';
import type { LiveCheck } from '../entry/live-check.js';
import { type AmountEdit, proposedEdits, sumEdit } from '../entry/proposals.js';
import { rowsOfText } from '../entry/range-text.js';
import type { FormId } from '../forms/model.js';
import { cellPath } from '../publications/cell-path.js';
import type { PublishedTable } from '../publications/model.js';
import { needsLeft } from '../publications/needs-left.js';
import { requiredInputs } from '../publications/required-inputs.js';
import { cellPanel } from './cell-panel.js';
import { askConflicts, openCodes, openNewForm, openPreview } from './dialogs.js';
import { button, element } from './dom.js';
import type { Drafts } from './drafts.js';
import { countsOf, findingsList } from './findings-list.js';
import { formPanel } from './form-panel.js';
import { FormView } from './form-view.js';
import { Grid } from './grid.js';
import type { Range, Spot } from './grid-cells.js';
import { type NeedsEvents, needsForm } from './needs-form.js';
import { newFormId, openProjects } from './new-form.js';
import { listen } from './page-events.js';
import { EntrySession, type SaveState } from './session.js';
import { pastedInto, pastedWords } from './table-paste.js';
import { drawTabs, foundUnder, linesOf, type Tab, titleOf } from './table-tabs.js';
import { type Lang, say } from './words.js';

const PANELS = ['findings', 'number', 'needs'] as const;
type PanelId = (typeof PANELS)[number];

/** The screen on which an account is typed: tables, what is wrong, what is missing, one number. */
export class EntryScreen {
  private session!: EntrySession;
  private tables: readonly PublishedTable[] = [];
  private check: LiveCheck | null = null;
  private grid!: Grid;
  private at = 0;
  /** The performance form that is shown instead of a table. */
  private formView: FormView | null = null;
  private panel: PanelId = 'findings';
  private counted = '';
  /** What the tables on the page were made of, and the forms in the list. */
  private shown: AccountTables | null = null;
  private shownOf: EntryState['structure'] | null = null;
  private listed = '';
  private readonly status = element('p', { class: 'unseen', role: 'status' });
  private readonly saved = element('span', { class: 'save-state', 'aria-live': 'polite' });
  private readonly tabs = element('ul', { class: 'plain table-tabs' });
  private readonly panelTabs = element('div', { class: 'panel-tabs', role: 'tablist' });
  private readonly aside = element('div', { class: 'panel', role: 'tabpanel', tabindex: '0' });
  private readonly place = element('div', { class: 'grid-place' });
  private readonly message = element('p', { class: 'grid-message', role: 'alert' });
  private readonly undoButton: HTMLButtonElement;
  private readonly redoButton: HTMLButtonElement;
  private readonly addButton: HTMLButtonElement;
  private readonly removeButton: HTMLButtonElement;

  constructor(
    private readonly root: HTMLElement,
    private readonly lang: Lang,
    /** Inputs that a step of the workflow tells, so that nobody types them. */
    private readonly told: readonly string[] = [],
  ) {
    const quiet = { class: 'quiet' };
    this.undoButton = button(say(lang, 'undo'), () => this.takeBack(), quiet);
    this.redoButton = button(say(lang, 'redo'), () => this.doAgain(), quiet);
    this.addButton = button(say(lang, 'addLine'), () => this.addLine(), quiet);
    this.removeButton = button(say(lang, 'removeLine'), () => this.removeLine(), quiet);
  }

  /** Opens the draft and shows it; fails where it cannot be loaded. */
  async open(drafts: Drafts): Promise<void> {
    this.session = await EntrySession.open(drafts, {
      changed: () => this.changed(),
      checked: (check) => this.checked(check),
      saving: (state, message) => this.saving(state, message),
      merged: (count, people) => this.announce(say(this.lang, 'merged', people.join('、'), count)),
      conflict: (conflicts, people) =>
        askConflicts(this.session.state, conflicts, people, this.lang),
    });
    this.tables = entryTables(this.session.state);
    this.saving('saved', '');
    this.frame();
    this.showTable(0);
    listen(this.root, this.session, {
      undo: () => this.takeBack(),
      redo: () => this.doAgain(),
    });
    this.checked(this.check);
  }

  private frame(): void {
    const { lang } = this;
    const preview = button(say(lang, 'preview'), () => {
      openPreview(this.session.state.account, this.session.edition, lang);
    });
    const tools = element(
      'div',
      { class: 'tools', role: 'toolbar', 'aria-label': say(lang, 'tables') },
      ...[this.undoButton, this.redoButton, this.addButton, this.removeButton, preview, this.saved],
    );
    const nav = element('nav', { 'aria-label': say(lang, 'tables') }, this.tabs);
    const keys = element('p', { class: 'small soft keys' }, say(lang, 'keys'));
    const main = element('div', { class: 'entry-main' }, this.message, this.place, keys);
    const side = element(
      'aside',
      { 'aria-label': say(lang, 'findings') },
      this.panelTabs,
      this.aside,
    );
    const body = element('div', { class: 'entry-body' }, main, side);
    this.root.replaceChildren(tools, nav, body, this.status);
  }

  private get form(): FormId | null {
    return this.formView === null ? (this.tables[this.at]?.form ?? null) : null;
  }

  private showTable(at: number): void {
    this.at = at;
    this.formView = null;
    const table = this.tables[at]!;
    this.grid = new Grid(table, this.session.state, this.lang, {
      chosen: () => this.chosen(),
      typing: (spot, text) => {
        const edit = text === null ? null : this.grid.positions.typed(spot, text);
        this.say('');
        this.session.preview(edit === null ? null : [edit]);
      },
      typed: (spot, text) => this.typed(spot, text),
      summed: (edit) => this.take([edit]),
      clear: (range) => this.session.perform(this.grid.positions.cleared(range)),
      paste: (text, range) => this.paste(text, range),
      say: (text) => this.say(text),
      leave: () => this.aside.focus(),
    });
    this.place.replaceChildren(
      element('h2', { lang: 'zh-CN' }, ...titleOf(table)),
      element('p', { class: 'small soft lines', lang: 'zh-CN' }, linesOf(table)),
      this.grid.node,
      ...table.notes.map((note) => element('p', { class: 'small soft', lang: 'zh-CN' }, note)),
    );
    if (this.check !== null) this.grid.mark(this.check);
    this.drawTabs();
    this.chosen();
  }

  private showForm(id: string): void {
    this.formView = new FormView(id, this.session.state, this.lang, {
      typing: (edits) => this.session.preview(edits),
      perform: (edits) => this.session.perform(edits),
      chosen: () => this.chosen(),
      say: (text) => this.announce(text),
      remove: () => {
        this.session.perform([{ kind: 'no-form', form: id }]);
        this.announce(say(this.lang, 'formRemoved'));
      },
    });
    this.place.replaceChildren(this.formView.node);
    if (this.check !== null) this.formView.mark(this.check);
    this.say('');
    this.drawTabs();
    this.chosen();
  }

  private addForm(): void {
    const { account, edition } = this.session.state;
    openNewForm(this.lang, account.entity, openProjects(account), (kind, title) => {
      const profile = formProfile(edition, kind, account);
      const fields = [...startForm({ kind, title, profile })];
      const form = newFormId();
      this.session.perform([{ kind: 'form', form, of: kind, fields }]);
      this.showForm(form);
      this.formView?.goTo('title');
      this.announce(say(this.lang, 'formAdded', title));
    });
  }

  private goTo(path: string): void {
    const [, id, field] = /^form\/([^/]+)\/(.*)$/.exec(path) ?? [];
    if (id !== undefined && field !== undefined) {
      if (this.formView?.id !== id) this.showForm(id);
      this.formView?.goTo(field);
      return;
    }
    const cell = this.session.state.structure.cells.get(path);
    const at = this.tables.findIndex(({ form }) => form === cell?.form);
    if (at >= 0 && (at !== this.at || this.formView !== null)) this.showTable(at);
    this.grid.goTo(path);
  }

  private changed(): void {
    const { state } = this.session;
    // Typing into a form leaves the tables as they are.
    const isSame = this.shown === state.account.tables && this.shownOf === state.structure;
    this.shown = state.account.tables;
    this.shownOf = state.structure;
    if (!isSame) this.tables = entryTables(state);
    if (this.formView !== null) {
      if (!this.formView.show(state)) this.showTable(this.at);
    } else if (!isSame) this.grid.show(this.tables[this.at]!, state);
    const forms = state.account.evaluations.map(({ id, title }) => `${id} ${title}`).join();
    if (forms !== this.listed) this.drawTabs();
    this.tools();
    if (this.panel === 'number') this.drawPanel();
  }

  private checked(check: LiveCheck | null): void {
    this.check = check;
    if (check === null || this.grid === undefined) return;
    if (this.formView === null) this.grid.mark(check);
    else this.formView.mark(check);
    this.drawTabs();
    this.drawPanel();
    const { error, warning, info } = countsOf(check);
    const counted = say(this.lang, 'counted', error, warning, info);
    if (counted !== this.counted) this.announce(counted);
    this.counted = counted;
  }

  private chosen(): void {
    this.tools();
    const off = this.formView === null ? sumEdit(this.session.state, this.grid.activePath) : null;
    this.say(off === null ? '' : say(this.lang, 'offTotal', withSeparators(off.value)));
    if (this.panel === 'number') this.drawPanel();
  }

  private tools(): void {
    this.undoButton.disabled = !this.session.canUndo;
    this.redoButton.disabled = !this.session.canRedo;
    const coded = this.form !== null && hasCodeLines(this.form);
    for (const tool of [this.addButton, this.removeButton]) tool.hidden = this.formView !== null;
    this.addButton.disabled = !coded;
    this.removeButton.disabled = !coded || !/^\d/.test(this.grid.activeKey ?? '');
  }

  private drawTabs(): void {
    const { lang, formView, check } = this;
    const { evaluations } = this.session.state.account;
    this.listed = evaluations.map(({ id, title }) => `${id} ${title}`).join();
    const tables = this.tables.map(
      (table, at): Tab => ({
        name: titleOf(table),
        found: foundUnder(check, `${table.form}/`),
        current: formView === null && at === this.at,
        open: () => this.showTable(at),
      }),
    );
    const forms = evaluations.flatMap(({ id, form, title }): readonly Tab[] => {
      if (form === 'evaluation-report') return [];
      const current = formView?.id === id;
      const name = [document.createTextNode(`绩效 ${title}`)];
      const found = foundUnder(check, `form/${id}/`);
      return [{ name, found, current, open: () => this.showForm(id) }];
    });
    drawTabs(this.tabs, [...tables, ...forms], lang, () => this.addForm());
  }

  private drawPanel(): void {
    const { lang, session, check } = this;
    const all = requiredInputs(session.state.account, session.edition);
    const needs = all.filter(({ id }) => !this.told.includes(id));
    const open = needsLeft(needs).missing.length;
    const counts = check === null ? { error: 0, warning: 0 } : countsOf(check);
    const numbers = { findings: counts.error + counts.warning, number: 0, needs: open };
    const tabs = PANELS.map((id) => {
      const text = numbers[id] === 0 ? say(lang, id) : `${say(lang, id)} ${numbers[id]}`;
      return button(text, () => this.openPanel(id), {
        role: 'tab',
        'aria-selected': id === this.panel ? 'true' : 'false',
      });
    });
    const within = this.panelTabs.contains(document.activeElement);
    this.panelTabs.replaceChildren(...tabs);
    if (within) tabs[PANELS.indexOf(this.panel)]?.focus();
    this.aside.setAttribute('aria-label', say(lang, this.panel));
    // A form is not drawn anew under the hands of whoever fills it in.
    const isTyping = this.aside.querySelector(':is(input, select, textarea):focus') !== null;
    if (this.panel === 'needs' && isTyping) return;
    const perform = (edits: readonly EntryEdit[]) => session.perform(edits);
    const goTo = (path: string) => this.goTo(path);
    if (this.panel === 'needs') {
      this.aside.replaceChildren(...needsForm(needs, session.state, lang, this.needs));
    } else if (this.panel === 'number' && this.formView !== null) {
      this.aside.replaceChildren(...formPanel(this.formView, check, lang));
    } else if (this.panel === 'number') {
      const events = { goTo, perform };
      const path = this.grid.activePath;
      this.aside.replaceChildren(...cellPanel(session.state, path, lang, events));
    } else if (check !== null) this.aside.replaceChildren(...this.findings(check));
  }

  private findings(check: LiveCheck): readonly Node[] {
    const list = findingsList(check, this.lang, {
      goTo: (path) => this.goTo(path),
      proposed: (finding) => proposedEdits(this.session.state, finding),
      take: (edits) => this.take(edits),
    });
    return [list, element('p', { class: 'small soft' }, say(this.lang, 'tablesOnly'))];
  }

  private readonly needs: NeedsEvents = {
    perform: (edits) => this.session.perform(edits),
    reviewed: (edits) => {
      this.session.perform(edits);
      // What was pressed is no longer there.
      this.aside.focus();
      this.announce(say(this.lang, 'seen', edits.length));
    },
  };

  private openPanel(id: PanelId): void {
    this.panel = id;
    this.drawPanel();
    this.panelTabs.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
  }

  private typed(spot: Spot, text: string): boolean {
    const { positions } = this.grid;
    const edit = positions.typed(spot, text);
    const sum = sumEdit(this.session.state, positions.pathAt(spot));
    const isOther = sum !== null && edit !== null && (edit.value ?? sum.value) !== sum.value;
    if (edit === null) this.say(say(this.lang, 'noNumber', text));
    else if (isOther) this.say(say(this.lang, 'notItsSum', withSeparators(sum.value)));
    else {
      this.say('');
      this.session.perform([sum ?? edit]);
    }
    return edit !== null && !isOther;
  }

  /** Takes over amounts that were proposed, and shows where. */
  private take(edits: readonly AmountEdit[]): void {
    this.session.perform(edits);
    this.goTo(cellPath(edits[0]!.cell));
    this.announce(
      say(this.lang, 'taken', edits.map(({ value }) => withSeparators(value)).join('、')),
    );
  }

  private paste(text: string, range: Range): void {
    const { session, grid, form } = this;
    const pasted = pastedInto(session, grid, form, rowsOfText(text), range);
    session.perform(pasted.edits);
    const told = pastedWords(pasted, this.lang);
    this.announce(told);
    this.say(pasted.kept + pasted.bad > 0 ? told : '');
    this.grid.focus();
  }

  private addLine(): void {
    const { form } = this;
    if (form === null) return;
    openCodes(this.lang, (choice: CodeChoice) => {
      this.session.perform(addedLines(this.session.state.account, form, choice));
      this.announce(say(this.lang, 'lineAdded', `${choice.code} ${choice.name}`));
      const path = this.grid.positions.amounts
        .map((spot) => this.grid.positions.pathAt(spot)!)
        .find(
          (each) => each.split('/')[1] === choice.code && !this.grid.positions.isComputed(each),
        );
      if (path !== undefined) this.grid.goTo(path);
    });
  }

  private removeLine(): void {
    const { form } = this;
    const key = this.grid.activeKey;
    if (form === null || key === null || !/^\d/.test(key)) return;
    this.session.perform([{ kind: 'no-line', form, key }]);
    this.announce(say(this.lang, 'lineRemoved', key));
    this.grid.focus();
  }

  private takeBack(): void {
    if (this.session.undo() !== null) this.announce(say(this.lang, 'undone'));
  }

  private doAgain(): void {
    if (this.session.redo() !== null) this.announce(say(this.lang, 'redone'));
  }

  private saving(state: SaveState, message: string): void {
    this.saved.textContent = say(this.lang, state, message);
    this.saved.dataset.state = state;
  }

  private announce(text: string): void {
    this.status.textContent = text;
  }

  private say(text: string): void {
    if (this.message.textContent !== text) this.message.textContent = text;
  }
}
