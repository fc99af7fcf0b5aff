import type { ConfirmedFinding } from '../../portal/view-models.js';
import * as findings from '../../store/findings.js';
import * as replies from '../../store/replies.js';
import type { View } from '../../store/task.js';
import * as verdicts from '../../store/verdicts.js';
import * as versions from '../../store/versions.js';
import type { AccountPress, PublicAccount } from './public-accounts.js';
import { dayOf } from './timeliness.js';
import { type NamedPlace, namesOfPlaces } from './told.js';

/** Places of a finding that the portal lists; a fault in a whole table has hundreds. */
const MOST_PLACES = 12;

/** What reviewers confirmed as faults: with the unit's reply, and nothing of the machine alone. */
export async function confirmedFindings(
  view: View,
  press: AccountPress,
  { filing, head, versions: all }: PublicAccount,
  owner: string,
): Promise<readonly ConfirmedFinding[]> {
  const faults = await faultsOf(view, filing);
  if (faults.length === 0) return [];
  const answers = await replies.ofFiling(view, filing.id);
  const shown: ConfirmedFinding[] = [];
  for (const { finding, createdAt } of faults) {
    const stood = await whereItStood(view, filing.id, all, finding);
    if (stood === null || stood.first > head.version) continue;
    const { rule, severity, message, english, places } = stood.body;
    const told = await press.told(view, stood.version);
    const nameOf = told === null ? () => null : namesOfPlaces(told);
    const named = places.map((place): NamedPlace => {
      return nameOf(place) ?? { text: place.text ?? '', about: null };
    });
    const reply = answers.filter((answer) => answer.finding === finding).at(-1);
    shown.push({
      ...{ id: finding, rule, severity: severity as ConfirmedFinding['severity'] },
      message: { zh: message, en: english?.message ?? message },
      ...{ confirmedBy: owner, confirmedOn: dayOf(createdAt), corrected: stood.corrected },
      places: named.filter(({ text }) => text !== '').slice(0, MOST_PLACES),
      reply:
        reply === undefined
          ? null
          : { text: reply.body, by: head.unit.name, on: dayOf(reply.createdAt) },
    });
  }
  return shown;
}

/** Ids of findings of an account that reviewers confirmed. */
export async function confirmedIds(
  view: View,
  { filing }: PublicAccount,
): Promise<ReadonlySet<string>> {
  return new Set((await faultsOf(view, filing)).map(({ finding }) => finding));
}

async function faultsOf(view: View, filing: PublicAccount['filing']) {
  const { organisation, kind, fiscalYear } = filing;
  const judged = await verdicts.inForce(view, { organisation, kind, fiscalYear });
  return judged.filter(({ verdict }) => verdict === 'fault');
}

type PlaceJson = { readonly text?: string } & Readonly<Record<string, unknown>>;

interface FindingBody {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly english?: { readonly message: string };
  readonly places: readonly PlaceJson[];
}

/** The published versions that had a finding: the first, and the first after them without it. */
async function whereItStood(
  view: View,
  filing: string,
  all: PublicAccount['versions'],
  finding: string,
) {
  let first: number | null = null;
  let corrected: number | null = null;
  let found: { readonly version: versions.Version; readonly body: FindingBody } | null = null;
  for (const { version: number } of all) {
    const version = await versions.byNumber(view, filing, number);
    const there = version === undefined ? [] : await findings.ofVersion(view, version.id);
    const own = there.find(({ id }) => id === finding);
    if (version !== undefined && own !== undefined) {
      first ??= number;
      corrected = null;
      found = { version, body: own.body as unknown as FindingBody };
    } else if (first !== null) corrected ??= number;
  }
  return first === null || found === null ? null : { first, corrected, ...found };
}
