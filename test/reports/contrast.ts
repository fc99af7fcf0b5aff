/** Foreground and background of a page's style with their WCAG contrast. */
export interface Pair {
  readonly mode: 'light' | 'dark';
  readonly ink: string;
  readonly paper: string;
  readonly ratio: number;
}

const PAPERS = ['--bg', '--card', '--pane'];
const TONES = ['error', 'warning', 'info', 'good'];

/** Every pair of text and background that the style can bring together, in both modes. */
export function contrastPairs(html: string): readonly Pair[] {
  const roots = [...html.matchAll(/:root\{([^}]*)\}/g)].map(([, body]) => variables(body ?? ''));
  const light = roots[0] ?? new Map();
  const dark = new Map([...light, ...(roots[1] ?? [])]);
  return [...pairsOf('light', light), ...pairsOf('dark', dark)];
}

function variables(body: string): Map<string, string> {
  return new Map(
    [...body.matchAll(/(--[a-z-]+):(#[0-9a-f]{3,6})/g)].map(([, name, value]) => [name!, value!]),
  );
}

function pairsOf(mode: Pair['mode'], colours: ReadonlyMap<string, string>): Pair[] {
  const pairs: (readonly [string, string])[] = [];
  for (const paper of PAPERS) {
    for (const ink of ['--ink', '--soft', '--link', ...TONES.map((tone) => `--${tone}`)]) {
      pairs.push([ink, paper]);
    }
  }
  for (const tone of TONES) {
    pairs.push([`--${tone}`, `--${tone}-bg`], ['--ink', `--${tone}-bg`], ['--card', `--${tone}`]);
  }
  pairs.push(['--ink', '--muted-bg'], ['--soft', '--muted-bg']);
  return pairs.map(([ink, paper]) => {
    const ratio = contrast(colours.get(ink) ?? '#000', colours.get(paper) ?? '#000');
    return { mode, ink, paper, ratio };
  });
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/g, (digit) => digit + digit) : hex;
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
