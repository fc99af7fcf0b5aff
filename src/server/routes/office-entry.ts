import { pagePath } from '../../workbench/actions.js';
import { entryPage } from '../../workbench/entry-page.js';
import type { EntryView } from '../../workbench/office-view-models.js';
import type { Ask, Endpoint } from '../endpoint.js';
import { ENTRY_POLICY, good, officeAction, officePage } from '../office.js';
import { missing } from '../office-form.js';
import { Problem } from '../problem.js';
import { entryHead } from '../services/entry-head.js';
import { ACCEPTED } from '../services/office-work.js';
import { toldBySteps } from '../services/reviewed-inputs.js';
import { loadFiles } from '../services/typing.js';
import { webFiles } from '../web-files.js';

const WRITE = { action: 'filing.write', on: 'filing' } as const;

/** The screen on which an account is typed, and files that are put into it. */
export const OFFICE_ENTRY: readonly Endpoint[] = [
  officePage({
    ...{ id: 'entry', right: WRITE },
    summary: { zh: '在线填写', en: 'Type the account' },
    show: async (ask, desk) => {
      const view = await entryView(ask);
      // Nobody types yet: the filing says how to begin.
      if (view === null) return { to: pagePath('filing', ask.params) };
      return { page: entryPage(view, desk), policy: ENTRY_POLICY };
    },
  }),
  officeAction({
    ...{ id: 'load-draft', right: WRITE },
    at: (parts) => pagePath('entry', parts),
    summary: { zh: '把文件导入正在填写的内容', en: 'Put files into the draft' },
    act: async ({ store, desk, caller, params }, form) => {
      if (form.files.length === 0) throw missing('loadFiles');
      const loaded = await loadFiles(store, desk, caller.actor, params.filing, form.files);
      const { tables, evaluations, inputs } = loaded;
      const filled = [...tables.values()].filter(({ rows }) => rows.length > 0).length;
      const text = {
        zh: `已导入：${filled} 张表、${inputs.size} 项文字、${evaluations.length} 张自评表。`,
        en: `Loaded: ${filled} tables, ${inputs.size} texts, ${evaluations.length} forms.`,
      };
      return { to: pagePath('entry', params), said: good(text) };
    },
  }),
];

async function entryView(ask: Ask<{ readonly filing: string }>): Promise<EntryView | null> {
  const { store, params, fileBytes } = ask;
  const head = await store.snapshot((view) => entryHead(view, params.filing));
  if (head === null) return null;
  const { entry } = webFiles();
  if (entry === null) throw new Problem('unavailable', NOT_BUILT);
  const draft = `/api/v1/filings/${params.filing}/draft`;
  const told = toldBySteps(head.state);
  return { head, ...entry, draft, told, accepts: ACCEPTED, most: fileBytes };
}

const NOT_BUILT = {
  detail: {
    zh: '填写界面还没有构建：请管理员在程序目录运行 npm run build，再刷新本页。已填的内容都在',
    en: 'the entry screen was not built: run npm run build, then load this page again',
  },
};
