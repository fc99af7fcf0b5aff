import type { Measure } from '../accounts/model.js';
import { isMoneyUnit, type MoneyUnit } from '../base/amount.js';
import type { Outcome } from './number-view.js';
import type { Comparison, Timeliness } from './routes.js';
import type { CompareView, FailureView, Lang, ScoreLine } from './view-models.js';

type Pair = readonly [zh: string, en: string];

/** Words of the portal in both languages; `{}` is filled in order. */
const WORDS = {
  // The frame.
  siteOf: ['{}部门决算公开', 'Final accounts of {}'],
  siteLine: ['明账 · 每个数都有出处', 'Mingzhang · every number has its source'],
  skip: ['跳到正文', 'Skip to content'],
  navigation: ['主导航', 'Main'],
  language: ['中文', 'English'],
  crumbs: ['所在位置', 'You are here'],
  contents: ['本页内容', 'On this page'],
  pages: ['翻页', 'Pages'],
  filter: ['筛选', 'Filter'],
  home: ['首页', 'Home'],
  search: ['查找', 'Search'],
  region: ['地区', 'Regions'],
  deadline: ['公开时限', 'Deadlines'],
  compare: ['比较', 'Compare'],
  rules: ['核对规则', 'Rules'],
  glossary: ['名词解释', 'Glossary'],
  data: ['数据下载', 'Data'],
  aboutSite: ['关于本站', 'About this site'],
  about: ['本站是什么', 'What this is'],
  method: ['怎样读、怎样核对', 'How numbers are read and checked'],
  accessibility: ['无障碍说明', 'Accessibility'],
  api: ['数据接口', 'Interface for programs'],
  workbench: ['工作台', 'Workbench'],
  theme: ['显示', 'Appearance'],
  themeAuto: ['跟随系统', 'As the system'],
  themeLight: ['浅色', 'Light'],
  themeDark: ['深色', 'Dark'],
  footOwner: ['主办：{}', 'Published by {}'],
  footNote: [
    '表中数字按各单位公开的文件原样列示；以单位公开的文件为准。',
    'Numbers are shown as the bodies published them; the published documents prevail.',
  ],
  contact: ['联系：', 'Contact: '],
  // Common words.
  all: ['全部', 'All'],
  unit: ['单位', 'Body'],
  state: ['公开情况', 'Publication'],
  year: ['年度', 'Year'],
  years: ['年度', 'Years'],
  yearOf: ['{}年度', '{}'],
  sector: ['领域', 'Sector'],
  regionOne: ['地区', 'Region'],
  item: ['项目', 'Line'],
  column: ['栏目', 'Column'],
  amount: ['金额', 'Amount'],
  share: ['占比', 'Share'],
  file: ['文件', 'File'],
  format: ['格式', 'Format'],
  size: ['大小', 'Size'],
  version: ['版本', 'Version'],
  versionNumber: ['第 {} 版', 'Version {}'],
  inForce: ['现行', 'in force'],
  publishedOn: ['公开日期', 'Published'],
  publishedOnDay: ['公开于 ', 'Published '],
  approvedOn: ['批复日期', 'Approved'],
  lastDay: ['最迟公开日', 'Due by'],
  daysLate: ['超过 {} 天', '{} days late'],
  accountTitle: ['{} {}年度决算', '{}, final account {}'],
  publishedOf: ['已公开 {} / {}', '{} of {} published'],
  nextPage: ['下一页', 'Next page'],
  toBeginning: ['回到开头', 'Back to the beginning'],
  asOf: ['数据截至 ', 'As of '],
  inUnit: ['单位：{}', 'in {}'],
  unknown: ['未知', 'unknown'],
  noneYet: ['暂无', 'none yet'],
  showAll: ['显示全部', 'Show all'],
  chartItem: ['项目', 'Item'],
  chartBars: ['图示', 'Bars'],
  missingHere: ['（待补）', '(missing)'],
  // Home.
  homeTitle: ['{}的钱花到哪里去了', 'Where the money of {} goes'],
  homeLead: [
    '各部门、各单位的决算集中在这里：查得到、看得懂、比得了，每个数字都能追到公开文件里的那一格。',
    'The final accounts of all departments and units in one place: to be found, understood and ' +
      'compared, each number traced to its cell in the published document.',
  ],
  latest: ['最近公开', 'Latest'],
  whoPublished: ['谁按时公开了', 'Who published in time'],
  allDeadlines: ['查看全部单位的公开时限', 'All bodies and their deadlines'],
  tallyUnits: ['个单位', 'bodies'],
  tallyAccounts: ['份年度决算', 'annual accounts'],
  tallyNumbers: ['个数字可追溯', 'numbers with a source'],
  tallyRules: ['条核对规则', 'rules that check them'],
  correctedVersion: ['已更正，第 {} 版', 'corrected, version {}'],
  nothingPublished: ['还没有公开的决算', 'Nothing has been published yet'],
  nothingPublishedWhy: [
    '单位公开后会列在这里，最新的在前。可以先看看名词解释和核对规则。',
    'Accounts appear here as soon as they are published. The glossary and the rules are there ' +
      'already.',
  ],
  noRoster: ['还没有应公开单位名单', 'There is no list of bodies that are due yet'],
  noRosterWhy: [
    '财政部门录入名单和批复日期后，这里会显示公开进度。',
    'Once the finance office has entered the list and the dates of approval, progress is shown ' +
      'here.',
  ],
  // Search.
  searchTitle: ['查找单位', 'Find a body'],
  searchFor: ['查找“{}”', 'Search for "{}"'],
  searchLabel: ['单位名称、拼音首字母或代码', 'Name, pinyin initials or code'],
  searchHint: ['如：教育局、sljyj', 'e.g. 教育局, sljyj'],
  searchDo: ['查找', 'Search'],
  tryWords: ['试试：', 'Try: '],
  inRegion: ['在地区', 'In region'],
  inSector: ['在领域', 'In sector'],
  hits: ['找到的单位', 'Bodies found'],
  hitsCounted: ['找到 {} 个单位', 'Bodies found: {}'],
  noHits: ['没有找到', 'Nothing found'],
  noHitsFor: ['没有单位符合“{}”。', 'No body fits "{}".'],
  noHitsTry: [
    '可以少写几个字，只写名称中间的词，或用拼音首字母（教育局：jyj）。',
    'Use fewer characters, a word from the middle of the name, or pinyin initials (教育局: jyj).',
  ],
  searchEverywhere: ['不限地区和领域再找一次', 'Search again in all regions and sectors'],
  browseRegions: ['按地区浏览', 'Browse by region'],
  // Regions and deadlines.
  regionTitle: ['{} {}年度决算公开', '{}: final accounts {}'],
  regionsBelow: ['下级地区', 'Regions within'],
  unitsHere: ['单位', 'Bodies'],
  unitsOf: ['{} {}年度各单位', 'Bodies of {}, {}'],
  dueUnits: ['应公开', 'Due'],
  noUnits: ['这个地区还没有单位', 'There is no body in this region yet'],
  noUnitsWhy: ['请看下级地区，或换一个年度。', 'Look at the regions within, or at another year.'],
  deadlineTitle: ['{} {}年度公开时限', '{}: deadlines {}'],
  deadlineLead: [
    '批复后二十日内应当公开。这里列出每个单位的批复日、最迟公开日和实际公开日。',
    'An account is to be published within twenty days of its approval. Each body is listed ' +
      'with the day of approval, the last day and the day of publication.',
  ],
  allUnits: ['全部单位', 'All bodies'],
  noneInState: ['没有这种情况的单位。', 'No body is in this state.'],
  // A unit.
  unitAbove: ['主管部门', 'Its department'],
  unitsBelow: ['下属单位', 'Its units'],
  unitYears: ['各年度决算', 'Accounts by year'],
  noYears: ['这个单位还没有应公开的年度', 'No year of this body is due yet'],
  noYearsWhy: [
    '单位公开决算后会列在这里。可以先看同地区的其他单位。',
    'Its accounts will be listed here. Meanwhile see the other bodies of the region.',
  ],
  // An account.
  accountDescription: [
    '{}{}年度部门决算：报表、情况说明、绩效和历次版本',
    'Final account of {}, {}: tables, narrative, performance and versions',
  ],
  versionOf: ['第 {} 版，共 {} 版', 'version {} of {}'],
  replaced: ['这不是现行版本。', 'This version has been replaced.'],
  toCurrent: ['查看现行版本', 'See the version in force'],
  approvalNumber: ['批复文号', 'Approval number'],
  publishedAt: ['公开网址', 'Published at'],
  compareThis: ['与其他单位、其他年度比较', 'Compare with other bodies and years'],
  keyFigures: ['主要数字', 'Key figures'],
  againstLast: ['比上年 ', 'on last year '],
  lastYearWas: ['上年 ', 'from '],
  charts: ['图表', 'Charts'],
  tables: ['决算报表', 'Tables'],
  tablesLead: [
    '与公开文件一致。点任何一个数字，看它从哪里来。',
    'As printed. Each number leads to where it comes from.',
  ],
  tablesPartLead: [
    '从公开文件读出的部分。点任何一个数字，看它从哪里来。',
    'What could be read of it. Each number leads to where it comes from.',
  ],
  lostTitle: ['有内容没有读出，请看公开文件。', 'Some of it could not be read; see the document.'],
  lostAmounts: [
    '有 {} 个数没有读出，标作“未读出”，不是零。',
    '{} amounts could not be read; they are marked 未读出 and are not zero. ',
  ],
  lostTables: ['没有读到的表 {} 张：{}。', '{} tables were not found: {}.'],
  unread: ['未读出', 'unread'],
  noTables: ['没有可显示的报表', 'There are no tables to show'],
  noTablesWhy: [
    '这份决算只有原始文件，请在“公开文件”下载。',
    'Only the original file is there; see "Documents".',
  ],
  narrative: ['情况说明', 'Narrative'],
  documents: ['公开文件', 'Documents'],
  documentsLead: [
    '单位公开的原始文件。散列值可用来核对下载的文件没有变动。',
    'The files as published. The hash tells whether a download is unchanged.',
  ],
  noDocuments: ['没有文件可供下载', 'There is no file to download'],
  noDocumentsWhy: [
    '请到单位的公开网址查看。',
    'See the address at which the body published its account.',
  ],
  scores: ['绩效评价', 'Performance'],
  scoreOf: ['项目或部门', 'Project or department'],
  scoreKind: ['类型', 'Kind'],
  scoreBudget: ['全年预算', 'Budget'],
  scoreExecuted: ['执行数', 'Executed'],
  scoreRate: ['执行率', 'Rate'],
  score: ['得分', 'Score'],
  grade: ['等级', 'Grade'],
  scoreForms: ['绩效表', 'Forms'],
  scoreFormsLead: [
    '单位填报的绩效表，内容和得分照原样列示。点开看指标、目标值、完成值和得分。',
    'As the body filled them in; open one to see its indicators, targets, results and scores.',
  ],
  findings: ['经核实的问题', 'Confirmed findings'],
  findingsLead: [
    '只列审核人员核实过的问题和单位的答复；程序自动核对的结果不在这里公开。',
    'Only what a reviewer has confirmed, with the reply of the body; results of the program ' +
      'alone are not published.',
  ],
  noFindings: ['没有经核实的问题', 'No confirmed findings'],
  noFindingsMean: [
    '这表示审核人员没有核实到问题，不等于对全部内容的保证。',
    'No reviewer has confirmed any; that is no warranty of everything in it.',
  ],
  confirmedBy: ['{}核实于 ', 'Confirmed by {} on '],
  ruleOf: ['依据规则', 'rule'],
  replyOf: ['{}答复', 'Reply of {}'],
  noReply: ['单位尚未答复。', 'The body has not replied yet.'],
  correctedIn: ['第 {} 版已更正', 'corrected in version {}'],
  versions: ['历次版本', 'Versions'],
  versionsLead: [
    '更正不覆盖原版：每一版都保留，改了什么逐格可查。',
    'A correction replaces nothing: every version stays, and what it changed can be seen cell ' +
      'by cell.',
  ],
  firstVersion: ['首次公开', 'first publication'],
  changesIn: ['改动 {} 处', '{} changes'],
  changes: ['改动', 'Changes'],
  reason: ['更正说明', 'Reason'],
  // Where a number comes from.
  numberTitle: ['这个数从哪里来', 'Where this number comes from'],
  measure: ['口径', 'Measure'],
  inFile: ['在文件里', 'In the file'],
  excerpt: ['原文摘录', 'Excerpt'],
  fromBooks: ['由账簿汇总得出', 'A sum of the books'],
  fromBooksWhy: [
    '这个数没有单独印在一份原始文件里，由下列各数相加而成。',
    'It stands in no file by itself; it is the sum of the numbers below.',
  ],
  fromBooksOnly: [
    '公开的文件里没有单独印出这个数，它随文件附带的精确数据一起公开。',
    'The document does not print it by itself; it came with the exact data inside the file.',
  ],
  notHere: ['取自上年决算或年初预算', "From last year's account or the initial budget"],
  notHereWhy: [
    '这个数是用来比较的，本年的报表里没有单独一格。',
    'It is there to compare with; no cell of this year prints it.',
  ],
  blankCell: ['（空）', '(blank)'],
  sumOf: ['由哪些数合计', 'What it is the sum of'],
  sumLead: [
    '按报表的勾稽关系，应等于下列各数之和；点任何一个数继续往下看。',
    'By the articulation of the tables it equals the sum of these; each leads on to its own page.',
  ],
  zeroParts: ['另有 {} 项为零', 'another {}, all zero'],
  partOf: ['它计入哪些数', 'What it goes into'],
  outcome: ['核对结果', 'Outcome'],
  sign: ['加减', 'Sign'],
  alsoPrinted: ['还印在哪里', 'Where else it is printed'],
  alsoPrintedLead: [
    '同一个数在表格或文字里还出现于：',
    'The same number stands also in these tables and sentences:',
  ],
  otherYears: ['其他年度', 'Other years'],
  yearsOf: ['{}各年度数', '{} by year'],
  rulesOver: ['哪些规则核对它', 'Rules that check it'],
  rulesOverLead: [
    '下列规则涉及这个数。程序认为不符的，要经审核人员核实才公布，没有核实的一律写“未作结论”。',
    'These rules bear on this number. What the program takes for a fault is told only when a ' +
      'reviewer has confirmed it; everything else is "no conclusion".',
  ],
  // What changed.
  differenceTitle: ['第 {} 版到第 {} 版改了什么', 'What changed from version {} to {}'],
  statement: ['更正说明', 'Statement of correction'],
  noStatement: ['这次更正没有附说明。', 'No statement came with this correction.'],
  changedCells: ['改动的数字', 'Changed numbers'],
  changedTexts: ['改动的文字', 'Changed passages'],
  nothingChanged: ['两版的数字和文字相同', 'Both versions say the same'],
  nothingChangedWhy: [
    '可能只更换了文件的版式。散列值见各版的“公开文件”。',
    'Perhaps only the look of the file changed; see the hashes under "Documents".',
  ],
  oldNumber: ['原数', 'Old'],
  newNumber: ['更正数', 'New'],
  differenceNumber: ['差额', 'Difference'],
  counts: ['数量', 'Counts'],
  noCell: ['（无）', '(none)'],
  noText: ['（无）', '(none)'],
  oldText: ['原文', 'Old'],
  newText: ['更正为', 'New'],
  // Comparison.
  compareTitle: ['比较单位和年度', 'Compare bodies and years'],
  compareLead: [
    '选几个单位、几个年度和一个指标；可以看金额、人均，也可以看占支出的比重。',
    'Choose bodies, years and a measure; see amounts, amounts per head of staff, or shares of ' +
      'expenditure.',
  ],
  compareWhat: ['比什么', 'Measure'],
  compareHow: ['怎么比', 'Shown as'],
  compareDo: ['比较', 'Compare'],
  compareResult: ['结果', 'Result'],
  compareNothing: ['还没有选单位', 'No body has been chosen'],
  compareNothingDo: [
    '在“加入单位”里写几个字，按“比较”，再从找到的单位里挑选。',
    'Type a few characters into "Add a body", press "Compare", and choose from what is found.',
  ],
  compareDescription: ['各单位{}对比', '{} by body'],
  compareNote: [
    '人员数取自单位公开的文件，未公开的不计算人均。职能不同的单位，金额多少不说明好坏。',
    'Staff numbers are those the bodies published; without them there is no figure per head. ' +
      'Bodies with other duties spend otherwise; more is not worse.',
  ],
  addUnit: ['加入单位', 'Add a body'],
  enoughUnits: ['最多 {} 个', 'at most {}'],
  chosenUnits: ['已选：', 'Chosen: '],
  foundUnits: ['点一下加入：', 'Click to add: '],
  removeUnit: ['移除 {}', 'Remove {}'],
  perHead: ['{}/人', '{} per head'],
  // Rules and glossary.
  rulesTitle: ['核对规则', 'Rules'],
  rulesLead: [
    '共 {} 条。每条写明什么必须成立、依据什么、不成立时怎么办，并有正反例子。',
    '{} rules. Each says what must hold, on what basis, what to do when it does not, with ' +
      'examples.',
  ],
  mustHold: ['必须成立', 'What must hold'],
  ruleId: ['编号', 'Id'],
  severity: ['程度', 'Severity'],
  basis: ['依据', 'Basis'],
  glossaryTitle: ['名词解释', 'Glossary'],
  glossaryLead: [
    '决算里常见的词，用平常话解释。',
    'The words of final accounts, in plain language.',
  ],
  // Data.
  dataTitle: ['数据下载与接口', 'Data and interface'],
  dataLead: [
    '本站公开的全部数据都可以整批下载，也可以由程序逐项查询；金额一律是精确的十进制数。',
    'Everything on this site can be downloaded in bulk or asked for by programs; amounts are ' +
      'exact decimal numbers.',
  ],
  bulk: ['整批下载', 'In bulk'],
  dataSet: ['数据', 'Data'],
  noBulk: ['还没有可下载的数据', 'There is nothing to download yet'],
  noBulkWhy: ['有决算公开后会自动生成。', 'Files are made as soon as accounts are published.'],
  apiLead: [
    '每份决算都有对应的 JSON；带版本号的地址内容不会改变。',
    'Each account has its JSON; what lies at the address of a version never changes.',
  ],
  apiExample: ['例如：', 'For example:'],
  apiPage: ['接口说明', 'Documentation'],
  stable: ['固定地址', 'Stable addresses'],
  stableLead: [
    '不带版本号的地址总是现行版本；带版本号的地址永远是那一版。单位换了代码，原来的地址会自动转到新的。可以放心引用。',
    'An address without a version is always the one in force; with a version it is that one ' +
      'for ever. When the code of a body changes, its old addresses lead to the new one. Cite ' +
      'them freely.',
  ],
  siteAddress: ['https://本站地址', 'https://this.site'],
  address: ['地址', 'Address'],
  addressMeans: ['是什么', 'What it is'],
  addressUnit: ['一个单位的各年度', 'A body with all its years'],
  addressAccount: ['一份决算，现行版本', 'An account, the version in force'],
  addressVersion: ['一份决算的某一版', 'One version of an account'],
  addressDifference: ['某一版比前一版改了什么', 'What a version changed of an earlier one'],
  addressNumber: ['一个数从哪里来', 'Where a number comes from'],
  addressFile: ['一个公开文件，按内容的散列值', 'A published file, by the hash of its content'],
  // Failures.
  failureStatus: ['代码 {}', 'Status {}'],
  toReplacement: ['去新的页面', 'Go to the new page'],
  waitSeconds: ['请在 {} 秒后再试。', 'Please try again in {} seconds.'],
  whatNow: ['接下来可以', 'What you can do'],
  toHome: ['回到首页', 'Go to the first page'],
  requestId: ['请求编号：', 'Request id: '],
  tellContact: ['反馈时请告知编号，联系：', 'Please mention it when you write to: '],
} as const satisfies Readonly<Record<string, Pair>>;

