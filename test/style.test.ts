import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseSource, ROOT, sourceFiles } from './house/source-files.js';
import { DATA_FILES, STYLE, styleViolations } from './house/style-rules.js';

const files = sourceFiles('src', 'test', 'scripts', 'bench');

describe('the style of the house', () => {
  it('has files to look at', () => {
    expect(files.length).toBeGreaterThan(40);
  });

  it.each(Object.entries(STYLE))('%s', (_name, check) => {
    expect(files.flatMap((file) => check(file))).toEqual([]);
  });

  it('excuses only data files that exist, each with a reason', () => {
    for (const [path, reason] of Object.entries(DATA_FILES)) {
      expect(existsSync(join(ROOT, path)), path).toBe(true);
      expect(reason.length, path).toBeGreaterThan(10);
    }
  });
});

const lines = (count: number): string => 'x;\n'.repeat(count);

/** Text that breaks a rule beside its neighbour that does not. */
const CANARIES: Readonly<
  Record<keyof typeof STYLE, readonly [path: string, bad: string, good: string][]>
> = {
  columns: [['src/base/a.ts', `// ${'x'.repeat(98)}`, `// ${'x'.repeat(97)}`]],
  fileLength: [['src/base/a.ts', lines(401), lines(400)]],
  functionLength: [
    ['src/base/a.ts', `function f() {\n${lines(69)}}`, `function f() {\n${lines(68)}}`],
    ['src/base/a.ts', `const f = () => {\n${lines(69)}}`, `describe('a', () => {\n${lines(99)}})`],
  ],
  floatingMoney: [
    ['src/base/a.ts', 'parseFloat(x);', 'Number.parseInt(x, 10);'],
    ['src/rules/a.ts', 'Number.parseFloat(x);', 'parseFloatFreely(x);'],
    ['src/facts/a.ts', 'x.toFixed(2);', 'x.fixed(2);'],
    ['src/findings/a.ts', 'Math.round(x);', 'Math.max(x, 1);'],
    ['src/facts/a.ts', 'const x = Number(text);', 'const x: Number = text;'],
    ['src/pages/a.ts', '(1).toPrecision(3);', 'BigInt(text);'],
  ],
  fileName: [
    ['src/base/fooBar.ts', '', ''],
    ['src/base/form01.ts', '', ''],
  ],
  names: [
    ['src/base/a.ts', 'const shouruHeji = 1;', 'const incomeTotal = 1;'],
    ['src/base/a.ts', 'function rule2() {}', 'function sha256() {}'],
    ['src/base/a.ts', 'interface Form01 {}', 'interface Utf16Text {}'],
  ],
  unfinished: [['src/base/a.ts', `// ${'TO'}DO later`, "const x = 'TO' + 'DO';"]],
  defaultExport: [
    ['src/base/a.ts', 'export default 1;', 'export const x = 1;'],
    ['src/base/a.ts', 'export default function f() {}', 'export function f() {}'],
    ['src/base/a.ts', 'const x = 1; export { x as default };', 'const x = 1; export { x };'],
  ],
  anyType: [['src/base/a.ts', 'const x: any = 1;', 'const any: unknown = 1;']],
};

describe('canaries: the test sees', () => {
  const cases = Object.entries(CANARIES).flatMap(([name, pairs]) =>
    pairs.map(([path, bad, good], index) => ({ name, path, bad, good, index })),
  );

  it.each(cases)('$name $index', ({ name, path, bad, good }) => {
    expect(STYLE[name as keyof typeof STYLE](parseSource(path, bad))).toHaveLength(1);
    const neighbour = name === 'fileName' ? 'src/base/foo-bar.test.ts' : path;
    expect(styleViolations(parseSource(neighbour, good))).toEqual([]);
  });
});
