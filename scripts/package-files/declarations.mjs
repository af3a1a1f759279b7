import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { filesIn } from '../files-in.mjs';

const locales = 'src/i18n/locales';

/** Which keys there are is a type of the library, so the declaration names each; what they say is not. */
const textsDeclaration = ({ note, texts }) => `declare const file: {
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
function declareTexts() {
  for (const path of filesIn(locales, /\.json$/)) {
    writeFileSync(`dist/i18n/locales/${path}.d.ts`, textsDeclaration(JSON.parse(readFileSync(`${locales}/${path}`, 'utf8'))));
  }
  for (const path of filesIn('dist/i18n', /\.d\.ts$/)) {
    const declaration = readFileSync(`dist/i18n/${path}`, 'utf8');
    const mended = declaration.replaceAll(/(from '\.\/locales\/[\w/-]+\.json)'/g, "$1.js'");
    if (mended !== declaration) writeFileSync(`dist/i18n/${path}`, mended);
  }
}

/** The presets are modules as well: each is the text of a style sheet. */
function declarePresets() {
  for (const path of filesIn('dist/_virtual', /\.js$/)) {
    writeFileSync(`dist/_virtual/${path.replace(/\.js$/, '.d.ts')}`, 'declare const rule: string;\nexport default rule;\n');
  }
}

/** TypeScript declares the loader too, of which the package has only what is built for pages. */
function forgetWhatIsNotThere() {
  for (const path of filesIn('dist', /\.d\.ts$/)) {
    if (!existsSync(`dist/${path.replace(/\.d\.ts$/, '.js')}`)) rmSync(`dist/${path}`);
  }
}

/** Makes the declarations fit the modules, one for each. */
export function mendDeclarations() {
  forgetWhatIsNotThere();
  declareTexts();
  declarePresets();
}
