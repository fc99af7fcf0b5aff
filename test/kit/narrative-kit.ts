import { amountOf } from '../../src/base/amount.js';
import { parseNumeral } from '../../src/base/numeral.js';
import { linePlace } from '../../src/base/place.js';
import type { TextLine } from '../../src/cells/model.js';
import type { About, CellFact, Figure, FormFact, Statement } from '../../src/facts/model.js';
import { type Narrative, readNarrative } from '../../src/facts/narrative.js';
import { outline } from '../../src/facts/outline.js';
import type { FormId, Side } from '../../src/forms/model.js';
import { formOf } from '../../src/forms/statutory.js';

/** One cell of a table of the tests: a coded line, or a fixed one by its id. */
export type TestCell = readonly [key: string, item: string, column: string, value: string];

/** A statutory table with just the cells that a test needs. */
export function testForm(form: FormId, cells: readonly TestCell[]): FormFact {
  const place = linePlace(1, 0, 0, '');
  return {
    ...{ form, number: null, title: formOf(form).title, unit: '万元', unitDeclared: true },
    ...{ entity: null, fiscalYear: null, empty: false, unknownColumns: [], notes: [], place },
    cells: cells.map(([key, item, columnId, value], row): CellFact => {
      const coded = /^\d+$/.test(key);
      const [lineId, side] = key.split('@') as [string, Side | undefined];
      const numeral = parseNumeral(value);
      return {
        ...{ form, row: row + 1, side: side ?? null, line: null, item, under: null, place },
        ...{ lineId: coded ? null : lineId, code: coded ? key : null },
        ...{ column: columnId, columnId, value, unit: '万元', decimals: numeral?.decimals ?? 0 },
        ...{ origin: 'printed', confidence: null, settledBy: [] },
        amount: numeral && amountOf(numeral, '万元'),
      };
    }),
  };
}

/** What a section of one paragraph or more says, in a document of 2023 by 某某市水务局. */
export function narrativeOf(
  title: string,
  text: string,
  forms: readonly FormFact[] = [],
): Narrative {
  const lines = ['第三部分 情况说明', title, ...text.split('\n')].map((line, index): TextLine => {
    return { kind: 'line', text: line, place: linePlace(index + 1, 0, line.length, line) };
  });
  const { sections, passages } = outline(lines, 2023);
  const context = { fiscalYear: 2023, entity: '某某市水务局', unit: '万元', forms } as const;
  return readNarrative(sections, passages, context);
}

const RELATION = { '-1': 'under', '0': 'same-as', '1': 'over' } as const;
const SLOTS = ['reported', 'budget', 'prior', 'change', 'rate', 'share', 'completion'] as const;

/** A statement in one line: concept, cell, and what was said of it. */
export function inWords(statement: Statement): string {
  const { concept, label, about, comparison, budgetChange, budgetRate } = statement;
  const said = SLOTS.flatMap((slot) => slotInWords(slot, statement[slot]));
  const head = `${concept ?? `“${label}”`} ${aboutInWords(about)}`;
  const compared = comparison ? [`${RELATION[comparison.direction]}-${comparison.with}`] : [];
  return [
    head,
    ...said,
    ...slotInWords('budgetChange', budgetChange ?? null),
    ...slotInWords('budgetRate', budgetRate ?? null),
    ...compared,
  ].join(' ');
}

function slotInWords(slot: string, figure: Figure | null): readonly string[] {
  return figure ? [`${slot}=${sign(figure.direction)}${figure.value ?? '?'}`] : [];
}

function sign(direction: -1 | 0 | 1): string {
  return direction === 0 ? '' : direction > 0 ? '+' : '-';
}

const SHORT: Partial<Record<FormId, string>> = {
  'income-expenditure-summary': 'summary',
  'appropriation-summary': 'appropriation',
  'general-public-budget-expenditure': 'general',
  'basic-expenditure': 'basic',
  'three-public-expenses': 'three-public',
  'government-managed-funds': 'funds',
  'state-capital-operations': 'capital',
  'related-information': 'related',
};

export function aboutInWords(about: About | null): string {
  if (about === null) return '-';
  const { form, lineId, code, columnId, side } = about;
  return [(form && SHORT[form]) ?? form, lineId ?? code, columnId, ...(side ? [side] : [])].join(
    '/',
  );
}

/** Figures that no statement holds: role, direction and value. */
export function unbound(narrative: Narrative): readonly string[] {
  const held = new Set(
    narrative.statements.flatMap((s) => [
      ...SLOTS.map((slot) => s[slot]?.id),
      s.budgetChange?.id,
      s.budgetRate?.id,
    ]),
  );
  return narrative.figures
    .filter(({ id }) => !held.has(id))
    .map((figure) => `${figure.role ?? 'none'}=${sign(figure.direction)}${figure.value ?? '?'}`);
}
