import { readdirSync, readFileSync } from 'node:fs';
import { filesIn } from './files-in.mjs';
import { localeProblems, usageProblems } from './texts-checks.mjs';

/** Whether every text is there in every language, in all its plural forms, and is used. */
const folder = 'src/i18n/locales';
const read = path => readFileSync(path, 'utf8');
const locales = Object.fromEntries(
  filesIn(folder, /\.json$/).map(path => [path.replace(/\.json$/, ''), JSON.parse(read(`${folder}/${path}`))]),
);
const languageOf = name => name.split('/').at(-1);
const sourceOf = name => locales[name.replace(/[^/]+$/, 'it')];
const source = {
  texts: Object.assign(
    {},
    ...Object.entries(locales)
      .filter(([name]) => languageOf(name) === 'it')
      .map(([, { texts }]) => texts),
  ),
};
const code = filesIn('src', /\.ts$/)
  .map(path => read(`src/${path}`))
  .join('\n');
const widgets = readdirSync('src/components');

const problems = [
  ...Object.entries(locales).flatMap(([name, file]) =>
    localeProblems(file, sourceOf(name), languageOf(name)).map(problem => `${name}: ${problem}`),
  ),
  ...usageProblems(source, code, ['common', 'observation', ...widgets]),
];
console.log(
  problems.length > 0 ? problems.join('\n') : `${Object.keys(locales).length} files of texts, every text there and used`,
);
process.exitCode = problems.length > 0 ? 1 : 0;
