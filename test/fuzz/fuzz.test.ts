import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storedOf } from '../../src/cells/stored.js';
import { readDocument } from '../../src/pipeline.js';
import { filesOf, type GeneratorId, produce } from '../formats/generators.js';
import { LOOKS } from '../formats/looks.js';
import { missingPrograms } from '../formats/programs.js';
import type { RichDocument } from '../formats/rich-document.js';
import { composeRich } from '../formats/rich-writer.js';
import { Random } from '../kit/random.js';
import { ReadingThread } from './harness.js';
import { KEPT } from './kept-cases.js';
import { BLIND, IN_JSON, IN_TEXT, INSIDE, type Mutation } from './mutations.js';

/** Cases of one format in a run; MINGZHANG_FUZZ asks for more of them. */
const CASES = Number(process.env.MINGZHANG_FUZZ ?? 40);
/** A file of two tables is read in well under a second. */
const SECONDS = 20;
/** Mebibytes beyond what the process had before. */
const MEMORY = 1200;

const ZIPPED = { ...BLIND, ...INSIDE };
const MARKUP = { ...BLIND, ...IN_TEXT };
const JSON_TEXT = { ...BLIND, ...IN_TEXT, ...IN_JSON };

/** What is spoiled, and how. Those that start a program for each file get fewer cases. */
const KINDS: readonly Kind[] = [
  { generator: 'docx', ways: ZIPPED },
  { generator: 'odt-docx', ways: ZIPPED },
  { generator: 'xlsx', ways: ZIPPED },
  { generator: 'xlsx-xlsx', ways: ZIPPED },
  { generator: 'xlsx-xls', ways: BLIND },
  { generator: 'xlsx-csv', ways: MARKUP },
  { generator: 'odt-doc', ways: BLIND, share: 0.2 },
  { generator: 'html', ways: MARKUP },
  { generator: 'docx-html', ways: MARKUP },
  { generator: 'typst', ways: BLIND, share: 0.5 },
  { generator: 'docx-pdf', ways: BLIND, share: 0.5 },
  { generator: 'chromium', ways: BLIND, share: 0.3 },
  { generator: 'docx', ways: JSON_TEXT, stored: true },
  { generator: 'typst', ways: JSON_TEXT, stored: true },
];

interface Kind {
  readonly generator: GeneratorId;
  readonly ways: Readonly<Record<string, Mutation>>;
  readonly share?: number;
  /** Not the file itself but the JSON that keeps it. */
  readonly stored?: true;
}

const CASES_BY_NAME = KINDS.map((kind) => {
  const name = kind.stored === true ? (`json of ${kind.generator}` as const) : kind.generator;
  return { ...kind, name };
});

/** The cover and the first tables: enough of every construct, and quickly read. */
function excerpt(document: RichDocument): RichDocument {
  const { blocks } = document;
  const tables = blocks.flatMap((block, i) => (block.kind === 'table' ? [i] : []));
  const end = (tables[1] ?? blocks.length) + 1;
  const prose = blocks.filter((block) => block.kind === 'paragraph').slice(-12);
  return { ...document, id: `${document.id}-excerpt`, blocks: [...blocks.slice(0, end), ...prose] };
}

const document = excerpt(composeRich({ seed: 3, edition: 'shaanxi' }));
const orderOf = (generator: GeneratorId) => ({ document, look: LOOKS.plain, generator });
const thread = new ReadingThread();
afterAll(() => thread.close());

/** The part of `read --json` that is read again. */
async function jsonOf(bytes: Uint8Array): Promise<Uint8Array> {
  const reading = await readDocument('whole', bytes);
  if ('code' in reading) throw new Error(reading.code);
  const json = { schema: 'mingzhang/filing@1', source: storedOf(reading.cells) };
  return new TextEncoder().encode(JSON.stringify(json));
}

/** One case by its number: the way and the chance follow from it. */
function spoiled(bytes: Uint8Array, ways: Readonly<Record<string, Mutation>>, seed: number) {
  const names = Object.keys(ways);
  const name = names[seed % names.length]!;
  return { name, bytes: ways[name]!(bytes, new Random(seed * 7919 + 13)) };
}

describe.skipIf(missingPrograms().length > 0 && process.env.CI !== 'true')('spoiled files', () => {
  beforeAll(() => produce(KINDS.map(({ generator }) => orderOf(generator))), 300_000);

  it.each(CASES_BY_NAME)('$name end in a reading or a reason', async (kind) => {
    const { name: kindName, generator, ways, share, stored } = kind;
    const made = filesOf(orderOf(generator))[0]!.bytes;
    const whole = stored === true ? await jsonOf(made) : made;
    expect((await thread.read('whole', whole, 3 * SECONDS)).kind).toBe('read');
    const bad: string[] = [];
    const kept = KEPT.filter((each) => each.kind === kindName).map(({ seed }) => seed);
    const fresh = Array.from({ length: Math.ceil(CASES * (share ?? 1)) }, (_, i) => i);
    thread.peak = 0;
    for (const seed of [...kept, ...fresh]) {
      const { name, bytes } = spoiled(whole, ways, seed);
      const outcome = await thread.read(`${name}-${seed}`, bytes, SECONDS);
      const { kind } = outcome;
      const fault = kind === 'refused' && outcome.code === 'fault';
      if (kind === 'read' || (kind === 'refused' && !fault)) continue;
      bad.push(`${kindName} ${seed} ${name}: ${JSON.stringify(outcome).slice(0, 600)}`);
    }
    expect(bad).toEqual([]);
    expect(thread.peak).toBeLessThan(MEMORY);
  });
});