export type WordId = keyof typeof WORDS;

/** A word or sentence of the portal, its `{}` filled in order. */
export function say(lang: Lang, id: WordId, ...values: readonly (string | number)[]): string {
  const text = WORDS[id][lang === 'zh' ? 0 : 1];
  if (values.length === 0) return text;
  let next = 0;
  return text.replace(/\{\}/g, () => String(values[next++] ?? ''));
}

function pick(lang: Lang, pair: Pair): string {
  return pair[lang === 'zh' ? 0 : 1];
}

const STATES: Readonly<Record<Timeliness, Pair>> = {
  'in-time': ['及时公开', 'in time'],
  late: ['逾期公开', 'late'],
  missing: ['未公开', 'not published'],
  'not-due': ['未到期', 'not due yet'],
  exempt: ['豁免', 'exempt'],
};

export function stateWord(lang: Lang, state: Timeliness): string {
  return pick(lang, STATES[state]);
}

const MONEY: Readonly<Record<MoneyUnit, string>> = {
  元: 'yuan',
  千元: 'thousand yuan',
  万元: '10,000 yuan',
  百万元: 'million yuan',
  亿元: '100 million yuan',
};

export function moneyWord(lang: Lang, unit: MoneyUnit): string {
  return lang === 'zh' ? unit : MONEY[unit];
}

