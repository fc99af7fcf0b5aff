import { describe, expect, it } from 'vitest';
import { sensitiveIn } from './sensitive.js';

/** Kind and what is shown of everything found in one line. */
function found(...lines: string[]): string[] {
  return sensitiveIn(lines).map(({ kind, shown }) => `${kind} ${shown}`);
}

describe('what must not be published unseen', () => {
  it('is an identity number whose date and check digit fit', () => {
    expect(found('身份证号11010519491231002X。')).toEqual(['identity-number 1101**********002X']);
    expect(found('身份证号110105194912310021。')).toEqual([]);
    expect(found('文件编号110105199913310021')).toEqual([]);
  });

  it('is a bank card, told by its check digit and its prefix or the words beside it', () => {
    expect(found('卡号：6222020200112233452')).toEqual([]);
    expect(found('卡号：6222020200112233453')).toEqual(['bank-account 6222***********3453']);
    expect(found('项目编码4012888888881881')).toEqual([]);
    expect(found('开户银行账号4012888888881881')).toEqual(['bank-account 4012********1881']);
  });

  it('is a mobile number, never an amount of eleven digits', () => {
    expect(found('联系电话\t13812345678')).toEqual(['mobile-number 138****5678']);
    expect(found('收入合计13812345678元')).toEqual([]);
    expect(found('收入合计13812345678.00')).toEqual([]);
    expect(found('联系电话0350-13812345678')).toEqual([]);
  });

  it('is a mark of secrecy, never the word in a sentence', () => {
    expect(found('机密★5年')).toEqual(['secrecy-mark 机密★']);
    expect(found('密级：秘密')).toEqual(['secrecy-mark 密级：秘密']);
    expect(found('某专项（涉密）\t100.00')).toEqual(['secrecy-mark （涉密）']);
    expect(found('是否涉密：是')).toEqual(['secrecy-mark 是']);
    expect(found('是否涉密：否')).toEqual([]);
    expect(found('本部门决算不涉及国家秘密，涉密内容按规定不予公开。')).toEqual([]);
  });

  it('is a table of people and what they were paid', () => {
    const head = '序号\t姓名\t补助金额';
    expect(found(head, '1\t王示例\t500.00', '2\t李某某\t500.00', '合计\t\t1000.00')).toEqual([
      'payee-names 姓名（2人）',
    ]);
    expect(found(head, '1\t\t0.00')).toEqual([]);
    expect(found('姓名\t职务', '王示例\t主任 1')).toEqual([]);
  });

  it('is told in the groups and the wide digits that people write', () => {
    expect(found('电话：138 1234 5678')).toEqual(['mobile-number 138****5678']);
    expect(found('电话：138-1234-5678')).toEqual(['mobile-number 138****5678']);
    expect(found('手机１３８１２３４５６７８')).toEqual(['mobile-number 138****5678']);
    expect(found('身份证110105 19491231 002X')).toEqual(['identity-number 1101**********002X']);
    expect(found('卡号6222 0202 0011 2233 453')).toEqual(['bank-account 6222***********3453']);
    expect(found('合计\t138\t1234\t5678')).toEqual([]);
    expect(found('合计 12 138 1234 5678')).toEqual([]);
    expect(found('车辆 138 1234 5678.00')).toEqual([]);
    expect(found('2023-2024 1234 5678 9012')).toEqual([]);
    expect(sensitiveIn(['电话　１３８１２３４５６７８。'])[0]?.place).toMatchObject({
      from: 3,
      to: 14,
    });
  });

  it('is a mark of secrecy in the words of a stamp', () => {
    expect(found('本件为秘密，保密期限5年')).toEqual(['secrecy-mark 保密期限5年']);
    expect(found('绝密级文件')).toEqual(['secrecy-mark 绝密级文件']);
    expect(found('内部资料，注意保存')).toEqual(['secrecy-mark 内部资料，注意保存']);
    expect(found('公开内容不得含有秘密级以上信息，未形成机密级文件。')).toEqual([]);
    expect(found('编印内部资料100册，加强保密教育。')).toEqual([]);
  });

  it('is found where it stands, masked', () => {
    expect(sensitiveIn(['', '电话：13812345678'])[0]?.place).toMatchObject({
      ...{ line: 2, from: 3, to: 14, text: '138****5678' },
    });
  });
});
