import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { STATUTORY_FORMS } from '../forms/model.js';
import { GLOSSARY } from '../terms/glossary.js';
import { EDITIONS, editionOf } from './catalogue.js';
import type { EditionFeatures } from './model.js';
import { recogniseEdition } from './recognise.js';

const SAMPLES = new URL('../../../shared/samples/', import.meta.url);

function sample(prefix: string): string {
  const name = readdirSync(SAMPLES).find((file) => file.startsWith(prefix));
  if (name === undefined) throw new Error(`sample ${prefix} is missing`);
  return readFileSync(new URL(name, SAMPLES), 'utf8');
}

/** Features taken from the bare text, without any reader. */
function crudeFeatures(text: string): EditionFeatures {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const plain = lines.filter((line) => !line.includes('\t'));
  const labels = lines
    .flatMap((line) => line.split(/[\t ]+/))
    .filter((label) => !/^[\d.,]*$/.test(label));
  return {
    titles: plain.filter((line) => /表$/.test(line) && line.length < 40 && !/公开\s*\d/.test(line)),
    numbers: plain.filter((line) => /^公开\s*\d\d\s*表$/.test(line)),
    columns: [],
    labels,
    lines: plain,
    unit: null,
    lineNumbers: labels.includes('行次'),
  };
}

const OF_SAMPLES: readonly (readonly [string, string])[] = [
  ['000', 'shanxi-2022'],
  ['002', 'shaanxi-2022'],
  ['003', 'shanxi-2022'],
  ['004', 'liaoning-2023'],
  ['r06', 'shanghai-2024'],
];

describe('recogniseEdition', () => {
  it.each(OF_SAMPLES)('%s is %s', (prefix, id) => {
    expect(recogniseEdition(crudeFeatures(sample(prefix)))).toBe(id);
  });

  it('takes a document of another province for general, though its wording is the same', () => {
    const text = sample('r06').replaceAll('上海市普陀区', '江苏省示例市');
    expect(recogniseEdition(crudeFeatures(text))).toBe('general');
  });

  it('takes nothing at all for general', () => {
    expect(recogniseEdition(crudeFeatures(''))).toBe('general');
  });

  it('does not take common titles for an edition', () => {
    const text =
      '收入支出决算总表\n公开01表\n财政拨款收入支出决算总表\n公开04表\n行次\n与上年相比，今年';
    expect(recogniseEdition(crudeFeatures(text))).toBe('general');
  });
});

describe('editions', () => {
  it('have their own id each and know every form once', () => {
    expect(new Set(EDITIONS.map(({ id }) => id)).size).toBe(EDITIONS.length);
    for (const edition of EDITIONS) {
      const forms = edition.forms.map(({ form }) => form);
      expect(new Set(forms).size).toBe(forms.length);
      for (const form of forms) expect(STATUTORY_FORMS).toContain(form);
    }
  });

  it('explain only terms of the glossary', () => {
    const known = GLOSSARY.map(({ id }) => id);
    for (const { glossary } of EDITIONS) {
      for (const id of glossary) expect(known).toContain(id);
    }
  });

  it('fall back to the general one', () => {
    expect(editionOf('nowhere-1999').id).toBe('general');
    expect(editionOf(null).id).toBe('general');
    expect(editionOf('liaoning-2023').budgetMeans).toBe('initial');
  });
});
