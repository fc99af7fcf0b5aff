import type { Answered, Client } from './http-client.js';
import { documentOf, type ServerData } from './server-data.js';

/** How many do what, for how long. */
export interface Pressure {
  readonly seconds: number;
  readonly readers: number;
  readonly uploaders: number;
}

/** What came of it: times in milliseconds, and everything that was not as it should be. */
export interface Loaded {
  readonly reads: readonly number[];
  readonly uploads: readonly number[];
  readonly wrong: readonly string[];
  readonly lost: readonly string[];
}

interface Kept {
  readonly filing: string;
  readonly number: number;
  readonly text: string;
}

/** Reads and uploads at once, then looks whether every upload that was acknowledged is there. */
export async function load(
  client: Client,
  { units, filings, token }: ServerData,
  { seconds, readers, uploaders }: Pressure,
): Promise<Loaded> {
  const until = performance.now() + seconds * 1000;
  const headers = { authorization: `Bearer ${token}` };
  const reads: number[] = [];
  const uploads: number[] = [];
  const wrong: string[] = [];
  const kept: Kept[] = [];
  const read = async (reader: number) => {
    for (let n = reader; performance.now() < until; n += 1) {
      const [path, mark] = pageOf(units, n);
      const answer = await client.ask(path);
      reads.push(answer.ms);
      if (answer.status !== 200 || !answer.body.includes(mark))
        wrong.push(`${path}: ${answer.status}`);
    }
  };
  const upload = async (uploader: number) => {
    const filing = filings[uploader % filings.length]!;
    for (let n = 1; performance.now() < until; n += 1) {
      const text = documentOf(uploader * 100_000 + n);
      const path = `/api/v1/filings/${filing}/versions`;
      const answer = await client.ask(path, { method: 'POST', ...formOf(text, headers) });
      uploads.push(answer.ms);
      if (answer.status !== 201) wrong.push(`${path}: ${answer.status} ${answer.body}`);
      else kept.push({ filing, number: numberIn(answer), text });
    }
  };
  await Promise.all([
    ...Array.from({ length: readers }, (_, n) => read(n)),
    ...Array.from({ length: uploaders }, (_, n) => upload(n)),
  ]);
  const lost: string[] = [];
  for (const { filing, number, text } of kept) {
    const path = `/api/v1/filings/${filing}/versions/${number}/files/0`;
    const { status, body } = await client.ask(path, { headers });
    if (status !== 200 || body.toString() !== text) lost.push(path);
  }
  return { reads, uploads, wrong, lost };
}

/** A page and what must stand on it. */
function pageOf(units: readonly string[], n: number): readonly [path: string, mark: string] {
  const unit = units[n % units.length]!;
  const name = `示例第${n % units.length}中心`;
  const all = [
    [`/u/${unit}/2023`, name],
    [`/u/${unit}/2023/n/expenditure/total/basic`, '3,948,844.66'],
    [`/api/v1/public/accounts/${unit}/2023`, '3948844.66'],
    [`/u/${unit}`, name],
    [`/search?q=${encodeURIComponent(name)}`, name],
    ['/', '示例'],
    ['/r/200123?year=2023', '200123'],
    ['/rules/income.total-equals-summary', 'income.total-equals-summary'],
  ] as const;
  return all[Math.floor(n / units.length + n) % all.length]!;
}

function numberIn({ body }: Answered): number {
  return (JSON.parse(body.toString()) as { readonly number: number }).number;
}

function formOf(text: string, headers: Readonly<Record<string, string>>) {
  const boundary = 'mingzhangbench';
  const body = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="决算.txt"\r
\r\n${text}\r\n--${boundary}--\r\n`;
  const type = `multipart/form-data; boundary=${boundary}`;
  return { headers: { ...headers, 'content-type': type }, body };
}
