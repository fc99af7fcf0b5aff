import type { Side } from '../forms/model.js';
import type { BudgetKind } from './lexicon-model.js';
import type { Draft, Named } from './sentence-clause.js';
import type { Token } from './sentence-tokens.js';

/** Within a reason only what a number there is can matter; its words are no subject's. */
const REASON_CUES = new Set(['direction', 'share', 'complete', 'ordinal', 'list']);

/** Takes one word into the clause that is being read. */
export function read(draft: Draft, token: Token, text: string): void {
  draft.end = token.end;
  if (draft.reasonAt !== null) {
    if (token.kind === 'cue' && REASON_CUES.has(token.cue.cue)) cue(draft, token, text);
    return;
  }
  switch (token.kind) {
    case 'concept':
    case 'item':
    case 'path':
      name(draft, token);
      break;
    case 'scope':
      draft.pending = -1;
      if (draft.share) draft.baseScope = token.scope;
      else scope(draft, token);
      break;
    case 'weak':
      draft.pending = -1;
      if (draft.share) {
        if (token.side) draft.base.push({ ...token, kind: 'weak', side: token.side });
      } else if (draft.subjects.length === 0) self(draft, token.side ?? 'any', token.end);
      // 项目支出结转和结余 is not 项目支出.
      else if (token.side !== '支出') unknown(draft, text.slice(token.start, token.end));
      break;
    case 'year':
      year(draft, token.year);
      break;
    case 'cue':
      cue(draft, token, text);
      break;
    case 'enumerator':
      draft.enumerated = true;
      break;
    case 'text':
      unknown(draft, text.slice(token.start, token.end));
      break;
    default:
      break;
  }
}

function scope(draft: Draft, token: Token & { kind: 'scope' }): void {
  if (draft.scopeStart < 0) draft.scopeStart = token.start;
  // 财政拨款 after a fund's name adds nothing.
  if (draft.scope === null || token.scope !== 'appropriation') draft.scope = token.scope;
}

function self(draft: Draft, side: Side | 'any', end: number): void {
  if (side !== 'any' && !draft.sides.includes(side)) draft.sides.push(side);
  draft.self = side;
  draft.selfEnd = end;
}

function name(draft: Draft, token: Token & { kind: 'concept' | 'item' | 'path' }): void {
  if (draft.share) {
    draft.base.push(token);
    draft.joined = false;
    return;
  }
  if (draft.direction !== null && draft.subjects.length === 0) draft.inverted = true;
  if (draft.role === 'budget' && draft.subjects.length === 0) draft.planned = true;
  const last = draft.subjects.at(-1);
  if (last && !draft.joined) {
    if (narrows(last, token)) draft.subjects.pop();
    // Two names without a conjunction are one thing that neither names: 行政运行公用经费.
    else draft.tail += '·';
  }
  draft.subjects.push(token);
  draft.joined = false;
  draft.pending = -1;
}

/** 基本支出人员经费, 三公经费公务接待费: the second says which part of the first. */
function narrows(whole: Named, part: Named): boolean {
  if (whole.kind !== 'concept' || part.kind !== 'concept') return false;
  const { id } = whole.concept;
  if (id === 'basic-expenditure') return /^(?:personnel|public)-total$/.test(part.concept.id);
  if (id === 'three-public-total') return part.concept.id.startsWith('three-public-');
  if (id === 'staff-authorised' || id === 'staff-actual')
    return part.concept.id.startsWith('staff-');
  return /^vehicles-|^three-public-vehicle/.test(id) && /^vehicles-/.test(part.concept.id);
}

function unknown(draft: Draft, words: string): void {
  draft.pending = -1;
  if (draft.share) draft.baseUnknown = true;
  else if (draft.subjects.length === 0) draft.lead += words;
  else draft.tail += words;
  if (draft.role !== null || draft.direction !== null || draft.completion) draft.afterCue = true;
}

function year(draft: Draft, value: number): void {
  if (draft.pending >= 0) {
    draft.against = 'prior';
    draft.againstYear = value;
    draft.pending = -1;
    return;
  }
  draft.year = value;
}

function cue(draft: Draft, token: Token & { kind: 'cue' }, text: string): void {
  const { cue: word } = token;
  switch (word.cue) {
    case 'direction':
      draft.direction = word.sign;
      draft.afterCue = false;
      break;
    case 'becomes':
      draft.role = 'becomes';
      draft.direction = null;
      break;
    case 'budget':
      budget(draft, word.of);
      break;
    case 'reported':
      draft.role = 'reported';
      draft.afterCue = false;
      if (draft.subjects.length === 0 && draft.self === null) {
        self(draft, word.side ?? 'any', token.end);
      }
      break;
    case 'complete':
    case 'completion-rate':
      draft.completion = true;
      draft.afterCue = false;
      break;
    case 'conj':
      draft.joined = true;
      if (text[token.start] !== '、') draft.pending = token.start;
      break;
    default:
      otherCue(draft, token, text);
  }
}

function otherCue(draft: Draft, token: Token & { kind: 'cue' }, text: string): void {
  const { cue: word } = token;
  switch (word.cue) {
    case 'share':
      draft.share = true;
      break;
    case 'bare-share':
      draft.bareShare = true;
      break;
    case 'variance':
      draft.direction = 1;
      draft.against = 'budget';
      break;
    case 'against':
      if (/^相[比较]/.test(text.slice(token.start))) draft.compared = draft.against !== null;
      else draft.pending = token.start;
      if (text[token.start] === '与' || text[token.start] === '同') draft.joined = true;
      break;
    case 'against-prior':
      draft.against = 'prior';
      break;
    case 'prior':
      prior(draft);
      break;
    case 'current':
      if (draft.pending < 0) draft.year = 'current';
      break;
    case 'equal':
      draft.comparison = { sign: 0, with: draft.against };
      draft.pending = token.start;
      break;
    case 'more':
      draft.comparison = { sign: word.sign, with: draft.against };
      draft.pending = token.start;
      break;
    default:
      marker(draft, token);
  }
}

function marker(draft: Draft, token: Token & { kind: 'cue' }): void {
  switch (token.cue.cue) {
    case 'reason':
      draft.reasonAt ??= token.end;
      break;
    case 'purpose':
      draft.purpose = true;
      break;
    case 'ordinal':
      draft.ordinal = true;
      break;
    case 'part':
      draft.part = true;
      break;
    case 'list':
      draft.list = true;
      break;
    case 'within':
      draft.within = true;
      break;
    case 'distribute':
      draft.distribute = true;
      break;
    default:
      break;
  }
}

function budget(draft: Draft, of: BudgetKind): void {
  draft.afterCue = false;
  draft.budgetOf = of;
  if (draft.share && draft.base.length === 0) {
    // 占年初预算的: done, not a part.
    draft.share = false;
    draft.completion = true;
  }
  // 比2023年年初预算: the year was whose budget it is.
  const dated = draft.againstYear !== null && draft.direction === null && draft.role === null;
  if (draft.pending >= 0 || dated) {
    draft.pending = -1;
    draft.against = 'budget';
    if (draft.comparison?.with === null) draft.comparison = { ...draft.comparison, with: 'budget' };
    if (draft.role === 'reported' && draft.comparison === null) draft.role = null;
    return;
  }
  draft.role = 'budget';
}

function prior(draft: Draft): void {
  if (draft.pending < 0) {
    draft.year = 'prior';
    return;
  }
  draft.pending = -1;
  draft.against = 'prior';
  if (draft.comparison?.with === null) draft.comparison = { ...draft.comparison, with: 'prior' };
}
