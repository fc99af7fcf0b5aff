import { WORKBENCH_STYLE_NAME } from '../../src/workbench/style.js';
import type { Desk, FilingHead } from '../../src/workbench/view-models.js';

export const HEAD: FilingHead = {
  ...{ id: '7', unit: '示例县教育局', year: 2022, state: 'draft' },
  kind: { zh: '部门决算', en: 'final account' },
  ...{ version: 2, newest: 2, deadline: '2023-09-19' },
};

/** Somebody with every role, so that every page and form is drawn. */
export function deskOf(lang: 'zh' | 'en', theme: 'light' | 'dark', here = '/workbench'): Desk {
  return {
    ...{ place: '示例市', style: `/assets/${WORKBENCH_STYLE_NAME}`, lang, theme, here },
    ...{ token: 'invented-token', flash: null },
    person: {
      ...{ name: '王会计', login: 'wang', organisation: '示例县教育局' },
      ...{ roles: ['accountant', 'reviewer', 'bureau'], passwordless: false },
    },
  };
}
