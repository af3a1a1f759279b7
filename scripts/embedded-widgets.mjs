import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

/** What a module exports that needs no page. */
function exportsOf(path) {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL(path, import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** The widgets that a page can embed, as `src/embed/widgets.ts` lists them. */
export const { widgets } = await exportsOf('../src/embed/widgets.ts');

/** The same list as the loader keeps it. */
export const { lines } = await exportsOf('../src/embed/lines.ts');
