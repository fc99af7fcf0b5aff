import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as audit from '../../src/store/audit.js';
import type { Store } from '../../src/store/open.js';
import { ENGINE_NAMES, startEngine, type TestEngine } from './engines.js';
import { VERSION_CASES } from './filing-cases.js';
import { ORGANISATION_CASES, USER_CASES } from './people-cases.js';
import { REVIEW_CASES } from './review-cases.js';
import { BATCH_CASES, JOB_CASES, TRAIL_CASES } from './work-cases.js';

describe.each(ENGINE_NAMES)('the store, %s', (name) => {
  let engine: TestEngine;
  let store: Store;
  beforeAll(async () => {
    engine = await startEngine(name);
    store = await engine.open();
  });
  afterAll(() => engine?.stop());

  const cases = {
    ...{ ...ORGANISATION_CASES, ...USER_CASES, ...VERSION_CASES },
    ...{ ...REVIEW_CASES, ...JOB_CASES, ...BATCH_CASES, ...TRAIL_CASES },
  };

  it.each(Object.entries(cases))('%s', (_, run) => run(store));

  it('has an unbroken trail of all that', async () => {
    expect(await store.read((view) => audit.verify(view))).toMatchObject({ whole: true });
  });
});
