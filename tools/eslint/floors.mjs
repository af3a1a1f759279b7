import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';

/**
 * The house, floor by floor: what the files of a folder may import of ours, besides their own folder. The first folder that fits a
 * file is its floor. `*` stands for one name. Files in no folder of this table (stories, demo, test, scripts) may import everything.
 */
export const floors = [
  // The server runs these files too: no DOM, no network.
  { folder: 'src/model', may: [] },
  { folder: 'src/backend', may: ['src/model', 'src/internal/page-wide.js'] },
  { folder: 'src/internal', may: ['src/backend'] },
  { folder: 'src/i18n', may: ['src/model', 'src/internal'] },
  { folder: 'src/styles', may: ['src/internal'] },
  { folder: 'src/controllers', may: ['src/model', 'src/backend', 'src/internal', 'src/i18n', 'src/styles'] },
  { folder: 'src/parts', may: ['src/model', 'src/internal', 'src/i18n', 'src/styles'] },
  // Each component is a floor of its own, so that it can be taken away by deleting its folder.
  {
    folder: 'src/components/*',
    may: ['src/model', 'src/backend', 'src/internal', 'src/i18n', 'src/styles', 'src/controllers', 'src/parts'],
  },
  // Pure, since the command line makes snippets too: of the loader it knows the list of widgets, of the looks their names.
  { folder: 'src/snippet', may: ['src/embed/widgets.js', 'src/styles/themes.js'] },
  // The loader is small because it knows no widget's code and no more of the rest than what it must do ahead of it.
  {
    folder: 'src/embed',
    may: ['src/backend/http/address.js', 'src/backend/http/early-reads.js', 'src/i18n/matching-locale.js', 'src/internal'],
  },
  // The index puts the widgets together.
  { folder: 'src', may: ['src'] },
  { folder: 'server/src', may: ['src/model', 'src/i18n'] },
];

const inside = folder => new RegExp(`^${folder.replaceAll('*', '[^/]+')}(?=/|$)`);

/** The folder of the floor that this path lies in, with its own name in the place of `*`. */
function floorOf(path) {
  for (const floor of floors) {
    const own = inside(floor.folder).exec(path)?.[0];
    if (own !== undefined) return { own, may: floor.may };
  }
  return undefined;
}

/** The path of what is imported, from the root of the repository; nothing for a package that is not ours. */
function target(specifier, file, root) {
  // The package's own name means its sources.
  if (/^portico(\/|$)/.test(specifier)) return specifier.replace(/^portico/, 'src');
  if (!specifier.startsWith('.')) return undefined;
  return relative(root, resolve(dirname(file), specifier))
    .split(sep)
    .join('/');
}

export default {
  meta: {
    type: 'problem',
    docs: { description: 'A file imports only from its own floor or below.' },
    messages: { floor: '{{own}} must not import {{path}}. It may import {{may}}.' },
    schema: [],
  },
  create(context) {
    const { cwd: root, filename } = context;
    const file = isAbsolute(filename) ? filename : resolve(root, filename);
    const floor = floorOf(relative(root, file).split(sep).join('/'));
    if (!floor) return {};

    const check = source => {
      if (typeof source?.value !== 'string') return;
      const path = target(source.value, file, root);
      if (path === undefined || [floor.own, ...floor.may].some(folder => inside(folder).test(path))) return;
      const may = floor.may.length > 0 ? floor.may.join(', ') : 'nothing of ours';
      context.report({ node: source, messageId: 'floor', data: { own: floor.own, path, may } });
    };
    return {
      ImportDeclaration: node => check(node.source),
      ExportNamedDeclaration: node => check(node.source),
      ExportAllDeclaration: node => check(node.source),
      ImportExpression: node => check(node.source),
      TSImportType: node => check(node.source ?? node.argument?.literal),
    };
  },
};
