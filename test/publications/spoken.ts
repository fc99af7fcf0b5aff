import type { Filing } from '../../src/facts/model.js';
import type { Publication, PublishedRun } from '../../src/publications/model.js';

/** A number of the text: as it was written, or as it was read. */
export interface SpokenNumber {
  readonly paragraph: string;
  readonly from: number;
  readonly value: string;
  /** reported, budget, prior, change, rate, share, completion; null where the reader knows none. */
  readonly role: string | null;
  /** form/line or code/column/side; null for counts and sums. */
  readonly about: string | null;
}

function roleOf({ about, role }: PublishedRun): string {
  if (role) return role;
  if (about?.key === 'budget') return 'budget';
  return about?.measure ?? 'reported';
}

/** The budget of the three-public form is said of the same line. */
function aboutOf({ about }: PublishedRun): string | null {
  if (!about) return null;
  const key = about.key === 'budget' ? 'final' : about.key;
  return [about.form, key, about.column, about.side ?? ''].join('/');
}

/** The numbers of the sentences in the order of the document. */
export function writtenNumbers({ blocks }: Publication): readonly SpokenNumber[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'paragraph') return [];
    const paragraph = block.runs.map(({ text }) => text).join('');
    let from = 0;
    return block.runs.flatMap((run): SpokenNumber[] => {
      const at = from;
      from += run.text.length;
      if (!run.about && !run.role) return [];
      const value = run.text.replaceAll(',', '');
      return [{ paragraph, from: at, value, role: roleOf(run), about: aboutOf(run) }];
    });
  });
}

/** What the reader made of the same places. */
export function readNumbers(filing: Filing, text: string): ReadonlyMap<string, SpokenNumber> {
  const lines = text.split('\n');
  return new Map(
    filing.figures.map((figure): [string, SpokenNumber] => {
      const { place, value, role, about } = figure;
      const paragraph = lines[place.line! - 1]!;
      const from = place.from!;
      const cell =
        about &&
        [about.form, about.lineId ?? about.code, about.columnId, about.side ?? ''].join('/');
      const said = { paragraph, from, value: value ?? '', role, about: cell };
      return [`${paragraph}@${from}`, said];
    }),
  );
}
