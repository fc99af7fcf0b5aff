import type { Side } from '../forms/model.js';
import { conceptOf } from './lexicon.js';
import type { Concept, ItemName } from './lexicon-model.js';
import type { Scope } from './model.js';
import { narrowed, type SubjectCells } from './narrative-about.js';
import type { ItemIndex } from './narrative-items.js';
import type { Clause, Named } from './sentence-clause.js';
import type { Subject } from './sentence-statement.js';

/** Totals mean all funds wherever a share is taken of them, unless the words say whose. */
const EVERYWHERE = /^(?:current-|income-total|expenditure-total)/;
/** Who reports may stand before the subject: …局2022年度收入总计. */
const INSTITUTION =
  /(?:局|中心|委员会|办公室|医院|政府|学校|大学|学院|中学|小学|幼儿园|法院|检察院|街道|协会|联合会|支队|大队|总队|研究院|研究所|厅|党校|本级|机关)$/;
const LONGEST_NAME = 30;
/** 参加其他单位组织的团组 are not the unit's own. */
const OTHERS_TOO = /其他单位|外单位/;
const STAFF = /^staff-/;

/** Resolves what clauses name into subjects, for one section. */
export class Subjects {
  constructor(
    private readonly cells: SubjectCells,
    private readonly items: ItemIndex,
    readonly scope: Scope,
    private readonly overview: boolean,
    private readonly entity: string | null,
  ) {}

  /** Whether words say who reports; another institution's money is another subject. */
  isReporter(words: string): boolean {
    if (words.length > LONGEST_NAME || !INSTITUTION.test(words)) return false;
    return this.entity === null || this.entity.includes(words) || words.includes(this.entity);
  }

  /** Whether every word of the clause before its number is understood. */
  explained(clause: Clause): boolean {
    const { subjects, lead, tail } = clause;
    if (subjects.length === 0 || tail !== '') return false;
    if (lead === '' || this.isReporter(lead)) return true;
    if (OTHERS_TOO.test(lead)) return false;
    return subjects.every((named) => named.kind === 'concept' && named.concept.loose === true);
  }

  /** The subjects of a clause; a word for two (收入支出总计) gives both. */
  of(clause: Clause, economic: boolean, printed: (named: Named) => string): readonly Subject[] {
    return clause.subjects.flatMap((named) =>
      this.ofNamed(named, narrowed(this.scope, clause.scope), economic, printed(named)),
    );
  }

  /** What a share is taken of. */
  ofBase(clause: Clause, printed: (named: Named) => string): Subject | null {
    if (clause.baseUnknown || clause.base.length !== 1) return null;
    const named = clause.base[0]!;
    const total = named.kind === 'concept' && EVERYWHERE.test(named.concept.id);
    const section = total ? 'all-funds' : this.scope;
    const scope = narrowed(section, clause.baseScope);
    const found = this.ofNamed(named, scope, false, printed(named));
    return found.length === 1 ? found[0]! : null;
  }

  private ofNamed(
    named: Named,
    scope: Scope,
    economic: boolean,
    label: string,
  ): readonly Subject[] {
    if (named.kind === 'weak') return [this.ofSide(named.side, scope, label)];
    if (named.kind === 'path') {
      const code = this.items.codeOfPath(named.path);
      return [this.functional(code, scope, label)];
    }
    if (named.kind === 'concept' && !(economic && named.item?.economic.length === 1)) {
      const { concept } = named;
      if (STAFF.test(concept.id) && !this.overview) return [opaque(label, scope)];
      if (concept.parts === undefined) return [this.ofConcept(concept, scope, label)];
      return concept.parts.map((id) => {
        const part = conceptOf(id);
        return this.ofConcept(part, scope, part.names[0]!);
      });
    }
    return [this.ofItem(named.item!, scope, economic, label)];
  }

  ofConcept(concept: Concept, scope: Scope, label: string): Subject {
    return {
      key: `${concept.id}/${scope}`,
      concept: concept.id,
      label,
      scope,
      about: this.cells.ofConcept(concept, scope, this.scope),
      family: concept.family ?? null,
    };
  }

