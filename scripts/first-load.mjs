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
  /(^|\/)node_modules\/diff\//,
  /^src\/i18n\/locales\/(?!it\.json)/,
];

/**
 * What a page downloads to show a pact from a Portico server in Italian: the two elements, the http backend, one locale, and all
 * that these import. `translator` is i18next, which only a page that brings texts
 * with nesting or formats of its own fetches.
 */
export function pactViewerPage(graph) {
  const needed = [
    'pact-viewer.js',
    'backend.js',
    fileWith(graph, /^src\/components\/pact-viewer\/pact-details\.ts$/),
    fileWith(graph, /^src\/backend\/http\/http\.ts$/),
    fileWith(graph, /^src\/i18n\/locales\/it\.json$/),
  ];
  const first = closure(
    graph,
    needed.filter(file => file !== undefined),
  );
  const i18next = fileWith(graph, /(^|\/)node_modules\/i18next\//);
  return { first, translator: i18next && !first.includes(i18next) ? [i18next] : [] };
}

/** What the viewer brings for itself: all that comes with it except the chunks that every widget shares. */
export function ownFiles(graph, entry) {
  return closure(graph, [entry]).filter(file => !['core', 'base'].includes(graph[file].name));
}

/** Modules of a first load that should have stayed out of it. */
export function intruders(graph, files) {
  return files.flatMap(file => Object.keys(graph[file].modules).filter(path => onDemandOnly.some(pattern => pattern.test(path))));
}
