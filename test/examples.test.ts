import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkFiling, readText } from '../src/pipeline.js';

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
});
