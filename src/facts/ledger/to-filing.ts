import type { TextLine } from '../../cells/model.js';
import { typedEntity } from '../identity.js';
import type { Filing } from '../model.js';
import { mostFrequent } from '../most-frequent.js';
import { declaredEntity, declaredYear } from '../tables/headings.js';
import type { LedgerReading } from './from-cells.js';
import { ofOneYear } from './several.js';

/** So many statutory tables make it the document that they are published in. */
const ENOUGH_FORMS = 3;

/** Lines of a workbook that may say whose books they are. */
const HEAD_LINES = 40;

/**
 * What a workbook with books in it says: the books, and what stands beside them. `lost` tables of
 * it are nearly books and were not read.
 */
export function withBooks(filing: Filing, books: LedgerReading, lost: number): Filing {
  const { ledger, problems, notices, rest } = books;
  const lines = rest.filter((block): block is TextLine => block.kind === 'line');
  const head = lines.slice(0, HEAD_LINES).map(({ text }) => text);
  const isDocument = filing.forms.length >= ENOUGH_FORMS;
  const said = [...(filing.notices ?? []), ...notices];
  const declared =
    filing.fiscalYear ?? mostFrequent(head.flatMap((text) => declaredYear(text) ?? []));
  const own = ofOneYear(ledger.lines, books.years, declared);
  return {
    ...filing,
    kind: isDocument ? filing.kind : 'ledger',
    entity:
      mostFrequent(head.flatMap((text) => declaredEntity(text) ?? [])) ??
      typedEntity(rest) ??
      books.entity ??
      filing.entity,
    fiscalYear: own.year,
    unit: isDocument ? filing.unit : ledger.unit,
    ledger: { ...ledger, lines: own.lines, unread: lost + problems.length + own.problems.length },
    ...(said.length > 0 ? { notices: said } : {}),
    unread: [...filing.unread, ...problems, ...own.problems],
  };
}
