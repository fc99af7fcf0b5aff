/**
 * A page between the facts and a file format: what is said, in reading order, without saying how it
 * looks. Terminal, HTML, Markdown (and Word, Excel, PDF) are drawn from the same page.
 */

/** Language of everything a person reads; the document's own words stay as they were printed. */
export type Lang = 'zh' | 'en';

/** What a piece of the page means to the reader; a format picks the colour or the sign. */
export type Tone = 'error' | 'warning' | 'info' | 'good' | 'muted';

/** A run of text. `href` is `#id` of this page or an address relative to it. */
export interface Span {
  readonly text: string;
  readonly style?: 'strong' | 'code' | 'amount';
  readonly tone?: Tone;
  readonly href?: string;
}

export type Inline = readonly Span[];

export interface Heading {
  readonly kind: 'heading';
  /** 1 is the page's title, so blocks begin at 2. */
  readonly level: 2 | 3 | 4;
  readonly id?: string;
  readonly content: Inline;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly content: Inline;
}

export interface List {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly Inline[];
}

/** A cell that others cover is absent: spans work as in HTML. */
export interface TableCell {
  readonly content: Inline;
  readonly colspan?: number;
  readonly rowspan?: number;
}

export interface Table {
  readonly kind: 'table';
  readonly caption: string | null;
  readonly align: readonly ('start' | 'end' | 'center')[];
  readonly head: readonly (readonly TableCell[])[];
  /** The first cell of a row of the body names the row. */
  readonly body: readonly (readonly TableCell[])[];
}

/** Marks [from, to) of a line, in UTF-16 offsets. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly tone: Tone;
  /** The place to look at first; the others are what it is compared with. */
  readonly primary: boolean;
  /** Id that the mark carries in the source, so that a link finds it. */
  readonly id: string;
  /** Ids of the groups that speak of this place, with the number a reader knows them by. */
  readonly refs: readonly { readonly id: string; readonly label: string; readonly tone: Tone }[];
}

/** A line of the document: 1-based number, text as printed, what is marked in it. */
export interface SourceLine {
  readonly number: number | null;
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Lines quoted from the document. `compact` gives one line to each, without carets. */
export interface Excerpt {
  readonly kind: 'excerpt';
  readonly caption: string | null;
  readonly compact: boolean;
  readonly lines: readonly (SourceLine & { readonly caption: string | null })[];
}

/** Text whose line breaks matter: an example in the notation of a rule, a command. */
export interface Preformatted {
  readonly kind: 'preformatted';
  readonly text: string;
}

/** Terms with their meaning; several details are several lines. */
export interface Definitions {
  readonly kind: 'definitions';
  readonly items: readonly { readonly term: string; readonly details: readonly Inline[] }[];
}

/** A remark that must not be overlooked. */
export interface Callout {
  readonly kind: 'callout';
  readonly tone: Tone;
  readonly title: string;
  readonly content: Inline;
}

/**
 * Blocks that belong together. `folded` groups open on request; `brief` stands for title and
 * blocks where a format cannot fold.
 */
export interface Group {
  readonly kind: 'group';
  readonly role: 'finding' | 'section' | 'consequences';
  readonly id?: string;
  readonly tone?: Tone;
  /** A short word before the title: 错误 1. */
  readonly label?: string;
  readonly title: Inline;
  readonly folded: boolean;
  readonly brief?: readonly Block[];
  readonly blocks: readonly Block[];
}

export type Block =
  | Heading
  | Paragraph
  | List
  | Table
  | Excerpt
  | Preformatted
  | Definitions
  | Callout
  | Group;

/** How many there are of something; `tone` ties it to the groups of that tone. */
export interface Count {
  readonly label: string;
  readonly value: number;
  readonly tone: Tone;
}

/** The document beside the page: every line, with its marks. */
export interface Source {
  readonly file: string;
  readonly lines: readonly SourceLine[];
}

export interface Page {
  readonly lang: Lang;
  readonly title: string;
  readonly subtitle: string | null;
  /** What the page is about: file, unit, year. */
  readonly facts: Definitions['items'];
  readonly counts: readonly Count[];
  readonly blocks: readonly Block[];
  /** The last line: what it comes to; `status` is for whoever ran a command. */
  readonly conclusion: {
    readonly text: string;
    readonly tone: Tone;
    readonly status: string | null;
  } | null;
  readonly source: Source | null;
}

/** One plain run of text. */
export function plain(text: string): Inline {
  return [{ text }];
}

/** A page without head, counts or source; the rest is given. */
export function pageOf(lang: Lang, title: string, rest: Partial<Page>): Page {
  return {
    lang,
    title,
    subtitle: null,
    facts: [],
    counts: [],
    blocks: [],
    conclusion: null,
    source: null,
    ...rest,
  };
}

/** A table of plain text: a head row, body rows and how each column is set. */
export function tableOf(
  caption: string | null,
  align: Table['align'],
  head: readonly string[],
  body: readonly (readonly (string | Inline)[])[],
): Table {
  return {
    kind: 'table',
    caption,
    align,
    head: [head.map((text) => ({ content: plain(text) }))],
    body: body.map((row) =>
      row.map((cell) => ({ content: typeof cell === 'string' ? plain(cell) : cell })),
    ),
  };
}

/** The words of styled runs. */
export function textOf(content: Inline): string {
  return content.map((span) => span.text).join('');
}
