import { combine } from '../accounts/combine.js';
import type { Given } from '../accounts/contribution.js';
import { sourcesIn } from '../accounts/from-facts.js';
import type { Account, AccountTables, Measure } from '../accounts/model.js';
import { accountJson } from '../accounts/to-json.js';
import { amountText } from '../base/amount.js';
import type { Limits } from '../cells/limits.js';
import { locator, sourceText } from '../cells/locate.js';
import type { ReadFailure } from '../cells/model.js';
import { scoreJson } from '../contract/evaluation-json.js';
import { checkJson, filingJson, noteOf } from '../contract/json.js';
import { editionOf } from '../editions/catalogue.js';
import type { Filing } from '../facts/model.js';
import type { CheckResult } from '../findings/model.js';
import { outcomeOf } from '../pages/outcome.js';
import { reviewOf } from '../pages/review.js';
import {
  asReference,
  checkFiling,
  type Reading as Pipeline,
  readDocument,
  referencesFor,
} from '../pipeline.js';
import { ReadError } from '../readers/reader.js';
import { tablesLacking } from '../rules/completeness.js';
import { frameworkSheet } from '../scores/from-accounts.js';
import { scoresOf } from '../scores/from-filing.js';
import type { Fact } from '../store/facts.js';
import type { StoredFinding } from '../store/findings.js';
import type { Score } from '../store/scores.js';
import type { Json } from '../store/values.js';
import { besideOf } from './beside.js';

/** A document that came in, and what it is to be held against. */
export interface Incoming {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly references: readonly Named[];
}

