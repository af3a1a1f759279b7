import { build } from 'esbuild';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { copyWidgetFiles } from './scripts/widget-files.mjs';

/** `npm run build -w server`: the program as one file, with the library's own model inside and packages outside; the widgets beside it. */
const here = path => fileURLToPath(new URL(path, import.meta.url));

export const bundling = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  sourcemap: 'linked',
  // What pages are sent with is part of the program.
  loader: { '.css': 'text', '.svg': 'text' },
  logLevel: 'warning',
};

export const buildServer = async () => {
  await build({
    ...bundling,
    entryPoints: [here('src/main.ts')],
    outfile: here('dist/portico-server.mjs'),
    banner: { js: '#!/usr/bin/env node' },
  });
  copyWidgetFiles();
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildServer();
