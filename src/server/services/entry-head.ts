import * as drafts from '../../store/drafts.js';
import * as filings from '../../store/filings.js';
import * as organisations from '../../store/organisations.js';
import * as roster from '../../store/roster.js';
import type { View } from '../../store/task.js';
import type { FilingHead, FilingState } from '../../workbench/view-models.js';
import { kindName } from './filing-lines.js';

/** Whose account is typed; null where nobody has begun. */
export async function entryHead(view: View, id: string): Promise<FilingHead | null> {
  const filing = await filings.byId(view, id);
  const draft = await drafts.byFiling(view, id);
  if (filing === undefined || draft === undefined) return null;
  const { organisation, fiscalYear, kind, state, latest } = filing;
  const body = await organisations.byId(view, organisation);
  const due = await roster.ofOrganisation(view, { fiscalYear, kind, organisation });
  const newest = latest === 0 ? null : latest;
  return {
    ...{ id, unit: body?.name ?? '', unitCode: body?.code ?? '', year: fiscalYear },
    ...{ kind: kindName(kind), state: state as FilingState, version: newest, newest },
    deadline: due?.due ?? null,
  };
}
