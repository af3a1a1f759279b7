import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cdn } from './cdn-folders.mjs';
import { chunkGraph, chunkName, modulePath, sharedChunks, widgetFile } from './chunk-graph.mjs';
import { copied, emptied } from './copied-files.mjs';
import { builtFiles } from './built-files.mjs';
import { widgets } from './embedded-widgets.mjs';
import { integrity } from './integrity.mjs';
import { reservingCss } from './reserving-css.mjs';

const names = Object.keys(widgets).sort();
const elements = name => `src/components/${name}/${name}.define.ts`;

/** An entry registers widgets together with the element that gives them a backend, and tells the loader how to place them. */
function entries(inputs) {
  const here = process.cwd();
  const code = id => [
    ...['backend', ...inputs[id.slice(7)]].map(name => `import '${here}/${elements(name)}';`),
    `export { place } from '${here}/src/embed/place.ts';`,
  ];
  return {
    name: 'entries',
    resolveId: id => (Object.hasOwn(inputs, id) ? `\0entry:${id}` : null),
    load: id => (id.startsWith('\0entry:') ? code(id).join('\n') : null),
  };
}

/** What a build of the pages' files has in common: `plugins` make the code, `small` makes it little. */
const build = (inputs, { plugins, output }) => ({
  input: Object.fromEntries(Object.keys(inputs).map(name => [name, name])),
  // An entry may also serve other chunks, so that it needs no file of its own beside its code.
  preserveEntrySignatures: 'allow-extension',
  plugins: [entries(inputs), ...plugins],
  output: { dir: cdn.pinned, format: 'es', chunkFileNames: chunkName, ...output },
});

/** For the loader: what all widgets need in one chunk, each widget's own in another, the rest on demand. */
const chunks = ({ plugins, small }) =>
  build(Object.fromEntries(names.map(name => [name, [name]])), {
    plugins: [emptied('dist/cdn'), ...plugins],
    output: {
      entryFileNames: widgetFile,
      manualChunks: sharedChunks(),
      onlyExplicitManualChunks: true,
      plugins: [...small, chunkGraph()],
    },
  });

/** Words and looks are what one reader in many needs; the text engine what one city in many. All else belongs into the whole. */
const onDemand = /^src\/(i18n\/(i18next\.ts|locales\/(?!([\w-]+\/)?it\.json))|styles\/presets\/)|(^|\/)node_modules\/i18next\//;

/** Services that are most of the http backend, and the widgets that ask for them. */
const services = [
  { code: /^src\/backend\/http\/observation-service\.ts$/, widgets: /^(follow$|observation-)/ },
  { code: /^src\/backend\/http\/ballot-service\.ts$/, widgets: /^(voting-widget|receipt)$/ },
];

/** Modules that a whole file holds: all that it comes with, now or later, but for a service that none of its widgets asks for. */
function modulesOf(info, entry, included) {
  const without = services.filter(({ widgets: askers }) => !included.some(name => askers.test(name)));
  const found = new Set();
  const open = [entry];
  while (open.length > 0) {
    const id = open.pop();
    if (found.has(id) || without.some(({ code }) => code.test(modulePath(id)))) continue;
    found.add(id);
    open.push(...(info(id)?.importedIds ?? []), ...(info(id)?.dynamicallyImportedIds ?? []));
  }
  return found;
}

/** One file that is all a widget needs, in Italian; other languages and looks come when they are asked for. */
const whole = (file, included, { plugins, small }) =>
  build(
    { [file]: included },
    {
      plugins,
      output: {
        entryFileNames: '[name].js',
        manualChunks(id, { getModuleInfo }) {
          if (onDemand.test(modulePath(id)) || id.includes('preset')) return undefined;
          return modulesOf(getModuleInfo, `\0entry:${file}`, included).has(id) ? file : undefined;
        },
        onlyExplicitManualChunks: true,
        plugins: [...small, floatingCopy()],
      },
    },
  );

/** Puts a copy of each entry into the folder that follows the releases. Its chunks are those of this release, by their own address. */
function floatingCopy() {
  return {
    name: 'floating-copy',
    writeBundle(_, bundle) {
      mkdirSync(cdn.floating, { recursive: true });
      for (const { fileName, isEntry } of Object.values(bundle)) {
        if (!isEntry) continue;
        const code = readFileSync(join(cdn.pinned, fileName), 'utf8');
        writeFileSync(join(cdn.floating, fileName), code.replace(/(?<=import\(")\.\//g, `../${cdn.version}/`));
      }
    },
  };
}

/** The loader, as a module and as a classic script, for one folder. */
const loader = (folder, { plugins, smallest }) => ({
  input: { loader: 'src/embed/index.ts' },
  plugins: [builtFiles(folder), ...plugins],
  output: { dir: folder, format: 'es', entryFileNames: '[name].js', plugins: smallest },
});

const classicLoader = (folder, { plugins, smallest }) => ({
  input: { 'loader.classic': 'src/embed/classic.ts' },
  plugins: [builtFiles(folder), ...plugins],
  output: { dir: folder, format: 'iife', entryFileNames: '[name].js', plugins: smallest },
});

/** What the loader says when something is wrong; it comes only then. */
const advice = ({ plugins, small }) => ({
  input: { advice: 'src/embed/advice.ts' },
  plugins,
  output: { dir: cdn.pinned, format: 'es', entryFileNames: '[name].js', plugins: small },
});

/** Counts beside the page. It is no part of the page's own code; each file that begins it finds it beside itself. */
const worker = ({ plugins, small }) => ({
  input: { 'recount-worker': 'src/components/voting-widget/recount-worker.ts' },
  plugins,
  output: [cdn.pinned, `${cdn.pinned}/chunks`, cdn.floating].map(dir => ({
    dir,
    format: 'es',
    entryFileNames: '[name].js',
    plugins: small,
  })),
});

/** Style sheets, in both folders. */
function styles() {
  const css = reservingCss(widgets);
  return {
    name: 'styles',
    writeBundle() {
      for (const folder of [cdn.pinned, cdn.floating]) writeFileSync(join(folder, 'portico.css'), css);
    },
  };
}

const presets = folder => copied('src/styles/presets', `${folder}/presets`, /\.css$/);

/**
 * The files for pages without a bundler, in this order, since each step reads what the one before left.
 *
 * @param tools.plugins - Makes plugins that turn sources into JavaScript; each build needs its own.
 * @param tools.small - Makes plugins that minify; takes further options for the minifier.
 */
export function cdnBuilds({ plugins, small }) {
  const tools = () => ({
    plugins: plugins(),
    small: small(),
    smallest: small({ mangle: { properties: { regex: /^_/ } }, compress: { passes: 3, unsafe_arrows: true } }),
  });
  const folders = [cdn.pinned, cdn.floating];
  const wholes = [...names.map(name => [name, [name]]), ['portico', names]];
  const builds = [
    chunks(tools()),
    ...wholes.map(([file, included]) => whole(file, included, tools())),
    advice(tools()),
    worker(tools()),
    ...folders.flatMap(folder => [loader(folder, tools()), classicLoader(folder, tools())]),
  ];
  builds.at(-1).plugins.push(styles(), presets(cdn.pinned), presets(cdn.floating), integrity());
  return builds;
}
