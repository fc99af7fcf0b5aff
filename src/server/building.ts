import { accountFromJson } from '../accounts/from-json.js';
import type { Account } from '../accounts/model.js';
import type { Wording } from '../base/wording.js';
import type { Limits } from '../cells/limits.js';
import { editionOf } from '../editions/catalogue.js';
import type { Edition } from '../editions/model.js';
import { groupByCause } from '../pages/group-by-cause.js';
import type { Need } from '../publications/needs.js';
import { asData } from '../publishing/as-data.js';
import type { DrawOptions, PublicationFormat } from '../publishing/formats.js';
import { plainFiles, publish } from '../publishing/publish.js';
import type { PublicationStatus, WrittenFile } from '../publishing/record.js';

/** An account that is to become a document. */
export interface BuildRequest {
  /** `mingzhang/account@1`. */
  readonly account: string;
  readonly edition: string;
  readonly formats: readonly PublicationFormat[];
  readonly asApproved: string | null;
  /** As it stands, neither judged nor marked: for a version that is checked when it comes in. */
  readonly plain?: boolean;
}

/** What was written, and what stands in the way of publishing it. */
export interface Built {
  readonly status: PublicationStatus;
  readonly files: readonly WrittenFile[];
  readonly needs: readonly {
    readonly where: string;
    readonly label: string;
    readonly id: string;
    readonly required: boolean;
    readonly state: Need['state'];
  }[];
  /** What is wrong: causes, what follows from one goes with it, as reports count them. */
  readonly stops: readonly { readonly finding: string; readonly message: Wording }[];
}

/** Writes the document of an account in some formats, read back and checked. */
export async function buildDocument(
  request: BuildRequest,
  limits: Limits,
  onStep: (done: number, of: number) => void = () => {},
): Promise<Built> {
  const account = accountFromJson(JSON.parse(request.account));
  const { formats, asApproved } = request;
  const edition = editionOf(request.edition);
  const options = { wordTemplate: null, fontFolder: null, limits };
  if (request.plain === true) return plainDocument(account, edition, { formats, ...options });
  const { status, files, needs, judged } = await publish({
    ...{ account, edition, formats, asApproved, asData, onStep, ...options },
  });
  return {
    ...{ status, files },
    needs: needs.map(({ where, label, id, required, state }) => ({
      ...{ where, label, id, required, state },
    })),
    stops: groupByCause(
      judged.flatMap(({ finding, weight }) => (weight === 'listed' ? [] : [finding])),
    ).map(({ root: { id, message } }) => ({ finding: id, message })),
  };
}

async function plainDocument(
  account: Account,
  edition: Edition,
  options: DrawOptions & Pick<BuildRequest, 'formats'>,
): Promise<Built> {
  const files = await plainFiles({ account, edition, ...options });
  return { status: 'draft', files, needs: [], stops: [] };
}
