import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cdn } from './cdn-folders.mjs';
import { common, families, widgetFile } from './chunk-graph.mjs';
import { closure } from './first-load.mjs';
import { lines, widgets } from './embedded-widgets.mjs';

const named = (graph, kind) =>
  Object.values(graph)
    .filter(({ name }) => name.startsWith(kind))
    .map(({ name }) => name.slice(kind.length))
    .sort();

/** The loader asks for all files at once that a widget begins with; another one would come after them. */
function checkFirstFiles(graph, name) {
  const family = families.filter(({ widgets: members }) => members.test(name)).map(each => each.name);
  const wanted = ['core', common, ...family, name].map(each => widgetFile.replace('[name]', each));
  const others = closure(graph, [wanted.at(-1)]).filter(file => !wanted.includes(file));
  if (others.length > 0)
    throw new Error(`${name} would have to wait for ${others.join(', ')}. What two widgets need belongs into core.`);
}

/** What the loader of a folder has to know of the chunks that were built before it. */
function filesFor(folder) {
  const graphFile = join(cdn.pinned, 'graph.json');
  if (!existsSync(graphFile)) throw new Error('The chunks are built before the loader.');
  const graph = JSON.parse(readFileSync(graphFile, 'utf8'));
  for (const name of Object.keys(widgets)) checkFirstFiles(graph, name);
  return {
    version: cdn.version,
    release: folder === cdn.pinned ? '' : `../${cdn.version}/`,
    // A widget's own words lie beside those that all say, language by language.
    locales: named(graph, 'locale-').filter(name => !Object.keys(widgets).some(widget => name.startsWith(`${widget}-`))),
    themes: named(graph, 'theme-'),
  };
}

/** Puts what only the build knows into the loader, and what only has to be short. */
export function builtFiles(folder) {
  const values = [
    [/\/src\/embed\/files\.ts$/, () => `export const files = ${JSON.stringify(filesFor(folder))};`],
    [/\/src\/embed\/lines\.ts$/, () => `export const lines = ${JSON.stringify(lines)};`],
  ];
  return {
    name: 'built-files',
    load(id) {
      const [, value] = values.find(([path]) => path.test(id)) ?? [];
      return value ? value() : null;
    },
  };
}
