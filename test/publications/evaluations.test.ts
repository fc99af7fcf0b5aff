import { describe, expect, test } from 'vitest';
import type { EvaluationForm } from '../../src/facts/evaluation-model.js';
import type { EvaluationSegment } from '../../src/facts/model.js';
import { publicationWord } from '../../src/office/publication-word.js';
import { publicationWorkbook } from '../../src/office/publication-workbook.js';
import { type Reading, readDocument, readText } from '../../src/pipeline.js';
import { publishedEvaluation } from '../../src/publications/evaluation-table.js';
import type { Publication } from '../../src/publications/model.js';
import { publicationHtml } from '../../src/publications/to-html.js';
import { APPRAISALS } from '../faults/specimens.js';
import { drawAppraised, printAppraised } from '../kit/appraisal-document.js';
import { faultsOf } from '../office/word-package-check.js';

/** What a form says, without where; what else its rows were read as is not compared. */
function said({ form, title, content }: EvaluationSegment): unknown {
  const { statements: _, funds, ...rest } = content satisfies EvaluationForm;
  // A form of sources without columns that tell what they are keeps them as words.
  const known = new Set(funds.flatMap(({ columnId }) => columnId ?? []));
  return JSON.parse(
    JSON.stringify({ form, title, ...rest, ...(known.size > 1 ? { funds } : {}) }, (key, value) =>
      key === 'place' ? undefined : value,
    ),
  );
}

function publicationOf(evaluations: readonly EvaluationSegment[]): Publication {
  return {
    entity: '示例局',
    fiscalYear: 2023,
    edition: 'general',
    title: '示例局2023年度部门决算',
    embedded: '{}',
    blocks: [
      { kind: 'heading', level: 1, id: 'annex', text: '第五部分 附件' },
      ...evaluations.map(publishedEvaluation),
    ],
  };
}

describe.each(APPRAISALS.map((one) => [`${one.edition} ${one.layout}`, one] as const))(
  'forms of %s',
  (_, { edition, layout, department }) => {
    test('say the same as a page, as sheets and as a Word file', async () => {
      const request = { seed: 2, edition, layout, department, dialect: 'tab' } as const;
      const { evaluations } = readText('a.txt', printAppraised(drawAppraised(request)));
      expect(evaluations.length).toBeGreaterThan(1);
      const publication = publicationOf(evaluations);
      const page = new TextEncoder().encode(publicationHtml(publication));
      const book = await publicationWorkbook(publication);
      const word = await publicationWord(publication);
      expect(faultsOf(word)).toEqual([]);
      for (const [name, bytes] of [
        ['a.html', page],
        ['a.xlsx', book],
        ['a.docx', word],
      ] as const) {
        const { filing } = (await readDocument(name, bytes)) as Reading;
        expect(filing.evaluations.map(said), name).toEqual(evaluations.map(said));
      }
    });
  },
);
