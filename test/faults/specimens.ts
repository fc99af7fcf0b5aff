import { readdirSync, readFileSync } from 'node:fs';
import type { Filing } from '../../src/facts/model.js';
import type { CheckResult, Finding } from '../../src/findings/model.js';
import {
  type AppraisalRequest,
  composeAppraised,
  drawAppraised,
} from '../kit/appraisal-document.js';
import { composeText, type DocumentRequest, type KitDocument } from '../kit/document.js';
import type { CellTarget, Checker, FigureTarget, Specimen } from './model.js';

const SAMPLES = new URL('../../../shared/samples/', import.meta.url);

/** What makes a finding the same in two readings: its identity and what it says. */
export function findingKey(finding: Finding): string {
  return `${finding.id}\n${finding.message.zh}`;
}

function baselineOf({ findings }: CheckResult) {
  return {
    baseline: new Set(findings.map(findingKey)),
    baselineIds: new Set(findings.map(({ id }) => id)),
  };
}

/** A document of the test kit: every place is known from its making, not from any reader. */
export function kitSpecimen(request: DocumentRequest, checker: Checker): Specimen {
  const id = `${request.edition}/${request.dialect}/${request.seed}`;
  return madeSpecimen(id, request.dialect, composeText(request), checker);
}

/** Editions with the layouts of their forms, known and invented. */
export const APPRAISALS: readonly Pick<AppraisalRequest, 'edition' | 'layout' | 'department'>[] = [
  { edition: 'shanxi', layout: 'stepped', department: null },
  { edition: 'shanxi', layout: 'rated', department: null },
  { edition: 'shanxi', layout: 'lined', department: null },
  { edition: 'shaanxi', layout: 'sourced', department: 'tasked-department' },
  { edition: 'liaoning', layout: 'signed', department: 'signed-department' },
  { edition: 'shanghai', layout: 'invented-left', department: null },
  { edition: 'invented-east', layout: 'invented-right', department: 'tasked-department' },
  { edition: 'invented-west', layout: 'invented-left', department: null },
];

/** A document of the test kit with performance forms. */
export function appraisalSpecimen(request: AppraisalRequest, checker: Checker): Specimen {
  const appraised = drawAppraised(request);
  const id = `${request.layout}/${request.dialect}/${request.seed}`;
  const made = madeSpecimen(id, request.dialect, composeAppraised(appraised), checker);
  return { ...made, appraised };
}

function madeSpecimen(
  id: string,
  dialect: string,
  { text, truth }: KitDocument,
  checker: Checker,
): Specimen {
  const filing = checker.read(id, text);
  const lines = text.split('\n');
  return {
    id,
    made: true,
    dialect,
    text,
    lines,
    entity: truth.entity,
    fiscalYear: truth.fiscalYear,
    unit: truth.unit,
    cells: truth.cells.map(({ form, side, lineId, code, columnId, value, spot }) => ({
      form,
      side,
      key: lineId ?? code ?? '',
      columnId,
      value,
      spot,
    })),
    figures: truth.figures.flatMap(({ label, value, unit, kind, role, spot }) =>
      value === null ? [] : [{ label, value, unit, kind, role, spot }],
    ),
    tables: truth.forms,
    narrative: narrativeLines(lines),
    ...baselineOf(checker.check(filing)),
    baselineUnread: filing.unread.length,
  };
}

/** A real document, with the places where the reader found its numbers. */
export function sampleSpecimen(prefix: string, checker: Checker): Specimen {
  const name = readdirSync(SAMPLES).find((file) => file.startsWith(prefix));
  if (name === undefined) throw new Error(`sample ${prefix} is missing in ${SAMPLES.pathname}`);
  const text = readFileSync(new URL(name, SAMPLES), 'utf8').replace(/^\ufeff/, '');
  const filing = checker.read(name, text);
  const lines = text.split(/\r?\n/);
  return {
    id: prefix,
    made: false,
    dialect: text.includes('\t') ? 'tab' : 'pdf',
    text,
    lines,
    entity: filing.entity ?? '',
    fiscalYear: filing.fiscalYear ?? 0,
    unit: filing.unit ?? '元',
    cells: filing.forms.flatMap((form) => form.cells.flatMap((cell) => cellTarget(cell, lines))),
    figures: filing.figures.flatMap((figure) => figureTarget(figure, lines)),
    tables: [],
    narrative: narrativeLines(lines),
    ...baselineOf(checker.check(filing)),
    baselineUnread: filing.unread.length,
  };
}

function cellTarget(
  cell: Filing['forms'][number]['cells'][number],
  lines: readonly string[],
): CellTarget[] {
  const key = cell.lineId ?? cell.code;
  if (key === null || cell.columnId === null) return [];
  const { form, side, columnId, value, place } = cell;
  const { line, from, to } = place;
  const known = line !== null && from !== null && to !== null;
  const printed = known ? (lines[line - 1]?.slice(from, to) ?? '') : '';
  const stands = known && value !== null && printed.replace(/[,\s]/g, '') === value;
  return [{ form, side, key, columnId, value, spot: stands ? { line, from, to } : null }];
}

function figureTarget(figure: Filing['figures'][number], lines: readonly string[]): FigureTarget[] {
  const { label, value, unit, kind, role, place } = figure;
  const { line, from, to } = place;
  if (value === null || line === null || from === null || to === null) return [];
  const printed = lines[line - 1]?.slice(from, to) ?? '';
  const number = /^-?[\d,]+(?:\.\d+)?/.exec(printed)?.[0];
  if (number === undefined || number.replace(/,/g, '') !== value) return [];
  return [{ label, value, unit, kind, role, spot: { line, from, to: from + number.length } }];
}

/** From the heading of the narrative (not its line in the contents) to the next part. */
function narrativeLines(lines: readonly string[]): readonly [number, number] {
  const heading = lines.findLastIndex((line) => /^\s*第.部分.*情况说明/.test(line));
  const next = lines.findIndex((line, i) => i > heading && /^\s*第.部分/.test(line));
  return [heading + 2, next < 0 ? lines.length : next];
}
