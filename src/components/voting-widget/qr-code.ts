import qrcode from 'qrcode-generator';
import { svg, type TemplateResult } from 'lit';

/** The white margin that readers of codes need, in squares. */
const quiet = 4;

/** A code for cameras. Dark on white also on a dark page, since not every camera reads the reverse. */
export interface QrCode {
  /** For `viewBox`. */
  readonly view: string;
  readonly squares: TemplateResult;
}

/** @param text - ASCII. @throws when it is too long for any code. */
export function qrCode(text: string): QrCode {
  // The lowest level of correction: the text is long, and the squares have to stay large enough for a cheap camera.
  const code = qrcode(0, 'L');
  code.addData(text);
  code.make();
  const size = code.getModuleCount();
  const whole = size + 2 * quiet;
  const path = Array.from({ length: size }, (_, y) => rowOf(size, y, (row, column) => code.isDark(row, column))).join('');
  return {
    view: `${String(-quiet)} ${String(-quiet)} ${String(whole)} ${String(whole)}`,
    squares: svg`<rect x=${-quiet} y=${-quiet} width=${whole} height=${whole} fill="#fff" /><path fill="#000" d=${path} />`,
  };
}

/** The dark squares of a row; those side by side as one. */
function rowOf(size: number, y: number, isDark: (row: number, column: number) => boolean): string {
  let path = '';
  for (let x = 0; x < size; x += 1) {
    const start = x;
    while (x < size && isDark(y, x)) x += 1;
    if (x > start) path += `M${String(start)} ${String(y)}h${String(x - start)}v1h-${String(x - start)}z`;
  }
  return path;
}
