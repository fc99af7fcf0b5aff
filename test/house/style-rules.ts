import ts from 'typescript';
import { lineOf, type SourceFile, walk } from './source-files.js';

/** Files that are data with a little syntax around: no limit of length. */
export const DATA_FILES: Readonly<Record<string, string>> = {
  'src/forms/statutory.ts': 'the ten statutory forms, each line and column once',
  'src/workbench/words.ts': 'every word of the workbench in both languages, in one place',
  'src/portal/words.ts': 'every word of the portal in both languages, in one place',
};

/** Rooms where amounts pass: no arithmetic in floating point. */
const MONEY_ROOMS = /^src\/(base|terms|forms|editions|cells|facts|rules|findings|pages|portal)\//;

export const MAX_COLUMNS = 100;
export const MAX_FUNCTION_LINES = 70;
export const MAX_FILE_LINES = 400;

/** Names and numerals of standards, not serial numbers. */
const ALLOWED_DIGITS = /utf\d+|gb\d+|sha\d+|base64|big5|iso\d+|es\d+|x\d\d|a3|a4/gi;

/** Words in comments that say that work was left lying. */
const UNFINISHED = /(?:\/\/|\/?\*).*?\b(TO-?DO|FIX-?ME|HA[C]K)\b/g;

/** Pinyin that names things of this domain. The Ministry's English is in shared vocabulary. */
const PINYIN = new Set([
  ...['juesuan', 'yusuan', 'shouru', 'zhichu', 'heji', 'zongji', 'xiaoji', 'jine', 'danwei'],
  ...['bumen', 'caizheng', 'bokuan', 'jiben', 'xiangmu', 'gongkai', 'biao', 'hangci', 'lanci'],
  ...['kemu', 'mingcheng', 'nianchu', 'nianmo', 'jiezhuan', 'jieyu', 'sangong', 'jixiao'],
  ...['zijin', 'renyuan', 'gongyong', 'jingfei', 'caigou', 'cheliang', 'qita', 'shangji'],
  ...['niandu', 'shuoming', 'jianyan', 'guize', 'zhengfu', 'jijin', 'guoyou', 'ziben'],
]);

type Check = (file: SourceFile) => readonly string[];

/** Everything in a file that breaks the style of the house; each begins with its place. */
export function styleViolations(file: SourceFile): readonly string[] {
  return Object.values(STYLE).flatMap((check) => check(file));
}

export const STYLE = {
  columns: (file) => {
    return file.text.split('\n').flatMap((line, index) => {
      const columns = [...line].length;
      return columns > MAX_COLUMNS ? [`${file.path}:${index + 1}: ${columns} 列`] : [];
    });
  },

  fileLength: (file) => {
    if (file.path in DATA_FILES) return [];
    const lines = file.text.split('\n').length - 1;
    return lines > MAX_FILE_LINES ? [`${file.path}: ${lines} 行`] : [];
  },

  functionLength: (file) => {
    const violations: string[] = [];
    walk(file.tree, (node) => {
      if (!ts.isFunctionLike(node) || isSuite(node)) return;
      const start = lineOf(file, node);
      const end = file.tree.getLineAndCharacterOfPosition(node.end).line + 1;
      const lines = end - start + 1;
      if (lines > MAX_FUNCTION_LINES) violations.push(`${file.path}:${start}: 函数 ${lines} 行`);
    });
    return violations;
  },

  floatingMoney: (file) => {
    if (!MONEY_ROOMS.test(file.path) || file.path.endsWith('.test.ts')) return [];
    const violations: string[] = [];
    walk(file.tree, (node) => {
      const name = floatingPoint(node);
      if (name !== null) violations.push(`${file.path}:${lineOf(file, node)}: ${name}`);
    });
    return violations;
  },

  fileName: (file) => {
    const name = file.path.split('/').at(-1)!;
    return /^[a-z]+(-[a-z]+)*(\.test|\.config)?\.ts$/.test(name) ? [] : [`${file.path}: 文件名`];
  },

  names: (file) => {
    const violations: string[] = [];
    walk(file.tree, (node) => {
      if (!ts.isIdentifier(node) || !isDeclaredName(node)) return;
      const words = node.text.split(/(?=[A-Z])|_/).map((word) => word.toLowerCase());
      const digits = /\d/.test(node.text.replace(ALLOWED_DIGITS, ''));
      if (digits || words.some((word) => PINYIN.has(word))) {
        violations.push(`${file.path}:${lineOf(file, node)}: 名字 ${node.text}`);
      }
    });
    return violations;
  },

  unfinished: (file) => {
    const violations: string[] = [];
    for (const match of file.text.matchAll(UNFINISHED)) {
      const line = file.text.slice(0, match.index).split('\n').length;
      violations.push(`${file.path}:${line}: ${match[1]}`);
    }
    return violations;
  },

  defaultExport: (file) => {
    if (/^[a-z]+\.config\.ts$/.test(file.path)) return [];
    const violations: string[] = [];
    walk(file.tree, (node) => {
      const assigned = ts.isExportAssignment(node) && node.isExportEquals !== true;
      const modified =
        ts.canHaveModifiers(node) &&
        ts.getModifiers(node)?.some((m) => m.kind === ts.SyntaxKind.DefaultKeyword) === true;
      const named = ts.isExportSpecifier(node) && node.name.text === 'default';
      if (assigned || modified || named) {
        violations.push(`${file.path}:${lineOf(file, node)}: default export`);
      }
    });
    return violations;
  },

  anyType: (file) => {
    const violations: string[] = [];
    walk(file.tree, (node) => {
      if (node.kind === ts.SyntaxKind.AnyKeyword) {
        violations.push(`${file.path}:${lineOf(file, node)}: any`);
      }
    });
    return violations;
  },
} as const satisfies Readonly<Record<string, Check>>;

/** The bodies of describe() are lists of tests, not functions to follow. */
function isSuite(node: ts.Node): boolean {
  return ts.isCallExpression(node.parent) && /^describe\b/.test(node.parent.expression.getText());
}

function floatingPoint(node: ts.Node): string | null {
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    const name = node.expression.text;
    return name === 'parseFloat' || name === 'Number' ? `${name}()` : null;
  }
  if (!ts.isPropertyAccessExpression(node)) return null;
  const text = `${node.expression.getText()}.${node.name.text}`;
  if (/^(Math\.(round|fround)|Number\.parseFloat)$/.test(text)) return text;
  return /^(toFixed|toPrecision)$/.test(node.name.text) ? `.${node.name.text}` : null;
}

function isDeclaredName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isFunctionDeclaration(parent) ||
      ts.isClassDeclaration(parent) ||
      ts.isInterfaceDeclaration(parent) ||
      ts.isTypeAliasDeclaration(parent) ||
      ts.isMethodDeclaration(parent) ||
      ts.isPropertySignature(parent)) &&
    parent.name === node
  );
}
