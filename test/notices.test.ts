import { expect, test } from 'vitest';
import { Rendition } from '../src/cells/rendition.js';
import { filingFromCells } from '../src/facts/from-cells.js';
import { outcomeOf, statusOfReading } from '../src/pages/outcome.js';
import { checkFiling, readDocument } from '../src/pipeline.js';
import { composeText } from './kit/document.js';
import { KIT_EDITIONS } from './kit/styles.js';
import { PLAIN, pageOf, sitePage } from './web/page-writer.js';

const WHY = { zh: '原因', en: 'why' };

/** A composed account as lines and tables, with one loss said at its end. */
function accountWith(text: string, missing: boolean) {
  const rendition = new Rendition();
  let rows: string[][] = [];
  const table = (): void => {
    if (rows.length > 0) rendition.table(rows.map((row) => row.map(pieceOf)));
    rows = [];
  };
  for (const line of text.split('\n')) {
    if (line.includes('\t')) rows.push(line.split('\t'));
    else {
      table();
      rendition.paragraph([pieceOf(line)]);
    }
  }
  table();
  rendition.lose({ what: '某处', why: WHY, missing });
  return filingFromCells(rendition.finish('a.docx', 'docx'));
}

const pieceOf = (text: string) => ({ text, address: {} });

const page = (text: string, title: string, link: string) => {
  const made = sitePage(pageOf(text, PLAIN), title);
  return made.replace('</body>', `<p>附件：<a href="/1.pdf">${link}.pdf</a></p></body>`);
};

async function pageStatus(source: string) {
  const reading = await readDocument('a.html', new TextEncoder().encode(source));
  if ('code' in reading) throw new Error(reading.code);
  const { filing } = reading;
  return { filing, status: outcomeOf(filing, checkFiling(filing)).status };
}

test.each(KIT_EDITIONS)('%s: a notice is neither unread nor partial', (edition) => {
  const { text } = composeText({ seed: 21, edition, dialect: 'tab' });
  const noted = accountWith(text, false);
  expect([statusOfReading(noted), noted.partial, noted.unread]).toEqual([0, undefined, []]);
  expect(noted.notices).toMatchObject([{ what: '某处', why: WHY }]);
  const lost = accountWith(text, true);
  expect([statusOfReading(lost), lost.partial, lost.notices]).toEqual([3, true, undefined]);
});

test.each(KIT_EDITIONS)('%s: a page that links its own PDF lacks nothing', async (edition) => {
  const { text, truth } = composeText({ seed: 22, edition, dialect: 'tab' });
  const title = `${truth.entity}${truth.fiscalYear}年度部门决算公开`;
  const own = await pageStatus(page(text, title, title));
  expect([own.status, own.filing.partial]).toEqual([0, undefined]);
  expect(own.filing.notices).toMatchObject([{ what: `附件“${title}.pdf”` }]);
});

test('a page that links something else, or shows only a part, does', async () => {
  const { text, truth } = composeText({ seed: 23, edition: 'shanxi', dialect: 'tab' });
  const title = `${truth.entity}${truth.fiscalYear}年度部门决算公开`;
  const lastYear = title.replace(String(truth.fiscalYear), String(truth.fiscalYear - 1));
  for (const link of ['项目支出绩效自评表', lastYear]) {
    const { status, filing } = await pageStatus(page(text, title, link));
    expect([status, filing.partial], link).toEqual([3, true]);
  }
  const lines = text.split('\n');
  const tables = lines.filter((line) => !line.includes('政府性基金'));
  const { filing } = await pageStatus(page(tables.join('\n'), title, title));
  expect(filing.partial).toBe(true);
});

test('a table of headings is not called empty when something was not read', () => {
  const heads = [
    '科目编码',
    '科目名称',
    '年初结转和结余',
    '本年收入',
    '本年支出',
    '年末结转和结余',
  ];
  const build = (missing: boolean, note: string) => {
    const rendition = new Rendition();
    rendition.paragraph([pieceOf('示例市民政局2022年度部门决算')]);
    rendition.paragraph([pieceOf('政府性基金预算财政拨款收入支出决算表')]);
    rendition.table([heads.map(pieceOf)]);
    if (note !== '') rendition.paragraph([pieceOf(note)]);
    for (let blank = 0; blank < 20; blank += 1) rendition.paragraph([pieceOf('又一段。')]);
    rendition.lose({ what: '第9页', why: WHY, missing });
    return filingFromCells(rendition.finish('a.docx', 'docx'));
  };
  const whole = build(false, '').forms;
  expect(whole).toMatchObject([{ form: 'government-managed-funds', empty: true }]);
  const partial = build(true, '');
  expect(partial.forms).toMatchObject([{ form: 'government-managed-funds', empty: false }]);
  expect(partial.unread.map(({ why }) => why.zh).join()).toContain('不能断定这是空表');
  expect(checkFiling({ ...partial, kind: 'final-account' }).findings).toEqual([]);
  const said = build(true, '注：本部门没有政府性基金收支，故本表为空。').forms;
  expect(said).toMatchObject([{ form: 'government-managed-funds', empty: true }]);
});
