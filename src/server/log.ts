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
  return { level: 'info', stream: target, base: null, serializers: { err: plainError } };
}

/** An error without what it carries besides: values of queries may be among it. */
function plainError(error: Error) {
  const { name, message, stack = '' } = error;
  return { type: name, message, stack };
}
