/** Files that come with these files, themselves included: their static imports, and those of their imports. */
export function closure(graph, files) {
  const found = new Set();
  const open = [...files];
  while (open.length > 0) {
    const file = open.pop();
    if (found.has(file)) continue;
    if (!graph[file]) throw new Error(`${file} is not in the build.`);
    found.add(file);
    open.push(...graph[file].imports);
  }
  return [...found].sort();
}

/** The file of the build that holds a module. */
export function fileWith(graph, pattern) {
  return Object.keys(graph).find(file => Object.keys(graph[file].modules).some(path => pattern.test(path)));
}

/** Modules that must never come with the first load, although a careless import would bring them. */
const onDemandOnly = [
  /^src\/backend\/memory\//,
  /^src\/model\/(word-diff|calendar)\.ts$/,
  /^src\/styles\/presets\//,
  /(^|\/)node_modules\/diff\//,
  /^src\/i18n\/locales\/(?!it\.json)/,
];

/** The chunk of this name. */
export function chunkNamed(graph, name) {
  const file = Object.keys(graph).find(each => graph[each].name === name);
  if (!file) throw new Error(`There is no chunk ${name} in the build.`);
  return file;
}

/**
 * What a page downloads through the loader to show a pact in Italian, apart from the loader itself: the chunks that the widget begins with,
 * its second chunk, one locale. `translator` is i18next, which only a page that brings texts with nesting or formats of its own
 * fetches.
 */
export function pactViewerPage(graph) {
  const first = closure(
    graph,
    ['pact-viewer', 'pact-details', 'locale-it'].map(name => chunkNamed(graph, name)),
  );
  const i18next = fileWith(graph, /(^|\/)node_modules\/i18next\//);
  return { first, translator: i18next && !first.includes(i18next) ? [i18next] : [] };
}

/** What a widget brings for itself: all that comes with it except what every widget shares. */
export const ownFiles = (graph, name) =>
  closure(graph, [chunkNamed(graph, name)]).filter(file => !['core', 'common', 'plans'].includes(graph[file].name));

/** Modules of a first load that should have stayed out of it. */
export function intruders(graph, files) {
  return files.flatMap(file => Object.keys(graph[file].modules).filter(path => onDemandOnly.some(pattern => pattern.test(path))));
}
