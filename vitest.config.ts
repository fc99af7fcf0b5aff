import { defineConfig } from 'vitest/config';

/** Suites that start the program as people do, so `dist` must be that of these sources. */
const DOORS = [
  ...['test/cli.test.ts', 'test/hostile.test.ts', 'test/batch.test.ts', 'test/archives.test.ts'],
  ...['test/interrupt.test.ts', 'test/read-back.test.ts', 'test/fuzz/*.test.ts'],
  ...['test/merge-command.test.ts', 'test/published-example.test.ts'],
  'test/server/kill.test.ts',
  // The pages that the server gives have the client in them that was built.
  ...['test/server/entry-browser.test.ts', 'test/server/whole-way.test.ts'],
];

export default defineConfig({
  test: {
    // The report is what .ci/run counts; the other is for people.
    reporters: ['default', 'json'],
    outputFile: { json: '.out/vitest.json' },
    projects: [
      { test: { name: 'rooms', include: ['src/**/*.test.ts'] } },
      {
        test: {
          name: 'whole',
          include: ['test/**/*.test.ts'],
          exclude: DOORS,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'doors',
          include: DOORS,
          globalSetup: ['test/house/build-when-stale.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
