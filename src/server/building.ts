import { accountFromJson } from '../accounts/from-json.js';
import type { Limits } from '../cells/limits.js';
import { editionOf } from '../editions/catalogue.js';
import { asData } from '../publishing/as-data.js';
import type { PublicationFormat } from '../publishing/formats.js';
import { publish } from '../publishing/publish.js';
import type { PublicationStatus, WrittenFile } from '../publishing/record.js';

/** An account that is to become a document. */
export interface BuildRequest {
  /** `mingzhang/account@1`. */
  readonly account: string;
  readonly edition: string;
  readonly formats: readonly PublicationFormat[];
  readonly asApproved: string | null;
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
  }[];
  readonly stops: readonly { readonly finding: string; readonly weight: string }[];
}

/** Writes the document of an account in some formats, read back and checked. */
export async function buildDocument(request: BuildRequest, limits: Limits): Promise<Built> {
  const account = accountFromJson(JSON.parse(request.account));
  const { status, files, needs, judged } = await publish({
    ...{ account, edition: editionOf(request.edition), formats: request.formats },
    ...{ wordTemplate: null, fontFolder: null, asApproved: request.asApproved, limits, asData },
  });
  return {
    ...{ status, files },
    needs: needs.map(({ where, label, id, required }) => ({ where, label, id, required })),
    stops: judged.flatMap(({ finding, weight }) =>
      weight === 'listed' ? [] : [{ finding: finding.id, weight }],
    ),
  };
}
