import type { DocumentKind } from '../facts/model.js';
import type { Severity } from '../rules/model.js';
import type { Lang } from './model.js';
import { SCORE_WORDS } from './words-of-scores.js';

/** Words of the pages themselves, in both languages; `{}` is filled in order. */
const WORDS = {
  checkReport: ['核对报告', 'Check report'],
  readReport: ['读取结果', 'What the document says'],
  file: ['文件', 'File'],
  entity: ['单位', 'Entity'],
  entities: ['所属单位', 'Entities'],
  fiscalYear: ['年度', 'Fiscal year'],
  edition: ['表式', 'Edition'],
  documentKind: ['类型', 'Kind'],
  moneyUnit: ['金额单位', 'Unit of amounts'],
  notTold: ['未能确定', 'not told'],
  ruleInstances: ['核对关系', 'Relations'],
  holds: ['成立', 'hold'],
  rounding: ['尾差', 'rounding'],
  fails: ['不一致', 'fail'],
  undecided: ['无法判断', 'undecided'],
  notApplicable: ['不适用', 'not applicable'],
  expected: ['应为', 'Expected'],
  reported: ['原文', 'Reported'],
  difference: ['相差', 'Difference'],
  suspect: ['最可能的一处', 'Most likely'],
  suspectReads: ['{}“{}”，若为 {}，各处即一致', '{} "{}": everything agrees if it reads {}'],
  wouldAgree: ['怎样才一致', 'Would agree if'],
  otherWays: ['其他可能', 'Other ways'],
  titleOfYear: ['{}{}年度', '{}, {}'],
  yearOnly: ['{}年度', '{}'],
  andOthers: ['等共 {} 处', '{} changes in all'],
  hint: ['线索', 'Hint'],
  untitled: ['（无标题）', '(untitled)'],
  cover: ['封面', 'Cover'],
  brackets: ['（{}）', ' ({})'],
  andRest: ['…另 {} 条', '… {} more'],
  reads: ['{}“{}”改为 {}', '{} "{}" reads {}'],
  also: ['；', '; '],
  remedy: ['处理', 'What to do'],
  basis: ['依据', 'Basis'],
  noText: ['（手头无原文，只列出处）', ' (no text at hand; named, not quoted)'],
  rule: ['规则', 'Rule'],
  otherPlaces: ['相关位置', 'Other places'],
  line: ['第 {} 行', 'line {}'],
  page: ['第 {} 页', 'page {}'],
  sheetCell: ['工作表“{}” {}', 'sheet "{}" {}'],
  tableCell: ['第 {} 个表格第 {} 行第 {} 列', 'table {}, row {}, column {}'],
  paragraph: ['第 {} 段', 'paragraph {}'],
  consequences: ['由此引起的另 {} 处不一致', 'What follows from it ({})'],
  foldedNotes: ['另有 {} 条提示（加 --verbose 逐条列出）', 'Notes: {} (--verbose lists them)'],
  notes: ['提示 {} 条', 'Notes: {}'],
  undecidedTitle: ['无法判断的规则', 'Undecided rules'],
  undecidedNote: [
    '下列规则缺少依据，没有下结论，也不算不一致。',
    'Something these rules need is missing, so nothing is concluded from them.',
  ],
  andMore: ['{} 等 {} 项', '{} and others, {} in all'],
  unreadTitle: ['没有读出的内容', 'What could not be read'],
  noticesTitle: ['读取时的提示', 'Notes on reading'],
  moreUnread: ['另有 {} 处没有读出', '… {} more'],
  notChecked: ['没有核对', 'Nothing was checked'],
  notCheckedKind: [
    '这份文件是{}，不是决算公开。其中内容没有核对，也没有指出任何不一致。',
    'This document is {}, not a published final account. Nothing in it was checked.',
  ],
  notCheckedUnknown: [
    '没有认出这是部门决算公开，其中内容没有核对，也没有指出任何不一致。请确认给的是含决算表和情况说明的全文。',
    'Not recognised as a published final account, so nothing was checked. Give its full text.',
  ],
  notCheckedEmpty: [
    '这是决算公开，但没有读到可以核对的表或数。请确认文件完整，表格没有以图片形式保存。',
    'A final account without a table or figure that could be read. Is it complete, not pictures?',
  ],
  nothingFound: ['未发现不一致', 'Nothing disagrees'],
  nothingFoundText: ['能够核对的 {} 处全部成立', 'All {} instances that could be checked hold'],
  withinRounding: ['（其中 {} 处为四舍五入尾差）', ' ({} within rounding)'],
  conclusionNone: ['未发现不一致。', 'Nothing disagrees. '],
  conclusionCounts: ['共 {} 处错误、{} 处警告、{} 条提示', 'Errors: {}, warnings: {}, notes: {}'],
  conclusionFollow: ['，另有 {} 处随之不一致', ', following from them: {}'],
  conclusionUndecided: ['，{} 处无法判断', ', undecided: {}'],
  stop: ['。', '. '],
  exit0: ['退出状态 0：没有错误', 'Exit status 0: no errors'],
  exitUnchecked: ['退出状态 0：没有可核对的内容', 'Exit status 0: there was nothing to check'],
  exit1: ['退出状态 1：有错误，请核实', 'Exit status 1: there are errors to verify'],
  exit3: [
    '退出状态 3：有内容没有读出，其余没有错误',
    'Exit status 3: some content could not be read; no errors in the rest',
  ],
  sections: ['章节', 'Sections'],
  sectionOfYear: ['（{} 年度）', ' (of {})'],
  forms: ['决算表', 'Statutory tables'],
  formNumber: ['表号', 'Number'],
  formTitle: ['表名', 'Title'],
  formConcept: ['标准表名', 'Statutory form'],
  unit: ['单位', 'Unit'],
  rows: ['行', 'Rows'],
  cells: ['单元格', 'Cells'],
  state: ['状态', 'State'],
  empty: ['空表', 'empty'],
  inferredCells: ['{} 格由推算确定列', 'column of {} inferred'],
  unknownColumns: ['不认识的列：{}', 'unknown columns: {}'],
  unitAssumed: ['未标单位，从全文', 'unit not declared, taken from the document'],
  noForms: ['没有读到决算表。', 'No statutory table was read.'],
  figures: ['文字中的数', 'Figures in the narrative'],
  figuresCount: ['{} 个数：{}', '{} figures: {}'],
  amounts: ['金额 {}', '{} amounts'],
  percentages: ['百分比 {}', '{} percentages'],
  countsOf: ['数量 {}', '{} counts'],
  bound: ['其中 {} 个已对应到决算表或概念。', '{} of them are tied to a table or a concept.'],
  noFigures: ['文字中没有读到数。', 'No figure was read in the narrative.'],
  evaluations: ['绩效表和报告', 'Performance forms and reports'],
  evaluationTitle: ['名称', 'Title'],
  evaluationKind: ['种类', 'Kind'],
  position: ['位置', 'Where'],
  readConclusion: [
    '读到 {} 张决算表、{} 个单元格、文字中 {} 个数；{} 处没有读出。',
    'Read {} statutory tables, {} cells, {} figures in the narrative; {} could not be read.',
  ],
  severity: ['级别', 'Severity'],
  editions: ['适用表式', 'Editions'],
  allEditions: ['全部', 'all'],
  years: ['适用年度', 'Years'],
  allYears: ['不限', 'any'],
  yearsRange: ['{}—{} 年度', '{}-{}'],
  mustHold: ['应当成立', 'What must hold'],
  examples: ['示例', 'Examples'],
  examplesNote: [
    '示例用简写的账页写成：第一行是年度、单位和单位名称，其后是表名和各行；? 表示没有读出。示例也是这条规则的测试。',
    'Pages in short: year, unit, entity; then tables; ? is unread. They are tests too.',
  ],
  exampleHolds: ['成立', 'Holds'],
  exampleFails: ['不一致', 'Fails'],
  exampleSays: ['报告写作：{}', 'The report says: {}'],
  exampleRounding: ['只差四舍五入', 'Rounding only'],
  exampleUndecided: ['无法判断', 'Undecided'],
  exampleAbsent: ['不适用', 'Does not apply'],
  catalogue: ['规则目录', 'Rules'],
  catalogueLead: [
    '共 {} 条规则。每条写明应当成立什么、依据和处理办法。',
    '{} rules, each with what must hold, its basis and what to do.',
  ],
  ruleTitle: ['应当成立', 'What must hold'],
  quote: ['原文摘录', 'Quoted'],
  editionsTitle: ['表式目录', 'Editions'],
  editionsLead: [
    '共 {} 种表式。表式不在其中的文件按“{}”读，依据各表的概念识别。',
    '{} editions. Any other document is read as "{}", its tables known by their concepts.',
  ],
  editionId: ['编号', 'Id'],
  editionName: ['名称', 'Name'],
  issuer: ['发布机关', 'Issuer'],
  tablesCount: ['表数', 'Tables'],
  anyUnit: ['随文件', 'as the document says'],
  anyIssuer: ['不限', 'any'],
  oneYear: ['{} 年度', '{}'],
  yes: ['有', 'yes'],
  no: ['无', 'no'],
  lineNumbers: ['行次', 'Line numbers'],
  budgetMeans: ['“预算数”指', '"Budget" means'],
  initialBudget: ['年初预算', 'the budget of January'],
  fullYearBudget: ['全年预算', 'the budget as adjusted in the year'],
  profileOf: ['绩效评分方法', 'Scoring profile'],
  sourceText: ['原文', 'Source text'],
  findings: ['核对结果', 'Findings'],
  skipToFindings: ['跳到核对结果', 'Skip to the findings'],
  skipToSource: ['跳到原文', 'Skip to the source text'],
  show: ['显示', 'Show'],
  omittedLines: ['略去 {} 行', '{} lines left out'],
  seeFinding: ['见第 {} 项', 'see item {}'],
  tableAtLines: ['第 {} 至 {} 行的表格', 'Table, lines {} to {}'],
  madeBy: ['由明账生成', 'Made by Mingzhang'],
  ...SCORE_WORDS,
  bookTitle: ['决算公开核对结果', 'Final accounts: what was found'],
  bookAbout: [
    '共 {} 份文件。各列为错误和警告的处数，由同一原因引起的只计一处；点单位名称看明细。',
    '{} documents. Columns count errors and warnings, each cause once; units lead to details.',
  ],
  bookOverview: ['总览', 'Overview'],
  bookRoster: ['名录核对', 'Roster'],
  backTo: ['返回“{}”', 'Back to "{}"'],
  unreadCount: ['没有读出', 'Unread'],
  notRead: ['没有读出', 'Not read'],
  hasErrors: ['有错误', 'Errors'],
  partlyUnread: ['有内容没有读出', 'Partly unread'],
  noErrors: ['没有错误', 'No errors'],
  number: ['编号', 'No.'],
  ordinal: ['序号', 'No.'],
  quoted: ['原文', 'Text'],
  problem: ['问题', 'Problem'],
  correction: ['整改要求', 'What to correct'],
  feedbackTitle: ['{}{}决算公开反馈意见表', '{}, {}: feedback on the published account'],
  feedbackYear: ['{}年度', '{}'],
  feedbackFound: ['共有错误 {} 处、警告 {} 处', 'Errors: {}, warnings: {}'],
  feedbackLeft: [
    '；另有 {} 处缺少依据无法判断、{} 处没有读出，请人工核对',
    '; undecided: {}, unread: {}, to be looked at by eye',
  ],
  feedbackNothing: ['未发现不一致', 'Nothing disagrees'],
  feedbackNotChecked: ['这份文件没有核对', 'This document was not checked'],
  feedbackReviewer: [
    '审核人（签字）：                              日期：        年     月     日',
    'Reviewer (signature):                              Date:',
  ],
  feedbackAnswer: [
    '单位意见和整改情况：                          负责人（签字）：                日期：        年     月     日',
    'Answer of the unit:                              Signature:                Date:',
  ],
  rosterKind: ['情况', 'What'],
  rosterAbout: ['说明', 'About'],
  rosterSummary: [
    '名录 {} 家：有文件 {}，缺文件 {}，涉密豁免 {}',
    'Roster of {}: {} have published, {} are missing, {} are exempt',
  ],
  rosterMissing: ['名录上有、没有收到文件', 'On the roster, without a document'],
  rosterGaps: ['部门有文件、所属单位没有', 'Department present, units missing'],
  rosterLate: ['公开日期晚于批复后二十日', 'Published later than 20 days after the approval'],
  rosterLateBy: ['公开日期 {}，应不晚于 {}；{}', 'published {}, due by {}; {}'],
  rosterRepeated: ['同一单位同一年度有几份文件', 'Several documents of one unit and year'],
  rosterUnlisted: ['收到文件、名录上没有', 'With a document, not on the roster'],
  rosterUnnamed: ['文件里没有认出单位名称', 'Documents that name no unit'],
  rosterExempt: ['涉密豁免', 'Exempt for secrecy'],
  rosterExemptFiled: [
    '豁免而有文件：{}，请先核实能否公开',
    'exempt, yet there is {}: verify first',
  ],
  rosterDeadline: ['应于 {} 前公开', 'due by {}'],
  rosterCovered: ['{} 中列有该单位', 'named as a unit in {}'],
  rosterNear: ['名称相近、请核实：{}', 'similar names, verify: {}'],
  colon: ['：', ': '],
  comma: ['、', ', '],
} as const satisfies Readonly<Record<string, readonly [zh: string, en: string]>>;

