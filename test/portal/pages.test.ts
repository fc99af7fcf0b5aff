import fc from 'fast-check';
import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { accountPage } from '../../src/portal/account-page.js';
import { differencePage } from '../../src/portal/difference-page.js';
import { failurePage } from '../../src/portal/failure-page.js';
import { homePage } from '../../src/portal/home-page.js';
import { numberPage } from '../../src/portal/number-page.js';
import { rulePage } from '../../src/portal/reference-pages.js';
import { deadlinePage } from '../../src/portal/region-page.js';
import { pathOf, type Route, routeOf } from '../../src/portal/routes.js';
import { searchPage } from '../../src/portal/search-page.js';
import { CATALOGUE } from '../../src/rules/catalogue.js';
import { ACCOUNT, about, HEAD } from './invented-account.js';
import {
  BARE_PAGES,
  DEADLINE,
  DIFFERENCE,
  HOME,
  NUMBER,
  PAGES,
  SEARCH,
  visitOf,
} from './invented-pages.js';
import { elementsIn, pageFaults, textIn } from './validator.js';

const LANGS = ['zh', 'en'] as const;

describe('every page', () => {
  const all = [
    ...Object.entries(PAGES),
    ...Object.entries(BARE_PAGES).map(([name, draw]) => [`${name}, bare`, draw] as const),
  ];
  test.each(all)('%s is valid in both languages', (_, draw) => {
    for (const lang of LANGS) {
      const markup = draw(visitOf(lang, 'dark', { contact: null, api: null, workbench: null }));
      expect(pageFaults(markup)).toEqual([]);
      expect(pageFaults(draw(visitOf(lang)))).toEqual([]);
      const text = textIn(parse(markup));
      expect(text).not.toMatch(/undefined|NaN|\[object|\bnull\b|\{\}|\{[a-z]+\}(?!\/|\n|$)/);
    }
  });

  test('of every rule too', () => {
    for (const [index, rule] of CATALOGUE.entries()) {
      expect(pageFaults(rulePage(rule, visitOf(LANGS[index % 2]!)))).toEqual([]);
    }
  });

  test('leads only to addresses of ours', () => {
    const allowed =
      /^(?:#|https:\/\/example\.invalid|data:,|\/assets\/|\/api\b|\/workbench\b|\/data\/)/;
    for (const draw of Object.values(PAGES)) {
      const links = elementsIn(parse(draw(visitOf('zh')))).flatMap(({ attrs }) =>
        attrs.filter(({ name }) => name === 'href' || name === 'action'),
      );
      for (const { value } of links) {
        const [address = ''] = value.split('#');
        if (!allowed.test(value)) expect(routeOf(address), value).not.toBeNull();
      }
    }
  });

  test('an English page speaks Chinese only where documents and names do', () => {
    for (const name of ['accessibility', 'failure', 'glossary'] as const) {
      const tree = parse(PAGES[name]!(visitOf('en', 'auto', { place: 'X', owner: 'Y' })));
      const chinese = elementsIn(tree).filter(
        ({ attrs, childNodes }) =>
          childNodes.some((node) =>
            /[\u4e00-\u9fff]/.test(node.nodeName === '#text' ? textIn(node) : ''),
          ) &&
          !attrs.some(({ name: key, value }) => /^lang$/.test(key) && value === 'zh-CN') &&
          !attrs.some(({ name: key }) => key === 'aria-hidden'),
      );
      expect(chinese.map(textIn)).toEqual([]);
    }
  });
});

/** Text that would break out of anything that does not escape it. */
const HOSTILE = fc.oneof(
  fc.constantFrom(
    ...['</title><script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onclick='x"],
    ...[
      'javascript:alert(1)',
      '</textarea></select><style>',
      '<!--',
      ']]>',
      '&lt;',
      '\u202e\u0000',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

describe('hostile words', () => {
  const safe = (markup: string) => {
    // Parse errors that only say which characters occur are no way out.
    const faults = pageFaults(markup).filter(
      (fault) =>
        !/^id |control-char|noncharacter|surrogate|empty heading|empty th|without name/.test(fault),
    );
    expect(faults).toEqual([]);
  };

  test('never break out of a page', () => {
    const visit = visitOf('zh', 'auto', { contact: '<i>' });
    fc.assert(
      fc.property(HOSTILE, HOSTILE, (a, b) => {
        const unit = { code: a, name: b, region: a, sector: b };
        const head = { ...HEAD, unit, ancestors: [{ code: b, name: a }] };
        const message = { zh: a, en: b };
        const findings = ACCOUNT.findings.map((each) => ({ ...each, message, rule: b }));
        const documents = ACCOUNT.documents.map((each) => ({ ...each, name: a }));
        const blocks = ACCOUNT.blocks.slice(0, 8).map((block) => {
          if (block.kind === 'heading') return { ...block, text: a, id: b };
          if (block.kind !== 'table') return block;
          const body = [[{ text: a, align: 'start', about: about('income', a, b) } as const]];
          return { ...block, title: a, id: b, description: b, notes: [a], body };
        });
        const account = { ...ACCOUNT, head, address: a, findings, documents, blocks };
        safe(accountPage(account, { ...visit, here: a }));
        safe(searchPage({ ...SEARCH, text: a, hits: [{ unit, years: [1] }], next: b }, visit));
        const rows = [{ cells: [a, b], heads: false, marked: 1 }];
        const source = { ...NUMBER.source!, rows, position: b, table: a };
        safe(
          numberPage({ ...NUMBER, head, source, cell: { table: a, item: b, column: a } }, visit),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('never break out of a list, a difference or a failure', () => {
    fc.assert(
      fc.property(HOSTILE, (a) => {
        const visit = visitOf('en', 'auto', { owner: a, place: a });
        const unit = { code: a, name: a, region: a, sector: a };
        safe(
          deadlinePage({ ...DEADLINE, units: [{ ...DEADLINE.units[0]!, unit, reason: a }] }, visit),
        );
        safe(homePage({ ...HOME, examples: [a], latest: [{ ...HOME.latest[0]!, unit }] }, visit));
        safe(
          differencePage(
            { ...DIFFERENCE, statement: [a], texts: [{ place: a, old: a, now: a }] },
            visit,
          ),
        );
        safe(failurePage({ status: 404, request: a, wait: null, instead: a }, visit));
      }),
      { numRuns: 60 },
    );
  });

  test('come back from an address as they went in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const route: Route = {
          ...{ page: 'number', unit: a, year: 2023, version: null },
          cell: { ...about('income', b, a), side: '支出', measure: 'budget' },
        };
        expect(routeOf(pathOf(route))).toEqual(route);
        const url = new URL(pathOf(route), 'http://localhost');
        expect(routeOf(url.pathname + url.search)).toEqual(route);
      }),
    );
  });
});

describe('what a reader finds', () => {
  test('each number leads to where it comes from', () => {
    const markup = accountPage(ACCOUNT, visitOf('zh'));
    expect(markup).toContain('href="/u/999921101/2023/n/expenditure/2050101/basic"');
    const old = accountPage({ ...ACCOUNT, head: { ...HEAD, version: 1 } }, visitOf('zh'));
    expect(old).toContain('href="/u/999921101/2023/v/1/n/expenditure/2050101/basic"');
    expect(old).toContain('这不是现行版本');
  });

  test('amounts are shown to the digit, differences with their sign', () => {
    const markup = differencePage(DIFFERENCE, visitOf('zh'));
    expect(markup).toContain('34,169.31');
    expect(markup).toContain('+120.00');
    expect(accountPage(ACCOUNT, visitOf('zh'))).toContain('−3.1%');
  });

  test('headings that only stood above tables are gone from the text', () => {
    const markup = accountPage(ACCOUNT, visitOf('zh'));
    expect(markup).toContain('第一部分 单位概况');
    expect(markup).not.toContain('第二部分 2023年度部门决算表');
  });
});
