import { expect, test } from 'vitest';
import { filingFromPage } from '../from-page.js';
import { Lookup } from '../lookup.js';
import { speechOf, wholeCount } from './project-speech.js';

/** What a narrative of these words says of self-evaluation. */
function speech(text: string) {
  const page = ['2023 万元 某县示例局', '叙述 第三部分 情况说明', '一、预算绩效情况说明', text];
  return speechOf(new Lookup(filingFromPage(page.join('\n'))));
}

test('projects by level, money and grades of one sentence', () => {
  const { sentences } = speech(
    '组织开展绩效自评，涵盖一级项目2个，二级项目10个，共涉及资金56.20万元，' +
      '8个项目自评等级为“优”，4个项目自评等级为“良”。',
  );
  const [said] = sentences;
  expect(wholeCount(said!)).toBe(12n);
  expect([said!.money?.text, said!.money?.unit]).toEqual(['56.20', '万元']);
  expect([...said!.grades].map(([grade, { text }]) => grade + text)).toEqual(['优8', '良4']);
});

test('the whole is not known where one level is counted alone', () => {
  const { sentences } = speech('二级项目绩效自评个数10个。');
  expect(sentences.map(wholeCount)).toEqual([null]);
});

test('an average goes with the count of its sentence', () => {
  const { averages } = speech('整体自评平均分99分。自评项目3个，自评平均分87.5分。平均得分90分。');
  expect(averages.map(({ average, count }) => [average.text, count])).toEqual([
    ['87.5', 3n],
    ['90', null],
  ]);
});

test('what is said of a project goes up to the next one', () => {
  const { reviews } = speech(
    '1、道路养护绩效自评综述：总得分95分，全年预算数30万元（项目自评表见附件1）。' +
      '2、桥梁检测绩效自评综述：总得分88分。',
  );
  expect(
    reviews.map(({ title, total, promise }) => [title, total?.text, promise !== null]),
  ).toEqual([
    ['道路养护', '95', true],
    ['桥梁检测', '88', false],
  ]);
});
