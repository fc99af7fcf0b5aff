import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/cells/limits.js';
import type { CellsDocument } from '../../src/cells/model.js';
import type { Filing } from '../../src/facts/model.js';
import { checkFiling, readDocument, readText } from '../../src/pipeline.js';
import {
  AS_DOCX,
  convertWithOffice,
  findOffice,
  OFFICE_VARIABLE,
  type OfficeTarget,
} from '../../src/readers/libreoffice.js';
import { KIT_EDITIONS } from '../kit/styles.js';
import { composeWord } from './kit-word.js';

/** What a document says and what is wrong in it, without its places. */
function said(filing: Filing): unknown {
  const { id: _id, file: _file, ...rest } = filing;
  const { findings, rules, undecided } = checkFiling(filing);
  const facts = { ...rest, findings, rules, undecided };
  return JSON.parse(
    JSON.stringify(facts, (key, value) => {
      if (/place|line$|pieces|^row$/i.test(key)) return undefined;
      return typeof value === 'bigint' ? `${value}n` : value;
    }),
  );
}

async function read(
  name: string,
  bytes: Uint8Array,
): Promise<{ filing: Filing; cells: CellsDocument }> {
  const reading = await readDocument(name, bytes);
  if ('code' in reading) throw new Error(`${name}: ${reading.code} ${reading.detail}`);
  return reading;
}

const ODT: OfficeTarget = { ending: 'odt', filter: 'writer8' };
const DOC: OfficeTarget = { ending: 'doc', filter: 'MS Word 97' };
const RTF: OfficeTarget = { ending: 'rtf', filter: 'Rich Text Format' };

describe.each(KIT_EDITIONS)('an account of %s', (edition) => {
  it('says in Word what it says in plain text', async () => {
    for (const seed of [1, 2, 3]) {
      const { text, docx, truth } = await composeWord(seed, edition);
      const { filing, cells } = await read('a.docx', docx);
      expect(cells.losses).toEqual([]);
      expect(filing.forms.map(({ form }) => form)).toEqual(truth.forms.map(({ form }) => form));
      expect(filing.figures.length).toBeGreaterThan(30);
      expect(said(filing), `seed ${seed}`).toEqual(said(readText('a.txt', text)));
    }
  });
});

/** A doc by itself says the same too; what it cannot know is said. */
async function withoutOffice(doc: Uint8Array): Promise<{ unread: unknown; rules: unknown }> {
  process.env[OFFICE_VARIABLE] = 'off';
  try {
    const { filing } = await read('a.doc', doc);
    expect(filing.unread).toHaveLength(1);
    return said(filing) as { unread: unknown; rules: unknown };
  } finally {
    delete process.env[OFFICE_VARIABLE];
  }
}

const office = await findOffice();
const soffice = office ?? '';

it('LibreOffice is there to test with', ({ skip }) => {
  if (process.env.CI === undefined) skip(office === null, 'soffice is not installed');
  expect(office).not.toBeNull();
});

describe.skipIf(office === null)('saved by LibreOffice', () => {
  it.each(['shanxi', 'liaoning', 'invented-east'] as const)('%s says the same', async (edition) => {
    const { text, docx } = await composeWord(4, edition);
    const expected = said(readText('a.txt', text));
    const save = (bytes: Uint8Array, from: string, to: OfficeTarget) =>
      convertWithOffice(soffice, bytes, from, to, DEFAULT_LIMITS);
    const [again, doc, odt, rtf] = await Promise.all(
      [AS_DOCX, DOC, ODT, RTF].map((to) => save(docx, 'docx', to)),
    );
    const files = {
      docx: again!,
      doc: doc!,
      odt: odt!,
      'odt.docx': await save(odt!, 'odt', AS_DOCX),
      rtf: rtf!,
    };
    const alone = await withoutOffice(files.doc);
    // Where content may be missing, nothing is judged to be absent.
    const { unread, rules } = alone;
    expect(alone).toEqual({ ...(expected as object), partial: true, unread, rules });
    for (const [name, bytes] of Object.entries(files)) {
      const { filing, cells } = await read(`a.${name}`, bytes);
      expect(cells.losses).toEqual([]);
      expect(said(filing), name).toEqual(expected);
    }
  });
});
