import cliProgress from 'cli-progress';
import { displayWidth } from '../pages/display-width.js';
import type { Lang } from '../pages/model.js';
import { sentence } from './messages.js';

/** How far a run has come, on standard error; nothing where nobody looks. */
export interface Progress {
  /** A document is done. */
  readonly step: () => void;
  /** So many more pages are read. */
  readonly pages: (more: number) => void;
  /** Takes the bar off the line so that other text can be written. */
  readonly clear: () => void;
  readonly stop: () => void;
}

const SILENT: Progress = { step() {}, pages() {}, clear() {}, stop() {} };

/** A bar where standard error is a terminal: documents, pages, rate and what remains. */
export function progressOn(stream: NodeJS.WriteStream, total: number, lang: Lang): Progress {
  if (!stream.isTTY) return SILENT;
  const start = performance.now();
  let done = 0;
  let pages = 0;
  let shown = false;
  const line = (): string => {
    const seconds = (performance.now() - start) / 1000;
    return progressLine({ done, total, pages, seconds }, stream.columns, lang);
  };
  const bar = new cliProgress.SingleBar({
    format: line,
    stream,
    hideCursor: true,
    clearOnComplete: true,
    linewrap: false,
  });
  const show = (): void => {
    // A single document shows a bar only when it has pages that take their time.
    if (total < 2 && pages === 0) return;
    if (shown) bar.update(done);
    else bar.start(total, done);
    shown = true;
  };
  show();
  return {
    step: () => {
      done += 1;
      show();
    },
    pages: (more) => {
      pages += more;
      show();
    },
    clear: () => {
      if (shown) stream.write('\r\u001b[K');
    },
    stop: () => {
      if (shown) bar.stop();
    },
  };
}

/** How far a run is. */
export interface Stand {
  readonly done: number;
  readonly total: number;
  readonly pages: number;
  readonly seconds: number;
}

/** What a bar is at most and at least wide; narrower it says nothing. */
const WIDEST = 24;
const NARROWEST = 6;

/**
 * 处理中 ████░░░░ 12/300 份 · 480 页 · 每分钟 90 份 · 还要 3 分 12 秒, in so many columns: where they are
 * few the bar goes first, then the rate, the pages and the remaining time.
 */
export function progressLine(stand: Stand, columns: number, lang: Lang): string {
  // The last column stays free: some terminals wrap as soon as it is written.
  const most = (columns > 0 ? columns : 80) - 1;
  const { files, pages, rate, left } = progressWords(stand, lang);
  const shorter = [[files, pages, rate, left], [files, pages, left], [files, left], [files]];
  const choices = shorter.map((parts) => parts.filter((part) => part !== '').join(' · '));
  const words = choices.find((each) => displayWidth(each) <= most) ?? files;
  const working = sentence(lang, 'working');
  const room = most - displayWidth(`${working}  ${words}`);
  if (room < NARROWEST) return words;
  const width = Math.min(WIDEST, room);
  const full = Math.floor((width * stand.done) / Math.max(1, stand.total));
  return `${working} ${'█'.repeat(full)}${'░'.repeat(width - full)} ${words}`;
}

/** Each part in words; empty where there is nothing to say yet. */
function progressWords({ done, total, pages, seconds }: Stand, lang: Lang) {
  const files = sentence(lang, 'progressFiles', done, total);
  const read = pages > 0 ? sentence(lang, 'progressPages', pages) : '';
  // The first documents load and warm up the program: nothing follows from them.
  if (done === 0 || done >= total || seconds < 3) return { files, pages: read, rate: '', left: '' };
  const rate = (60 * done) / seconds;
  const shown = rate < 10 ? rate.toFixed(1) : rate.toFixed(0);
  return {
    files,
    pages: read,
    rate: sentence(lang, 'progressRate', shown),
    left: sentence(lang, 'progressLeft', duration((seconds / done) * (total - done), lang)),
  };
}

function duration(seconds: number, lang: Lang): string {
  const whole = Math.ceil(seconds);
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  if (minutes === 0) return sentence(lang, 'seconds', rest);
  return sentence(lang, 'minutes', minutes, String(rest).padStart(2, '0'));
}
