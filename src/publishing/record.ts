import type { Source } from '../accounts/model.js';
import type { Wording } from '../base/wording.js';
import type { Trace } from '../cells/trace.js';
import type { Need } from '../publications/needs.js';
import type { PublicationFormat } from './formats.js';
import type { Judged } from './verdict.js';

/** What a build came to: everything was in order, errors were accepted, or it is a draft. */
export type PublicationStatus = 'publishable' | 'as-approved' | 'draft';

/** A written file: its name, and what it is told by. */
export interface WrittenFile {
  readonly name: string;
  readonly format: PublicationFormat;
  readonly bytes: Uint8Array;
  /** SHA-256 in hexadecimal digits. */
  readonly digest: string;
  /** Characters that no font has, printed as 〓. */
  readonly replaced: readonly string[];
}

/** A document that the account was made of. */
export interface BuildInput {
  readonly file: string;
  readonly digest: string;
  /** What the file holds beside what it shows; nothing of it goes into what is written. */
  readonly traces: readonly Trace[];
  /** What of it was not read or not used, and what somebody changed in it by hand. */
  readonly remarks: readonly InputRemark[];
}

/** Something to be said of a place in an input. */
export interface InputRemark {
  readonly what: string;
  readonly why: Wording;
  readonly source: Source;
}

/**
 * The record of a build, `mingzhang/publication@1`: what was made of what, what was found, who
 * accepted what and why. It is written beside the files and has no time in it.
 */
export function recordJson(build: {
  readonly entity: string;
  readonly fiscalYear: number;
  readonly edition: string;
  readonly status: PublicationStatus;
  readonly asApproved: string | null;
  readonly inputs: readonly BuildInput[];
  readonly files: readonly WrittenFile[];
  readonly judged: readonly Judged[];
  readonly needs: readonly Need[];
  readonly conflicts: readonly object[];
}): object {
  const { entity, fiscalYear, edition, status, asApproved, needs, conflicts } = build;
  return {
    schema: 'mingzhang/publication@1',
    ...{ entity, fiscalYear, edition, status, asApproved },
    inputs: build.inputs.map(({ file, digest, traces, remarks }) => ({
      ...{ file, sha256: digest, traces },
      ...(remarks.length > 0 ? { remarks: remarks.map(remarkJson) } : {}),
    })),
    files: build.files.map(({ name, format, bytes, digest, replaced }) => ({
      ...{ name, format, bytes: bytes.length, sha256: digest },
      ...(replaced.length > 0 ? { replaced } : {}),
    })),
    findings: build.judged.map(({ finding, weight, formats, origins = [] }) => ({
      id: finding.id,
      rule: finding.rule,
      severity: finding.severity,
      weight,
      message: finding.message.zh,
      remedy: finding.remedy.zh,
      formats,
      ...(origins.length > 0 ? { origins } : {}),
    })),
    ...{ needs, conflicts },
  };
}

function remarkJson({ what, why, source }: InputRemark): object {
  return { what, why: why.zh, address: source.address };
}
