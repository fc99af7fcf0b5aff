import type { DocumentKind, Filing } from '../facts/model.js';
import { dateIn } from './dates.js';

/** A document as a roster sees it: whose it is and of what year. */
export interface Filed {
  readonly file: string;
  readonly kind: DocumentKind;
  readonly entity: string | null;
  /** Units that it says it covers. */
  readonly units: readonly string[];
  readonly fiscalYear: number | null;
  /** The day of publication, where the document states one: 2023-08-25. */
  readonly published: string | null;
}

/** What a roster needs to know of a filing. */
export function filedOf({ file, kind, entity, entities, fiscalYear, passages }: Filing): Filed {
  const stated = passages.flatMap(({ text }) => PUBLISHED.exec(text)?.[1] ?? []);
  return {
    ...{ file, kind, entity, fiscalYear },
    units: entities.flatMap(({ name, role }) => (role === 'unit' ? [name] : [])),
    published: dateIn(stated[0] ?? ''),
  };
}

const PUBLISHED = /(?:公开|发布)(?:日期|时间)\s*[:：为]?\s*(\d{4}[^\n]{2,9})/;
