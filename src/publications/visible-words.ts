import type { Wording } from '../base/wording.js';

/** What notices of the account that a document carries are about. */
export const CARRIED = '文件所附数据';

const LONGEST = 40;

/** An answer that was changed by hand. */
export function printedCounts(label: string, printed: string, carried: string): Wording {
  const [now, before] = [short(printed), short(carried)];
  return {
    zh: `“${label}”印的是“${now}”，所附数据是“${before}”，以印的为准`,
    en: `“${label}”: “${now}” is printed, “${before}” is carried; print counts`,
  };
}

/** An answer whose sentence was written anew so that nobody can tell it. */
export function notFound(label: string, carried: string): Wording {
  return {
    zh: `“${label}”所附数据是“${short(carried)}”，印的文字里没有，没有采用；请重新填写`,
    en: `“${label}”: “${short(carried)}” is carried, not printed, and was not used; fill it in`,
  };
}

/** An answer that is printed nowhere: a template may leave it out, or somebody took it away. */
export function notPrinted(label: string): Wording {
  return {
    zh: `“${label}”没有印出来，采用了所附数据；不要的请改输入`,
    en: `“${label}” is not printed; what is carried was used: change the input if it is to go`,
  };
}

/** A performance form that was changed by hand. */
export function formByHand(title: string): Wording {
  return {
    zh: `绩效自评表“${short(title)}”改动过，以印的为准`,
    en: `the performance form “${short(title)}” was changed by hand; print counts`,
  };
}

/** A sentence that is nobody's answer. */
export function changedByHand(text: string): Wording {
  return {
    zh: `“${short(text)}”改动过，不是填报的内容：重新生成时按表式和各表的数写出，要改的请改输入`,
    en: `“${short(text)}” was changed and is no answer: a build writes it anew from the tables`,
  };
}

/** A sentence that somebody put in. */
export function addedByHand(text: string): Wording {
  return {
    zh: `“${short(text)}”是另加的，不是填报的内容：重新生成时不会有，要留的请写进原因或补充信息`,
    en: `“${short(text)}” was put in and is no answer: a build leaves it out; give it as an input`,
  };
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
