import cliProgress from 'cli-progress';
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
  const bar = new cliProgress.SingleBar({
    format: `${sentence(lang, 'working')} {bar} {about}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    stream,
    hideCursor: true,
    clearOnComplete: true,
    linewrap: false,
    barsize: 24,
  });
  const start = performance.now();
  let done = 0;
  let pages = 0;
  let shown = false;
  const show = (): void => {
    // A single document shows a bar only when it has pages that take their time.
    if (total < 2 && pages === 0) return;
    const seconds = (performance.now() - start) / 1000;
    const about = progressWords({ done, total, pages, seconds }, lang);
    if (shown) bar.update(done, { about });
    else bar.start(total, done, { about });
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
interface Stand {
  readonly done: number;
  readonly total: number;
  readonly pages: number;
  readonly seconds: number;
}

/** 12/300 份 · 480 页 · 每分钟 90 份 · 还要 3 分 12 秒. */
export function progressWords({ done, total, pages, seconds }: Stand, lang: Lang): string {
  const parts = [sentence(lang, 'progressFiles', done, total)];
  if (pages > 0) parts.push(sentence(lang, 'progressPages', pages));
  if (done > 0 && done < total && seconds >= 1) {
    const rate = (60 * done) / seconds;
    const shown = rate < 10 ? rate.toFixed(1) : rate.toFixed(0);
    parts.push(sentence(lang, 'progressRate', shown));
    parts.push(sentence(lang, 'progressLeft', duration((seconds / done) * (total - done), lang)));
  }
  return parts.join(' · ');
}

function duration(seconds: number, lang: Lang): string {
  const whole = Math.ceil(seconds);
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  if (minutes === 0) return sentence(lang, 'seconds', rest);
  return sentence(lang, 'minutes', minutes, String(rest).padStart(2, '0'));
}
