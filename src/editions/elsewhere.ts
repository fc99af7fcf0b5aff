import type { Mark } from './model.js';

const PROVINCES = [
  '北京',
  '天津',
  '河北',
  '山西',
  '内蒙古',
  '辽宁',
  '吉林',
  '黑龙江',
  '上海',
  '江苏',
  '浙江',
  '安徽',
  '福建',
  '江西',
  '山东',
  '河南',
  '湖北',
  '湖南',
  '广东',
  '广西',
  '海南',
  '重庆',
  '四川',
  '贵州',
  '云南',
  '西藏',
  '陕西',
  '甘肃',
  '青海',
  '宁夏',
  '新疆',
];

/** A line that begins with another province's name speaks against the edition: wordings travel. */
export function elsewhere(own: string): Mark {
  const others = PROVINCES.filter((name) => name !== own).join('|');
  return {
    on: 'text',
    pattern: new RegExp(
      `^(?:部门名称|编制部门|编制单位|部门|单位)?[:：]?(?:${others})(?:省|市|自治区|壮族|回族|维吾尔)`,
    ),
    weight: -60,
  };
}
