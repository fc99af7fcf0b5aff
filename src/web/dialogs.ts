import type { TypedFormKind } from '../accounts/form-fields.js';
import type { Account } from '../accounts/model.js';
import type { Edition } from '../editions/model.js';
import { type CodeChoice, findCodes, isLineCode } from '../entry/code-lines.js';
import type { EntryEdit } from '../entry/entry-edits.js';
import type { EntryState } from '../entry/entry-state.js';
import type { EditConflict } from '../entry/merge-edits.js';
import { publicationFrom } from '../publications/from-account.js';
import { publishedTables } from '../publications/tables.js';
import { publicationHtml } from '../publications/to-html.js';
import { nameLine } from './cell-names.js';
import { button, element, openDialog } from './dom.js';
import { type Lang, say } from './words.js';

/** The document as it will look, in a frame that runs nothing and reaches nothing. */
export function openPreview(account: Account, edition: Edition, lang: Lang): void {
  const tables = publishedTables(account, edition);
  const parts = { tables, annex: [], embedded: '{}' };
  const { publication } = publicationFrom(account, edition, parts);
  const frame = element('iframe', {
    sandbox: '',
    title: publication.title,
    srcdoc: publicationHtml(publication),
  });
  const dialog = openDialog(
    say(lang, 'preview'),
    frame,
    button(say(lang, 'closePreview'), () => dialog.close()),
  );
  dialog.classList.add('large');
}

/** Looks a code up by number or name and gives the one to add. */
export function openCodes(lang: Lang, add: (choice: CodeChoice) => void): void {
  const found = element('ul', { class: 'plain codes', lang: 'zh-CN' });
  const code = element('input', { type: 'search', id: 'code-search', autocomplete: 'off' });
  const name = element('input', { type: 'text', id: 'code-name', autocomplete: 'off' });
  const choose = (choice: CodeChoice) => {
    // Closing gives the focus back to the button; adding then takes it to the new line.
    dialog.close();
    add(choice);
  };
  const own = element(
    'div',
    { class: 'field', hidden: true },
    element('label', { for: 'code-name' }, say(lang, 'codeName')),
    name,
  );
  const accept = button(say(lang, 'add'), () => {
    const text = code.value.trim();
    if (isLineCode(text)) choose({ code: text, name: name.value.trim() });
  });
  accept.disabled = true;
  code.addEventListener('input', () => {
    const text = code.value.trim();
    const choices = findCodes(text);
    const rows = choices.map((choice) =>
      element(
        'li',
        {},
        button(`${choice.code} ${choice.name}`, () => choose(choice), { class: 'choice' }),
      ),
    );
    const none = element('li', { class: 'soft' }, say(lang, 'codeNone'));
    found.replaceChildren(...(rows.length > 0 || text === '' ? rows : [none]));
    own.hidden = !isLineCode(text) || choices.some((choice) => choice.code === text);
    accept.disabled = !isLineCode(text);
  });
  code.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !accept.disabled) accept.click();
  });
  const label = element('label', { for: 'code-search' }, say(lang, 'codeSearch'));
  const hint = element('p', { class: 'small soft' }, say(lang, 'codeHint'));
  const field = element('div', { class: 'field' }, label, code, hint);
  const cancel = button(say(lang, 'cancel'), () => dialog.close(), { class: 'quiet' });
  const buttons = element('div', { class: 'row' }, accept, cancel);
  const dialog = openDialog(say(lang, 'addLine'), field, own, found, buttons);
  code.focus();
}

/** Asks whose form is to be added; `projects` are names to choose from. */
export function openNewForm(
  lang: Lang,
  entity: string,
  projects: readonly string[],
  add: (kind: TypedFormKind, title: string) => void,
): void {
  const name = element('input', { type: 'text', id: 'form-name', list: 'form-names' });
  const label = element('label', { for: 'form-name' }, say(lang, 'projectName'));
  const kinds = ['project-self-evaluation', 'department-self-evaluation'] as const;
  const radios = kinds.map((_, at) => {
    const radio = element('input', { type: 'radio', name: 'form-kind', checked: at === 0 });
    radio.addEventListener('change', () => {
      label.textContent = say(lang, at === 0 ? 'projectName' : 'unitName');
      if (at === 1 && name.value === '') name.value = entity;
    });
    const word = at === 0 ? 'formOfProject' : 'formOfUnit';
    return { radio, node: element('label', {}, radio, say(lang, word)) };
  });
  const accept = button(say(lang, 'add'), () => {
    const title = name.value.trim();
    if (title === '') return name.focus();
    dialog.close();
    add(kinds[radios.findIndex(({ radio }) => radio.checked)]!, title);
  });
  name.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) accept.click();
  });
  const options = projects.map((value) => element('option', { value }));
  const cancel = button(say(lang, 'cancel'), () => dialog.close(), { class: 'quiet' });
  const dialog = openDialog(
    say(lang, 'addFormTitle'),
    element('div', { class: 'conflict' }, ...radios.map(({ node }) => node)),
    element('div', { class: 'field' }, label, name),
    element('datalist', { id: 'form-names' }, ...options),
    element('div', { class: 'row' }, accept, cancel),
  );
  name.focus();
}

/** Two people changed the same places: which of mine stand. */
export function askConflicts(
  state: EntryState,
  conflicts: readonly EditConflict[],
  people: readonly string[],
  lang: Lang,
): Promise<readonly EntryEdit[]> {
  const rows = conflicts.map(({ target, mine, theirs }, at) => {
    const choice = (value: 'mine' | 'theirs', edit: EntryEdit) =>
      element(
        'label',
        {},
        element('input', {
          type: 'radio',
          name: `conflict-${at}`,
          value,
          checked: value === 'theirs',
        }),
        `${say(lang, value)}${say(lang, 'colon')}${editText(edit, lang)}`,
      );
    const name = mine.kind === 'amount' ? nameLine(state, mine.cell, null) : target;
    return element(
      'fieldset',
      { class: 'conflict' },
      element('legend', { lang: 'zh-CN' }, name),
      choice('mine', mine),
      choice('theirs', theirs),
    );
  });
  return new Promise((resolve) => {
    const lead = element('p', {}, say(lang, 'conflictLead', people.join('、')));
    const decide = button(say(lang, 'decide'), () => dialog.close());
    const dialog = openDialog(say(lang, 'conflictTitle'), lead, ...rows, decide);
    rows[0]?.querySelector<HTMLInputElement>('input:checked')?.focus();
    dialog.addEventListener('close', () => {
      const isMine = (row: Element) =>
        row.querySelector<HTMLInputElement>('input[value=mine]')?.checked === true;
      resolve(conflicts.filter((_, at) => isMine(rows[at]!)).map(({ mine }) => mine));
    });
  });
}

function editText(edit: EntryEdit, lang: Lang): string {
  if (edit.kind === 'no-line' || edit.kind === 'no-row') return say(lang, 'lineGone');
  if (edit.kind === 'no-form') return say(lang, 'formGone');
  if (edit.kind === 'form') return say(lang, 'formWhole');
  const text = edit.kind === 'amount' ? edit.value : edit.kind === 'line' ? edit.item : edit.text;
  return text === null || text === '' ? say(lang, 'blank') : text;
}
