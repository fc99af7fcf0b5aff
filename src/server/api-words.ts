import type { Wording } from '../base/wording.js';

/**
 * What parameters and members mean, by name: the same name means the same everywhere but where
 * `operation.name` says otherwise.
 */
export const MEMBERS: Readonly<Record<string, Wording>> = {
  filing: { zh: '决算的编号', en: 'Id of a filing' },
  version: { zh: '第几版，从 1 起', en: 'Which version, from 1' },
  organisation: { zh: '单位的编号', en: 'Id of an organisation' },
  'getPublicAccount.organisation': {
    zh: '单位在门户上的代码（区划.代码），或单位的编号',
    en: 'The code of the body on the portal (region.code), or its id',
  },
  year: { zh: '决算年度', en: 'The year of the account' },
  fiscalYear: { zh: '决算年度', en: 'The year of the account' },
  text: {
    zh: '名称的一部分、拼音首字母或代码；几个词以空格分开',
    en: 'Part of a name, pinyin initials or code; several words apart by blanks',
  },
  region: {
    zh: '区划代码；查询时含它以下的',
    en: 'Code of a region; asked for, it stands for all below it too',
  },
  sector: { zh: '行业', en: 'Sector' },
  level: {
    zh: 'department 部门、unit 下级单位、bureau 财政部门',
    en: 'department, unit below one, or bureau of finance',
  },
  parent: { zh: '上级的编号；没有为 null', en: 'Id of what it belongs to, or null' },
  after: { zh: '上一页给出的 next', en: '`next` of the page before' },
  limit: { zh: '一页多少条，默认 50', en: 'How many on a page, 50 unless told' },
  next: { zh: '下一页的位置；最后一页为 null', en: 'Where the next page begins; null on the last' },
  total: { zh: '一共多少', en: 'How many there are' },
  state: { zh: '状态', en: 'State' },
  kind: { zh: '种类', en: 'Kind' },
  'listFilings.kind': {
    zh: '哪一种文件，默认 final-account（决算）',
    en: 'Of which kind, final-account unless told',
  },
  'openFiling.kind': { zh: '默认 final-account（决算）', en: 'final-account unless told' },
  form: {
    zh: '表的编号，如 expenditure（支出决算表），见 docs/output.md',
    en: 'Id of a form, such as expenditure; see docs/output.md',
  },
  position: { zh: '第几份，从 0 起', en: 'Which one, from 0' },
  batch: { zh: '成批上传的编号', en: 'Id of a batch' },
  file: { zh: '文件名；压缩包里的写成 a.zip!/b.docx', en: 'Its name; a.zip!/b.docx in an archive' },
  'settleBatchFile.file': { zh: '这份文件的编号', en: 'Id of the document in the batch' },
  which: {
    zh: 'check 核对结果（默认）、read 文件内容、score 绩效复核',
    en: 'check (unless told), read or score',
  },
  done: { zh: '做完的，含没有收下的', en: 'Finished, those not taken included' },
  failed: { zh: '没有收下的', en: 'Not taken' },
  asking: { zh: '没有收下、选定单位或年度就能收下的', en: 'Of these: mended by a choice' },
  finished: { zh: '全部做完了', en: 'All is done' },
  known: { zh: '早已有这份文件，没有新增版本', en: 'It was there already; no version was made' },
  why: { zh: '没有收下的原因', en: 'Why it was not taken' },
  asks: { zh: '要人选定什么', en: 'What is to be chosen' },
  near: { zh: '名称相近的单位', en: 'Bodies of similar names' },
  entity: { zh: '文件里写的单位', en: 'Whose it says it is' },
  counts: { zh: '错误、警告、提示各几处', en: 'How many errors, warnings and notes' },
  token: { zh: '令牌的编号', en: 'Id of a token' },
  code: { zh: '代码', en: 'Code' },
  user: { zh: '人员的编号', en: 'Id of a person' },
  role: {
    zh: 'accountant 填报、reviewer 审核、bureau 财政、administrator 管理',
    en: 'accountant, reviewer, bureau or administrator',
  },
  id: { zh: '编号', en: 'Id' },
  counter: {
    zh: '改到第几步；保存时带上看到的那个',
    en: 'How far the edits are; send what you saw',
  },
  edits: { zh: '改动，见 docs/store.md', en: 'What was changed' },
  since: { zh: '这期间别人的改动', en: 'What others changed meanwhile' },
  edition: { zh: '表式，如 shanxi-2022、general', en: 'Edition, such as shanxi-2022 or general' },
  key: { zh: 'place 地方名、owner 主办单位、contact 联系方式', en: 'place, owner or contact' },
  value: { zh: '值；null 清除', en: 'Value; null takes it away' },
  'listFacts.value': { zh: '金额，单位 10⁻⁸ 元', en: 'Amount in 10⁻⁸ yuan' },
  object: {
    zh: '只看一个对象，如 organisation:编号',
    en: 'Of one thing alone, such as organisation:ID',
  },
  before: { zh: '只看这个序号以前的', en: 'Before this number' },
  job: { zh: '任务的编号', en: 'Id of a job' },
  finding: { zh: '问题的编号，各版之间不变', en: 'Id of a finding, the same in every version' },
  reason: { zh: '理由', en: 'Reason' },
  until: { zh: '到哪一天为止；null 不限', en: 'Until which day; null for good' },
  verdict: { zh: 'right 文件是对的，fault 问题属实', en: 'right: the document is, or fault' },
  body: { zh: '正文', en: 'Text' },
  place: { zh: '在文件的哪里', en: 'Where in the document' },
  note: { zh: '说明', en: 'Note' },
  documentNumber: { zh: '批复文号', en: 'Number of the approval' },
  day: { zh: '日期，如 2024-08-30', en: 'Day, such as 2024-08-30' },
  lacking: { zh: '没有找到的规定的表', en: 'Statutory tables that were not found' },
  gaps: {
    zh: '有内容没有读出、缺规定的表时，为什么仍然公开；记录在这一步里',
    en: 'Why it is published though parts are unread or tables missing; the step keeps it',
  },
  correction: {
    zh: 'true：已经公开的，收为准备更正的新一版；不写就不收',
    en: 'true: of what is public, take it as a correction; else it is refused',
  },
  addresses: { zh: '另在哪些网址公开', en: 'Where else it is published' },
  name: { zh: '名称', en: 'Name' },
  login: { zh: '用户名', en: 'Name to sign in with' },
  password: { zh: '密码', en: 'Password' },
  current: { zh: '现在的密码', en: 'The password so far' },
  'changePassword.next': { zh: '新密码', en: 'The new password' },
  link: { zh: '一次性链接里的密钥', en: 'The secret of a link that works once' },
  scopes: { zh: 'read 只读，write 可写', en: 'read, write or both' },
  expiresAt: { zh: '到什么时候失效；null 不限', en: 'When it expires; null never' },
  secret: { zh: '令牌本身，只给这一次', en: 'The token itself, told once' },
  formerNames: { zh: '曾用名', en: 'Former names' },
  exempt: { zh: '是否免于公开', en: 'Whether it need not publish' },
  exemptReason: { zh: '免于公开的原因', en: 'Why it need not' },
  revision: {
    zh: '看到的修订号；别人先改过时拒绝',
    en: 'As it was seen; refused if changed since',
  },
  approved: { zh: '批复日期', en: 'Day of approval' },
  due: { zh: '最迟公开日', en: 'Last day for publication' },
  published: { zh: '公开的版本或日期；没有公开为 null', en: 'Published version or day, or null' },
  latest: { zh: '最新是第几版；0 还没有', en: 'The newest version; 0 where there is none' },
  summary: { zh: '核对的概况', en: 'What the check came to' },
  createdAt: { zh: '什么时候（UTC）', en: 'When, in UTC' },
  createdBy: { zh: '谁：user:编号 或 token:编号', en: 'Who: user:ID or token:ID' },
  change: {
    zh: 'new 新增、stays 仍在、gone 消失',
    en: 'new, stays or gone since the version before',
  },
  items: { zh: '一页的内容', en: 'What is on the page' },
  publishedAt: { zh: '什么时候公开（UTC）', en: 'When it was published, in UTC' },
  facts: { zh: '读出多少个数', en: 'How many amounts were read' },
  filingKind: { zh: '哪一种文件', en: 'Of which kind' },
  versions: { zh: '各版本', en: 'Versions' },
  steps: { zh: '办理经过', en: 'What was done with it' },
  rule: { zh: '规则的编号，见 /rules', en: 'Id of the rule, see /rules' },
  severity: { zh: 'error 错误、warning 警告、info 提示', en: 'error, warning or info' },
  waiver: { zh: '限期暂不处理；没有为 null', en: 'Waiver in force, or null' },
  replies: { zh: '单位的答复', en: 'What the unit answered' },
  number: { zh: '序号', en: 'Number' },
  digest: { zh: '内容的 SHA-256', en: 'SHA-256 of its content' },
  lang: { zh: 'zh 或 en', en: 'zh or en' },
};

