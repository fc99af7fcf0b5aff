import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mingzhang, workFolder } from '../house/command.js';
import { ANSWERS, built, contentOf, department, LAST_YEAR, workbook } from './filled.js';

const folder = workFolder();
afterAll(folder.remove);
const at = (name: string) => join(folder.path, name);

/** The edition that last year was published in. */
const SHANXI = ['--edition', 'shanxi-2022'];

let merged = '';
beforeAll(async () => {
  merged = await department(folder.path);
});

const decoded = (parts: Record<string, Uint8Array>, name: string) =>
  new TextDecoder().decode(parts[name]);

/** Last year's document without the account that it carries, changed in its text. */
function lastYear(name: string, change: (xml: string) => string, more = {}): string {
  const parts = unzipSync(new Uint8Array(readFileSync(LAST_YEAR)));
  const shown = Object.entries(parts).filter(([part]) => !part.startsWith('customXml'));
  const document = strToU8(change(decoded(parts, 'word/document.xml')));
  const bytes = zipSync({ ...Object.fromEntries(shown), 'word/document.xml': document, ...more });
  writeFileSync(at(name), bytes);
  return at(name);
}

function build(last: string, out: string, formats = 'docx,html,json') {
  const given = [merged, ...ANSWERS, '--last-year', last];
  return built([...given, '--edition', 'general', '--formats', formats], at(out));
}

it('what nobody sees in last year’s document is listed and not taken over', async () => {
  const people = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const hidden =
    '<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏字甲</w:t></w:r>' +
    '<w:del w:id="901" w:author="张科长"><w:r><w:delText>删去字乙</w:delText></w:r></w:del>' +
    '<w:r><w:commentReference w:id="1"/></w:r>';
  const last = lastYear(
    '藏.docx',
    (xml) => {
      const end = xml.indexOf('</w:r>', xml.indexOf('拟订全县水务发展规划')) + '</w:r>'.length;
      return xml.slice(0, end) + hidden + xml.slice(end);
    },
    {
      'word/comments.xml': strToU8(
        `<w:comments ${people}><w:comment w:id="1" w:author="李处长"><w:p><w:r><w:t>批注字丁` +
          '</w:t></w:r></w:p></w:comment></w:comments>',
      ),
    },
  );
  const { record, names } = await build(last, '藏');
  const traces = record.inputs.flatMap((input) => input.traces.map(({ kind }) => kind));
  expect(traces.sort()).toEqual(['comments', 'hidden-text', 'tracked-changes']);
  const leaks = ['隐藏字甲', '删去字乙', '批注字丁', '张科长', '李处长'];
  for (const name of names.filter((each) => !each.endsWith('.record.json'))) {
    const content = contentOf(join(at('藏'), name));
    expect([name, ...leaks.filter((leak) => content.includes(leak))]).toEqual([name]);
  }
});

describe('last year’s document tells the same', () => {
  it.each(['docx', 'html', 'xlsx', 'txt'])('as %s', async (format) => {
    let last = lastYear('去年.docx', (xml) => xml);
    if (format === 'html' || format === 'xlsx') {
      // Our own drawing of it, without the facts that it carries.
      const made = await built([LAST_YEAR, ...SHANXI, '--formats', format], at('去年'));
      const path = join(at('去年'), made.names.find((name) => name.endsWith(`公开.${format}`))!);
      last = at(`去年.${format}`);
      writeFileSync(last, bare(readFileSync(path), format));
    } else if (format === 'txt') {
      const { stdout } = await mingzhang(['read', last, '--json']);
      last = at('去年.txt');
      writeFileSync(last, JSON.parse(stdout).source.lines.join('\n'));
    }
    const { status, record } = await build(last, `由${format}`, 'html');
    expect([status, record.conflicts]).toEqual([0, []]);
    const missing = record.needs.filter(({ state }) => state === 'missing');
    expect(missing.filter(({ id }) => id.startsWith('prior/'))).toEqual([]);
    expect(record.needs.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['duties', 'organisation', 'contact-phone']),
    );
  });
});

function bare(bytes: Buffer, format: string): Uint8Array {
  if (format === 'html') {
    return strToU8(
      bytes.toString('utf8').replace(/<script type="application[\s\S]*?<.script>/, ''),
    );
  }
  const parts = unzipSync(new Uint8Array(bytes));
  return zipSync(
    Object.fromEntries(Object.entries(parts).filter(([part]) => !part.startsWith('customXml'))),
  );
}

it('an entry workbook tells its year by what is typed', async () => {
  const entry = await workbook(at('填报.xlsx'), {
    基本信息: [
      ['填报项目', '填报内容', '填报说明'],
      ['单位名称', '青禾县渔政站', '全称，与公章一致'],
      ['年度', '2024', '四位数字，如 2023'],
    ],
    支出: [
      ['单位：青禾县渔政站'],
      ['资金性质', '功能分类科目', '部门经济科目', '支出性质', '金额'],
      ['一般公共预算财政拨款', '2130104 事业运行', '30101 基本工资', '基本支出', '1000.00'],
    ],
  });
  const { record } = await built([entry, '--edition', 'general', '--formats', 'html'], at('填报'));
  expect([record.entity, record.fiscalYear]).toEqual(['青禾县渔政站', 2024]);
});

it('the name typed among the basics is whose the books are, where they do not say it', async () => {
  const entry = await workbook(at('只在基本信息.xlsx'), {
    基本信息: [
      ['填报项目', '填报内容', '填报说明'],
      ['单位名称', '青禾县渔政站', '全称，与公章一致'],
      ['年度', '2024', '四位数字，如 2023'],
    ],
    支出: [
      ['资金性质', '功能分类科目', '部门经济科目', '支出性质', '金额'],
      ['一般公共预算财政拨款', '2130104 事业运行', '30101 基本工资', '基本支出', '1000.00'],
    ],
  });
  const { record } = await built([entry, '--edition', 'general', '--formats', 'html'], at('基本'));
  expect([record.entity, record.fiscalYear]).toEqual(['青禾县渔政站', 2024]);
});
