import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { transformAsync } from '@babel/core';
import linker from '@angular/compiler-cli/linker/babel';
import { build as esbuild } from 'esbuild';
import { build as vite } from 'vite';
import { run } from './run.mjs';
import { appFolder, pageFolder } from './workspace.mjs';

/** All five are built for development: there a framework looks more closely and says more. */
process.env.NODE_ENV = 'development';

async function bundle(name, entry, plugins = []) {
  mkdirSync(pageFolder(name), { recursive: true });
  cpSync(`${appFolder(name)}/index.html`, `${pageFolder(name)}/index.html`);
  await esbuild({
    entryPoints: [entry],
    outdir: pageFolder(name),
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'error',
    plugins,
  });
}

const withVite = async name => {
  await vite({
    root: appFolder(name),
    configFile: `${appFolder(name)}/vite.config.mjs`,
    mode: 'development',
    logLevel: 'error',
    build: { outDir: pageFolder(name), minify: false, emptyOutDir: true },
  });
};

/** Angular's own libraries come half compiled. Linked here, the page needs no compiler, and so no `unsafe-eval`. */
const linked = {
  name: 'angular-linker',
  setup({ onLoad }) {
    onLoad({ filter: /node_modules\/@angular\/.*\.mjs$/ }, async ({ path }) => {
      const code = readFileSync(path, 'utf8');
      if (!code.includes('ɵɵngDeclare')) return { contents: code };
      const { code: contents } = await transformAsync(code, {
        plugins: [linker],
        filename: path,
        compact: false,
        configFile: false,
      });
      return { contents };
    });
  },
};

/** Each app, built by the tool that its framework comes with. */
export const build = {
  plain: () => bundle('plain', `${appFolder('plain')}/main.ts`),
  react: () => withVite('react'),
  vue: () => withVite('vue'),
  svelte: () => withVite('svelte'),
  async angular() {
    const { status, output } = await run('ngc', ['-p', `${appFolder('angular')}/tsconfig.json`]);
    if (status !== 0) throw new Error(output);
    cpSync(`${appFolder('angular')}/../fixture.js`, `${appFolder('angular')}/out/fixture.js`);
    await bundle('angular', `${appFolder('angular')}/out/angular/main.js`, [linked]);
  },
};
