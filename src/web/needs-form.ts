import type { EntryEdit } from '../entry/entry-edits.js';
import type { EntryState } from '../entry/entry-state.js';
import { inputOf } from '../forms/inputs.js';
import type { Need } from '../publications/needs.js';
import { needsLeft } from '../publications/needs-left.js';
import { button, element } from './dom.js';
import { type Lang, say } from './words.js';

/** What is done with what is missing: one text, or all that was taken over as it stands. */
export interface NeedsEvents {
  readonly perform: (edits: readonly EntryEdit[]) => void;
  readonly reviewed: (edits: readonly EntryEdit[]) => void;
}

/** What the document says and no table tells: what is required and missing first. */
export function needsForm(
  needs: readonly Need[],
  state: EntryState,
  lang: Lang,
  events: NeedsEvents,
): readonly Node[] {
  const { missing, toReview, optional } = needsLeft(needs);
  const given = needs.filter((need) => need.state === 'given');
  const fields = (all: readonly Need[]) => fieldsets(all, state, lang, events);
  const folded = (title: string, all: readonly Need[], ...first: readonly Node[]) =>
    all.length === 0
      ? []
      : [element('details', {}, element('summary', {}, title), ...first, ...fields(all))];
  const again = toReview.map(({ id }): EntryEdit => {
    return { kind: 'input', id, text: state.account.inputs.get(id)?.text ?? '' };
  });
  const allSeen = button(say(lang, 'allSeen'), () => events.reviewed(again), { class: 'quiet' });
  return [
    element('p', { class: 'soft small' }, say(lang, 'needsLead')),
    missing.length === 0
      ? element('p', { class: 'notice good' }, element('strong', {}, say(lang, 'needsDone')))
      : element('h3', {}, say(lang, 'needsOpen', missing.length)),
    ...fields(missing),
    ...folded(say(lang, 'needsReview', toReview.length), toReview, allSeen),
    ...folded(say(lang, 'needsOptional', optional.length), optional),
    ...folded(say(lang, 'needsGiven', given.length), given),
  ];
}

/** Fields below the headings that they are printed under. */
function fieldsets(
  needs: readonly Need[],
  state: EntryState,
  lang: Lang,
  events: NeedsEvents,
): readonly Node[] {
  const groups = new Map<string, Need[]>();
  for (const need of needs) groups.set(need.where, [...(groups.get(need.where) ?? []), need]);
  return [...groups].map(([where, each]) =>
    element(
      'fieldset',
      { lang: 'zh-CN' },
      element('legend', {}, where),
      ...each.map((need) => needField(need, state, lang, events)),
    ),
  );
}

function fieldId({ id }: Need): string {
  return `need-${id.replace(/[^\p{L}\p{N}]+/gu, '-')}`;
}

function needField(
  need: Need,
  { account }: EntryState,
  lang: Lang,
  { perform, reviewed }: NeedsEvents,
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
  const again = () => reviewed([{ kind: 'input', id, text }]);
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
