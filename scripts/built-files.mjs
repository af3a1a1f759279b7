import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cdn } from './cdn-folders.mjs';
import { closure } from './first-load.mjs';
import { widgets } from './embedded-widgets.mjs';

const named = (graph, kind) =>
  Object.values(graph)
    .filter(({ name }) => name.startsWith(kind))
    .map(({ name }) => name.slice(kind.length))
    .sort();

/** What the loader of a folder has to know of the chunks that were built before it. */
function filesFor(folder) {
  const graphFile = join(cdn.pinned, 'graph.json');
  if (!existsSync(graphFile)) throw new Error('The chunks are built before the loader.');
  const graph = JSON.parse(readFileSync(graphFile, 'utf8'));
  const entryOf = name => Object.keys(graph).find(file => graph[file].entry && graph[file].name === name);
  return {
    version: cdn.version,
    release: folder === cdn.pinned ? '' : `../${cdn.version}/`,
    widgets: Object.fromEntries(Object.keys(widgets).map(name => [name, closure(graph, [entryOf(name)])])),
    locales: named(graph, 'locale-'),
    themes: named(graph, 'theme-'),
  };
}

/** Writes the names of the chunks into the loader. */
export function builtFiles(folder) {
  return {
    name: 'built-files',
    transform: (code, id) =>
      /\/src\/embed\/files\.ts$/.test(id)
        ? { code: code.replace('= __PORTICO_FILES__', `= ${JSON.stringify(filesFor(folder))}`), map: null }
        : null,
  };
}
