import type { Wording } from '../base/wording.js';

/** What may be wrong with a template that somebody brings. */
export type TemplateFault =
  /** No Word file, damaged, or larger than the limits. */
  | 'unreadable'
  /** Comments or tracked changes: somebody has to settle them first. */
  | 'unsettled'
  /** It fetches something or runs something. */
  | 'active'
  /** A placeholder that begins and does not end, or the other way round. */
  | 'unclosed'
  | 'unknown'
  /** One that stands for several things, or for a cell without a number. */
  | 'undecided'
  /** Tables and paragraphs cannot go where it stands. */
  | 'misplaced';

/** A template that cannot be filled in; says which placeholder and where it stands. */
export class WordTemplateError extends Error {
  readonly fault: TemplateFault;
  /** As it is written, with its brackets; null where the file as a whole is at fault. */
  readonly placeholder: string | null;
  /** In the words of somebody who looks for it: 正文第 3 段“……”. */
  readonly where: Wording | null;
  readonly wording: Wording;

  constructor(
    fault: TemplateFault,
    why: Wording,
    placeholder: string | null = null,
    where: Wording | null = null,
  ) {
    const named = placeholder === null ? '' : `占位符 ${placeholder} `;
    const at = where === null ? '' : ` (${where.en})`;
    const thing = placeholder === null ? '' : `placeholder ${placeholder}${at} `;
    const wording = {
      zh: `Word 模板：${where?.zh ?? ''}${named}${why.zh}`,
      en: `Word template: ${thing}${why.en}`,
    };
    super(wording.zh);
    this.name = 'WordTemplateError';
    this.fault = fault;
    this.placeholder = placeholder;
    this.where = where;
    this.wording = wording;
  }
}
