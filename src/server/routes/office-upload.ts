import { DEFAULT_LIMITS } from '../../cells/limits.js';
import { pagePath } from '../../workbench/actions.js';
import { batchPage, uploadPage } from '../../workbench/upload-page.js';
import type { Endpoint } from '../endpoint.js';
import { good, officeAction, officePage } from '../office.js';
import { both, refused } from '../office-form.js';
import { ID, Type } from '../schema.js';
import { addBodyFor } from '../services/add-body.js';
import { giveBatch, retryBatch, retryNamed, settleFile } from '../services/batches.js';
import { batchView, uploadView } from '../services/office-upload.js';
import { meantBy } from '../services/whose.js';
import { bodyIn } from './office-bodies.js';

const WRITE = { action: 'filing.write', on: 'anything' } as const;

/** Seconds after which the page of an upload asks again while work goes on. */
const REFRESH_SECONDS = 3;

/** Many documents at once: given, watched, settled, tried again. */
export const OFFICE_UPLOAD: readonly Endpoint[] = [
  officePage({
    ...{ id: 'upload', right: WRITE },
    summary: { zh: '批量上传', en: 'Upload many documents' },
    show: async (ask, desk) => uploadPage(await uploadView(ask), desk),
  }),
  officePage<'batch', { readonly add?: string }>({
    ...{ id: 'batch', right: WRITE, query: Type.Object({ add: Type.Optional(ID) }) },
    summary: { zh: '一次上传的进度', en: 'How far an upload is' },
    show: async (ask, desk) => {
      const view = await batchView(ask, ask.params.batch, ask.query.add ?? null);
      const page = batchPage(view, desk);
      return view.done < view.total ? { page, refresh: REFRESH_SECONDS } : page;
    },
  }),
  officeAction({
    ...{ id: 'upload-batch', right: WRITE, many: true },
    summary: { zh: '批量上传', en: 'Upload many documents' },
    at: () => pagePath('upload'),
    again: async (ask, desk) => uploadPage(await uploadView(ask), desk),
    act: async ({ store, caller, fileBytes }, form) => {
      const given = { files: form.files, year: form.year('year') };
      const batch = await giveBatch(store, caller, given, { ...DEFAULT_LIMITS, fileBytes });
      const said = good(both('received', form.files.length));
      return { to: pagePath('batch', { batch }), said };
    },
  }),
  officeAction({
    ...{ id: 'retry-batch', right: WRITE },
    summary: { zh: '重试没有收下的文件', en: 'Try again what was not taken' },
    at: ({ batch }) => pagePath('batch', { batch }),
    act: async ({ store, caller, params }) => {
      const { batch } = params;
      const tried = await store.write(caller.actor, (task) => retryBatch(task, caller, batch));
      return { to: pagePath('batch', { batch }), said: good(both('retrying', tried)) };
    },
  }),
  officeAction({
    ...{ id: 'settle-file', right: WRITE },
    summary: { zh: '选定文件的单位或年度', en: 'Choose whose a document is, or its year' },
    at: ({ batch }) => pagePath('batch', { batch }),
    again: async (ask, desk) => batchPage(await batchView(ask, ask.params.batch), desk),
    act: async ({ store, caller, params }, form) => {
      const typed = form.optional('unit');
      const year = form.year('year');
      await store.write(caller.actor, async (task) => {
        const meant = typed === null ? [] : await meantBy(task, caller, typed);
        if (typed !== null && meant.length === 0) throw refused(both('noSuchUnit', typed), 'unit');
        if (meant.length > 1) throw refused(both('severalUnits', typed!), 'unit');
        const told = { organisation: meant[0]?.id ?? null, year };
        await settleFile(task, caller, params, told);
      });
      return { to: pagePath('batch', { batch: params.batch }), said: good(both('settled')) };
    },
  }),
  officeAction({
    ...{ id: 'add-file-body', right: WRITE },
    summary: { zh: '新增文件写的单位，并收下文件', en: 'Add the body that a document names' },
    at: ({ batch }) => pagePath('batch', { batch }),
    again: async (ask, desk) =>
      batchPage(await batchView(ask, ask.params.batch, ask.params.file), desk),
    act: async ({ store, caller, params }, form) => {
      const typed = bodyIn(form);
      const year = form.year('year');
      await store.write(caller.actor, async (task) => {
        const organisation = await addBodyFor(task, caller, typed);
        await retryNamed(task, caller, params.batch, params.file);
        await settleFile(task, caller, params, { organisation, year });
      });
      const said = good(both('fileBodyAdded', typed.name));
      return { to: pagePath('batch', { batch: params.batch }), said };
    },
  }),
];
