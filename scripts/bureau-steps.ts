/** The commands of the README on the invented bureau, shared with the test of what they write. */
export const BUREAU = 'examples/示例县水务局';

/** What the documents are called, without their extension. */
export const TITLE = '示例县水务局2023年度部门决算公开';

/** Merges the units of the bureau into an account. */
export function mergeArguments(account: string): readonly string[] {
  return ['merge', `${BUREAU}/局本级`, `${BUREAU}/水利站`, '--out', account];
}

/** Builds the document of the account in all formats. */
export function buildArguments(account: string, folder: string): readonly string[] {
  return [
    ...['build', account, `${BUREAU}/原因说明.xlsx`, `${BUREAU}/审查和审签.xlsx`],
    ...['--last-year', `${BUREAU}/示例县水务局2022年度部门决算.docx`],
    ...['--edition', 'general', '--out', folder],
  ];
}
