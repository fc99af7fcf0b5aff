import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** A real PostgreSQL server of the tests' own, in a temporary folder, on a socket in it. */
export interface PostgresServer {
  /** The address of a new, empty database. */
  database(): Promise<string>;
  stop(): Promise<void>;
}

/** Where Debian and others put the programs that belong to no PATH. */
const FOLDERS = ['/usr/lib/postgresql', '/usr/local/pgsql', '/opt/homebrew/opt/postgresql@15'];

/** The folder with `initdb` and `postgres`; null where no server is installed. */
export function postgresPrograms(): string | null {
  const versions = FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) => [
    join(folder, 'bin'),
    ...readdirSync(folder).map((version) => join(folder, version, 'bin')),
  ]);
  const paths = [...(process.env.PATH ?? '').split(':'), ...versions];
  const whole = (path: string) =>
    ['initdb', 'postgres'].every((name) => existsSync(`${path}/${name}`));
  return paths.find(whole) ?? null;
}

/** The server refuses to run as root; whoever runs as root starts it as nobody. */
function asSomebody(program: string, args: readonly string[]): [string, string[]] {
  if (process.getuid?.() !== 0) return [program, [...args]];
  const drop = ['--reuid', `${nobody('-u')}`, '--regid', `${nobody('-g')}`, '--clear-groups'];
  return ['setpriv', [...drop, program, ...args]];
}

/** The number of the user nobody (-u) or of its group (-g), whose name differs between systems. */
function nobody(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
}

/** Starts a server whose own order of texts is nothing like ours, so nothing may rely on it. */
export async function startPostgres(): Promise<PostgresServer> {
  const programs = postgresPrograms();
  if (programs === null) throw new Error('PostgreSQL 15 or newer is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-postgres-'));
  if (process.getuid?.() === 0) {
    chownSync(folder, nobody('-u'), nobody('-g'));
  }
  const data = join(folder, 'data');
  const settings = ['-D', data, '-U', 'mingzhang', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
  const order = ['--locale-provider=icu', '--icu-locale=zh-CN', '--locale=C.UTF-8'];
  const [initdb, initdbArgs] = asSomebody(join(programs, 'initdb'), [...settings, ...order]);
  execFileSync(initdb, initdbArgs, { stdio: ['ignore', 'ignore', 'inherit'], cwd: folder });
  const options = ['-D', data, '-k', folder, '-h', '', '-F', '-c', 'max_connections=40'];
  const [postgres, args] = asSomebody(join(programs, 'postgres'), options);
  const server = spawn(postgres, args, { stdio: 'ignore', cwd: folder });
  const kill = () => server.kill('SIGQUIT');
  process.once('exit', kill);
  await ready(folder, server);
  let databases = 0;
  return {
    database: async () => {
      databases += 1;
      await ask(folder, `CREATE DATABASE "store ${databases}"`);
      return address(folder, `store ${databases}`);
    },
    stop: async () => {
      process.off('exit', kill);
      const gone = new Promise((resolve) => server.once('exit', resolve));
      // Fast shutdown: clients are told, nothing waits for them.
      server.kill('SIGINT');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function address(folder: string, database: string): string {
  const name = encodeURIComponent(database);
  return `postgresql://mingzhang@localhost/${name}?host=${encodeURIComponent(folder)}`;
}

async function ask(folder: string, text: string): Promise<void> {
  const client = new pg.Client(address(folder, 'postgres'));
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

async function ready(folder: string, server: ChildProcess): Promise<void> {
  for (let waited = 0; ; waited += 100) {
    try {
      await ask(folder, 'SELECT 1');
      return;
    } catch (error) {
      if (server.exitCode !== null || waited > 60_000) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
