import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { mendDeclarations } from './package-files/declarations.mjs';
import { documents } from './package-files/documents.mjs';
import { vscodeCss, vscodeHtml, webTypes } from './package-files/editors.mjs';
import { elementsOf } from './package-files/elements.mjs';
import { llms } from './package-files/llms.mjs';
import { reactTypes, svelteTypes, vueTypes } from './package-files/types.mjs';

/**
 * The last part of `npm run build`: what editors, frameworks and machines read of the package, made from the manifest. The modules and
 * their declarations are in `dist` by then.
 */
const read = path => JSON.parse(readFileSync(path, 'utf8'));
const about = read('package.json');
const elements = elementsOf(read('custom-elements.json'));
const json = value => `${JSON.stringify(value, null, 2)}\n`;

const files = {
  'types/react.d.ts': reactTypes(elements),
  'types/vue.d.ts': vueTypes(elements),
  'types/svelte.d.ts': svelteTypes(elements),
  'types/vscode.html-custom-data.json': json(vscodeHtml(elements)),
  'types/vscode.css-custom-data.json': json(vscodeCss(elements)),
  'types/web-types.json': json(webTypes(elements, about)),
  'llms.txt': llms(elements, about, documents()),
};

mendDeclarations();
mkdirSync('dist/types', { recursive: true });
for (const [path, text] of Object.entries(files)) {
  const shown = path.endsWith('.d.ts') ? await format(text, { parser: 'typescript', singleQuote: true, printWidth: 130 }) : text;
  writeFileSync(`dist/${path}`, shown);
}
