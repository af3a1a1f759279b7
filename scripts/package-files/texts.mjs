import { readFileSync, writeFileSync } from 'node:fs';
import { filesIn } from '../files-in.mjs';

const locales = 'src/i18n/locales';

/** Which keys there are is a type of the library, so the declaration names each; what they say is not. */
const declarationOf = ({ note, texts }) => `declare const file: {
  readonly locale: string;
  readonly reviewed: boolean;
${note === undefined ? '' : '  readonly note: string;\n'}  readonly texts: {
${Object.keys(texts)
  .map(key => `    readonly '${key}': string;\n`)
  .join('')}  };
};
export default file;
`;

/** Rollup makes a module out of each locale file, and TypeScript does not know of it: its declaration, and the way to it. */
export function declareTexts() {
  for (const path of filesIn(locales, /\.json$/)) {
    writeFileSync(`dist/i18n/locales/${path}.d.ts`, declarationOf(JSON.parse(readFileSync(`${locales}/${path}`, 'utf8'))));
  }
  for (const path of filesIn('dist/i18n', /\.d\.ts$/)) {
    const declaration = readFileSync(`dist/i18n/${path}`, 'utf8');
    const mended = declaration.replaceAll(/(from '\.\/locales\/[\w-]+\.json)'/g, "$1.js'");
    if (mended !== declaration) writeFileSync(`dist/i18n/${path}`, mended);
  }
}
