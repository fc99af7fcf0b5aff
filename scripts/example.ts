import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildArguments, mergeArguments, TITLE } from './bureau-steps.js';

/**
 * From books to a published document on the example: shows each command, runs it, says what it did
 * and where the files are.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
/** Ignored by git, like everything in it. */
const OUT = '输出';
const ACCOUNT = `${OUT}/示例县水务局2023.json`;
const PUBLISHED = `${OUT}/示例县水务局2023`;

interface Step {
  readonly what: string;
  readonly args: readonly string[];
}

const BUILT: readonly Step[] = [
  { what: '两个单位的账合并成部门，内部往来抵销', args: mergeArguments(ACCOUNT) },
  {
    what: '连同原因、审签和上年的文件，生成公开文件；写出的每一份都读回来核对',
    args: buildArguments(ACCOUNT, PUBLISHED),
  },
  {
    what: '像别人那样，再核对一遍写出的 Word 文件',
    args: ['check', `${PUBLISHED}/${TITLE}.docx`],
  },
];

const say = (text: string) => process.stdout.write(`${text}\n`);

/** Runs the steps until one fails; a check that finds errors has not failed. */
function run(steps: readonly Step[]): number {
  for (const [at, { what, args }] of steps.entries()) {
    say(`${at + 1}/${steps.length}  ${what}`);
    say(`$ npx mingzhang ${args.join(' ')}\n`);
    const done = spawnSync(process.execPath, ['dist/cli/main.js', ...args], {
      cwd: root,
      stdio: 'inherit',
    });
    say('');
    const status = done.status ?? 4;
    if (status !== 0 && !(status === 1 && args[0] === 'check')) return status;
  }
  return 0;
}

mkdirSync(`${root}${OUT}`, { recursive: true });
process.exitCode = run(BUILT);
if (process.exitCode === 0) {
  say(`打开看看：${PUBLISHED}/ 里的 ${TITLE}.docx，还有 pdf、xlsx、html 和数据`);
  say('核对有错的示例：npx mingzhang check examples/示例县政务服务中心-2023-待核实.txt');
  say('自己的账：npx mingzhang template --edition general --out 填报.xlsx，或见 docs/build.md');
}
