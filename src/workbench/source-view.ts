import { attribute, type Content, type Html, html } from '../portal/html.js';
import type { Lang } from '../portal/view-models.js';
import type { SourceView } from './view-models.js';
import { say } from './words.js';

type Line = SourceView['lines'][number];
type Mark = Line['marks'][number];
type SourcePage = SourceView['pages'][number];

/** The document beside its findings: pages as pictures, or its lines; every mark leads back. */
export function sourceView(source: SourceView, lang: Lang): Html {
  const { file, pages } = source;
  const label = say(lang, 'sourceOf', file);
  return html`<div class="source" role="region" aria-label="${label}" tabindex="0" lang="zh-CN">
${pages.map((page) => pagePicture(page, lang))}
${runsOf(source.lines).map((run) =>
  run[0]!.text.includes('\t') ? tableOf(run, lang) : run.map((line) => textLine(line, lang)),
)}</div>`;
}

/** A page with the boxes of its findings; the picture is asked for when somebody looks at it. */
function pagePicture({ number, image, width, height, marks }: SourcePage, lang: Lang): Html {
  const boxes = marks.map(({ id, finding, tone, box }) => {
    const [left, top, right, bottom] = box;
    // The number stands at the corner of the box, inside the page.
    const beside = right + 10 > width ? Math.max(0, left - 10) : right;
    return html`<a id="${id}" class="${tone}" href="${`#f${finding}`}"
aria-label="${say(lang, 'toFinding', finding)}"><rect x="${left - 1}" y="${top - 1}"
width="${Math.max(4, right - left + 2)}" height="${Math.max(4, bottom - top + 2)}"/><text
x="${beside}" y="${Math.max(6, top + 1)}">${finding}</text></a>`;
  });
  const label = say(lang, 'pageOf', number);
  return html`<figure class="sheet"><figcaption class="small">${label}</figcaption><div
class="paper"><img src="${image}" alt="${label}" width="${width}"
height="${height}" loading="lazy"><svg viewBox="0 0 ${width} ${height}" role="group"
aria-label="${label}">${boxes}</svg></div></figure>`;
}

/** Rows of a table that follow each other, and what stands between tables. */
function runsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const runs: Line[][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const isTable = line.text.includes('\t');
    const follows = isTable ? line.number === (before?.number ?? 0) + 1 : true;
    if (run !== undefined && before!.text.includes('\t') === isTable && follows) run.push(line);
    else runs.push([line]);
  }
  return runs;
}

function textLine({ number, text, marks }: Line, lang: Lang): Html {
  return html`<div class="line"><span class="no">${number}</span><p>${marked(
    text,
    0,
    marks,
    lang,
  )}</p></div>`;
}

function tableOf(run: readonly Line[], lang: Lang): Html {
  const width = Math.max(...run.map(({ text }) => text.split('\t').length));
  const label = say(lang, 'tableAt', run[0]!.number, run.at(-1)!.number);
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${label}"><table><tbody>
${run.map((line) => lineRow(line, width, lang))}</tbody></table></div>`;
}

/** Characters of a cell that should not stand one below the other. */
const LONG = 6;

/** Amounts stand to the right; long text keeps some width on a narrow screen. */
function classOf(text: string): string | null {
  if (AMOUNT.test(text)) return 'amount';
  return text.length > LONG ? 'long' : null;
}

const AMOUNT = /^[-−－(（]?(?=\d*[,.，．])[\d,.，．]+[%％]?[)）]?$/;

/** A row of a table, its marks in its cells; one over several cells begins in the first. */
function lineRow({ number, text, marks }: Line, width: number, lang: Lang): Html {
  let from = 0;
  const parts = text.split('\t');
  const cells = parts.map((part, index) => {
    const start = from;
    const end = start + part.length;
    from = end + 1;
    const inside = marks.flatMap((mark): readonly Mark[] => {
      const isBlank = mark.from === mark.to && mark.from >= start && mark.to <= end;
      if (!isBlank && (mark.from >= end || mark.to <= start)) return [];
      const isFirst = mark.from >= start;
      const within = { from: Math.max(start, mark.from), to: Math.min(end, mark.to) };
      return [{ ...mark, ...within, id: isFirst ? mark.id : '' }];
    });
    const rest = index === parts.length - 1 ? width - parts.length : 0;
    return html`<td${[
      attribute('class', classOf(part.trim())),
      attribute('colspan', rest > 0 ? rest + 1 : null),
    ]}>${marked(part, start, inside, lang)}</td>`;
  });
  return html`<tr><th class="no" scope="row">${number}</th>${cells}</tr>`;
}

/** Text with its marks, `start` its offset in the line: what lies inside another is inside it. */
function marked(text: string, start: number, marks: readonly Mark[], lang: Lang): Content {
  const waiting = [...marks].sort((one, other) => one.from - other.from || other.to - one.to);
  const parts: Content[] = [];
  const end = start + text.length;
  let at = start;
  for (let mark = waiting.shift(); mark !== undefined; mark = waiting.shift()) {
    const { id, finding, tone } = mark;
    // One that begins inside another ends with it at the latest.
    const from = Math.max(at, Math.min(mark.from, end));
    const to = Math.max(from, Math.min(mark.to, end));
    const inside: Mark[] = [];
    while (waiting[0] !== undefined && waiting[0].from < to) inside.push(waiting.shift()!);
    const own = text.slice(from - start, to - start);
    const shown = inside.length === 0 ? own : marked(own, from, inside, lang);
    parts.push(text.slice(at - start, from - start));
    parts.push(
      html`<mark${attribute('id', id === '' ? null : id)} class="${tone}${
        own === '' && ' blank'
      }">${shown}</mark>`,
    );
    if (id !== '') {
      parts.push(html`<a class="ref" href="${`#f${finding}`}"
aria-label="${say(lang, 'toFinding', finding)}">${finding}</a>`);
    }
    at = to;
  }
  return [...parts, text.slice(at - start)];
}
