import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Limits } from '../cells/limits.js';
import { ReadError } from './reader.js';

/**
 * Names the program (a path) or switches it off (`off`). Without it the program is looked for on
 * the PATH and where its installers put it.
 */
export const OFFICE_VARIABLE = 'MINGZHANG_SOFFICE';

/** A format to convert to: the ending of its files and the name of LibreOffice's filter. */
export interface OfficeTarget {
  readonly ending: string;
  readonly filter: string;
}

export const AS_DOCX: OfficeTarget = { ending: 'docx', filter: 'MS Word 2007 XML' };
export const AS_XLSX: OfficeTarget = { ending: 'xlsx', filter: 'Calc MS Excel 2007 XML' };

const NAMES = ['soffice', 'libreoffice', 'soffice.exe'];
const PLACES = [
  '/usr/lib/libreoffice/program',
  '/opt/libreoffice/program',
  '/Applications/LibreOffice.app/Contents/MacOS',
  'C:\\Program Files\\LibreOffice\\program',
];
const OFF = /^(?:off|none|no|0|)$/i;

/** The program that opens files of the nineties; null when there is none or it is switched off. */
export async function findOffice(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<string | null> {
  const named = environment[OFFICE_VARIABLE];
  if (named !== undefined) return OFF.test(named) ? null : named;
  const folders = [...(environment.PATH ?? '').split(delimiter), ...PLACES];
  for (const folder of folders) {
    for (const name of NAMES) {
      const path = join(folder, name);
      if (folder !== '' && (await isProgram(path))) return path;
    }
  }
  return null;
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/**
 * Converts one file within the limits. Each conversion has a folder and a profile of its own, which
 * are removed whatever happens; macros are not run, links are not followed, and the program with
 * all that it started is killed when its time is over. `ending` is that of the file's format.
 */
export async function convertWithOffice(
  program: string,
  bytes: Uint8Array,
  ending: string,
  target: OfficeTarget,
  limits: Limits,
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'mingzhang-office-'));
  try {
    const source = join(folder, `source.${ending}`);
    const profile = join(folder, 'profile');
    await mkdir(join(profile, 'user'), { recursive: true });
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), SETTINGS);
    await writeFile(source, bytes);
    const out = join(folder, 'out');
    const args = [
      ...['--headless', '--invisible', '--norestore', '--nologo', '--nodefault', '--nolockcheck'],
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      ...['--convert-to', `${target.ending}:${target.filter}`, '--outdir', out, source],
    ];
    await run(program, args, folder, limits);
    return await result(join(out, `source.${target.ending}`), limits);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Its exit status tells nothing: LibreOffice ends with 0 when it could not read the file. */
async function result(path: string, limits: Limits): Promise<Uint8Array> {
  const size = await stat(path).then(
    (found) => found.size,
    () => null,
  );
  if (size === null) throw new ReadError('damaged', 'LibreOffice');
  if (size > limits.unpackedBytes) {
    throw new ReadError('too-large', `unpacked:${limits.unpackedBytes}`);
  }
  return readFile(path);
}

/** Of the time for a document: the rest is for reading what comes out. */
const SHARE = 0.75;

/**
 * A shell between: the program is a script that starts others, so all of them make a group. When
 * its input ends because whoever asked is gone (killed, a thread ended), it removes the folder and
 * ends the whole group.
 */
const GUARD =
  'exec 3<&0; { cat <&3 >/dev/null; rm -rf -- "$0"; kill -KILL 0; } & ' +
  '"$@" </dev/null & wait $!';

function run(
  program: string,
  args: readonly string[],
  folder: string,
  limits: Limits,
): Promise<void> {
  const seconds = limits.seconds * SHARE;
  const grouped = process.platform !== 'win32';
  const [command, all] = grouped
    ? ['/bin/sh', ['-c', GUARD, folder, program, ...args]]
    : [program, args];
  return new Promise((resolve, reject) => {
    const child = spawn(command, all, {
      detached: grouped,
      stdio: ['pipe', 'ignore', 'ignore'],
      windowsHide: true,
    });
    let isOver = false;
    const timer = setTimeout(() => {
      isOver = true;
      killGroup(child.pid, grouped);
    }, seconds * 1000);
    child.on('error', () => {
      clearTimeout(timer);
      reject(new ReadError('needs', 'libreoffice'));
    });
    child.on('exit', (status) => {
      clearTimeout(timer);
      killGroup(child.pid, grouped);
      child.stdin.destroy();
      if (isOver) reject(new ReadError('time-out', String(limits.seconds)));
      else if (status === NOT_FOUND) reject(new ReadError('needs', 'libreoffice'));
      else resolve();
    });
  });
}

/** What a shell says of a program that is not there. */
const NOT_FOUND = 127;

/** The program and whatever it left running; nothing happens when all has ended. */
function killGroup(pid: number | undefined, grouped: boolean): void {
  if (pid === undefined) return;
  try {
    process.kill(grouped ? -pid : pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** Macros never run, links are never updated or fetched, and the network leads nowhere. */
const SETTINGS = settings([
  ['Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'],
  ['Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
  ['Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
  ['Office.Writer/Content/Update', 'Link', '0'],
  ['Office.Calc/Content/Update', 'Link', '1'],
  ['Inet/Settings', 'ooInetProxyType', '2'],
  ['Inet/Settings', 'ooInetHTTPProxyName', '127.0.0.1'],
  ['Inet/Settings', 'ooInetHTTPProxyPort', '9'],
  ['Inet/Settings', 'ooInetHTTPSProxyName', '127.0.0.1'],
  ['Inet/Settings', 'ooInetHTTPSProxyPort', '9'],
]);

function settings(
  values: readonly (readonly [path: string, name: string, value: string])[],
): string {
  const items = values.map(
    ([path, name, value]) =>
      `<item oor:path="/org.openoffice.${path}"><prop oor:name="${name}" oor:op="fuse">` +
      `<value>${value}</value></prop></item>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">' +
    `${items.join('')}</oor:items>\n`
  );
}
