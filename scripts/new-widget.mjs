import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { widgetFiles } from './widget-templates.mjs';

/** `npm run new:widget hub-map`: the files of a widget, running and tested, to go on from. */
const name = process.argv[2] ?? '';
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name.startsWith('portico')) {
  console.error('A name in kebab-case, without portico-: npm run new:widget hub-map');
  process.exit(1);
}
const files = widgetFiles(name);
const taken = Object.keys(files).filter(path => existsSync(path));
if (taken.length > 0) {
  console.error(`Already there: ${taken.join(', ')}`);
  process.exit(1);
}
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
  console.log(path);
}
console.log('\nNext: texts in src/i18n/locales, lines in src/i18n/texts.ts and src/index.ts, a row in README.md. Then: npm test');
