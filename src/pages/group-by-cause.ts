import { comparePlaces } from '../base/place.js';
import type { Finding } from '../findings/model.js';
import type { Severity } from '../rules/model.js';
import type { GroupedFinding } from './finding-group.js';

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * Findings by root cause: errors first, then in document order, numbered as the reader sees them.
 */
export function groupByCause(findings: readonly Finding[]): readonly GroupedFinding[] {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const consequences = new Map<Finding, Finding[]>();
  for (const finding of findings) {
    const root = rootOf(finding, byId);
    const list = consequences.get(root) ?? [];
    if (!consequences.has(root)) consequences.set(root, list);
    if (root !== finding) list.push(finding);
  }
  return [...consequences]
    .map(([root, following]) => ({
      root,
      following,
      severity: worst([root, ...following]),
    }))
    .sort((a, b) => RANK[a.severity] - RANK[b.severity] || byPlace(a.root, b.root))
    .map((entry, index) => ({ ...entry, number: index + 1, id: `f${index + 1}` }));
}

/** Follows causes up; a missing or circular cause makes a finding its own root. */
function rootOf(finding: Finding, byId: ReadonlyMap<string, Finding>): Finding {
  const seen = new Set<Finding>([finding]);
  let root = finding;
  while (root.cause !== null) {
    const cause = byId.get(root.cause);
    if (!cause) return root;
    if (seen.has(cause)) return finding;
    seen.add(cause);
    root = cause;
  }
  return root;
}

function worst(findings: readonly Finding[]): Severity {
  return findings.reduce<Severity>(
    (least, { severity }) => (RANK[severity] < RANK[least] ? severity : least),
    'info',
  );
}

function byPlace(a: Finding, b: Finding): number {
  const [left, right] = [a.places[0], b.places[0]];
  if (!left || !right) return left ? -1 : right ? 1 : 0;
  return comparePlaces(left, right);
}
