import type { Clause } from './sentence-clause.js';

/** own: the sentence speaks of its subject; otherwise of why, what for, or of what it consists. */
export type Mode = 'own' | 'reason' | 'purpose' | 'list';

const SEMICOLON = /[;；]/;
/** A reason that itself tells of a change, or numbers its points. */
const CHANGES = /增加|减少|增长|下降|上升|降低|[一二三]是|\d[、.]/;

/**
 * Whether a clause returns from a reason, a purpose or a list to the sentence's own subject.
 * `boundary` is the mark before it, `explained` whether all its words are understood, `reason` the
 * reason's words so far.
 */
export function returns(
  clause: Clause,
  mode: Mode,
  boundary: string,
  explained: boolean,
  reason: string,
): boolean {
  if (mode === 'list') return clause.number !== null && explained;
  if (clause.ordinal) return false;
  const plain = clause.number !== null && clause.direction === null && !clause.afterCue;
  if (SEMICOLON.test(boundary)) {
    return startsAnew(clause, mode, explained, plain) || comparesAgain(clause, reason);
  }
  if (mode === 'purpose') {
    if (clause.reasonAt !== null && (clause.comparison || clause.against)) return true;
    if (explained && plain && clause.number!.kind === 'count') return true;
    if (clause.part && clause.lead === '') return true;
  } else if (clause.reasonAt !== null || CHANGES.test(reason)) {
    // 主要原因是项目减少，较上年减少…: whose decrease it is cannot be told.
    return false;
  }
  return goesOn(clause, plain);
}

function startsAnew(clause: Clause, mode: Mode, explained: boolean, plain: boolean): boolean {
  if (plain && clause.role === 'budget') return true;
  if (explained && clause.subjects.some((named) => named.kind === 'path')) return true;
  return clause.number !== null && explained && (plain || mode === 'purpose');
}

/** 较预算减少1元，主要是节约；较上年减少2元: the same thing against another base. */
function comparesAgain({ against, direction, number, ...clause }: Clause, reason: string): boolean {
  if (/\d|[一二三]是/.test(reason) || number?.kind !== 'amount') return false;
  const bare = clause.subjects.length === 0 && clause.lead === '' && clause.tail === '';
  return bare && against !== null && direction !== null;
}

function goesOn(clause: Clause, plain: boolean): boolean {
  if (clause.subjects.length > 0 || clause.lead !== '' || clause.tail !== '') return false;
  if (clause.number === null) {
    return clause.framed || (clause.comparison !== null && clause.against !== null);
  }
  if (clause.completion || clause.share || clause.bareShare) {
    return clause.number.kind === 'percentage';
  }
  if (clause.against !== null) return true;
  return plain && (clause.role === 'budget' || clause.role === 'reported');
}
