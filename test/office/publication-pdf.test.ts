import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { accountJson } from '../../src/accounts/to-json.js';
import { EDITIONS } from '../../src/editions/catalogue.js';
import { outlinedChart } from '../../src/office/chart-image.js';
import { publicationPdf } from '../../src/office/publication-pdf.js';
import { checkFiling, readDocument, readText } from '../../src/pipeline.js';
import { publicationFrom } from '../../src/publications/from-account.js';
import type { Publication, PublicationBlock } from '../../src/publications/model.js';
import { publishedTables } from '../../src/publications/tables.js';
import { cellScore, essence } from '../formats/accuracy.js';
import { composeRich } from '../formats/rich-writer.js';
import { KIT_EDITIONS } from '../kit/styles.js';
import { accountsWithPrior, filledIn } from '../publications/full-account.js';
import { printedValues, readValues } from '../publications/truth.js';
import { CHARTS, publicationOf } from './publication-of.js';

const FACTS = JSON.stringify({ schema: 'mingzhang/account@1', entity: '虚构局<&>\\"𠮷' });

async function readBack(bytes: Uint8Array) {
  const reading = await readDocument('published.pdf', bytes);
  if ('code' in reading) throw new Error(`${reading.code} ${reading.detail}`);
  return reading;
}

/** What stands on its pages, blanks and the ends of lines left out. */
async function textOf(bytes: Uint8Array): Promise<string> {
  const { cells } = await readBack(bytes);
  return cells.lines.join('').replace(/\s/gu, '');
}

function withCharts(publication: Publication): Publication {
  const [cover, ...rest] = publication.blocks;
  return { ...publication, blocks: [cover!, ...rest, ...CHARTS] };
}

describe('a publication as PDF', () => {
  it.each(KIT_EDITIONS)('%s says the same, and nothing is wrong', async (edition) => {
    const document = composeRich({ seed: 104, edition });
    const { bytes, replaced } = publicationPdf(withCharts(publicationOf(document, FACTS)));
    const { filing, cells } = await readBack(bytes);
    const plain = readText('plain', document.text);
    expect(replaced).toEqual([]);
    expect(cellScore(document.truth, [filing])).toMatchObject({ wrong: 0, missing: 0, extra: 0 });
    expect(essence(filing, checkFiling(filing))).toEqual(essence(plain, checkFiling(plain)));
    expect(cells.embedded).toBe(FACTS);
  });

  it('is the same bytes every time, charts and all', () => {
    const publication = withCharts(publicationOf(composeRich({ seed: 3, edition: 'liaoning' })));
    const { bytes } = publicationPdf(publication);
    expect(Buffer.compare(publicationPdf(publication).bytes, bytes)).toBe(0);
    expect(outlinedChart(CHARTS[0]!)).toBe(outlinedChart(CHARTS[0]!));
    expect(outlinedChart(CHARTS[0]!)).not.toMatch(/<text|zr\d|<style/);
  });

  it.each(['a-3a', 'ua-1'] as const)('holds what %s asks of it too', (standard) => {
    const document = composeRich({ seed: 5, edition: 'shanghai' });
    const { bytes } = publicationPdf(withCharts(publicationOf(document)), { standard });
    expect(bytes.length).toBeGreaterThan(10_000);
  });
});

describe.each(EDITIONS.map((edition) => [edition.id, edition] as const))('%s', (_, edition) => {
  it('is read back cell by cell, and gives the exact account again', async () => {
    for (const raw of accountsWithPrior(2, edition)) {
      const account = filledIn(raw, edition);
      const embedded = JSON.stringify(accountJson(account));
      const tables = publishedTables(account, edition);
      const parts = { tables, annex: [], embedded };
      const { publication } = publicationFrom(account, edition, parts);
      const reading = await readBack(publicationPdf(publication).bytes);
      const { filing } = reading;
      expect(filing.unread).toEqual([]);
      const cells = filing.forms.flatMap((form) => form.cells);
      expect(readValues(cells)).toEqual(printedValues(tables));
      const found = checkFiling(filing).findings.filter(({ severity }) => severity === 'error');
      expect(found.map(({ message }) => message.zh)).toEqual([]);
      expect(filing.notices ?? []).toEqual([]);
      expect(JSON.stringify(accountJson(reading.carried!.account!))).toBe(embedded);
    }
  });
});

describe('its structure', () => {
  const document = composeRich({ seed: 7, edition: 'shaanxi' });
  const publication = withCharts(publicationOf(document, FACTS));
  const { bytes } = publicationPdf(publication);
  const file = Buffer.from(bytes).toString('latin1');
  const opened = getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;

  it('is PDF/A-3b, tagged, Chinese, with its title and nobody’s name', async () => {
    const pdf = await opened;
    const { info, metadata } = (await pdf.getMetadata()) as unknown as {
      readonly info: Record<string, unknown>;
      readonly metadata: { readonly getRaw: () => string };
    };
    expect(metadata.getRaw()).toMatch(/pdfaid:part>3<[\s\S]*pdfaid:conformance>B</);
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    expect(info).toMatchObject({ Title: publication.title, Language: 'zh-CN' });
    expect(Object.keys(info)).not.toContain('Author');
    expect(info.CreationDate).toMatch(/^D:19800101/);
    expect(file).toContain('/OutputIntents');
  });

  it('has bookmarks and numbered pages, the cover without one', async () => {
    const pdf = await opened;
    const titles = publication.blocks.flatMap((block) =>
      block.kind === 'heading' && block.level === 1 ? [block.text] : [],
    );
    expect((await pdf.getOutline()).map(({ title }) => title)).toEqual(titles);
    const labels = await pdf.getPageLabels();
    expect(labels?.slice(0, 3)).toEqual(['', '1', '2']);
  });

  it('carries the account, and charts say what they show', async () => {
    const pdf = await opened;
    const attached = (await pdf.getAttachments()) as Record<string, { content: Uint8Array }>;
    expect(Object.keys(attached)).toEqual(['mingzhang-account.json']);
    const [first] = Object.values(attached);
    expect(new TextDecoder().decode(first!.content)).toBe(FACTS);
    const last = await (await pdf.getPage(pdf.numPages)).getStructTree();
    expect(JSON.stringify(last)).toContain(CHARTS[1]!.description);
  });
});

