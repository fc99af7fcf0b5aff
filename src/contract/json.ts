import type { Locate } from '../base/place.js';
import type { CellsDocument, ReadFailure } from '../cells/model.js';
import { storedOf } from '../cells/stored.js';
import type { LedgerFacts } from '../facts/ledger/model.js';
import type { Figure, Filing, FormFact, Unread } from '../facts/model.js';
import type { CheckResult, Finding } from '../findings/model.js';
import type { Lang } from '../pages/model.js';

import { evaluationJson } from './evaluation-json.js';
import { failureMessage } from './failure-message.js';
import { type PlaceWriter, placeWriter } from './place-json.js';

/**
 * `mingzhang/filing@1`: what a document says, and the cells that say it, of which the same is made
 * again. The order of fields is that of the contract.
 */
export function filingJson(filing: Filing, cells: CellsDocument, locate: Locate): object {
  const { id, file, kind, entity, fiscalYear, unit, edition } = filing;
  const at = placeWriter(locate);
  const titles = new Map(filing.sections.map((section) => [section.id, section.title]));
  return {
    schema: 'mingzhang/filing@1',
    ...{ id, file, kind, entity },
    entities: filing.entities.map(({ name, role, place }) => ({ name, role, place: at(place) })),
    ...{ fiscalYear, unit, edition },
    sections: filing.sections.map((section) => ({
      id: section.id,
      title: section.title,
      level: section.level,
      part: section.part,
      fiscalYear: section.fiscalYear,
      place: at(section.place),
    })),
    forms: filing.forms.map((form) => formJson(form, at)),
    evaluations: filing.evaluations.map((segment) => evaluationJson(filing, segment, at)),
    figures: filing.figures.map((figure) => figureJson(figure, titles, at)),
    unread: remarksJson(filing.unread, at, 'zh'),
    notices: remarksJson(filing.notices ?? [], at, 'zh'),
    ...(filing.ledger ? { ledger: ledgerJson(filing.ledger, at) } : {}),
    ...(filing.inputs
      ? { inputs: filing.inputs.map(({ id, text, place }) => ({ id, text, place: at(place) })) }
      : {}),
    source: storedOf(cells),
  };
}

function formJson(form: FormFact, at: PlaceWriter): object {
  return {
    form: form.form,
    number: form.number,
    title: form.title,
    unit: form.unit,
    empty: form.empty,
    cells: form.cells.map((cell) => ({
      row: cell.row,
      side: cell.side,
      line: wholeNumber(cell.line),
      lineId: cell.lineId,
      code: cell.code,
      item: cell.item,
      under: cell.under,
      column: cell.column,
      columnId: cell.columnId,
      value: cell.value,
      unit: cell.unit,
      decimals: cell.decimals,
      origin: cell.origin,
      confidence: cell.confidence,
      settledBy: cell.settledBy,
      place: at(cell.place),
    })),
    place: at(form.place),
  };
}

function ledgerJson({ unit, lines, names }: LedgerFacts, at: PlaceWriter): object {
  return {
    unit,
    lines: lines.map((line) => ({
      kind: line.kind,
      fund: line.fund,
      function: line.function,
      economic: line.economic,
      nature: line.nature,
      income: line.income,
      project: line.project,
      value: line.value,
      unit: line.unit,
      place: at(line.place),
    })),
    names: [...names],
  };
}

/** 行次 printed as 12 or 12.00; a line number is no amount, so a JSON number serves. */
function wholeNumber(printed: string | null): number | null {
  const digits = /^(\d{1,4})(?:\.0+)?$/.exec(printed?.normalize('NFKC').trim() ?? '')?.[1];
  return digits === undefined ? null : Number.parseInt(digits, 10);
}

function figureJson(figure: Figure, titles: ReadonlyMap<string, string>, at: PlaceWriter): object {
  return {
    id: figure.id,
    section: titles.get(figure.section) ?? figure.section,
    label: figure.label,
    value: figure.value,
    unit: figure.unit,
    kind: figure.kind,
    role: figure.role,
    direction: figure.direction,
    year: figure.year,
    scope: figure.scope,
    about: figure.about,
    concept: figure.concept,
    base: figure.base,
    place: at(figure.place),
  };
}

/** A document that a check was held against. */
export interface ReferenceNote {
  readonly file: string;
  readonly kind: string;
  readonly entity: string | null;
  readonly fiscalYear: number | null;
}

/** What a check says of a reference. */
export function noteOf({ file, kind, entity, fiscalYear }: Filing): ReferenceNote {
  return { file, kind, entity, fiscalYear };
}

/** `mingzhang/check@1`: what is wrong in a document. */
export function checkJson(
  filing: Filing,
  result: CheckResult,
  references: readonly ReferenceNote[],
  locate: Locate,
  lang: Lang,
): object {
  const at = placeWriter(locate);
  const { file, kind, entity, fiscalYear, edition } = filing;
  return {
    schema: 'mingzhang/check@1',
    ...{ file, kind, entity, fiscalYear, edition },
    references,
    rules: result.rules,
    findings: result.findings.map((finding) => findingJson(finding, at, lang)),
    undecided: result.undecided.map(({ rule, why, places }) => ({
      rule,
      why: why[lang],
      places: places.map(at),
    })),
    unread: remarksJson(filing.unread, at, lang),
    notices: remarksJson(filing.notices ?? [], at, lang),
  };
}

function remarksJson(remarks: readonly Unread[], at: PlaceWriter, lang: Lang): readonly object[] {
  return remarks.map(({ what, why, place }) => ({ what, why: why[lang], place: at(place) }));
}

function findingJson(finding: Finding, at: PlaceWriter, lang: Lang): object {
  const { id, rule, severity, expected, reported, difference, unit, places, cause } = finding;
  return {
    ...{ id, rule, severity },
    message: finding.message[lang],
    remedy: finding.remedy[lang],
    ...{ expected, reported, difference, unit, places: places.map(at), cause },
    explanations: finding.explanations.map(({ edits, cost, why }) => ({
      edits: edits.map(({ place, value }) => ({ place: at(place), value })),
      cost,
      why: why[lang],
    })),
    suspect:
      finding.suspect === null
        ? null
        : { place: at(finding.suspect.place), value: finding.suspect.value },
    basis: finding.basis,
  };
}

/** `mingzhang/failure@1`: why an input was not read. */
export function failureJson(file: string, failure: ReadFailure, lang: Lang): object {
  return {
    schema: 'mingzhang/failure@1',
    file,
    code: failure.code,
    page: failure.page,
    line: failure.line,
    detail: failure.detail,
    message: failureMessage(lang, file, failure),
  };
}

/** One JSON object on one line. */
export function jsonLine(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

/** The same line with one more field at its end. */
export function withField(line: string, name: string, value: string): string {
  return line.replace(/\}\n$/, `,${JSON.stringify(name)}:${JSON.stringify(value)}}\n`);
}
