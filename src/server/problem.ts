import type { Wording } from '../base/wording.js';
import type { Lang } from '../pages/model.js';
import { StoreError, type StoreErrorCode } from '../store/errors.js';

type Kind = readonly [status: number, zh: string, en: string];

/** What may go wrong for whoever asks; the code is stable, the words are not. */
const KINDS = {
  'bad-request': [400, '请求的内容不合要求', 'The request is not acceptable'],
  'bad-address': [400, '地址里有读不懂的字符', 'The address holds what cannot be read'],
  'bad-header': [400, '请求不符合 HTTP 的规定', 'The request is not proper HTTP'],
  'bad-cursor': [400, '翻页的位置不对，请从第一页开始', 'No such page; begin with the first'],
  'not-signed-in': [401, '请先登录', 'Sign in first'],
  'wrong-password': [401, '用户名或密码不对', 'The name or the password is wrong'],
  'bad-token': [401, '令牌无效或已过期', 'The token is not valid or has expired'],
  'bad-link': [410, '这个链接已经用过或已过期，请重新索取', 'This link was used or has expired'],
  forbidden: [403, '没有这项权限', 'You have no right to do this'],
  'other-origin': [403, '请求来自别的网站，已拒绝', 'The request came from another site'],
  'no-csrf': [403, '页面已过期，请刷新后再试', 'The page has expired; load it again'],
  'not-found': [404, '没有找到', 'Not found'],
  'wrong-method': [405, '这个地址不接受这种请求', 'This address takes no such request'],
  slow: [408, '请求没有按时传完，请再试', 'The request did not arrive in time; try again'],
  conflict: [409, '已被别人改动，请刷新后再试', 'Somebody else has changed it meanwhile'],
  exists: [409, '已经存在', 'It exists already'],
  'wrong-state': [409, '现在的状态下不能这样做', 'This cannot be done in its present state'],
  'too-large': [413, '内容太大', 'Too large'],
  'long-address': [414, '地址太长', 'The address is too long'],
  'wrong-type': [415, '不接受这种内容', 'This kind of content is not taken'],
  unreadable: [422, '文件读不出来', 'The file cannot be read'],
  'wrong-document': [422, '这份文件不能这样用', 'This document cannot be used for this'],
  'too-many': [429, '请求太频繁，请稍后再试', 'Too many requests; try again later'],
  'large-header': [431, '请求头太大', 'The headers of the request are too large'],
  fault: [500, '程序出错，不是您的问题', 'A fault of the program, not of yours'],
  unavailable: [503, '暂时不能用，请稍后再试', 'Not available now; try again later'],
} as const satisfies Readonly<Record<string, Kind>>;

/** Codes of problems. */
export type ProblemCode = keyof typeof KINDS;

/** What is said of a problem besides its code. */
export interface ProblemDetails {
  /** What exactly, for people; absent where the title says all. */
  readonly detail?: Wording;
  /** The field of the form at fault; absent where none is alone. */
  readonly field?: string;
  /** Members for programs, as RFC 9457 allows. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** A refusal that whoever asked is told as it is. */
export class Problem extends Error {
  readonly status: number;

  constructor(
    readonly code: ProblemCode,
    readonly about: ProblemDetails = {},
    options?: ErrorOptions,
  ) {
    super(about.detail?.en ?? KINDS[code][2], options);
    this.name = 'Problem';
    this.status = KINDS[code][0];
  }
}

/** What happened, and what exactly or what one may do, where that is known; no full stop. */
export function problemWords({ code, about }: Problem): readonly [Wording, Wording | null] {
  const [, zh, en] = KINDS[code];
  return [{ zh, en }, about.detail ?? ADVICE[code] ?? null];
}

/** What people may do about it, where what happened does not say so itself. */
const ADVICE: Partial<Readonly<Record<ProblemCode, Wording>>> = {
  forbidden: {
    zh: '您的账号不能看或不能做这件事；需要的话，请管理员在“人员”里给您加上权限',
    en: 'your account may not see or do this; ask an administrator for the right',
  },
  'not-found': {
    zh: '地址可能不完整，或者内容不在了；请从“我的工作”重新找',
    en: 'the address may be incomplete, or it is gone; look for it from your work',
  },
  'other-origin': {
    zh: '请在地址栏直接打开本站再操作',
    en: 'open this site by its own address and try again',
  },
  fault: {
    zh: '已记在日志里。请再试一次；还不行，请把下面的请求编号告诉管理员',
    en: 'it was written to the log; try again, or tell an administrator the id below',
  },
};

/** `application/problem+json` (RFC 9457) in one language, with the id of the request. */
export function problemJson({ code, status, about }: Problem, lang: Lang, request: string): object {
  const [, zh, en] = KINDS[code];
  return {
    type: `urn:mingzhang:problem:${code}`,
    title: lang === 'zh' ? zh : en,
    status,
    ...(about.detail === undefined ? {} : { detail: about.detail[lang] }),
    instance: `urn:mingzhang:request:${request}`,
    code,
    request,
    ...about.more,
  };
}

const OF_STORE: Readonly<Record<StoreErrorCode, ProblemCode>> = {
  'in-use': 'unavailable',
  'newer-schema': 'unavailable',
  'older-server': 'unavailable',
  unreachable: 'unavailable',
  closed: 'unavailable',
  nested: 'fault',
  missing: 'not-found',
  exists: 'exists',
  conflict: 'conflict',
  invalid: 'bad-request',
  immutable: 'conflict',
  'not-empty': 'conflict',
  'no-backup': 'bad-request',
  'bad-backup': 'bad-request',
};

/** What fastify and its plug-ins refuse by themselves, by status. */
const OF_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'bad-request',
  404: 'not-found',
  405: 'wrong-method',
  408: 'slow',
  413: 'too-large',
  414: 'long-address',
  415: 'wrong-type',
  429: 'too-many',
  431: 'large-header',
  503: 'unavailable',
};

/** Any error as a problem; what is not known as a refusal is a fault of the program. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof StoreError) {
    const code = error.detail.startsWith('cursor ') ? 'bad-cursor' : OF_STORE[error.code];
    const { wording } = error;
    const shown = code === 'bad-request' || code === 'exists' ? { detail: wording } : {};
    return new Problem(code, shown, { cause: error });
  }
  const status = (error as { readonly statusCode?: unknown } | null)?.statusCode;
  const code = typeof status === 'number' ? OF_STATUS[status] : undefined;
  return new Problem(code ?? 'fault', {}, { cause: error });
}
