import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numeralText } from '../base/numeral.js';
import { asideAt, blankAt, compactText, isDigit, numeralAt } from './numerals-in-text.js';

/** The figures of a text as value + unit. */
function figures(source: string): readonly string[] {
  const { text } = compactText(source);
  const found: string[] = [];
  for (let at = 0; at < text.length; ) {
    const starts = isDigit(text[at]) || text[at] === '-' || text[at] === '(';
    const number = starts ? numeralAt(text, at) : null;
    if (number) found.push(`${numeralText(number.numeral!)}${number.unit}`);
    const aside = !number && isDigit(text[at]) ? asideAt(text, at, false) : null;
    at = number?.unitEnd ?? aside?.end ?? at + 1;
  }
  return found;
}

describe('numbers in running text', () => {
  it.each([
    ['收入总计24,416,856.18元', '24416856.18元'],
    ['支出５００．５０万元', '500.50万元'],
    ['支出１，２３４．５万元', '1234.5万元'],
    ['增加 8.1 万 元', '8.1万元'],
    ['占比14.05％', '14.05%'],
    ['上升2‰', '2‰'],
    ['提高3.1个百分点', '3.1个百分点'],
    ['国内公务接待支出 0.00 万（含外宾）', '0.00万元'],
    ['资产3.5亿，', '3.5亿元'],
    ['结余-5.2万元', '-5.2万元'],
    ['结余－5.2万元', '-5.2万元'],
    ['结余（5.20）万元', '-5.20万元'],
    ['设备6台（套）', '6台(套)'],
    ['接待12批次，98人次', '12批次', '98人次'],
    ['5人、1家、7项', '5人', '1家', '7项'],
    ['参保12万人', '12万人'],
    ['共50余万元', '50万元'],
  ])('%s', (text, ...expected) => {
    expect(figures(text)).toEqual(expected);
  });

  it.each([
    ['2022年度决算'],
    ['截至2022年12月31日'],
    ['2018-2020年追加'],
    ['朔财社〔2022〕114号'],
    ['财预（2020）10号第3条'],
    ['详见第5-8页'],
    ['附件2'],
    ['联系电话：（029）83811256'],
    ['30个工作日内'],
    ['其余10个月'],
    ['一级项目、2级项目'],
    ['2022.01.01至2022.12.31'],
  ])('%s holds no figure', (text) => {
    expect(figures(text)).toEqual([]);
  });

  it('keeps numbers apart that only a blank parts', () => {
    expect(figures('12 345元')).toEqual(['345元']);
  });

  it.each([
    ['收入万元，', 2, '万元', ''],
    ['收入XX万元。', 2, '万元', 'XX'],
    ['完成预算的%，', 5, '%', ''],
    ['团组个，', 2, '个', ''],
  ])('%s leaves a number out', (source, at, unit, printed) => {
    const { text } = compactText(source);
    const blank = blankAt(text, at);
    expect(blank).toMatchObject({ unit, numeral: null });
    expect(text.slice(blank!.start, blank!.end)).toBe(printed);
  });

  it('does not take a unit inside a sentence for a blank', () => {
    expect(blankAt('约值万元时显示为零', 2)).toBeNull();
  });

  it('reads back whatever is printed with separators and a unit', () => {
    const amount = fc.tuple(
      fc.bigInt({ min: 0n, max: 10n ** 14n }),
      fc.constantFrom(0, 1, 2, 6),
      fc.constantFrom('元', '万元', '亿元', '%', '个', '人次'),
    );
    fc.assert(
      fc.property(amount, ([digits, decimals, unit]) => {
        const plain = numeralText({ digits, decimals });
        const [whole = '', fraction] = plain.split('.');
        const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
        const printed = fraction === undefined ? grouped : `${grouped}.${fraction}`;
        expect(figures(`收入${printed}${unit}。`)).toEqual([`${plain}${unit}`]);
        expect(figures(`收入${plain}${unit}。`)).toEqual([`${plain}${unit}`]);
      }),
    );
  });

  it('knows where each compact character was printed', () => {
    const compact = compactText('收入 “总计” ８');
    expect(compact.text).toBe('收入总计8');
    expect([...compact.origin]).toEqual([0, 1, 4, 5, 8, 9]);
  });
});
