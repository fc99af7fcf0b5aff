import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './source-files.js';

/** Suites of the whole system run what people run, `dist`, so it must be that of these sources. */
export function setup(): void {
  const sources = newest(join(ROOT, 'src'));
  const isFresh = (path: string) => {
    const built = join(ROOT, path);
    return existsSync(built) && statSync(built).mtimeMs >= sources;
  };
  // The program, and what runs in the browser.
  if (['dist/cli/main.js', 'dist/web/.vite/manifest.json'].every(isFresh)) return;
  execFileSync('npm', ['run', 'build'], { cwd: ROOT, stdio: ['ignore', 2, 'inherit'] });
}

function newest(folder: string): number {
  const times = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return Math.max(...times);
}
