import type { Conflict, Source } from '../accounts/model.js';
import { isSettlement } from '../accounts/settle.js';
import { fill, type Wording } from '../base/wording.js';
import type { Trace, TraceKind } from '../cells/trace.js';
import type { Block, Lang, Page } from '../pages/model.js';
import { pageOf, plain } from '../pages/model.js';
import { addressWord } from '../pages/names.js';
import type { Published } from './publish.js';
import type { BuildInput, PublicationStatus } from './record.js';
import type { Judged } from './verdict.js';

/** What a build came to, for whoever ran it. */
export interface BuildReport {
  readonly entity: string;
  readonly fiscalYear: number;
  readonly edition: string;
  readonly inputs: readonly BuildInput[];
  readonly conflicts: readonly Conflict[];
  readonly published: Published;
  /** Where the files were written, in their order. */
  readonly paths: readonly string[];
  /** Files of earlier builds: removed, or left because somebody has changed them. */
  readonly replaced: { readonly removed: readonly string[]; readonly kept: readonly string[] };
}

const STATUS: Readonly<Record<PublicationStatus, Wording>> = {
  publishable: {
    zh: '可以公开：写出的文件逐份读回核对，没有发现错误',
    en: 'Ready to publish: every file was read back and checked, and no error was found',
  },
  'as-approved': {
    zh: '按批复公开：表中的错误已在表下注明，并记入生成记录',
    en: 'Published as approved: errors in the tables are noted below them and in the record',
  },
  draft: {
    zh: '只写出了草稿，不能公开：先处理上面列出的问题和待填内容',
    en: 'Only a draft was written and it may not be published: see to what is listed above first',
  },
};

const LEFT_OUT: Wording = {
  zh: '；有的输入没有采用，先确认',
  en: '; some inputs were left out, so make sure that this is right',
};

const WORDS = {
  files: { zh: '写出的文件', en: 'Files written' },
  removed: { zh: '删去的以前写出的文件', en: 'Files of earlier builds, removed' },
  kept: {
    zh: '以前写出、后来有人改动的文件，没有删去，不要和这次的混用',
    en: 'Files of earlier builds that somebody has changed: not removed, and not of this build',
  },
  inputs: { zh: '用到的输入', en: 'Inputs' },
  traces: {
    zh: '输入文件里看不见的内容（不会带入成文）',
    en: 'Hidden in the inputs, and not taken over',
  },
  glyphs: {
    zh: '字体里没有、印成〓的字（用 --font-folder 给出有这些字的字体）',
    en: 'Characters that no font has, printed as 〓: give one that has them by --font-folder',
  },
  approved: {
    zh: '按批复公开的错误（已在表下注明）',
    en: 'Errors published as approved, noted below their tables',
  },
  stops: { zh: '公开前必须处理', en: 'To be settled before publication' },
  listed: { zh: '提示', en: 'Notes' },
  remarks: {
    zh: '输入里请看一遍的地方（没有读出、没有采用、手工改过等）',
    en: 'To be looked at in the inputs: not read, not used, changed by hand',
  },
  missing: { zh: '待填', en: 'Missing' },
  review: {
    zh: '取自已有文件，请复核',
    en: 'Taken from a finished document, to be looked at again',
  },
  conflicts: {
    zh: '输入之间不一致（改正输入，或在待填清单里写明哪一个对）',
    en: 'Inputs that disagree: correct them, or say in the list of what is missing which is right',
  },
  entity: { zh: '单位', en: 'Body' },
  year: { zh: '年度', en: 'Year' },
  edition: { zh: '表式', en: 'Edition' },
  optional: { zh: '（可不填）', en: ' (optional)' },
} as const satisfies Readonly<Record<string, Wording>>;

