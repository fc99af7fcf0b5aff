import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { charWidth, displayWidth } from '../src/pages/display-width.js';
import { escapeHtml } from '../src/pages/html-marked.js';
import { BUREAU, TITLE } from './bureau-steps.js';
import { pagePictures } from './page-pictures.js';

/**
 * The pictures of the README, from the real output of the built program: `npx tsx
 * scripts/pictures.ts`, or of some of them: `… built`. Wants chromium, pdftoppm, pngquant and the
 * Noto CJK fonts; no part of the tests.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const EXAMPLE = 'examples/示例县政务服务中心-2023-待核实.txt';
const SCORED = 'examples/示例县政务服务中心-2023-绩效自评.txt';
const BUILT = `${BUREAU}/公开/${TITLE}.pdf`;
/** Cover, a table, the text with a chart. */
const SHOWN_PAGES = [1, 5, 16] as const;
const COLUMNS = 96;
/** Findings shown before the dots, and lines of the end. */
const FINDINGS = 2;
const END = 2;

function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): string {
  const done = spawnSync(program, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  if (done.error !== undefined) throw done.error;
  return done.stdout;
}

const CLASSES: Readonly<Record<string, string>> = {
  '1': 'bold',
  '2': 'dim',
  '4': 'line',
  '31': 'red',
  '32': 'green',
  '33': 'yellow',
  '36': 'cyan',
};

/** A line with SGR codes as HTML; every character takes the columns a terminal gives it. */
function ansiHtml(line: string): string {
  let classes = '';
  let html = '';
  for (const part of line.split(/(\u001b\[[\d;]*m)/)) {
    const codes = /^\u001b\[([\d;]*)m$/.exec(part)?.[1];
    if (codes === undefined) html += runHtml(part, classes);
    else
      classes = codes
        .split(';')
        .flatMap((code) => CLASSES[code] ?? [])
        .join(' ');
  }
  return html;
}

function runHtml(text: string, classes: string): string {
  const cells = [...text].map((char) => {
    const plain = /[ -~\u3000-\u9fff\uff00-\uffef]/.test(char);
    const width = `width:${charWidth(char) / 2}em`;
    return plain ? escapeHtml(char) : `<i style="${width}">${escapeHtml(char)}</i>`;
  });
  return classes === '' ? cells.join('') : `<span class="${classes}">${cells.join('')}</span>`;
}

/** The beginning and the end of a report, with dots between. */
function shortened(text: string): string[] {
  const lines = text.trimEnd().split('\n');
  const starts = lines.flatMap((line, at) => (/(?:错误|警告) \d/.test(line) ? [at] : []));
  const cut = starts[FINDINGS] ?? lines.length;
  return [...lines.slice(0, cut), '…', '', ...lines.slice(-END)];
}

function terminalPage(command: string, lines: readonly string[]): string {
  const prompt = `<span class="green bold">$</span> npx mingzhang ${command}`;
  return `<!doctype html><meta charset="utf-8"><style>
body{margin:0;background:#1b1f24;color:#e6e9ee;padding:22px 26px;
font:16px/1.5 "Noto Sans Mono CJK SC",monospace;white-space:pre}
i{display:inline-block;font:inherit;font-family:"DejaVu Sans Mono","Liberation Mono",monospace;
text-align:center;overflow:hidden;vertical-align:bottom}
.bold{font-weight:700}.dim{color:#97a1ae}.line{text-decoration:underline;text-underline-offset:3px}
.red{color:#ff8b82}.green{color:#7fd79b}.yellow{color:#f0c264}.cyan{color:#7fd0e0}</style>
${prompt}\n\n${lines.map(ansiHtml).join('\n')}`;
}

/** Pages of the published example beside each other, as they print. */
function pagesPage(into: string): string {
  const images = SHOWN_PAGES.map((page) => {
    const file = join(into, `page-${page}`);
    const only = ['-f', String(page), '-l', String(page), '-singlefile'];
    run('pdftoppm', ['-png', '-scale-to', '760', ...only, join(ROOT, BUILT), file]);
    return `<img src="${file}.png">`;
  });
  return `<!doctype html><meta charset="utf-8"><style>
body{margin:0;background:#dfe3e8;padding:24px;display:flex;gap:22px;justify-content:center}
img{height:560px;background:#fff;box-shadow:0 2px 9px #0004}</style>${images.join('')}`;
}

/** A screenshot in as few colours as it needs. */
function picture(address: string, size: string, name: string): void {
  const out = join(ROOT, 'docs/images', name);
  run('chromium', [
    ...['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
    ...[`--window-size=${size}`, `--screenshot=${out}`],
    address,
  ]);
  run('pngquant', ['64', '--force', '--output', out, out]);
}

const folder = mkdtempSync(join(tmpdir(), 'mingzhang-'));
const asked = process.argv.slice(2);
const wanted = (name: string) => asked.length === 0 || asked.includes(name);
const colours = { FORCE_COLOR: '1', COLUMNS: String(COLUMNS) };
const program = process.env.MINGZHANG ?? 'dist/cli/main.js';
const width = displayWidth(' '.repeat(COLUMNS)) * 8 + 60;

function terminal(command: readonly string[], shown: (text: string) => readonly string[]): void {
  const [name] = command;
  const lines = shown(run(process.execPath, [program, ...command], colours));
  writeFileSync(join(folder, 'terminal.html'), terminalPage(command.join(' '), lines));
  const size = `${width},${(lines.length + 2) * 24 + 44}`;
  picture(`file://${join(folder, 'terminal.html')}`, size, `${name}.png`);
}

try {
  if (wanted('check')) terminal(['check', EXAMPLE], shortened);
  if (wanted('score')) terminal(['score', SCORED], (text) => text.trimEnd().split('\n'));
  if (wanted('report')) {
    const report = join(folder, 'report.html');
    run(process.execPath, [program, 'check', EXAMPLE, '--html', report]);
    picture(`file://${report}`, '1280,900', 'report.png');
  }
  if (wanted('built')) {
    writeFileSync(join(folder, 'built.html'), pagesPage(folder));
    picture(`file://${join(folder, 'built.html')}`, '1290,608', 'built.png');
  }
  if (wanted('pages')) {
    await pagePictures(program, join(ROOT, EXAMPLE), (image, name) => {
      const out = join(ROOT, 'docs/images', name);
      writeFileSync(out, image);
      run('pngquant', ['64', '--force', '--output', out, out]);
    });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
