import { apiAddress, foreignOrigins, releaseAddress, usualApi } from './addresses.js';
import type { Attributes, HeadTag } from './markup.js';
import type { SnippetOptions } from './options.js';

const loaderFile = ({ classic }: SnippetOptions): string => (classic ? 'loader.classic.js' : 'loader.js');

const presetFile = ({ look, lookVia = 'sheet' }: SnippetOptions): string | undefined =>
  look !== undefined && lookVia === 'sheet' ? `presets/${look}.css` : undefined;

function preloadFile({ preload = 'widget', widget }: SnippetOptions): string | undefined {
  switch (preload) {
    case 'widget':
      return `${widget}.js`;
    case 'all':
      return 'portico.js';
    case 'off':
      return undefined;
  }
}

/** The files of a release that a snippet names: those of the head, and the widget's own for a page without the loader. */
export function namedFiles(options: SnippetOptions): string[] {
  const own = options.cms === 'static' ? `${options.widget}.js` : undefined;
  const files = ['portico.css', presetFile(options), preloadFile(options), loaderFile(options), own];
  return [...new Set(files.filter(file => file !== undefined))];
}

/**
 * With a hash, a browser takes the file only as it was when the release was built. `crossorigin` is needed for that, and keeps the reader's
 * cookies of the file's own site out of the request, with or without a hash.
 */
export function checked({ pinned, integrity }: SnippetOptions, file: string): Attributes {
  const hash = pinned ? integrity?.files[file] : undefined;
  return { ...(hash !== undefined && { integrity: hash }), crossorigin: 'anonymous' };
}

/** What the script tag says for the whole page. */
export function loaderSettings(options: SnippetOptions): Attributes {
  const api = apiAddress(options);
  const origins = foreignOrigins(options);
  return {
    ...(api !== usualApi(options) && { 'data-backend': api }),
    ...(origins.length > 0 && { 'data-origins': origins.join(' ') }),
    ...(options.look !== undefined && options.lookVia === 'script' && { 'data-theme': options.look }),
    ...(options.lazy === false && { 'data-lazy': 'off' }),
  };
}

const tag = (
  options: SnippetOptions,
  name: HeadTag['name'],
  address: 'href' | 'src',
  file: string,
  first: Attributes,
): HeadTag => ({
  name,
  attributes: { ...first, [address]: releaseAddress(options) + file, ...checked(options, file) },
});

/** What keeps space free, and the look. */
export function styleTags(options: SnippetOptions): HeadTag[] {
  const files = ['portico.css', presetFile(options)].filter(file => file !== undefined);
  return files.map(file => tag(options, 'link', 'href', file, { rel: 'stylesheet' }));
}

export const moduleTag = (options: SnippetOptions, file: string): HeadTag =>
  tag(options, 'script', 'src', file, { type: 'module' });

export const preloadTags = (options: SnippetOptions): HeadTag[] =>
  [preloadFile(options)]
    .filter(file => file !== undefined)
    .map(file => tag(options, 'link', 'href', file, { rel: 'modulepreload' }));

export function loaderTag(options: SnippetOptions): HeadTag {
  const { name, attributes } = options.classic
    ? tag(options, 'script', 'src', loaderFile(options), { defer: '' })
    : moduleTag(options, loaderFile(options));
  return { name, attributes: { ...attributes, ...loaderSettings(options) } };
}

/** The tags for the head, in the order in which a browser should meet them: what keeps space free first, the script last. */
export const headTags = (options: SnippetOptions): HeadTag[] => [
  ...styleTags(options),
  ...preloadTags(options),
  loaderTag(options),
];
