import type { Wording } from '../base/wording.js';
import { attribute, type MarkupElement, styleValue } from './markup.js';
import { leadsAway } from './markup-frame.js';

/** What a page points to or hides and nobody read. */
export interface MarkupLoss {
  readonly what: string;
  readonly why: Wording;
  readonly attachment?: string;
}

const ATTACHED = /\.(?:pdf|docx?|wps|xlsx?|et|ofd|rtf|zip|rar|7z|pptx?)(?:$|[?#&])/i;

/** A document that a link offers, by what the link says. */
export function attachmentLoss(link: MarkupElement, words: string): MarkupLoss | null {
  const target = attribute(link, 'href') ?? '';
  const named = /^\S.*\.(?:pdf|docx?|wps|xlsx?|et|ofd|rtf|zip|rar|7z)$/i.test(words.trim());
  if (!leadsAway(link) || !(ATTACHED.test(target) || named)) return null;
  return {
    what: `附件“${words.trim() || target}”`,
    attachment: words.trim(),
    why: {
      zh: '网页只给出这份附件的链接，附件没有读；请下载后一并给出',
      en: 'the page only links to this attachment and it was not read; download it and give it too',
    },
  };
}

/** 下一页: the page is one of several. */
export function nextPageLoss(link: MarkupElement, words: string): MarkupLoss | null {
  if (!leadsAway(link) || !/^(?:下一页|下页|后一页)\W*$/.test(words.trim())) return null;
  return {
    what: '分页',
    why: {
      zh: '正文在网站上分成几页，这里只有其中一页；请把其余各页也存下来',
      en: 'the text is spread over several pages and this is one of them; save the others too',
    },
  };
}

/** Another page or a document shown inside this one. */
export function embeddedLoss(element: MarkupElement): MarkupLoss | null {
  const source = attribute(element, 'src') ?? attribute(element, 'data') ?? '';
  if (source === '' || /^(?:about:|javascript:)/i.test(source)) return null;
  return {
    what: '嵌入的内容',
    why: {
      zh: '网页里嵌入了另一个页面或文件，没有读；请单独保存后给出',
      en: 'the page shows another page or a document inside it, which was not read; save it apart',
    },
  };
}

/** Points of a picture below which it is an icon or an ornament. */
const SMALL = 200;

/** A picture that may show a table or text. `alone`: nothing else stands in its paragraph. */
export function pictureLoss(image: MarkupElement, alone: boolean): MarkupLoss | null {
  const width = lengthOf(image, 'width');
  const height = lengthOf(image, 'height');
  const small = (width ?? SMALL) < SMALL || (height ?? SMALL / 2) < SMALL / 2;
  if (small || (!alone && width === null)) return null;
  return {
    what: '图片',
    why: {
      zh: '网页里有图片，其中的文字没有读；请查看是否为表格或正文的截图',
      en: 'there is a picture whose text was not read; see whether it shows a table or text',
    },
  };
}

function lengthOf(image: MarkupElement, side: 'width' | 'height'): number | null {
  const printed = styleValue(image, side) ?? attribute(image, side);
  const [, digits, unit] = /^\s*(\d{1,6})(?:\.\d+)?\s*([a-z%]*)/.exec(printed ?? '') ?? [];
  return digits === undefined || unit === '%' ? null : Number.parseInt(digits, 10);
}

export const HIDDEN_TABLE: MarkupLoss = {
  what: '网页上没有显示的表格',
  why: {
    zh: '网页把这里的表格隐藏了，没有读；请在浏览器里展开后再保存',
    en: 'the page hides a table here, which was not read; unfold it in the browser and save again',
  },
};
