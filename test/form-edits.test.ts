import { describe, expect, test } from 'vitest';
import { fieldsOf, segmentOf } from '../src/accounts/form-fields.js';
import type { Account } from '../src/accounts/model.js';
import { editionOf } from '../src/editions/catalogue.js';
import { editFromJson } from '../src/entry/draft-json.js';
import type { EntryEdit } from '../src/entry/entry-edits.js';
import { edited, entryState } from '../src/entry/entry-state.js';
import { typedForm } from '../src/entry/form-edits.js';
import { scoreForm, suggestionOf } from '../src/entry/form-scores.js';
import { formProfile, startForm } from '../src/entry/form-start.js';
import { checkAccount } from '../src/entry/live-check.js';
import { mergeEdits } from '../src/entry/merge-edits.js';
import { newAccount } from '../src/entry/new-account.js';

const LIAONING = editionOf('liaoning-2023');
const KIND = 'project-self-evaluation';
const ABOUT = { entity: '示例县水务局', role: 'unit', fiscalYear: 2023 } as const;

function started(edition = LIAONING): Account {
  const account = newAccount(edition, ABOUT);
  const profile = formProfile(edition, KIND, account);
  const fields = [...startForm({ kind: KIND, title: '示例管网项目', profile })];
  return edited(entryState(account, edition), [{ kind: 'form', form: 't1', of: KIND, fields }])
    .state.account;
}

function field(path: string, text: string | null): EntryEdit {
  return { kind: 'field', form: 't1', path, text };
}

const FILLED = [
  ...[field('funds/1000/budget', '100'), field('funds/1000/executed', '75')],
  ...[field('indicator/1000/name', '新建管网'), field('indicator/1000/target', '≥30公里')],
  ...[field('indicator/1000/actual', '23公里'), field('indicator/1000/score', '11.55')],
];

function performed(account: Account, edits: readonly EntryEdit[]) {
  return edited(entryState(account, LIAONING), edits);
}

function told(account: Account): ReadonlyMap<string, string> {
  return fieldsOf(typedForm(account, 't1')!);
}

