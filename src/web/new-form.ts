import type { Account } from '../accounts/model.js';

/** An id that nobody else gives to a form at the same time. */
export function newFormId(): string {
  return `t${crypto.randomUUID().slice(0, 13)}`;
}

/** Projects of the books that have no form yet. */
export function openProjects({ ledger, evaluations }: Account): readonly string[] {
  const names = ledger?.entries.flatMap(({ project }) => project ?? []) ?? [];
  const there = new Set(evaluations.map(({ title }) => title));
  return [...new Set(names)].filter((name) => !there.has(name));
}
