import { DEFAULT_LIMITS } from '../../cells/limits.js';
import { TIMELINESS } from '../../portal/routes.js';
import { pagePath } from '../../workbench/actions.js';
import { circularPage } from '../../workbench/circular-page.js';
import { rosterPage } from '../../workbench/roster-page.js';
import type { Desk, Flash } from '../../workbench/view-models.js';
import { say } from '../../workbench/words.js';
import { type Ask, type Endpoint, endpoint } from '../endpoint.js';
import { good, officeAction, officePage } from '../office.js';
import { both, refused } from '../office-form.js';
import { ID, Type, YEAR } from '../schema.js';
import { feedbackOf, feedbacksOf } from '../services/feedback.js';
import {
  circularFile,
  circularFor,
  filingsToAnswer,
  type RosterAsked,
  rosterView,
  workbookLine,
} from '../services/office-roster.js';
import { type ListedResult, listable, putList, putOne, readList } from '../services/roster-list.js';
import { dayOf } from '../services/timeliness.js';

const READ = { action: 'roster.read', on: 'anything' } as const;
const MANAGE = { action: 'roster.manage', on: 'anything' } as const;

/** Empty where a form was sent without a choice. */
const QUERY = Type.Object({
  year: Type.Optional(YEAR),
  region: Type.Optional(Type.String({ maxLength: 20 })),
  state: Type.Optional(Type.String({ maxLength: 20 })),
});

interface Query {
  readonly year?: number;
  readonly region?: string;
  readonly state?: string;
}

interface OfYear {
  readonly year: number;
}

function askedOf({ year, region = '', state = '' }: Query): RosterAsked {
  const known = TIMELINESS.find((each) => each === state);
  return {
    ...(year === undefined ? {} : { year }),
    ...(region === '' ? {} : { region }),
    ...(known === undefined ? {} : { state: known }),
  };
}

const at = ({ year }: OfYear) => rosterPath(year);
const again = async (ask: Ask<OfYear>, desk: Desk) =>
  rosterPage(await rosterView(ask, { year: ask.params.year }), desk);

/** Who must publish, what an inspection comes to, and what is sent out about it. */
export const OFFICE_ROSTER: readonly Endpoint[] = [
  officePage<'roster', Query>({
    ...{ id: 'roster', right: READ, query: QUERY },
    summary: { zh: '公开检查', en: 'Inspection of publication' },
    show: async (ask, desk) => rosterPage(await rosterView(ask, askedOf(ask.query)), desk),
  }),
  officePage<'circular', Query>({
    ...{ id: 'circular', right: READ, query: QUERY },
    summary: { zh: '通报附表', en: 'Table of the circular' },
    show: async (ask, desk) => {
      const asked = askedOf(ask.query);
      const { year, circular } = await circularFor(ask, asked);
      return circularPage(circular, workbookLine(year, asked.region ?? null, ask.lang), desk);
    },
  }),
  officeAction({
    ...{ id: 'put-roster', right: MANAGE },
    summary: { zh: '登记一个应公开单位', en: 'Put a body on the roster' },
    ...{ at, again },
    act: async ({ store, caller, params }, form) => {
      const typed = form.text('code', 'unitOrCode');
      const approved = form.day('approved', 'approvedOn');
      const exempt = form.optional('exempt', 500);
      const name = await store.write(caller.actor, async (task) => {
        const [only, ...others] = await listable(task, caller, typed);
        if (only === undefined) throw refused(both('noSuchUnit', typed), 'code');
        if (others.length > 0) throw refused(both('severalUnits', typed), 'code');
        await putOne(task, params.year, only.id, { approved, exempt });
        return only.name;
      });
      return { to: rosterPath(params.year), said: good(both('listedOne', name)) };
    },
  }),
  officeAction({
    ...{ id: 'upload-roster', right: MANAGE },
    summary: { zh: '导入应公开单位名单', en: 'Import the list of who must publish' },
    ...{ at, again },
    act: async ({ store, caller, params, fileBytes }, form) => {
      const [file] = form.files;
      if (file === undefined) throw refused(both('noFile'));
      const entries = await readList(file, { ...DEFAULT_LIMITS, fileBytes });
      const result = await store.write(caller.actor, (task) =>
        putList(task, caller, params.year, entries),
      );
      return { to: rosterPath(params.year), said: saidOf(result) };
    },
  }),
  ...fileRoutes(),
];

function rosterPath(year: number): string {
  return `${pagePath('roster')}?year=${year}`;
}

/** The lines that were left out are said by name, as many as a message holds. */
function saidOf({ listed, added, left }: ListedResult): Flash {
  const most = 3;
  const tone = left.length === 0 ? 'good' : 'warning';
  const text = (lang: 'zh' | 'en') => {
    const named = left.slice(0, most).map(({ name, why }) => `${name}：${why[lang]}`);
    const more = left.length > most ? [say(lang, 'andMore', left.length - most)] : [];
    const out = left.length === 0 ? [] : [say(lang, 'leftOut', left.length), ...named, ...more];
    return [say(lang, 'listedMany', listed, added), ...out].join(lang === 'zh' ? '；' : '; ');
  };
  return { tone, text: { zh: text('zh'), en: text('en') } };
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function fileRoutes(): readonly Endpoint[] {
  return [
    endpoint({
      ...{ id: 'circularFile', method: 'GET', path: '/workbench/circular.xlsx', tag: '' },
      ...{ right: READ, query: QUERY, answer: null, weight: 'bulk' },
      summary: { zh: '通报附表（Excel）', en: 'Table of the circular (Excel)' },
      handle: async (ask) => {
        return { ...(await circularFile(ask, askedOf(ask.query))), mediaType: EXCEL };
      },
    }),
    endpoint({
      ...{ id: 'feedbackForms', method: 'GET', path: '/workbench/roster/feedback.zip', tag: '' },
      ...{ right: READ, query: QUERY, answer: null, weight: 'bulk' },
      summary: { zh: '全部反馈意见表', en: 'All feedback forms' },
      handle: async (ask) => {
        const all = await filingsToAnswer(ask, askedOf(ask.query));
        const bytes = await feedbacksOf(ask.store, all, dayOf(ask.clock()), ask.lang);
        return { bytes, mediaType: 'application/zip', name: 'feedback.zip' };
      },
    }),
    endpoint({
      ...{ id: 'feedbackForm', method: 'GET', tag: '', answer: null },
      path: '/workbench/filings/:filing/feedback.docx',
      right: { action: 'filing.read', on: 'filing' },
      params: Type.Object({ filing: ID }),
      summary: { zh: '反馈意见表', en: 'Feedback form' },
      handle: async ({ store, clock, params, lang }) => {
        const form = await feedbackOf(store, params.filing, dayOf(clock()), lang);
        return { bytes: form.bytes, name: form.name, mediaType: WORD };
      },
    }),
  ];
}
