/** How many digits the last part has: `PAC-2026-000486`. */
const digits = 6;

/** Words that people write before a number. */
const before = new Set(['N', 'NO', 'NR', 'NUM', 'NUMERO', 'NUMBER', 'RIF', 'REF', 'PROT']);

/**
 * A reference number as people type it from paper: in small letters, with blanks, points or strokes in place of the hyphens, without the
 * zeros, with letters that look like figures, in Arabic or Persian figures.
 *
 * @returns Nothing when it cannot be one: the letters at its beginning, the year or the number are missing.
 */
export function referenceFrom(typed: string): string | undefined {
  const parts = typed
    .normalize('NFKC')
    .replaceAll(/[٠-٩]/g, digit => valueOf(digit, '٠'))
    .replaceAll(/[۰-۹]/g, digit => valueOf(digit, '۰'))
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter(part => part !== '');
  const words = parts.length > 3 && before.has(parts[0] ?? '') ? parts.slice(1) : parts;
  // In one word, as some people write it: `PAC2026486`.
  const written = words.length < 3 ? /^([A-Z]+)(\d{4})(\d{1,6})$/.exec(words.join('')) : null;
  const [last = '', year = '', ...first] = written ? [written[3], written[2], written[1]] : words.toReversed();
  const prefix = first.toReversed().join('-');
  const [number, of] = [figures(last), figures(year)];
  if (!/[A-Z]/.test(prefix) || !/^\d{4}$/.test(of) || !/^\d+$/.test(number)) return undefined;
  return `${prefix}-${of}-${number.padStart(digits, '0')}`;
}

/** Letters that are mistaken for figures. */
const figures = (text: string): string => text.replaceAll('O', '0').replaceAll(/[IL]/g, '1');

/** What a figure of another script stands for. */
const valueOf = (digit: string, zero: string): string => String(digit.charCodeAt(0) - zero.charCodeAt(0));
