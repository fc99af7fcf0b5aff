/** Stands for a printed character that nobody could tell: an amount with it is no amount. */
export const UNREADABLE = '\ufffd';

/** Radicals that programs write where they mean the character of the same shape. */
const RADICALS: ReadonlyMap<string, string> = new Map(
  [
    ...[
      '⺀丶',
      '⺁厂',
      '⺄乙',
      '⺆冂',
      '⺇几',
      '⺈刀',
      '⺊卜',
      '⺋卩',
      '⺎兀',
      '⺏尣',
      '⺐尢',
      '⺒巳',
    ],
    ...[
      '⺓幺',
      '⺕彐',
      '⺖忄',
      '⺗心',
      '⺘扌',
      '⺙攵',
      '⺛旡',
      '⺝月',
      '⺞歹',
      '⺟母',
      '⺠民',
      '⺡氵',
    ],
    ...[
      '⺢氺',
      '⺣灬',
      '⺤爪',
      '⺥爪',
      '⺦丬',
      '⺧牛',
      '⺨犭',
      '⺩王',
      '⺫目',
      '⺬示',
      '⺭礻',
      '⺮竹',
    ],
    ...[
      '⺯糸',
      '⺰纟',
      '⺱网',
      '⺲罒',
      '⺵网',
      '⺶羊',
      '⺷羊',
      '⺹老',
      '⺺聿',
      '⺼肉',
      '⺽臼',
      '⺾艹',
    ],
    ...[
      '⻀艹',
      '⻂衤',
      '⻃覀',
      '⻄西',
      '⻅见',
      '⻆角',
      '⻇角',
      '⻈讠',
      '⻉贝',
      '⻊足',
      '⻋车',
      '⻌辶',
    ],
    ...[
      '⻍辶',
      '⻎辶',
      '⻏邑',
      '⻐钅',
      '⻑長',
      '⻒镸',
      '⻓长',
      '⻔门',
      '⻕阜',
      '⻖阝',
      '⻗雨',
      '⻘青',
    ],
    ...[
      '⻙韦',
      '⻚页',
      '⻛风',
      '⻜飞',
      '⻝食',
      '⻟飠',
      '⻠饣',
      '⻡首',
      '⻢马',
      '⻣骨',
      '⻤鬼',
      '⻥鱼',
    ],
    ...[
      '⻦鸟',
      '⻧卤',
      '⻨麦',
      '⻩黄',
      '⻪黾',
      '⻫斉',
      '⻬齐',
      '⻭歯',
      '⻮齿',
      '⻯竜',
      '⻰龙',
      '⻱龜',
    ],
    ...['⻲亀', '⻳龟'],
    // Dashes drawn as one.
    ...['⸺——', '⸻———'],
  ].map((pair) => [pair[0]!, pair.slice(1)]),
);

/** Symbol fonts number their signs from U+F020: the boxes, ticks and bullets of forms. */
const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['\u2e3a', '——'],
  ['\u2e3b', '———'],
  ['\uf0a8', '□'],
  ['\uf06f', '□'],
  ['\uf0a3', '□'],
  ['\uf071', '□'],
  ['\uf0fe', '☑'],
  ['\uf052', '☑'],
  ['\uf0fc', '√'],
  ['\uf050', '√'],
  ['\uf0fd', '☒'],
  ['\uf06c', '●'],
  ['\uf06e', '■'],
  ['\uf075', '◆'],
  ['\uf0d8', '➢'],
  ['\uf0b7', '•'],
  ['\uf0a7', '▪'],
]);

const PLAIN = /^[\x20-\x7e\u3000-\u9fff\uff00-\uff5e]$/;
/** Shapes that stand for other characters: radicals, compatibility ideographs, ligatures. */
const LOOKALIKE = /[\u2e3a\u2e3b\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]/;
const SPACE = /[\t\n\v\f\r\u00a0\u2000-\u200a\u202f]/g;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g;
/** Codes that stand for no character that all programs agree on. */
const UNKNOWN = /[\0-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd-\uffff]|[\udb80-\udbff]/;

/**
 * The characters that a glyph stands for as one would type them; full-width digits stay. What
 * cannot be told becomes `UNREADABLE`.
 */
export function plainCharacters(text: string): string {
  // Nearly every glyph is one plain character.
  if (PLAIN.test(text)) return text;
  const symbol = SYMBOLS.get(text);
  if (symbol !== undefined) return symbol;
  const plain = text.replace(SPACE, ' ').replace(INVISIBLE, '');
  if (UNKNOWN.test(plain)) return UNREADABLE;
  if (!LOOKALIKE.test(plain)) return plain;
  return [...plain].map((c) => RADICALS.get(c) ?? folded(c)).join('');
}

function folded(character: string): string {
  return LOOKALIKE.test(character) ? character.normalize('NFKC') : character;
}

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef“”‘’…—·]/;

/** Ideographs and their punctuation: no blank where a line ends between two of them. */
export function isWide(character: string | undefined): boolean {
  return character !== undefined && WIDE.test(character);
}
