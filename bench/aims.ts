import type { Run } from './growth.js';
import { ms } from './measure.js';
import { type Measured, readAndCheck } from './rooms.js';

const RULES_MS = 2;
const READ_AND_CHECK_MS = 50;
const SIZE_KB = 100;
/** Memory is flat when ten times as many documents take no more than this many times as much. */
const FLAT = 1.5;
const GAIN = 1.2;
/** What two threads must get out of the machine before it has a core to spare. */
const CORE_FREE = 1.6;

/** What was aimed at and whether these measurements meet it. */
export function aims(
  documents: readonly Measured[],
  runs: readonly Run[],
  secondCore: number,
): string {
  return [...aimsOfOne(documents), ...aimsOfMany(runs, secondCore)]
    .map((line) => `- ${line}`)
    .join('\n');
}

function aimsOfOne(documents: readonly Measured[]): readonly string[] {
  const rules = Math.max(...documents.map(({ times }) => times.rules));
  const rate = Math.max(
    ...documents.map((each) => (readAndCheck(each) * SIZE_KB) / Math.max(each.kilobytes, SIZE_KB)),
  );
  return [
    `The whole catalogue over one filing's facts within ${RULES_MS} ms: ` +
      `at most ${ms(rules)} ms, ${verdict(rules <= RULES_MS)}.`,
    `Read and check of a ${SIZE_KB} KB text within ${READ_AND_CHECK_MS} ms: ` +
      `at most ${ms(rate)} ms, ${verdict(rate <= READ_AND_CHECK_MS)}.`,
  ];
}

function aimsOfMany(runs: readonly Run[], secondCore: number): readonly string[] {
  const most = Math.max(...runs.map(({ documents }) => documents));
  const at = (documents: number, jobs: number) =>
    runs.find((run) => run.documents === documents && run.jobs === jobs);
  const large = at(most, 1);
  const small = at(most / 10, 1);
  const lines: string[] = [];
  if (large && small) {
    const ratio = large.peakMegabytes / small.peakMegabytes;
    lines.push(
      `Memory flat over ${most} files: the peak is ${ratio.toFixed(2)} times that of ` +
        `${most / 10} files (flat: up to ${FLAT}), ${verdict(ratio <= FLAT)}.`,
    );
  }
  const shared = runs.find((run) => run.documents === most && run.jobs > 1);
  if (large && shared) {
    const gain = large.seconds / shared.seconds;
    lines.push(
      `More than one core used when there are many files: ${most} files are done ` +
        `${gain.toFixed(2)} times as fast with --jobs ${shared.jobs}, ` +
        `${gainVerdict(gain, secondCore)} (an empty loop on two threads gets ` +
        `${secondCore.toFixed(2)} times as much done just now).`,
    );
  }
  return lines;
}

/** Where other programs have the second core, nothing can be told of what we would do with it. */
function gainVerdict(gain: number, secondCore: number): string {
  return gain <= GAIN && secondCore < CORE_FREE ? 'cannot be told' : verdict(gain > GAIN);
}

function verdict(met: boolean): string {
  return met ? 'met' : 'NOT met';
}
