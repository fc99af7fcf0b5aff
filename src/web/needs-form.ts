import type { EntryEdit } from '../entry/entry-edits.js';
import type { EntryState } from '../entry/entry-state.js';
import { inputOf } from '../forms/inputs.js';
import type { Need } from '../publications/needs.js';
import { button, element } from './dom.js';
import { type Lang, say } from './words.js';

/** What the document says and no table tells: a list of what is missing, and fields for all. */
export function needsForm(
  needs: readonly Need[],
  state: EntryState,
  lang: Lang,
  perform: (edits: readonly EntryEdit[]) => void,
): readonly Node[] {
  const open = needs.filter((need) => need.state !== 'given');
  const groups = new Map<string, Need[]>();
  for (const need of needs) groups.set(need.where, [...(groups.get(need.where) ?? []), need]);
  const todo = open.map((need) =>
    element(
      'li',
      {},
      element('a', { href: `#${fieldId(need)}` }, need.label),
      need.required && element('span', { class: 'badge warning' }, say(lang, 'required')),
    ),
  );
  return [
    element('p', { class: 'soft small' }, say(lang, 'needsLead')),
    open.length === 0
      ? element('p', { class: 'notice good' }, element('strong', {}, say(lang, 'needsDone')))
      : element(
          'details',
          { open: open.length <= MOST_OPEN },
          element('summary', {}, say(lang, 'needsOpen', open.length)),
          element('ul', { class: 'todo', lang: 'zh-CN' }, ...todo),
        ),
    ...[...groups].map(([where, each]) =>
      element(
        'fieldset',
        { lang: 'zh-CN' },
        element('legend', {}, where),
        ...each.map((need) => needField(need, state, lang, perform)),
      ),
    ),
  ];
}

const MOST_OPEN = 12;

function fieldId({ id }: Need): string {
  return `need-${id.replace(/[^\p{L}\p{N}]+/gu, '-')}`;
}

function needField(
  need: Need,
  { account }: EntryState,
  lang: Lang,
  perform: (edits: readonly EntryEdit[]) => void,
): HTMLElement {
  const { id, label } = need;
  const input = inputOf(id);
  const text = account.inputs.get(id)?.text ?? '';
  const field = fieldFor(need, text, lang);
  field.id = fieldId(need);
  if (need.required) field.setAttribute('aria-required', 'true');
  field.addEventListener('change', () => {
    perform([{ kind: 'input', id, text: field.value.trim() }]);
  });
  const unit = input?.kind === 'amount' ? account.unit : (input?.unit ?? null);
  const note = input?.note ?? '';
  const noteId = `${field.id}-note`;
  if (note !== '') field.setAttribute('aria-describedby', noteId);
  const again = () => perform([{ kind: 'input', id, text }]);
  return element(
    'div',
    { class: `field ${need.state}` },
    element(
      'label',
      { for: field.id },
      label,
      unit === null ? '' : say('zh', 'unitOf', unit),
      need.required && element('span', { class: 'badge' }, say(lang, 'required')),
    ),
    field,
    note !== '' && element('p', { class: 'small soft', id: noteId }, note),
    need.state === 'to-review' &&
      element(
        'p',
        { class: 'small' },
        `${say(lang, 'toReview')} `,
        button(say(lang, 'stillTrue'), again, { class: 'quiet small-button' }),
      ),
  );
}

function fieldFor(
  { id }: Need,
  text: string,
  lang: Lang,
): HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement {
  const input = inputOf(id);
  if (input?.options !== undefined) {
    const options = ['', ...input.options].map((each) => {
      const shown = each === '' ? say(lang, 'choose') : each;
      return element('option', { value: each, selected: each === text }, shown);
    });
    return element('select', {}, ...options);
  }
  const isLong = input === undefined ? id.startsWith('reason/') : input.kind === 'text';
  if (isLong && !id.startsWith('contact-')) {
    const area = element('textarea', { rows: id.startsWith('reason/') ? 2 : 4 });
    area.value = text;
    return area;
  }
  const mode = input?.kind === 'count' ? 'numeric' : input?.kind === 'amount' ? 'decimal' : 'text';
  const field = element('input', { type: 'text', inputmode: mode });
  field.value = text;
  return field;
}
