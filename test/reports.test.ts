import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { staleDocs } from '../scripts/docs.js';
import { EDITIONS } from '../src/editions/catalogue.js';
import type { CheckResult, Finding } from '../src/findings/model.js';
import { displayWidth } from '../src/pages/display-width.js';
import { pageFromEdition, pageFromEditions } from '../src/pages/from-editions.js';
import { pageFromFiling } from '../src/pages/from-filing.js';
import { pageFromFindings } from '../src/pages/from-findings.js';
import { pageFromRule, pageFromRules } from '../src/pages/from-rules.js';
import { groupByCause } from '../src/pages/group-by-cause.js';
import type { Lang, Page } from '../src/pages/model.js';
import { groupName, groupOf } from '../src/pages/rule-groups.js';
import { renderHtml } from '../src/pages/to-html.js';
import { renderMarkdown } from '../src/pages/to-markdown.js';
import { renderText } from '../src/pages/to-text.js';
import { CATALOGUE } from '../src/rules/catalogue.js';
import { at, FILING, finding, INCOME_TOTAL, RESULT, SOURCE_LINES } from './reports/case.js';
import { contrastPairs } from './reports/contrast.js';
import { htmlFaults } from './reports/html-faults.js';

const LANGS: readonly Lang[] = ['zh', 'en'];

/** Plain text is its own address. */
const PLAIN = () => null;

function report(lang: Lang, result: CheckResult = RESULT): Page {
  return pageFromFindings(FILING, result, { lines: SOURCE_LINES, locate: PLAIN }, lang);
}

function only(...findings: readonly Finding[]): CheckResult {
  return { ...RESULT, findings, undecided: [] };
}

