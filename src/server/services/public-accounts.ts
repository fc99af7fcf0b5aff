import { accountFromJson } from '../../accounts/from-json.js';
import type { Account } from '../../accounts/model.js';
import { publicAccount } from '../../accounts/public-account.js';
import { accountJson } from '../../accounts/to-json.js';
import { editionOf } from '../../editions/catalogue.js';
import { keyFiguresOf } from '../../portal/measures.js';
import type {
  AccountHead,
  AccountView,
  DifferenceView,
  RegionLink,
  UnitLink,
} from '../../portal/view-models.js';
import { publishedEvaluation } from '../../publications/evaluation-table.js';
import { publicationFrom } from '../../publications/from-account.js';
import type { PublicationBlock, PublishedTable } from '../../publications/model.js';
import { publishedTables } from '../../publications/tables.js';
import { unreadCells } from '../../publications/unread-cells.js';
import { tablesLacking } from '../../rules/completeness.js';
import * as filings from '../../store/filings.js';
import * as organisations from '../../store/organisations.js';
import * as publications from '../../store/publications.js';
import * as regions from '../../store/regions.js';
import type { View } from '../../store/task.js';
import * as versions from '../../store/versions.js';
import { Problem } from '../problem.js';
import { FINAL_ACCOUNT } from './intake.js';
import { Kept } from './kept.js';
import { type Told, toldIn } from './told.js';

/** What never changes of a published version, and takes longest to make. */
export interface Drawn {
  readonly account: Account | null;
  /** `mingzhang/account@1` of what is printed: no books, no paths. */
  readonly shared: string | null;
  readonly blocks: readonly PublicationBlock[];
  readonly charts: AccountView['charts'];
  readonly lost: AccountView['lost'];
  readonly figures: AccountView['figures'];
  /** Performance forms as they were handed in. */
  readonly forms: readonly PublishedTable[];
}

const NOTHING: Drawn = {
  ...{ account: null, shared: null, blocks: [], charts: [], figures: [], forms: [] },
  lost: { amounts: 0, tables: [] },
};

/** Versions that were asked for last; a department's tables take some ten megabytes. */
const MOST_KEPT = 32;

/** Documents read again from what was kept of them: as large, and asked for less often. */
const MOST_TOLD = 8;

/** What one version changed of another is small. */
const MOST_CHANGES = 500;

type Changes = Pick<DifferenceView, 'tables' | 'texts'>;

/**
 * Draws accounts for the portal and keeps the ones asked for last: versions never change. Ask it in
 * a snapshot only: who waits for what another one makes must not keep the last connection from it.
 */
export class AccountPress {
  private readonly accounts = new Kept<Drawn>(MOST_KEPT);
  private readonly documents = new Kept<Told | null>(MOST_TOLD);
  private readonly differences = new Kept<Changes>(MOST_CHANGES);

  /** What the portal shows of a version. */
  drawn(view: View, { id, edition }: Pick<versions.Version, 'id' | 'edition'>): Promise<Drawn> {
    return this.accounts.get(id, async () => drawnOf(await versions.textsOf(view, id), edition));
  }

  /** What the document of a version prints, with its places; null where it cannot be read. */
  told(view: View, { id }: Pick<versions.Version, 'id'>): Promise<Told | null> {
    return this.documents.get(id, async () => {
      const texts = await versions.textsOf(view, id);
      return texts === undefined ? null : toldIn(texts.reading);
    });
  }

  /** What changed between two versions, by a key that names both. */
  changes(key: string, make: () => Promise<Changes>): Promise<Changes> {
    return this.differences.get(key, make);
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
  // A table that was not found in the document is not shown as an empty one.
  const known = tables.filter(({ form }) => form === null || account.tables.has(form));
  const absent = tablesLacking(account.tables.keys(), edition, account.fiscalYear);
  // Where people's words are not known, ours would pass for theirs: the tables alone are shown.
  return {
    account,
    shared: JSON.stringify(accountJson(shared)),
    blocks: isWhole ? blocks.filter((block) => !isForm(block)) : known,
    charts: isWhole ? charts : [],
    lost: { amounts: unreadCells(account, edition).length, tables: isWhole ? [] : absent },
    figures: keyFiguresOf(account),
    forms: account.evaluations
      .filter(({ form }) => form !== 'evaluation-report')
      .map(publishedEvaluation),
  };
}

/** Performance forms are shown with their scores, not among the statutory tables. */
function isForm(block: PublicationBlock): boolean {
  return block.kind === 'table' && block.form === null && block.id.startsWith('evaluation-');
}

/** A published account: whose, which version of which filing. */
export interface PublicAccount {
  readonly filing: filings.Filing;
  readonly version: versions.Version;
  readonly versions: readonly publications.PublicVersion[];
  readonly head: AccountHead;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The organisation that an address names: by region and code, of today or once, or by the id that
 * it has from the beginning; throws `Problem` not-found.
 */
export async function organisationAt(
  view: View,
  address: string,
): Promise<organisations.Organisation> {
  const found = UUID.test(address)
    ? await organisations.byId(view, address)
    : await byRegionAndCode(view, address);
  if (found === undefined) throw new Problem('not-found');
  return found;
}

function byRegionAndCode(
  view: View,
  address: string,
): Promise<organisations.Organisation | undefined> {
  const [region = '', code = ''] = address.split('.', 2);
  return organisations.byRegionCode(view, region, code);
}

/** What names an organisation in an address today: its region and code, else its id. */
export function addressOf({
  id,
  region,
  code,
}: Pick<organisations.Organisation, 'id' | 'region' | 'code'>): string {
  return code === null ? id : `${region}.${code}`;
}

/** An organisation as pages link to it. */
export async function unitLinkOf(
  view: View,
  organisation: organisations.Organisation,
): Promise<UnitLink> {
  const { name, region, sector } = organisation;
  const place = await regions.byCode(view, region);
  return { code: addressOf(organisation), name, region: place?.name ?? region, sector };
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
