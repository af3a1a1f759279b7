import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { cdn } from './cdn-folders.mjs';
import { widgets } from './embedded-widgets.mjs';
import { intruders, ownFiles, pactViewerPage } from './first-load.mjs';

const folder = new URL(`../${cdn.pinned}/`, import.meta.url);
const record = new URL('../sizes.json', import.meta.url);

/** In bytes of brotli; a page on a slow phone must show its pact within seconds. */
const budgets = {
  'pact viewer, first load': 40_000,
  'pact viewer, with i18next': 50_000,
  'pact viewer, its own part': 7_000,
  'pact viewer in one file': 40_500,
  'document, its own part': 10_000,
  'observation form, its own part': 10_000,
  'observation list, its own part': 10_000,
  'follow, its own part': 10_000,
  'voting widget, its own part': 10_000,
  'receipt, its own part': 10_000,
  'document in one file': 40_000,
  loader: 2_600,
  'loader, classic': 2_600,
  'portico.css': 500,
};

/** Files that a page names itself. */
const named = {
  'pact viewer in one file': 'pact-viewer.js',
  'document in one file': 'document.js',
  loader: 'loader.js',
  'loader, classic': 'loader.classic.js',
  'portico.css': 'portico.css',
};

const ways = ['minified', 'gzip', 'brotli'];
const versions = { gzip: process.versions.zlib, brotli: process.versions.brotli };

function measure(file) {
  const bytes = readFileSync(new URL(file, folder));
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } };
  return {
    minified: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes, options).length,
  };
}

const sum = sizes => Object.fromEntries(ways.map(way => [way, sizes.reduce((total, size) => total + size[way], 0)]));

/** Files by the name that stays the same from build to build. */
function measureAll(graph) {
  const files = {};
  for (const [file, { name }] of Object.entries(graph)) files[name] = sum([...(files[name] ? [files[name]] : []), measure(file)]);
  return Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** All figures of a build, as they are kept in `sizes.json`. */
function sizesOf(graph) {
  const { first, translator } = pactViewerPage(graph);
  const total = files => sum(files.map(measure));
  return {
    compressors: versions,
    totals: {
      'pact viewer, first load': total(first),
      ...(translator.length > 0 ? { 'pact viewer, with i18next': total([...first, ...translator]) } : {}),
      ...Object.fromEntries(
        Object.keys(widgets).map(name => [`${name.replace('-', ' ')}, its own part`, total(ownFiles(graph, name))]),
      ),
      ...Object.fromEntries(Object.entries(named).map(([name, file]) => [name, measure(file)])),
    },
    files: measureAll(graph),
  };
}

const bytes = new Intl.NumberFormat('en', { useGrouping: true });

function table(title, rows) {
  const width = Math.max(...rows.map(([name]) => name.length), title.length);
  const line = (name, cells) => `${name.padEnd(width)} ${cells.map(cell => cell.padStart(10)).join('')}`;
  const numbers = size => ways.map(way => bytes.format(size[way]));
  console.log(['', line(title, ways), ...rows.map(([name, size]) => line(name, numbers(size)))].join('\n'));
}

function print(graph, sizes) {
  const { first } = pactViewerPage(graph);
  const firstNames = new Set(first.map(file => graph[file].name));
  const isEntry = name => Object.values(graph).some(chunk => chunk.entry && chunk.name === name);
  const rows = Object.entries(sizes.files);
  const lazy = rows.filter(([name]) => !firstNames.has(name) && !isEntry(name));
  const otherEntries = rows.filter(([name]) => !firstNames.has(name) && isEntry(name));
  table(
    'first load of the pact viewer',
    rows.filter(([name]) => firstNames.has(name)),
  );
  if (otherEntries.length > 0) table('other widgets, own file', otherEntries);
  if (lazy.length > 0) table('on demand', lazy);
  table('totals', Object.entries(sizes.totals));
}

/** Over the budget, or something in the first load that belongs elsewhere. These an update cannot mend. */
function breaches(graph, sizes) {
  const { first } = pactViewerPage(graph);
  const over = (what, size, budget) =>
    size > budget ? [`${what}: ${bytes.format(size)} bytes of brotli, the budget is ${bytes.format(budget)}`] : [];
  return [
    ...Object.entries(sizes.totals).flatMap(([name, size]) => over(name, size.brotli, budgets[name])),
    ...intruders(graph, first).map(path => `${path} comes with the first load and should be loaded on demand`),
  ];
}

/** Compressed sizes differ a little between releases of a compressor; only the same release can be held to the byte. */
function agrees(way, now, kept, keptVersions) {
  const exact = way === 'minified' || keptVersions[way] === versions[way];
  return exact ? now === kept : Math.abs(now - kept) <= kept / 100;
}

/** Where a build differs from `sizes.json`, also where it became smaller: the figures in the repository are always true. */
function differences(sizes, kept) {
  return ['totals', 'files'].flatMap(group => {
    const names = [...new Set([...Object.keys(sizes[group]), ...Object.keys(kept[group] ?? {})])];
    return names.flatMap(name => {
      const [now, before] = [sizes[group][name], kept[group]?.[name]];
      if (!now || !before) return [`${name}: ${now ? 'new' : 'gone'}`];
      const wrong = ways.filter(way => !agrees(way, now[way], before[way], kept.compressors));
      return wrong.map(way => `${name}: ${bytes.format(now[way])} bytes ${way}, sizes.json says ${bytes.format(before[way])}`);
    });
  });
}

const failures = [];
const graphFile = new URL('graph.json', folder);
if (!existsSync(graphFile)) {
  failures.push('There is no build to measure. First: npm run build');
} else {
  const graph = JSON.parse(readFileSync(graphFile, 'utf8'));
  const sizes = sizesOf(graph);
  print(graph, sizes);
  failures.push(...breaches(graph, sizes));
  if (process.argv.includes('--update')) {
    writeFileSync(record, `${JSON.stringify(sizes, null, 2)}\n`);
  } else {
    const kept = existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : { compressors: {} };
    const found = differences(sizes, kept);
    failures.push(...found);
    if (found.length > 0) failures.push('If this is meant: npm run size -- --update');
  }
}
console.log(failures.length > 0 ? `\n${failures.join('\n')}` : '\nAll sizes are as recorded and within the budgets.');
process.exitCode = failures.length > 0 ? 1 : 0;
