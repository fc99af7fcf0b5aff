import * as drafts from '../../store/drafts.js';
import * as filings from '../../store/filings.js';
import type { View } from '../../store/task.js';
import type { FilingHead } from '../../workbench/view-models.js';
import { filingHead } from './filing-head.js';

/** Whose account is typed; null where nobody has begun. */
export async function entryHead(view: View, id: string): Promise<FilingHead | null> {
  const filing = await filings.byId(view, id);
  const draft = await drafts.byFiling(view, id);
  if (filing === undefined || draft === undefined) return null;
  return filingHead(view, filing);
}
