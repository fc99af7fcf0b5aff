import { numeralText } from '../base/numeral.js';
import type { ChartTemplate, TextBlock, Words } from '../editions/narrative-model.js';
import { inputOf } from '../forms/inputs.js';
import type { PublicationBlock, PublishedCell, PublishedChart, PublishedRun } from './model.js';
import type { NeedList } from './needs.js';
import { printedAmount, printedCount } from './printed-numbers.js';
import type { RepeatedItem } from './repeated-items.js';
import { type Piece, runsOf } from './sentence-runs.js';
import type { SentenceWriter } from './sentence-writer.js';

/** Writes the parts of a document that are running text, and keeps what they need. */
export class TextPart {
  private readonly blocks: PublicationBlock[] = [];
  private headings = 0;
  private where: string;

  constructor(
    private readonly writer: SentenceWriter,
    /** Of the ids of its headings: narrative-3. */
    private readonly id: string,
    title: string,
    private readonly needs: NeedList,
  ) {
    this.where = title;
  }

  /** What the part prints, in order. */
  write(templates: readonly TextBlock[]): readonly PublicationBlock[] {
    for (const template of templates) this.block(template, null);
    for (const need of this.writer.wished.splice(0)) this.needs.add({ ...need, where: this.where });
    return this.blocks;
  }

  private block(template: TextBlock, item: RepeatedItem | null): void {
    switch (template.block) {
      case 'heading':
        this.heading(template.level, this.text(template.title, item));
        return;
      case 'body':
        this.paragraph(this.writer.write(template.words, item));
        return;
      case 'texts':
        this.texts(template.input);
        return;
      case 'each':
        for (const each of this.writer.items(template.items, item)) {
          for (const inner of template.blocks) this.block(inner, each);
        }
        return;
      case 'when': {
        const holds = this.writer.holds(template.condition, item);
        for (const inner of holds ? template.then : template.otherwise) this.block(inner, item);
        return;
      }
      case 'unit-table':
        this.blocks.push(this.unitTable(template.head));
        return;
      case 'chart':
        this.chart(template.chart);
    }
  }

  private heading(level: 2 | 3 | 4, text: string): void {
    this.wishes();
    this.headings += 1;
    this.where = text;
    this.blocks.push({ kind: 'heading', level, id: `${this.id}-${this.headings}`, text });
  }

  private paragraph(pieces: readonly Piece[]): void {
    this.note(pieces);
    const runs = runsOf(pieces, this.writer.edition.words.spaced);
    if (runs.length > 0) this.blocks.push({ kind: 'paragraph', runs, style: 'body' });
  }

  private texts(input: string): void {
    const label = inputOf(input)?.label ?? input;
    const need = this.writer.need(input, label, true);
    this.needs.add({ ...need, where: this.where });
    const lines = (this.writer.account.inputs.get(input)?.text ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    if (lines.length === 0) {
      const run: PublishedRun = { text: `【待填：${label}】`, missing: true };
      this.blocks.push({ kind: 'paragraph', runs: [run], style: 'body' });
    }
    for (const text of lines) {
      this.blocks.push({ kind: 'paragraph', runs: [{ text }], style: 'body' });
    }
  }

  /** A text without numbers of the tables, such as a title. */
  text(words: Words, item: RepeatedItem | null = null): string {
    const pieces = this.writer.write(words, item);
    this.note(pieces);
    return runsOf(pieces, this.writer.edition.words.spaced)
      .map(({ text }) => text)
      .join('');
  }

  private note(pieces: readonly Piece[]): void {
    for (const { needs } of pieces) {
      for (const need of needs ?? []) this.needs.add({ ...need, where: this.where });
    }
  }

  private wishes(): void {
    for (const need of this.writer.wished.splice(0)) this.needs.add({ ...need, where: this.where });
  }

  private unitTable(head: readonly [string, string]): PublicationBlock {
    const { account } = this.writer;
    const cell = (text: string, align: PublishedCell['align']): PublishedCell => ({ text, align });
    return {
      ...{ kind: 'table', id: `${this.id}-units`, form: null, number: null, title: '' },
      ...{ level: null, orientation: 'portrait', entityLine: null, yearLine: null, unitLine: null },
      ...{ widths: [0.2, 0.8], notes: [], ownPage: false },
      head: [head.map((text) => ({ ...cell(text, 'center'), heads: 'column' as const }))],
      body: account.units.map(({ name }, at) => [
        cell(String(at + 1), 'center'),
        cell(name, 'start'),
      ]),
      description: `${account.entity}的决算单位，共${account.units.length}个`,
    };
  }

  private chart(template: ChartTemplate): void {
    const chart = this.chartOf(template);
    if (chart !== null) this.blocks.push(chart);
  }

  /** Null where an amount is not known or there is nothing to see. */
  private chartOf(template: ChartTemplate): PublishedChart | null {
    const { writer } = this;
    const counting = template.unit !== null;
    const rows: bigint[][] = [];
    const names: string[] = [];
    for (const [name, topic] of template.categories) {
      const row: bigint[] = [];
      for (const { measure } of template.series) {
        const found = writer.tell(topic, measure, null, counting);
        if ('missing' in found || found.value < 0n) return null;
        row.push(found.value);
      }
      if (template.nonZero && row.every((value) => value === 0n)) continue;
      rows.push(row);
      names.push(name);
    }
    if (rows.every((row) => row.every((value) => value === 0n))) return null;
    const unit = template.unit ?? writer.unit;
    const print = (value: bigint) =>
      numeralText(counting ? printedCount(value) : printedAmount(value, writer.unit));
    const series = template.series.map(({ name }, at) => ({
      name: this.text(name),
      values: rows.map((row) => print(row[at]!)),
    }));
    const words = series.map(({ name, values }) => {
      const list = values.map((value, at) => `${names[at]}${value}${unit}`).join('，');
      return series.length > 1 ? `${name}${list}` : list;
    });
    const title = this.text(template.title);
    return {
      ...{ kind: 'chart', id: `${this.id}-${template.id}`, title, shape: template.shape, unit },
      ...{ categories: names, series, description: `${title}：${words.join('；')}。` },
    };
  }
}
