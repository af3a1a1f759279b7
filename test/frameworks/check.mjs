import { run } from './run.mjs';
import { appFolder } from './workspace.mjs';

const project = name => `${appFolder(name)}/tsconfig.json`;

/** `path(line,column): error …` as the TypeScript compiler writes it, and `path:line:column - error …` as Angular's does. */
const complaint = /^(.*?)[(:](\d+)[,:]\d+\)?(?::| -) error /gm;

/** svelte-check tells each complaint as JSON. */
const svelteComplaint = /^\d+ (\{.*\})$/gm;

const places = output => Array.from(output.matchAll(complaint), ([, path, line]) => ({ path, line: Number(line) }));

const sveltePlaces = output =>
  Array.from(output.matchAll(svelteComplaint), ([, json]) => JSON.parse(json))
    .filter(({ type }) => type === 'ERROR')
    .map(({ filename, start }) => ({ path: filename, line: start.line + 1 }));

/** What the type checker of each framework complains about in its app. */
export const check = {
  plain: async () => places((await run('tsc', ['-p', project('plain'), '--pretty', 'false'])).output),
  react: async () => places((await run('tsc', ['-p', project('react'), '--pretty', 'false'])).output),
  vue: async () => places((await run('vue-tsc', ['-p', project('vue'), '--pretty', 'false'])).output),
  async svelte() {
    const options = ['--workspace', appFolder('svelte'), '--tsconfig', project('svelte')];
    return sveltePlaces((await run('svelte-check', [...options, '--output', 'machine-verbose'])).output);
  },
  // The app itself was checked when it was compiled.
  angular: async () => places((await run('ngc', ['-p', `${appFolder('angular')}/tsconfig.wrong.json`])).output),
};
