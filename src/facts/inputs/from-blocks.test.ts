import { expect, it } from 'vitest';
import { linePlace } from '../../base/place.js';
import type { CellsBlock, Grid } from '../../cells/model.js';
import { inputsFromBlocks } from './from-blocks.js';

function grid(text: string): Grid {
  const rows = text
    .trim()
    .split('\n')
    .map((line, at) =>
      line.split('|').map((cell) => ({ text: cell.trim(), place: linePlace(at + 1, 0, 1, '') })),
    );
  return { kind: 'grid', rows, place: linePlace(1, 0, 1, '') };
}

function read(...blocks: readonly CellsBlock[]): readonly string[] {
  return inputsFromBlocks(blocks).map(({ id, text }) => `${id}=${text}`);
}

it('reads what stands beside the labels of the inputs', () => {
  const asked = grid(`
项目 | 填报内容 | 单位 | 说明
保密审查情况 | 已审查 | | 公开前须完成保密审查
主要职责 | （一）拟订规划。 （二）组织实施。 | | 一行一条
 | （三）监督检查。
年末实有人员 | 1,012 人 | 人 |
其中：行政 | 12 | 人 |
公务接待费比上年增减的主要原因 | 来访批次减少 | |
科目20822的名称 | 样板基金支出 | |
不认得的项目 | 有内容 | |
因公出国（境）团组 | | 个 |
`);
  expect(read(asked)).toEqual([
    'secrecy-review=已审查',
    'duties=（一）拟订规划。\n（二）组织实施。\n（三）监督检查。',
    'staff-actual=1012',
    'staff-actual-administrative=12',
    'reason/three-public-reception=来访批次减少',
    'name/20822=样板基金支出',
  ]);
});

it('needs several labels where no heading says that it is a list of inputs', () => {
  expect(read(grid('联系人 | 张某某\n甲 | 乙'))).toEqual([]);
  expect(
    read(grid('联系人 | 张某某\n联系电话 | 0350-0000000\n联系地址 | 示例县示例路1号')),
  ).toEqual([
    'contact-person=张某某',
    'contact-phone=0350-0000000',
    'contact-address=示例县示例路1号',
  ]);
});

it('keeps the first answer of two', () => {
  const first = grid('项目 | 填报内容\n年末实有人员 | 12');
  const second = grid('项目 | 填报内容\n年末实有人员 | 13\n离退休人员 | 2');
  expect(read(first, second)).toEqual(['staff-actual=12', 'staff-retired=2']);
});