/** A unit that may be money; anything else stays as it is. */
export function moneyWordOf(lang: Lang, unit: string): string {
  return isMoneyUnit(unit) ? moneyWord(lang, unit) : unit;
}

const MEASURES: Readonly<Record<Measure, Pair>> = {
  reported: ['本年决算数', 'this year, executed'],
  prior: ['上年决算数', 'last year, executed'],
  budget: ['年初预算数', 'initial budget'],
};

export function measureWord(lang: Lang, measure: Measure): string {
  return pick(lang, MEASURES[measure]);
}

const COMPARISON_WORDS: Readonly<Record<Comparison, Pair>> = {
  amount: ['金额', 'amount'],
  head: ['人均', 'per head of staff'],
  share: ['占支出的比重', 'share of expenditure'],
};

export function comparisonWord(lang: Lang, comparison: Comparison): string {
  return pick(lang, COMPARISON_WORDS[comparison]);
}

const OUTCOMES: Readonly<Record<Outcome, Pair>> = {
  holds: ['相符', 'holds'],
  rounding: ['尾差之内相符', 'holds within rounding'],
  confirmed: ['经核实不符', 'fault, confirmed'],
  open: ['未作结论', 'no conclusion'],
};

/** What a rule comes to, as far as it is public. */
export function outcomeWord(lang: Lang, outcome: Outcome): string {
  return pick(lang, OUTCOMES[outcome]);
}

