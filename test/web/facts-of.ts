import type { Filing } from '../../src/facts/model.js';
import { checkFiling } from '../../src/pipeline.js';

/** What a document says, wherever it stands in the file. */
export function factsOf(filing: Filing) {
  const { entity, fiscalYear, kind, unit, edition, forms, figures, unread } = filing;
  return {
    ...{ entity, fiscalYear, kind, unit, edition, unread },
    forms: forms.map(({ form, title, cells }) => [
      [form, title],
      cells.map(({ side, lineId, code, columnId, value }) => [side, lineId, code, columnId, value]),
    ]),
    figures: figures.map(({ label, role, value, unit: of, concept }) => [
      [label, role],
      [value, of, concept],
    ]),
    findings: checkFiling(filing).findings.map(({ rule, severity, message }) => [
      [rule, severity],
      message.zh,
    ]),
  };
}
