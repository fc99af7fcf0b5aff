import type { Account, Source } from '../accounts/model.js';
import type { EvaluationSegment } from '../facts/model.js';
import { sensitiveIn } from '../facts/sensitive.js';
import { inputOf } from '../forms/inputs.js';
import { formOf } from '../forms/statutory.js';
import { publishedEvaluation } from '../publications/evaluation-table.js';
import type { Judged } from './verdict.js';

/** What of the inputs a document prints that may not be published: where to look for it. */
export interface Origin {
  /** What asked for it, or the table or form that it stands in. */
  readonly label: string;
  /** Null where nobody knows the file: a document carries it, or several tables. */
  readonly source: Source | null;
}

interface Told extends Origin {
  readonly lines: readonly string[];
}

/** Where what the secrecy review is to see came from; none for any other finding. */
export function originsOf(
  { finding, weight }: Judged,
  account: Account,
  labels: ReadonlyMap<string, string>,
): readonly Origin[] {
  if (weight !== 'secrecy') return [];
  const found: Origin[] = [];
  for (const { lines, label, source } of told(account, labels)) {
    const kinds = sensitiveIn(lines).map(({ kind }) => `privacy.${kind}`);
    if (kinds.includes(finding.rule)) found.push({ label, source });
  }
  return found;
}

/** Everything that somebody wrote and a document prints. */
function* told(account: Account, labels: ReadonlyMap<string, string>): Iterable<Told> {
  for (const [id, { text, source }] of account.inputs) {
    const label = labels.get(id) ?? inputOf(id)?.label ?? id;
    yield { label, source, lines: text.split('\n') };
  }
  for (const { form, rows } of account.tables.values()) {
    for (const { item, cells } of rows) {
      const [cell] = cells.values();
      yield { label: `《${formOf(form).title}》`, source: cell?.source ?? null, lines: [item] };
    }
  }
  for (const segment of account.evaluations) {
    yield { label: `绩效自评表“${segment.title}”`, source: null, lines: linesOf(segment) };
  }
}

function linesOf(segment: EvaluationSegment): readonly string[] {
  const { body } = publishedEvaluation(segment);
  return body.map((row) => row.map(({ text }) => text).join('\t'));
}
