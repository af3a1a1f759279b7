/**
 * Lets a module import JSON without an import attribute, as bundlers do. Only what the browser asks for as a script becomes a
 * module: a test that fetches the same file gets the file.
 */
export function jsonModule() {
  const isJson = context => context.path.endsWith('.json');
  const isModule = context => isJson(context) && context.get('sec-fetch-dest') === 'script';
  // One address, two answers: without this the browser would take one for the other from its cache.
  const headers = { vary: 'sec-fetch-dest' };
  return {
    name: 'json-module',
    resolveMimeType: context => (isModule(context) ? 'js' : undefined),
    transformCacheKey: context => (isJson(context) ? context.get('sec-fetch-dest') : undefined),
    transform(context) {
      if (isModule(context)) return { body: `export default ${context.body};`, headers };
      return isJson(context) ? { headers } : undefined;
    },
  };
}
