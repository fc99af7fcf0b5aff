import type { Wording } from '../../base/wording.js';
import type * as batches from '../../store/batches.js';
import type * as jobs from '../../store/jobs.js';
import type { BatchCounts } from '../../workbench/view-models.js';
import type { ImportOrder } from './batches.js';
import type { NotImported } from './imports.js';
import { clockTime } from './timeliness.js';

/** How far a batch is. */
export function countsOf(batch: batches.Batch, all: readonly jobs.Job[]): BatchCounts {
  const failed = all.filter(({ state }) => state === 'failed');
  const done = all.filter(({ state }) => state === 'done').length + failed.length;
  const asking = failed.filter((job) => asksOf(job) !== null).length;
  const { id, createdAt } = batch;
  const at = clockTime(createdAt);
  return { id, at, done, total: all.length, failed: failed.length, asking };
}

/** The order in which documents were given. */
export function byPosition(a: jobs.Job, b: jobs.Job): number {
  return orderOf(a).position - orderOf(b).position;
}

/** What the job of a document was told. */
export function orderOf({ payload }: jobs.Job): ImportOrder {
  return payload as unknown as ImportOrder;
}

/** What a person is asked about a document that was not taken; null where nothing could mend it. */
export function asksOf({ state, result }: jobs.Job): NotImported['asks'] {
  return state === 'failed' ? ((result as unknown as NotImported | null)?.asks ?? null) : null;
}

/** Why a document was not taken; a job whose worker died at each turn has no words of its own. */
export function whyOf(result: jobs.Job['result']): Wording {
  const said = (result as unknown as NotImported | null)?.why;
  return (
    said ?? {
      zh: '处理这份文件时程序几次中断，可以重试；再不行请联系管理员。',
      en: 'The program was cut off several times at it. Try again, or tell the administrator.',
    }
  );
}
