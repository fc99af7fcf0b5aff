#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { sentence } from './messages.js';
import { runProgram } from './program.js';

// Optimised code of short functions is thrown away with them at every full collection of garbage;
// to compile it again and again took a third of the processor over hundreds of documents. So more
// of a function must have run before it is compiled. For all threads; output is not affected.
setFlagsFromString('--interrupt-budget=1000000');

// A reader that has seen enough (head, less) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});

try {
  process.exitCode = await runProgram(process.argv.slice(2));
} catch (error) {
  const known = error instanceof Error ? error : new Error(String(error));
  const lang = process.argv.some((argument) => /^(?:--lang=)?en$/.test(argument)) ? 'en' : 'zh';
  process.stderr.write(`${sentence(lang, 'programFault', known.message.split('\n')[0] ?? '')}\n`);
  if (process.env.MINGZHANG_DEBUG === '1') process.stderr.write(`${known.stack ?? ''}\n`);
  process.exitCode = 4;
}
