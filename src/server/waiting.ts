import { pagePath } from '../workbench/actions.js';
import type { Doing } from '../workbench/office-view-models.js';
import { madePage, readingPage } from '../workbench/reading-page.js';
import type { Desk } from '../workbench/view-models.js';
import type { Answer, Ask } from './endpoint.js';
import type { Done, Shown } from './office.js';
import { Problem } from './problem.js';
import { type Place, roomOf, type Tell } from './reading-room.js';

/** What comes of work that took a while: where it leads, or the page it ends on. */
export type Outcome = (desk: Desk) => Promise<Done | Shown>;

/** A file that was made while somebody waited. */
export type MadeAnswer = Extract<Answer, { readonly bytes: unknown }>;

interface Ended {
  readonly show: Outcome;
  readonly file: MadeAnswer | null;
}

type Around = Pick<Ask, 'desk' | 'caller'>;

/** Waits a little for work; what takes longer is waited for on a page of its own. */
export async function whenDone(
  { desk: threads, caller }: Around,
  doing: Doing,
  begin: (tell: Tell) => Promise<Outcome>,
  desk: () => Promise<Desk>,
): Promise<Done | Shown> {
  const room = roomOf<Ended>(threads);
  const place = room.enter(caller.actor, doing, async (tell) => {
    return { show: await begin(tell), file: null };
  });
  if (await room.isSettled(place)) return (await place.work).show(await desk());
  return { to: pagePath('reading', { reading: place.id }) };
}

/**
 * A file that is made when somebody asks for it: given at once where it is soon there, else waited
 * for on a page that gives it. Programs wait for it as they are.
 */
export async function whenMade(
  { desk: threads, caller, request }: Around & Pick<Ask, 'request'>,
  given: { readonly file: string; readonly back: string; readonly isShown?: boolean },
  make: (tell: Tell) => Promise<MadeAnswer>,
): Promise<Answer> {
  if (!request.wantsPage) return make(() => {});
  const { file, back, isShown = false } = given;
  const room = roomOf<Ended>(threads);
  const place: Place<Ended> = room.enter(caller.actor, { kind: 'make', file }, async (tell) => {
    const made = await make(tell);
    const href = pagePath('made', { reading: place.id });
    const view = { file: made.name ?? file, href, back };
    const show: Outcome = async (desk) => (isShown ? { to: href } : { page: madePage(view, desk) });
    return { show, file: made };
  });
  if (await room.isSettled(place)) return (await place.work).file!;
  return { to: pagePath('reading', { reading: place.id }) };
}

/** The page on which work is waited for, and then what comes of it. */
export async function stillGoing(around: Around, id: string, desk: Desk): Promise<Done | Shown> {
  const room = roomOf<Ended>(around.desk);
  const place = placeOf(around, id);
  if (await room.isSettled(place)) return (await place.work).show(desk);
  const seconds = Math.floor((performance.now() - place.since) / 1000);
  const { doing, progress } = place;
  return { page: readingPage({ ...doing, seconds, progress }, desk), refresh: 1 };
}

/** The file that was made while its page was waited for; throws `Problem` not-found. */
export async function fileMade(around: Around, id: string): Promise<Answer> {
  const { file } = await placeOf(around, id).work;
  if (file === null) throw new Problem('not-found', FORGOTTEN);
  return file;
}

function placeOf({ desk: threads, caller }: Around, id: string): Place<Ended> {
  const place = roomOf<Ended>(threads).find(id, caller.actor);
  if (place === undefined) throw new Problem('not-found', FORGOTTEN);
  return place;
}

const FORGOTTEN = {
  detail: {
    zh: '这件事已经做完，或者程序重新启动过；请到“我的工作”里看，没有时请重新上传或再做一次',
    en: 'it was done some time ago, or the program was started anew; look under "My work"',
  },
};
