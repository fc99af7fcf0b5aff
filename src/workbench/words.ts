import type { Wording } from '../base/wording.js';
import type { Lang } from '../portal/view-models.js';
import type { Inspection } from '../rules/inspections.js';
import { WORDS_OF_FORMS } from './form-words.js';
import type { BodyLevel } from './office-view-models.js';
import { WORDS_OF_ROSTER } from './roster-words.js';
import { WORDS_OF_UPLOAD } from './upload-words.js';
import type { FilingState, Role } from './view-models.js';

type Pair = readonly [zh: string, en: string];

/** Words of the workbench in both languages; `{}` is filled in order. */
const WORDS = {
  ...WORDS_OF_FORMS,
  ...WORDS_OF_UPLOAD,
  ...WORDS_OF_ROSTER,
  // The frame.
  site: ['{}决算工作台', 'Final accounts of {}: workbench'],
  siteLine: ['明账 · 编制、核对、审核、公开', 'Mingzhang · prepare, check, review, publish'],
  skip: ['跳到正文', 'Skip to content'],
  navigation: ['主导航', 'Main'],
  language: ['中文', 'English'],
  signOut: ['退出', 'Sign out'],
  passwordless: ['只在这台电脑上使用，不用登录', 'on this computer only, no sign-in'],
  theme: ['显示', 'Appearance'],
  themeAuto: ['跟随系统', 'As the system'],
  themeLight: ['浅色', 'Light'],
  themeDark: ['深色', 'Dark'],
  footNote: ['每一步都留有记录。', 'Every step is on record.'],
  toPortal: ['看公开网站', 'See the public site'],
  work: ['我的工作', 'My work'],
  queue: ['审核', 'Review'],
  upload: ['批量上传', 'Upload'],
  roster: ['公开检查', 'Inspection'],
  people: ['人员', 'People'],
  // Common words.
  all: ['全部', 'All'],
  unit: ['单位', 'Body'],
  unitName: ['单位名称', 'Name of the body'],
  unitCode: ['单位代码', 'Code of the body'],
  year: ['年度', 'Year'],
  region: ['地区', 'Region'],
  state: ['状态', 'State'],
  file: ['文件', 'File'],
  files: ['文件', 'Files'],
  filing: ['决算', 'Filing'],
  findings: ['问题', 'Findings'],
  publicTitle: ['这份决算已经公开', 'This account is public'],
  publicLead: ['文件“{}”还没有收下。', '“{}” has not been taken yet.'],
  asCorrection: ['作为更正的新一版收下', 'Take it as a correction'],
  notTaken: ['不收', 'Do not take it'],
  unreadCount: ['未读出 {}', '{} unread'],
  lackingCount: ['缺 {} 张表', '{} tables missing'],
  lackingTitle: ['没有找到 {} 张规定的表：{}。', '{} statutory tables were not found: {}.'],
  lackingMeans: [
    '没有数据的表也要公开空表。文件里有而没有读出的，请换成完整、清楚的文件再上传。',
    'Empty tables are published too. If they are there, upload a whole and legible document.',
  ],
  partFindings: ['读出的部分没有发现不一致。', 'Nothing disagrees in what was read.'],
  partFindingsMean: ['没有读出的内容没有核对。', 'What was not read was not checked.'],
  gapsReason: ['为什么这样公开（会记录在案）', 'Why it is published like this (it is recorded)'],
  noneFound: ['无问题', 'none'],
  nextStep: ['下一步', 'Next step'],
  deadline: ['最迟公开日', 'Due by'],
  changedAt: ['最近改动', 'Changed'],
  item: ['项目', 'Line'],
  column: ['栏目', 'Column'],
  change: ['增减', 'Change'],
  rate: ['增减率', 'Rate'],
  filter: ['筛选', 'Filter'],
  save: ['保存', 'Save'],
  choose: ['请选择', 'Choose'],
  required: ['必填', 'required'],
  toReview: ['沿用来的，请看一遍', 'taken over, please look'],
  contact: ['联系：', 'Contact: '],
  requestId: ['请求编号：', 'Request id: '],
  filingTitle: ['{} {}年度{}', '{}, {}: {}'],
  versionNumber: ['第 {} 版', 'version {}'],
  versionOf: ['第 {} 版，共 {} 版', 'version {} of {}'],
  fileHint: [
    'Word、Excel、PDF（含扫描件）、OFD、网页、图片都可以，每个最大 {}。',
    'Word, Excel, PDF (scans too), OFD, web pages and pictures, at most {} each.',
  ],
  fileHintArchives: [
    'Word、Excel、PDF（含扫描件）、OFD、网页、图片、压缩包都可以，每个最大 {}。',
    'Word, Excel, PDF (scans too), OFD, web pages, pictures and archives, at most {} each.',
  ],
  // Doors.
  signInTitle: ['登录', 'Sign in'],
  signIn: ['登录', 'Sign in'],
  login: ['登录名', 'Login'],
  password: ['密码', 'Password'],
  forgotten: [
    '忘记密码请找本系统管理员，会给您一个只能用一次的链接。',
    'If you forgot the password, ask the administrator for a link that works once.',
  ],
  signInWrong: ['登录名或密码不对。', 'Login or password is wrong.'],
  signInTooOften: ['试得太多了，请过几分钟再试。', 'Too many attempts; wait a few minutes.'],
  signInDisabled: [
    '这个账号已停用，请联系管理员。',
    'This account is shut; ask the administrator.',
  ],
  signInExpired: ['登录已过期，请重新登录。没有提交的内容请重填。', 'Please sign in again.'],
  setUpTitle: ['第一次使用', 'First run'],
  setUpLead: [
    '说明这里是谁的工作台，并建立管理员账号。没有预设密码。',
    'Say whose workbench this is and make the administrator. There is no default password.',
  ],
  setUpPlace: ['地区或单位', 'Place'],
  setUpPlaceHint: ['如：示例市。会出现在每一页的标题里。', 'It stands in the title of each page.'],
  setUpOwner: ['主办单位', 'Who answers for it'],
  setUpExample: ['装入虚构的示例数据，先试一试', 'Fill in invented data to try things out'],
  setUpDo: ['开始使用', 'Begin'],
  invitedTitle: ['设置密码', 'Choose a password'],
  invitedLead: ['这个链接只能用一次。', 'This link works once.'],
  invitedAs: ['{}，您好。请为自己的账号设置密码。', 'Hello {}, please choose your password.'],
  invitedDo: ['设置并登录', 'Set and sign in'],
  personName: ['姓名', 'Name'],
  newPassword: ['密码', 'Password'],
  passwordAgain: ['再输一遍', 'Once more'],
  passwordHint: [
    '至少 10 个字符，可以是一句好记的话。',
    'At least 10 characters; a sentence will do.',
  ],
  accountTitle: ['我的账号', 'My account'],
  accountLead: ['登录名：{}', 'Login: {}'],
  changePassword: ['修改密码', 'Change the password'],
  changePasswordLead: [
    '改好后，别处的登录随即失效，这里继续使用。',
    'Wherever else you are signed in ends; here you go on.',
  ],
  otherPassword: ['新密码', 'New password'],
  currentPassword: ['现在的密码', 'Present password'],
  tokens: ['程序用的令牌', 'Tokens for programs'],
  tokensLead: [
    '程序凭令牌以您的身份读写数据。',
    'With a token a program reads and writes in your name.',
  ],
  toInterface: ['地址和用法', 'Addresses, and how to use them'],
  tokenName: ['用途', 'What for'],
  tokenScope: ['可以做什么', 'What it may do'],
  tokenReads: ['只读', 'read'],
  tokenWrites: ['读和写', 'read and write'],
  tokenMake: ['新建令牌', 'Make a token'],
  tokenOnce: ['令牌只显示这一次，请现在抄走：', 'Shown only now, copy it:'],
  tokenEnd: ['作废', 'End it'],
  tokenEndOf: ['作废：{}', 'End it: {}'],
  tokenNone: ['还没有令牌。', 'There are none.'],
  createdOn: ['建立', 'Made'],
  usedLast: ['最近使用', 'Last used'],
  never: ['没有用过', 'never'],
  singleTitle: ['这台电脑上的明账', 'Mingzhang on this computer'],
  singleWhat: [
    '现在只有坐在这台电脑前的人能用，所以不用登录，什么都可以做；公开网站也只有这台电脑看得到。',
    'Only whoever sits at this computer can use it now, so nobody signs in, and everything may ' +
      'be done. The public site is seen from here alone, too.',
  ],
  singleBecome: ['给大家用', 'Let others use it'],
  singleBecomeLead: [
    '说明这是谁的工作台，并设一个密码。做过的都留着；从此每个人凭自己的账号登录，' +
      '在“人员”里给同事发链接。',
    'Say whose workbench this is and choose a password. All that was done stays; from then on ' +
      'everybody signs in, and you send links to colleagues under "People".',
  ],
  singleListen: [
    '要让别的电脑也能打开，设好以后请停下程序，改用 mingzhang serve --host 0.0.0.0 启动；' +
      '对外请在前面加 https。',
    'For other computers to reach it, stop the program then and start it with ' +
      'mingzhang serve --host 0.0.0.0; put https before it.',
  ],
  singleBecomeDo: ['设好密码并登录', 'Set it up and sign in'],
  ownAccount: ['我的账号', 'My account'],
  notSetUp: ['这里还没有设置好', 'This is not set up yet'],
  notSetUpDo: [
    '请用启动程序时屏幕上打印的链接完成设置；链接过期了就重新启动程序，会打印新的。',
    'Use the link that was printed when the program started; start it again for a new one.',
  ],
  problemStatus: ['代码 {}', 'Status {}'],
  goBack: ['回到刚才的页面', 'Back'],
  toWork: ['回到我的工作', 'Back to my work'],
  // My work.
  workTitle: ['{}的工作', 'Work of {}'],
  workWaiting: ['有 {} 件事等您处理。', '{} things wait for you.'],
  workNothing: ['没有等您处理的事。', 'Nothing waits for you.'],
  forMe: ['等我处理', 'For me'],
  others: ['其他', 'Others'],
  begin: ['新的决算', 'A new account'],
  noFilings: ['这里还没有决算', 'There are no accounts yet'],
  noFilingsDo: [
    '把一份现成的决算文件放进下面的框里，几秒钟就能看到问题；或者从空白表开始填。',
    'Put a document into the box below and see its findings in seconds, or begin with a blank.',
  ],
  noFilingsWait: [
    '单位上报后会列在这里。也可以用“批量上传”导入一批文件。',
    'What bodies hand in is listed here. Many files can be uploaded at once under "Upload".',
  ],
  dropTitle: ['从现成文件开始', 'Begin with a document'],
  dropLead: ['选择文件，或把文件拖到框里。', 'Choose files, or drop them on the field.'],
  fromDocument: ['从文件里读出', 'as the document says'],
  uploadAndCheck: ['上传并核对', 'Upload and check'],
  newUnit: ['单位名称（上面没有时填）', 'Name of a body that is not listed'],
  readingTitle: ['正在读出并核对', 'Being read and checked'],
  readingFor: ['已用 {} 秒', '{} seconds so far'],
  readingMeans: [
    '扫描件每页要一两秒。读完自动打开结果；离开后回到本页也能看到。这时关闭程序，文件要重新上传。',
    'A page of a scan takes a second or two. The result opens by itself, also if you come back.',
  ],
  unclearTitle: ['这份文件是谁的', 'Whose document is this?'],
  unclearLead: [
    '文件“{}”已经收到，补上下面的内容就开始核对，不用再传。',
    '“{}” has arrived; say what is missing and it is checked. Nothing is to be sent again.',
  ],
  unclearDo: ['核对', 'Check it'],
  blankTitle: ['从空白表开始', 'Begin with a blank'],
  blankLead: ['按所选地区的表式，像在纸上一样填写。', 'The tables as on paper, to be typed into.'],
  blankDo: ['新建', 'Create'],
  edition: ['表式', 'Edition'],
  // Queue and upload.
  queueTitle: ['决算审核', 'Accounts and their review'],
  queueLead: ['共 {} 份。', '{} in all.'],
  queueEmpty: ['没有符合条件的决算', 'Nothing fits'],
  queueAll: ['看全部', 'See all'],
  atLeast: ['问题程度', 'With findings'],
  onlyMine: ['只看等我处理的', 'Only what waits for me'],
  // A filing.
  handIn: ['提交这一版并核对', 'Hand in and check'],
  correct: ['更正', 'Correct'],
  type: ['填写和修改', 'Type and correct'],
  withLastYear: ['与上年对照', 'Beside last year'],
  workflow: ['流程', 'Workflow'],
  documentNumber: ['批复文号', 'Number of the approval'],
  approvedOn: ['批复日期', 'Approved on'],
  publishedOn: ['公开日期', 'Published on'],
  deadlineNote: ['最迟公开日按批复日期自动计算。', 'The last day to publish follows from it.'],
  addresses: ['公开网址（每行一个）', 'Addresses (one a line)'],
  correctionNote: ['更正说明（会公开）', 'Statement of correction (public)'],
  returnNote: ['退回意见', 'What is to be changed'],
  stepNote: ['说明（可不填）', 'Note (optional)'],
  unreadTitle: ['有内容没有读出。', 'Some of it could not be read.'],
  unreadMeans: [
    '没有读出的内容不作判断，请对照原件。',
    'Nothing is said of it; please look yourself.',
  ],
  nothingYet: ['还没有上报内容', 'Nothing has been handed in yet'],
  nothingYetDo: [
    '点“填写和修改”录入，或在下面“文件”处上传一份文件。',
    'Type it in, or upload a document under "Files" below.',
  ],
  noFindings: ['没有发现不一致。', 'Nothing disagrees.'],
  noFindingsMean: ['这只说明能核对的数都相符。', 'That is, of what can be checked.'],
  changesOf: [
    '与上一版相比：新出现 {} 个，仍在 {} 个，已消除 {} 个。',
    'Against the version before: {} new, {} stay, {} gone.',
  ],
  goneTitle: ['已消除的 {} 个问题', '{} findings that are gone'],
  sourceOf: ['原文：{}', 'Document: {}'],
  pageOf: ['第 {} 页', 'Page {}'],
  toFinding: ['看问题 {}', 'Finding {}'],
  isNew: ['新出现', 'new'],
  perhaps: ['可能：', 'Perhaps: '],
  remedy: ['建议：', 'Remedy: '],
  basis: ['依据：', 'Basis: '],
  following: ['由此引起的 {} 项', '{} that follow from it'],
  waive: ['暂不处理', 'Let it pass'],
  waiveReason: ['理由', 'Reason'],
  waiveUntil: ['到哪天为止（可不填）', 'Until (optional)'],
  waived: ['暂不处理：', 'Let pass: '],
  untilDay: ['至 {}', 'until {}'],
  takeBack: ['撤回', 'Take back'],
  decide: ['审核结论', 'Decide'],
  decideReason: ['说明', 'Why'],
  confirmFault: ['确认是问题', 'Confirm the finding'],
  confirmRight: ['原文无误', 'The document is right'],
  isFault: ['已核实：', 'Confirmed: '],
  isRight: ['原文无误：', 'The document is right: '],
  reply: ['答复', 'Reply'],
  replyText: ['答复内容（问题公开时一并公开）', 'Reply (public with the finding)'],
  unitReplied: ['单位答复：', 'The body replies: '],
  comment: ['批注', 'Remark'],
  commentText: ['批注内容', 'Remark'],
  resolve: ['已处理', 'Dealt with'],
  resolved: ['已处理', 'dealt with'],
  remarks: ['批注', 'Remarks'],
  needs: ['待补内容', 'To do'],
  needsOpen: [
    '公开文件还缺 {} 项必填内容，表里没有，要人来写。',
    'The document still wants {} required texts.',
  ],
  needsReview: ['沿用来的 {} 项，已在文件里，请看一遍', '{} taken over and printed; please look'],
  needsOptional: ['可以不写的 {} 项', '{} optional'],
  needsStop: [
    '这一版还缺 {} 项必填内容，补齐才能公开。先点“填写和修改”补上，提交新的一版，再走下面的步骤。',
    'This version wants {} required texts before it can be published. Type them first, then go on.',
  ],
  needsBack: [
    '这一版还缺 {} 项必填内容，补齐才能公开。请先退回，补上后提交新的一版。',
    'This version wants {} required texts before it can be published. Send it back to complete it.',
  ],
  needsFirst: ['缺的有：{}等。', 'Among them: {}.'],
  needsAll: ['缺的是：{}。', 'They are: {}.'],
  sentBackBy: ['{} 退回：', 'Sent back by {}: '],
  needsDone: ['必填的都写了。', 'All that is required is there.'],
  handedIn: ['上报的文件', 'Handed in'],
  noFiles: ['没有文件；内容是在这里填写的。', 'None; it was typed here.'],
  uploadAgain: ['上传新的一版', 'Upload another version'],
  downloads: ['下载', 'Downloads'],
  noDownloads: ['核对后可以下载各种格式。', 'There is something to download once it is checked.'],
  history: ['经过', 'History'],
  stepsTaken: ['步骤', 'Steps'],
  versions: ['版本', 'Versions'],
  backToFiling: ['回到核对结果', 'Back to the findings'],
  loadSummary: ['从文件导入', 'Load from files'],
  loadFiles: ['填报工作簿、明细账或决算表', 'Entry workbook, books or tables'],
  loadNote: [
    '文件里的表、文字和自评表放进正在填写的内容，同一张表以文件为准，其余不动。',
    'Tables, texts and forms of the files take the place of those here; everything else stays.',
  ],
  load: ['导入', 'Load'],
  entryLoading: ['正在打开填写界面…', 'Opening…'],
  entryNoScript: [
    '在线填写需要浏览器脚本。也可以下载 Excel 模板填好后上传。',
    'Typing needs scripts. You can also fill in the workbook and upload it.',
  ],
  yearsTitle: ['{}：与上年对照', '{}: beside last year'],
  yearsLead: ['金额单位：{}', 'Amounts in {}'],
  noLastYear: ['没有上年的决算', 'There is no account of last year'],
  noLastYearDo: ['上传上年公开的文件后即可对照。', 'Upload the document of last year.'],
  // Regions and bodies.
  bodies: ['单位', 'Bodies'],
  bodiesTitle: ['地区和单位', 'Regions and bodies'],
  bodiesLead: [
    '谁编报、谁审核，都从这里来：先有地区，再有财政部门、主管部门和它们的单位。共 {} 个。',
    'Who files and who reviews: regions first, then bureaus, departments and their units. {} here.',
  ],
  noBodies: ['还没有单位', 'There are no bodies yet'],
  noBodiesDo: ['在下面先加地区，再加单位。', 'Add a region below, then bodies.'],
  noBodyFits: ['没有符合的单位', 'Nothing fits'],
  addRegion: ['增加或修改地区', 'Add or rename a region'],
  regionCode: ['区划代码', 'Code'],
  regionCodeHint: ['如：140105。已有的代码会改名。', 'Such as 140105; a known code is renamed.'],
  regionName: ['地区名称', 'Name'],
  regionAbove: ['上级地区', 'Part of'],
  noneAbove: ['没有上级', 'none'],
  addBody: ['增加单位', 'Add a body'],
  level: ['性质', 'Kind'],
  unitCodeOptional: ['单位代码（可不填）', 'Code (optional)'],
  parentBody: ['主管部门', 'Part of'],
  sector: ['领域', 'Sector'],
  sectorOptional: ['领域（可不填，如：教育）', 'Sector (optional)'],
  // People.
  peopleTitle: ['人员和权限', 'People and rights'],
  peopleLead: [
    '每个人能看什么、做什么，由角色和所在单位决定。',
    'Role and body decide what one may do.',
  ],
  rights: ['权限', 'Rights'],
  account: ['账号', 'Account'],
  role: ['角色', 'Role'],
  organisation: ['所在单位', 'Body'],
  everywhere: ['全部单位（只有管理员可以）', 'everywhere (administrators only)'],
  grant: ['增加权限', 'Give a right'],
  revoke: ['取消权限：{}', 'Revoke: {}'],
  disable: ['停用', 'Shut'],
  enable: ['恢复', 'Open again'],
  newLink: ['重设密码的链接', 'Link to reset'],
  isActive: ['使用中', 'active'],
  isInvited: ['等本人设密码', 'has not chosen a password'],
  isDisabled: ['已停用', 'shut'],
  invite: ['增加人员', 'Add somebody'],
  inviteHint: [
    '会得到一个只能用一次的链接，请当面或用可靠的方式交给本人，由本人设密码。',
    'You get a link that works once; hand it over safely, the password is chosen there.',
  ],
  inviteDo: ['生成链接', 'Make the link'],
  noPeople: ['这里只有您自己', 'There is nobody else'],
  noPeopleDo: [
    '现在只在这台电脑上使用，不用登录。要请同事进来，先给自己设一个密码。',
    'This computer alone is used now. Choose a password first, then invite colleagues.',
  ],
  toSingle: ['设密码，给大家用', 'Choose a password'],
  linkFor: ['{}的链接：', 'Link for {}: '],
  linkOnce: ['只显示这一次，有效期至', 'Shown only now, good until'],
  // The source beside its findings.
  tableAt: ['第 {}–{} 行的表', 'Table at lines {}–{}'],
  // Steps, drafts and versions of a filing.
  withdrawPublication: ['撤回公开', 'Take the publication back'],
  withdrawNote: ['撤回原因', 'Why it is taken back'],
  secrecyNote: ['保密审查意见（谁审查、结论）', 'What the secrecy review says, and who made it'],
  signNote: ['审签意见（谁审签）', 'Who signed, and what was said'],
  publishNote: [
    '说明（可不填；各表按批复原样公开而仍有差错的，写明理由）',
    'Note (optional; why tables are published as approved where something in them disagrees)',
  ],
  leftBehind: [
    '有改动还没有提交，不在第 {} 版里。要带上改动，先点上面的“提交这一版并核对”。',
    'Something is typed that is not in version {}. To take it along, hand it in above first.',
  ],
  leaveBehind: ['不带这些改动，仍提交第 {} 版', 'Leave it out and submit version {}'],
  errorsOpen: [
    '还有 {} 处错误没有改正，也没有写明暂不处理的理由。审核人会看到这些错误。',
    '{} errors are neither corrected nor let pass with a reason. Reviewers will see them.',
  ],
  submitDespite: ['知道有错误，仍提交审核', 'Submit all the same'],
  draftOpen: [
    '有正在填写、还没有提交的内容（{}，{} 开始）。',
    'Something is typed and not handed in ({}, since {}).',
  ],
  draftGo: ['继续填写', 'Go on typing'],
  preview: ['预览公开后的样子', 'Preview the publication'],
  whatChanged: ['更正了什么', 'What was corrected'],
  olderVersion: [
    '这是以前的第 {} 版，只能看；处理问题请到最新的第 {} 版。',
    'This is the earlier version {}, to be read only; the newest is {}.',
  ],
  toNewest: ['看最新的一版', 'Go to the newest'],
  downloadsHint: [
    '有错误或缺必填内容时，下载的是标明“草稿（不得公开）”的文件。',
    'Where something is wrong or missing, what you get is marked as a draft.',
  ],
} as const satisfies Readonly<Record<string, Pair>>;

