import { describe, expect, it } from 'vitest';
import { draftOf, type Remark } from './draft.js';
import type { CellReference, Publication, PublicationBlock } from './model.js';

const ABOUT: CellReference = {
  form: 'income',
  ...{ key: 'total', column: 'current-year', side: null, measure: 'reported' },
};

const TABLE: PublicationBlock = {
  ...{ kind: 'table', id: 'income', form: 'income', number: null, title: '收入决算表', level: 2 },
  ...{
    orientation: 'portrait',
    entityLine: null,
    yearLine: null,
    unitLine: null,
    widths: [0.5, 0.5],
  },
  ...{ head: [], notes: [], ownPage: true, description: '' },
  body: [
    [
      { text: '合计', align: 'start' },
      { text: '1.00', align: 'end', about: ABOUT },
    ],
  ],
};

function publication(...blocks: PublicationBlock[]): Publication {
  return {
    entity: '示例局',
    fiscalYear: 2023,
    edition: 'general',
    title: '决算',
    blocks,
    embedded: '',
  };
}

function remark(part: Partial<Remark>): Remark {
  return { label: '1', text: '不一致', cells: [], words: [], ...part };
}

const NOTICE = { title: '草稿', lines: ['不得公开'] };

describe('a draft', () => {
  it('says in front what has to be looked at', () => {
    const [notice] = draftOf(publication(), NOTICE, [remark({})]).blocks;
    expect(notice).toEqual({ kind: 'notice', title: '草稿', lines: ['不得公开', '1. 不一致'] });
  });

  it('marks the cell that a remark speaks of', () => {
    const [, table] = draftOf(publication(TABLE), NOTICE, [remark({ cells: [ABOUT] })]).blocks;
    expect(table).toMatchObject({ body: [[{ text: '合计' }, { text: '1.00', mark: '1' }]] });
  });

  it('marks the words that a remark speaks of, over several runs', () => {
    const block: PublicationBlock = {
      kind: 'paragraph',
      style: 'body',
      runs: [{ text: '收入合计' }, { text: '1.00', about: ABOUT }, { text: '万元。' }],
    };
    const words = [{ paragraph: '收入合计1.00万元。', from: 2, to: 10 }];
    const [, marked] = draftOf(publication(block), NOTICE, [remark({ words })]).blocks;
    expect(marked).toMatchObject({
      runs: [{ text: '收入' }, { text: '合计1.00万元', mark: '1' }, { text: '。' }],
    });
  });

  it('leaves alone what no remark speaks of, and what is marked already', () => {
    const block: PublicationBlock = {
      kind: 'paragraph',
      style: 'body',
      runs: [{ text: '一二三' }],
    };
    const at = (from: number, to: number) => [{ paragraph: '一二三', from, to }];
    const [, marked] = draftOf(publication(block), NOTICE, [
      remark({ label: '1', words: at(0, 2) }),
      remark({ label: '2', words: at(1, 3) }),
      remark({ label: '3', words: [{ paragraph: '别的', from: 0, to: 1 }] }),
    ]).blocks;
    expect(marked).toMatchObject({ runs: [{ text: '一二', mark: '1' }, { text: '三' }] });
  });
});
