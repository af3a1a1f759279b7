import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';

/** The widgets that a page can embed, as `src/embed/widgets.ts` lists them. */
const { code } = transformSync(readFileSync(new URL('../src/embed/widgets.ts', import.meta.url), 'utf8'), {
  loader: 'ts',
  format: 'esm',
});

export const { widgets } = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