const NO_COLOUR = { color: false, width: 90 } as const;
const ANSI = /\u001b\[[0-9;]*m/g;

describe('the whole report, as committed', () => {
  for (const lang of LANGS) {
    test(`check in a terminal, ${lang}`, async () => {
      const text = renderText(report(lang), NO_COLOUR);
      await expect(text).toMatchFileSnapshot(`reports/golden/check.${lang}.txt`);
    });

    test(`check --html, ${lang}`, async () => {
      const html = renderHtml(report(lang));
      await expect(html).toMatchFileSnapshot(`reports/golden/check.${lang}.html.txt`);
    });

    test(`read in a terminal, ${lang}`, async () => {
      const text = renderText(pageFromFiling(FILING, PLAIN, lang), NO_COLOUR);
      await expect(text).toMatchFileSnapshot(`reports/golden/read.${lang}.txt`);
    });
  }

  test('check --verbose', async () => {
    const text = renderText(report('zh'), { ...NO_COLOUR, verbose: true });
    await expect(text).toMatchFileSnapshot('reports/golden/check-verbose.zh.txt');
  });
});

describe('every page can be read aloud', () => {
  const pages = (lang: Lang): readonly Page[] => [
    report(lang),
    report(lang, only()),
    pageFromFiling(FILING, PLAIN, lang),
    pageFromFiling(
      { ...FILING, entity: null, fiscalYear: null, edition: null, unit: null },
      PLAIN,
      lang,
    ),
    pageFromRules(CATALOGUE, lang),
    ...CATALOGUE.map((rule) => pageFromRule(rule, lang)),
    pageFromEditions(EDITIONS, lang),
    ...EDITIONS.map((edition) => pageFromEdition(edition, lang)),
  ];
  for (const lang of LANGS) {
    test(`no program values, keys or unfilled blanks in ${lang}`, () => {
      for (const page of pages(lang)) {
        for (const text of [renderText(page, { verbose: true }), renderMarkdown(page)]) {
          expect(text).not.toMatch(/undefined|NaN|\[object|\bnull\b|\{\}/);
          expect(text).not.toMatch(/\b(?:income|expenditure|figure)\/[a-z]/);
          expect(text.endsWith('\n')).toBe(true);
        }
      }
    });

    test(`HTML in ${lang} is whole and fetches nothing`, () => {
      for (const page of pages(lang)) expect(htmlFaults(renderHtml(page))).toEqual([]);
    });
  }

  test('an English page has no Chinese words of ours', () => {
    const bare = {
      ...FILING,
      ...{ file: 'a.txt', entity: 'X', entities: [], forms: [], sections: [], unread: [] },
    };
    const page = pageFromFindings(
      bare,
      { ...RESULT, findings: [] },
      { lines: [], locate: PLAIN },
      'en',
    );
    expect(renderText(page)).not.toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('the terminal report', () => {
  const text = renderText(report('zh'), NO_COLOUR);

  test('carets stand under exactly the place, counted in columns', () => {
    const lines = text.split('\n');
    const under = lines.flatMap((line, index) => {
      const caret = /^[\s|-]*(\^+)/.exec(line);
      if (!caret) return [];
      const start = line.indexOf('^');
      return [columns(lines[index - 1] ?? '', start, start + caret[1]!.length)];
    });
    expect(under).toEqual(['49,288,702.68', '4,928.48', '12.5']);
  });

  test('errors come first, then warnings; notes are a count unless asked for', () => {
    const order = [...text.matchAll(/^(错误|警告|提示) \d+ {2}/gm)].map(([, word]) => word);
    expect(order).toEqual(['错误', '错误', '警告']);
    expect(text).toContain('另有 1 条提示（加 --verbose 逐条列出）');
    expect(renderText(report('zh'), { ...NO_COLOUR, verbose: true })).toContain('提示 4  ');
  });

  test('a consequence is folded under its cause and not counted', () => {
    expect(text).toContain('由此引起的另 1 处不一致：');
    expect(text).toContain('共 2 处错误、1 处警告、1 条提示，另有 1 处随之不一致');
  });

  test('fits every width and says the same in colour', () => {
    for (const width of [40, 60, 80, 100, 120]) {
      const page = report('zh');
      const plain = renderText(page, { width });
      const coloured = renderText(page, { width, color: true });
      expect(coloured.replace(ANSI, '')).toBe(plain);
      expect(plain).not.toMatch(/\u001b/);
      for (const line of plain.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
    }
  });

  test('escape sequences of the document never reach the terminal', () => {
    const verbose = renderText(report('zh'), { verbose: true });
    expect(verbose).toContain('·[31mred·[0m ·gnirts');
    expect(verbose).not.toMatch(/[\u001b\u202e]/);
  });

  test('a blank cell has a caret of its own', () => {
    const blank = { ...INCOME_TOTAL, line: 10, from: 35, to: 35, text: '' };
    expect(SOURCE_LINES[9]!.length).toBe(40);
    const inside = { ...blank, from: 40, to: 40 };
    const page = report('zh', only(finding({ ...EMPTY, places: [inside] })));
    expect(renderText(page)).toMatch(/1,292,767\.52 \|\n {5}\| {58}\^\n/);
    expect(renderHtml(page)).toContain('<mark class="error blank" id="p10-40-40"></mark>');
    const within = report('zh', only(finding({ ...EMPTY, places: [blank] })));
    expect(renderText(within)).not.toContain('^');
  });

  test('a place of a reference document marks no line here', () => {
    const place = { page: null, line: 9, from: 4, to: 10, text: '777.77' };
    const elsewhere = { file: '上年.txt', address: { line: 9 } };
    const places = [at(14, '27'), { ...place, elsewhere }];
    const page = report('zh', only(finding({ ...EMPTY, places })));
    expect(renderText(page)).toContain('上年.txt 第 9 行');
    expect(renderText(page)).toContain('【777.77】');
    expect(renderHtml(page)).not.toContain('id="p9-');
  });
});

const EMPTY = {
  id: 'a',
  rule: 'a.b',
  message: { zh: '不一致，请核实', en: 'disagree' },
  places: [],
};

/** The text between two terminal columns. */
function columns(line: string, from: number, to: number): string {
  let at = 0;
  let out = '';
  for (const char of line) {
    if (at >= from && at < to) out += char;
    at += displayWidth(char);
  }
  return out;
}

describe('what the report concludes', () => {
  const conclude = (result: CheckResult, kind = FILING.kind, unread = FILING.unread) =>
    renderText(
      pageFromFindings(
        { ...FILING, kind, unread },
        result,
        { lines: SOURCE_LINES, locate: PLAIN },
        'zh',
      ),
    );

  test('exit status 1 with an error, 3 when something was not read, 0 otherwise', () => {
    expect(conclude(RESULT)).toContain('退出状态 1：有错误，请核实。');
    expect(conclude(only())).toContain('退出状态 3：有内容没有读出');
    expect(conclude(only(), 'final-account', [])).toContain('退出状态 0：没有错误。');
  });

  test('a budget is named and nothing in it is checked', () => {
    const none = { holds: 0, roundingConsistent: 0, fails: 0, undecided: 0, notApplicable: 80 };
    const text = conclude({ rules: none, findings: [], undecided: [] }, 'budget', []);
    expect(text).toContain('这份文件是预算公开，不是决算公开');
    expect(text).not.toContain('未发现不一致');
    expect(text).toContain('没有核对。退出状态 0');
  });

  test('a final account without findings says how many instances hold', () => {
    const rules = { ...RESULT.rules, fails: 0, undecided: 0 };
    const text = conclude({ rules, findings: [], undecided: [] }, 'final-account', []);
    expect(text).toContain('能够核对的 213 处全部成立（其中 3 处为四舍五入尾差）');
  });

  test('chains of causes end at their root; a circle accuses nobody twice', () => {
    const chain = [
      finding({ ...EMPTY, id: 'c', cause: 'b' }),
      finding({ ...EMPTY, id: 'b', cause: 'a' }),
      finding({ ...EMPTY, id: 'a' }),
      finding({ ...EMPTY, id: 'lost', cause: 'gone' }),
      finding({ ...EMPTY, id: 'x', cause: 'y' }),
      finding({ ...EMPTY, id: 'y', cause: 'x' }),
    ];
    const roots = groupByCause(chain).map(({ root, following }) => [
      root.id,
      following.map(({ id }) => id).join(),
    ]);
    expect(Object.fromEntries(roots)).toEqual({ a: 'c,b', lost: '', x: '', y: '' });
  });

  test('no error hides under a warning', () => {
    const hidden = [
      finding({ ...EMPTY, id: 'a', severity: 'warning' }),
      finding({ ...EMPTY, id: 'b', severity: 'error', cause: 'a' }),
    ];
    expect(groupByCause(hidden)[0]?.severity).toBe('error');
  });
});

describe('the HTML report', () => {
  const html = renderHtml(report('zh'));

  test('findings and source lead to each other without script', () => {
    expect(html).toContain('<a href="#p9-4-17">第 9 行 · 收入决算表“合计”本年收入合计</a>');
    expect(html).toContain('<mark class="error" id="p9-4-17">49,288,702.68</mark>');
    expect(html).toMatch(/id="p9-4-17">49,288,702\.68<\/mark><a class="ref error" href="#f1"/);
  });

  test('tabbed lines are a table, prose is not', () => {
    expect(html).toContain('<th scope="row" class="no">10</th><td>208</td>');
    expect(html).toMatch(/<div class="ln"><span class="no">17<\/span>/);
  });

  test('the words of the document are text, never markup', () => {
    expect(html).toContain('&lt;业务&gt;');
    expect(html).toContain('&amp; &quot;quoted&quot; &lt;b&gt;');
  });

  test('colours can be read in both modes', () => {
    const pairs = contrastPairs(html);
    expect(pairs.length).toBeGreaterThan(20);
    expect(pairs.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
  });

  test('a long document shows what surrounds its marks', () => {
    const lines = Array.from({ length: 30_000 }, (_, index) => `第${index + 1}行文字`);
    const place = { page: null, line: 20_000, from: 0, to: 3, text: lines[19_999]!.slice(0, 3) };
    const result = only(finding({ ...EMPTY, places: [place] }));
    const long = renderHtml(pageFromFindings(FILING, result, { lines, locate: PLAIN }, 'zh'));
    expect(long).toContain('<span class="no">20000</span>');
    expect(long).not.toContain('<span class="no">10000</span>');
    expect(long.length).toBeLessThan(60_000);
  });
});

describe('the manual of the rules', () => {
  test('docs/rules has a page for every rule, up to date, and no other', () => {
    expect(staleDocs(), 'run `npm run docs`').toEqual([]);
  });

  test('a missing page, an edited page and an orphan are noticed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mingzhang-docs-'));
    const docs = new Map([
      ['a.md', 'a'],
      ['b.md', 'b'],
      ['c.md', 'c'],
    ]);
    for (const [name, text] of [
      ['a.md', 'a'],
      ['b.md', 'B'],
      ['old.md', ''],
    ] as const) {
      writeFileSync(join(folder, name), text);
    }
    expect(staleDocs(folder, docs)).toEqual(['b.md', 'c.md', 'old.md']);
    rmSync(folder, { recursive: true });
  });

  test('every group of rules has a name in both languages', () => {
    for (const rule of CATALOGUE) {
      for (const lang of LANGS) expect(groupName(groupOf(rule), lang), rule.id).not.toBeNull();
    }
  });
});
