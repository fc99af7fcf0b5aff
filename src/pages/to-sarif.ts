import { ruleOf } from '../rules/catalogue.js';
import type { Rule, Severity } from '../rules/model.js';
import { basisText } from './basis-text.js';
import type { Lang } from './model.js';
import type { Review, ReviewPlace, ReviewRow } from './review.js';

const SCHEMA =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** What a run found, and what could not be read. */
export interface SarifRun {
  readonly reviews: readonly Review[];
  readonly failures: readonly { readonly file: string; readonly why: string }[];
  /** Of this program. */
  readonly version: string;
}

/** The findings of a run as one SARIF 2.1.0 log, for editors and review tools that read it. */
export function sarifLog({ reviews, failures, version }: SarifRun, lang: Lang): object {
  const used = [...new Set(reviews.flatMap(({ rows }) => rows.map(({ rule }) => rule)))].sort();
  const indexes = new Map(used.map((id, index) => [id, index]));
  const files = reviews.map(({ file }) => file);
  const failed = failures.map(({ file, why }) => ({
    level: 'error',
    message: { text: why },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) } } }],
  }));
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Mingzhang',
            version,
            language: lang === 'zh' ? 'zh-CN' : 'en',
            rules: used.map((id) => descriptorOf(id, ruleOf(id), lang)),
          },
        },
        invocations: [
          { executionSuccessful: failures.length === 0, toolExecutionNotifications: failed },
        ],
        artifacts: files.map((file) => ({ location: { uri: uriOf(file) } })),
        columnKind: 'utf16CodeUnits',
        results: reviews.flatMap(({ file, rows }, at) =>
          rows.map((row) => resultOf(row, { file, at }, indexes.get(row.rule) ?? -1)),
        ),
      },
    ],
  };
}

function descriptorOf(id: string, rule: Rule | undefined, lang: Lang): object {
  if (rule === undefined) return { id, shortDescription: { text: id } };
  const basis = basisText(rule.basis, lang).map(({ text }) => text);
  const help = [rule.remedy[lang], basis.join('')].filter((text) => text !== '').join('\n\n');
  return {
    id,
    shortDescription: { text: rule.title[lang] },
    help: { text: help },
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: { basis: rule.basis.regulation },
  };
}

interface Checked {
  readonly file: string;
  /** Its index among the artifacts. */
  readonly at: number;
}

function resultOf(row: ReviewRow, checked: Checked, ruleIndex: number): object {
  const locations = row.places.map((place) => locationOf(place, checked));
  const [first, ...related] = locations;
  const whole = { physicalLocation: { artifactLocation: artifactOf(null, checked) } };
  return {
    ruleId: row.rule,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    kind: 'fail',
    level: LEVELS[row.severity],
    message: { text: row.problem },
    locations: [first ?? whole],
    ...(related.length === 0
      ? {}
      : { relatedLocations: related.map((location, index) => ({ id: index + 1, ...location })) }),
    partialFingerprints: { 'mingzhangFinding/v1': row.id },
    properties: { number: row.number, following: row.following, remedy: row.remedy },
  };
}

/** Lines and columns where the file has them; where it has none, where a reader would look. */
function locationOf({ file, position, text, region }: ReviewPlace, checked: Checked): object {
  const place = {
    artifactLocation: artifactOf(file, checked),
    ...(region === null
      ? {}
      : {
          region: {
            startLine: region.line,
            startColumn: region.from + 1,
            endLine: region.line,
            endColumn: region.to + 1,
            ...(text === '' ? {} : { snippet: { text } }),
          },
        }),
  };
  return {
    physicalLocation: place,
    ...(position === ''
      ? {}
      : { logicalLocations: [{ fullyQualifiedName: position, kind: 'element' }] }),
  };
}

function artifactOf(file: string | null, checked: Checked): object {
  if (file !== null) return { uri: uriOf(file) };
  return { uri: uriOf(checked.file), index: checked.at };
}

/** A path as a URI: forward slashes, everything else that is no letter escaped. */
function uriOf(path: string): string {
  const parts = path.replaceAll('\\', '/').split('/').map(escaped);
  const joined = parts.join('/');
  if (/^[A-Za-z]:/.test(path)) return `file:///${joined.replace('%3A', ':')}`;
  return path.startsWith('/') ? `file://${joined}` : joined;
}

/** Half a character, as hurt names have, cannot be escaped. */
function escaped(part: string): string {
  return encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd'));
}