export type WordId = keyof typeof WORDS;

/** A word or sentence of the pages, its `{}` filled in order. */
export function word(lang: Lang, id: WordId, ...values: readonly (string | number)[]): string {
  let next = 0;
  return WORDS[id][lang === 'zh' ? 0 : 1].replace(/\{\}/g, () => String(values[next++] ?? ''));
}

type Pair = readonly [zh: string, en: string];

function pick(lang: Lang, pair: Pair): string {
  return pair[lang === 'zh' ? 0 : 1];
}

const SEVERITIES: Readonly<Record<Severity, Pair>> = {
  error: ['错误', 'Error'],
  warning: ['警告', 'Warning'],
  info: ['提示', 'Note'],
};

export function severityWord(lang: Lang, severity: Severity): string {
  return pick(lang, SEVERITIES[severity]);
}

const KINDS: Readonly<Record<DocumentKind, Pair>> = {
  'final-account': ['决算公开', 'a published final account'],
  budget: ['预算公开', 'a published budget'],
  'performance-report': ['绩效评价（自评）报告', 'a performance report'],
  template: ['空白模板', 'a blank template'],
  ledger: ['账套（收支明细）', 'the books of a year'],
  unknown: ['未能识别的文件', 'of a kind that was not recognised'],
};

export function kindWord(lang: Lang, kind: DocumentKind): string {
  return pick(lang, KINDS[kind]);
}

const EVALUATIONS: Readonly<Record<string, Pair>> = {
  'project-self-evaluation': ['项目支出绩效自评表', 'Project self-evaluation'],
  'department-self-evaluation': ['部门整体支出绩效自评表', 'Department self-evaluation'],
  'evaluation-report': ['绩效评价报告', 'Evaluation report'],
};

export function evaluationWord(lang: Lang, form: string): string {
  const pair = EVALUATIONS[form];
  return pair ? pick(lang, pair) : form;
}
