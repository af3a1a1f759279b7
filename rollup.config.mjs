import { basename } from 'node:path';
import minifyHtmlLiterals from '@lit-labs/rollup-plugin-minify-html-literals';
import json from '@rollup/plugin-json';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import { cdnBuilds } from './scripts/cdn-builds.mjs';
import { copied, emptied } from './scripts/copied-files.mjs';
import { filesIn } from './scripts/files-in.mjs';
import { packageVersion } from './scripts/package-version.mjs';
import { presetModules } from './scripts/preset-modules.mjs';

const typescript = () =>
  esbuild({
    target: 'es2022',
    tsconfig: false,
    tsconfigRaw: {
      compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false, verbatimModuleSyntax: true },
    },
  });
const words = () => json({ compact: true, namedExports: false, preferConst: true });
const resolve = () => nodeResolve({ exportConditions: ['production'], extensions: ['.js', '.ts', '.json'] });

/** For the browser as it is: everything inside, small. While somebody works on it (`quick`), readable instead. */
const browserPlugins = quick => [
  packageVersion(),
  presetModules(),
  resolve(),
  words(),
  ...(quick ? [] : [minifyHtmlLiterals({ include: ['src/**/*.ts'], failOnError: true })]),
  typescript(),
];

// Texts in ASCII escapes, so that no server or CMS that re-encodes files can spoil a letter. Templates keep theirs.
const small = (quick, options = {}) =>
  quick ? [] : [terser({ module: true, ecma: 2020, format: { ascii_only: true, comments: false }, ...options })];

const inputs = (paths, ending) => Object.fromEntries(paths.map(path => [basename(path).replace(ending, ''), path]));

/** The loader is for pages without a bundler, and only the build of its chunks knows their names. The list of widgets is for everybody. */
const modules = filesIn('src', /(?<!\.d)\.ts$/).filter(path => !path.startsWith('embed/') || path === 'embed/widgets.ts');

/** The package: one file for each module, for people who have a bundler of their own. Each declaration file has its module. */
const library = () => ({
  input: modules.map(path => `src/${path}`),
  // A file of types leaves an empty module, which is what an import of it expects.
  onwarn: (warning, warn) => warning.code === 'EMPTY_BUNDLE' || warn(warning),
  external: id => !/^(\.|\/|src\/)/.test(id) && !id.startsWith('\0'),
  plugins: [
    emptied('dist', ['cdn', 'demo', 'e2e']),
    packageVersion(),
    presetModules(),
    resolve(),
    words(),
    typescript(),
    copied('src/styles/presets', 'dist/styles/presets', /\.css$/),
  ],
  output: {
    dir: 'dist',
    format: 'es',
    preserveModules: true,
    preserveModulesRoot: 'src',
    sourcemap: true,
    entryFileNames: '[name].js',
  },
});

/** For pages without a bundler: the loader, its chunks, a whole file for each widget. */
const cdn = () => cdnBuilds({ plugins: () => browserPlugins(false), small: options => small(false, options) });

const bootstrapItalia = 'node_modules/bootstrap-italia/dist';

/** The municipal page, with the design system as its package ships it. */
const demo = quick => ({
  input: inputs(
    filesIn('demo', /^demo\.ts$/).map(path => `demo/${path}`),
    /\.ts$/,
  ),
  plugins: [
    emptied('dist/demo'),
    ...browserPlugins(quick),
    copied('demo', 'dist/demo', /\.(html|css|svg|png|jpg|webp|pdf|ics)$/),
    copied('src/styles/presets', 'dist/demo/presets', /\.css$/),
    copied(bootstrapItalia, 'dist/demo/bootstrap-italia', /^(css\/.*\.min\.css|js\/.*\.bundle\.min\.js|fonts\/.*|svg\/.*)$/, {
      watched: false,
    }),
  ],
  output: {
    dir: 'dist/demo',
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    plugins: small(quick),
  },
});

/** Pages that only the tests of built files open. */
const endToEnd = quick => ({
  input: inputs(
    ['test/e2e/pages', 'test/looks/pages'].flatMap(folder => filesIn(folder, /^[^/]+\.ts$/).map(path => `${folder}/${path}`)),
    /\.ts$/,
  ),
  plugins: [
    emptied('dist/e2e'),
    ...browserPlugins(quick),
    copied('test/e2e/pages', 'dist/e2e', /\.(html|css|svg|png|json)$/),
    copied('test/looks/pages', 'dist/e2e', /\.html$/),
    copied('src/styles/presets', 'dist/e2e/presets', /\.css$/),
  ],
  output: {
    dir: 'dist/e2e',
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    plugins: small(quick),
  },
});

/** All four, or those that are asked for: `--configLib`, `--configCdn`, `--configDemo` (with `--configE2e`, or alone). */
const builds = { configLib: library, configCdn: cdn, configDemo: demo, configE2e: endToEnd };

export default args => {
  const asked = Object.keys(builds).filter(name => args[name]);
  const names = asked.length > 0 ? asked : Object.keys(builds);
  const configs = names.flatMap(name => builds[name](Boolean(args.watch)));
  return configs.filter(({ input }) => Object.keys(input).length > 0);
};
