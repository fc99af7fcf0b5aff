import { COLOURS } from './style-colours.js';
import { PAGES_STYLE } from './style-pages.js';
import { PARTS_STYLE } from './style-parts.js';
import { TEXT_STYLE } from './style-text.js';

/** The look of portal and workbench as one file: nothing in it is fetched from anywhere. */
export const STYLE: string = [COLOURS, TEXT_STYLE, PARTS_STYLE, PAGES_STYLE]
  .join('')
  .replace(/\n/g, '');

/** A name that changes whenever the style does, so that it may be kept for ever. */
export const STYLE_NAME = `style.${fingerprint(STYLE)}.css`;

/** FNV-1a over UTF-16: it tells contents apart and guards nothing. */
export function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at += 1) {
    hash = ((hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n) & 0xffffffffffffffffn;
  }
  return hash.toString(16).padStart(16, '0');
}
