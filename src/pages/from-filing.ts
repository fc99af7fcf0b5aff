import type { Locate, Place } from '../base/place.js';
import { formTitle } from '../facts/lookup.js';
import type { Figure, Filing, FormFact } from '../facts/model.js';
import { editionName } from './edition-name.js';
import type { Block, Definitions, Lang, Page } from './model.js';
import { pageOf, plain, tableOf } from './model.js';
import { paragraph, positionWord } from './names.js';
import { unreadBlocks } from './unread-blocks.js';
import { evaluationWord, kindWord, word } from './words.js';

/**
 * What a document says: kind, unit, year, sections, tables, figures, and what could not be read.
 */
export function pageFromFiling(filing: Filing, locate: Locate, lang: Lang): Page {
  const cells = filing.forms.reduce((sum, form) => sum + form.cells.length, 0);
  const counts = [filing.forms.length, cells, filing.figures.length, filing.unread.length];
  return pageOf(lang, titleOf(filing, lang), {
    subtitle: word(lang, 'readReport'),
    facts: factsOf(filing, lang),
    blocks: [
      ...sectionBlocks(filing, locate, lang),
      ...formBlocks(filing, locate, lang),
      ...figureBlocks(filing.figures, lang),
      ...evaluationBlocks(filing, locate, lang),
      ...unreadBlocks(filing, locate, lang),
    ],
    conclusion: {
      text: word(lang, 'readConclusion', ...counts),
      tone: filing.unread.length > 0 ? 'warning' : 'good',
      status: null,
    },
  });
}

/** 某某局2023年度; the file where the document does not say. */
export function titleOf({ entity, fiscalYear, file }: Filing, lang: Lang): string {
  if (fiscalYear === null) return entity ?? file;
  return entity === null
    ? word(lang, 'yearOnly', fiscalYear)
    : word(lang, 'titleOfYear', entity, fiscalYear);
}

/** File, unit, year, edition and kind. */
export function headOf(filing: Filing, lang: Lang): readonly (readonly [string, string])[] {
  const unknown = word(lang, 'notTold');
  const others = filing.entities.map(({ name }) => name).filter((name) => name !== filing.entity);
  const rows: (readonly [string, string])[] = [
    [word(lang, 'file'), filing.file],
    [word(lang, 'entity'), filing.entity ?? unknown],
    [word(lang, 'fiscalYear'), filing.fiscalYear === null ? unknown : String(filing.fiscalYear)],
    // A performance report is no table of an edition.
    ...(filing.kind === 'performance-report'
      ? []
      : [[word(lang, 'edition'), editionName(filing.edition, lang) ?? unknown] as const]),
    [word(lang, 'documentKind'), kindWord(lang, filing.kind)],
  ];
  if (others.length > 0) {
    rows.splice(2, 0, [word(lang, 'entities'), [...new Set(others)].join(word(lang, 'comma'))]);
  }
  return rows;
}

function factsOf(filing: Filing, lang: Lang): Definitions['items'] {
  const unit: readonly [string, string] = [
    word(lang, 'moneyUnit'),
    filing.unit ?? word(lang, 'notTold'),
  ];
  return [...headOf(filing, lang), unit].map(([term, text]) => ({ term, details: [plain(text)] }));
}

function sectionBlocks(filing: Filing, locate: Locate, lang: Lang): Block[] {
  if (filing.sections.length === 0) return [];
  const rows = filing.sections.map((section) => {
    const year = section.fiscalYear === null ? '' : word(lang, 'sectionOfYear', section.fiscalYear);
    const indent = '\u3000'.repeat(Math.max(0, section.level - 1));
    const title = section.title || word(lang, section.part === 'cover' ? 'cover' : 'untitled');
    return [`${indent}${title}${year}`, where(section.place, locate, lang)];
  });
  return [
    heading(word(lang, 'sections')),
    tableOf(null, ['start', 'end'], [word(lang, 'sections'), word(lang, 'position')], rows),
  ];
}

function formBlocks(filing: Filing, locate: Locate, lang: Lang): Block[] {
  const title = heading(word(lang, 'forms'));
  if (filing.forms.length === 0) return [title, paragraph(word(lang, 'noForms'))];
  const head = (
    ['formTitle', 'formNumber', 'unit', 'rows', 'cells', 'position', 'state'] as const
  ).map((id) => word(lang, id));
  const rows = filing.forms.map((form) => [
    form.title === '' ? formTitle(form.form) : form.title,
    form.number ?? '',
    form.unit,
    String(new Set(form.cells.map((cell) => cell.row)).size),
    String(form.cells.length),
    where(form.place, locate, lang),
    stateOf(form, lang),
  ]);
  const align = ['start', 'start', 'start', 'end', 'end', 'end', 'start'] as const;
  return [title, tableOf(null, align, head, rows)];
}

function stateOf(form: FormFact, lang: Lang): string {
  const inferred = form.cells.filter((cell) => cell.origin === 'inferred').length;
  const unknown = form.unknownColumns.join(word(lang, 'comma'));
  return [
    form.empty ? word(lang, 'empty') : '',
    form.unitDeclared ? '' : word(lang, 'unitAssumed'),
    inferred > 0 ? word(lang, 'inferredCells', inferred) : '',
    unknown === '' ? '' : word(lang, 'unknownColumns', unknown),
  ]
    .filter((text) => text !== '')
    .join(word(lang, 'also'));
}

function figureBlocks(figures: readonly Figure[], lang: Lang): Block[] {
  const title = heading(word(lang, 'figures'));
  if (figures.length === 0) return [title, paragraph(word(lang, 'noFigures'))];
  const kinds = (
    [
      ['amount', 'amounts'],
      ['percentage', 'percentages'],
      ['count', 'countsOf'],
    ] as const
  ).map(([kind, id]) => word(lang, id, figures.filter((figure) => figure.kind === kind).length));
  const bound = figures.filter((figure) => figure.about !== null || figure.concept !== null).length;
  const text = word(lang, 'figuresCount', figures.length, kinds.join(word(lang, 'comma')));
  return [title, paragraph(`${text}${word(lang, 'stop')}${word(lang, 'bound', bound)}`)];
}

function evaluationBlocks(filing: Filing, locate: Locate, lang: Lang): Block[] {
  if (filing.evaluations.length === 0) return [];
  const rows = filing.evaluations.map(({ form, title, fiscalYear, place, endLine }) => [
    title,
    evaluationWord(lang, form),
    fiscalYear === null ? '' : String(fiscalYear),
    rangeOf(place, endLine, locate, lang),
  ]);
  const head = (['evaluationTitle', 'evaluationKind', 'fiscalYear', 'position'] as const).map(
    (id) => word(lang, id),
  );
  return [
    heading(word(lang, 'evaluations')),
    tableOf(null, ['start', 'start', 'end', 'end'], head, rows),
  ];
}

function heading(text: string): Block {
  return { kind: 'heading', level: 2, content: plain(text) };
}

/** The bare number of a line of text; the words for a place in any other file. */
function where(place: Place, locate: Locate, lang: Lang): string {
  return locate(place) === null
    ? String(place.line ?? '')
    : (positionWord(lang, place, locate) ?? '');
}

function rangeOf(place: Place, endLine: number | null, locate: Locate, lang: Lang): string {
  if (locate(place) !== null) return where(place, locate, lang);
  return [place.line, endLine].filter((line) => line !== null).join('-');
}
