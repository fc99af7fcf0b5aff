import type { Account } from '../accounts/model.js';
import type { ReadFailure } from '../cells/model.js';
import { dataPackage } from '../publications/data-package.js';

/** How the tables begin that `build` writes beside a `datapackage.json`. */
const HEADINGS = /^\ufeff?(?:entity,fiscal_year,form,|department,fiscal_year,(?:unit|kind),)/;

/** Whether a file is a table of a data package of ours. */
export function isTableOfData(file: string, bytes: Uint8Array): boolean {
  return /\.csv$/i.test(file) && HEADINGS.test(textOf(bytes.subarray(0, 256)));
}

/**
 * Why a table of a data package cannot be used: without its descriptor, or changed since. Null
 * where it says what the account of the descriptor says.
 */
export function wrongWithTable(
  file: string,
  bytes: Uint8Array,
  account: Account | null,
): ReadFailure | null {
  const failure = (detail: string, line: number | null): ReadFailure => {
    return { code: 'unsupported', detail, page: null, line };
  };
  if (account === null) return failure('mingzhang-table', null);
  const { facts, more } = dataPackage(account, '');
  const name = file.replace(/^.*[/\\]/, '');
  const written = name === 'facts.csv' ? facts : more.find((each) => each.name === name)?.content;
  const [own, given] = [written ?? '', textOf(bytes)].map(linesOf);
  const at = own!.findIndex((line, index) => line !== given![index]);
  if (at < 0 && own!.length === given!.length) return null;
  return failure('mingzhang-changed', (at < 0 ? own!.length : at) + 1);
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** Lines without what Excel changes when it saves them: 120000.00 becomes 120000, true TRUE. */
function linesOf(text: string): readonly string[] {
  return text
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.toLowerCase().replace(/(\d)\.0+(?=,|$)|(\.\d*[1-9])0+(?=,|$)/g, '$1$2'));
}
