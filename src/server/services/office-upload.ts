import * as batches from '../../store/batches.js';
import * as jobs from '../../store/jobs.js';
import type { View } from '../../store/task.js';
import type { BatchCounts, BatchView, UploadView } from '../../workbench/view-models.js';
import type { Ask } from '../endpoint.js';
import { MOST_TOGETHER } from '../uploads.js';
import { bodyChoices, bodyStart, mayAddSome } from './add-body.js';
import { asksOf, byPosition, countsOf, orderOf, whyOf } from './batch-state.js';
import { ownBatch } from './batches.js';
import type { Imported } from './imports.js';
import { ACCEPTED, yearsUpTo } from './office-work.js';
import { dayOf } from './timeliness.js';
import { withinReach } from './whose.js';

/** Uploads that are listed; older ones keep their addresses. */
const MOST_BATCHES = 20;

type Asked = Pick<Ask, 'store' | 'caller' | 'clock' | 'fileBytes'>;

/** The page on which many documents are given, with the caller's uploads of before. */
export function uploadView({ store, caller, clock, fileBytes }: Asked): Promise<UploadView> {
  return store.snapshot(async (view) => {
    const own = await batches.ofCreator(view, caller.actor, { limit: MOST_BATCHES });
    const counted: BatchCounts[] = [];
    for (const batch of own.items) {
      counted.push(countsOf(batch, await jobs.ofBatch(view, batch.id)));
    }
    return {
      ...{ years: yearsUpTo(dayOf(clock())), accepts: ACCEPTED, batches: counted },
      ...{ most: fileBytes, mostTogether: MOST_TOGETHER },
    };
  });
}

/** One upload of the caller's own; throws `Problem` not-found. */
export function batchView(
  { store, caller, clock }: Asked,
  id: string,
  add: string | null = null,
): Promise<BatchView> {
  return store.snapshot(async (view) => {
    const batch = await ownBatch(view, caller, id);
    const all = await jobs.ofBatch(view, id);
    const counts = countsOf(batch, all);
    const isAsking = counts.asking > 0 && counts.done === counts.total;
    const choices = isAsking ? await bodyChoices(view, caller) : null;
    const mayAdd = choices !== null && mayAddSome(choices);
    const job = all.find((each) => each.id === add);
    const entity = job === undefined ? null : freshOf(job);
    const start =
      job === undefined || entity === null || choices === null
        ? null
        : await bodyStart(view, entity, orderOf(job).name, choices);
    return {
      ...{ ...counts, files: [...all].sort(byPosition).map((each) => fileOf(each, mayAdd)) },
      adding: start && mayAdd ? { ...choices, file: job!.id, start } : null,
      units: isAsking ? await unitNames(view, caller) : [],
      years: yearsUpTo(dayOf(clock())),
    };
  });
}

async function unitNames(view: View, caller: Ask['caller']): Promise<readonly string[]> {
  const all = await withinReach(view, caller);
  return all.flatMap(({ name, level }) => (level === 'bureau' ? [] : [name]));
}

/** The body that a document names, where it is not here. */
function freshOf(job: jobs.Job): string | null {
  const asks = asksOf(job);
  return asks?.isNew === true ? asks.entity : null;
}

function fileOf(job: jobs.Job, mayAdd: boolean): BatchView['files'][number] {
  const { id, state, result } = job;
  const { name } = orderOf(job);
  const taken = state === 'done' ? (result as unknown as Imported) : null;
  const asks = asksOf(job);
  return {
    ...{ id, name, state, known: taken?.known ?? false, counts: taken?.counts ?? null },
    filing: taken === null ? null : { id: taken.filing, name: `${taken.name} ${taken.year}` },
    why: state === 'failed' ? whyOf(result) : null,
    asks:
      asks === null
        ? null
        : {
            ...{ unit: asks.organisation, year: asks.year, likelyYear: asks.fiscalYear },
            likely: asks.near.length === 1 ? asks.near[0]! : '',
            fresh: mayAdd ? freshOf(job) : null,
          },
  };
}
