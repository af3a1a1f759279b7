import { cpSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { installInto } from '../support/packed.mjs';

/** Where the apps are built: a folder that has the package as an installation would have it. */
export const workspace = resolve('.tmp/frameworks');
export const frameworks = ['plain', 'react', 'vue', 'svelte', 'angular'];
export const appFolder = name => `${workspace}/apps/${name}`;
export const pageFolder = name => `${workspace}/pages/${name}`;

/** The data of the demo page are written beside the sources; here they use the package, as the data of a city would. */
const fromPackage = {
  name: 'from-package',
  setup({ onResolve }) {
    onResolve({ filter: /\/src\/.*\.js$/ }, ({ path }) => ({ path: path.replace(/^.*\/src\//, 'portico/'), external: true }));
  },
};

/** Lays out the package, the apps, and the data that they show. */
export async function prepare() {
  installInto(workspace);
  cpSync('test/frameworks/apps', `${workspace}/apps`, { recursive: true });
  await build({
    entryPoints: ['test/frameworks/fixture.mjs'],
    outfile: `${workspace}/apps/fixture.js`,
    bundle: true,
    format: 'esm',
    external: ['portico'],
    plugins: [fromPackage],
  });
}
