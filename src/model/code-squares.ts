/** The white margin that readers of codes need, in squares. */
const quiet = 4;

/** A code for cameras as SVG has it: dark on white also on a dark page, since not every camera reads the reverse. */
export interface CodeSquares {
  /** Where the white square begins, in both directions, and how wide and high it is. */
  readonly start: number;
  readonly whole: number;
  /** For `viewBox`. */
  readonly view: string;
  /** For `d` of a path: the dark squares, those side by side in a row as one. */
  readonly path: string;
}

/** @param size - Squares in a row and in a column, without the margin. */
export function codeSquares(size: number, isDark: (row: number, column: number) => boolean): CodeSquares {
  const [start, whole] = [-quiet, size + 2 * quiet];
  const path = Array.from({ length: size }, (_, row) => darkIn(row, size, column => isDark(row, column))).join('');
  return { start, whole, view: `${String(start)} ${String(start)} ${String(whole)} ${String(whole)}`, path };
}

function darkIn(row: number, size: number, isDark: (column: number) => boolean): string {
  let path = '';
  for (let column = 0; column < size; column += 1) {
    const first = column;
    while (column < size && isDark(column)) column += 1;
    const length = String(column - first);
    if (column > first) path += `M${String(first)} ${String(row)}h${length}v1h-${length}z`;
  }
  return path;
}
