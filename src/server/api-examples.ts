import type { Schema } from './api-model.js';

/** Examples of single values, by the name of the member. */
const VALUES: Readonly<Record<string, unknown>> = {
  ...{ fiscalYear: 2023, year: 2023, version: 1, number: 1, latest: 1, revision: 1, position: 0 },
  ...{ name: '示例县水务局', entity: '示例县水务局', region: '999921', code: '301' },
  ...{ sector: '农林水', file: '示例县水务局2023.docx', title: '支出决算表', edition: 'general' },
  ...{ createdAt: '2024-09-10T02:00:00.000Z', publishedAt: '2024-09-10T02:00:00.000Z' },
  ...{ at: '2024-09-10T02:00:00.000Z', usedAt: null, endedAt: null, revokedAt: null },
  ...{ actor: 'user:3f0c8a52-6d1b-4c0e-9a55-0d8f6c1e2b7a', next: null, secret: 'mzt_…' },
  ...{
    createdBy: 'user:3f0c8a52-6d1b-4c0e-9a55-0d8f6c1e2b7a',
    link: 'mzi_Yu1oRczE5CXQWDtXZGAiwq2V',
  },
  ...{ login: 'wang', rule: 'summary.income-lines-sum', approved: '2024-08-30' },
  ...{ due: '2024-09-19', day: '2024-08-30', documentNumber: '示财决〔2024〕15号' },
  ...{ finding: 'summary.income-lines-sum:income-expenditure-summary/total' },
  ...{ form: 'expenditure', line: 'total', item: '合计', columnId: 'current-year', half: '0' },
  ...{ value: '964150000000000', printed: '9641500.00', kind: 'final-account', why: null },
  ...{ filingKind: 'final-account', versions: [1], formerNames: ['示例县水利局'], asks: null },
  ...{ total: 3, done: 3, failed: 0, asking: 0, facts: 1224, error: 0, warning: 1, info: 2 },
  ...{
    finished: true,
    known: false,
    daysLate: null,
    reason: '数据来源不同，已核实',
    body: '已更正',
  },
  ...{ sha256: 'd03e35eb…', digest: '434ec3e3…', hash: '3001418b…', previous: '99c7cbf8…' },
  ...{ note: '', mediaType: 'application/pdf', bytes: 24832, counter: '12', csrf: null },
  ...{
    password: '…',
    current: '…',
    openapi: '3.1.0',
    expiresAt: null,
    action: 'step.take',
    details: {},
  },
  ...{ object: 'filing:8a5258f3-f72c-4809-90eb-8db8e3cb34a1', user: null, until: '2024-12-31' },
  ...{
    withdrawnAt: null,
    withdrawnBy: null,
    resolvedAt: null,
    resolvedBy: null,
    exemptReason: null,
    retiredAt: null,
    parent: null,
  },
  ...{ initials: 'slxswj', step: 'checked', which: 'check' },
};

const ID = '8a5258f3-f72c-4809-90eb-8db8e3cb34a1';

/** A value that a schema describes, as people would meet it. */
export function exampleOf(schema: Schema, name = ''): unknown {
  if (schema.const !== undefined) return schema.const;
  if (name in VALUES && fits(schema, VALUES[name])) return VALUES[name];
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.anyOf !== undefined) return exampleOf(schema.anyOf[0]!, name);
  if (schema.properties !== undefined) {
    const entries = Object.entries(schema.properties);
    return Object.fromEntries(entries.map(([key, each]) => [key, exampleOf(each, key)]));
  }
  if (schema.type === 'array') {
    return schema.items === undefined ? [] : [exampleOf(schema.items, name)];
  }
  if (schema.type === 'string') return textFor(schema);
  if (schema.type === 'integer') return schema.minimum ?? 0;
  return schema.type === 'boolean' ? false : {};
}

function textFor({ pattern = '', minLength = 0 }: Schema): string {
  if (pattern.startsWith('^[0-9a-f]{8}')) return ID;
  return SECRETS.find((each) => each.length >= minLength && new RegExp(pattern).test(each)) ?? '';
}

/** Texts for what has no name of its own. */
const SECRETS = ['示例', '2024-08-30', '12', 'yTq0mC4oR1zJx8Lw5Ks2', 'https://example.cn/1'];

function fits(schema: Schema, value: unknown): boolean {
  const { enum: words, anyOf, type, pattern = '', minLength = 0 } = schema;
  if (words !== undefined) return words.includes(value);
  if (anyOf !== undefined) return anyOf.some((each) => fits(each, value));
  if (type === 'string') {
    const isText = typeof value === 'string' && value.length >= minLength;
    return isText && new RegExp(pattern).test(value);
  }
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array')
    return Array.isArray(value) && value.length > 0 && schema.items?.type !== 'object';
  if (type === 'null') return value === null;
  return type === 'object' ? false : type === undefined || typeof value === type;
}
