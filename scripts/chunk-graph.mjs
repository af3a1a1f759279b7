import { relative, sep } from 'node:path';

/** Path of a module from the root of the repository; a module that a plugin made keeps its name. */
export const modulePath = id => (id.startsWith('\0') ? id.slice(1) : relative(process.cwd(), id).split(sep).join('/'));

/** Every module that is loaded with the entries, following static imports only. */
function firstModules(info, ids) {
  const first = new Set();
  const open = [...ids];
  while (open.length > 0) {
    const id = open.pop();
    if (first.has(id)) continue;
    first.add(id);
    open.push(...(info(id)?.importedIds ?? []));
  }
  return first;
}

/** Shared chunks by what is in them: `core` changes with Lit, `base` with this library. */
const shared = [
  { name: 'core', pattern: /(^|\/)node_modules\/(lit|lit-html|lit-element|@lit)\// },
  {
    name: 'base',
    pattern: /^src\/(i18n|styles|parts|controllers|internal|model|backend)\/|(^|\/)node_modules\/valibot\//,
    // The translator and each language are chunks of their own; a backend comes with the element that makes it.
    except: /^src\/(i18n\/locales|backend\/(memory|http|decidim|geojson|contract))\//,
  },
];

/**
 * Puts what every widget needs into two chunks that stay in the cache from widget to widget. Only modules that come with an entry's
 * own static imports are put there: what is imported on demand must not slip into the first load, so Rollup places it.
 */
export function sharedChunks() {
  let first;
  return (id, { getModuleIds, getModuleInfo }) => {
    first ??= firstModules(
      getModuleInfo,
      [...getModuleIds()].filter(each => getModuleInfo(each)?.isEntry),
    );
    if (!first.has(id)) return undefined;
    const path = modulePath(id);
    return shared.find(({ pattern, except }) => pattern.test(path) && !except?.test(path))?.name;
  };
}

/** A locale's chunk says that it is one. */
export const chunkName = ({ facadeModuleId }) =>
  /\/i18n\/locales\//.test(facadeModuleId ?? '') ? 'chunks/locale-[name]-[hash].js' : 'chunks/[name]-[hash].js';

/** Leaves `graph.json` beside the chunks: which file imports which, and the modules in each with their bytes before minification. */
export function chunkGraph() {
  return {
    name: 'chunk-graph',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter(file => file.type === 'chunk');
      const graph = chunks
        .sort((a, b) => (a.fileName < b.fileName ? -1 : 1))
        .map(chunk => [
          chunk.fileName,
          {
            name: chunk.isEntry ? chunk.fileName.replace(/\.js$/, '') : chunk.fileName.replace(/^chunks\/(.*)-.{8}\.js$/, '$1'),
            entry: chunk.isEntry,
            imports: chunk.imports,
            dynamicImports: chunk.dynamicImports,
            modules: Object.fromEntries(
              Object.entries(chunk.modules).map(([id, module]) => [modulePath(id), Buffer.byteLength(module.code ?? '')]),
            ),
          },
        ]);
      this.emitFile({ type: 'asset', fileName: 'graph.json', source: `${JSON.stringify(Object.fromEntries(graph), null, 2)}\n` });
    },
  };
}
