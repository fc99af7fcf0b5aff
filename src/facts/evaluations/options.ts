import type { FormOption } from '../evaluation-model.js';
import { bare, type FormRow } from './form-rows.js';

const SECTION = /^(结果应用建议|主管部门审核意见|财政部门审核意见)/;
const OVERALL = /^(主管部门总体意见|财政部门总体意见|单位意见|审核意见|总体意见)/;
const HEADING = /^(?:结果应用建议选项|具体建议内容)$/;
const TICK = /[√☑✓✔■●]/;

/** Options to tick with what is written beside them, and the opinions below. */
export function optionsOf(rows: readonly FormRow[]): readonly FormOption[] {
  const options: FormOption[] = [];
  let section: string | null = null;
  for (const row of rows) {
    const filled = row.cells.filter(({ text }) => text.trim() !== '');
    const first = bare(filled[0]?.text ?? '');
    const opens = SECTION.exec(first)?.[1];
    const overall = OVERALL.exec(first)?.[1];
    if (overall !== undefined && opens === undefined) {
      section = null;
      const text = filled
        .slice(1)
        .map(({ text: own }) => own.trim())
        .join(' ');
      options.push({ section: overall, option: null, ticked: false, text, place: row.place });
      continue;
    }
    section = opens ?? section;
    if (section === null) continue;
    const [option, ...rest] = opens === undefined ? filled : filled.slice(1);
    if (option === undefined || HEADING.test(bare(option.text))) continue;
    const words = rest.map(({ text }) => text.trim()).join(' ');
    options.push({
      section,
      option: bare(option.text).replace(/^结果应用建议_/, ''),
      ticked: TICK.test(words),
      text: words.replace(TICK, '').trim(),
      place: option.place,
    });
  }
  return options;
}
