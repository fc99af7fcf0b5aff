/**
 * printed: a text was seen in a published document; derived: found in published figures and
 * confirmed by arithmetic; known: commonly known, no text at hand; may be named, never quoted.
 */
export type EvidenceMark = 'printed' | 'derived' | 'known';

/** A clause of a regulation. `quote` is null unless the words were seen printed. */
export interface Clause {
  readonly id: string;
  readonly title: string;
  readonly quote: string | null;
}

/** An entry of the register of regulations that rules rest on. */
export interface Regulation {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  /** Document number; null where there is none or none is certain. */
  readonly number: string | null;
  readonly clauses: readonly Clause[];
  readonly mark: EvidenceMark;
  /** How far the entry can be relied on. */
  readonly note: { readonly zh: string; readonly en: string };
}

const KNOWN_NOTE = {
  zh: '常识性依据，手头没有原文，只可提及，不可引用。',
  en: 'Commonly known; no text at hand, so it is named and never quoted.',
};

const DERIVED_NOTE = {
  zh: '由已公开决算的数字推导并经验算，不是任何文件的原文。',
  en: 'Found in published figures and confirmed by arithmetic; the words of no document.',
};

function clause(id: string, title: string, quote: string | null = null): Clause {
  return { id, title, quote };
}

export const REGULATIONS: readonly Regulation[] = [
  {
    id: 'budget-law',
    title: { zh: '中华人民共和国预算法', en: 'Budget Law of the People’s Republic of China' },
    number: null,
    clauses: [clause('14', '第十四条 预算、决算公开'), clause('75', '决算草案的编制')],
    mark: 'known',
    note: KNOWN_NOTE,
  },
  {
    id: 'final-account-rules',
    title: {
      zh: '部门决算管理办法',
      en: 'Measures for the Management of Departmental Final Accounts',
    },
    number: null,
    clauses: [
      clause('preparation', '决算编制：账表一致、表内表间衔接'),
      clause('carry-over', '年初数与上年年末数衔接'),
    ],
    mark: 'known',
    note: KNOWN_NOTE,
  },
  {
    id: 'disclosure-rules',
    title: {
      zh: '地方预决算公开操作规程',
      en: 'Operating Rules for the Disclosure of Local Budgets and Final Accounts',
    },
    number: null,
    clauses: [
      clause('content', '公开内容：报表、情况说明、空表说明'),
      clause('three-public', '“三公”经费：分项数额、增减原因、团组人次、车辆、批次人次'),
      clause('detail', '细化程度：功能分类到项、经济分类到款'),
      clause('time', '公开时间：批复后二十日内'),
    ],
    mark: 'known',
    note: KNOWN_NOTE,
  },
  {
    id: 'personal-information-law',
    title: {
      zh: '中华人民共和国个人信息保护法',
      en: 'Personal Information Protection Law of the People’s Republic of China',
    },
    number: null,
    clauses: [clause('disclosure', '国家机关公开个人信息的限制')],
    mark: 'known',
    note: KNOWN_NOTE,
  },
  {
    id: 'secrecy-law',
    title: {
      zh: '中华人民共和国保守国家秘密法',
      en: 'Law of the People’s Republic of China on Guarding State Secrets',
    },
    number: null,
    clauses: [clause('review', '信息公开前的保密审查')],
    mark: 'known',
    note: KNOWN_NOTE,
  },
  {
    id: 'performance-opinion',
    title: {
      zh: '中共中央 国务院关于全面实施预算绩效管理的意见',
      en: 'Opinions on Fully Implementing Budget Performance Management',
    },
    number: null,
    clauses: [clause('disclosure', '绩效目标、自评结果随决算公开')],
    mark: 'known',
    note: KNOWN_NOTE,
  },
  {
    id: 'evaluation-measures-2020-10',
    title: {
      zh: '项目支出绩效评价管理办法',
      en: 'Measures for the Evaluation of Project Expenditure',
    },
    number: '财预〔2020〕10号',
    clauses: [
      clause(
        'grades',
        '评价等级',
        '总分设置为 100 分，等级一般划分为四档：90（含）-100 分为优、80（含）-90 分为良、60（含）-80 分为中、60 分以下为差',
      ),
      clause('report', '评价报告：指标体系、评分标准、得分和结论'),
      clause('weights', '自评指标权重'),
    ],
    mark: 'printed',
    note: {
      zh: '等级划分见于已公开评价报告的引述；权重等其他内容手头没有原文。',
      en: 'The grades are quoted in a published evaluation report; no other text is at hand.',
    },
  },
  {
    id: 'form-notes',
    title: {
      zh: '决算公开表式及表下说明',
      en: 'Disclosure forms and the notes printed below them',
    },
    number: null,
    clauses: [
      clause('summary', '收入支出决算总表', '本表反映部门本年度的总收支和年末结转结余情况。'),
      clause('income', '收入决算表', '本表反映部门本年度取得的各项收入情况。'),
      clause('expenditure', '支出决算表', '本表反映部门本年度各项支出情况。'),
      clause(
        'appropriation',
        '财政拨款收入支出决算总表',
        '本表反映部门本年度一般公共预算财政拨款、政府性基金预算财政拨款和国有资本经营预算财政拨款的总收支和年末结转结余情况。',
      ),
      clause(
        'general-public-budget',
        '一般公共预算财政拨款支出决算表',
        '本表反映部门本年度一般公共预算财政拨款支出情况。',
      ),
      clause(
        'basic',
        '一般公共预算财政拨款基本支出决算表',
        '本表反映部门本年度一般公共预算财政拨款基本支出明细情况。',
      ),
      clause(
        'three-public',
        '财政拨款“三公”经费支出决算表',
        '决算数是包括当年财政拨款和以前年度结转资金安排的实际支出。',
      ),
      clause('rounding', '尾差说明', '因四舍五入可能存在尾差。'),
    ],
    mark: 'printed',
    note: {
      zh: '引文见于已公开的决算报表表下说明。',
      en: 'Quoted from the notes below the tables of published final accounts.',
    },
  },
  {
    id: 'arithmetic',
    title: {
      zh: '勾稽关系（由样本推导并经验算）',
      en: 'Articulation (derived from samples, confirmed by arithmetic)',
    },
    number: null,
    clauses: [
      clause('within', '表内勾稽'),
      clause('across', '表间勾稽'),
      clause('narrative', '文表一致'),
      clause('ratio', '比率重算'),
    ],
    mark: 'derived',
    note: DERIVED_NOTE,
  },
  {
    id: 'classification',
    title: { zh: '政府收支分类科目', en: 'Classification of Government Revenue and Expenditure' },
    number: null,
    clauses: [clause('functional', '支出功能分类'), clause('economic', '部门预算支出经济分类')],
    mark: 'known',
    note: {
      zh: '科目来自已公开决算中出现的编码，不是完整目录；目录以外的编码只作提示。',
      en: 'Codes seen in published accounts, not the whole list; a code outside it is only noted.',
    },
  },
  {
    id: 'writing',
    title: { zh: '公文文字规范', en: 'How official texts are written' },
    number: null,
    clauses: [clause('template', '模板残留'), clause('punctuation', '标点与重复')],
    mark: 'known',
    note: KNOWN_NOTE,
  },
];

const BY_ID = new Map(REGULATIONS.map((regulation) => [regulation.id, regulation]));

/** The entry of an id; undefined when the register does not know it. */
export function regulationOf(id: string): Regulation | undefined {
  return BY_ID.get(id);
}

/** Words that may be quoted for a clause; null where no text is at hand or the mark forbids it. */
export function quoteOf(id: string, clauseId: string | null): string | null {
  const regulation = BY_ID.get(id);
  if (regulation?.mark !== 'printed' || clauseId === null) return null;
  return regulation.clauses.find((item) => item.id === clauseId)?.quote ?? null;
}
