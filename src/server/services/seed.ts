import { readFile } from 'node:fs/promises';
import * as filings from '../../store/filings.js';
import type { Store } from '../../store/open.js';
import * as organisations from '../../store/organisations.js';
import * as regions from '../../store/regions.js';
import * as settings from '../../store/settings.js';
import { initialsOf } from '../initials.js';
import type { Desk } from './desk.js';
import { FINAL_ACCOUNT, receive } from './intake.js';
import { publicationOf } from './publication.js';
import { dayOf } from './timeliness.js';
import { type Move, move, type StepSaid } from './workflow.js';

/** The invented bureau that comes with the program; nothing of it is real. */
const FOLDER = new URL('../../../examples/示例县水务局/', import.meta.url);
const REGION = { code: '999921', name: '示例县', parent: null };

/** A document of it, by year; approved on the day on which it comes in. */
interface Document {
  readonly year: number;
  readonly file: string;
  readonly documentNumber: string;
}

/** The department, and the units of which its account is the sum. */
const BODIES: readonly {
  readonly name: string;
  /** As budgets number bodies; the address of its pages. */
  readonly code: string;
  readonly level: 'department' | 'unit';
  readonly kind: 'administrative' | 'public-institution';
  readonly documents: readonly Document[];
}[] = [
  {
    ...{ name: '示例县水务局', code: '301', level: 'department', kind: 'administrative' },
    documents: [
      {
        ...{ year: 2022, file: '示例县水务局2022年度部门决算.docx' },
        documentNumber: '示财决〔2023〕12号',
      },
      {
        ...{ year: 2023, file: '公开/示例县水务局2023年度部门决算公开.docx' },
        documentNumber: '示财决〔2024〕15号',
      },
    ],
  },
  {
    ...{ name: '示例县水务局（本级）', code: '301001', level: 'unit', kind: 'administrative' },
    documents: alone('局本级', '示例县水务局（本级）'),
  },
  {
    ...{ name: '示例县水利站', code: '301002', level: 'unit', kind: 'public-institution' },
    documents: alone('水利站', '示例县水利站'),
  },
];

/** What a unit publishes by itself; approved with its department. */
function alone(folder: string, name: string): readonly Document[] {
  const file = (year: number) => `单位公开/${folder}/${name}${year}年度单位决算.docx`;
  return [
    { year: 2022, file: file(2022), documentNumber: '示财决〔2023〕12号' },
    { year: 2023, file: file(2023), documentNumber: '示财决〔2024〕15号' },
  ];
}

const ACTOR = 'example';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Fills an empty store with the invented bureau and its published accounts, so that a newcomer sees
 * what the portal is like. Done once: an organisation, or the note that it was done, prevents it.
 * `begun` is told when there is something to do: it takes seconds.
 */
export async function seed(
  store: Store,
  desk: Desk,
  clock: () => string,
  begun: () => void = () => {},
): Promise<void> {
  const isEmpty = await store.read(async (view) => {
    const { items } = await organisations.search(view, { withRetired: true, limit: 1 });
    return items.length === 0 && (await settings.byKey(view, 'example')) === undefined;
  });
  if (!isEmpty) return;
  const bodies = (await Promise.all(BODIES.map(withBytes))).filter(hasDocuments);
  if (bodies.length === 0) return;
  begun();
  const ids = await store.write(ACTOR, async (task) => {
    await settings.put(task, 'example', clock());
    if ((await settings.byKey(task, 'site.place')) === undefined) {
      await settings.put(task, 'site.place', '示例县');
      await settings.put(task, 'site.owner', '示例县财政局（虚构）');
    }
    await regions.put(task, REGION);
    const added: string[] = [];
    for (const { documents: _, ...body } of bodies) {
      const parent = body.level === 'unit' ? (added[0] ?? null) : null;
      const about = { region: REGION.code, sector: '农林水', parent };
      const initials = initialsOf(body.name);
      added.push(await organisations.add(task, { ...body, ...about, initials }));
    }
    return added;
  });
  // Each year is held against the one before, so only bodies can go side by side.
  await Promise.all(
    bodies.map(async ({ documents }, at) => {
      for (const document of documents) {
        await publishOne(store, desk, ids[at]!, { ...document, day: dayOf(clock()) });
      }
    }),
  );
}

/** A body with its documents; a package without its examples has none. */
async function withBytes({ documents, ...body }: (typeof BODIES)[number]) {
  const read = [];
  for (const document of documents) {
    const bytes = await readFile(new URL(document.file, FOLDER)).catch(() => null);
    if (bytes !== null) read.push({ ...document, bytes: new Uint8Array(bytes) });
  }
  return { ...body, documents: read };
}

function hasDocuments({ documents }: { readonly documents: readonly unknown[] }): boolean {
  return documents.length > 0;
}

async function publishOne(
  store: Store,
  desk: Desk,
  organisation: string,
  document: Document & { readonly bytes: Uint8Array; readonly day: string },
): Promise<void> {
  const { year: fiscalYear, file, bytes, documentNumber, day } = document;
  const key = { organisation, fiscalYear, kind: FINAL_ACCOUNT };
  const { id } = await store.write(ACTOR, (task) => filings.ensure(task, key));
  const name = file.split('/').at(-1)!;
  await receive(store, desk, ACTOR, {
    ...{ filing: id, file: { name, mediaType: WORD, bytes }, note: '示例', references: [] },
  });
  const made = await publicationOf(store, desk, id);
  const steps: readonly (readonly [Move, StepSaid])[] = [
    ['submit', {}],
    ['secrecy-review', { note: '已审查' }],
    ['sign', { note: '已审签' }],
    ['approve', { documentNumber, day }],
    ['publish', {}],
  ];
  await store.write(ACTOR, async (task) => {
    for (const [name, said] of steps) {
      const documents = name === 'publish' ? await made.keep(task) : [];
      await move(task, id, name, said, documents);
    }
  });
}
