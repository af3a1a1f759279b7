/** Signs that mean something to HTML, to shortcodes (`[…]`) and to the template languages of CMSs (`{…}`). */
const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const entity = (sign: string): string => named[sign] ?? `&#${String(sign.charCodeAt(0))};`;

/** Text between tags. */
export const htmlText = (text: string): string => text.replace(/[&<>[\]{}]/g, entity);

/** Value of an attribute in double quotes. */
export const htmlValue = (value: string): string => value.replace(/[&<>"[\]{}]/g, entity);

/** Words in wikitext. What only means something when it is doubled (`''`, `~~~`, `__`) is left alone where it is single. */
export const wikiText = (text: string): string =>
  text
    .replace(/[&<>[\]{}|]/g, entity)
    .replace(/(['~_])\1+/g, run => Array.from(run, entity).join(''))
    .replace(/:(?=\/\/)/g, entity);

/** Words of a link in Markdown. */
export const markdownText = (text: string): string =>
  text.replace(/[&<>]/g, entity).replace(/[\\`*_[\]()!~|{}#]/g, sign => `\\${sign}`);

/** A string of PHP, with its quotes. */
export const phpString = (text: string): string => `'${text.replace(/[\\']/g, sign => `\\${sign}`)}'`;

/** A string of YAML or JavaScript, with its quotes: what JSON knows, both know. */
export const jsonString = (text: string): string => JSON.stringify(text);