/** The report of a build. */
export function pageFromBuild(build: BuildReport, lang: Lang): Page {
  const { entity, fiscalYear, edition, published, paths, conflicts, inputs } = build;
  const { removed, kept } = build.replaced;
  const { status, judged, needs } = published;
  const stops = judged.filter(({ weight }) => weight !== 'listed');
  const leftOut = conflicts.some(({ id }) => id === undefined);
  const listed = judged.filter(({ weight }) => weight === 'listed');
  const missing = needs.filter(({ id, state }) => state === 'missing' && !isSettlement(id));
  const review = needs.filter(({ state }) => state === 'to-review');
  const needText = ({ where, label, required }: (typeof needs)[number]): string =>
    `${where} · ${label}${required ? '' : WORDS.optional[lang]}`;
  const glyphs = published.files.flatMap(({ name, replaced }) =>
    replaced.length > 0 ? [`${name}: ${replaced.join(' ')}`] : [],
  );
  const traces = inputs.flatMap(({ file, traces }) =>
    traces.map((trace) => `${file}: ${traceText(trace, lang)}`),
  );
  const remarks = inputs.flatMap((input) =>
    input.remarks.map(
      ({ what, why, source }) =>
        `${what}${lang === 'zh' ? '：' : ': '}${why[lang]}${sourceText(source, lang)}`,
    ),
  );
  return pageOf(lang, lang === 'zh' ? `${entity}${fiscalYear}年度` : `${entity} ${fiscalYear}`, {
    subtitle: lang === 'zh' ? '生成公开文件' : 'Published document',
    facts: [
      { term: WORDS.entity[lang], details: [plain(entity)] },
      { term: WORDS.year[lang], details: [plain(String(fiscalYear))] },
      { term: WORDS.edition[lang], details: [plain(edition)] },
      { term: WORDS.inputs[lang], details: inputs.map(({ file }) => plain(file)) },
    ],
    blocks: [
      ...section(
        status === 'as-approved' ? 'approved' : 'stops',
        stops.map((each) => findingText(each, lang)),
        lang,
      ),
      ...section('missing', missing.map(needText), lang),
      ...section(
        'conflicts',
        conflicts.map((each) => conflictText(each, lang)),
        lang,
      ),
      ...section('remarks', remarks, lang),
      ...section('review', review.map(needText), lang),
      ...section(
        'listed',
        listed.map((each) => findingText(each, lang)),
        lang,
      ),
      ...section('glyphs', glyphs, lang),
      ...section('traces', traces, lang),
      ...section('files', paths, lang),
      ...section('removed', removed, lang),
      ...section('kept', kept, lang),
    ],
    conclusion: {
      text: `${STATUS[status][lang]}${leftOut ? LEFT_OUT[lang] : ''}`,
      tone:
        status === 'draft' ? 'error' : status === 'publishable' && !leftOut ? 'good' : 'warning',
      status: null,
    },
  });
}

const ORIGIN: Wording = { zh: '出自：{}。', en: ' It comes from: {}.' };

type Title =
  | 'files'
  | 'removed'
  | 'kept'
  | 'stops'
  | 'approved'
  | 'listed'
  | 'missing'
  | 'review'
  | 'conflicts'
  | 'remarks'
  | 'glyphs'
  | 'traces';

function section(title: Title, texts: readonly string[], lang: Lang): readonly Block[] {
  if (texts.length === 0) return [];
  const ordered = title === 'stops' || title === 'approved';
  return [
    { kind: 'heading', level: 2, content: plain(`${WORDS[title][lang]} (${texts.length})`) },
    { kind: 'list', ordered, items: texts.map(plain) },
  ];
}

function findingText({ finding, formats, origins = [] }: Judged, lang: Lang): string {
  const said = `${finding.message[lang]}${lang === 'zh' ? '。' : '. '}${finding.remedy[lang]}`;
  const from = origins.map(({ label, source }) => `${label}${sourceText(source, lang)}`);
  const origin =
    from.length === 0 ? '' : fill(ORIGIN[lang], [from.join(lang === 'zh' ? '、' : ', ')]);
  return `${said}${origin}[${finding.rule} · ${formats.join(', ')}]`;
}

function conflictText({ about, taken, other }: Conflict, lang: Lang): string {
  const [a, b] = [taken, other].map(({ text, source }) => `${text}${sourceText(source, lang)}`);
  return lang === 'zh' ? `${about}：采用 ${a}，另有 ${b}` : `${about}: ${a} was taken, not ${b}`;
}

function sourceText(source: Source | null, lang: Lang): string {
  if (source === null) return '';
  const where = addressWord(lang, source.address ?? {});
  const both = where === null ? source.file : `${source.file} ${where}`;
  return lang === 'zh' ? `（${both}）` : ` (${both})`;
}

const TRACES: Readonly<Record<TraceKind, Wording>> = {
  author: { zh: '作者', en: 'author' },
  organisation: { zh: '单位属性', en: 'organisation' },
  comments: { zh: '批注', en: 'comments' },
  'tracked-changes': { zh: '修订痕迹', en: 'tracked changes' },
  'hidden-text': { zh: '隐藏文字', en: 'hidden text' },
  'hidden-sheet': { zh: '隐藏工作表', en: 'hidden sheet' },
  'hidden-rows': { zh: '隐藏行', en: 'hidden rows' },
  'hidden-columns': { zh: '隐藏列', en: 'hidden columns' },
  macros: { zh: '宏', en: 'macros' },
  attachments: { zh: '嵌入的文件', en: 'attachments' },
};

function traceText({ kind, detail, count }: Trace, lang: Lang): string {
  const named = detail === '' ? TRACES[kind][lang] : `${TRACES[kind][lang]} ${detail}`;
  return count === 1 ? named : `${named} × ${count}`;
}
