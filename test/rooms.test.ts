import { describe, expect, it } from 'vitest';
import {
  importRing,
  PURE_ROOMS,
  ROOMS,
  roomOf,
  roomViolations,
  sharedPackages,
} from './house/rooms.js';
import { parseSource, sourceFiles } from './house/source-files.js';

/** Packages that two files import, each with its reason. */
const SHARED: Readonly<Record<string, string>> = {
  hucre: 'reads workbooks in src/readers and writes them in src/office, which may not meet',
};

const files = sourceFiles('src').filter((file) => !file.path.endsWith('.test.ts'));

describe('the house', () => {
  it('has files to look at', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(new Set(files.map((file) => roomOf(file.path)))).toEqual(new Set(Object.keys(ROOMS)));
  });

  it('imports one way, and its pure rooms touch nothing outside', () => {
    expect(files.flatMap((file) => roomViolations(file))).toEqual([]);
  });

  it('imports each third-party package in one file', () => {
    const shared = [...sharedPackages(files)].filter(([name]) => !(name in SHARED));
    expect(Object.fromEntries(shared)).toEqual({});
  });

  it('has no ring of imports', () => {
    expect(importRing(files)).toBeNull();
  });

  it('has a table without rings', () => {
    const reach = (room: string): readonly string[] =>
      (ROOMS[room] ?? []).flatMap((next) => [next, ...reach(next)]);
    for (const room of Object.keys(ROOMS)) expect(reach(room)).not.toContain(room);
    for (const room of PURE_ROOMS) expect(Object.keys(ROOMS)).toContain(room);
  });
});

describe('canaries: the test sees', () => {
  const violations = (path: string, text: string): readonly string[] =>
    roomViolations(parseSource(path, text));

  it.each([
    ['src/cells/a.ts', "import { formOf } from '../forms/statutory.js';"],
    ['src/rules/a.ts', "import type { Grid } from '../cells/model.js';"],
    ['src/base/a.ts', "export { x } from '../facts/model.js';"],
    ['src/pages/deep/a.ts', "const x = await import('../../cli/main.js');"],
    ['src/facts/a.ts', "import { readFileSync } from 'node:fs';"],
    ['src/facts/a.ts', "import { readFileSync } from 'fs';"],
    ['src/findings/a.ts', "import { Command } from 'commander';"],
    ['src/findings/a.ts', 'export const now = Date.now();'],
    ['src/rules/a.ts', 'console.log(1);'],
    ['src/rules/a.ts', 'export const x = Math.random();'],
    ['src/pages/a.ts', 'export const home = process.env;'],
    ['src/newroom/a.ts', ''],
  ])('%s: %s', (path, text) => {
    expect(violations(path, text)).toHaveLength(1);
  });

  it.each([
    ['src/cells/a.ts', "import { linePlace } from '../base/place.js';"],
    ['src/rules/a.ts', "import { Lookup } from '../facts/lookup.js';"],
    ['src/rules/a.ts', 'const x = { process: 1 }; export const y = x.process;'],
    ['src/rules/a.ts', 'export const x = Math.max(1, 2); // console, Date, process'],
    ['src/cli/a.ts', "import { readFile } from 'node:fs/promises'; console.log(readFile);"],
  ])('and lets pass %s: %s', (path, text) => {
    expect(violations(path, text)).toEqual([]);
  });

  it('a package imported twice, but not a built-in', () => {
    const both = ["import a from 'left';", "import { b } from 'left/deep'; import 'node:fs';"];
    const two = both.map((text, index) => parseSource(`src/cli/${index}.ts`, text));
    expect(Object.fromEntries(sharedPackages(two))).toEqual({
      left: ['src/cli/0.ts', 'src/cli/1.ts'],
    });
  });

  it('a ring of files, but not of types', () => {
    const ring = (keyword: string) => [
      parseSource('src/base/a.ts', "import { b } from './b.js';"),
      parseSource('src/base/b.ts', `${keyword} { a } from './a.js';`),
    ];
    expect(importRing(ring('import'))).toEqual(['src/base/a.ts', 'src/base/b.ts', 'src/base/a.ts']);
    expect(importRing(ring('import type'))).toBeNull();
  });
});
