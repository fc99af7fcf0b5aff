import { expect, it } from 'vitest';
import { linePlace } from '../base/place.js';
import { filingFromPage } from '../facts/from-page.js';
import type { Filing } from '../facts/model.js';
import { chooseReferences } from './references-for.js';

function account(entity: string, year = 2023): Filing {
  return filingFromPage(`${year} 元 ${entity}\n收入决算表\n合计 本年收入合计=1.00`);
}

function department(...units: readonly string[]): Filing {
  const place = linePlace(1, 0, 0, '');
  const entities = units.map((name) => ({ name, role: 'unit' as const, place }));
  return { ...account('示例县水务局'), entities };
}

const OWN = '示例县水务局（本级）';
const STATION = '示例县水利站';

it('holds a department against all its units, as it lists them', () => {
  const references = [account('别的单位'), account(STATION), account(OWN), account(STATION, 2022)];
  const { units } = chooseReferences(department(OWN, STATION), references);
  expect(units.map(({ entity, fiscalYear }) => [entity, fiscalYear])).toEqual([
    [OWN, 2023],
    [STATION, 2023],
  ]);
});

it('holds it against none where one of them is not given', () => {
  const { units } = chooseReferences(department(OWN, STATION, '示例县水文队'), [
    account(STATION),
    account(OWN),
  ]);
  expect(units).toEqual([]);
});

it('holds a unit against no units', () => {
  expect(chooseReferences(account(STATION), [account(OWN), account(STATION)]).units).toEqual([]);
});