  /** 收入 or 支出 of a scope: appropriation-income, government-managed-funds-expenditure … */
  ofSide(side: Side, scope: Scope, label: string): Subject {
    const word = side === '收入' ? 'income' : 'expenditure';
    if (scope === 'all-funds') return this.ofConcept(conceptOf(`current-${word}`), scope, label);
    const subject = this.ofConcept(conceptOf(`scoped-${word}`), scope, label);
    return { ...subject, concept: `${scope}-${word}` };
  }

  private ofItem(item: ItemName, scope: Scope, economic: boolean, label: string): Subject {
    const isEconomic = item.economic.length > 0 && (economic || item.functional.length === 0);
    if (!isEconomic) return this.functional(this.items.codeOfName(item), scope, label);
    const code = item.economic.length === 1 ? item.economic[0]! : null;
    const about = code === null ? null : this.cells.ofEconomic(code, scope);
    const key = `economic-item/${code ?? label}/${scope}`;
    return { key, concept: 'economic-item', label, scope, about, family: null };
  }

  private functional(code: string | null, scope: Scope, label: string): Subject {
    return {
      key: `function-item/${code ?? label}/${scope}`,
      concept: 'function-item',
      label,
      scope,
      about: code === null ? null : this.cells.ofFunction(code, scope),
      family: null,
    };
  }
}

/** A thing of its own name that no table prints. */
export function opaque(label: string, scope: Scope): Subject {
  return { key: `opaque/${label}`, concept: null, label, scope, about: null, family: null };
}

/**
 * What a count is of, beside what is spoken of: 5批次 beside 国内接待费 are its batches. `named`
 * says
 * that the clause itself names it; only then is any unit right (3辆 of 其他用车).
 */
export function countSubjects(
  clause: Clause,
  beside: readonly Subject[],
  named: boolean,
  kind: 'finance' | 'performance' | 'overview',
): readonly Subject[] {
  const first = beside[0];
  const { unit } = clause.number!;
  if (!first) return kind === 'overview' ? reportingUnits(clause) : [];
  const own = first.concept ?? '';
  if (STAFF.test(own)) return kind === 'overview' ? staff(clause, first, named) : [];
  if (named && /^(?:vehicles-|equipment)/.test(own)) return [first];
  const concept = countConcept(first.family, unit);
  if (concept === null) return kind === 'overview' ? reportingUnits(clause) : [];
  if (concept === own) return [first];
  return [{ ...first, key: `${concept}/${first.scope}`, concept, about: null }];
}

function staff(clause: Clause, first: Subject, named: boolean): readonly Subject[] {
  if (!/^[人名个]$/.test(clause.number!.unit)) return [];
  if (named) return [first];
  const whole = /^staff-(?:authorised|actual|retired)/.exec(first.concept!)![0];
  const kind = /^(?:其中)?(行政|事业)/.exec(clause.lead)?.[1];
  if (!kind) return [];
  const concept = `${whole}-${kind === '行政' ? 'administrative' : 'institution'}`;
  return [{ ...first, key: `${concept}/${first.scope}`, concept, label: clause.lead }];
}

/** 纳入…决算编制范围的单位共3个. */
function reportingUnits({ lead, number }: Clause): readonly Subject[] {
  if (!/^[个家]$/.test(number!.unit) || !/编制范围|决算单位/.test(lead)) return [];
  const concept = 'reporting-units';
  return [{ ...opaque(lead, 'all-funds'), key: concept, concept }];
}

/** Which count a unit means beside a subject: 批次 beside 国内接待 are its batches. */
function countConcept(family: string | null, unit: string): string | null {
  const persons = /^(?:人次|人|名)$/.test(unit);
  if (family === 'abroad') {
    if (persons) return 'abroad-persons';
    return /^(?:个|批|次|团组|批次|起)$/.test(unit) ? 'abroad-groups' : null;
  }
  if (family === 'vehicle-purchase') return isVehicle(unit) ? 'vehicles-purchased' : null;
  if (family === 'vehicles') return isVehicle(unit) ? 'vehicles-kept' : null;
  if (!family?.startsWith('reception')) return null;
  if (persons) return `${family}-persons`;
  return /^(?:批次|批|次|起|个)$/.test(unit) ? `${family}-batches` : null;
}

function isVehicle(unit: string): boolean {
  return /^[辆台]$/.test(unit);
}
