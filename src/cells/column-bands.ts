/** The stretch that the texts of a column take, in any measure. */
export interface Band {
  readonly left: number;
  readonly right: number;
}

interface OpenBand {
  left: number;
  right: number;
  readonly rows: Set<number>;
}

/**
 * The columns that rows of texts stand in: texts that overlap are one column, unless some row has
 * a text in each. Narrow texts first, so that a wide one cannot hide a gap. In no order.
 */
export function columnBands(rows: readonly (readonly Band[])[]): { left: number; right: number }[] {
  let bands: OpenBand[] = [];
  const texts = rows.flatMap((row, at) => row.map((text) => ({ text, at })));
  texts.sort((a, b) => widthOf(a.text) - widthOf(b.text));
  for (const { text, at } of texts) {
    const touching = bands.filter((band) => overlap(text, band) > 0);
    const [first, ...others] = touching;
    if (first === undefined) {
      bands.push({ left: text.left, right: text.right, rows: new Set([at]) });
      continue;
    }
    const apart = others.every((band) => isDisjoint(first.rows, band.rows));
    const joined = apart ? touching : [closest(text, touching)];
    const [kept] = joined as [OpenBand];
    for (const band of joined) {
      kept.left = Math.min(kept.left, band.left, apart ? text.left : band.left);
      kept.right = Math.max(kept.right, band.right, apart ? text.right : band.right);
      for (const row of band.rows) kept.rows.add(row);
    }
    kept.rows.add(at);
    bands = bands.filter((band) => band === kept || !joined.includes(band));
  }
  return bands.map(({ left, right }) => ({ left, right }));
}

/** How much of them two stretches share; not above zero where they are apart. */
export function overlap(a: Band, b: Band): number {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left);
}

/** The stretch that both take. */
export function around(a: Band, b: Band): Band {
  return { left: Math.min(a.left, b.left), right: Math.max(a.right, b.right) };
}

function widthOf({ left, right }: Band): number {
  return right - left;
}

function isDisjoint(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  for (const row of a) if (b.has(row)) return false;
  return true;
}

function closest(text: Band, bands: readonly OpenBand[]): OpenBand {
  return bands.reduce((best, band) => (overlap(text, band) > overlap(text, best) ? band : best));
}
