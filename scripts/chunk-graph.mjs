import { relative, sep } from 'node:path';

/** Path of a module from the root of the repository; a module that a plugin made keeps its name. */
export const modulePath = id => (id.startsWith('\0') ? id.slice(1) : relative(process.cwd(), id).split(sep).join('/'));

const staticImports = module => module?.importedIds ?? [];

/**
 * Widgets of one family, by what their names begin with. What only they share would be a burden for all others. `services` are those of the
 * http backend whose code comes with their first call: every widget could load them, and only those of the family ever do, so they lie with
 * what these share, which is asked for ahead.
 */
export const families = [
  {
    name: 'plans',
    widgets: /^(document|follow$|observation-)/,
    services: /^src\/backend\/http\/(observation-service|document-answers)\.ts$/,
  },
  { name: 'votes', widgets: /^(voting-widget|receipt)$/, services: /^src\/backend\/http\/ballot-service\.ts$/ },
];

const isLateService = path => families.some(({ services }) => services.test(path));

const allImports = module => [
  ...staticImports(module),
  ...(module?.dynamicallyImportedIds ?? []).filter(id => !isLateService(modulePath(id))),
];

/** Every module that is loaded with the entries, at first (`staticImports`) or ever (`allImports`). */
function modulesWith(info, ids, imports) {
  const first = new Set();
  const open = [...ids];
  while (open.length > 0) {
    const id = open.pop();
    if (first.has(id)) continue;
    first.add(id);
    open.push(...imports(info(id)));
  }
  return first;
}

/** What every widget needs, Lit and the http backend among it: one chunk, since each request costs a citizen's phone more than its bytes. */
const shared =
  /(^|\/)node_modules\/(lit|lit-html|lit-element|@lit|valibot)\/|^src\/(i18n|styles|parts|controllers|internal|model|backend|components\/backend|embed)\//;

/** Each language and look is a chunk of its own; other backends come with whoever asks for them. */
const apart = /^src\/(i18n\/locales|styles\/presets|backend\/(memory|decidim|geojson|contract))\//;

/** The entries that each module comes with. */
function entriesOf(info, entries, imports) {
  const found = new Map();
  for (const entry of entries)
    for (const id of modulesWith(info, [entry], imports)) found.set(id, [...(found.get(id) ?? []), entry]);
  return found;
}

/** The widget that most pages show, and by which the first load is measured. Its parts and styles are a stock for the others. */
const usual = 'pact-viewer';

/** What all widgets but the usual one may need. */
export const common = 'common';

/** An entry is a module that the build makes; its name is that of its widget. */
const nameOfEntry = id => id.replace(/^\0entry:/, '');

/**
 * Puts what several widgets need into one chunk, and what only a family of them needs into another one, that stays in the cache from widget to widget. Only modules that come with the entries'
 * own static imports are put there: what is imported on demand must not slip into the first load, so Rollup places it. What one widget
 * alone needs stays with it, apart from the one that most pages show. What one needs at first and another on demand is shared too: else the
 * other would load the whole of the first one for it.
 */
export function sharedChunks() {
  let found;
  let ever;
  let late;
  return (id, { getModuleIds, getModuleInfo }) => {
    const entries = () => [...getModuleIds()].filter(each => getModuleInfo(each)?.isEntry);
    found ??= entriesOf(getModuleInfo, entries(), staticImports);
    ever ??= entriesOf(getModuleInfo, entries(), allImports);
    late ??= families.map(({ services }) =>
      modulesWith(
        getModuleInfo,
        [...getModuleIds()].filter(each => services.test(modulePath(each))),
        staticImports,
      ),
    );
    const path = modulePath(id);
    const [entry] = found.get(id) ?? [];
    const lateIn = families.filter((_, at) => late[at].has(id));
    // What the services of two families need lies with neither.
    if (entry === undefined) return lateIn.length > 1 ? common : lateIn[0]?.name;
    const alone = (shared.test(path) ? ever : found).get(id).length === 1;
    // A late service would else load the whole of the one widget that has it.
    if (alone && lateIn.length === 1 && lateIn[0].widgets.test(nameOfEntry(entry))) return lateIn[0].name;
    if (alone && (!shared.test(path) || nameOfEntry(entry) !== usual)) return nameOfEntry(entry);
    if (!shared.test(path) || apart.test(path)) return undefined;
    const own = families.find(({ widgets }) => ever.get(id).every(each => widgets.test(nameOfEntry(each))));
    if (own) return own.name;
    // What the usual widget never needs would be a burden for it.
    return ever.get(id).some(each => nameOfEntry(each) === usual) ? 'core' : common;
  };
}

/** File of a widget, and of what all widgets need. */
export const widgetFile = 'chunks/[name].js';

/**
 * Languages and looks have folders of their own. They, widgets and what all widgets need have plain names: whoever knows the language or
 * the widget knows the file, so the loader needs no list. The folder of a release never changes, so a name needs no hash for a cache.
 */
export function chunkName({ facadeModuleId, name }) {
  const words = /\/i18n\/locales\/(.*)\.json$/.exec(facadeModuleId ?? '');
  // Those of one widget lie in a folder of its name: `locales/follow-it.js`.
  if (words) return `locales/${words[1].replace('/', '-')}.js`;
  if (/preset/.test(facadeModuleId ?? '')) return 'themes/[name].js';
  // What only some pages fetch is built several times, for the loader and for whole files, and differs; the hash keeps them apart.
  return name === 'core' || name === common || families.some(family => family.name === name)
    ? widgetFile
    : 'chunks/[name]-[hash].js';
}

const nameOf = ({ fileName, name }) =>
  fileName.startsWith('chunks/') ? name : fileName.replace(/^(locale|theme)s\/(.*)\.js$/, '$1-$2');

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
            name: nameOf(chunk),
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
