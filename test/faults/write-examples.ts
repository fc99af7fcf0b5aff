import { writeFileSync } from 'node:fs';
import { PROGRAM } from './checkers.js';
import { CLEAN_FILE, DEFECTIVE_FILE, makeExamples } from './examples.js';

// npx tsx test/faults/write-examples.ts: writes both files of examples/ anew.
const folder = new URL('../../examples/', import.meta.url);
const { clean, defective, planted } = makeExamples(PROGRAM);
writeFileSync(new URL(encodeURIComponent(CLEAN_FILE), folder), clean);
writeFileSync(new URL(encodeURIComponent(DEFECTIVE_FILE), folder), defective);
for (const { what, at } of planted) process.stdout.write(`${at.join(',')}\t${what}\n`);
