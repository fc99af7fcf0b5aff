import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TRIAL_FILE, trialDocument } from '../scripts/trial.js';
import { checkFiling, readDocument, readText } from '../src/pipeline.js';

function example(name: string) {
  const url = new URL(`../examples/示例县政务服务中心-2023${name}.txt`, import.meta.url);
  return readText(name, readFileSync(url, 'utf8'));
}

describe('what the README shows', () => {
  it('the example that is right has no finding', () => {
    const filing = example('');
    expect(filing.unread).toEqual([]);
    expect(checkFiling(filing).findings).toEqual([]);
  });

  it('the example to be looked into has errors', () => {
    const errors = checkFiling(example('-待核实')).findings.filter((f) => f.severity === 'error');
    expect(errors.length).toBeGreaterThan(0);
  });

  it('the performance form adds up and has one point to ask about', () => {
    const filing = example('-绩效自评');
    expect(filing.entity).toBe('示例县政务服务中心');
    expect(checkFiling(filing).findings.map(({ rule }) => rule)).toEqual([
      'performance.missed-with-full-points',
    ]);
  });

  it('the document to try the workbench with has one error, at its misprint', async () => {
    const bytes = readFileSync(TRIAL_FILE);
    const read = await readDocument('试一试.docx', bytes);
    if ('code' in read) throw new Error(read.code);
    const { findings } = checkFiling(read.filing);
    const roots = findings.filter(({ severity, cause }) => severity === 'error' && cause === null);
    expect(roots.map(({ message }) => message.zh.includes('71,700.00'))).toEqual([true]);
    // Charts are drawn by a native library, whose bytes differ from machine to machine.
    if (process.platform !== 'linux' || process.arch !== 'x64') return;
    expect(bytes.equals(await trialDocument(true))).toBe(true);
  });
});
