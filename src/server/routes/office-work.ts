import type { Wording } from '../../base/wording.js';
import { EDITIONS } from '../../editions/catalogue.js';
import * as files from '../../store/files.js';
import { PAGES, pagePath } from '../../workbench/actions.js';
import type { UnclearView } from '../../workbench/office-view-models.js';
import { unclearPage } from '../../workbench/unclear-page.js';
import type { Desk, Flash } from '../../workbench/view-models.js';
import { workPage } from '../../workbench/work-pages.js';
import { type Ask, type Endpoint, endpoint, type Upload } from '../endpoint.js';
import { seal, unseal } from '../flash.js';
import { good, officeAction, officePage, type Wait } from '../office.js';
import { missing, type OfficeForm, refused } from '../office-form.js';
import { Problem } from '../problem.js';
import { ID, Type } from '../schema.js';
import {
  type Begun,
  beginBlank,
  beginFrom,
  type Chosen,
  mayAddBody,
  type Unclear,
} from '../services/begin.js';
import { sameAs } from '../services/filing-desk-work.js';
import { countsOf } from '../services/filing-lines.js';
import { gapsIn, gapsWord } from '../services/gaps.js';
import { unitsFor, workView, yearsUpTo } from '../services/office-work.js';
import { dayOf } from '../services/timeliness.js';
import { fileMade, stillGoing } from '../waiting.js';

/** Documents that are read while somebody waits; more are a batch. */
const MOST_AT_ONCE = 5;

const again = async (ask: Ask, desk: Desk) => workPage(await workView(ask), desk);

/** What somebody has to do, and how something is begun. */
export const OFFICE_WORK: readonly Endpoint[] = [
  officePage({
    id: 'work',
    right: { action: 'self.use', on: 'anything' },
    summary: { zh: '我的工作', en: 'My work' },
    show: async (ask, desk) => workPage(await workView(ask), desk),
  }),
  officePage({
    id: 'reading',
    right: { action: 'self.use', on: 'anything' },
    summary: { zh: '正在做的事和它的进度', en: 'Work that goes on, and how far it is' },
    show: (ask, desk) => stillGoing(ask, ask.params.reading, desk),
  }),
  endpoint({
    ...{ id: 'file made', method: 'GET', path: PAGES.made, tag: '', answer: null },
    right: { action: 'self.use', on: 'anything' },
    params: Type.Object({ reading: ID }),
    summary: { zh: '做好的文件', en: 'The file that was made' },
    handle: (ask) => fileMade(ask, ask.params.reading),
  }),
  officeAction({
    id: 'upload-filing',
    right: { action: 'filing.write', on: 'anything' },
    summary: { zh: '上传文件，读出并核对', en: 'Upload documents; each is read and checked' },
    again: async (ask, desk, _problem, form) => {
      const held = heldIn(ask, form);
      if (held === null) return again(ask, desk);
      const entity = form.raw('name');
      const asks = { asksUnit: true, asksYear: true, asksCorrection: false, unit: null };
      const all = { why: [], ...asks, entity, year: null };
      return whosePage(ask, { ...all, file: held.name, held: form.raw('held') }, desk);
    },
    act: async (ask, form, _desk, wait) => {
      const given = await givenFiles(ask, form);
      const chosen = {
        ...{ unit: form.id('unit'), year: form.year('year'), name: form.optional('name') },
        asked: form.files.length === 0,
        correction: form.optional('correction') === 'yes',
      };
      if (given.length === 1) return beginOne(ask, given[0]!, chosen, wait);
      const names = given.map(({ name }) => name).join('、');
      return wait({ kind: 'read', file: names }, async () => {
        const said = await beginAll(ask, given, chosen);
        return async () => ({ to: PAGES.work, said });
      });
    },
  }),
  officeAction({
    id: 'start-filing',
    right: { action: 'filing.write', on: 'anything' },
    summary: { zh: '从空白表开始', en: 'Begin with a blank' },
    again,
    act: async (ask, form) => {
      const [unit, name] = [form.id('unit'), form.optional('name')];
      const year = form.year('year');
      if (unit === null && name === null) throw missing('unit', 'unit');
      if (year === null) throw missing('year', 'year');
      const edition = form.text('edition', 'edition');
      if (!EDITIONS.some(({ id }) => id === edition)) throw new Problem('bad-request');
      const filing = await beginBlank(ask, { unit, name }, year, edition);
      return { to: pagePath('entry', { filing }) };
    },
  }),
];

