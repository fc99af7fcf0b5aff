import { entryWorkbook } from '../entry/entry-workbook.js';
import { requiredReasons } from '../entry/reasons.js';
import type { Lang } from '../pages/model.js';
import { editionNamed } from './build-command.js';
import { sentence } from './messages.js';
import { writeTo } from './output.js';
import { OutputTarget } from './output-target.js';
import { UsageError } from './usage.js';

/** Writes the entry workbook of an edition. */
export async function template(edition: string | null, out: string, lang: Lang): Promise<0> {
  const chosen = editionNamed(edition, lang);
  if (!/\.xlsx$/i.test(out)) throw new UsageError(sentence(lang, 'templateExtension'));
  const wanted = { option: '--out', path: out, folder: false, extension: '.xlsx' };
  const target = await OutputTarget.open(wanted, [], lang);
  const { entryBook } = await import('../office/entry-book.js');
  const sheets = entryWorkbook(chosen, requiredReasons(chosen));
  const path = await target.write(out, await entryBook('决算填报工作簿', sheets));
  await writeTo(process.stdout, `${sentence(lang, 'templateWritten', path)}\n`);
  return 0;
}
