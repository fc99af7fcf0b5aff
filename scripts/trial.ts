/**
 * Writes the document that the README asks a newcomer to drop on the workbench: the account of an
 * invented bureau, complete but for one misprint (77,100 typed as 71,700). Run it again after a
 * change of what is written:
 *
 *     npx tsx scripts/trial.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { accountFromJson } from '../src/accounts/from-json.js';
import { DEFAULT_LIMITS } from '../src/cells/limits.js';
import { editionOf } from '../src/editions/catalogue.js';
import { plainFiles } from '../src/publishing/publish.js';
import { TITLE } from './bureau-steps.js';

export const TRIAL_UNIT = '示例县河湖管理局';
export const TRIAL_REASON = '河道治理工程投入增加';

const FOLDER = new URL('../examples/', import.meta.url);
/** Where it stands in the repository. */
export const TRIAL_FILE = new URL(`${TRIAL_UNIT}-2023-有一处错.docx`, FOLDER);

interface Plain {
  readonly tables: readonly {
    readonly form: string;
    readonly rows: readonly {
      readonly key: string;
      readonly cells: Record<string, { amount: string }>;
    }[];
  }[];
}

/** The water bureau's account under another name, with its misprint or without, and a reason. */
export async function trialDocument(misprint: boolean, reason = TRIAL_REASON): Promise<Buffer> {
  const published = new URL(`示例县水务局/公开/${TITLE}.json`, FOLDER);
  const { account } = JSON.parse(readFileSync(published, 'utf8')) as { readonly account: Plain };
  const text = JSON.stringify(account)
    .replaceAll('示例县水务局', TRIAL_UNIT)
    .replaceAll(TRIAL_REASON, reason);
  const own = JSON.parse(text) as Plain;
  if (misprint) {
    const summary = own.tables.find(({ form }) => form === 'income-expenditure-summary');
    const row = summary!.rows.find(({ key }) => key === 'institution');
    row!.cells.amount!.amount = '71700.00';
  }
  const [file] = await plainFiles({
    ...{ account: accountFromJson(own), edition: editionOf('shanxi-2022'), formats: ['docx'] },
    ...{ wordTemplate: null, fontFolder: null, limits: DEFAULT_LIMITS },
  });
  return Buffer.from(file!.bytes);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(TRIAL_FILE, await trialDocument(true));
}
