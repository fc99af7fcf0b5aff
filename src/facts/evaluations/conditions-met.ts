import { matchesOf } from '../../base/matches.js';
import type { Passage } from '../model.js';
import { placeIn } from '../narrative-places.js';
import type { ConditionsMet } from '../report-model.js';

const DIGITS = '一二三四五六七八九十';
const COUNT = `(\\d{1,2}|[${DIGITS}])\\s*[项条个点]`;
const WHAT = '(?:要求|条件|标准|要点|评价要点|评分标准|指标说明|计分要求)';
/** 符合上述3项要求; 符合3项，得3分. A count of anything else is none of conditions. */
const MET = `(?:符合|满足|具备)(?:上述|以上|其中的?|了)*\\s*${COUNT}(?=${WHAT}|[，,。；;]|$)`;
/** 4项要求均符合, 四项全部满足. */
const ALL = `${COUNT}${WHAT}?(?:均|都|全部|已全部)(?:符合|满足|具备)`;
/** 符合①、②、④要求. */
const NUMBERED = '(?:符合|满足|具备)((?:[①-⑩]\\s*[、，,和及]?\\s*)+)';
const SAID = new RegExp(`${MET}|${ALL}|${NUMBERED}`, 'g');

/**
 * How many conditions of a checklist the argument says are met; null where it does not say so, or
 * says several counts.
 */
export function conditionsMet(argument: readonly Passage[]): ConditionsMet | null {
  const found = argument.flatMap((passage) =>
    matchesOf(SAID, passage.text).flatMap((match): ConditionsMet[] => {
      // 不符合1项, 符合1项得1分: what is not met, and the standard said again.
      if (/[不未]$/.test(passage.text.slice(0, match.index))) return [];
      const place = placeIn(passage, match.index, match.index + match[0].length);
      return [{ count: countOf(match), place }];
    }),
  );
  const counts = new Set(found.map(({ count }) => count));
  return counts.size === 1 ? found[0]! : null;
}

function countOf([, met, all, numbered]: RegExpExecArray): number {
  if (numbered !== undefined) return new Set(numbered.match(/[①-⑩]/g)).size;
  const said = (met ?? all)!;
  const digit = DIGITS.indexOf(said);
  return digit < 0 ? Number.parseInt(said, 10) : digit + 1;
}
