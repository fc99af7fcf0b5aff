import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, test } from 'vitest';
import { contributionOfLastYear } from '../../src/accounts/contribution.js';
import { sourcesIn } from '../../src/accounts/from-facts.js';
import { readDocument, readText } from '../../src/pipeline.js';

const SAMPLES = '/work/shared/samples';

function takenFrom(text: string): Readonly<Record<string, string>> {
  const filing = readText('上年.txt', text);
  const sourceOf = sourcesIn('上年.txt', () => null);
  const { inputs } = contributionOfLastYear({ kind: 'filing', filing, sourceOf });
  return Object.fromEntries([...inputs].map(([id, value]) => [id, value.text]));
}

const HEAD = '示例县水务局\n2022年度部门决算公开\n';
const REST =
  '第二部分 2022年度部门决算表\n第三部分 2022年度部门决算情况说明\n一、收入支出决算总体情况说明\n2022年度收入总计100.00万元。\n';

/** A document of these lines below its cover. */
function documentOf(...lines: readonly string[]): string {
  return `${HEAD}${lines.join('\n')}\n`;
}

it('takes lists of duties that begin with （一） whole', () => {
  const list = ['（一）拟订全县水务规划。', '（二）管理水资源。', '（三）建设水利工程。'];
  const flat = takenFrom(
    documentOf(
      '第一部分 概况',
      '一、主要职责',
      ...list,
      '二、机构设置',
      '内设办公室、规划股。',
      REST,
    ),
  );
  expect([flat.duties, flat.organisation]).toEqual([list.join('\n'), '内设办公室、规划股。']);
});

it('takes them where their headings are numbered like their items', () => {
  const list = ['（一）拟订全县水务规划。', '（二）管理水资源。', '（三）建设水利工程。'];
  const deep = takenFrom(
    documentOf(
      '第一部分 概况',
      '一、主要职责及内设机构',
      '（一）主要职责',
      ...list,
      '（二）内设机构',
      '内设办公室、规划股。',
      '二、决算单位构成',
      '纳入2022年度部门决算编制范围的单位共1个。',
      REST,
    ),
  );
  expect([deep.duties, deep.organisation]).toEqual([list.join('\n'), '内设办公室、规划股。']);
});

it('parts a text of both, and leaves what an edition says itself', () => {
  const both = takenFrom(
    documentOf(
      '第一部分 概况',
      '一、主要职责及内设机构',
      '负责全县水务工作。',
      '内设机构有办公室、规划股。',
      '纳入2022年度部门决算编制范围的单位包括：',
      '1. 示例县水利站',
      REST,
      '第四部分 名词解释',
      '一、“三公”经费：指因公出国、用车和接待的费用。',
      '二、“其他收入”：指上述收入以外的收入。',
      '支出增加的主要原因是：项目增多了一些。',
    ),
  );
  expect(both.duties).toBe('负责全县水务工作。');
  expect(both.organisation).toBe('内设机构有办公室、规划股。');
  expect(Object.keys(both).filter((id) => id.startsWith('glossary/'))).toEqual([
    ...['glossary/“三公”经费', 'glossary/其他收入'],
  ]);
});

/** What every sample that says it is taken to say, by the beginning of its lines. */
const TAKEN: Readonly<Record<string, readonly [duties: number, organisation: number]>> = {
  '000': [6, 9],
  '002': [8, 1],
  '003': [11, 60],
  '004': [14, 0],
  r04: [14, 0],
};

test.runIf(existsSync(SAMPLES)).each(Object.entries(TAKEN))(
  'last year’s words of sample %s are taken whole, to be looked at again',
  async (name, lines) => {
    const file = readdirSync(SAMPLES).find((each) => each.startsWith(name))!;
    const read = await readDocument(file, new Uint8Array(readFileSync(join(SAMPLES, file))));
    if ('code' in read) throw new Error(read.code);
    const { filing } = read;
    const { inputs } = contributionOfLastYear({
      ...{ kind: 'filing', filing, sourceOf: sourcesIn(file, () => null) },
    });
    const count = (id: string) => inputs.get(id)?.text.split('\n').length ?? 0;
    expect([count('duties'), count('organisation')]).toEqual(lines);
    expect([...inputs.values()].every(({ toReview }) => toReview)).toBe(true);
  },
);
