import * as regions from '../../store/regions.js';
import { pagePath } from '../../workbench/actions.js';
import { bodiesPage } from '../../workbench/bodies-page.js';
import type { Desk } from '../../workbench/view-models.js';
import type { Ask, Endpoint } from '../endpoint.js';
import { good, officeAction, officePage } from '../office.js';
import { type OfficeForm, refused } from '../office-form.js';
import { Type } from '../schema.js';
import { addBodyFor, type BodyTyped } from '../services/add-body.js';
import { bodiesView } from '../services/bodies.js';

const QUERY = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 200 })),
  after: Type.Optional(Type.String({ maxLength: 2000 })),
});

const MANAGE = { action: 'organisation.manage', on: 'anything' } as const;

const at = () => pagePath('bodies');
const again = async (ask: Ask, desk: Desk) => bodiesPage(await bodiesView(ask, {}), desk);

/** Regions and bodies: whom everything is about. */
export const OFFICE_BODIES: readonly Endpoint[] = [
  officePage<'bodies', { readonly q?: string; readonly after?: string }>({
    ...{ id: 'bodies', query: QUERY, right: MANAGE },
    summary: { zh: '地区和单位', en: 'Regions and bodies' },
    show: async (ask, desk) => bodiesPage(await bodiesView(ask, ask.query), desk),
  }),
  officeAction({
    ...{ id: 'put-region', right: { action: 'region.manage', on: 'everything' } },
    summary: { zh: '增加或修改地区', en: 'Add or change a region' },
    ...{ at, again },
    act: async ({ store, caller }, form) => {
      const code = form.text('code', 'regionCode');
      if (!/^[0-9A-Za-z-]{1,20}$/.test(code)) {
        throw refused(
          {
            zh: '区划代码由 1—20 个数字、字母或“-”组成',
            en: 'a code has 1 to 20 digits, letters or hyphens',
          },
          'code',
        );
      }
      const name = form.text('name', 'regionName');
      const parent = form.optional('region');
      await store.write(caller.actor, (task) => regions.put(task, { code, name, parent }));
      const said = good({ zh: `地区“${name}”已保存。`, en: `${name} was saved.` });
      return { to: pagePath('bodies'), said };
    },
  }),
  officeAction({
    ...{ id: 'add-body', right: MANAGE },
    summary: { zh: '增加单位', en: 'Add a body' },
    ...{ at, again },
    act: async (ask, form) => {
      const { store, caller } = ask;
      const typed = bodyIn(form);
      const { name } = typed;
      await store.write(caller.actor, (task) => addBodyFor(task, caller, typed));
      const said = good({ zh: `“${name}”已增加。`, en: `${name} was added.` });
      return { to: pagePath('bodies'), said };
    },
  }),
];

/** A new body as a form says it. */
export function bodyIn(form: OfficeForm<'add-body'> | OfficeForm<'add-file-body'>): BodyTyped {
  return {
    ...{ name: form.text('name', 'unitName'), code: form.optional('code', 20) },
    ...{ level: form.raw('level'), parent: form.id('parent') },
    ...{ region: form.optional('region'), sector: form.optional('sector') },
  };
}
