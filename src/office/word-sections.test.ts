import { expect, it } from 'vitest';
import type { PublicationBlock, PublishedTable } from '../publications/model.js';
import { sectionsOf } from './word-sections.js';

function table(orientation: PublishedTable['orientation'], ownPage: boolean): PublicationBlock {
  return {
    ...{ kind: 'table', form: 'income', id: 'table', number: null, title: '样表', level: 3 },
    ...{ description: '样表', declaredUnit: '元' },
    ...{ entityLine: null, yearLine: null, unitLine: null, notes: [] },
    ...{ orientation, ownPage, widths: [1], head: [], body: [] },
  } as PublishedTable;
}

function heading(level: 1 | 2, text: string): PublicationBlock {
  return { kind: 'heading', level, id: text, text };
}

const COVER: PublicationBlock = { kind: 'cover', titles: ['样板局'], lines: [] };
const NOTICE: PublicationBlock = { kind: 'notice', title: '草稿', lines: [] };
const CONTENTS: PublicationBlock = { kind: 'contents', title: '目录' };

function shown(...blocks: readonly PublicationBlock[]): readonly string[] {
  return sectionsOf(blocks).map(
    ({ paper, isCover, blocks: seated }) =>
      `${isCover ? 'cover' : paper}: ${seated
        .map(({ block, breaksPage }) => `${breaksPage ? '/ ' : ''}${block.kind}`)
        .join(' ')}`,
  );
}

it('sets headings on the page of the table that lies below them', () => {
  expect(
    shown(
      heading(1, '第五部分 附件'),
      heading(2, '附件1'),
      table('landscape', false),
      table('landscape', false),
    ),
  ).toEqual(['lying: heading heading table table']);
  expect(shown(heading(1, '第二部分'), table('portrait', true), table('landscape', true))).toEqual([
    'upright: heading table',
    'lying: table',
  ]);
});

it('leaves a small table in the text where it stands', () => {
  expect(shown(heading(1, '第一部分'), heading(2, '一、'), table('portrait', false))).toEqual([
    'text: heading heading table',
  ]);
});

it('numbers neither the cover nor the mark of a draft before it', () => {
  expect(shown(NOTICE, COVER, CONTENTS, heading(1, '第一部分'))).toEqual([
    'cover: notice',
    'cover: cover',
    'text: contents / heading',
  ]);
});
