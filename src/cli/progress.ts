import cliProgress from 'cli-progress';

/** How far a run has come, on standard error; nothing where nobody looks. */
export interface Progress {
  readonly step: () => void;
  /** Takes the bar off the line so that other text can be written. */
  readonly clear: () => void;
  readonly stop: () => void;
}

const SILENT: Progress = { step() {}, clear() {}, stop() {} };

/** A bar where standard error is a terminal and there is more than one document. */
export function progressOn(stream: NodeJS.WriteStream, label: string, total: number): Progress {
  if (!stream.isTTY || total < 2) return SILENT;
  const bar = new cliProgress.SingleBar({
    format: `${label} {bar} {value}/{total}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    stream,
    hideCursor: true,
    clearOnComplete: true,
    linewrap: false,
  });
  bar.start(total, 0);
  return {
    step: () => bar.increment(),
    clear: () => {
      stream.write('\r\u001b[K');
    },
    stop: () => bar.stop(),
  };
}
