import { randomUUID } from 'node:crypto';
import {
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { StoreError } from './errors.js';

/**
 * One process at a time in a data directory. Whoever wants it writes a claim, a file of its own,
 * and looks at the claims of others afterwards: of two who do so at the same time at least one
 * sees the other, and no claim is ever removed but by its owner or after its owner's death. So a
 * stale claim is taken over without the moment in which two believe to have it.
 */
export interface DirectoryLock {
  release(): Promise<void>;
}

/** Who holds a claim. A pid means something on one host, in one boot and one namespace only. */
interface Claim {
  readonly pid: number;
  readonly host: string;
  /** When the process started, in ticks of its boot; null where the system does not tell. */
  readonly started: string | null;
  /** Boot and namespace of the pid; null where the system does not tell. */
  readonly world: string | null;
  readonly since: string;
}

const CLAIM = /^lock\.[\w-]+\.json$/;
const BEAT = 1_000;
/** A holder of another world that has not touched its claim for so long is dead. */
const SILENCE = 10_000;
const ATTEMPTS = 4;

/**
 * Takes the directory or throws `StoreError` in-use with the pid and host of who has it. A holder
 * on another host or in another container is dead when it is silent for `silence` milliseconds.
 */
export async function lockDirectory(
  directory: string,
  silence: number = SILENCE,
): Promise<DirectoryLock> {
  for (let attempt = 1; ; attempt += 1) {
    const own = join(directory, `lock.${process.pid}-${randomUUID()}.json`);
    // Under its name only when it is whole: nobody reads half of it.
    writeFileSync(`${own}.new`, JSON.stringify(ownClaim()), { flag: 'wx', mode: 0o600 });
    renameSync(`${own}.new`, own);
    try {
      const holder = await otherHolder(directory, own, silence);
      if (holder === null) return held(own);
      if (attempt === ATTEMPTS) throw new StoreError('in-use', holder);
    } catch (error) {
      rmSync(own, { force: true });
      throw error;
    }
    rmSync(own, { force: true });
    // Two who came at the same moment both withdrew; unequal waits let one of them have it.
    await pause(20 + 150 * Math.random());
  }
}

async function otherHolder(
  directory: string,
  own: string,
  silence: number,
): Promise<string | null> {
  for (const name of readdirSync(directory).filter((each) => CLAIM.test(each))) {
    const path = join(directory, name);
    if (path === own) continue;
    const claim = claimAt(path);
    if (claim === undefined) continue;
    if (claim === null) return `${path} (unreadable; remove it if nothing runs)`;
    if (await isAlive(claim, path, silence)) {
      return `pid ${claim.pid}, ${claim.host}, ${claim.since}`;
    }
    rmSync(path, { force: true });
  }
  return null;
}

/** Undefined when it went away meanwhile, null when nothing can be made of it. */
function claimAt(path: string): Claim | null | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
  try {
    const claim = JSON.parse(text) as Claim;
    return Number.isInteger(claim.pid) ? claim : null;
  } catch {
    return null;
  }
}

function ownClaim(): Claim {
  return {
    pid: process.pid,
    host: hostname(),
    started: startOf(process.pid),
    world: ownWorld(),
    since: new Date().toISOString(),
  };
}

async function isAlive(claim: Claim, path: string, silence: number): Promise<boolean> {
  if (claim.host !== hostname() || claim.world !== ownWorld()) return beats(path, silence);
  if (claim.pid === process.pid && claim.started === startOf(process.pid)) return true;
  if (!exists(claim.pid)) return false;
  // The number may have been given to another process since.
  return claim.started === null || claim.started === startOf(claim.pid);
}

/** Whether somebody touches the claim; looked at until it happens or the silence is long. */
async function beats(path: string, silence: number): Promise<boolean> {
  const before = touchedAt(path);
  for (let waited = 0; waited < silence; waited += BEAT / 4) {
    await pause(BEAT / 4);
    const now = touchedAt(path);
    if (now === null) return false;
    if (now !== before) return true;
  }
  return false;
}

function touchedAt(path: string): number | null {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return null;
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Field 22 of /proc/pid/stat; the name in field 2 may contain blanks and brackets. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function ownWorld(): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return null;
  }
}

/** Touches the claim from a thread of its own: a long query keeps this one busy for seconds. */
const HEART = `
const { workerData } = require('node:worker_threads');
const { utimesSync } = require('node:fs');
setInterval(() => {
  const now = new Date();
  try { utimesSync(workerData.path, now, now); } catch {}
}, workerData.every);
`;

function held(path: string): DirectoryLock {
  const heart = new Worker(HEART, { eval: true, workerData: { path, every: BEAT }, execArgv: [] });
  heart.unref();
  return {
    release: async () => {
      await heart.terminate();
      rmSync(path, { force: true });
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
