import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BUREAU, buildArguments, mergeArguments, TITLE } from '../scripts/bureau-steps.js';
import { mingzhang, objectsOf, workFolder } from './house/command.js';
import { schemaErrors } from './house/schemas.js';
import { ROOT } from './house/source-files.js';

/**
 * What the README's first command makes is what examples/示例县水务局/公开 holds. After a change of
 * what is written: npm run build && npx tsx scripts/bureau.ts
 */
const folder = workFolder();
afterAll(folder.remove);
const KEPT = join(ROOT, BUREAU, '公开');
const BUILT = join(folder.path, '公开');
const ACCOUNT = join(folder.path, '示例县水务局2023.json');
const DOCUMENTS = ['docx', 'xlsx', 'pdf', 'html'] as const;

/** Typesetting and the pictures of charts are machine code: other machines, other bytes. */
const SAME_MACHINE = process.platform === 'linux' && process.arch === 'x64';
const MACHINE_CODE = /\.(?:docx|pdf)$/;

interface PublicationRecord extends Record<string, unknown> {
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
}

function recordIn(path: string): PublicationRecord {
  return JSON.parse(readFileSync(join(path, `${TITLE}.record.json`), 'utf8')) as PublicationRecord;
}

beforeAll(async () => {
  for (const args of [mergeArguments(ACCOUNT), buildArguments(ACCOUNT, BUILT)]) {
    const { status, stderr } = await mingzhang(args);
    expect([status, stderr]).toEqual([0, '']);
  }
});

it('gives the same files today', () => {
  expect(readdirSync(BUILT).sort()).toEqual(readdirSync(KEPT).sort());
  for (const name of readdirSync(KEPT)) {
    if (name.endsWith('.record.json') || (!SAME_MACHINE && MACHINE_CODE.test(name))) continue;
    const same = readFileSync(join(BUILT, name)).equals(readFileSync(join(KEPT, name)));
    expect([name, same]).toEqual([name, true]);
  }
});

it('gives the same record, which its schema describes', () => {
  const [built, kept] = [recordIn(BUILT), recordIn(KEPT)];
  expect(schemaErrors(built)).toEqual([]);
  const [account, ...others] = built.inputs;
  expect(account).toMatchObject({ file: ACCOUNT, sha256: kept.inputs[0]!.sha256 });
  const files = (record: PublicationRecord) =>
    record.files.filter(({ name }) => SAME_MACHINE || !MACHINE_CODE.test(name));
  expect({ ...built, inputs: others, files: files(built) }).toEqual({
    ...kept,
    inputs: kept.inputs.slice(1),
    files: files(kept),
  });
});

it('says the same in every document, with nothing wrong', async () => {
  const paths = DOCUMENTS.map((format) => join(BUILT, `${TITLE}.${format}`));
  const checked = await mingzhang(['check', ...paths, '--json']);
  expect([checked.status, checked.stderr]).toEqual([0, '']);
  const severities = objectsOf(checked).map(({ findings }) =>
    (findings as readonly { readonly severity: string }[]).map(({ severity }) => severity),
  );
  expect(severities).toEqual(DOCUMENTS.map(() => ['info']));
  const [first, ...rest] = objectsOf(await mingzhang(['read', ...paths, '--json'])).map(amountsOf);
  expect(first!.length).toBeGreaterThan(400);
  for (const other of rest) expect(other).toEqual(first);
});

it('says in the record of a draft what is missing and what disagrees', async () => {
  const out = join(folder.path, '草稿');
  // Signed for the department, which says nothing of the station.
  const inputs = [`${BUREAU}/水利站`, `${BUREAU}/审查和审签.xlsx`, '--edition', 'shanxi-2022'];
  const built = await mingzhang(['build', ...inputs, '--out', out, '--formats', 'html', '--json']);
  expect([built.status, built.stderr]).toEqual([1, '']);
  const [record] = objectsOf(built);
  expect(schemaErrors(record!)).toEqual([]);
  expect(record).toMatchObject({
    ...{ status: 'draft', asApproved: null },
    needs: expect.arrayContaining([expect.objectContaining({ id: 'secrecy-review' })]),
    conflicts: [{ about: '单位不同，没有采用其中的内容', other: { text: '示例县水务局' } }],
  });
  expect(readdirSync(out).filter((name) => name.startsWith('草稿（不得公开）'))).toHaveLength(2);
});

interface Cell {
  readonly columnId: string | null;
  readonly lineId: string | null;
  readonly code: string | null;
  readonly value: string | null;
}

/** Every amount of the tables, whatever a format says of its place. */
function amountsOf({ forms }: Record<string, unknown>): readonly string[] {
  return (forms as readonly { readonly form: string; readonly cells: readonly Cell[] }[])
    .flatMap(({ form, cells }) =>
      cells
        .filter(({ value }) => value !== null)
        .map(({ lineId, code, columnId, value }) =>
          [form, lineId ?? code, columnId, value].join(' '),
        ),
    )
    .sort();
}
