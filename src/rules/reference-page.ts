import { filingFromPage } from '../facts/from-page.js';
import { Lookup } from '../facts/lookup.js';
import type { References } from './model.js';

const HEADS = { 预算: 'budget', 上年决算: 'lastYear' } as const;

/** A page of accounts with the documents that it is held against. */
export interface ReferencedPage {
  readonly facts: Lookup;
  readonly references: References;
}

/**
 * Reads an example that may hold other documents: each begins with `参照 预算`, `参照 上年决算`
 * `参照 单位`
 * or `参照 决算报表` and is a page of its own, with its own head.
 */
export function referencedPage(text: string): ReferencedPage {
  const [own = '', ...others] = text.split(/^参照 /m);
  let references: References = { budget: null, lastYear: null };
  for (const other of others) {
    const end = other.indexOf('\n');
    if (other.slice(0, end).trim() === '单位') {
      const unit = new Lookup(filingFromPage(other.slice(end + 1)));
      references = { ...references, units: [...(references.units ?? []), unit] };
      continue;
    }
    if (other.slice(0, end).trim() === '决算报表') {
      const approved = new Lookup(filingFromPage(other.slice(end + 1)));
      references = { ...references, approved };
      continue;
    }
    const name = HEADS[other.slice(0, end).trim() as keyof typeof HEADS];
    references = { ...references, [name]: new Lookup(filingFromPage(other.slice(end + 1))) };
  }
  return { facts: new Lookup(filingFromPage(own)), references };
}
