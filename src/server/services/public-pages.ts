import type { Route } from '../../portal/routes.js';
import type { AccountView } from '../../portal/view-models.js';
import * as filings from '../../store/filings.js';
import * as publications from '../../store/publications.js';
import * as scores from '../../store/scores.js';
import * as steps from '../../store/steps.js';
import type { View } from '../../store/task.js';
import { FINAL_ACCOUNT } from './intake.js';
import { type AccountPress, accountAt } from './public-accounts.js';
import { versionLines } from './public-differences.js';
import { confirmedFindings } from './public-findings.js';
import { scoreLines } from './public-scores.js';
import { type Standing, standingOf } from './timeliness.js';

type At<P extends Route['page']> = Extract<Route, { readonly page: P }>;

/** The page of an account. */
export async function accountView(
  view: View,
  press: AccountPress,
  { unit, year, version }: At<'account'>,
  owner: string,
  today: string,
): Promise<AccountView> {
  const found = await accountAt(view, unit, year, version);
  const { head, filing } = found;
  const drawn = await press.drawn(view, found.version);
  const all = await steps.ofFiling(view, filing.id);
  const approval = all.filter(({ toState }) => toState === 'approved').at(-1);
  const [standing] = await standingOf(view, filing, today);
  const at = found.versions.find((each) => each.version === head.version);
  const documents = await publications.ofVersion(view, filing.id, head.version);
  const addresses = (at?.details === undefined ? {} : JSON.parse(at.details)) as {
    readonly addresses?: readonly string[];
  } | null;
  return {
    head,
    years: (await yearsOf(view, filing.organisation, today)).map(({ year: of, state }) => ({
      ...{ year: of, state },
    })),
    state: standing?.state ?? 'in-time',
    published: at?.day ?? '',
    address: addresses?.addresses?.[0] ?? null,
    approvalNumber: approval?.documentNumber ?? null,
    approved: approval?.day ?? null,
    deadline: standing?.due ?? null,
    ...{ figures: drawn.figures, charts: drawn.charts, blocks: drawn.blocks },
    lost: drawn.lost,
    documents: documents.map(({ name, format, size, file }) => ({
      ...{ name, format: format.toUpperCase(), bytes: Number(size), hash: file },
    })),
    scores: scoreLines(await scores.ofVersion(view, found.version.id), drawn.account),
    forms: drawn.forms,
    findings: await confirmedFindings(view, press, found, owner),
    versions: [...(await versionLines(view, press, found))].reverse(),
  };
}

/** The years of a unit, the latest first, with whether they were published. */
export async function yearsOf(view: View, organisation: string, today: string) {
  const all = await filings.ofOrganisation(view, organisation);
  const found = [];
  for (const filing of all.filter(({ kind }) => kind === FINAL_ACCOUNT)) {
    const [standing] = await standingOf(view, filing, today);
    const first = await steps.firstPublished(view, [filing.id]);
    const published = filing.published === null ? null : (first.get(filing.id) ?? null);
    // Without an entry of the roster nothing is due: what is not public is nobody's business.
    if (published === null && standing === undefined) continue;
    const state: Standing['state'] = standing?.state ?? 'in-time';
    found.push({ year: filing.fiscalYear, state, published });
  }
  return found;
}
