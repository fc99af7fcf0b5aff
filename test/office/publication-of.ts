import type {
  Publication,
  PublicationBlock,
  PublishedCell,
  PublishedChart,
  PublishedTable,
} from '../../src/publications/model.js';
import {
  columnWidths,
  type RichBlock,
  type RichDocument,
  type RichParagraph,
  type RichTable,
} from '../formats/rich-document.js';

/** An invented account as a publication, so that what a format says can be held to its truth. */
export function publicationOf(document: RichDocument, embedded = '{"format":"x"}'): Publication {
  return {
    entity: document.entity,
    fiscalYear: 2023,
    edition: 'general',
    title: `${document.entity}决算`,
    blocks: blocksOf(document.blocks),
    embedded,
  };
}

/** Two shapes of charts, invented. */
export const CHARTS: readonly PublishedChart[] = [
  {
    kind: 'chart',
    id: 'income-compared',
    title: '收入支出与上年对比图',
    shape: 'bars',
    unit: '万元',
    categories: ['收入总计', '支出总计'],
    series: [
      { name: '上年', values: ['1234.56', '1234.56'] },
      { name: '本年', values: ['1399.08', '1399.08'] },
    ],
    description: '收入总计与支出总计都比上年多。',
  },
  {
    kind: 'chart',
    id: 'structure',
    title: '支出结构图',
    shape: 'pie',
    unit: '万元',
    categories: ['一般公共服务支出', '社会保障和就业支出', '卫生健康支出'],
    series: [{ name: '本年', values: ['1034.56', '134.50', '80.12'] }],
    description: '一般公共服务支出最多。',
  },
];

function blocksOf(blocks: readonly RichBlock[]): readonly PublicationBlock[] {
  const made: PublicationBlock[] = [];
  const cover: string[] = [];
  let frames: string[] = [];
  let title: string | null = null;
  let contents = false;
  for (const block of blocks) {
    if (block.kind === 'table') {
      made.push(tableOf(block, title ?? '', frames, made.length));
      [title, frames] = [null, []];
      continue;
    }
    const { role, text } = block;
    if (role === 'cover') cover.push(text);
    else if (role === 'contents') {
      if (!contents) made.push({ kind: 'contents', title: '目录' });
      contents = true;
    } else if (role === 'title') title = text;
    else if (role === 'frame') frames.push(text);
    else if (role === 'note') addNote(made, text);
    else made.push(paragraphOf(block, made.length));
  }
  const [first, ...lines] = cover;
  return [{ kind: 'cover', titles: [first ?? ''], lines }, ...made];
}

function addNote(made: PublicationBlock[], text: string): void {
  const last = made.at(-1);
  if (last?.kind === 'table') made.splice(-1, 1, { ...last, notes: [...last.notes, text] });
  else made.push({ kind: 'paragraph', style: 'note', runs: [{ text }] });
}

function paragraphOf({ role, text }: RichParagraph, at: number): PublicationBlock {
  const id = `h${at}`;
  if (role === 'part') return { kind: 'heading', level: 1, id, text };
  // A heading that the sentence below it runs on from is no entry of the contents.
  if (role !== 'heading' || text.endsWith('。'))
    return { kind: 'paragraph', style: 'body', runs: [{ text }] };
  const level = /^[一二三四五六七八九十]+、/.test(text) ? 2 : /^（/.test(text) ? 3 : 4;
  return { kind: 'heading', level, id, text };
}

function tableOf(
  table: RichTable,
  title: string,
  frames: readonly string[],
  at: number,
): PublishedTable {
  const widths = columnWidths(table, 16);
  const sum = widths.reduce((total, width) => total + width, 0);
  const rows = table.rows.map(({ cells }, y) =>
    cells
      .filter(({ covered }) => !covered)
      .map((cell): PublishedCell => {
        const { text, colspan, rowspan, kind } = cell;
        const head = y < table.headingRows;
        const align = kind === 'label' ? (head ? 'center' : 'start') : 'end';
        return { text, colspan, rowspan, align, ...(head ? { heads: 'column' } : {}) };
      }),
  );
  const find = (pattern: RegExp): string | null => frames.find((f) => pattern.test(f)) ?? null;
  return {
    kind: 'table',
    id: `t${at}`,
    form: null,
    number: find(/^(?:公开|附件|表)/),
    title,
    level: 2,
    orientation: table.columns > 7 ? 'landscape' : 'portrait',
    entityLine: find(/部门|编制单位|单位名称/),
    yearLine: find(/^\d{4}年度?$/),
    unitLine: find(/金额单位|^单位：/),
    widths: widths.map((width) => width / sum),
    head: rows.slice(0, table.headingRows),
    body: rows.slice(table.headingRows),
    notes: [],
    ownPage: true,
    description: title,
  };
}
