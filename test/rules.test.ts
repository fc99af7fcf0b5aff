import { describe, expect, it } from 'vitest';
import { check } from '../src/findings/check.js';
import type { CheckResult } from '../src/findings/model.js';
import { runRules } from '../src/findings/run.js';
import { CATALOGUE } from '../src/rules/catalogue.js';
import type { Rule } from '../src/rules/model.js';
import { referencedPage } from '../src/rules/reference-page.js';
import { quoteOf, regulationOf } from '../src/terms/regulations.js';

function checkPage(page: string): CheckResult {
  const { facts, references } = referencedPage(page);
  return check(facts.filing, references, CATALOGUE);
}

function outcomesOf(rule: Rule, page: string) {
  const { facts, references } = referencedPage(page);
  return runRules([rule], facts, references).counts;
}

/** Clauses of rules between printed cells. */
const TABLE_CLAUSES = new Set(['within', 'across']);

/** Rules with a finding, without those that complain of the neighbouring page just as well. */
function failingRules(page: string): ReadonlySet<string> {
  return new Set(checkPage(page).findings.map((finding) => finding.rule));
}

/** 1-based numbers of the lines that tell two pages apart. */
function changedLines(one: string, other: string): ReadonlySet<number> {
  const lines = other.split('\n');
  const changed = one.split('\n').flatMap((line, at) => (line === lines[at] ? [] : [at + 1]));
  return new Set(changed);
}

describe('the catalogue', () => {
  it('names each rule once, in kebab-case with its subject first', () => {
    const ids = CATALOGUE.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      ids.filter((id) => !/^[a-z]+(?:-[a-z0-9]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)),
    ).toEqual([]);
  });

  it('says everything in both languages', () => {
    const silent = CATALOGUE.filter(({ title, remedy }) =>
      [title.zh, title.en, remedy.zh, remedy.en].some((text) => text.trim() === ''),
    );
    expect(silent.map((rule) => rule.id)).toEqual([]);
  });
});

describe.each(CATALOGUE.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  const { holds, fails, rounding, undecided, absent } = rule.examples;

  it('has a basis', () => {
    const { regulation, clause, quote } = rule.basis;
    const clauses = (regulationOf(regulation)?.clauses ?? []).map(({ id }) => id);
    expect(clauses).toContain(clause);
    expect([null, quoteOf(regulation, clause)]).toContain(quote);
  });

  it('holds on its good page', () => {
    const counts = outcomesOf(rule, holds);
    expect(counts.fails + counts.undecided).toBe(0);
    expect(counts.holds + counts.roundingConsistent).toBeGreaterThan(0);
  });

  it('alone fails on its bad page, at what tells it from the good one', () => {
    const before = failingRules(holds);
    const result = checkPage(fails);
    const added = new Set(result.findings.map((each) => each.rule).filter((id) => !before.has(id)));
    expect([...added]).toEqual([rule.id]);
    // What is missing, or stands in another document, is not on the line that was changed.
    if (!TABLE_CLAUSES.has(rule.basis.clause ?? '') || fails.includes('参照 ')) return;
    const changed = changedLines(holds, fails);
    const places = result.findings
      .filter((finding) => finding.rule === rule.id)
      .flatMap((finding) => finding.places);
    expect(places.some((place) => place.line !== null && changed.has(place.line))).toBe(true);
  });

  it(rounding === null ? 'compares nothing that is rounded' : 'takes rounding for rounding', () => {
    const counts = [rounding ?? holds, rounding ?? fails].map((text) => outcomesOf(rule, text));
    if (rounding === null) {
      expect(counts.map(({ roundingConsistent }) => roundingConsistent)).toEqual([0, 0]);
    } else {
      expect(counts[0]!.fails + counts[0]!.undecided).toBe(0);
      expect(counts[0]!.roundingConsistent).toBeGreaterThan(0);
    }
  });

  it(undecided === null ? 'needs nothing that can be unread' : 'is undecided when unread', () => {
    if (undecided === null) {
      const counts = [holds, fails].map((text) => outcomesOf(rule, text).undecided);
      expect(counts).toEqual([0, 0]);
    } else {
      const counts = outcomesOf(rule, undecided);
      expect(counts.fails).toBe(0);
      expect(counts.undecided).toBeGreaterThan(0);
    }
  });

  it('does not apply where there is nothing to compare', () => {
    const counts = outcomesOf(rule, absent);
    expect(counts).toMatchObject({ holds: 0, fails: 0, undecided: 0, roundingConsistent: 0 });
  });
});
