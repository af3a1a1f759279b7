import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

let loaded;

/** The memory backend with the data of the invented city, for a server. Its rules are read from the sources, so that they are the same. */
export const memoryInNode = () => (loaded ??= load());

async function load() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../demo/city-backend.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
