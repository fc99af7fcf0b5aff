import { fill } from '../base/wording.js';
import type { ReadFailure } from '../cells/model.js';
import type { Lang } from '../pages/model.js';

type Pair = readonly [zh: string, en: string];

/** Why a file could not be read and what to do about it; `{}` is the detail. */
const FAILURES: Readonly<Record<ReadFailure['code'], Pair>> = {
  empty: ['是空文件，没有可读的内容。请换成有内容的文件', 'is empty. Provide a file with content'],
  binary: [
    '不是文本，也不是认得的文件格式，没有读。请重新导出或下载；或用原来的程序打开，另存为 PDF 或 Word',
    'is neither text nor a format known here. Export it again, or save it as PDF or Word',
  ],
  encoding: [
    '文字编码{}不能读。请用记事本打开，另存为，编码选 UTF-8',
    'is in an encoding that is not read{}. Save it as UTF-8',
  ],
  'too-large': [
    '太大，超过 {}，没有读。请只保留决算公开的正文和表格，或用 --limit 放宽',
    'is too large, more than {}. Keep only the published account or raise --limit',
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
    '{}里没有可读的文件（隐藏文件不算）。请确认给的位置',
    'the {} has no documents (hidden files do not count). Check what was given',
  ],
  unsupported: ['{}', '{}'],
  damaged: [
    '文件已损坏或不完整{}，没有读。请重新导出或下载',
    'is damaged or incomplete{}. Export or download it again',
  ],
  encrypted: [
    '设有密码，没有读。请去掉密码后再试',
    'is protected by a password. Remove it and try again',
  ],
  'time-out': [
    '用了 {} 秒仍没有读完，已放弃，其他文件不受影响。请检查文件是否损坏，或用 --limit seconds=… 放宽',
    'was not read within {} s and was given up. Check the file or raise --limit seconds=…',
  ],
  'out-of-memory': [
    '需要的内存超过 {} MB，已放弃，其他文件不受影响。请拆成几份，或用 --limit memoryMebibytes=… 放宽',
    'needs more than {} MB of memory. Split it or raise --limit memoryMebibytes=…',
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

const SAVE_AS: Pair = [
  '请打开后另存为 .docx、.xlsx 或 PDF 再试',
  'Open it and save it as .docx, .xlsx or PDF',
];
const AS_PNG: Pair = ['请另存为 PNG 再试', 'Save it as PNG'];
const UNPACK: Pair = ['请先解压，再给出里面的文件', 'Unpack it and give the files inside'];
const NOTHING: Pair = ['请换成决算公开的文件', 'Provide the published account'];
const FOR_MERGE: Pair = [
  '它可以交给 mingzhang merge；要核对，请给出由它生成的文件',
  'Give it to mingzhang merge; to check, give the documents made of it',
];

const AGAIN: Pair = [
  '请给出原来的文件，或对它运行 mingzhang read --json 的结果',
  'Give the document itself, or what mingzhang read --json makes of it',
];

/** What a file is that has no reader, and how to bring it into one that has. */
const FORMATS: Readonly<Record<string, readonly [name: Pair, remedy: Pair]>> = {
  pptx: [['PowerPoint 文件', 'a PowerPoint file'], SAVE_AS],
  ole: [['Office 97-2003 文件', 'an Office 97-2003 file'], SAVE_AS],
  xml: [['XML 文件', 'an XML file'], SAVE_AS],
  bmp: [['BMP 图片', 'a BMP image'], AS_PNG],
  zip: [['ZIP 压缩包', 'a ZIP archive'], UNPACK],
  rar: [['RAR 压缩包', 'a RAR archive'], UNPACK],
  '7z': [['7z 压缩包', 'a 7z archive'], UNPACK],
  gzip: [['GZIP 压缩包', 'a GZIP archive'], UNPACK],
  executable: [['可执行程序', 'a program'], NOTHING],
  sqlite: [['数据库文件', 'a database'], NOTHING],
  'mingzhang-json': [
    ['明账以前的 JSON，只有数，没有正文', 'JSON of an earlier mingzhang, figures without the text'],
    AGAIN,
  ],
  'mingzhang-version': [['明账另一版本的 JSON', 'JSON of another version of mingzhang'], AGAIN],
  'mingzhang-account': [['明账的账户数据', 'an account of mingzhang'], FOR_MERGE],
  'mingzhang-record': [
    ['明账 build 的生成记录', 'the record of a build of mingzhang'],
    ['请给出和它一起写出的文件', 'Give the documents that were written with it'],
  ],
  'mingzhang-check': [['明账 check 的结果', 'what mingzhang check found'], AGAIN],
  'mingzhang-score': [['明账 score 的结果', 'what mingzhang score found'], AGAIN],
  'mingzhang-table': [
    ['明账数据包里的一张表', 'a table of a data package of mingzhang'],
    ['请连同它旁边的 datapackage.json 一起给出', 'Give the datapackage.json beside it too'],
  ],
  'mingzhang-changed': [
    [
      '改动过的数据表，与 datapackage.json 所带的账不同',
      'a table that differs from the account in its datapackage.json',
    ],
    [
      '要改数，请改账套或填报工作簿，重新生成；要用数据包，请给出原来的表',
      'Change the books or the entry workbook and build again, or give the table as it was',
    ],
  ],
  'mingzhang-lines': [
    ['明账的 JSON，里面有几份文件', 'JSON of mingzhang with several documents'],
    ['请只给其中一行', 'Give one of its lines'],
  ],
  'not-a-file': [
    ['设备或管道，不是文件', 'a device or a pipe, not a file'],
    ['请先把内容存成文件', 'Save its content as a file first'],
  ],
};

/** What must be installed for some documents, and how. */
const NEEDS: Readonly<Record<string, Pair>> = {
  ocr: [
    '是扫描件，要装文字识别组件才能读：在明账的文件夹里运行 npm install @gutenye/ocr-node',
    'is scanned and needs text recognition: npm install @gutenye/ocr-node where Mingzhang is',
  ],
  libreoffice: [
    '要装 LibreOffice 才能读。请安装后再试，或用原来的程序另存为 .docx、.xlsx',
    'needs LibreOffice. Install it, or save the file as .docx or .xlsx with its own program',
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
    const [name, remedy] = FORMATS[detail] ?? [[detail, detail] as const, SAVE_AS];
    if (detail.startsWith('mingzhang-')) {
      return lang === 'zh'
        ? `是${pick(name)}，不能当作文件来读。${pick(remedy)}`
        : `is ${pick(name)}, not a document to read. ${pick(remedy)}`;
    }
    return lang === 'zh'
      ? `是${spaced(pick(name))}，这个版本还不能读。${pick(remedy)}`
      : `is ${pick(name)}, which this version cannot read. ${pick(remedy)}`;
  }
  if (failure.code === 'not-found') {
    return pick(NOTHING_THERE.includes(detail) ? NOT_THERE : NOT_TO_BE_HAD).replace('{}', detail);
  }
  if (failure.code === 'too-large') return sizeWords(lang, detail);
  if (failure.code === 'no-documents') {
    return pick(detail === 'archive' ? ['压缩包', 'archive'] : ['文件夹', 'folder']);
  }
  if (failure.code === 'needs') {
    const need = NEEDS[detail] ?? ([`需要 ${detail}，没有安装`, `needs ${detail}`] as const);
    return pick(need);
  }
  if (failure.code !== 'damaged' || detail === '') return detail;
  const part = detail === 'archive' ? pick(['压缩包的目录', 'its directory']) : detail;
  return lang === 'zh' ? `（${part}）` : ` (${part})`;
}

/** Chinese and Latin letters stand apart. */
function spaced(name: string): string {
  return /^[\x21-\x7e]/.test(name) ? ` ${name}` : name;
}

/** What is counted, in the details of `too-large`: pages:1000. Bytes stand alone. */
const COUNTED: Readonly<Record<string, Pair>> = {
  text: ['{}字', '{} characters'],
  members: ['{} 个文件', '{} files inside'],
  archives: ['{} 层压缩包', '{} archives inside each other'],
  depth: ['{} 层嵌套', '{} levels'],
  pages: ['{} 页', '{} pages'],
  cells: ['{} 个单元格', '{} cells'],
  elements: ['{} 个元素', '{} elements'],
};

/** 52428800 as 50 MB, text:4194304 as so many characters. */
function sizeWords(lang: Lang, detail: string): string {
  const pick = (pair: Pair): string => pair[lang === 'zh' ? 0 : 1];
  const [, what = '', number = ''] = /^(?:(\w+):)?(\d+)$/.exec(detail) ?? [];
  if (number === '') return lang === 'zh' ? '可以处理的大小' : 'can be handled';
  const counted = COUNTED[what];
  if (counted !== undefined) return fill(pick(counted), [largeNumber(lang, BigInt(number))]);
  const mebi = 1024n * 1024n;
  const size = BigInt(number);
  return size >= mebi ? `${size / mebi} MB` : `${size} ${lang === 'zh' ? '字节' : 'bytes'}`;
}

/** 4194304 as 419 万. */
function largeNumber(lang: Lang, value: bigint): string {
  return lang === 'zh' && value >= 100_000n ? `${value / 10_000n} 万` : String(value);
}

function placeOf(lang: Lang, failure: ReadFailure): string {
  const page =
    failure.page === null ? '' : lang === 'zh' ? ` 第 ${failure.page} 页` : ` page ${failure.page}`;
  const line =
    failure.line === null ? '' : lang === 'zh' ? ` 第 ${failure.line} 行` : ` line ${failure.line}`;
  return `${page}${line}`;
}
