import type { LiveCheck } from '../entry/live-check.js';
import { element } from './dom.js';
import type { FormView } from './form-view.js';
import { type Lang, say } from './words.js';

/** What a field of a form says, how its points come about, and what rules say of it. */
export function formPanel(view: FormView, check: LiveCheck | null, lang: Lang): readonly Node[] {
  const path = view.activePath;
  if (path === null) return [element('p', { class: 'soft' }, say(lang, 'chooseCell'))];
  const own = path.replace(/^form\/[^/]+\//, '');
  const found = check?.at(path) ?? [];
  const why = view.whyOf(own);
  const text = view.textAt(own);
  return [
    element('p', { class: 'small soft', lang: 'zh-CN' }, view.textAt('title')),
    element('p', { class: 'strong', lang: 'zh-CN' }, view.nameOf(own)),
    element('p', { class: 'value', lang: 'zh-CN' }, text === '' ? say(lang, 'blank') : text),
    element(
      'p',
      { class: 'small' },
      `${say(lang, 'from')}${say(lang, 'colon')}${say(lang, text === '' ? 'nothing' : 'typed')}`,
    ),
    ...why.map((line) => element('p', {}, line)),
    element('h3', {}, say(lang, 'atField')),
    ...(found.length === 0
      ? [element('p', { class: 'soft' }, say(lang, 'noFieldFindings'))]
      : found.map(({ severity, message }) =>
          element(
            'p',
            {},
            element('span', { class: `badge ${severity}` }, say(lang, severity)),
            ` ${message[lang]}`,
          ),
        )),
  ];
}
