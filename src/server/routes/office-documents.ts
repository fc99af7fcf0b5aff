import { createHash } from 'node:crypto';
import { PUBLICATION_STYLE } from '../../publications/html-look.js';
import { PUBLICATION_FORMATS } from '../../publishing/formats.js';
import * as files from '../../store/files.js';
import * as filings from '../../store/filings.js';
import * as versions from '../../store/versions.js';
import { pagePath } from '../../workbench/actions.js';
import { say } from '../../workbench/words.js';
import { type Endpoint, endpoint } from '../endpoint.js';
import { Problem } from '../problem.js';
import { ID, oneOf, Type } from '../schema.js';
import { FilingDocuments } from '../services/filing-documents.js';
import { versionOf } from '../services/records.js';
import { whenMade } from '../waiting.js';

const right = { action: 'filing.read', on: 'filing' } as const;
const tag = '';
const one = '/workbench/filings/:filing';
const NUMBER = Type.Integer({ minimum: 1, maximum: 1_000_000 });
const VERSION = { filing: ID, version: NUMBER };
const FILE = { ...VERSION, position: Type.Integer({ minimum: 0, maximum: 10_000 }) };

const MADE = new FilingDocuments();

const HASH = createHash('sha256').update(PUBLICATION_STYLE).digest('base64');

/** A publication is a page by itself: its own style, pictures in it, nothing else. */
const PREVIEW_POLICY =
  `default-src 'none'; style-src 'sha256-${HASH}'; style-src-attr 'unsafe-inline'; ` +
  "img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

/** What belongs to a filing beside its page: files, pictures of pages, the document to be. */
export const OFFICE_DOCUMENTS: readonly Endpoint[] = [
  endpoint({
    ...{ id: 'filing file', method: 'GET', tag, right, answer: null },
    path: `${one}/versions/:version/files/:position`,
    summary: { zh: '上报的文件', en: 'A file that was handed in' },
    params: Type.Object(FILE),
    handle: async ({ store, params }) => {
      const { name, file, bytes } = await store.read(async (view) => {
        const { id } = await versionOf(view, params.filing, params.version);
        const held = await versions.filesOf(view, id);
        const found = held.find(({ position }) => position === params.position);
        const content = found && (await files.bytesOf(view, found.file));
        if (found === undefined || content === undefined) throw new Problem('not-found');
        return { ...found, bytes: content };
      });
      // Whatever it claims to be: a browser of ours never runs what somebody handed in.
      const mediaType = 'application/octet-stream';
      return { bytes, name, mediaType, etag: file, cache: 'private, no-cache' };
    },
  }),
  endpoint({
    ...{ id: 'filing page picture', method: 'GET', tag, right, answer: null },
    path: `${one}/versions/:version/files/:position/pages/:page.png`,
    summary: { zh: '原文的一页', en: 'A page of the document' },
    params: Type.Object({ ...FILE, page: NUMBER }),
    handle: async ({ store, desk, params }) => {
      const { bytes, mediaType, tag: etag } = await MADE.page(store, desk, params);
      // A version never changes: a browser need not ask again while somebody works on it.
      return { bytes, mediaType, etag, cache: 'private, max-age=86400' };
    },
  }),
  endpoint({
    ...{ id: 'filing publication', method: 'GET', tag, right, answer: null, weight: 'upload' },
    path: `${one}/versions/:version/publication/:format`,
    summary: { zh: '公开文件，各种格式', en: 'The publication in a format' },
    params: Type.Object({ ...VERSION, format: oneOf(PUBLICATION_FORMATS) }),
    handle: (ask) => {
      const { store, desk, params } = ask;
      const back = pagePath('filing', { filing: params.filing });
      const waited = { file: params.format, back };
      return whenMade(ask, waited, (tell) => MADE.publication(store, desk, params, tell));
    },
  }),
  endpoint({
    ...{ id: 'filing preview', method: 'GET', tag, right, answer: null, weight: 'upload' },
    path: `${one}/preview`,
    summary: { zh: '预览公开后的样子', en: 'The publication as it will look' },
    params: Type.Object({ filing: ID }),
    handle: async (ask) => {
      const { store, desk, params, lang } = ask;
      const filing = await store.read((view) => filings.byId(view, params.filing));
      const at = { filing: params.filing, latest: filing?.latest ?? 0 };
      const back = pagePath('filing', params);
      const waited = { file: say(lang, 'preview'), back, isShown: true };
      return whenMade(ask, waited, async (tell) => {
        const bytes = await MADE.preview(store, desk, at, tell);
        return { bytes, mediaType: 'text/html; charset=utf-8', policy: PREVIEW_POLICY };
      });
    },
  }),
];
