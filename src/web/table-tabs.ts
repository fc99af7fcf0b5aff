import type { LiveCheck } from '../entry/live-check.js';
import type { PublishedTable } from '../publications/model.js';
import { button, element } from './dom.js';
import { type Lang, say } from './words.js';

/** A table or a form in the list above the page. */
export interface Tab {
  readonly name: readonly Node[];
  /** Errors and warnings in it. */
  readonly found: number;
  readonly current: boolean;
  readonly open: () => void;
}

/** The list of tables and forms, and the button that adds a form; the focus stays where it was. */
export function drawTabs(
  list: HTMLElement,
  tabs: readonly Tab[],
  lang: Lang,
  add: () => void,
): void {
  const items = tabs.map(({ name, found, current, open }) => {
    const unseen = element('span', { class: 'unseen' }, ` ${say(lang, 'foundHere')}`);
    const mark = element('span', { class: 'badge error' }, String(found), unseen);
    const shape = { class: 'chip', 'aria-current': current ? 'page' : null };
    const tab = button('', open, shape);
    tab.append(element('span', {}, ...name), ...(found > 0 ? [mark] : []));
    return element('li', { lang: 'zh-CN' }, tab);
  });
  const more = button(say(lang, 'addForm'), add, { class: 'chip add-form' });
  const buttons = () => [...list.querySelectorAll('button')];
  const focused = buttons().indexOf(document.activeElement as HTMLButtonElement);
  list.replaceChildren(...items, element('li', {}, more));
  if (focused >= 0) buttons()[focused]?.focus();
}

/** Errors and warnings of the cells or fields whose paths begin so. */
export function foundUnder(check: LiveCheck | null, head: string): number {
  if (check === null) return 0;
  return check.result.findings.filter(
    (finding) =>
      finding.severity !== 'info' &&
      finding.cause === null &&
      check.cellsOf(finding).some((path) => path.startsWith(head)),
  ).length;
}

/** 公开01表 收入支出决算总表. */
export function titleOf({ number, title }: PublishedTable): readonly Node[] {
  const name = document.createTextNode(title);
  if (number === null) return [name];
  return [element('span', { class: 'soft small' }, `${number} `), name];
}

/** Whose table it is, of which year and in which unit. */
export function linesOf({ entityLine, yearLine, unitLine }: PublishedTable): string {
  return [entityLine, yearLine, unitLine].filter((line) => line !== null).join('　');
}
