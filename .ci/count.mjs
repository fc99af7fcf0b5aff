// node .ci/count.mjs REPORT STATUS: counts tests from the runner's own report, never from its words.
import { readFileSync } from 'node:fs';

const [report, status] = process.argv.slice(2);
let passed = 0;
let failed = 0;
try {
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  for (const file of testResults) {
    const { assertionResults: tests } = file;
    for (const test of tests) {
      if (test.status === 'passed') passed += 1;
      // Skipped, pending and to-do tests have shown nothing.
      else failed += 1;
    }
    // A file that did not load has no tests to count, yet it is no success.
    if (file.status !== 'passed' && tests.every((test) => test.status === 'passed')) failed += 1;
  }
} catch {
  // No report: lint or types stopped the run, or the runner died.
}
// Lint, types, an unhandled error: whatever else made the command fail counts once.
if (status !== '0' && failed === 0) failed = 1;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
