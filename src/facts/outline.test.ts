import { describe, expect, it } from 'vitest';
import { linePlace } from '../base/place.js';
import type { TextLine } from '../cells/model.js';
import { outline } from './outline.js';

function lines(text: string): readonly TextLine[] {
  return text.split('\n').flatMap((line, index) => {
    const place = linePlace(index + 1, 0, line.length, line);
    return line.trim() === '' ? [] : [{ kind: 'line' as const, text: line, place }];
  });
}

function titles(text: string, fiscalYear: number | null = null): readonly string[] {
  return outline(lines(text), fiscalYear).sections.map(
    ({ title, level, part, fiscalYear: year }) =>
      `${level} ${part} ${title}${year ? ` ${year}` : ''}`,
  );
}

function texts(text: string): readonly string[] {
  return outline(lines(text)).passages.map((passage) => passage.text);
}

describe('headings', () => {
  it('are told from sentences that begin with a number', () => {
    expect(
      titles(`第三部分 情况说明
一、收入支出决算总体情况说明
（一）收入总计 120 万元，包括：
(二) 年末结转和结余情况。
1、因公出国（境）费支出0元。
（1）预算绩效管理工作的开展情况
二、支出决算情况说明`),
    ).toEqual([
      '1 narrative 第三部分 情况说明',
      '2 narrative 一、收入支出决算总体情况说明',
      '3 narrative (二) 年末结转和结余情况',
      '2 narrative 二、支出决算情况说明',
    ]);
  });

  it.each([
    ['第一部分 单位概况', 'overview'],
    ['第二部分　２０２２年度部门决算表', 'tables'],
    ['第二部分 2022年度部门决算情况说明', 'narrative'],
    ['第四部分 专业名词解释', 'glossary'],
    ['第五部分 附 件', 'annex'],
    ['第六部分 联系方式', 'other'],
  ])('%s is of part %s', (title, part) => {
    expect(titles(title)).toEqual([`1 ${part} ${title}`]);
  });

  it('of a glossary are its entries', () => {
    expect(titles('第四部分 名词解释\n一、财政拨款收入：指本级财政拨款。\n二、事业收入')).toEqual([
      '1 glossary 第四部分 名词解释',
    ]);
  });

  it('need no 第X部分 around them', () => {
    expect(titles('一、收入支出决算总体情况说明\n二、单位职责')).toEqual([
      '2 narrative 一、收入支出决算总体情况说明',
      '2 overview 二、单位职责',
    ]);
  });
});

describe('the table of contents', () => {
  const body = '第一部分 概况\n一、主要职责\n负责本市水务工作。';

  it('ends where its first entry comes again', () => {
    const text = `某某局\n目 录\n第一部分 概况....1\n一、主要职责\t2\n第二部分 情况说明 3\n${body}`;
    expect(titles(text)).toEqual([
      '1 cover ',
      '1 contents 目录',
      '1 overview 第一部分 概况',
      '2 overview 一、主要职责',
    ]);
  });

  it('ends where the parts begin anew under other words', () => {
    expect(titles(`目录\n第一部分 基本情况\n第二部分 说明\n${body}`)).toEqual([
      '1 contents 目录',
      '1 overview 第一部分 概况',
      '2 overview 一、主要职责',
    ]);
  });
});

describe('years', () => {
  it('other than the document’s belong to the section and to what it holds', () => {
    const text = `第五部分 附件
某某局 2021 年部门整体支出
绩效评价报告
一、部门情况
2021年支出766万元。
第六部分 附表`;
    expect(titles(text, 2022)).toEqual([
      '1 annex 第五部分 附件',
      '2 annex 某某局 2021 年部门整体支出绩效评价报告 2021',
      '3 annex 一、部门情况 2021',
      '1 tables 第六部分 附表',
    ]);
  });

  it('of the document are not said again', () => {
    expect(titles('第三部分 2022年度部门决算情况说明', 2022)).toEqual([
      '1 narrative 第三部分 2022年度部门决算情况说明',
    ]);
  });
});

describe('paragraphs', () => {
  it('join lines that a page break parts, and leave out what stands between', () => {
    expect(
      texts(`一、支出决算情况说明
其中，人员经费3,431,337.67元，日常公用经费446,653.95元，占比

- 3 -

14.05%；项目支出0元。`),
    ).toEqual([
      '其中，人员经费3,431,337.67元，日常公用经费446,653.95元，占比14.05%；项目支出0元。',
    ]);
  });

  it('find the way back from an offset to line and column', () => {
    const { passages } = outline(
      lines('一、说明\n  全年支出总计与去年相比有所增长并增加了人员经费共计12,\n   345.6元。'),
    );
    expect(passages[0]!.text).toBe(
      '全年支出总计与去年相比有所增长并增加了人员经费共计12,345.6元。',
    );
    expect(passages[0]!.pieces).toEqual([
      { start: 0, line: 2, from: 2 },
      { start: 28, line: 3, from: 3 },
    ]);
  });

  it('stay apart at items, captions and finished sentences', () => {
    const text = `一、说明
2022年度收入合计100元，其中：
财政拨款收入100元，占比100%；
1、因公出国费0元。
收入结构图
本年支出100元。`;
    expect(texts(text)).toHaveLength(5);
  });

  it('know a count that wrapping put at the head of a line', () => {
    const wide = (text: string) => text.padEnd(38, '甲');
    const wrapped = Array.from({ length: 12 }, (_, i) => wide(`本单位负责第${i + 10}类工作`));
    wrapped.push(`${'乙'.repeat(28)}因是6、补助减少5元；`);
    const text = `一、说明\n${wrapped.join('\n')}\n7、补助减少了7元。`;
    expect(texts(text).at(-1)).toContain('7、补助');
    expect(texts(text)).toHaveLength(1);
  });

  it('lose the running title of every page', () => {
    const page = (n: number) => `某某局2022年部门决算公开报告\n本单位负责第${n}项工作。`;
    expect(texts(`一、说明\n${page(1)}\n${page(2)}\n${page(3)}`)).toEqual([
      '本单位负责第1项工作。',
      '本单位负责第2项工作。',
      '本单位负责第3项工作。',
    ]);
  });
});
