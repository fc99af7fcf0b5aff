import * as comments from '../../store/comments.js';
import * as facts from '../../store/facts.js';
import * as files from '../../store/files.js';
import * as filings from '../../store/filings.js';
import * as findings from '../../store/findings.js';
import * as organisations from '../../store/organisations.js';
import * as replies from '../../store/replies.js';
import * as steps from '../../store/steps.js';
import type { View } from '../../store/task.js';
import type { Json } from '../../store/values.js';
import * as verdicts from '../../store/verdicts.js';
import * as versions from '../../store/versions.js';
import * as waivers from '../../store/waivers.js';
import { Problem } from '../problem.js';

type Lang = 'zh' | 'en';

/** A filing with whose it is, its versions and steps. */
export async function filingRecord(view: View, id: string): Promise<object> {
  const filing = await filings.byId(view, id);
  if (filing === undefined) throw new Problem('not-found');
  const organisation = await organisations.byId(view, filing.organisation);
  const all = await versions.ofFiling(view, id);
  return {
    ...filing,
    revision: Number(filing.revision),
    organisation: { id: filing.organisation, name: organisation?.name ?? null },
    versions: all.map(({ number, edition, note, createdAt, createdBy, summary, digest }) => ({
      ...{ number, edition, note, createdAt, createdBy, summary, digest },
    })),
    steps: await steps.ofFiling(view, id),
  };
}

/** A version of a filing; throws `Problem` not-found. */
export async function versionOf(
  view: View,
  filing: string,
  number: number,
): Promise<versions.Version> {
  const version = await versions.byNumber(view, filing, number);
  if (version === undefined) throw new Problem('not-found');
  return version;
}

/** A version with its files. */
export async function versionRecord(view: View, filing: string, number: number): Promise<object> {
  const version = await versionOf(view, filing, number);
  const held = await versions.filesOf(view, version.id);
  const shown = [];
  for (const { position, role, name, file } of held) {
    const known = await files.byHash(view, file);
    const { size = 0n, mediaType = '' } = known ?? {};
    shown.push({ position, role, name, sha256: file, bytes: Number(size), mediaType });
  }
  return { ...version, files: shown };
}

/** What programs rely on: `read`, `check` or `score` of a version, as JSON text. */
export async function contractText(
  view: View,
  version: versions.Version,
  which: 'read' | 'check' | 'score' | 'account',
  lang: Lang,
): Promise<Uint8Array | string> {
  if (which === 'read' || which === 'account') {
    const texts = await versions.textsOf(view, version.id);
    const text = which === 'read' ? texts?.reading : texts?.account;
    if (text == null) throw new Problem('not-found');
    return text;
  }
  const held = await versions.filesOf(view, version.id);
  const name = `${which}.${lang}.json`;
  const found = held.find((file) => file.role === which && file.name === name);
  const bytes = found && (await files.bytesOf(view, found.file));
  if (bytes === undefined) throw new Problem('not-found');
  return bytes;
}

/** A finding with what became of it and what people say of it. */
export interface FindingRecord {
  readonly id: string;
  readonly rule: string;
  readonly severity: string;
  readonly change: 'new' | 'stays' | 'gone';
  readonly finding: Json;
  readonly waiver: waivers.Waiver | null;
  readonly verdict: verdicts.Verdict | null;
  readonly replies: readonly replies.Reply[];
}

/** The findings of a version against the one before, with waivers, verdicts and replies. */
export async function findingRecords(
  view: View,
  filing: filings.Filing,
  number: number,
  day: string,
  lang: Lang,
): Promise<readonly FindingRecord[]> {
  const { id: key, organisation, kind, fiscalYear } = filing;
  const changes = await findings.changes(view, key, number);
  const passed = await waivers.inForce(view, key, day);
  const judged = await verdicts.inForce(view, { organisation, kind, fiscalYear });
  const answers = await replies.ofFiling(view, key);
  return changes.map(({ id, rule, severity, change, body }) => ({
    ...{ id, rule, severity, change, finding: inLanguage(body, lang) },
    waiver: passed.find(({ finding }) => finding === id) ?? null,
    verdict: judged.find(({ finding }) => finding === id) ?? null,
    replies: answers.filter(({ finding }) => finding === id),
  }));
}

/** The JSON of a kept finding in one language. */
export function inLanguage(body: Json, lang: Lang): Json {
  const { english, ...chinese } = body as Readonly<Record<string, Json>>;
  return lang === 'en' && english !== undefined ? english : chinese;
}

/** What people said of a filing. */
export async function talkOf(view: View, filing: string): Promise<object> {
  return {
    comments: await comments.ofFiling(view, filing),
    replies: await replies.ofFiling(view, filing),
    waivers: await waivers.ofFiling(view, filing),
  };
}

/** The amounts of a version as rows. */
export async function factRecords(
  view: View,
  version: string,
  form: string | undefined,
): Promise<readonly object[]> {
  const rows = await facts.ofVersion(view, version, form);
  return rows.map(({ value, half, ...row }) => ({
    ...row,
    value: value === null ? null : `${value}`,
    half: half === null ? null : `${half}`,
  }));
}
