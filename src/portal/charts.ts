import { withSeparators } from '../base/amount.js';
import { numeralText, parseNumeral } from '../base/numeral.js';
import type { PublishedChart } from '../publications/model.js';
import { type Html, html } from './html.js';
import { scrolling } from './parts.js';
import type { Digits, Lang } from './view-models.js';
import { moneyWordOf, say } from './words.js';

/** Bars beside their numbers: the table is the chart, so everybody reads the same. */
interface BarChart {
  readonly title: string;
  /** What the numbers are in: 万元, %, 元/人. */
  readonly unit: string;
  /** Heads the names of the rows. */
  readonly rowsAre: string;
  readonly series: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    /** Set where the row leads somewhere. */
    readonly href?: string;
    /** One for each series; null where there is none, with its reason. */
    readonly values: readonly (Digits | null)[];
    readonly why?: readonly (string | null)[];
  }[];
  /** What it shows, in a sentence. */
  readonly description: string;
}

const INKS = ['a', 'b', 'c-fill', 'd', 'e', 'f'];
const HEIGHTS = ['', 'two', 'three', 'four'];
/** Length of the longest bar, in hundredths of a hundredth. */
const FULL = 10_000n;

/** A published chart: shares of a whole as one strip, everything else as bars. */
export function publishedChart(chart: PublishedChart, lang: Lang): Html {
  const bars: BarChart = {
    ...{ title: chart.title, unit: chart.unit, rowsAre: say(lang, 'chartItem') },
    ...{ series: chart.series.map(({ name }) => name), description: chart.description },
    rows: chart.categories.map((name, index) => ({
      name,
      values: chart.series.map(({ values }) => values[index] ?? null),
    })),
  };
  return chart.shape === 'pie' ? shareChart(bars, lang) : barChart(bars, lang);
}

/** A table whose last column draws its numbers. */
export function barChart(chart: BarChart, lang: Lang): Html {
  const scale = scaleOf(chart.rows.flatMap(({ values }) => values));
  const rows = chart.rows.map(
    (row) =>
      html`<tr>${rowHead(row)}${row.values.map(
        (value, index) => html`<td class="n">
${
  value === null
    ? html`<span class="soft">${row.why?.[index] ?? '—'}</span>`
    : withSeparators(value)
}</td>`,
      )}
<td class="bars">${bars(row.values, scale)}</td></tr>`,
  );
  const inks = chart.series.length > 1;
  const heads = chart.series.map(
    (name, index) => html`<th scope="col" class="n">${inks && swatch(index)}${name}</th>`,
  );
  return figureOf(
    chart,
    html`<thead><tr><th scope="col">${chart.rowsAre}</th>${heads}
<th scope="col"><span class="unseen">${say(lang, 'chartBars')}</span></th></tr></thead>
<tbody>${rows}</tbody>`,
    null,
    lang,
  );
}

/** Parts of a whole: a strip, and the list with amounts and shares below it. */
function shareChart(chart: BarChart, lang: Lang): Html {
  const numbers = chart.rows.map(({ values }) => scaled(values[0] ?? null, 8));
  const whole = numbers.reduce<bigint>((sum, value) => sum + (value ?? 0n), 0n);
  if (whole <= 0n || numbers.some((value) => value !== null && value < 0n)) {
    return barChart(chart, lang);
  }
  let at = 0n;
  const strip = numbers.map((value, index) => {
    const width = ((value ?? 0n) * FULL) / whole;
    const rect = html`<rect class="${INKS[index % INKS.length]}" x="${hundredth(at)}"
width="${hundredth(width)}" height="1"/>`;
    at += width;
    return width > 0n ? rect : null;
  });
  const rows = chart.rows.map((row, index) => {
    const share = ((numbers[index] ?? 0n) * 2000n + whole) / (2n * whole);
    return html`<tr>${rowHead(row, swatch(index))}<td class="n">
${withSeparators(row.values[0] ?? '—')}</td><td class="n">
${numeralText({ digits: share, decimals: 1 })}%</td></tr>`;
  });
  return figureOf(
    chart,
    html`<thead><tr><th scope="col">${chart.rowsAre}</th>
<th scope="col" class="n">${chart.series[0] ?? ''}</th>
<th scope="col" class="n">${say(lang, 'share')}</th></tr></thead><tbody>${rows}</tbody>`,
    html`<svg class="strip" viewBox="0 0 100 1" preserveAspectRatio="none"
aria-hidden="true">${strip}</svg>`,
    lang,
  );
}

function figureOf(chart: BarChart, table: Html, above: Html | null, lang: Lang): Html {
  const unit = moneyWordOf(lang, chart.unit);
  return html`<figure class="chart"><figcaption>${chart.title}<span
class="unit-of">${say(lang, 'inUnit', unit)}</span></figcaption>${above}
${scrolling(
  chart.title,
  html`<table><caption class="unseen">${chart.description}</caption>${table}
</table>`,
)}</figure>`;
}

function rowHead(row: BarChart['rows'][number], before: Html | null = null): Html {
  const name = row.href === undefined ? row.name : html`<a href="${row.href}">${row.name}</a>`;
  return html`<th scope="row">${before}${name}</th>`;
}

function swatch(index: number): Html {
  return html`<svg class="swatch" viewBox="0 0 1 1" aria-hidden="true"><rect
class="${INKS[index % INKS.length]}" width="1" height="1"/></svg>`;
}

/** How far the numbers reach to both sides of zero; whole numbers of one common grain. */
interface Scale {
  readonly low: bigint;
  readonly span: bigint;
}

/** More decimals than any amount or share has. */
const GRAIN = 8;

function scaleOf(values: readonly (Digits | null)[]): Scale {
  let [low, high] = [0n, 0n];
  for (const text of values) {
    const value = scaled(text, GRAIN) ?? 0n;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, span: high === low ? 1n : high - low };
}

function bars(values: readonly (Digits | null)[], { low, span }: Scale): Html {
  const zero = (-low * FULL) / span;
  const rects = values.map((text, index) => {
    const value = scaled(text, GRAIN) ?? 0n;
    const length = ((value < 0n ? -value : value) * FULL) / span;
    const start = value < 0n ? zero - length : zero;
    return html`<rect class="${INKS[index % INKS.length]}" x="${hundredth(start)}"
y="${index * 10 + 1}" width="${hundredth(length)}" height="8"/>`;
  });
  const height = values.length * 10;
  const x = hundredth(zero);
  const size = HEIGHTS[Math.min(values.length, HEIGHTS.length) - 1] ?? '';
  return html`<svg class="bar ${size}" viewBox="0 0 100 ${height}" preserveAspectRatio="none"
aria-hidden="true">${rects}${
    low < 0n &&
    html`<line class="axis" x1="${x}" x2="${x}" y1="0"
y2="${height}"/>`
  }</svg>`;
}

function scaled(text: Digits | null, decimals: number): bigint | null {
  const numeral = text === null ? null : parseNumeral(text);
  if (numeral === null) return null;
  const shift = decimals - numeral.decimals;
  return shift >= 0
    ? numeral.digits * 10n ** BigInt(shift)
    : numeral.digits / 10n ** BigInt(-shift);
}

function hundredth(value: bigint): string {
  return numeralText({ digits: value, decimals: 2 });
}
