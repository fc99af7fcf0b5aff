import type { DraftJson, DraftKept, DraftRefused } from '../entry/draft-json.js';
import type { EntryEdit } from '../entry/entry-edits.js';

/** What became of edits that were sent: kept, or refused because others were faster. */
export type SaveOutcome =
  | ({ readonly kept: true } & DraftKept)
  | ({ readonly kept: false } & DraftRefused);

/** Where a draft is kept. A promise fails where it cannot be reached; then nothing was kept. */
export interface Drafts {
  readonly load: () => Promise<DraftJson>;
  readonly save: (counter: string, edits: readonly EntryEdit[]) => Promise<SaveOutcome>;
}

/** What the server says in its own words, with the number under which it was recorded. */
export class DraftError extends Error {
  constructor(
    message: string,
    /** Sending the same again may help: the network, a server that restarts. */
    readonly passing: boolean,
  ) {
    super(message);
  }
}

/** Drafts on the server at an address such as `/api/v1/filings/12/draft`. */
export class ServerDrafts implements Drafts {
  constructor(
    private readonly address: string,
    /** Sent with what changes something, against forged requests. */
    private readonly token: string,
    private readonly lang: string,
  ) {}

  async load(): Promise<DraftJson> {
    const response = await this.ask({ method: 'GET' });
    if (!response.ok) throw await failureOf(response);
    return (await response.json()) as DraftJson;
  }

  async save(counter: string, edits: readonly EntryEdit[]): Promise<SaveOutcome> {
    const body = JSON.stringify({ counter, edits });
    const response = await this.ask({ method: 'PUT', body });
    if (response.status === 409) {
      return { kept: false, ...((await response.json()) as DraftRefused) };
    }
    if (!response.ok) throw await failureOf(response);
    return { kept: true, ...((await response.json()) as DraftKept) };
  }

  private async ask(init: RequestInit): Promise<Response> {
    const headers = {
      accept: 'application/json',
      'accept-language': this.lang,
      'x-csrf-token': this.token,
      ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    try {
      return await fetch(this.address, { ...init, headers, credentials: 'same-origin' });
    } catch (error) {
      throw new DraftError(error instanceof Error ? error.message : '', true);
    }
  }
}

async function failureOf(response: Response): Promise<DraftError> {
  const problem: unknown = await response.json().catch(() => null);
  const said = typeof problem === 'object' && problem !== null ? problem : {};
  const text = 'detail' in said ? said.detail : 'title' in said ? said.title : null;
  const passing = response.status >= 500 || response.status === 429;
  return new DraftError(typeof text === 'string' ? text : `${response.status}`, passing);
}
