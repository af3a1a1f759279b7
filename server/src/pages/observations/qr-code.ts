import qrcode from 'qrcode-generator';
import { html, type Html } from '../html.js';

/** The white margin that readers of codes need, in squares. */
const quiet = 4;

/**
 * A code for cameras as a picture in the page. It is dark on white also on a dark page, since not every camera reads the reverse, and has
 * no style of its own, which the policy of our pages would forbid.
 *
 * @param address - What it leads to, in ASCII.
 * @param name - What the picture is, for who does not see it.
 */
export function qrCode(address: string, name: string): Html {
  const code = qrcode(0, 'M');
  code.addData(address);
  code.make();
  const size = code.getModuleCount();
  const rows = Array.from({ length: size }, (_row, y) => darkIn(size, x => code.isDark(y, x)).map(run => squares(run, y)));
  const view = `${String(-quiet)} ${String(-quiet)} ${String(size + 2 * quiet)} ${String(size + 2 * quiet)}`;
  return html`<svg class="qr" viewBox="${view}" role="img" aria-label="${name}" shape-rendering="crispEdges">
    <rect x="${-quiet}" y="${-quiet}" width="${size + 2 * quiet}" height="${size + 2 * quiet}" fill="#fff" />
    <path fill="#000" d="${rows.flat().join('')}" />
  </svg>`;
}

interface Run {
  readonly start: number;
  readonly length: number;
}

/** Dark squares that stand side by side in a row, as one. */
function darkIn(size: number, isDark: (x: number) => boolean): Run[] {
  const runs: Run[] = [];
  for (let x = 0; x < size; x++) {
    const start = x;
    while (x < size && isDark(x)) x++;
    if (x > start) runs.push({ start, length: x - start });
  }
  return runs;
}

const squares = ({ start, length }: Run, y: number): string =>
  `M${String(start)} ${String(y)}h${String(length)}v1h-${String(length)}z`;
