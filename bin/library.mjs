import { existsSync, readFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);

/** The version of this package. */
export const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));

const modules = ['snippet/snippet', 'snippet/problems', 'snippet/systems', 'snippet/cms', 'snippet/looks', 'embed/widgets'];

/** What the commands need of the built package. */
export async function library() {
  if (!existsSync(new URL('dist/snippet/snippet.js', root))) throw new Error('The package is not built. First: npm run build');
  const found = await Promise.all(modules.map(module => import(new URL(`dist/${module}.js`, root).href)));
  const { snippet, problemsOf, SnippetError, systems, cmsNames, looks, widgets } = Object.assign({}, ...found);
  return {
    snippet,
    problemsOf,
    SnippetError,
    systems,
    cms: [...cmsNames],
    looks: Object.keys(looks),
    widgets: Object.keys(widgets),
  };
}
