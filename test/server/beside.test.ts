import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/cells/limits.js';
import type { Beside } from '../../src/server/beside.js';
import { deskHere } from '../../src/server/services/desk.js';
import { sourceIn } from '../../src/server/services/filing-desk-source.js';

const NAME = '示例县河湖管理局-2023-有一处错.docx';

test('a place of a Word file goes by the number that its line has beside it', async () => {
  const bytes = new Uint8Array(readFileSync(`examples/${NAME}`));
  const reading = await deskHere(DEFAULT_LIMITS).read({ name: NAME, bytes, references: [] });
  const beside = JSON.parse(reading.beside) as Beside;
  const places = beside.causes.flatMap((cause) => cause.places);
  expect(places.length).toBeGreaterThan(0);
  const source = sourceIn(beside, NAME, () => '');
  for (const { name, line } of places) {
    const [, said] = /^第 (\d+) 行/.exec(name.zh) ?? [];
    expect([name.zh, said]).toEqual([name.zh, `${line}`]);
    expect(name.en.startsWith(`line ${line} `)).toBe(true);
    const shown = source.lines.find(({ number }) => number === line);
    expect(shown?.marks.length).toBeGreaterThan(0);
  }
  expect(JSON.stringify(beside.causes)).not.toMatch(/第 \d+ 段|表 \d+ 第 \d+ 行/);
});
