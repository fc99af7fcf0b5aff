import { Agent, type IncomingHttpHeaders, request } from 'node:http';

/** What came back, and how long it took from the first byte sent to the last one read. */
export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly ms: number;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
}

/** Keeps its connections, as browsers do; each of so many asks one thing at a time. */
export class Client {
  private readonly agent: Agent;

  constructor(
    private readonly base: string,
    connections: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  ask(path: string, asked: Asked = {}): Promise<Answered> {
    const { method = 'GET', headers = {}, body } = asked;
    const start = performance.now();
    return new Promise((resolve, reject) => {
      const options = { method, headers, agent: this.agent };
      const sent = request(new URL(path, this.base), options, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => {
          const ms = performance.now() - start;
          const { statusCode = 0, headers: given } = answer;
          resolve({ status: statusCode, headers: given, body: Buffer.concat(parts), ms });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

/** p50, p95, p99 and the longest of some times. */
export function spread(times: readonly number[]): readonly number[] {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return [0.5, 0.95, 0.99, 1].map((share) => at(share) ?? 0);
}
