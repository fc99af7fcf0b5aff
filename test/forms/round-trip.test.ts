import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/cells/limits.js';
import { EDITIONS } from '../../src/editions/catalogue.js';
import type { Edition } from '../../src/editions/model.js';
import { entryWorkbook } from '../../src/entry/entry-workbook.js';
import { evaluationSheet } from '../../src/entry/evaluation-sheet.js';
import { scoreForm } from '../../src/entry/form-scores.js';
import { formProfile } from '../../src/entry/form-start.js';
import type { EvaluationSegment } from '../../src/facts/model.js';
import { entryBook } from '../../src/office/entry-book.js';
import { readDocument } from '../../src/pipeline.js';
import { publicationFrom } from '../../src/publications/from-account.js';
import { publishedTables } from '../../src/publications/tables.js';
import { drawPublication } from '../../src/publishing/formats.js';
import { filledSheet } from '../kit/filled-sheet.js';
import { HAS_OFFICE, recalculated } from '../kit/recalculated.js';
import { saidBy, typedFormOf } from '../kit/typed-forms.js';
import { accountsWithPrior } from '../publications/full-account.js';

const KINDS = ['project-self-evaluation', 'department-self-evaluation'] as const;

async function formsIn(name: string, bytes: Uint8Array): Promise<readonly EvaluationSegment[]> {
  const read = await readDocument(name, bytes);
  if ('code' in read) throw new Error(`${name}: ${read.code} ${read.detail}`);
  return read.filing.evaluations;
}

/** Every score as the method makes it, and whether what is printed agrees. */
function scoresOf(segment: EvaluationSegment, edition: Edition): unknown {
  const { profile, score } = scoreForm(segment, { edition: edition.id, fiscalYear: 2023 });
  const { indicators, subtotal, rate, rateScore, deduction, total, grade } = score;
  const ends = ({ expected }: typeof total) => expected && [expected.low, expected.high];
  return {
    profile: profile.id,
    indicators: indicators.map(({ expected, score: own, weight }) => [
      ...[expected?.low, expected?.high, expected?.case, own, weight],
    ]),
    sums: [subtotal, rate, rateScore, deduction, total].map(ends),
    verdicts: [rate, rateScore, total].map(({ verdict }) => verdict),
    grade: grade.expected,
  };
}

describe.each(EDITIONS.map((edition) => [edition.id, edition] as const))('%s', (_, edition) => {
  test.runIf(HAS_OFFICE)(
    'forms typed into the entry workbook are read as they were typed',
    async () => {
      const typed = [1, 2, 3].flatMap((seed) =>
        KINDS.map((kind) => typedFormOf(seed, edition, kind)),
      );
      const sheets = typed.map((segment, at) => {
        const kind = KINDS[at % 2]!;
        const profile = formProfile(edition, kind, { fiscalYear: 2023 });
        return filledSheet(evaluationSheet({ name: `表${at}`, kind, profile }), segment);
      });
      const [bytes] = recalculated([await entryBook('填报', sheets)]);
      const read = await formsIn('填报.xlsx', bytes!);
      expect(read.map(saidBy)).toEqual(typed.map(saidBy));
      const scored = read.map((segment) => scoresOf(segment, edition));
      expect(scored).toEqual(typed.map((segment) => scoresOf(segment, edition)));
    },
  );

  test('a workbook in which nobody typed has no forms', async () => {
    const bytes = await entryBook('填报', entryWorkbook(edition, []));
    expect(await formsIn('空.xlsx', bytes)).toEqual([]);
  });

  test.each(['docx', 'html', 'xlsx', 'pdf'] as const)(
    'forms that are typed and published are read with the same scores, %s',
    async (format) => {
      const typed = KINDS.map((kind, at) => typedFormOf(at + 4, edition, kind));
      const account = { ...accountsWithPrior(1, edition)[0]!, evaluations: typed };
      const tables = publishedTables(account, edition);
      // Nothing is carried: what is read is what is printed.
      const { publication } = publicationFrom(account, edition, {
        ...{ tables, annex: [], embedded: '' },
      });
      const options = { wordTemplate: null, fontFolder: null, limits: DEFAULT_LIMITS };
      const { bytes } = await drawPublication(publication, format, options);
      const read = await formsIn(`公开.${format}`, bytes);
      expect(read.map(({ title }) => title)).toEqual(typed.map(({ title }) => title));
      const scored = read.map((segment) => scoresOf(segment, edition));
      expect(scored).toEqual(typed.map((segment) => scoresOf(segment, edition)));
    },
  );
});
