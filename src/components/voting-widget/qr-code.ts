import qrcode from 'qrcode-generator';
import { codeSquares, type CodeSquares } from '../../model/code-squares.js';

/** A code for cameras. @param text - ASCII. @throws when it is too long for any code. */
export function qrCode(text: string): CodeSquares {
  // The lowest level of correction: the text is long, and the squares have to stay large enough for a cheap camera.
  const code = qrcode(0, 'L');
  code.addData(text);
  code.make();
  return codeSquares(code.getModuleCount(), (row, column) => code.isDark(row, column));
}
