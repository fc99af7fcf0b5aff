import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesOf, type GeneratorId, produce } from '../formats/generators.js';
import { LOOKS } from '../formats/looks.js';
import { convert, missingPrograms } from '../formats/programs.js';
import { composeRich } from '../formats/rich-writer.js';
import { workFolder } from '../house/command.js';
import { docxOf, relations, wordText } from './crafted-office.js';
import { type Outcome, ReadingThread } from './harness.js';
import { HOSTILE_PACKAGES } from './hostile-packages.js';
import { HOSTILE_PAGES } from './hostile-pages.js';

/** Less than the budget of the product; a bare machine under load still keeps it. */
const SECONDS = 45;
/** Mebibytes beyond what the process had before: the product gives a document 2,048. */
const MEMORY = 2048;

const folder = workFolder();
const thread = new ReadingThread();
afterAll(async () => {
  await thread.close();
  folder.remove();
});

function endOf(outcome: Outcome): string {
  if (outcome.kind === 'refused') return outcome.code;
  return outcome.kind === 'read' ? 'read' : JSON.stringify(outcome).slice(0, 500);
}

describe('hostile files end in bounded time and memory', () => {
  it.each([...HOSTILE_PACKAGES, ...HOSTILE_PAGES])('$name', async (file) => {
    const bytes = await file.make();
    thread.peak = 0;
    const outcome = await thread.read(file.name, bytes, SECONDS);
    expect(file.ends).toContain(endOf(outcome));
    expect(thread.peak).toBeLessThan(MEMORY);
    const read = outcome.kind === 'read' ? outcome.text : '';
    if (file.with !== undefined) expect(read).toContain(file.with);
    if (file.without !== undefined) expect(read).not.toContain(file.without);
    expect(existsSync('/tmp/mingzhang-hostile.xml')).toBe(false);
  });
});

const without = missingPrograms().length > 0 && process.env.CI !== 'true';
const document = composeRich({ seed: 3, edition: 'shaanxi' });
const orderOf = (generator: GeneratorId) => ({ document, look: LOOKS.plain, generator });

describe.skipIf(without)('whole files cut off', () => {
  const kinds: readonly GeneratorId[] = [
    ...(['docx', 'odt-docx', 'xlsx', 'xlsx-xls', 'odt-doc', 'html', 'typst', 'docx-pdf'] as const),
  ];
  beforeAll(() => produce(kinds.map(orderOf)), 300_000);

  it.each(kinds)('%s after every tenth is read or refused', async (generator) => {
    const { bytes } = filesOf(orderOf(generator))[0]!;
    const ends: string[] = [];
    for (let tenth = 1; tenth < 10; tenth += 1) {
      const part = bytes.subarray(0, Math.floor((bytes.length * tenth) / 10));
      ends.push(endOf(await thread.read(`${generator} ${tenth}`, part, SECONDS)));
    }
    const answers = ['read', 'damaged', 'empty', 'binary', 'encoding', 'unsupported', 'too-large'];
    for (const end of ends) expect(answers).toContain(end);
    // A container without its end is not read as if it were whole.
    if (['docx', 'odt-docx', 'xlsx'].includes(generator)) expect(ends).not.toContain('read');
  });
});

describe.skipIf(without)('a password', () => {
  it('of a PDF is said', async () => {
    await produce([orderOf('docx')]);
    const options = {
      EncryptFile: { type: 'boolean', value: 'true' },
      DocumentOpenPassword: { type: 'string', value: 'secret' },
    };
    const input = join(folder.path, 'locked.docx');
    writeFileSync(input, filesOf(orderOf('docx'))[0]!.bytes);
    const to = `pdf:writer_pdf_Export:${JSON.stringify(options)}`;
    await convert([input], { to }, folder.path);
    const bytes = readFileSync(join(folder.path, 'locked.pdf'));
    expect(bytes.includes('/Encrypt')).toBe(true);
    expect(endOf(await thread.read('locked.pdf', bytes, SECONDS))).toBe('encrypted');
  });
});

describe('nothing is fetched', () => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    response.end('x');
  });
  let address = '';
  beforeAll(async () => {
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  /** A Word file with a picture and a template that lie elsewhere. */
  function linked(): Uint8Array {
    const picture = [
      '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" ',
      'style="width:9pt;height:9pt"><v:imagedata r:id="p"/></v:shape></w:pict></w:r></w:p>',
    ];
    return docxOf(`${wordText('收入决算表')}${picture.join('')}`, {
      'word/_rels/document.xml.rels': relations(
        ['p', 'image', `${address}/p.png`],
        ['t', 'attachedTemplate', `${address}/t.dotm`],
      ),
    });
  }

  it('by a Word file', async () => {
    const outcome = await thread.read('linked.docx', linked(), SECONDS);
    expect(outcome).toMatchObject({ kind: 'read' });
    expect(asked).toBe(0);
  });

  it('by a web page', async () => {
    const page = `<!DOCTYPE html><html><head><link rel="stylesheet" href="${address}/a.css">
      <script src="${address}/a.js"></script><meta http-equiv="refresh" content="0;url=${address}">
      </head><body><img src="${address}/a.png"><iframe src="${address}/f"></iframe>
      <p>收入决算表</p></body></html>`;
    const outcome = await thread.read('linked.html', new TextEncoder().encode(page), SECONDS);
    expect(outcome).toMatchObject({ kind: 'read' });
    expect(asked).toBe(0);
  });

  it.skipIf(without)('by an old Word file, though another program reads it', async () => {
    const input = join(folder.path, 'linked.docx');
    mkdirSync(join(folder.path, 'old'));
    writeFileSync(input, linked());
    await convert([input], { to: 'doc:MS Word 97' }, join(folder.path, 'old'));
    asked = 0;
    const bytes = readFileSync(join(folder.path, 'old/linked.doc'));
    const outcome = await thread.read('linked.doc', bytes, SECONDS);
    expect(outcome).toMatchObject({ kind: 'read' });
    expect(asked).toBe(0);
  });
});
