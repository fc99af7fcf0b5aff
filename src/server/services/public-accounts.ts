import { accountFromJson } from '../../accounts/from-json.js';
import type { Account } from '../../accounts/model.js';
import { publicAccount } from '../../accounts/public-account.js';
import { accountJson } from '../../accounts/to-json.js';
import { editionOf } from '../../editions/catalogue.js';
import { keyFiguresOf } from '../../portal/measures.js';
import type { AccountHead, AccountView, RegionLink, UnitLink } from '../../portal/view-models.js';
import { publicationFrom } from '../../publications/from-account.js';
import type { PublicationBlock } from '../../publications/model.js';
import { publishedTables } from '../../publications/tables.js';
import * as filings from '../../store/filings.js';
import * as organisations from '../../store/organisations.js';
import * as publications from '../../store/publications.js';
import * as regions from '../../store/regions.js';
import type { View } from '../../store/task.js';
import * as versions from '../../store/versions.js';
import { Problem } from '../problem.js';
import { FINAL_ACCOUNT } from './intake.js';

/** What never changes of a published version, and takes longest to make. */
export interface Drawn {
  readonly account: Account | null;
  /** `mingzhang/account@1` of what is printed: no books, no paths. */
  readonly shared: string | null;
  readonly blocks: readonly PublicationBlock[];
  readonly charts: AccountView['charts'];
  readonly figures: AccountView['figures'];
}

const NOTHING: Drawn = { account: null, shared: null, blocks: [], charts: [], figures: [] };

/** Versions that were asked for last; a department's tables take some ten megabytes. */
const MOST_KEPT = 32;

/** Draws accounts for the portal and keeps the ones asked for last: versions never change. */
export class AccountPress {
  private readonly kept = new Map<string, Drawn>();

  /** What the portal shows of a version. */
  async drawn(view: View, version: versions.Version): Promise<Drawn> {
    const known = this.kept.get(version.id);
    const drawn = known ?? drawnOf(await versions.textsOf(view, version.id), version.edition);
    this.kept.delete(version.id);
    this.kept.set(version.id, drawn);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    return drawn;
  }
}

function drawnOf(texts: { readonly account: string | null } | undefined, editionId: string): Drawn {
  if (texts?.account == null) return NOTHING;
  const account = accountFromJson(JSON.parse(texts.account));
  const edition = editionOf(editionId);
  const tables = publishedTables(account, edition);
  const made = publicationFrom(account, edition, { tables, annex: [], embedded: '' });
  const { blocks } = made.publication;
  const isWhole = !blocks.some(
    (block) => block.kind === 'paragraph' && block.runs.some(({ missing }) => missing === true),
  );
  const shared = publicAccount(account, new Set(made.needs.map(({ id }) => id)));
  const charts = blocks.filter((block) => block.kind === 'chart');
  // Where people's words are not known, ours would pass for theirs: the tables alone are shown.
  return {
    account,
    shared: JSON.stringify(accountJson(shared)),
    blocks: isWhole ? blocks : tables,
    charts: isWhole ? charts : [],
    figures: keyFiguresOf(account),
  };
}

/** A published account: whose, which version of which filing. */
export interface PublicAccount {
  readonly filing: filings.Filing;
  readonly version: versions.Version;
  readonly versions: readonly publications.PublicVersion[];
  readonly head: AccountHead;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The organisation that an address names; throws `Problem` not-found. */
export async function organisationAt(
  view: View,
  code: string,
): Promise<organisations.Organisation> {
  const found = UUID.test(code) ? await organisations.byId(view, code) : undefined;
  if (found === undefined) throw new Problem('not-found');
  return found;
}

/** An organisation as pages link to it. */
export async function unitLinkOf(
  view: View,
  { id, name, region, sector }: organisations.Organisation,
): Promise<UnitLink> {
  const place = await regions.byCode(view, region);
  return { code: id, name, region: place?.name ?? region, sector };
}

/** The regions that an organisation's place is part of, the largest first, its own last. */
export async function ancestorsOf(view: View, code: string): Promise<readonly RegionLink[]> {
  const own = await regions.byCode(view, code);
  const codes = own?.path.split('/').filter((part) => part !== '') ?? [];
  const found: RegionLink[] = [];
  for (const each of codes) {
    const region = await regions.byCode(view, each);
    if (region !== undefined) found.push({ code: region.code, name: region.name });
  }
  return found;
}

/** The account at an address: the version in force, or the one asked for, if it is public. */
export async function accountAt(
  view: View,
  unit: string,
  year: number,
  number: number | null,
): Promise<PublicAccount> {
  const organisation = await organisationAt(view, unit);
  const key = { organisation: organisation.id, fiscalYear: year, kind: FINAL_ACCOUNT };
  const filing = await filings.byKey(view, key);
  if (filing === undefined || filing.published === null) throw new Problem('not-found');
  const all = await publications.versionsOf(view, filing);
  const wanted = number ?? filing.published;
  if (!all.some(({ version }) => version === wanted)) throw new Problem('not-found');
  const version = await versions.byNumber(view, filing.id, wanted);
  if (version === undefined) throw new Problem('not-found');
  const head: AccountHead = {
    unit: await unitLinkOf(view, organisation),
    ancestors: await ancestorsOf(view, organisation.region),
    ...{ year, version: wanted, newest: filing.published },
  };
  return { filing, version, versions: all, head };
}
