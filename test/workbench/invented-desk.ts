import { type ActionId, actionPath } from '../../src/workbench/actions.js';
import { WORKBENCH_STYLE_NAME } from '../../src/workbench/style.js';
import type { Desk, FilingHead, Refusal } from '../../src/workbench/view-models.js';

export const HEAD: FilingHead = {
  ...{ id: '7', unit: '示例县教育局', year: 2022, state: 'draft' },
  kind: { zh: '部门决算', en: 'final account' },
  ...{ version: 2, newest: 2, deadline: '2023-09-19' },
};

/** Somebody with every role, so that every page and form is drawn. */
export function deskOf(lang: 'zh' | 'en', theme: 'light' | 'dark', here = '/workbench'): Desk {
  return {
    ...{ place: '示例市', style: `/assets/${WORKBENCH_STYLE_NAME}`, lang, theme, here },
    ...{ token: 'invented-token', flash: null, refusal: null },
    person: {
      ...{ name: '王会计', login: 'wang', organisation: '示例县教育局' },
      ...{ roles: ['accountant', 'reviewer', 'bureau'], passwordless: false },
    },
  };
}

/** The desk of somebody whose form was refused. */
export function refusedAt(desk: Desk, id: ActionId, about: Omit<Refusal, 'path'>): Desk {
  return { ...desk, refusal: { path: actionPath(id, { link: 'abc', filing: '7' }), ...about } };
}