export type WordId = keyof typeof WORDS;

/** A word or sentence of the workbench, its `{}` filled in order. */
export function say(lang: Lang, id: WordId, ...values: readonly (string | number)[]): string {
  let next = 0;
  return WORDS[id][lang === 'zh' ? 0 : 1].replace(/\{\}/g, () => String(values[next++] ?? ''));
}

/** What was worded elsewhere, in the language of the desk. */
export function pick(lang: Lang, wording: Wording): string {
  return wording[lang];
}

function among(lang: Lang, pair: Pair): string {
  return pair[lang === 'zh' ? 0 : 1];
}

const STATE_NAMES: Readonly<Record<FilingState, Pair>> = {
  draft: ['草稿', 'draft'],
  'sent-back': ['已退回', 'sent back'],
  checked: ['已核对', 'checked'],
  'secrecy-reviewed': ['已过保密审查', 'secrecy review passed'],
  signed: ['负责人已审签', 'signed by the head'],
  approved: ['已批复', 'approved'],
  published: ['已公开', 'published'],
  corrected: ['已更正', 'corrected'],
};

export function stateName(lang: Lang, state: FilingState): string {
  return among(lang, STATE_NAMES[state]);
}

const STEP_NAMES: Readonly<Record<FilingState, Pair>> = {
  draft: ['撤回修改', 'Take it back to change it'],
  'sent-back': ['退回单位修改', 'Send back to the body'],
  checked: ['核对完毕', 'Checking is done'],
  'secrecy-reviewed': ['通过保密审查', 'Pass the secrecy review'],
  signed: ['负责人审签', 'Sign as the head'],
  approved: ['登记批复', 'Enter the approval'],
  published: ['公开', 'Publish'],
  corrected: ['更正并重新公开', 'Correct and publish anew'],
};

