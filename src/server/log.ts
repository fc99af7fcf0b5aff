/** Takes lines of the log, JSON with a line end. */
export interface LogTarget {
  write(line: string): void;
}

/**
 * What fastify's logger (pino) is to write: no addresses with queries, no headers, no bodies, for
 * links, cookies and passwords stand there.
 */
export function logOf(target: LogTarget | null) {
  if (target === null) return false;
  return { level: 'warn', stream: target, base: null, serializers: { err: plainError } };
}

/** Writes what went wrong in a job as a line of the same kind. */
export function faultsTo(target: LogTarget | null): (error: unknown, job: string) => void {
  return (error, job) => {
    const known = error instanceof Error ? error : new Error(String(error));
    const line = { level: 50, time: Date.now(), job, err: plainError(known), msg: 'job failed' };
    target?.write(`${JSON.stringify(line)}\n`);
  };
}

/** An error without what it carries besides: values of queries may be among it. */
function plainError(error: Error) {
  const { name, message, stack = '' } = error;
  return { type: name, message, stack };
}
