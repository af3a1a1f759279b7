import { build } from 'esbuild';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** `npm run build -w server`: the program as one file, with the library's own model inside and packages outside. */
const here = path => fileURLToPath(new URL(path, import.meta.url));

export const bundling = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  sourcemap: 'linked',
  logLevel: 'warning',
};

export const buildServer = () =>
  build({
    ...bundling,
    entryPoints: [here('src/main.ts')],
    outfile: here('dist/portico-server.mjs'),
    banner: { js: '#!/usr/bin/env node' },
  });

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildServer();