/** What somebody does who takes a filing into a state. */
export function stepName(lang: Lang, state: FilingState): string {
  return among(lang, STEP_NAMES[state]);
}

const ROLE_NAMES: Readonly<Record<Role, Pair>> = {
  accountant: ['单位会计', 'accountant'],
  reviewer: ['部门审核', 'reviewer'],
  bureau: ['财政部门', 'finance bureau'],
  administrator: ['管理员', 'administrator'],
};

export function roleName(lang: Lang, role: Role): string {
  return among(lang, ROLE_NAMES[role]);
}

const INSPECTION_NAMES: Readonly<Record<Inspection, Pair>> = {
  timely: ['及时', 'timely'],
  complete: ['完整', 'complete'],
  true: ['真实', 'true'],
  detailed: ['细化', 'detailed'],
  form: ['形式', 'form'],
};

export function inspectionName(lang: Lang, inspection: Inspection): string {
  return among(lang, INSPECTION_NAMES[inspection]);
}

const LEVEL_NAMES: Readonly<Record<BodyLevel, Pair>> = {
  bureau: ['财政部门', 'finance bureau'],
  department: ['主管部门', 'department'],
  unit: ['单位', 'unit'],
};

/** What a body is to its accounts. */
export function levelName(lang: Lang, level: BodyLevel): string {
  return among(lang, LEVEL_NAMES[level]);
}
