import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { ACTIONS, PAGES as ADDRESSES, actionPath, pagePath } from '../../src/workbench/actions.js';
import { entryPage } from '../../src/workbench/entry-page.js';
import { filingPage } from '../../src/workbench/filing-page.js';
import type { Desk } from '../../src/workbench/view-models.js';
import { elementsIn, pageFaults, textIn } from '../portal/validator.js';
import { deskOf, HEAD } from './invented-desk.js';
import { DOOR_PAGES } from './invented-doors.js';
import { BARE_PAGES, FILING, PAGES } from './invented-pages.js';

type Element = DefaultTreeAdapterTypes.Element;

const ENTRY = (desk: Desk): string =>
  entryPage(
    {
      ...{ head: HEAD, script: '/web/entry.js', look: '/web/look.css', draft: '/draft' },
      ...{ accepts: '.xlsx', most: 1_000_000 },
    },
    desk,
  );

const ALL = [
  ...Object.entries(PAGES),
  ...Object.entries(DOOR_PAGES),
  ...Object.entries(BARE_PAGES).map(([name, draw]) => [`${name}, bare`, draw] as const),
];

function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}

/** Whether a path is one of those written with `:name` for what varies. */
function isOneOf(paths: readonly string[], path: string): string | undefined {
  return paths.find((each) => new RegExp(`^${each.replace(/:[a-z]+/g, '[^/]+')}$`).test(path));
}

function formsOf(markup: string): readonly Element[] {
  return elementsIn(parse(markup)).filter(({ tagName }) => tagName === 'form');
}

describe('every page of the workbench', () => {
  test.each(ALL)('%s is valid in both languages', (_, draw) => {
    for (const lang of ['zh', 'en'] as const) {
      const markup = draw(deskOf(lang, 'dark'));
      expect(pageFaults(markup)).toEqual([]);
      const text = textIn(parse(markup));
      expect(text).not.toMatch(/undefined|NaN|\[object|\bnull\b|\{\}/);
    }
  });

  test.each(ALL)('%s: every form is a known action with its token and its fields', (_, draw) => {
    for (const form of formsOf(draw(deskOf('zh', 'light')))) {
      const address = attributeOf(form, 'action') ?? '';
      if (attributeOf(form, 'method') === 'get') {
        expect(isOneOf(Object.values(ADDRESSES), address), address).toBeDefined();
        continue;
      }
      const path = isOneOf(
        Object.values(ACTIONS).map((action) => action.path),
        address,
      );
      const action = Object.values(ACTIONS).find((each) => each.path === path);
      expect(action, address).toBeDefined();
      const fields = elementsIn(form).flatMap((each) => attributeOf(each, 'name') ?? []);
      const files = action !== undefined && 'files' in action ? action.files : [];
      const known = [...action!.fields, ...files, 'csrf'] as readonly string[];
      expect(
        fields.filter((name) => !known.includes(name)),
        address,
      ).toEqual([]);
      expect(fields, address).toContain('csrf');
      expect(attributeOf(form, 'enctype'), address).toBe(
        files.length > 0 ? 'multipart/form-data' : undefined,
      );
    }
  });

  test('every action stands in some form', () => {
    const seen = new Set(
      [...ALL, ['entry', ENTRY] as const]
        .flatMap(([, draw]) => formsOf(draw(deskOf('zh', 'light'))))
        .map((form) =>
          isOneOf(
            Object.values(ACTIONS).map(({ path }) => path),
            attributeOf(form, 'action') ?? '',
          ),
        ),
    );
    const missing = Object.entries(ACTIONS).filter(([, { path }]) => !seen.has(path));
    expect(missing.map(([id]) => id)).toEqual([]);
  });

  test('what a document says cannot break out of its page', () => {
    const hostile = PAGES.filing!({ ...deskOf('zh', 'light'), place: '"><script>x</script>' });
    expect(hostile).not.toContain('<script>x');
  });

  test('addresses are filled in and escaped', () => {
    expect(pagePath('filing', { filing: 'a/b' })).toBe('/workbench/filings/a%2Fb');
    expect(actionPath('withdraw-waiver', { filing: '7', id: 'w' })).toBe(
      '/workbench/filings/7/waivers/w/withdraw',
    );
  });
});

test('what keeps a typed version from being published is told before any step is taken', () => {
  const told = '这一版还缺 2 项必填内容，补齐才能公开';
  const handedIn = filingPage({ ...FILING, draft: null }, deskOf('zh', 'light'));
  expect(handedIn).toContain(told);
  expect(handedIn).toContain('缺的是：主要职责、保密审查情况。');
  // Of what is being typed it is no news.
  expect(filingPage(FILING, deskOf('zh', 'light'))).not.toContain(told);
});

test('invented data is put beside real ones only where somebody asks for it', () => {
  expect(BARE_PAGES['set-up']!(deskOf('zh', 'light'))).not.toMatch(/name="example"[^>]*checked/);
});

test('why an account was sent back is said at the top, as long as it is', () => {
  const back = filingPage(FILING, deskOf('zh', 'light'));
  expect(back.indexOf('李审核 退回：收入合计请核对。')).toBeGreaterThan(0);
  expect(back.indexOf('李审核 退回：收入合计请核对。')).toBeLessThan(back.indexOf('id="findings"'));
  const head = { ...FILING.head, state: 'checked' } as const;
  expect(filingPage({ ...FILING, head }, deskOf('zh', 'light'))).not.toContain('李审核 退回：');
});
