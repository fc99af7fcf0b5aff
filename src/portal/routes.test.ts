import { describe, expect, test } from 'vitest';
import type { CellReference } from '../publications/model.js';
import { localPath, pathOf, type Route, routeOf } from './routes.js';

const CELL: CellReference = {
  ...{ form: 'expenditure', key: '2050101', column: 'basic' },
  ...{ side: null, measure: 'reported' },
};

const ROUTES: readonly (readonly [path: string, route: Route])[] = [
  ['/', { page: 'home' }],
  ['/rules', { page: 'rules' }],
  ['/rules/summary.total', { page: 'rule', rule: 'summary.total' }],
  ['/search', { page: 'search', text: '', region: null, sector: null, after: null }],
  [
    '/search?q=%E6%95%99%E8%82%B2&sector=a%26b',
    { page: 'search', text: '教育', region: null, sector: 'a&b', after: null },
  ],
  ['/r', { page: 'region', region: null, year: null, after: null }],
  ['/r/9999?year=2023&after=x', { page: 'region', region: '9999', year: 2023, after: 'x' }],
  ['/u/9999', { page: 'unit', unit: '9999' }],
  ['/u/9999/2023', { page: 'account', unit: '9999', year: 2023, version: null }],
  ['/u/9999/2023/v/2', { page: 'account', unit: '9999', year: 2023, version: 2 }],
  ['/u/9999/2023/v/2/from/1', { page: 'difference', unit: '9999', year: 2023, from: 1, to: 2 }],
  [
    '/u/9999/2023/n/expenditure/2050101/basic',
    { page: 'number', unit: '9999', year: 2023, version: null, cell: CELL },
  ],
  [
    '/u/9999/2023/v/1/n/expenditure/~../basic?side=income&of=prior',
    {
      ...{ page: 'number', unit: '9999', year: 2023, version: 1 },
      cell: { ...CELL, key: '..', side: '收入', measure: 'prior' },
    },
  ],
  [
    '/compare?unit=1&unit=2&year=2022&measure=total&per=head',
    {
      ...{ page: 'compare', units: ['1', '2'], years: [2022], measure: 'total' },
      ...{ per: 'head', find: null },
    },
  ],
  [
    '/deadline/9999?year=2023&state=late',
    { page: 'deadline', region: '9999', year: 2023, state: 'late', after: null },
  ],
  ['/files/ab12/%E5%86%B3%E7%AE%97.pdf', { page: 'file', hash: 'ab12', name: '决算.pdf' }],
  [
    '/settings?theme=dark&back=%2Fu%2F1%3Fa%3Db',
    { page: 'settings', lang: null, theme: 'dark', back: '/u/1?a=b' },
  ],
];

describe('addresses', () => {
  test.each(ROUTES)('%s', (path, route) => {
    expect(pathOf(route)).toBe(path);
    expect(routeOf(path)).toEqual(route);
  });

  test.each([
    ...['', 'x', '/x', '//x', '/u', '/u/1/x', '/u/1/0', '/u/1/2023/v', '/u/1/2023/v/0', '/r/1/2'],
    ...[
      '/u/1/2023/n/other/a/b',
      '/u/1/2023/n/income/a',
      '/u/1/2023/from/1',
      '/rules/a/b',
      '/u/%ff',
    ],
    ...['/files/a', '/search/x', '/u/1/2023/v/2/from/x', '/u/1/2023/n/income/a/b/c'],
  ])('%s is none of ours', (path) => {
    expect(routeOf(path)).toBeNull();
  });

  test('one never goes back to another site', () => {
    for (const text of ['//x', '/\\x', 'https://x', '', 'x', '/a\nb', '/a\\b']) {
      expect(localPath(text)).toBe('/');
    }
    expect(localPath('/u/1?x=2')).toBe('/u/1?x=2');
  });
});
