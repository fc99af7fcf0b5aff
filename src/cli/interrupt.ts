/** Signals that end a run from outside. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Cleans up when the run is interrupted, then ends as the signal would have ended it: a shell sees
 * 130 for Ctrl-C. Gives what takes the watch off again.
 */
export function onInterrupt(clean: () => void): () => void {
  const end = (signal: NodeJS.Signals): void => {
    stop();
    clean();
    process.kill(process.pid, signal);
  };
  const stop = (): void => {
    for (const signal of SIGNALS) process.removeListener(signal, end);
  };
  for (const signal of SIGNALS) process.on(signal, end);
  return stop;
}
