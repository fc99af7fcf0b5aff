import { layoutPages } from '../cells/layout/from-pages.js';
import { Rendition } from '../cells/rendition.js';
import type { Reader } from './reader.js';
import { recogniseImage } from './recognise-scan.js';

/** Reads the pages of an image file by recognising them; pages that cannot be read are lost. */
export const readImage: Reader = async (file, bytes, { limits, onPage }) => {
  const rendition = new Rendition();
  const pages = await recogniseImage(bytes, limits, onPage);
  for (const { page, loss } of pages) {
    if (loss !== null) rendition.lose({ what: `第${page}页`, why: loss, missing: true });
  }
  layoutPages(
    pages.flatMap(({ content }) => (content === null ? [] : [content])),
    rendition,
  );
  return rendition.finish(file, 'image');
};
