import {
  isBlock,
  isElement,
  isHidden,
  isUnseen,
  type MarkupElement,
  type MarkupNode,
  styleValue,
} from './markup.js';
import { leadsAway } from './markup-frame.js';
import { itemMarks } from './markup-list.js';
import {
  attachmentLoss,
  embeddedLoss,
  type MarkupLoss,
  nextPageLoss,
  pictureLoss,
} from './markup-losses.js';
import { type MarkupParagraph, MarkupText } from './markup-text.js';
import { isNoteMark } from './note-mark.js';

/** The paragraphs below an element, in order; what tables are is for others to say. */
export abstract class MarkupReader {
  private readonly text = new MarkupText();
  private preformatted = false;
  private linked = 0;
  /** The number of a list item, until its first word comes. */
  private mark = '';

  /** A whole paragraph; it may be blank. */
  protected abstract paragraph(paragraph: MarkupParagraph): void;
  protected abstract table(table: MarkupElement): void;
  protected abstract lose(loss: MarkupLoss): void;
  /** Whether an element is read at all. */
  protected abstract enters(element: MarkupElement): boolean;
  /** A part that is not shown as the page stands. */
  protected abstract hidden(element: MarkupElement): void;
  /** What a control of a form shows. */
  protected abstract control(element: MarkupElement): string;

  read(element: MarkupElement): void {
    this.children(element);
    this.endParagraph();
  }

  protected endParagraph(): void {
    this.paragraph(this.text.take());
  }

  protected children(element: MarkupElement): void {
    const marks = itemMarks(element);
    for (const node of element.childNodes) {
      const mark = isElement(node) ? marks.get(node) : undefined;
      if (mark !== undefined) this.mark = mark;
      this.node(node);
      if (mark !== undefined) this.mark = '';
    }
  }

  private node(node: MarkupNode): void {
    if (isElement(node)) {
      if (isUnseen(node)) this.unseen(node);
      else if (this.enters(node)) this.element(node);
    } else if (node.nodeName === '#text') this.words(node.value ?? '');
  }

  private words(words: string): void {
    if (this.mark !== '' && /\S/.test(words)) {
      this.text.add(this.mark, true, false);
      this.mark = '';
    }
    this.text.add(words, this.preformatted, this.linked > 0);
  }

  private unseen(element: MarkupElement): void {
    if (isHidden(element)) this.hidden(element);
    else this.words(this.control(element));
  }

  protected element(element: MarkupElement): void {
    switch (element.nodeName) {
      case 'br':
        this.text.lineBreak();
        return;
      case 'table':
        this.endParagraph();
        this.table(element);
        return;
      case 'img':
        this.picture(element);
        return;
      case 'iframe':
      case 'frame':
      case 'embed':
      case 'object':
        this.embedded(element);
        return;
      case 'a':
        this.link(element);
        return;
    }
    if (isRaised(element) && isNoteMark(wordsIn(element), this.text.before)) return;
    const block = isBlock(element);
    if (block) this.endParagraph();
    const before = this.preformatted;
    this.preformatted = isPreformatted(element) ?? before;
    this.children(element);
    this.preformatted = before;
    if (block) this.endParagraph();
  }

  private link(element: MarkupElement): void {
    const words = wordsIn(element);
    const loss = attachmentLoss(element, words) ?? nextPageLoss(element, words);
    if (loss !== null) this.lose(loss);
    const away = leadsAway(element);
    const block = isBlock(element);
    if (block) this.endParagraph();
    if (away) this.linked += 1;
    this.children(element);
    if (away) this.linked -= 1;
    if (block) this.endParagraph();
  }

  private picture(image: MarkupElement): void {
    const loss = pictureLoss(image, this.text.isBlank && this.linked === 0);
    if (loss !== null) this.lose(loss);
  }

  private embedded(element: MarkupElement): void {
    const loss = embeddedLoss(element);
    if (loss !== null) this.lose(loss);
    if (element.nodeName === 'object') this.children(element);
  }
}

function isRaised(element: MarkupElement): boolean {
  if (element.nodeName === 'sup') return true;
  return element.nodeName === 'span' && /^super/.test(styleValue(element, 'vertical-align') ?? '');
}

/** Null where it is as around it. */
function isPreformatted(element: MarkupElement): boolean | null {
  const kept = /^(?:pre|listing|xmp|plaintext)$/.test(element.nodeName) ? true : null;
  const space = element.attrs.length === 0 ? null : styleValue(element, 'white-space');
  if (space === null) return kept;
  return /^(?:pre|break-spaces)/.test(space) || (/^(?:normal|nowrap)/.test(space) ? false : kept);
}

/** The words below an element on one line, as far as they are shown. */
export function wordsIn(element: MarkupElement): string {
  let words = '';
  for (const node of element.childNodes) {
    if (isElement(node)) words += isUnseen(node) ? '' : wordsIn(node);
    else if (node.nodeName === '#text') words += node.value ?? '';
  }
  return words.replace(/\s+/g, ' ');
}
