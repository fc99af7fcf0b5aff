import { KIT_DIALECTS } from '../kit/dialects.js';
import { KIT_EDITIONS } from '../kit/styles.js';
import { runCampaign, totalOf } from './campaign.js';
import { CANARY, PROGRAM } from './checkers.js';
import { APPRAISAL_KINDS } from './kinds-of-appraisals.js';
import type { Specimen, Tally } from './model.js';
import { APPRAISALS, appraisalSpecimen, kitSpecimen, sampleSpecimen } from './specimens.js';

// npm run faults -- [seeds per edition and dialect] [faults of a kind per document] [--misses]
const numbers = process.argv
  .slice(2)
  .filter((arg) => /^\d+$/.test(arg))
  .map(Number);
const [seeds = 2, each = 2] = numbers;
const misses = process.argv.includes('--misses');

function made(): Specimen[] {
  const specimens: Specimen[] = [];
  for (const edition of KIT_EDITIONS) {
    for (const dialect of KIT_DIALECTS) {
      for (let seed = 1; seed <= seeds; seed += 1) {
        specimens.push(kitSpecimen({ edition, dialect, seed: 900 + seed }, PROGRAM));
      }
    }
  }
  return specimens;
}

function appraised(): Specimen[] {
  return APPRAISALS.flatMap((each) =>
    (['tab', 'cell-a-line', 'markdown'] as const).flatMap((dialect) =>
      Array.from({ length: seeds }, (_, seed) =>
        appraisalSpecimen({ ...each, dialect, seed: 900 + seed }, PROGRAM),
      ),
    ),
  );
}

function show(title: string, tallies: readonly Tally[]): void {
  const out = [`\n${title}`];
  const columns = ['planted', 'detected', 'located', 'cascade', 'false', 'hidden', '(noticed)'];
  out.push(`${'kind'.padEnd(24)}${columns.map((name) => name.padStart(10)).join('')}`);
  for (const t of [...tallies, totalOf(tallies)]) {
    const cells = [
      t.planted,
      t.detected,
      t.located,
      t.cascade,
      t.falsely,
      t.hidden,
      t.hiddenNoticed,
    ];
    const crashed = t.crashed > 0 ? `  ${t.crashed} crashed` : '';
    out.push(`${t.kind.padEnd(24)}${cells.map((n) => String(n).padStart(10)).join('')}${crashed}`);
    if (misses) {
      for (const text of t.missed.slice(0, 6)) out.push(`    missed  ${text}`);
      for (const text of t.accused.slice(0, 4)) out.push(`    false   ${text.slice(0, 220)}`);
    }
  }
  process.stdout.write(`${out.join('\n')}\n`);
}

const documents = made();
show(`${documents.length} made documents`, runCampaign(documents, PROGRAM, each));
const forms = appraised();
show(`${forms.length} with performance forms`, runCampaign(forms, PROGRAM, each, APPRAISAL_KINDS));
const samples = ['000', '002', '003', '004', 'r06'].map((id) => sampleSpecimen(id, PROGRAM));
show('real samples, compared with their untouched result', runCampaign(samples, PROGRAM, each * 5));
const canary = totalOf(runCampaign(documents.slice(0, 6), CANARY, 1));
process.stdout.write(`\ncanary: ${canary.detected} of ${canary.planted} (must be 0)\n`);
if (canary.detected > 0 || canary.planted === 0) process.exitCode = 1;
