import { fill } from '../base/wording.js';
import type { Lang } from '../pages/model.js';

/** Everything the command line says by itself. Reports are pages; findings word themselves. */
const SENTENCES = {
  description: [
    '明账：读懂部门决算公开，逐数核对，指出哪里不一致',
    'Mingzhang: reads published final accounts, checks every figure, says what disagrees',
  ],
  readCommand: ['文件里写了什么', 'what the document says'],
  checkCommand: ['文件里哪里不一致', 'what is wrong in it'],
  mergeCommand: ['各单位合并为部门，内部往来抵销', 'merge units into their department'],
  unitsArgument: [
    '各单位的账、工作簿、决算文件或账户数据（JSON）',
    'books, workbooks, final accounts or accounts (JSON) of the units',
  ],
  mergeOutOption: [
    '写到哪里：.json 账户数据，或 .xlsx 各表',
    'where to: .json (the account) or .xlsx (its tables)',
  ],
  entityName: ['名称', 'name'],
  entityOption: ['部门的名称', 'name of the department'],
  missingOption: ['缺少必需的选项“{}”', 'option "{}" is required'],
  scoreCommand: ['绩效自评表逐张复核打分', 'score the performance forms again'],
  profilesCommand: ['评分办法目录；给出编号看一种', 'the methods of scoring, or one of them'],
  profileArgument: ['评分办法编号', 'id of a method'],
  profileOption: [
    '按哪种办法评分：编号，或自己写的 JSON 文件',
    'method to score by: an id, or a JSON file of your own',
  ],
  unknownProfile: [
    '没有“{}”这种评分办法，也没有这个文件。已有：{}',
    'no method and no file "{}". Known: {}',
  ],
  unknownProfileId: [
    '没有编号为“{}”的评分办法{}。全部编号见 mingzhang profiles',
    'no method "{}"{}; see mingzhang profiles',
  ],
  badProfile: ['{}：评分办法写得不对：{} 应是{}', '{}: mistake in the method: {} should be {}'],
  rulesCommand: ['规则目录；给出编号看一条', 'the catalogue of rules, or one of them'],
  editionsCommand: ['表式目录；给出编号看一种', 'the catalogue of editions, or one of them'],
  inputArgument: ['文件、文件夹或 .zip', 'files, folders or .zip archives'],
  ruleArgument: ['规则编号', 'id of a rule'],
  editionArgument: ['表式编号', 'id of an edition'],
  jsonOption: ['输出 JSON，每份文件一行', 'print JSON, one line for each document'],
  langOption: ['界面语言：zh 中文，en 英文', 'language of messages: zh or en'],
  referenceOption: [
    '对照文件：年初预算、上年决算',
    'documents to hold it against: the budget, last year’s account',
  ],
  htmlOption: [
    '另存网页报告；多份文件时写成一个文件夹',
    'write an HTML report; a folder of them for several documents',
  ],
  sarifOption: ['输出 SARIF 2.1.0，供编辑器和审阅工具读取', 'print SARIF 2.1.0 for other tools'],
  xlsxOption: [
    '另存一个工作簿：总览，每个单位一张表',
    'write a workbook: overview, a sheet a unit',
  ],
  scoreXlsxOption: [
    '另存一个工作簿：总览，每张自评表一张表',
    'write a workbook: overview, a sheet a performance form',
  ],
  feedbackOption: [
    '每份文件另存一份 Word 反馈意见表，放在这个文件夹',
    'write a feedback form in Word for each document into a folder',
  ],
  rosterOption: [
    '应公开单位名录（表格），列出缺少、重复、名录外的单位',
    'a table of who must publish; says who is missing, repeated or not on it',
  ],
  limitOption: ['放宽或收紧限额，可写多次：{}', 'change a limit, again and again: {}'],
  limitName: ['名称=数值', 'name=value'],
  dirName: ['文件夹', 'dir'],
  verboseOption: ['逐条列出提示', 'write out the notes too'],
  jobsOption: ['同时处理的文件数', 'documents worked on at the same time'],
  versionOption: ['版本号', 'print the version'],
  helpOption: ['用法', 'print this help'],
  helpCommand: ['某个命令的用法', 'help for a command'],
  unknownOption: ['没有“{}”这个选项{}', 'unknown option "{}"{}'],
  unknownCommand: ['没有“{}”这个命令{}', 'unknown command "{}"{}'],
  missingValue: ['选项“{}”后面要写一个值', 'option "{}" needs a value'],
  badChoice: [
    '选项“{}”的值“{}”不在可选范围（{}）',
    'option "{}": "{}" is not one of its choices ({})',
  ],
  tooMany: ['参数太多', 'too many arguments'],
  inputName: ['文件', 'input'],
  idName: ['编号', 'id'],
  outName: ['输出', 'out'],
  fileName: ['文件', 'file'],
  numberName: ['个数', 'n'],
  langName: ['语言', 'lang'],
  optionsName: ['选项', 'options'],
  commandName: ['命令', 'command'],
  usageTitle: ['用法', 'Usage:'],
  argumentsTitle: ['参数：', 'Arguments:'],
  optionsTitle: ['选项：', 'Options:'],
  commandsTitle: ['命令：', 'Commands:'],
  helpStatus: [
    '退出状态：0 没有错误；1 有错误；2 用法不对；3 有内容没有读出；4 程序出错',
    'Exit status: 0 no error; 1 errors; 2 usage; 3 something could not be read; 4 our fault',
  ],
  usageHint: ['用法见 mingzhang --help', 'see mingzhang --help'],
  noInput: ['没有给出要处理的文件或文件夹', 'no input given'],
  inputTaken: [
    '。--reference 会带走其后的全部文件名，请把要处理的文件写在它前面',
    '. --reference takes every name after it, so put the inputs before it',
  ],
  badJobs: ['--jobs 应是 1 以上的整数，不是“{}”', '--jobs must be a whole number from 1, not "{}"'],
  unknownRule: [
    '没有编号为“{}”的规则{}。全部编号见 mingzhang rules',
    'no rule "{}"{}; see mingzhang rules',
  ],
  unknownEdition: [
    '没有编号为“{}”的表式{}。全部编号见 mingzhang editions',
    'no edition "{}"{}; see mingzhang editions',
  ],
  similar: ['，相近的有：{}', ', near it: {}'],
  didYouMean: ['，是不是“{}”？', '; did you mean "{}"?'],
  sameContent: ['{}：与 {} 内容相同', '{}: same content as {}'],
  referenceUsed: ['对照：{}（{}）', 'reference: {} ({})'],
  referenceIgnored: [
    '{}：不是年初预算，也不是上年决算，没有用作对照',
    '{}: neither a budget nor an earlier final account, not used as a reference',
  ],
  referenceFailed: [
    '对照文件没有读出，按没有这份对照核对。{}',
    'a reference could not be read and is left out. {}',
  ],
  htmlWritten: ['网页报告：{}', 'HTML report: {}'],
  xlsxWritten: ['汇总工作簿：{}', 'workbook: {}'],
  feedbackWritten: ['反馈意见表：{}', 'feedback form: {}'],
  outputIsFile: [
    '{}：{} 在这里要写一个文件夹，已有同名文件。请换一个名字',
    '{}: {} writes a folder here, and a file is in its place. Choose another name',
  ],
  outputIsFolder: [
    '{}：{} 在这里要写一个文件，这里是文件夹。请写成 {}/报告{}',
    '{}: {} writes one file here, and this is a folder; try {}/report{}',
  ],
  outputIsSource: [
    '{}：这是要读的文件，结果不能写在它上面。请换一个名字',
    '{}: this is a file to be read, so nothing is written over it. Choose another name',
  ],
  notRoster: [
    '{}：没有找到名录。第一行应有“单位”或“部门”以及预算代码、区划、批复日等列名',
    '{}: no roster found. Its head must name a column of units and one more, such as a code',
  ],
  rosterUnread: [
    '另有 {} 份文件没有读出，缺少的单位可能在其中',
    '{} documents were not read; what is missing may be among them',
  ],
  buildCommand: ['生成可以公开的决算文件', 'write the document to be published'],
  templateCommand: ['生成填报工作簿', 'write the entry workbook'],
  editionOption: ['表式编号，见 mingzhang editions', 'id of an edition, see mingzhang editions'],
  outDirOption: ['写到哪个文件夹', 'folder to write to'],
  outFileOption: ['写到哪个文件', 'file to write'],
  lastYearOption: [
    '上年公开的文件：取上年数，沿用职责、机构等文字',
    'last year’s document: its figures, and texts that still stand',
  ],
  formatsOption: ['写哪些格式，用逗号隔开：{}', 'formats, with commas between: {}'],
  formatsName: ['格式', 'formats'],
  wordTemplateOption: [
    '用自己的 Word 模板，占位符见 docs/word-template.md',
    'a Word template of your own',
  ],
  fontFolderOption: [
    '自有字体（仿宋、楷体等）所在文件夹，PDF 用',
    'folder with fonts of your own for PDF',
  ],
  asApprovedOption: [
    '决算表已经批复、表中错误不能改时，写明理由后按批复公开',
    'publish errors in approved tables, with the reason why',
  ],
  reasonName: ['理由', 'reason'],
  buildJsonOption: ['输出生成记录（JSON）', 'print the record of the build as JSON'],
  unknownFormat: ['没有“{}”这种格式。可以写：{}', 'no format "{}". Known: {}'],
  noReason: [
    '--as-approved 后面要写明按批复公开的理由',
    '--as-approved needs the reason for publishing as approved',
  ],
  noFontFolder: ['{}：没有这个字体文件夹，或者读不了', '{}: no such folder of fonts'],
  templateExtension: ['填报工作簿的文件名要以 .xlsx 结尾', 'an entry workbook is called .xlsx'],
  nothingUsed: [
    '{}：没有认出可以用来生成的内容，没有采用',
    '{}: nothing to build from was recognised in it, and nothing was taken',
  ],
  unusedSettlement: [
    '{}：编号“{}”没有对应的不一致，没有采用；请对照最近生成的待填清单改正编号，已经一致的删去这一行',
    '{}: “{}” settles nothing that the inputs say differently; see the newest list to fill in',
  ],
  uncomputed: [
    '{}：决算表里的合计是没有算出结果的公式，没有生成。请用 Excel 或 WPS 打开，保存后再试',
    '{}: totals of its tables are formulas without results. Open and save it in Excel or WPS first',
  ],
  onlyOneBody: [
    '输入里有几个单位（{}）。一份文件只写一个单位：去掉别的，或先用 mingzhang merge 合并成部门',
    'several bodies ({}): leave all but one out, or merge them with mingzhang merge',
  ],
  noSuchFile: ['{}：没有这个文件，或者读不了', '{}: no such file, or it cannot be read'],
  noAccount: [
    '从这些文件里不知道{}，不能生成',
    'these inputs do not tell {}, so nothing is written',
  ],
  accountEntity: ['是哪个单位', 'whose account it is'],
  accountYear: ['是哪个年度', 'of which year it is'],
  accountAmounts: ['任何决算数', 'any amount'],
  outNeeded: ['要用 --out 写明结果放在哪里', '--out must say where to write'],
  templateTakesTime: [
    '正在填入 Word 模板并推算目录的页码，要几秒钟……',
    'filling in the Word template and working out the pages of its contents: some seconds …',
  ],
  templateWritten: ['填报工作簿：{}', 'entry workbook: {}'],
  unknownLimit: ['没有“{}”这个限额，可以设的有：{}', 'unknown limit "{}"; there are: {}'],
  badLimit: [
    '--limit {}= 后面应是 1 以上的整数，可带 K、M、G，不是“{}”',
    '--limit {}= needs a whole number from 1, perhaps with K, M or G, not "{}"',
  ],
  jsonAndSarif: ['--json 和 --sarif 只能选一个', 'choose one of --json and --sarif'],
  noFolder: [
    '{}：写不进去（ENOENT），文件夹 {} 不存在。请先建好，或换一个位置',
    '{}: cannot write (ENOENT): there is no folder {}. Make it first or choose another',
  ],
  cannotWrite: [
    '{}：写不进去（{}）。请检查文件夹是否存在、有无权限、磁盘是否已满',
    '{}: cannot write ({}). Check that the folder exists, its permissions and the disk',
  ],
  programFault: [
    '程序出错（{}）。设 MINGZHANG_DEBUG=1 重新运行可看到详情',
    'fault of the program ({}). Run again with MINGZHANG_DEBUG=1 for details',
  ],
  summaryRead: ['共 {} 份文件：读出 {}，没有读出 {}', '{} documents: {} read, {} not read'],
  summaryScore: [
    '共 {} 份文件：自评表有算错的 {}，没有算错的 {}，没有自评表的 {}，没有读出 {}',
    '{} documents: {} with forms that do not add up, {} without, {} with no form, {} not read',
  ],
  summaryCheck: [
    '共 {} 份文件：有错误 {}，没有错误 {}，没有核对 {}（不是决算公开），没有读出 {}；错误 {} 处，警告 {} 处',
    '{} documents: {} with errors, {} without, {} not checked, {} not read; {} errors, {} warnings',
  ],
  summaryFailures: ['没有读出的文件：', 'Not read:'],
  kindBudget: ['预算', 'budget'],
  kindFinalAccount: ['决算', 'final account'],
  interrupted: [
    '已中断：写出了 {}/{} 份的结果，没有汇总',
    'interrupted: results of {}/{} documents were written, no summary',
  ],
  working: ['处理中', 'Working'],
  progressFiles: ['{}/{} 份', '{}/{} files'],
  progressPages: ['{} 页', '{} pages'],
  progressRate: ['每分钟 {} 份', '{} a minute'],
  progressLeft: ['还要{}', '{} left'],
  seconds: [' {} 秒', '{} s'],
  minutes: [' {} 分 {} 秒', '{}:{}'],
  serveCommand: ['网页和数据接口：填报、核对、审核、公开', 'the web and its interface'],
  workCommand: [
    '另起进程读批量上传的文件（用 PostgreSQL 时）',
    'read uploaded documents in a process of its own (PostgreSQL)',
  ],
  backupCommand: ['备份全部数据到一个文件', 'write a backup of everything'],
  restoreCommand: ['恢复备份到空的数据目录或数据库', 'put a backup into an empty store'],
  backupArgument: ['备份文件', 'the backup'],
  urlName: ['地址', 'url'],
  portName: ['端口', 'port'],
  hostName: ['主机', 'host'],
  portOption: ['监听的端口，默认 8080', 'port to listen at, 8080'],
  hostOption: ['监听的主机，默认 127.0.0.1（只有本机能用）', 'host to listen at, 127.0.0.1'],
  originOption: [
    '反向代理之后，人们使用的地址，如 https://open.example.cn',
    'how people reach it behind a proxy: https://accounts.example.org',
  ],
  dataOption: ['数据目录，默认 ~/.mingzhang', 'directory of the data, ~/.mingzhang'],
  databaseOption: ['PostgreSQL 15+ 的地址，代替数据目录', 'a PostgreSQL 15+ server instead'],
  databaseNeeded: [
    '请用 --database 指定 PostgreSQL 的地址。内嵌数据库（--data）由 serve 自己处理，不用 work',
    'name the PostgreSQL server with --database. With --data, serve itself does the work',
  ],
  atWork: ['开始处理批量上传的文件（按 Ctrl+C 停止）', 'at work on uploads (Ctrl+C stops it)'],
  backupThere: [
    '{} 已经存在，不覆盖已有的备份，请换一个文件名',
    '{} exists already; a backup is never overwritten, name another file',
  ],
  noStore: [
    '{} 里没有明账的数据，没有备份。请用 --data 指定数据目录（npm start 用的是 数据/）',
    'there are no data of Mingzhang in {}; name the directory with --data (npm start uses 数据/)',
  ],
  backupOutOption: ['写到哪个文件', 'the file to write'],
  badOrigin: ['“{}”不是网站的地址，应如 https://…', '"{}" is no address of a site'],
  badPort: ['“{}”不是端口', '"{}" is no port'],
  portInUse: [
    '端口 {} 已被占用，请换一个，如 --port {}',
    'port {} is in use; choose another, such as --port {}',
  ],
  portForbidden: ['没有权限使用这个端口', 'this port may not be used'],
  dataAndDatabase: ['--data 和 --database 只能给一个', '--data and --database exclude each other'],
  takingExample: [
    '第一次启动，正在装入虚构的示例县水务局，要十几秒……',
    'first start: taking in an invented bureau, a matter of seconds …',
  ],
  serving: [
    '已启动，按 Ctrl+C 停止\n公众门户：{}\n工作台：{}/workbench',
    'started; Ctrl+C stops it\nportal: {}\nworkbench: {}/workbench',
  ],
  servingSingle: [
    '单机模式：只有这台机器能用，不用登录。要给多人用，请加 --host 或 --origin 启动',
    'single-user mode: this machine alone, without signing in. For others use --host or --origin',
  ],
  setupLink: [
    '还没有管理员。请在 24 小时内打开这个一次性链接建立：\n{}',
    'there is no administrator yet. Open this link once, within 24 hours:\n{}',
  ],
  backedUp: ['已备份到 {}（sha256 {}）', 'backed up to {} (sha256 {})'],
  restored: ['已恢复 {}（sha256 {}）', 'restored {} (sha256 {})'],
} as const satisfies Readonly<Record<string, readonly [zh: string, en: string]>>;

export type SentenceId = keyof typeof SENTENCES;

/** A sentence of the command line, its `{}` filled in order. */
export function sentence(
  lang: Lang,
  id: SentenceId,
  ...values: readonly (string | number)[]
): string {
  return fill(SENTENCES[id][lang === 'zh' ? 0 : 1], values);
}