interface Named {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The same JSON in both languages, as text. */
export interface InBoth {
  readonly zh: string;
  readonly en: string;
}

/** Everything that is kept of a document: what it says, what is wrong in it, its scores. */
export interface Reading {
  readonly kind: Filing['kind'];
  readonly entity: string | null;
  readonly fiscalYear: number | null;
  readonly edition: string;
  /** `mingzhang/filing@1`. */
  readonly filing: string;
  /** `mingzhang/account@1`; null where the document gives none. */
  readonly account: string | null;
  readonly facts: readonly Fact[];
  readonly findings: readonly StoredFinding[];
  readonly scores: readonly Score[];
  /** The findings as the lines of a feedback form. */
  readonly review: InBoth;
  /** `mingzhang/check@1` and `mingzhang/score@1`. */
  readonly check: InBoth;
  readonly score: InBoth;
  /** `mingzhang/beside@1`: the document as it is shown beside its findings. */
  readonly beside: string;
  readonly summary: Json;
}

/** Reads and checks a document; a failure of the document is a result, one of ours is thrown. */
export async function readIncoming(
  { name, bytes, references }: Incoming,
  limits: Limits,
  onPage: (done: number, of: number) => void,
): Promise<Reading | ReadFailure> {
  const context = { limits, onPage };
  try {
    const reading = await readDocument(name, bytes, context);
    if ('code' in reading) return reading;
    const others: Filing[] = [];
    for (const other of references) {
      const read = await readDocument(other.name, other.bytes, context);
      // What it is held against was read when it came in; what cannot be read says nothing.
      if (!('code' in read)) others.push(asReference(read));
    }
    return await keptOf(reading, others, bytes, limits);
  } catch (error) {
    if (error instanceof ReadError) return error.failure;
    throw error;
  }
}

async function keptOf(
  reading: Pipeline,
  references: readonly Filing[],
  bytes: Uint8Array,
  limits: Limits,
): Promise<Reading> {
  const { filing, cells } = reading;
  const source = sourceText(cells);
  const { locate } = source;
  const result = checkFiling(filing, references);
  const notes = referencesFor(filing, references).map(noteOf);
  const scores = scoresOf(filing);
  const sheet = frameworkSheet(filing);
  const account = accountOf(reading);
  const check = (lang: 'zh' | 'en') => checkJson(filing, result, notes, locate, lang);
  const score = (lang: 'zh' | 'en') => scoreJson(filing, scores, sheet, locate, lang);
  const checks = { zh: check('zh'), en: check('en') };
  const scored = { zh: score('zh'), en: score('en') };
  const facts = account === null ? [] : factsOf(account);
  return {
    ...{ kind: filing.kind, entity: filing.entity, fiscalYear: filing.fiscalYear },
    edition: filing.edition ?? 'general',
    filing: JSON.stringify(filingJson(filing, cells, locate)),
    account: account === null ? null : JSON.stringify(accountJson(account)),
    facts,
    findings: findingsOf(checks),
    scores: scoresIn(scored.zh),
    review: textsOf({
      zh: reviewOf(filing, result, source, 'zh'),
      en: reviewOf(filing, result, source, 'en'),
    }),
    check: textsOf(checks),
    score: textsOf(scored),
    beside: JSON.stringify(await besideOf(reading, result, bytes, limits)),
    summary: summaryOf(filing, result, facts.length, account !== null),
  };
}

function textsOf({ zh, en }: { readonly zh: object; readonly en: object }): InBoth {
  return { zh: JSON.stringify(zh), en: JSON.stringify(en) };
}

/** What lists show of a document without reading more of it. */
function summaryOf(filing: Filing, result: CheckResult, facts: number, account: boolean): Json {
  const { errors, warnings, notes, status } = outcomeOf(filing, result);
  return {
    ...{ entity: filing.entity, file: filing.file, kind: filing.kind, status, errors, warnings },
    ...{ notes, findings: result.findings.length, undecided: result.undecided.length },
    /** Rules of which some instance could not be decided. */
    open: [...new Set(result.undecided.map(({ rule }) => rule))],
    lacking: lackingIn(filing),
    ...{ unread: filing.unread.length, facts, account, evaluations: filing.evaluations.length },
    rules: { ...result.rules },
  };
}

/** Titles of the statutory tables of its edition that a final account does not have. */
function lackingIn({ kind, forms, edition, fiscalYear }: Filing): readonly string[] {
  if (kind !== 'final-account') return [];
  const there = forms.map(({ form }) => form);
  return tablesLacking(there, editionOf(edition), fiscalYear ?? 0);
}

/** The exact account: what the file carries, or what can be made of what it prints. */
function accountOf({ filing, cells, carried }: Pipeline): Account | null {
  if (carried?.account != null) return carried.account;
  if (filing.kind !== 'final-account') return null;
  const given: Given = {
    ...{ kind: 'filing', filing, sourceOf: sourcesIn(filing.file, locator(cells)) },
  };
  const account = combine([given], []);
  return 'tables' in account ? account : null;
}

type CheckJson = { readonly findings: readonly (StoredFinding & Readonly<Record<string, Json>>)[] };

/** Findings as they are kept: the Chinese JSON, and its English beside it. */
function findingsOf(checks: { readonly zh: object; readonly en: object }): StoredFinding[] {
  const [zh, en] = [checks.zh, checks.en].map((each) => (each as CheckJson).findings);
  return zh!.map((body, index) => {
    const { id, rule, severity } = body;
    const plain = JSON.parse(JSON.stringify({ ...body, english: en![index] })) as Json;
    return { id, rule, severity, body: plain };
  });
}

interface ScoredForm {
  readonly title: string;
  readonly profile: string | null;
  readonly total: string | null;
  readonly expectedTotal?: string | null;
}

function scoresIn(scored: object): Score[] {
  const { evaluations } = scored as { readonly evaluations: readonly ScoredForm[] };
  return evaluations.map((form) => ({
    ...{ title: form.title, profile: form.profile, total: form.total },
    expected: typeof form.expectedTotal === 'string' ? form.expectedTotal : null,
    body: JSON.parse(JSON.stringify(form)) as Json,
  }));
}

/** The amounts of an account as they are searched and compared. */
export function factsOf(account: Account): readonly Fact[] {
  const { tables, prior, budget, unit } = account;
  const measures: readonly (readonly [Measure, AccountTables])[] = [
    ['reported', tables],
    ['prior', prior],
    ['budget', budget],
  ];
  return measures.flatMap(([measure, of]) =>
    [...of.values()].flatMap(({ form, rows }) =>
      rows.flatMap(({ side, key, item, cells }) =>
        [...cells].map(([columnId, { amount, source }]) => ({
          ...{ form, side, line: key, item, columnId, measure },
          // Unread: the cell is there, and nobody knows what stands in it.
          ...{ value: amount?.value ?? null, half: amount?.half ?? null },
          printed: amount === null ? '' : amountText(amount.value, unit),
          place: JSON.parse(JSON.stringify(source?.address ?? null)) as Json,
        })),
      ),
    ),
  );
}
