import qrcode from 'qrcode-generator';
import { codeSquares } from '../../../../src/model/code-squares.js';
import { html, type Html } from '../html.js';

/**
 * A code for cameras as a picture in the page. It has no style of its own, which the policy of our pages would forbid.
 *
 * @param address - What it leads to, in ASCII.
 * @param name - What the picture is, for who does not see it.
 */
export function qrCode(address: string, name: string): Html {
  const code = qrcode(0, 'M');
  code.addData(address);
  code.make();
  const { start, whole, view, path } = codeSquares(code.getModuleCount(), (row, column) => code.isDark(row, column));
  return html`<svg class="qr" viewBox="${view}" role="img" aria-label="${name}" shape-rendering="crispEdges">
    <rect x="${start}" y="${start}" width="${whole}" height="${whole}" fill="#fff" />
    <path fill="#000" d="${path}" />
  </svg>`;
}
