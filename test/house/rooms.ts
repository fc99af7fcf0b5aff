import { posix } from 'node:path';
import ts from 'typescript';
import { lineOf, type SourceFile, walk } from './source-files.js';

/** What each room may import. A room that is not here does not exist; add it with its reason. */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  base: [],
  terms: ['base'],
  forms: ['base', 'terms'],
  editions: ['base', 'terms', 'forms'],
  // A parser that knew a form would see what it expects instead of what is there.
  cells: ['base'],
  // Other people's libraries and programs stand behind here; what comes out is cells.
  readers: ['base', 'cells'],
  facts: ['base', 'terms', 'forms', 'editions', 'cells'],
  // The year of a body, exactly: sums of a ledger, or what documents and people say.
  accounts: ['base', 'terms', 'forms', 'facts'],
  // What is printed, in order; formats are drawn from it.
  publications: ['base', 'terms', 'forms', 'editions', 'facts', 'accounts'],
  // Evaluation frameworks are computed from cells of the statutory forms.
  scores: ['base', 'terms', 'forms', 'facts'],
  // Rules see facts only, so that a new document format never touches them.
  rules: ['base', 'terms', 'forms', 'editions', 'facts', 'scores'],
  findings: ['base', 'terms', 'forms', 'editions', 'facts', 'rules'],
  // Who must publish, held against who did.
  roster: ['base', 'cells', 'facts'],
  pages: ['base', 'terms', 'forms', 'editions', 'facts', 'scores', 'rules', 'findings', 'roster'],
  // What everybody may read, as whole pages of HTML that need no script.
  portal: [
    ...['base', 'terms', 'forms', 'editions', 'facts', 'accounts', 'publications', 'scores'],
    ...['rules', 'findings', 'pages'],
  ],
  // Files of office programs are written here, from what pages say; libraries are behind it. What
  // they wrote, and a template that somebody brings, is opened within the limits of readers.
  office: ['base', 'cells', 'readers', 'pages', 'publications', 'entry'],
  // The JSON that other programs rely on, for whoever answers with it.
  contract: ['base', 'cells', 'facts', 'findings', 'scores', 'pages'],
  // One job at a time on a thread that it may take down with it.
  threads: ['cells', 'readers'],
  // What is kept between visits; it decides nothing, so it knows nothing of the domain.
  store: ['base'],
  // What a file carries is held against what it prints: its amounts, and its sentences again.
  pipeline: ['base', 'cells', 'readers', 'facts', 'accounts', 'findings', 'publications'],
  // What is typed into: sheets and their cells, computed by the rules.
  entry: [
    ...['base', 'terms', 'forms', 'editions', 'facts', 'rules', 'accounts', 'publications'],
    ...['pages', 'findings', 'scores'],
  ],
  // What the people of the offices see and do, as whole pages of HTML.
  workbench: ['base', 'editions', 'findings', 'forms', 'pages', 'portal', 'publications', 'rules'],
  // What runs in the browser while somebody types: the same pure rooms, and the document.
  web: [
    ...['base', 'terms', 'forms', 'editions', 'facts', 'rules', 'findings', 'accounts'],
    ...['publications', 'entry', 'scores'],
  ],
  // The job of build: write, read back, judge, refuse.
  publishing: [
    ...['base', 'cells', 'forms', 'editions', 'facts', 'findings', 'accounts', 'publications'],
    ...['office', 'pipeline', 'pages', 'contract'],
  ],
  // The web: people and programs come in by it, over the same engine.
  server: [
    ...['base', 'terms', 'forms', 'editions', 'cells', 'readers', 'facts', 'accounts', 'rules'],
    ...['findings', 'scores', 'roster', 'publications', 'pages', 'portal', 'office', 'pipeline'],
    ...['entry', 'publishing', 'store', 'contract', 'threads', 'workbench'],
  ],
  cli: [
    ...['base', 'cells', 'readers', 'editions', 'facts', 'scores', 'findings', 'pages'],
    ...['pipeline', 'rules', 'roster', 'office', 'forms', 'accounts', 'publications', 'publishing'],
    ...['entry', 'contract', 'threads', 'server', 'store'],
  ],
};

/** Rooms that run in a browser too: no files, network, clock, process or chance. */
export const PURE_ROOMS: readonly string[] = [
  ...['base', 'terms', 'forms', 'editions', 'cells', 'facts', 'scores', 'rules', 'findings'],
  ...['pages', 'roster', 'accounts', 'publications', 'entry', 'portal', 'contract', 'workbench'],
];