type Why = NonNullable<CompareView['rows'][number]['cells'][number]['why']>;

const WHYS: Readonly<Record<Why, Pair>> = {
  unpublished: ['未公开', 'not published'],
  unread: ['未读出', 'unread'],
  'no-staff': ['人数未公开', 'staff not told'],
  'no-total': ['无支出合计', 'no total'],
};

export function whyWord(lang: Lang, why: Why): string {
  return pick(lang, WHYS[why]);
}

const SCORE_KINDS: Readonly<Record<ScoreLine['kind'], Pair>> = {
  project: ['项目自评', 'project, self-evaluation'],
  department: ['部门整体自评', 'department, self-evaluation'],
  evaluation: ['部门或财政评价', 'evaluation'],
};

export function scoreKindWord(lang: Lang, kind: ScoreLine['kind']): string {
  return pick(lang, SCORE_KINDS[kind]);
}

const FAILURES: Readonly<Record<FailureView['status'], readonly [title: Pair, why: Pair]>> = {
  400: [
    ['这个地址写得不对', 'This address is not complete'],
    ['地址里有读不懂的内容。请检查后再试。', 'Part of it cannot be read. Please check it.'],
  ],
  403: [
    ['这里需要登录', 'This needs you to sign in'],
    ['这个页面不对外公开。', 'This page is not public.'],
  ],
  404: [
    ['没有这个页面', 'There is no such page'],
    [
      '地址可能写错了，或者这个单位还没有公开这一年度的决算。',
      'The address may be mistyped, or the body has not published the account of that year.',
    ],
  ],
  408: [
    ['没有收到完整的请求', 'The request did not arrive whole'],
    ['可能是网络太慢，请再试一次。', 'The line may be slow; please try again.'],
  ],
  410: [
    ['这个页面已经被取代', 'This page has been replaced'],
    [
      '单位更正了这份决算，原来的位置不再使用；更正前后的每一版仍可查到。',
      'The account has been corrected and this place is no longer used; every version can ' +
        'still be seen.',
    ],
  ],
  414: [
    ['这个地址太长', 'This address is too long'],
    ['请检查地址，或从下面重新找。', 'Please check it, or look for the page below.'],
  ],
  429: [
    ['请求太快了', 'Too many requests'],
    [
      '短时间内的请求太多。整批数据请用“数据下载”。',
      'There were too many in a short time. Whole sets of data are under "Data".',
    ],
  ],
  431: [
    ['浏览器随请求送来的内容太多', 'The browser sent too much along'],
    [
      '请清除浏览器里本站的 Cookie，再打开一次。',
      'Please clear the cookies of this site and open it again.',
    ],
  ],
  500: [
    ['我们这里出了错', 'Something went wrong on our side'],
    [
      '不是您的问题，情况已经记录。可以稍后再试。',
      'It is not your fault and has been recorded. Please try again later.',
    ],
  ],
  503: [
    ['正在维护', 'Under maintenance'],
    ['网站暂时不可用，数据没有丢失。', 'The site is away for a moment; nothing is lost.'],
  ],
};

/** What went wrong and why, for a reader. */
export function failureWords(
  lang: Lang,
  status: FailureView['status'],
): readonly [title: string, why: string] {
  const [title, why] = FAILURES[status];
  return [pick(lang, title), pick(lang, why)];
}
