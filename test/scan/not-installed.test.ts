import { expect, test, vi } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/cells/limits.js';
import { recogniseImage, recognisePages } from '../../src/readers/recognise-scan.js';

vi.mock('../../src/readers/recognise-engine.js', async (original) => ({
  ...(await original<object>()),
  engineInstalled: () => false,
}));

test('without the component every scanned page is lost and says how to install it', async () => {
  const found = await recognisePages(new Uint8Array(), [2, 5], DEFAULT_LIMITS);
  expect(found.map(({ page, content }) => [page, content])).toEqual([
    [2, null],
    [5, null],
  ]);
  for (const { loss } of found) {
    expect(loss!.zh).toContain('npm install @gutenye/ocr-node');
    expect(loss!.en).toContain('npm install @gutenye/ocr-node');
  }
});

test('and an image file is not read at all', async () => {
  await expect(recogniseImage(new Uint8Array(), DEFAULT_LIMITS)).rejects.toMatchObject({
    failure: { code: 'needs', detail: 'ocr' },
  });
});
