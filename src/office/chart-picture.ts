import { type EChartsOption, init } from 'echarts';
import type { PublishedChart } from '../publications/model.js';
import { SANS } from './font-files.js';

/** A drawing as SVG text and its size in points of a screen. */
export interface ChartPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Draws a chart, without its title: that stands beside it as text. Every value is labelled as it
 * is printed, and shades stay apart in grey. The same chart gives the same text.
 */
export function chartPicture(chart: PublishedChart): ChartPicture {
  const lying = chart.shape === 'bars' && liesDown(chart);
  const height = heightOf(chart, lying);
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  try {
    drawing.setOption(chart.shape === 'pie' ? pie(chart) : bars(chart, lying));
    return { svg: pinned(drawing.renderToSVGString(), chart.id), width: WIDTH, height };
  } finally {
    drawing.dispose();
  }
}

const WIDTH = 640;
const INK = '#222222';
const LINE = '#8c8c8c';
/** Dark, light and in between, so that neighbours differ in grey too. */
const SHADES = ['#1f4e79', '#a9c6e3', '#5b8db8', '#dddddd', '#3b3b3b', '#8fa3b5', '#c9d9c3'];
const TEXT = { fontFamily: `${SANS}, sans-serif`, fontSize: 13, color: INK } as const;

/** Many names, and those that go over more than two lines, stand beside their bars. */
function liesDown({ categories }: PublishedChart): boolean {
  const twoLines = (2 * roomBelow(categories.length)) / TEXT.fontSize;
  return categories.length > 6 || categories.some((name) => [...name].length > twoLines);
}

/** Points that the name of each of so many bars has below it. */
function roomBelow(count: number): number {
  return Math.floor(560 / Math.max(1, count)) - 12;
}

function heightOf({ categories, series, shape }: PublishedChart, lying: boolean): number {
  if (shape === 'pie') return Math.max(340, 90 + 26 * categories.length);
  if (!lying) return 340;
  return Math.max(240, 90 + categories.length * (16 + 20 * Math.max(1, series.length)));
}

/** Only lengths are drawn of it; what is printed is the text. */
function lengthOf(value: string): number {
  const length = Number(value);
  return Number.isFinite(length) ? length : 0;
}

/** Characters of the longest value as it is printed: its label stands beside its bar. */
function longest({ series }: PublishedChart): number {
  return Math.max(
    0,
    ...series.flatMap(({ values }) => values.map((value) => printed(value).length)),
  );
}

/** Bars that stand side by side are as wide as the labels above them, where there is room. */
function widestBar(chart: PublishedChart): number {
  const room = roomBelow(chart.categories.length) / Math.max(1, chart.series.length);
  return Math.max(48, Math.min(room, LABEL_CHARACTER * longest(chart)));
}

/** Points of a character of a label. */
const LABEL_CHARACTER = 6.6;

/** Thousands apart; what is no number is printed as it is. */
function printed(value: string | undefined): string {
  const [, sign, whole, rest] = /^(-?)(\d+)(\.\d+)?$/.exec(value ?? '') ?? [];
  if (whole === undefined) return value ?? '';
  return `${sign}${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}${rest ?? ''}`;
}

const STILL: EChartsOption = {
  animation: false,
  backgroundColor: '#ffffff',
  color: SHADES,
  textStyle: TEXT,
};

function bars(chart: PublishedChart, lying: boolean): EChartsOption {
  const names = {
    type: 'category' as const,
    data: [...chart.categories],
    inverse: lying,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: INK } },
    axisLabel: {
      ...TEXT,
      interval: 0,
      width: lying ? 190 : roomBelow(chart.categories.length),
      overflow: 'break' as const,
    },
  };
  const values = {
    type: 'value' as const,
    axisLabel: { ...TEXT, fontSize: 11, show: !lying },
    splitLine: { show: !lying, lineStyle: { color: '#e2e2e2' } },
    splitNumber: 4,
  };
  return {
    ...STILL,
    ...unitOf(chart),
    grid: {
      left: 12,
      right: lying ? 24 + 7 * longest(chart) : 16,
      top: lying ? 44 : 64,
      bottom: 8,
      containLabel: true,
    },
    ...(chart.series.length > 1 ? { legend: legendOf(chart) } : {}),
    xAxis: lying ? values : names,
    yAxis: lying ? names : values,
    series: chart.series.map((series) => ({
      type: 'bar' as const,
      name: series.name,
      data: chart.categories.map((_, at) => lengthOf(series.values[at] ?? '')),
      barMaxWidth: lying ? 18 : widestBar(chart),
      itemStyle: { borderColor: LINE, borderWidth: 0.5 },
      label: {
        ...TEXT,
        fontSize: 11,
        show: true,
        position: lying ? ('right' as const) : ('top' as const),
        formatter: ({ dataIndex }: { dataIndex: number }) => printed(series.values[dataIndex]),
      },
    })),
  };
}

function legendOf({ series }: PublishedChart): NonNullable<EChartsOption['legend']> {
  return {
    top: 8,
    right: 16,
    icon: 'rect',
    selectedMode: false,
    itemWidth: 18,
    itemHeight: 12,
    itemStyle: { borderWidth: 0 },
    data: series.map(({ name }) => name),
    textStyle: TEXT,
  };
}

function unitOf({ unit }: PublishedChart): EChartsOption {
  if (unit === '') return {};
  return {
    title: {
      text: `单位：${unit}`,
      left: 12,
      top: 8,
      textStyle: { ...TEXT, fontWeight: 'normal' },
    },
  };
}

function pie(chart: PublishedChart): EChartsOption {
  const values = chart.series[0]?.values ?? [];
  const slices = chart.categories
    .map((name, at) => ({ name, value: lengthOf(values[at] ?? ''), text: printed(values[at]) }))
    // A slice of nothing would be a name that points at its neighbour.
    .filter(({ value }) => value !== 0);
  return {
    ...STILL,
    series: [
      {
        type: 'pie',
        radius: ['0%', '62%'],
        center: ['50%', '50%'],
        startAngle: 90,
        data: slices.map(({ name, value }) => ({ name, value })),
        itemStyle: { borderColor: '#ffffff', borderWidth: 1.5 },
        labelLine: { lineStyle: { color: LINE }, length: 14, length2: 10 },
        label: {
          ...TEXT,
          width: 170,
          overflow: 'break',
          formatter: ({ name, dataIndex }: { name: string; dataIndex: number }) =>
            `${name}\n${slices[dataIndex]?.text ?? ''}${chart.unit}`,
        },
      },
    ],
  };
}

/**
 * What is for pointers is left out, and the numbers that the library gives through the life of the
 * process begin anew.
 */
function pinned(svg: string, id: string): string {
  const name = id.replace(/[^A-Za-z0-9-]/g, (sign) => `u${sign.codePointAt(0)!.toString(16)}`);
  const names = new Map<string, string>();
  return svg
    .replace(/<style[^>]*>[\s\S]*?<\/style>\s*/g, '')
    .replace(/ (?:class="zr\d+-cls-\d+"|pointer-events="\w+"|ecmeta_\w+="[^"]*")/g, '')
    .replace(/\bzr\d+-[a-z]+\d+/g, (found) => {
      const pinnedName = names.get(found) ?? `chart-${name}-${names.size}`;
      names.set(found, pinnedName);
      return pinnedName;
    });
}
