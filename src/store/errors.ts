import type { Wording } from '../base/wording.js';

/** What can go wrong that is not a fault of the program. */
export type StoreErrorCode =
  | 'in-use'
  | 'newer-schema'
  | 'older-server'
  | 'unreachable'
  | 'closed'
  | 'nested'
  | 'missing'
  | 'exists'
  | 'conflict'
  | 'invalid'
  | 'immutable'
  | 'not-empty'
  | 'no-backup'
  | 'bad-backup';

const SENTENCES: Readonly<Record<StoreErrorCode, readonly [zh: string, en: string]>> = {
  'in-use': [
    '数据目录正被另一个进程使用：{}。请先停止它；同一目录同时只能由一个进程打开',
    'the data directory is in use by {}. Stop it first: one process at a time may open it',
  ],
  'newer-schema': [
    '数据库由更新的版本建立（{}），本程序不认识，请升级程序',
    'the database was made by a newer version ({}) that this program does not know; upgrade it',
  ],
  'older-server': [
    '需要 PostgreSQL 15 或更新，这里是 {}',
    'PostgreSQL 15 or newer is needed, not {}',
  ],
  unreachable: ['连不上数据库：{}', 'the database cannot be reached: {}'],
  closed: ['数据库已经关闭', 'the store is closed'],
  nested: [
    '在一次写入之中又开始了一次（{}）；请使用传入的那个',
    'a transaction was begun inside another ({}); use the one that was given',
  ],
  missing: ['没有找到：{}', 'not found: {}'],
  exists: ['已经存在：{}', 'exists already: {}'],
  conflict: ['已被别人改动，请刷新后再试：{}', 'changed by somebody else meanwhile: {}'],
  invalid: ['内容不合要求：{}', 'not acceptable: {}'],
  immutable: ['不可修改或删除：{}', 'must not be changed or deleted: {}'],
  'not-empty': ['目标不是空的，不能恢复：{}', 'not empty, so nothing is restored: {}'],
  'no-backup': ['这不是明账的备份文件：{}', 'this is no backup of Mingzhang: {}'],
  'bad-backup': ['备份文件不完整或被改动：{}', 'the backup is incomplete or was changed: {}'],
};

/** A refusal of the store; `wording` is for people, `detail` names what it is about. */
export class StoreError extends Error {
  readonly wording: Wording;

  constructor(
    readonly code: StoreErrorCode,
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    const [zh, en] = SENTENCES[code];
    super(
      en.replace('{}', () => detail),
      options,
    );
    this.name = 'StoreError';
    this.wording = { zh: zh.replace('{}', () => detail), en: this.message };
  }
}

/** What the engines add to an error that may hold what was to be kept: hashes, names, texts. */
const TELLTALE = ['params', 'query', 'queryOptions', 'detail', 'where'];

/** The error of a query without the values it was about, so that no log gets to see them. */
export function discreet(error: unknown): unknown {
  if (typeof error === 'object' && error !== null) {
    for (const name of TELLTALE) Reflect.deleteProperty(error, name);
  }
  return error;
}

/** What both engines report of an error: the SQLSTATE and what it is about. */
interface Reported {
  readonly code?: unknown;
  readonly constraint?: unknown;
  readonly message?: unknown;
  /** What the system was asked for, where it was no database that refused. */
  readonly syscall?: unknown;
}

/** Calls of the system that mean the way to a server; a file may be missing too. */
const ON_THE_WAY: ReadonlySet<unknown> = new Set(['connect', 'getaddrinfo', 'read', 'write']);

/** What the driver says, without a code, of a connection that broke or did not come about. */
const BROKEN = /^Connection terminated|not queryable|timeout exceeded when trying to connect/;

const BY_STATE: Readonly<Record<string, StoreErrorCode>> = {
  '23505': 'exists',
  '23503': 'missing',
  '23502': 'invalid',
  '23514': 'invalid',
  MZ001: 'immutable',
  '28P01': 'unreachable',
  '28000': 'unreachable',
  '3D000': 'unreachable',
  '53300': 'unreachable',
};

/** The error of an engine as one of ours; a fault of the program comes back unchanged. */
export function translated(error: unknown): unknown {
  if (error instanceof StoreError || typeof error !== 'object' || error === null) return error;
  const { code, constraint, message, syscall } = error as Reported;
  if (BROKEN.test(String(message)) && typeof code !== 'string') {
    return new StoreError('unreachable', String(message), { cause: error });
  }
  if (typeof code !== 'string') return error;
  // What is no id at all is the id of nothing.
  if (code === '22P02' && /\buuid\b/.test(String(message))) {
    return new StoreError('missing', 'id', { cause: error });
  }
  const kind = syscall === undefined ? ofState(code) : ON_THE_WAY.has(syscall) && 'unreachable';
  if (kind === undefined || kind === false) return error;
  const about = typeof constraint === 'string' && constraint !== '' ? constraint : String(message);
  return new StoreError(kind, about, { cause: error });
}

function ofState(state: string): StoreErrorCode | undefined {
  if (state.startsWith('22')) return 'invalid';
  // The connection broke, or the server was told to end it.
  if (/^(08|57P)/.test(state)) return 'unreachable';
  return BY_STATE[state];
}

/** Whether the same work may succeed when it is done again: a deadlock, a lost race. */
export function isTransient(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null ? (error as Reported).code : undefined;
  return code === '40001' || code === '40P01';
}
