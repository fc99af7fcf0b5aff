import type { Wording } from '../../base/wording.js';
import type { Built } from '../building.js';

/** Of a kind that are named one by one. */
const MOST = 3;

/** A sentence is told to here, the rest of it stands in the list of findings. */
const LONGEST = 90;

/** Why a document may not be published: what is missing and what is wrong, by name. */
export function publicationRefusal({ needs, stops }: Pick<Built, 'needs' | 'stops'>): Wording {
  const gaps = needs.filter(({ required, state }) => required && state === 'missing');
  const missing = gaps.slice(0, MOST).map(({ label }) => label);
  const wrong = (lang: 'zh' | 'en') =>
    stops.slice(0, MOST).map(({ message }, at) => `(${at + 1}) ${shortened(message[lang])}`);
  const more = stops.length > MOST;
  const zh = [
    ...(gaps.length === 0 ? [] : [`还有 ${gaps.length} 项必填内容没有写（${missing.join('、')}）`]),
    ...(stops.length === 0
      ? []
      : [`还有 ${stops.length} 处要更正：${wrong('zh').join('；')}${more ? '；等' : ''}`]),
  ];
  const en = [
    ...(gaps.length === 0 ? [] : [`${gaps.length} required texts are missing`]),
    ...(stops.length === 0
      ? []
      : [`${stops.length} to be corrected: ${wrong('en').join('; ')}${more ? ' …' : ''}`]),
  ];
  return { zh: `不能公开：${zh.join('；')}`, en: `it cannot be published: ${en.join('; ')}` };
}

/** What is wrong, without what might be the cause and without the request to look. */
function shortened(message: string): string {
  const [said = ''] = message.split(/[；;]/);
  const bare = said.replace(/[，,]?请核实$/, '').replace(/（“[^）]*）/, '');
  return bare.length > LONGEST ? `${bare.slice(0, LONGEST)}…` : bare;
}
