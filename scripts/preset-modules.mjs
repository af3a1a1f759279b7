import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Presets as modules: `import('./presets/govuk.css')` gives the text of that style sheet, made for the inside of a widget. */
const folder = new URL('../src/styles/presets/', import.meta.url);

/** Only the list of themes imports presets; a page of the demo or a story may import a style sheet as its bundler does. */
const isList = importer => /\/src\/styles\/themes\.ts$/.test(importer ?? '');

// No absolute path, so that none ends up in what is built; no `.css`, so that Vite does not take it for a style sheet of the page.
const prefix = '\0src/styles/presets/';

/** The text of a preset with its one rule moved from the root of the page to the host of a shadow tree. */
export function hostRule(css) {
  const bare = css.replace(/\/\*.*?\*\//gs, '').trim();
  const rule = /^:root[^{}]*\{([^{}]*)\}$/.exec(bare);
  if (!rule) throw new Error('A preset is one rule whose selector begins with :root.');
  const declarations = rule[1].split(';').map(each => each.replace(/\s+/g, ' ').trim());
  return `:host{${declarations.filter(each => each !== '').join(';')}}`;
}

const moduleOf = css => `export default ${JSON.stringify(hostRule(css))};`;

/** For Rollup and Vite. */
export function presetModules() {
  return {
    name: 'preset-modules',
    enforce: 'pre',
    resolveId(source, importer) {
      const name = /^\.\/presets\/([a-z-]+)\.css$/.exec(source)?.[1];
      return name !== undefined && isList(importer) ? prefix + name : null;
    },
    load(id) {
      if (!id.startsWith(prefix)) return null;
      const file = fileURLToPath(new URL(`${id.slice(prefix.length)}.css`, folder));
      this.addWatchFile(file);
      return moduleOf(readFileSync(file, 'utf8'));
    },
  };
}

/** The same for the test server. Only what the browser asks for as a script becomes a module; a link to the file gets the file. */
export function servedPresets() {
  const isPreset = context => /\/src\/styles\/presets\/[a-z-]+\.css$/.test(context.path);
  const isModule = context => isPreset(context) && context.get('sec-fetch-dest') === 'script';
  // One address, two answers: without this the browser would take one for the other from its cache.
  const headers = { vary: 'sec-fetch-dest' };
  return {
    name: 'preset-modules',
    resolveMimeType: context => (isModule(context) ? 'js' : undefined),
    transformCacheKey: context => (isPreset(context) ? context.get('sec-fetch-dest') : undefined),
    transform(context) {
      if (isModule(context)) return { body: moduleOf(context.body), headers };
      return isPreset(context) ? { headers } : undefined;
    },
  };
}
