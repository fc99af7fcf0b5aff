import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { inputOf } from '../../src/forms/inputs.js';
import { writeXlsx } from '../../src/office/workbook-library.js';
import { mingzhang } from '../house/command.js';

export const BUREAU = 'examples/示例县水务局';
export const LAST_YEAR = `${BUREAU}/示例县水务局2022年度部门决算.docx`;
export const ANSWERS = [`${BUREAU}/原因说明.xlsx`, `${BUREAU}/审查和审签.xlsx`];

type Row = readonly (string | number)[];

/** A workbook of plain values, as anybody may type it. */
export async function workbook(
  path: string,
  sheets: Readonly<Record<string, readonly Row[]>>,
): Promise<string> {
  const bytes = await writeXlsx({
    sheets: Object.entries(sheets).map(([name, rows]) => ({
      name,
      rows: rows.map((row) => [...row]),
    })),
  });
  writeFileSync(path, bytes);
  return path;
}

export interface Build {
  readonly status: number | null;
  readonly stderr: string;
  readonly record: RecordOfBuild;
  /** Names of the files in the folder. */
  readonly names: readonly string[];
}

export interface RecordOfBuild {
  readonly status: string;
  readonly entity: string;
  readonly fiscalYear: number;
  readonly asApproved: string | null;
  readonly findings: readonly {
    readonly rule: string;
    readonly weight: string;
    readonly origins?: readonly { readonly label: string }[];
  }[];
  readonly needs: readonly {
    readonly id: string;
    readonly label: string;
    readonly state: string;
  }[];
  readonly conflicts: readonly {
    readonly id?: string;
    readonly taken: { readonly text: string };
    readonly other: { readonly text: string };
  }[];
  readonly inputs: readonly {
    readonly traces: readonly { readonly kind: string }[];
    readonly remarks?: readonly { readonly what: string; readonly address: unknown }[];
  }[];
}

/** Builds into a folder and reads the record of it. */
export async function built(args: readonly string[], out: string): Promise<Build> {
  const outcome = await mingzhang(['build', ...args, '--out', out, '--json']);
  const record = JSON.parse(outcome.stdout) as RecordOfBuild;
  return { status: outcome.status, stderr: outcome.stderr, record, names: readdirSync(out).sort() };
}

/** The merged example as a file. */
export async function department(folder: string): Promise<string> {
  const path = join(folder, '部门.json');
  const units = ['局本级', '水利站'].map((unit) => `${BUREAU}/${unit}`);
  const entity = ['--entity', '示例县水务局'];
  await mingzhang(['merge', ...units, '--out', path, ...entity]);
  return path;
}

/** Answers to all that a build still asked for, as somebody types them into the list. */
export function answered(path: string, { needs }: RecordOfBuild, entity: string): Promise<string> {
  return workbook(path, {
    待填清单: [
      [`编制单位：${entity}`],
      ['填报项目', '填报内容', '编号'],
      ...needs.map(({ id, label }) => [label, answerTo(id), id]),
    ],
  });
}

function answerTo(id: string): string {
  if (/^(?:prior|budget|reported)\//.test(id)) return '1000.00';
  if (id.startsWith('name/')) return '大中型水库移民后期扶持基金支出';
  const input = inputOf(id);
  if (input?.kind === 'count' || input?.kind === 'amount') return '0';
  return input?.options?.[0] ?? '按年度工作安排';
}

/** Everything that a file holds, unpacked, as text. */
export function contentOf(path: string): string {
  const bytes = new Uint8Array(readFileSync(path));
  const text = (part: Uint8Array) => new TextDecoder().decode(part);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return text(bytes);
  return Object.values(unzipSync(bytes)).map(text).join('\n');
}
