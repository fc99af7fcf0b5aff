import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_LIMITS } from '../cells/limits.js';
import type { Lang } from '../pages/model.js';
import { serve } from '../server/serve.js';
import { work } from '../server/work.js';
import { backup, restore } from '../store/backup.js';
import { isStore } from '../store/embedded.js';
import { StoreError } from '../store/errors.js';
import { openStore, type Target } from '../store/open.js';
import { sentence } from './messages.js';
import { writeTo } from './output.js';
import { UsageError } from './usage.js';
import { VERSION } from './version.js';

/** The options of `serve`, `backup` and `restore` as commander hands them over. */
export interface ServeOptions {
  readonly data?: string;
  readonly database?: string;
  readonly port?: string;
  readonly host?: string;
  readonly origin?: string;
  readonly out?: string;
}

const DEFAULT_PORT = 8080;

/** Serves until it is told to stop. */
export async function runServe(options: ServeOptions, lang: Lang): Promise<0 | 2> {
  const { host = '127.0.0.1', origin = null } = options;
  if (origin !== null && !/^https?:\/\/[^/]+$/.test(origin)) {
    throw new UsageError(sentence(lang, 'badOrigin', origin));
  }
  return refusing(lang, async () => {
    const served = await serve({
      ...{ target: targetOf(options, lang), host, port: portOf(options.port, lang), origin },
      ...{ version: VERSION, limits: DEFAULT_LIMITS, log: process.stderr },
      onExample: () => void say(sentence(lang, 'takingExample')),
    });
    await say(sentence(lang, 'serving', served.address, served.address));
    if (served.single) await say(sentence(lang, 'servingSingle'));
    if (served.setupLink !== null) await say(sentence(lang, 'setupLink', served.setupLink));
    await stopped();
    await served.close();
  });
}

/** Does the jobs of a database that servers answer from, until it is told to stop. */
export async function runWork({ database }: ServeOptions, lang: Lang): Promise<0 | 2> {
  if (database === undefined) throw new UsageError(sentence(lang, 'databaseNeeded'));
  return refusing(lang, async () => {
    const working = await work({ database, limits: DEFAULT_LIMITS, log: process.stderr });
    await say(sentence(lang, 'atWork'));
    await stopped();
    await working.close();
  });
}

/** Writes a backup of everything into a file. */
export async function runBackup(options: ServeOptions, lang: Lang): Promise<0 | 2> {
  const { out } = options;
  if (out === undefined) throw new UsageError(sentence(lang, 'outNeeded'));
  // Perhaps the only good backup of a store that is broken.
  if (existsSync(out)) throw new UsageError(sentence(lang, 'backupThere', out));
  const target = targetOf(options, lang);
  if ('data' in target && !isStore(target.data)) {
    throw new UsageError(sentence(lang, 'noStore', target.data));
  }
  return refusing(lang, async () => {
    const store = await openStore(target);
    try {
      const end = await backup(store, out, new Date().toISOString());
      await say(sentence(lang, 'backedUp', out, end.sha256));
    } finally {
      await store.close();
    }
  });
}

/** Puts a backup into a store that holds nothing. */
export async function runRestore(file: string, options: ServeOptions, lang: Lang): Promise<0 | 2> {
  return refusing(lang, async () => {
    const end = await restore(file, targetOf(options, lang));
    await say(sentence(lang, 'restored', file, end.sha256));
  });
}

/** What the store refuses is said in a sentence, like a mistake of the command line. */
async function refusing(lang: Lang, work: () => Promise<void>): Promise<0 | 2> {
  try {
    await work();
    return 0;
  } catch (error) {
    if (error instanceof StoreError) throw new UsageError(error.wording[lang]);
    const { code, port } = error as NodeJS.ErrnoException & { readonly port?: number };
    if (code === 'EADDRINUSE') {
      const taken = port ?? DEFAULT_PORT;
      const other = taken < 65_535 ? taken + 1 : DEFAULT_PORT;
      throw new UsageError(sentence(lang, 'portInUse', `${taken}`, `${other}`));
    }
    if (code === 'EACCES') throw new UsageError(sentence(lang, 'portForbidden'));
    throw error;
  }
}

function targetOf({ data, database }: ServeOptions, lang: Lang): Target {
  if (data !== undefined && database !== undefined) {
    throw new UsageError(sentence(lang, 'dataAndDatabase'));
  }
  if (database !== undefined) return { database };
  return { data: data ?? join(homedir(), '.mingzhang') };
}

function portOf(given: string | undefined, lang: Lang): number {
  if (given === undefined) return DEFAULT_PORT;
  const port = /^\d{1,5}$/.test(given) ? Number.parseInt(given, 10) : -1;
  if (port < 0 || port > 65_535) throw new UsageError(sentence(lang, 'badPort', given));
  return port;
}

/** When somebody asks the process to end. */
function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

async function say(line: string): Promise<void> {
  await writeTo(process.stdout, `${line}\n`);
}