/** What there is to know besides, by operation. */
export const GUIDE: Readonly<Record<string, Wording>> = {
  listPublicAccounts: {
    zh: '每份已公开的决算一条，按单位排列。',
    en: 'An entry for each published account, in the order of the bodies.',
  },
  getPublicAccount: {
    zh: '现行版本，或 version 指定的已公开的一版；金额精确到分。',
    en: 'The version in force, or another that was published; exact amounts.',
  },
  addToken: {
    zh: '要用登录的会话来建，不能用令牌再建令牌。secret 只给这一次。',
    en: 'From a session alone: a token begets no other. The secret is told once.',
  },
  listFilings: {
    zh: '看得到的单位每年一条，没有开始的也在内；total 只在第一页给。',
    en: 'One for each body and year that one may see; total comes with the first page.',
  },
  addVersion: {
    zh:
      'multipart/form-data：第一份文件是决算，其后的用来对照（上年决算、预算）；note 说明；' +
      'after 看到的最新版本号，别人先传过时拒绝。答复前已读出、核对并存好。',
    en:
      'multipart/form-data: the first file is the account, others are held against it; note; ' +
      'after: the newest version seen. Read, checked and kept before it answers.',
  },
  checkVersion: {
    zh: '与命令 mingzhang check --json 相同。',
    en: 'As `mingzhang check --json` gives it.',
  },
  readVersion: {
    zh: '与命令 mingzhang read --json 相同。',
    en: 'As `mingzhang read --json` gives it.',
  },
  scoreVersion: {
    zh: '与命令 mingzhang score --json 相同。',
    en: 'As `mingzhang score --json` gives it.',
  },
  addBatch: {
    zh:
      'multipart/form-data：files 可以很多，压缩包自动展开；year 只在整批同一年度时给。' +
      '答复 202 时已存好，随后在后台读，按文件里的单位和年度归入。' +
      '同一份文件再传不会新增版本，断线后可以放心重传。',
    en:
      'multipart/form-data: any number of files, archives are unpacked; year where all are of ' +
      'one. Kept when it answers 202, then read in the background and filed by the body and ' +
      'year that each names. The same file again makes no version: send again without fear.',
  },
  getBatchResults: {
    zh:
      '一行一份文件，按上传的先后：同 files 的一条，另有 check（或 read、score），' +
      '与命令行的 JSON 相同；没有收下或还没有读完的为 null。',
    en:
      'A line a document in the order given: as in files, with check (or read, score) as the ' +
      'command gives it; null where it was not taken, or not yet read.',
  },
  settleBatchFile: {
    zh: '只给没有收下而在问的文件（asks 不为 null）。',
    en: 'For documents that were not taken and ask (asks is not null).',
  },
  addVerdict: {
    zh: 'right：以后年度同样的问题不再提；fault：连同单位的答复可以公开。',
    en: 'right: not raised in later years; fault: may be published with the reply.',
  },
  'step-publish': {
    zh: '先生成全部格式并读回核对；保密审查、审签、批复齐了才能公开。',
    en: 'Every format is made and read back first; review, signature and approval must be there.',
  },
  'step-approve': {
    zh: 'documentNumber 和 day 必填；最迟公开日为其后 20 日。',
    en: 'Needs documentNumber and day; it is due 20 days later.',
  },
  editDraft: {
    zh: '带上看到的 counter；别人先改了不同的格，自动合在一起；改到同一格时 409 并给出对方的改动。',
    en: 'Send the counter seen; edits of other cells merge, those of the same one come back, 409.',
  },
};
