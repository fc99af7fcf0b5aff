import type { FormFields } from '../accounts/form-fields.js';
import { lacksReason, openPoints, suggestionOf, type TypedScore } from '../entry/form-scores.js';
import { button } from './dom.js';
import type { FieldNode } from './form-cells.js';
import { rowNumbers } from './form-layout.js';
import { type Lang, say } from './words.js';

/** Where advice is put: beside scores, by number of the row, and into the fields of reasons. */
interface Advised {
  readonly hints: ReadonlyMap<number, HTMLElement>;
  readonly inputs: ReadonlyMap<string, FieldNode>;
}

/** What the method gives beside each score, and where a reason is wanted. */
export function drawAdvice(
  scored: TypedScore,
  fields: FormFields,
  { hints, inputs }: Advised,
  lang: Lang,
  take: (path: string, text: string) => void,
): void {
  rowNumbers(fields, 'indicator').forEach((row, at) => {
    const reason = inputs.get(`indicator/${row}/reason-explanation`);
    if (reason !== undefined) askReason(reason, lacksReason(scored, at), lang);
    const hint = hints.get(at);
    if (hint === undefined) return;
    const path = `indicator/${row}/score`;
    const suggested = suggestionOf(scored, at);
    const isTyped = (fields.get(path) ?? '') === suggested;
    const isDone = fields.has(`indicator/${row}/actual`);
    const open = isDone ? openPoints(scored, at) : null;
    const why = whyAt(scored, at, lang);
    const key = [suggested, isTyped, open, why].join('|');
    if (hint.dataset.key === key) return;
    hint.dataset.key = key;
    hint.title = why;
    if (suggested === null || isTyped) {
      hint.replaceChildren(open === null ? '' : say(lang, 'openPoints', open));
      return;
    }
    const text = say(lang, 'takeScore', suggested);
    const shape = { class: 'link', 'aria-label': `${text}${say(lang, 'colon')}${why}` };
    hint.replaceChildren(button(text, () => take(path, suggested), shape));
  });
}

function askReason(node: FieldNode, lacks: boolean, lang: Lang): void {
  node.classList.toggle('missing', lacks);
  const wanted = lacks ? say(lang, 'reasonWanted') : '';
  if (node.getAttribute('placeholder') === wanted) return;
  node.setAttribute('placeholder', wanted);
  node.setAttribute('aria-required', `${lacks}`);
}

function whyAt({ score }: TypedScore, at: number, lang: Lang): string {
  return score.indicators[at]?.expected?.why[lang] ?? '';
}

/** How the method comes to what a field says: the steps that a person would write. */
export function reasonsFor(
  scored: TypedScore,
  fields: FormFields,
  path: string,
  lang: Lang,
): readonly string[] {
  const [group, row] = path.split('/');
  const { rate, rateScore, deduction, total } = scored.score;
  const steps =
    group === 'indicator'
      ? [whyAt(scored, rowNumbers(fields, 'indicator').indexOf(Number(row)), lang)]
      : group === 'funds'
        ? [rate.why[lang], rateScore.why[lang], deduction.why[lang], total.why[lang]]
        : [];
  return steps.filter((step) => step !== '');
}