describe('a performance form that is typed', () => {
  test('begins with a hundred points in the structure of the method', () => {
    for (const id of ['general', 'liaoning-2023', 'shanxi-2022', 'shaanxi-2022']) {
      const edition = editionOf(id);
      for (const kind of [KIND, 'department-self-evaluation'] as const) {
        const profile = formProfile(edition, kind, { fiscalYear: 2023 });
        const fields = startForm({ kind, title: '示例', profile });
        const points = [...fields].filter(([path]) => path.endsWith('/weight'));
        const sum = points.reduce((all, [, text]) => all + Number(text), 0);
        expect([id, kind, sum]).toEqual([id, kind, 100]);
      }
    }
  });

  test('its rate, points, total, cap and grade follow by the method of the province', () => {
    const fields = told(performed(started(), FILLED).state.account);
    expect(fields.get('funds/1000/rate')).toBe('75%');
    expect(fields.get('funds/1000/score')).toBe('7.5');
    expect(fields.get('total-weight')).toBe('100');
    expect(fields.get('subtotal')).toBe('11.55');
    expect(fields.get('total')).toBe('19.05');
    expect(fields.get('grade')).toBe('差');
    expect(fields.get('deduction')).toBe('0');
  });

  test('sources of money come to the whole', () => {
    const { state } = performed(started(), [
      ...[field('funds/2000/source', '其中：当年财政拨款'), field('funds/2000/budget', '60.5')],
      ...[field('funds/3000/source', '其他资金'), field('funds/3000/budget', '9.5')],
    ]);
    expect(told(state.account).get('funds/1000/budget')).toBe('70');
  });

  test('the method suggests what is its own to give, and says why', () => {
    const form = typedForm(performed(started(), FILLED).state.account, 't1')!;
    const scored = scoreForm(form, { edition: LIAONING.id, fiscalYear: 2023 });
    expect(suggestionOf(scored, 0)).toBe('11.55');
    expect(scored.score.indicators[0]!.expected!.why.zh).toContain('77% × 15');
    expect(suggestionOf(scored, 1)).toBeNull();
  });

  test('lost points without a reason are found at their field', () => {
    const { state } = performed(started(), FILLED);
    const check = checkAccount(state.account, LIAONING.id);
    const found = check.result.findings.find(({ rule }) => rule === 'performance.reason-missing');
    expect(check.cellsOf(found!)).toContain('form/t1/indicator/1000/score');
    const reason = field('indicator/1000/reason-explanation', '征地推迟');
    const better = checkAccount(performed(state.account, [reason]).state.account, LIAONING.id);
    const still = better.result.findings.filter(
      ({ rule }) => rule === 'performance.reason-missing',
    );
    expect(still).toEqual([]);
  });

  test('every edit can be taken back, also of a form that a document brought', () => {
    const account = performed(started(), FILLED).state.account;
    // The document printed sums that its own method does not give.
    const odd = new Map(told(account)).set('total', '99').set('funds/1000/rate', '70%');
    const head = { id: 't1', form: KIND, fiscalYear: 2023 } as const;
    const printed = { ...account, evaluations: [segmentOf(head, odd)] };
    const cases: readonly (readonly EntryEdit[])[] = [
      [field('indicator/1000/score', '10')],
      [field('funds/1000/executed', '80')],
      [field('title', '别的名称')],
      [{ kind: 'no-row', form: 't1', row: 'indicator/1000' }],
      [{ kind: 'no-form', form: 't1' }],
      [field('indicator/1500/name', '新指标'), field('indicator/1500/weight', '5')],
    ];
    for (const edits of cases) {
      const { state, inverse } = performed(printed, edits);
      expect(told(performed(state.account, inverse).state.account)).toEqual(odd);
    }
  });

  test('fields survive the way through the model', () => {
    const account = performed(started(), FILLED).state.account;
    const fields = told(account);
    const head = { id: 't1', form: KIND, fiscalYear: 2023 } as const;
    expect(fieldsOf(segmentOf(head, fields, 3))).toEqual(fields);
  });

  test('edits of forms go through JSON, and what is none is refused', () => {
    const fields = [...told(started())];
    const edits: readonly EntryEdit[] = [
      ...[field('indicator/1000/score', null), ...FILLED],
      { kind: 'form', form: 't1', of: KIND, fields },
      ...[{ kind: 'no-form', form: 't1' } as const],
      { kind: 'no-row', form: 't1', row: 'indicator/1000' },
    ];
    for (const edit of edits) expect(editFromJson(JSON.parse(JSON.stringify(edit)))).toEqual(edit);
    const bad = [
      ...[field('__proto__', 'x'), field('indicator/x/score', '1'), field('a/1/b/2', '1')],
      { kind: 'form', form: 't1', of: 'evaluation-report', fields: [] },
      { kind: 'form', form: 't1', of: KIND, fields: [['title']] },
      { kind: 'no-row', form: 't1', row: 'indicator' },
      { kind: 'field', form: '../t1', path: 'title', text: '' },
    ];
    for (const edit of bad) expect(editFromJson(edit)).toBeNull();
  });

  test('two people: other fields are merged, the same and what is gone are asked about', () => {
    const mine = [field('indicator/1000/score', '10'), field('title', '甲')];
    expect(mergeEdits(mine, [field('indicator/2000/score', '9')]).conflicts).toEqual([]);
    expect(mergeEdits(mine, [field('title', '乙')]).conflicts).toHaveLength(1);
    const gone = [{ kind: 'no-row', form: 't1', row: 'indicator/1000' } as const];
    expect(mergeEdits(mine, gone).conflicts).toHaveLength(1);
    expect(mergeEdits(mine, [{ kind: 'no-form', form: 't1' }]).conflicts).toHaveLength(2);
    const whole = { kind: 'form', form: 't1', of: KIND, fields: [] } as const;
    expect(mergeEdits([whole], mine).conflicts).toHaveLength(1);
  });
});
