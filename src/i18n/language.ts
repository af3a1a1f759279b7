/** Languages written from right to left. A list, since not every browser can say it by itself (`Intl.Locale.textInfo`). */
const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The language of a tag without its region and variants: `it` for `it-simple`. */
export function baseLanguage(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? '';
}

export function directionOf(tag: string): 'ltr' | 'rtl' {
  return rightToLeft.has(baseLanguage(tag)) ? 'rtl' : 'ltr';
}
