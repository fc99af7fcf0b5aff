import { describe, expect, test } from 'vitest';
import { attribute, html, markupText } from './html.js';

describe('a template', () => {
  test('escapes what stands between tags and in values', () => {
    const text = `<b>"&'`;
    expect(markupText(html`<p title="${text}">${text}</p>`)).toBe(
      '<p title="&lt;b&gt;&quot;&amp;&#39;">&lt;b&gt;&quot;&amp;&#39;</p>',
    );
  });

  test('puts markup, lists and numbers in as they are, nothing for what is absent', () => {
    const items = ['a', 'b'].map((each) => html`<i>${each}</i>`);
    expect(markupText(html`${items}${null}${undefined}${false}${0}${12n}`)).toBe(
      '<i>a</i><i>b</i>012',
    );
  });

  test.each([
    ['/u/1', '/u/1'],
    ['#top', '#top'],
    ['https://example.invalid/a?b=1&c', 'https://example.invalid/a?b=1&amp;c'],
    ['javascript:alert(1)', '#'],
    [' javascript:alert(1)', '#'],
    ['data:text/html,x', '#'],
    ['//example.invalid', '#'],
    ['/\\example.invalid', '#'],
  ])('an address %s becomes %s', (given, expected) => {
    expect(markupText(html`<a href="${given}">x</a>`)).toBe(`<a href="${expected}">x</a>`);
  });

  test('control characters and marks that turn text become dots', () => {
    expect(markupText(html`${'a\u0000\u001b\u202eb\n\t'}`)).toBe('a···b\n\t');
  });

  test('attributes are named, escaped, bare or absent', () => {
    const many = [attribute('a', '"'), attribute('b', true), attribute('c', null)];
    expect(markupText(html`<p${many}></p>`)).toBe('<p a="&quot;" b></p>');
  });

  test('a value where nothing protects it is an error of the template', () => {
    expect(() => html`<p class=${'a'}></p>`).toThrow(TypeError);
    expect(() => html`<p class="${html`<b></b>`}"></p>`).toThrow(TypeError);
    expect(() => html`<p>${attribute('a', 'b')}</p>`).toThrow(TypeError);
  });
});
