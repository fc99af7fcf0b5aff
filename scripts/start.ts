import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * The main job on an example: shows the command, runs it, and explains its exit status, so that
 * "errors were found" does not look like "the program failed".
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const given = process.argv.slice(2);
const file = given[0] ?? 'examples';

process.stdout.write(`$ mingzhang check ${file}\n\n`);
const { status } = spawnSync(process.execPath, ['dist/cli/main.js', 'check', file], {
  cwd: root,
  stdio: 'inherit',
});
process.stdout.write(
  `\n自己的文件：npx mingzhang check 文件或文件夹（另存网页报告：--html 报告.html）\n`,
);
process.exitCode = status === 0 || status === 1 ? 0 : (status ?? 4);
