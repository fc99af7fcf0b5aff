/** A PDF matrix [a b c d e f]: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly number[];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function combined(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer as [number, number, number, number, number, number];
  const [g, h, i, j, k, l] = inner as [number, number, number, number, number, number];
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

export function moved(matrix: Matrix, x: number, y: number): Matrix {
  return combined(matrix, [1, 0, 0, 1, x, y]);
}

export function pointAt(matrix: Matrix, x: number, y: number): readonly [x: number, y: number] {
  return [
    matrix[0]! * x + matrix[2]! * y + matrix[4]!,
    matrix[1]! * x + matrix[3]! * y + matrix[5]!,
  ];
}

/** A rectangle with left <= right and top <= bottom. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The upright box around a rectangle that a matrix moves. */
export function boxAt(matrix: Matrix, [x, y, u, v]: readonly number[]): Box {
  const corners = [
    pointAt(matrix, x!, y!),
    pointAt(matrix, u!, y!),
    pointAt(matrix, x!, v!),
    pointAt(matrix, u!, v!),
  ];
  const xs = corners.map(([at]) => at);
  const ys = corners.map(([, at]) => at);
  return {
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys),
  };
}

export function overlapOf(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

export function areaOf({ left, top, right, bottom }: Box): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top);
}
