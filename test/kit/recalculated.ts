import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SOFFICE = '/usr/bin/soffice';

/** Whether there is a program that computes formulas. */
export const HAS_OFFICE = existsSync(SOFFICE);

/** Formulas are computed when the file is opened. */
const ALWAYS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"
 oor:op="fuse"><value>0</value></prop></item></oor:items>`;

/** Workbooks as a program of people leaves them: every formula computed. */
export function recalculated(books: readonly Uint8Array[]): readonly Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-forms-'));
  try {
    const names = books.map((_, at) => `${at}.xlsx`);
    books.forEach((bytes, at) => {
      writeFileSync(join(folder, names[at]!), bytes);
    });
    mkdirSync(join(folder, 'profile/user'), { recursive: true });
    writeFileSync(join(folder, 'profile/user/registrymodifications.xcu'), ALWAYS);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const out = join(folder, 'out');
    const args = [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out];
    execFileSync(SOFFICE, [...args, ...names.map((name) => join(folder, name))], {
      stdio: 'ignore',
    });
    return names.map((name) => new Uint8Array(readFileSync(join(out, name))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
