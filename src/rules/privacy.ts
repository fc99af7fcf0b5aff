import type { Wording } from '../base/wording.js';
import type { Lookup } from '../facts/lookup.js';
import type { SensitiveKind } from '../facts/sensitive.js';
import { page } from './examples.js';
import type { Basis, Instance, Rule } from './model.js';
import { fails, holds, joined } from './narrative-judge.js';

const PERSONAL: Basis = {
  regulation: 'personal-information-law',
  clause: 'disclosure',
  quote: null,
};

const SECRECY: Basis = { regulation: 'secrecy-law', clause: 'review', quote: null };

/** Of a document with running text or tables; one finding names every place of its kind. */
function instancesOf(kind: SensitiveKind, say: (samples: string) => Wording) {
  return function* ({ filing }: Lookup): Iterable<Instance> {
    if (filing.sensitive === undefined) return;
    const found = filing.sensitive.filter((each) => each.kind === kind);
    if (found.length === 0) {
      // Tables alone say nothing of people; where there is text, somebody looked at it.
      if (filing.passages.length > 0) yield holds([]);
      return;
    }
    const samples = [...new Set(found.map(({ shown }) => `“${shown}”`))];
    yield fails(
      kind,
      found.map(({ place }) => place),
      say(`${joined(samples, 3)}，共${found.length}处`),
    );
  };
}

const HEADING = '叙述 第三部分 情况说明\n一、收入决算情况说明\n';

function rule(
  kind: SensitiveKind,
  {
    title,
    basis,
    remedy,
    good,
    bad,
    say,
  }: {
    readonly title: Wording;
    readonly basis: Basis;
    readonly remedy: Wording;
    readonly good: string;
    readonly bad: string;
    readonly say: (samples: string) => Wording;
  },
): Rule {
  return {
    id: `privacy.${kind}`,
    title,
    severity: 'warning',
    editions: null,
    years: null,
    basis,
    remedy,
    examples: {
      holds: page(`${HEADING}${good}`),
      fails: page(`${HEADING}${bad}`),
      rounding: null,
      undecided: null,
      absent: page('收入决算表\n合计 本年收入合计=100.00'),
    },
    instances: instancesOf(kind, say),
  };
}

const REMOVE_NUMBER: Wording = {
  zh: '公开前删去或遮盖，确需公开的按保密审查意见办理。',
  en: 'Remove or mask it before publication, or follow the opinion of the secrecy review.',
};

/** What may not be published before somebody has decided on it. */
export const PRIVACY_RULES: readonly Rule[] = [
  rule('identity-number', {
    title: { zh: '公民身份号码', en: 'Identity numbers' },
    basis: PERSONAL,
    remedy: REMOVE_NUMBER,
    good: '本年收入合计100.00万元，文件编号110105194912310021。',
    bad: '经办人身份证号11010519491231002X。',
    say: (samples) => ({
      zh: `疑似公民身份号码${samples}，请核实`,
      en: `Looks like an identity number: ${samples}`,
    }),
  }),
  rule('bank-account', {
    title: { zh: '个人银行卡号', en: 'Bank card numbers' },
    basis: PERSONAL,
    remedy: REMOVE_NUMBER,
    good: '项目编码4012888888881881。',
    bad: '补助资金汇入银行卡6222020200112233453。',
    say: (samples) => ({
      zh: `疑似个人银行卡号${samples}，请核实`,
      en: `Looks like the number of a bank card: ${samples}`,
    }),
  }),
  rule('mobile-number', {
    title: { zh: '个人手机号码', en: 'Mobile numbers' },
    basis: PERSONAL,
    remedy: {
      zh: '联系方式改用办公电话；其他手机号码公开前删去或遮盖。',
      en: 'Give an office telephone as contact; remove or mask other mobile numbers.',
    },
    good: '联系电话：0351-1234567。',
    bad: '联系电话：13812345678。',
    say: (samples) => ({
      zh: `疑似个人手机号码${samples}，请核实`,
      en: `Looks like a mobile number: ${samples}`,
    }),
  }),
  rule('payee-names', {
    title: { zh: '发放、领款人员名单', en: 'Lists of people and what they were paid' },
    basis: PERSONAL,
    remedy: {
      zh: '名单不随决算公开；确需公示的，按公示范围单独办理并隐去身份信息。',
      en: 'Such a list is no part of the published account; publish it apart, without identities.',
    },
    good: '姓名\t职务\n王示例\t主任',
    bad: '序号\t姓名\t补助金额\n1\t王示例\t500.00',
    say: (samples) => ({
      zh: `含有人员名单和发放金额${samples}，请核实`,
      en: `A list of people with what they were paid: ${samples}`,
    }),
  }),
  rule('secrecy-mark', {
    title: { zh: '密级标志、涉密标注', en: 'Marks of secrecy' },
    basis: SECRECY,
    remedy: {
      zh: '停止公开，送保密审查；是否公开由保密审查决定，不要自行删去标志。',
      en: 'Stop publication and send it to the secrecy review; do not strip the mark yourself.',
    },
    good: '本部门决算不涉及国家秘密，涉密内容按规定不予公开。',
    bad: '某专项工作经费（涉密）支出10.00万元。',
    say: (samples) => ({
      zh: `含有密级标志或涉密标注${samples}，请送保密审查`,
      en: `A mark of secrecy: ${samples}; send it to the secrecy review`,
    }),
  }),
];
