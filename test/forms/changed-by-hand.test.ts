import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/cells/limits.js';
import { EDITIONS } from '../../src/editions/catalogue.js';
import type { Edition } from '../../src/editions/model.js';
import { readDocument } from '../../src/pipeline.js';
import { plainFiles } from '../../src/publishing/publish.js';
import { typedFormOf } from '../kit/typed-forms.js';
import { accountsWithPrior } from '../publications/full-account.js';

const KINDS = ['project-self-evaluation', 'department-self-evaluation'] as const;
const FORMATS = ['docx', 'html', 'xlsx', 'pdf'] as const;

async function published(edition: Edition, format: (typeof FORMATS)[number]) {
  const evaluations = KINDS.map((kind, at) => typedFormOf(at + 7, edition, kind));
  const account = { ...accountsWithPrior(1, edition)[0]!, evaluations };
  const [file] = await plainFiles({
    ...{ account, edition, formats: [format] },
    ...{ wordTemplate: null, fontFolder: null, limits: DEFAULT_LIMITS },
  });
  return { evaluations, bytes: file!.bytes };
}

async function carriedBy(name: string, bytes: Uint8Array) {
  const read = await readDocument(name, bytes);
  if ('code' in read) throw new Error(read.detail ?? read.code);
  const { account, notices } = read.carried!;
  return { forms: account!.evaluations, said: notices.map(({ why }) => why.zh) };
}

const aboutForms = (said: readonly string[]) => said.filter((text) => text.includes('自评表'));

describe.each(EDITIONS.map((edition) => [edition.id, edition] as const))('%s', (_, edition) => {
  test.each(FORMATS)('forms that nobody changed are those that are carried, %s', async (format) => {
    const { evaluations, bytes } = await published(edition, format);
    const { forms, said } = await carriedBy(`公开.${format}`, bytes);
    expect(aboutForms(said)).toEqual([]);
    expect(forms.map(({ title }) => title)).toEqual(evaluations.map(({ title }) => title));
  });

  test('a form that was changed by hand is taken as it is printed, and named', async () => {
    const { evaluations, bytes } = await published(edition, 'html');
    const [first] = evaluations;
    const { name } = first!.content.indicators[0]!;
    const page = Buffer.from(bytes).toString('utf8');
    const [visible, ...carried] = page.split('<script');
    const edited = [visible!.replaceAll(name, '改过的指标'), ...carried].join('<script');
    expect(edited).not.toBe(page);
    const { forms, said } = await carriedBy('公开.html', Buffer.from(edited));
    expect(aboutForms(said)).toHaveLength(1);
    expect(forms[0]!.content.indicators[0]!.name).toBe('改过的指标');
    expect(forms[1]!.title).toBe(evaluations[1]!.title);
  });
});
