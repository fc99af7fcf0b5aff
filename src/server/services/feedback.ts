import { feedbackForm } from '../../office/feedback-form.js';
import type { Lang } from '../../pages/model.js';
import type { Review } from '../../pages/review.js';
import { packArchive } from '../../readers/archive.js';
import * as files from '../../store/files.js';
import * as filings from '../../store/filings.js';
import type { Store } from '../../store/open.js';
import * as organisations from '../../store/organisations.js';
import type { View } from '../../store/task.js';
import * as verdicts from '../../store/verdicts.js';
import * as versions from '../../store/versions.js';
import * as waivers from '../../store/waivers.js';
import { Problem } from '../problem.js';
import { REVIEW } from './intake.js';

/** A form with the name under which it is saved. */
export interface Named {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The 反馈意见表 of the newest version of a filing: the one that `check --feedback` writes, without
 * what was waived or found right. Throws `Problem` not-found where nothing was handed in.
 */
export async function feedbackOf(
  store: Store,
  filing: string,
  day: string,
  lang: Lang,
): Promise<Named> {
  const { name, review } = await store.read((view) => reviewFor(view, filing, day, lang));
  return { name, bytes: await feedbackForm(review, lang) };
}

/** The forms of many filings in one archive; those that were never handed in have none. */
export async function feedbacksOf(
  store: Store,
  all: readonly string[],
  day: string,
  lang: Lang,
): Promise<Uint8Array> {
  const forms = new Map<string, Uint8Array>();
  for (const filing of all) {
    const { name, bytes } = await feedbackOf(store, filing, day, lang);
    forms.set(apart(name, forms), bytes);
  }
  return packArchive(forms);
}

function apart(name: string, taken: ReadonlyMap<string, unknown>): string {
  for (let n = 1; ; n += 1) {
    const tried = n === 1 ? name : name.replace(/(?=\.docx$)/, `（${n}）`);
    if (!taken.has(tried)) return tried;
  }
}

async function reviewFor(view: View, id: string, day: string, lang: Lang) {
  const filing = await filings.byId(view, id);
  if (filing === undefined || filing.latest === 0) throw new Problem('not-found');
  const version = await versions.byNumber(view, id, filing.latest);
  const held = version === undefined ? [] : await versions.filesOf(view, version.id);
  const kept = held.find(({ role, name }) => role === REVIEW && name === `review.${lang}.json`);
  const bytes = kept && (await files.bytesOf(view, kept.file));
  if (bytes === undefined) throw new Problem('not-found');
  const review = JSON.parse(new TextDecoder().decode(bytes)) as Review;
  const { organisation, kind, fiscalYear } = filing;
  const passed = await waivers.inForce(view, id, day);
  const judged = await verdicts.inForce(view, { organisation, kind, fiscalYear });
  const excused = new Set([
    ...passed.map(({ finding }) => finding),
    ...judged.flatMap(({ verdict, finding }) => (verdict === 'right' ? [finding] : [])),
  ]);
  const body = await organisations.byId(view, organisation);
  const year = `${fiscalYear}`;
  const name = `${body?.name ?? ''}${year}${{ zh: '反馈意见表', en: ' feedback' }[lang]}.docx`;
  return { name, review: without(review, excused) };
}

/** A review without some findings: what follows from one goes with it. */
function without(review: Review, excused: ReadonlySet<string>): Review {
  const gone = review.rows.filter(({ id, following }) => !following && excused.has(id));
  if (gone.length === 0) return review;
  const numbers = new Set(gone.map(({ number }) => number));
  const count = (severity: string) => gone.filter((row) => row.severity === severity).length;
  const { outcome } = review;
  return {
    ...review,
    outcome: {
      ...outcome,
      errors: Math.max(0, outcome.errors - count('error')),
      warnings: Math.max(0, outcome.warnings - count('warning')),
    },
    rows: review.rows.filter(({ number }) => !numbers.has(number.split('.')[0]!)),
  };
}
