import type { Account } from '../../src/accounts/model.js';
import type { Edition } from '../../src/editions/model.js';
import type { Publication } from '../../src/publications/model.js';
import { publishedTables } from '../../src/publications/tables.js';

/** A cover, the tables, and a sentence before and after them. */
export function smallPublication(account: Account, edition: Edition): Publication {
  const { entity, fiscalYear } = account;
  const title = `${entity}${fiscalYear}年度部门决算`;
  const paragraph = (text: string) =>
    ({ kind: 'paragraph', style: 'body', runs: [{ text }] }) as const;
  const heading = (id: string, text: string) => ({ kind: 'heading', level: 1, id, text }) as const;
  return {
    entity,
    fiscalYear,
    edition: edition.id,
    title,
    embedded: '{}',
    blocks: [
      { kind: 'cover', titles: [entity, `${fiscalYear}年度部门决算`], lines: [] },
      { kind: 'contents', title: '目录' },
      heading('overview', `第一部分 ${entity}概况`),
      paragraph(`${entity}承办上级交办的事项。`),
      heading('tables', `第二部分 ${fiscalYear}年度部门决算表`),
      ...publishedTables(account, edition),
      heading('narrative', '第三部分 情况说明'),
      paragraph('本部门无国有资本经营预算财政拨款收支。'),
    ],
  };
}
