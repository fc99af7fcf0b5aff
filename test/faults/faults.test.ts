import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { KIT_DIALECTS, type KitDialect } from '../kit/dialects.js';
import { composeText } from '../kit/document.js';
import { KIT_EDITIONS } from '../kit/styles.js';
import { KINDS, runCampaign, totalOf } from './campaign.js';
import { CANARY, PROGRAM } from './checkers.js';
import { CLEAN_FILE, DEFECTIVE_FILE, makeExamples } from './examples.js';
import { APPRAISAL_KINDS } from './kinds-of-appraisals.js';
import type { Specimen, Tally } from './model.js';
import { APPRAISALS, appraisalSpecimen, kitSpecimen, sampleSpecimen } from './specimens.js';

/**
 * Faults of a kind that must be noticed, in per cent; 100 unless listed. What stands here was
 * measured, and each is a gap of the program, not of the documents: raise it when the gap closes.
 */
const DETECTED: Readonly<Record<string, number>> = {
  // A wrong year in a sentence without amounts goes unseen.
  'year-changed': 75,
  // Two or three a run, too few to score here; the long run notices 17 of 24.
  'number-glued': 0,
  // The budget stands in the table of three-public expenses only, and the sentence wraps.
  'narrative-completion': 90,
  // Single sentences that bind to no table.
  'narrative-amount': 90,
  'unit-changed': 90,
  'blank-amount': 90,
  'punctuation-doubled': 90,
  'entity-name': 80,
};

/**
 * Of those noticed, the share with a place on the planted line; 90 unless listed, which allows one
 * of the dozen faults of a kind. The long run (npm run faults) locates 97 to 100 in a hundred.
 */
const LOCATED: Readonly<Record<string, number>> = {
  // The finding stands at the title of the table, not at the name.
  'entity-name': 0,
  // The row is gone; the finding stands where the row is still named.
  'row-dropped': 35,
  'cell-blanked': 80,
};

/** New errors that have nothing to do with the fault, of all faults but the damaged readings. */
const FALSE_PER_HUNDRED = 0;

function rotating(index: number): KitDialect[] {
  return [KIT_DIALECTS[index % KIT_DIALECTS.length]!, KIT_DIALECTS[(index + 3) % 6]!];
}

function expectScores(tallies: readonly Tally[]): void {
  for (const { kind, planted, detected, located, crashed, missed } of tallies) {
    expect(crashed, `${kind} crashed: ${missed[0]}`).toBe(0);
    const least = (DETECTED[kind] ?? 100) * planted;
    expect(100 * detected, `${kind} missed: ${missed.join('\n')}`).toBeGreaterThanOrEqual(least);
    const placed = (LOCATED[kind] ?? 90) * detected;
    expect(100 * located, `${kind} located`).toBeGreaterThanOrEqual(placed);
  }
  const settled = tallies.filter(({ kind }) => kind !== 'number-glued');
  const { planted, falsely } = totalOf(settled);
  const accused = settled.flatMap((tally) => tally.accused).join('\n');
  expect(100 * falsely, accused).toBeLessThanOrEqual(FALSE_PER_HUNDRED * planted);
}

