import type { Lang } from '../pages/model.js';

/** The language of an answer: as chosen before, or else as the browser likes it best. */
export function languageOf(chosen: string | undefined, accepted: string | undefined): Lang {
  if (chosen === 'zh' || chosen === 'en') return chosen;
  const liked = (accepted ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [name = '', quality] = part.trim().split(/\s*;\s*q\s*=\s*/);
      const weight = quality === undefined ? 1 : Number.parseFloat(quality);
      return { lang: name.toLowerCase().split('-')[0], weight: weight > 0 ? weight : 0 };
    })
    .filter(({ lang, weight }) => weight > 0 && (lang === 'zh' || lang === 'en'))
    .sort((a, b) => b.weight - a.weight)[0];
  return liked?.lang === 'en' ? 'en' : 'zh';
}
