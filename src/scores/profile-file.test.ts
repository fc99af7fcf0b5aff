import { describe, expect, it } from 'vitest';
import { rationalText } from '../base/rational.js';
import type { Profile } from './profile.js';
import { profileFromJson } from './profile-file.js';

const read = (json: unknown) => profileFromJson(JSON.stringify(json));

describe('a user’s own method', () => {
  it('says only what differs', () => {
    const own = read({
      extends: 'liaoning-2023',
      title: '某市 2024',
      execution: { weight: '20' },
      caps: [{ below: '50', cap: '59.9' }],
      grades: [
        { grade: '合格', from: '60' },
        { grade: '优', from: '90' },
        { grade: '不合格', from: '0' },
      ],
    }) as Profile;
    expect([own.id, own.title.zh, own.evidence]).toEqual([
      'liaoning-2023-own',
      '某市 2024',
      'unverified',
    ]);
    expect(rationalText(own.execution!.weight)).toBe('20');
    expect(own.execution!.rate).toEqual({ decimals: 2, how: 'half-up' });
    expect(rationalText(own.caps[0]!.cap)).toBe('59.9');
    expect(own.grades.map(({ grade }) => grade)).toEqual(['优', '合格', '不合格']);
  });

  it.each([
    ['[]', ''],
    ['{', ''],
    ['{"extends":"mars"}', 'extends'],
    ['{"weights":1}', 'weights'],
    ['{"execution":{"weight":10}}', 'execution.weight'],
    ['{"total":{"decimals":2.5,"how":"cut"}}', 'total.decimals'],
    ['{"total":{"decimals":2,"how":"up"}}', 'total.how'],
    ['{"grades":[{"grade":"优","from":"x"}]}', 'grades[0].from'],
    ['{"indicator":{"exactMissed":"no"}}', 'indicator.exactMissed'],
  ])('%s: the mistake is named', (text, field) => {
    expect(profileFromJson(text)).toMatchObject({ field });
  });
});