describe('seeded faults', () => {
  let made: Specimen[] = [];

  beforeAll(() => {
    made = KIT_EDITIONS.flatMap((edition, i) =>
      rotating(i).map((dialect) => kitSpecimen({ edition, dialect, seed: 700 + i }, PROGRAM)),
    );
  });

  it('are noticed and located in made documents', () => {
    const tallies = runCampaign(made, PROGRAM, 1);
    expect(totalOf(tallies).planted).toBeGreaterThan(300);
    expectScores(tallies);
  });

  it('are noticed and located in the real samples', () => {
    const samples = ['000', '002', '003', '004', 'r06'].map((id) => sampleSpecimen(id, PROGRAM));
    for (const sample of samples) expect(sample.cells.length, sample.id).toBeGreaterThan(100);
    const tallies = runCampaign(samples, PROGRAM, 2);
    expect(totalOf(tallies).planted).toBeGreaterThan(150);
    expectScores(tallies);
  });

  it('are all noticed in performance forms, where they stand, and nothing else is accused', () => {
    const dialects: readonly KitDialect[] = ['tab', 'cell-a-line', 'markdown'];
    const forms = APPRAISALS.map((each, i) =>
      appraisalSpecimen({ ...each, dialect: dialects[i % 3]!, seed: 40 + i }, PROGRAM),
    );
    for (const { id, baseline } of forms) expect([...baseline].join(), id).not.toMatch(/绩效|自评/);
    const tallies = runCampaign(forms, PROGRAM, 1, APPRAISAL_KINDS);
    expect(totalOf(tallies).planted).toBeGreaterThan(150);
    for (const { kind, planted, detected, located, crashed, missed, accused } of tallies) {
      expect([kind, crashed, detected, missed]).toEqual([kind, 0, planted, []]);
      expect(100 * located, kind).toBeGreaterThanOrEqual(90 * planted);
      expect(planted, kind).toBeGreaterThan(0);
      expect(accused, kind).toEqual([]);
    }
    expect(totalOf(runCampaign(forms, CANARY, 1, APPRAISAL_KINDS)).detected).toBe(0);
  });

  it('canary: a checker that objects to nothing scores nothing', () => {
    const total = totalOf(runCampaign(made.slice(0, 4), CANARY, 1, KINDS));
    expect(total.planted).toBeGreaterThan(80);
    expect(total.detected).toBe(0);
  });
});

describe('documents without a fault', () => {
  const cases = KIT_EDITIONS.flatMap((edition) => KIT_DIALECTS.map((d) => [edition, d] as const));

  // Seed 104 prints blank cells before the last column of the three-public form.
  it.each(cases)('%s in %s are read exactly and accused of nothing', (edition, dialect) => {
    for (const seed of [104, 105, 121, 130]) {
      const { text, truth } = composeText({ seed, edition, dialect });
      const filing = PROGRAM.read('made', text);
      const read = new Map<string, string | null>();
      for (const { form, side, lineId, code, columnId, value } of filing.forms.flatMap(
        (f) => f.cells,
      )) {
        read.set([form, side, lineId ?? code, columnId].join('/'), value);
      }
      for (const { form, side, lineId, code, columnId, value } of truth.cells) {
        const key = [form, side, lineId ?? code, columnId].join('/');
        expect(read.get(key) ?? null, `${seed} ${key}`).toBe(value);
      }
      const serious = PROGRAM.check(filing).findings.filter(({ severity }) => severity !== 'info');
      expect(serious.map(({ rule, message }) => `${seed} ${rule} ${message.zh}`)).toEqual([]);
    }
  });
});

describe('examples', () => {
  const { clean, defective, planted } = makeExamples(PROGRAM);
  const stored = (name: string) =>
    readFileSync(new URL(`../../examples/${encodeURIComponent(name)}`, import.meta.url), 'utf8');

  it('are what the kit writes', () => {
    expect(stored(CLEAN_FILE)).toBe(clean);
    expect(stored(DEFECTIVE_FILE)).toBe(defective);
  });

  it('differ by eight defects, each of them noticed where it stands', () => {
    expect(planted).toHaveLength(8);
    const findings = PROGRAM.check(PROGRAM.read(DEFECTIVE_FILE, defective)).findings;
    const lines = new Set(findings.flatMap(({ places }) => places.map(({ line }) => line)));
    for (const { what, at } of planted)
      expect(
        at.some((line) => lines.has(line)),
        what,
      ).toBe(true);
  });

  it('begin with one that has nothing to be found', () => {
    expect(PROGRAM.check(PROGRAM.read(CLEAN_FILE, clean)).findings).toEqual([]);
  });
});
