import { accountJson } from '../../accounts/to-json.js';
import type { DocumentFormat } from '../../cells/model.js';
import type { PublicationFormat } from '../../publishing/formats.js';
import { packArchive } from '../../readers/archive.js';
import * as files from '../../store/files.js';
import * as filings from '../../store/filings.js';
import type { Store } from '../../store/open.js';
import * as versions from '../../store/versions.js';
import type { ShownPage } from '../page-picture.js';
import { Problem } from '../problem.js';
import type { Tell } from '../reading-room.js';
import { Shelf } from '../shelf.js';
import { accountOfVersion, draftOf } from './account-drafts.js';
import type { Desk } from './desk.js';
import { besideIn } from './filing-desk-findings.js';
import { mediaTypeOf } from './publication.js';
import { versionOf } from './records.js';
import { isSigned, withSteps } from './reviewed-inputs.js';

/** A document that is handed over for saving. */
export interface MadeDocument {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Bytes of pictures of pages that are kept: some two hundred pages. */
const MOST_PICTURES = 64 * 1024 * 1024;
const MOST_DOCUMENTS = 32 * 1024 * 1024;

/** What is made of filings when somebody looks: pictures of pages, documents in other formats. */
export class FilingDocuments {
  private readonly pictures = new Shelf<ShownPage>(MOST_PICTURES, ({ bytes }) => bytes.length);
  private readonly made = new Shelf<MadeDocument>(MOST_DOCUMENTS, ({ bytes }) => bytes.length);

  /** A page of a file of a version as a picture; throws `Problem` not-found. */
  async page(store: Store, desk: Desk, at: PageAt): Promise<ShownPage & { readonly tag: string }> {
    const { hash, format } = await store.read(async (view) => {
      const version = await versionOf(view, at.filing, at.version);
      const held = await versions.filesOf(view, version.id);
      const file = held.find(({ position }) => position === at.position);
      const beside = file?.role === 'original' ? await besideIn(view, version) : null;
      const isThere = beside?.pages.some(({ page }) => page === at.page) === true;
      if (file === undefined || beside === null || !isThere) throw new Problem('not-found');
      return { hash: file.file, format: beside.format };
    });
    const shown = await this.pictures.get(`${hash}/${at.page}`, () =>
      drawn(store, desk, hash, { format, page: at.page }),
    );
    if (shown === null) throw new Problem('not-found');
    return { ...shown, tag: `${hash.slice(0, 32)}-${at.page}` };
  }

  /** The document of a version in a format; a draft says so in its name and in itself. */
  async publication(
    store: Store,
    desk: Desk,
    at: { readonly filing: string; readonly version: number; readonly format: PublicationFormat },
    tell: Tell = () => {},
  ): Promise<MadeDocument> {
    const { id, edition, account, signed } = await store.read(async (view) => {
      const version = await versionOf(view, at.filing, at.version);
      const filing = await filings.byId(view, at.filing);
      const signed = filing !== undefined && isSigned(filing, at.version);
      const kept = await accountOfVersion(view, version);
      return { ...version, signed, account: kept !== null && signed ? withSteps(kept) : kept };
    });
    if (account === null) throw new Problem('not-found', NOTHING);
    const key = `${id}/${at.format}${signed ? '/signed' : ''}`;
    const document = await this.made.get(key, () =>
      builtOf(desk, { account: JSON.stringify(accountJson(account)), edition }, at.format, tell),
    );
    if (document === null) throw new Problem('wrong-state', DRAFT);
    return document;
  }

  /** The publication as a page: of what is typed, else of the newest version. */
  async preview(
    store: Store,
    desk: Desk,
    { filing, latest }: { readonly filing: string; readonly latest: number },
    tell: Tell = () => {},
  ): Promise<Uint8Array> {
    const draft = await store.snapshot((view) => draftOf(view, filing));
    if (draft === null) {
      if (latest === 0) throw new Problem('not-found', NOTHING);
      const at = { filing, version: latest, format: 'html' } as const;
      return (await this.publication(store, desk, at, tell)).bytes;
    }
    const account = JSON.stringify(accountJson(draft.account));
    const { edition, counter, openedAt } = draft;
    const key = `${filing}/${openedAt}/${counter}`;
    const page = await this.made.get(key, () => builtOf(desk, { account, edition }, 'html', tell));
    return page!.bytes;
  }
}

interface PageAt {
  readonly filing: string;
  readonly version: number;
  readonly position: number;
  readonly page: number;
}

const NOTHING = {
  detail: {
    zh: '没有读出各表，做不出公开文件',
    en: 'no tables were read, so no document can be made',
  },
};
const DRAFT = {
  detail: {
    zh: '还有错误或缺必填内容，只能下载标明草稿的 Word、Excel、PDF 或网页；改好后再下载数据',
    en: 'something is wrong or missing: only a draft in Word, Excel, PDF or HTML can be had',
  },
};

async function drawn(
  store: Store,
  desk: Desk,
  hash: string,
  { format, page }: { readonly format: DocumentFormat; readonly page: number },
): Promise<ShownPage | null> {
  const bytes = await store.read((view) => files.bytesOf(view, hash));
  return bytes === undefined ? null : desk.draw({ format, bytes, page });
}

/** Null where a draft has no such format: data of a draft would pass for data. */
async function builtOf(
  desk: Desk,
  { account, edition }: { readonly account: string; readonly edition: string },
  format: PublicationFormat,
  tell: Tell,
): Promise<MadeDocument | null> {
  const order = { account, edition, formats: [format], asApproved: null };
  const built = await desk.build(order, tell);
  const found = built.files.filter((file) => file.format === format);
  const [first] = found;
  if (first === undefined) return null;
  if (format !== 'csv') {
    const { name, bytes } = first;
    return { name, mediaType: mediaTypeOf(format), bytes };
  }
  const members = new Map(found.map(({ name, bytes }) => [name, bytes]));
  const title = built.files.find((file) => file.format === 'html')?.name ?? first.name;
  const name = title.replace(/\.\w+$/, '.zip');
  return { name, mediaType: 'application/zip', bytes: packArchive(members) };
}
