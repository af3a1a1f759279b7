import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** The one source file that names the version of the library; it carries this placeholder. */
const isVersionFile = path => /\/src\/internal\/version\.ts$/.test(path);

const fill = code => code.replaceAll('__PORTICO_VERSION__', version);

/** For Rollup and Vite: writes the package's version into the library. */
export function packageVersion() {
  return { name: 'package-version', transform: (code, id) => (isVersionFile(id) ? { code: fill(code), map: null } : null) };
}

/** The same for the test server. */
export function servedVersion() {
  return { name: 'package-version', transform: context => (isVersionFile(context.path) ? fill(context.body) : undefined) };
}
