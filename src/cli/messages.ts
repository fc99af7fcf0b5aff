import type { ReadFailure } from '../cells/model.js';
import type { Lang } from '../pages/model.js';

/** Everything the command line says by itself. Reports are pages; findings word themselves. */
const SENTENCES = {
  description: [
    '明账：读懂部门决算公开，逐数核对，指出哪里不一致',
    'Mingzhang: reads published final accounts, checks every figure, says what disagrees',
  ],
  readCommand: ['文件里写了什么', 'what the document says'],
  checkCommand: ['文件里哪里不一致', 'what is wrong in it'],
  rulesCommand: ['规则目录；给出编号看一条', 'the catalogue of rules, or one of them'],
  editionsCommand: ['表式目录；给出编号看一种', 'the catalogue of editions, or one of them'],
  inputArgument: ['文件或文件夹', 'files or folders'],
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
  htmlIsFile: [
    '{}：有多份文件，--html 要给一个文件夹，这里已有同名文件。请换一个名字',
    '{}: there are several documents, so --html needs a folder, and a file is in its place',
  ],
  htmlIsFolder: [
    '{}：只有一份文件，--html 要给一个文件名，这里是文件夹。请写成 {}/报告.html',
    '{}: one document needs a file name after --html, and this is a folder; try {}/report.html',
  ],
  htmlIsSource: [
    '{}：这是要读的文件，网页报告不能写在它上面。请换一个名字',
    '{}: this is a file to be read, so no report is written over it. Choose another name',
  ],
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
  summaryCheck: [
    '共 {} 份文件：有错误 {}，没有错误 {}，没有核对 {}（不是决算公开），没有读出 {}；错误 {} 处，警告 {} 处',
    '{} documents: {} with errors, {} without, {} not checked, {} not read; {} errors, {} warnings',
  ],
  summaryFailures: ['没有读出的文件：', 'Not read:'],
  kindBudget: ['预算', 'budget'],
  kindFinalAccount: ['决算', 'final account'],
  working: ['处理中', 'Working'],
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

type Pair = readonly [zh: string, en: string];

/** Why a file could not be read and what to do about it; `{}` is the detail. */
const FAILURES: Readonly<Record<ReadFailure['code'], Pair>> = {
  empty: ['是空文件，没有可读的内容。请换成有内容的文件', 'is empty. Provide a file with content'],
  binary: [
    '不是文本，也不是认得的文件格式，没有读。请用原来的程序打开，另存为 .txt 再试',
    'is neither text nor a format known here. Open it with its own program and save it as .txt',
  ],
  encoding: [
    '文字编码{}不能读。请用记事本打开，另存为，编码选 UTF-8',
    'is in an encoding that is not read{}. Save it as UTF-8',
  ],
  'too-large': [
    '太大，超过 {}，没有读。请只保留决算公开的正文和表格',
    'is too large, more than {}. Keep only the published account',
  ],
  'line-too-long': [
    '这一行超过 {} 个字符，不像决算文本，没有读。请检查文件是否损坏，或重新另存为 .txt',
    'this line has more than {} characters. Check the file or save it as .txt again',
  ],
  'not-found': ['{}', '{}'],
  'no-permission': [
    '没有读取权限。请检查文件权限',
    'no permission to read it. Check its permissions',
  ],
  'no-documents': [
    '文件夹里没有可读的文件（隐藏文件不算）',
    'the folder has no documents (hidden files do not count)',
  ],
  unsupported: ['{}', '{}'],
  damaged: [
    '文件已损坏或不完整（{}），没有读。请重新导出或下载',
    'is damaged or incomplete ({}). Export or download it again',
  ],
  encrypted: [
    '设有密码，没有读。请去掉密码后再试',
    'is protected by a password. Remove it and try again',
  ],
  'time-out': [
    '超过 {} 秒仍没有读完，已放弃。请检查文件是否损坏，或用 --limit seconds=… 放宽',
    'was not read within {} s and was given up. Check the file or raise --limit seconds=…',
  ],
  'out-of-memory': [
    '需要的内存超过 {} MB，已放弃。请检查文件是否损坏，或拆成几份',
    'needs more than {} MB of memory and was given up. Check the file or split it',
  ],
  needs: ['{}', '{}'],
  fault: [
    '程序出错（{}）。这是明账的问题，不是文件的问题；设 MINGZHANG_DEBUG=1 再运行可看到详情',
    'fault of the program ({}), ours and not the document’s. MINGZHANG_DEBUG=1 shows details',
  ],
};

const NOT_THERE: Pair = ['找不到。请检查路径和文件名', 'not found. Check the path and the name'];
const NOT_TO_BE_HAD: Pair = [
  '读取时出错（{}）。请检查磁盘或网络盘，稍后再试',
  'could not be read ({}). Check the disk or the network drive and try again',
];
/** What the file system says of a path where there is nothing. */
const NOTHING_THERE: readonly string[] = ['', 'ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP'];

const SAVE_AS_TEXT: Pair = ['请打开后另存为 .txt 再试', 'Open it and save it as .txt'];
const SAVE_AS_XLSX: Pair = ['请打开后另存为 .xlsx 再试', 'Open it and save it as .xlsx'];
const COPY_TEXT: Pair = [
  '请复制其中的文字和表格，存成 .txt 再试',
  'Copy its text and tables into a .txt file',
];
const NEEDS_TYPING: Pair = [
  '请换成可以复制文字的版本，存成 .txt 再试',
  'Use a version whose text can be copied, saved as .txt',
];
const UNPACK: Pair = ['请先解压，再给出里面的文件', 'Unpack it and give the files inside'];
const NOTHING: Pair = ['请换成决算公开的文件', 'Provide the published account'];

/** What a file is that has no reader yet, and how to bring it into text. */
const FORMATS: Readonly<Record<string, readonly [name: Pair, remedy: Pair]>> = {
  pdf: [['PDF 文件', 'a PDF'], COPY_TEXT],
  docx: [['Word 文件（.docx）', 'a Word document (.docx)'], SAVE_AS_TEXT],
  doc: [['Word 97-2003 文件（.doc）', 'a Word 97-2003 document (.doc)'], SAVE_AS_TEXT],
  xlsb: [['Excel 二进制工作簿（.xlsb）', 'a binary Excel workbook (.xlsb)'], SAVE_AS_XLSX],
  'xls-old': [['Excel 95 或更早的文件', 'a workbook of Excel 95 or older'], SAVE_AS_XLSX],
  pptx: [['PowerPoint 文件', 'a PowerPoint file'], COPY_TEXT],
  odt: [['ODT 文件', 'an ODT document'], SAVE_AS_TEXT],
  ole: [['Office 97-2003 文件', 'an Office 97-2003 file'], SAVE_AS_TEXT],
  xml: [['XML 文件', 'an XML file'], SAVE_AS_TEXT],
  rtf: [['RTF 文件', 'an RTF document'], SAVE_AS_TEXT],
  png: [['PNG 图片', 'a PNG image'], NEEDS_TYPING],
  jpeg: [['JPEG 图片', 'a JPEG image'], NEEDS_TYPING],
  gif: [['GIF 图片', 'a GIF image'], NEEDS_TYPING],
  bmp: [['BMP 图片', 'a BMP image'], NEEDS_TYPING],
  tiff: [['TIFF 图片', 'a TIFF image'], NEEDS_TYPING],
  webp: [['WebP 图片', 'a WebP image'], NEEDS_TYPING],
  zip: [['ZIP 压缩包', 'a ZIP archive'], UNPACK],
  rar: [['RAR 压缩包', 'a RAR archive'], UNPACK],
  '7z': [['7z 压缩包', 'a 7z archive'], UNPACK],
  gzip: [['GZIP 压缩包', 'a GZIP archive'], UNPACK],
  executable: [['可执行程序', 'a program'], NOTHING],
  sqlite: [['数据库文件', 'a database'], NOTHING],
  'mingzhang-json': [
    ['明账自己的 JSON', 'JSON made by mingzhang'],
    ['请给出原来的文件', 'Give the document it was made from'],
  ],
  'not-a-file': [
    ['设备或管道，不是文件', 'a device or a pipe, not a file'],
    ['请先把内容存成文件', 'Save its content as a file first'],
  ],
};

const ENCODINGS: Readonly<Record<string, string>> = {
  big5: 'Big5',
  shift_jis: 'Shift_JIS',
  'euc-jp': 'EUC-JP',
  'euc-kr': 'EUC-KR',
  'utf-32': 'UTF-32',
  'utf-7': 'UTF-7',
};

/** What a person reads about a file that could not be read: file, place, cause and remedy. */
export function failureMessage(lang: Lang, file: string, failure: ReadFailure): string {
  const pick = (pair: Pair): string => pair[lang === 'zh' ? 0 : 1];
  const colon = lang === 'zh' ? '：' : ': ';
  const cause = fill(pick(FAILURES[failure.code]), [detailOf(lang, failure, pick)]);
  return `${file}${placeOf(lang, failure)}${colon}${cause}`;
}

function detailOf(lang: Lang, failure: ReadFailure, pick: (pair: Pair) => string): string {
  const detail = failure.detail ?? '';
  if (failure.code === 'encoding') {
    const name = ENCODINGS[detail];
    if (name === undefined) return lang === 'zh' ? '认不出，' : '';
    return lang === 'zh' ? `像是 ${name}，` : `, probably ${name}`;
  }
  if (failure.code === 'unsupported') {
    const [name, remedy] = FORMATS[detail] ?? [[detail, detail] as const, SAVE_AS_TEXT];
    return lang === 'zh'
      ? `是${spaced(pick(name))}，这个版本还不能读。${pick(remedy)}`
      : `is ${pick(name)}, which this version cannot read. ${pick(remedy)}`;
  }
  if (failure.code === 'not-found') {
    return pick(NOTHING_THERE.includes(detail) ? NOT_THERE : NOT_TO_BE_HAD).replace('{}', detail);
  }
  return failure.code === 'too-large' ? sizeWords(lang, detail) : detail;
}

/** Chinese and Latin letters stand apart. */
function spaced(name: string): string {
  return /^[\x21-\x7e]/.test(name) ? ` ${name}` : name;
}

/** 52428800 as 50 MB, text:4194304 as so many characters. */
function sizeWords(lang: Lang, detail: string): string {
  const characters = /^text:(\d+)$/.exec(detail)?.[1];
  if (characters !== undefined) {
    return lang === 'zh' ? `${BigInt(characters) / 10_000n} 万字` : `${characters} characters`;
  }
  const cells = /^cells:(\d+)$/.exec(detail)?.[1];
  if (cells !== undefined) {
    return lang === 'zh' ? `${BigInt(cells) / 10_000n} 万个单元格` : `${cells} cells`;
  }
  const size = /^\d+$/.test(detail) ? BigInt(detail) : 0n;
  const mebi = 1024n * 1024n;
  return size >= mebi ? `${size / mebi} MB` : detail;
}

function placeOf(lang: Lang, failure: ReadFailure): string {
  const page =
    failure.page === null ? '' : lang === 'zh' ? ` 第 ${failure.page} 页` : ` page ${failure.page}`;
  const line =
    failure.line === null ? '' : lang === 'zh' ? ` 第 ${failure.line} 行` : ` line ${failure.line}`;
  return `${page}${line}`;
}

function fill(text: string, values: readonly (string | number)[]): string {
  let next = 0;
  return text.replace(/\{\}/g, () => String(values[next++] ?? ''));
}
