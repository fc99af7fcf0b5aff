import { normaliseLabel } from '../../base/label.js';
import type { CellsBlock } from '../../cells/model.js';
import type { UnitKind } from '../model.js';

const LABEL = /^(?:预算)?单位(?:类型|性质|类别)$/;
const DECLARED = /单位(?:类型|性质|类别)[:：]\s*([\u4e00-\u9fff]{2,16})/;

/** What a workbook says that its unit is; null where it does not. */
export function unitKindIn(blocks: readonly CellsBlock[]): UnitKind | null {
  for (const block of blocks) {
    if (block.kind === 'line') {
      const found = kindNamed(DECLARED.exec(block.text)?.[1] ?? '');
      if (found !== null) return found;
      continue;
    }
    for (const row of block.rows) {
      const at = row.findIndex(({ text }) => LABEL.test(normaliseLabel(text)));
      const said = at < 0 ? undefined : row.slice(at + 1).find(({ text }) => text.trim() !== '');
      const found = kindNamed(said?.text ?? '');
      if (found !== null) return found;
    }
  }
  return null;
}

/** 参照公务员法管理事业单位 counts with the administrative ones. */
function kindNamed(text: string): UnitKind | null {
  if (/参照|参公|^行政/.test(text)) return 'administrative';
  return /事业/.test(text) ? 'public-institution' : null;
}
