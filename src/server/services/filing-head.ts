import type * as filings from '../../store/filings.js';
import * as organisations from '../../store/organisations.js';
import * as roster from '../../store/roster.js';
import type { View } from '../../store/task.js';
import type { FilingHead, FilingState } from '../../workbench/view-models.js';
import { kindName } from './filing-lines.js';

/** What stands at the head of a page about a filing; the newest version is shown unless told. */
export async function filingHead(
  view: View,
  { id, organisation, fiscalYear, kind, state, latest }: filings.Filing,
  version?: number | null,
): Promise<FilingHead> {
  const body = await organisations.byId(view, organisation);
  const line = await roster.ofOrganisation(view, { fiscalYear, kind, organisation });
  const newest = latest === 0 ? null : latest;
  return {
    ...{ id, unit: body?.name ?? '', year: fiscalYear, kind: kindName(kind), newest },
    ...{ state: state as FilingState, version: version === undefined ? newest : version },
    deadline: line?.due ?? null,
  };
}
