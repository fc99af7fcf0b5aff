import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { workFolder } from './house/command.js';
import { ROOT } from './house/source-files.js';

const folder = workFolder();
afterAll(folder.remove);

/** What .ci/run prints last and its exit status. */
function count(report: unknown, status: string): readonly [line: string, exit: number | null] {
  const path = join(folder.path, 'report.json');
  writeFileSync(path, typeof report === 'string' ? report : JSON.stringify(report));
  const args = [join(ROOT, '.ci/count.mjs'), path, status];
  const { stdout, status: exit } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return [stdout, exit];
}

function file(status: string, ...tests: readonly string[]): object {
  return { status, assertionResults: tests.map((each) => ({ status: each })) };
}

describe('.ci/run counts', () => {
  it.each([
    ['all passed', [file('passed', 'passed', 'passed'), file('passed', 'passed')], '0', 3, 0, 0],
    ['a failure', [file('failed', 'passed', 'failed')], '1', 1, 1, 1],
    ['a skipped test as none that passed', [file('passed', 'passed', 'skipped')], '0', 1, 1, 1],
    ['a file that did not load', [file('passed', 'passed'), file('failed')], '1', 1, 1, 1],
    ['a failure outside the tests', [file('passed', 'passed')], '1', 1, 1, 1],
    ['no test at all', [], '0', 0, 0, 1],
  ])('%s', (_name, testResults, status, passed, failed, exit) => {
    expect(count({ testResults }, status)).toEqual([`${passed} passed, ${failed} failed\n`, exit]);
  });

  it('after it has said which programs a bare machine lacks', () => {
    const env = { PATH: '/nowhere', CI_DRY_RUN: '1' };
    const { stdout, status } = spawnSync('/bin/bash', [join(ROOT, '.ci/programs.sh')], {
      encoding: 'utf8',
      env,
    });
    expect(status).toBe(0);
    const documents = ['libreoffice-writer', 'chromium', 'poppler-utils', 'fonts-noto-cjk'];
    for (const name of [...documents, 'postgresql']) expect(stdout).toContain(name);
  });

  it('lint or types that stop the run before there is a report', () => {
    expect(count('', '1')).toEqual(['0 passed, 1 failed\n', 1]);
  });
});