/** Globals that a pure room must not name. */
const IMPURE_GLOBALS = new Set([
  ...['process', 'Buffer', 'require', 'fetch', 'XMLHttpRequest', 'WebSocket', 'console'],
  ...['Date', 'performance', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
  ...['crypto', 'navigator', 'document', 'window', 'globalThis', 'localStorage'],
]);

export interface Import {
  readonly from: string;
  readonly line: number;
  readonly specifier: string;
  readonly typeOnly: boolean;
}

/** Every import, re-export and dynamic import of a file. */
export function importsOf(file: SourceFile): readonly Import[] {
  const imports: Import[] = [];
  const add = (node: ts.Node, specifier: ts.Node, typeOnly: boolean): void => {
    if (!ts.isStringLiteralLike(specifier)) return;
    imports.push({
      from: file.path,
      line: lineOf(file, node),
      specifier: specifier.text,
      typeOnly,
    });
  };
  walk(file.tree, (node) => {
    if (ts.isImportDeclaration(node)) {
      add(
        node,
        node.moduleSpecifier,
        node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword,
      );
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
      add(node, node.moduleSpecifier, node.isTypeOnly);
    } else if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword &&
      node.arguments[0] !== undefined
    ) {
      add(node, node.arguments[0], false);
    }
  });
  return imports;
}

/** `src/rules/income.ts` is in the room rules, `src/pipeline.ts` is one itself. */
export function roomOf(path: string): string {
  return path.replace(/^src\//, '').replace(/\/.*$|\.ts$/, '');
}

/** The path that a relative specifier means. */
export function targetOf(found: Import): string {
  return posix.join(posix.dirname(found.from), found.specifier).replace(/\.js$/, '.ts');
}

/** Everything in a file that breaks the table, worded for whoever broke it. */
export function roomViolations(file: SourceFile): readonly string[] {
  const room = roomOf(file.path);
  const may = ROOMS[room];
  if (may === undefined) return [`${file.path}: 没有“${room}”这个房间，见 test/house/rooms.ts`];
  const violations: string[] = [];
  for (const found of importsOf(file)) {
    const at = `${file.path}:${found.line}`;
    if (found.specifier.startsWith('.')) {
      const target = roomOf(targetOf(found));
      if (target !== room && !may.includes(target)) {
        violations.push(`${at}: ${room} 不可引用 ${target}（${found.specifier}）`);
      }
    } else if (PURE_ROOMS.includes(room)) {
      violations.push(`${at}: ${room} 是纯的，不可引用 ${found.specifier}`);
    }
  }
  return PURE_ROOMS.includes(room) ? [...violations, ...impureNames(file, room)] : violations;
}

function impureNames(file: SourceFile, room: string): readonly string[] {
  const violations: string[] = [];
  const own = declaredNames(file);
  walk(file.tree, (node) => {
    if (!isFreeName(node) || own.has(node.text)) return;
    const chance =
      node.text === 'Math' && /^Math\s*\.\s*random/.test(node.parent.getText(file.tree));
    if (IMPURE_GLOBALS.has(node.text) || chance) {
      violations.push(`${file.path}:${lineOf(file, node)}: ${room} 是纯的，不可使用 ${node.text}`);
    }
  });
  return violations;
}

/** A variable called `document` or `window` is not the browser's. */
function declaredNames(file: SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  walk(file.tree, (node) => {
    const declares =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isImportSpecifier(node) ||
      ts.isFunctionDeclaration(node);
    if (declares && node.name !== undefined && ts.isIdentifier(node.name)) {
      names.add(node.name.text);
    }
  });
  return names;
}

/** A name that stands for a value of its own: no property, no key, nothing declared here. */
function isFreeName(node: ts.Node): node is ts.Identifier {
  if (!ts.isIdentifier(node) || ts.isTypeNode(node.parent)) return false;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if ('name' in parent && parent.name === node) return false;
  if (ts.isBindingElement(parent) && parent.propertyName === node) return false;
  return !ts.isPropertyAssignment(parent) || parent.initializer === node;
}

/** Third-party packages that more than one file imports, each with its files. */
export function sharedPackages(
  files: readonly SourceFile[],
): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, Set<string>>();
  for (const found of files.flatMap((file) => importsOf(file))) {
    if (/^(\.|node:)/.test(found.specifier)) continue;
    const name = /^(@[^/]+\/)?[^/]+/.exec(found.specifier)![0];
    users.set(name, (users.get(name) ?? new Set()).add(found.from));
  }
  return new Map([...users].filter(([, by]) => by.size > 1).map(([name, by]) => [name, [...by]]));
}

/** A ring of files that import each other, or null. Types may point back; code may not. */
export function importRing(files: readonly SourceFile[]): readonly string[] | null {
  const next = new Map<string, readonly string[]>();
  for (const file of files) {
    const targets = importsOf(file).filter((f) => !f.typeOnly && f.specifier.startsWith('.'));
    next.set(file.path, targets.map(targetOf));
  }
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): readonly string[] | null => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return null;
    for (const target of next.get(path) ?? []) {
      const ring = visit(target, [...trail, path]);
      if (ring !== null) return ring;
    }
    done.add(path);
    return null;
  };
  for (const file of files) {
    const ring = visit(file.path, []);
    if (ring !== null) return ring;
  }
  return null;
}