/** What was sent now, or before the question of whose it is. */
async function givenFiles(
  { store, caller }: Ask,
  form: OfficeForm<'upload-filing'>,
): Promise<readonly Upload[]> {
  if (form.files.length > MOST_AT_ONCE) {
    throw refused({
      zh: `一次最多 ${MOST_AT_ONCE} 个文件；更多请用“批量上传”，或分几次`,
      en: `at most ${MOST_AT_ONCE} files at once`,
    });
  }
  if (form.files.length > 0) return form.files;
  const held = heldIn({ caller }, form);
  if (held === null) throw missing('file');
  const { name, mediaType, hash } = held;
  const bytes = await store.read((view) => files.bytesOf(view, hash));
  if (bytes === undefined) throw missing('file');
  return [{ name, mediaType, bytes }];
}

/** A document that waits for an answer; sealed, for a hash alone would open what is others'. */
interface Held {
  readonly name: string;
  readonly mediaType: string;
  readonly hash: string;
}

function heldIn({ caller }: Pick<Ask, 'caller'>, form: OfficeForm<'upload-filing'>): Held | null {
  return unseal(form.raw('held'), caller.session, 'held') as Held | null;
}

function beginOne(ask: Ask, file: Upload, chosen: Chosen, wait: Wait) {
  return wait({ kind: 'read', file: file.name }, async (tell) => {
    const begun = await beginFrom(ask, file, chosen, tell);
    return async (at: Desk) => {
      if (!('filing' in begun)) return { page: await askWhose(ask, file, begun, at) };
      const { filing } = begun;
      return { to: pagePath('filing', { filing }), said: good(whatWasFound(begun)) };
    };
  });
}

async function askWhose(ask: Ask, file: Upload, unclear: Unclear, desk: Desk): Promise<string> {
  const { store, caller } = ask;
  const { name, mediaType, bytes } = file;
  const hash = await store.write(caller.actor, (task) => files.put(task, bytes, mediaType));
  const held = seal({ name, mediaType, hash }, caller.session, 'held');
  return whosePage(ask, { ...unclear, file: name, held }, desk);
}

async function whosePage(
  { store, caller, clock }: Ask,
  asked: Unclear & Pick<UnclearView, 'file' | 'held'>,
  desk: Desk,
): Promise<string> {
  const units = await store.read((at) => unitsFor(at, caller));
  const years = yearsUpTo(dayOf(clock()));
  return unclearPage({ ...asked, units, mayAdd: mayAddBody(caller), years }, desk);
}

/** One after the other; what one of them is refused for keeps no other from being kept. */
async function beginAll(ask: Ask, given: readonly Upload[], chosen: Chosen): Promise<Flash> {
  let kept = 0;
  const faults: Wording[] = [];
  for (const file of given) {
    try {
      const begun = await beginFrom(ask, file, chosen);
      if ('filing' in begun) kept += 1;
      else faults.push(...begun.why.map((why) => about(file.name, why)));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      faults.push(about(file.name, error.about.detail ?? { zh: '没有收下', en: 'not taken' }));
    }
  }
  return {
    tone: faults.length === 0 ? 'good' : 'warning',
    text: {
      zh: [`${kept} 份已读出并核对。`, ...faults.map(({ zh }) => zh)].join(''),
      en: [`${kept} read and checked.`, ...faults.map(({ en }) => en)].join(' '),
    },
  };
}

function about(file: string, { zh, en }: Wording): Wording {
  return { zh: `${file}：${zh.replace(/。$/, '')}。`, en: `${file}: ${en.replace(/\.$/, '')}.` };
}

const NOTHING_FOUND = { error: 0, warning: 0 };

function whatWasFound({ reading, added, same }: Begun): Wording {
  if (same !== null) return sameAs(same);
  const { error: errors, warning: warnings } = countsOf(reading.summary) ?? NOTHING_FOUND;
  const who = reading.entity ?? '';
  const gaps = gapsWord(gapsIn(reading.summary));
  const found =
    errors + warnings === 0
      ? `${gaps === null ? '' : '读出的部分'}没有发现不一致`
      : `发现 ${errors} 处错误、${warnings} 处警告`;
  const zh = `${found}${gaps === null ? '' : `。${gaps.zh.replace(/。$/, '')}`}`;
  const en = `${errors} errors, ${warnings} warnings${gaps === null ? '' : `. ${gaps.en}`}`;
  return {
    zh: `已读出并核对：${zh}。${added ? `“${who}”是第一次来，已建好。` : ''}`,
    en: `Read and checked: ${en}.${added ? ` ${who} was added.` : ''}`,
  };
}