describe('whatever its texts are', () => {
  /** Everywhere a text can stand. */
  function saying(text: string): Publication {
    const cell = { text, align: 'start' as const };
    const blocks: readonly PublicationBlock[] = [
      { kind: 'cover', titles: [text], lines: [text] },
      { kind: 'notice', title: text, lines: [text] },
      { kind: 'contents', title: text },
      { kind: 'heading', level: 1, id: text, text },
      { kind: 'paragraph', style: 'body', runs: [{ text }, { text, missing: true }] },
      {
        ...{ kind: 'table', id: text, form: null, number: text, title: text, level: 2 },
        ...{ orientation: 'landscape', entityLine: text, yearLine: text, unitLine: text },
        ...{ widths: [0.1, 0.9], notes: [text], ownPage: true, description: text },
        head: [[{ ...cell, heads: 'column', colspan: 5 }]],
        body: [[cell], [cell, { ...cell, strong: true, indent: 3, rowspan: 9 }, cell], []],
      },
      { ...CHARTS[0]!, id: text, title: text, unit: text, categories: [text, text] },
      { ...CHARTS[1]!, id: `${text}-`, series: [{ name: text, values: [text] }] },
    ];
    return {
      ...{ entity: text, fiscalYear: 2023, edition: 'x', title: text },
      blocks,
      embedded: text,
    };
  }

  const PROGRAM = [
    '#panic("x")',
    '*甲*',
    '$x$',
    '[甲]',
    '#{',
    '\\u{41}',
    '@甲',
    '<甲>',
    '//甲',
    '`',
  ];

  it.each(PROGRAM)('%s is printed, not run', async (text) => {
    const { bytes } = publicationPdf(saying(`起${text}止`));
    expect(await textOf(bytes)).toContain(`起${text}止`);
  });

  it('prints what no font has as 〓 and says so', async () => {
    const { bytes, replaced } = publicationPdf(saying('张𠮷😀\u0007䶮\ud800\n李'));
    expect(replaced).toEqual(['\ud800', '😀', '𠮷'].sort());
    expect(await textOf(bytes)).toContain('张〓〓䶮〓李');
  });

  it('never fails', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.constantFrom('', ' ', '\n\n', '甲'.repeat(900), 'W'.repeat(400), '1'.repeat(80), '=甲'),
    );
    const property = fc.property(text, (said) => {
      expect(publicationPdf(saying(said)).bytes.length).toBeGreaterThan(5000);
    });
    fc.assert(property, { numRuns: 25 });
  });
});

describe('fonts of one’s own', () => {
  it('are used by their names, beside ours', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mingzhang-fonts-'));
    try {
      writeFileSync(join(folder, 'a.ttf'), renamed('仿宋_GB2312'));
      writeFileSync(join(folder, 'broken.ttf'), new Uint8Array(40));
      writeFileSync(join(folder, 'readme.txt'), 'x');
      const publication = publicationOf(composeRich({ seed: 9, edition: 'shanxi' }));
      const own = publicationPdf(publication, { fontFolder: folder });
      expect(fontsIn(own.bytes)).toContain('NotoSansSC-Thin');
      expect(fontsIn(publicationPdf(publication).bytes)).not.toContain('NotoSansSC-Thin');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  /** A font of the package under another name of its family. */
  function renamed(family: string): Uint8Array {
    const name = '@expo-google-fonts/noto-sans-sc/100Thin/NotoSansSC_100Thin.ttf';
    const bytes = readFileSync(createRequire(import.meta.url).resolve(name));
    const tables = bytes.readUInt16BE(4);
    for (let at = 12; at < 12 + 16 * tables; at += 16) {
      if (bytes.toString('latin1', at, at + 4) !== 'name') continue;
      const table = bytes.readUInt32BE(at + 8);
      const texts = table + bytes.readUInt16BE(table + 4);
      for (let each = table + 6; each < texts; each += 12) {
        if (![1, 16].includes(bytes.readUInt16BE(each + 6))) continue;
        bytes.writeUInt16BE(2 * family.length, each + 8);
        const to = texts + bytes.readUInt16BE(each + 10);
        Buffer.from(family, 'utf16le').swap16().copy(bytes, to);
      }
    }
    return bytes;
  }

  function fontsIn(bytes: Uint8Array): readonly string[] {
    const file = Buffer.from(bytes).toString('latin1');
    return [...file.matchAll(/\/BaseFont \/[A-Z]+\+([\w-]+?)(?:-Identity-H)?\s/g)].map(
      (m) => m[1]!,
    );
  }
});
