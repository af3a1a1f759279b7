import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cdn } from './cdn-folders.mjs';
import { filesIn } from './files-in.mjs';

/** Where a city serves the folder unless it says otherwise; the ready import map is for this place. */
const usualPlace = `/portico/${cdn.version}/`;

const hash = file =>
  `sha384-${createHash('sha384')
    .update(readFileSync(join(cdn.pinned, file)))
    .digest('base64')}`;
const json = value => `${JSON.stringify(value, null, 2)}\n`;

/** Writes the hash of every file of a release, and an import map with which browsers check the chunks too. */
export function integrity() {
  return {
    name: 'integrity',
    writeBundle() {
      const files = Object.fromEntries(filesIn(cdn.pinned, /\.(js|css)$/).map(file => [file, hash(file)]));
      writeFileSync(join(cdn.pinned, 'integrity.json'), json({ version: cdn.version, files }));
      const scripts = Object.entries(files).filter(([file]) => /\.js$/.test(file));
      const importMap = {
        imports: { 'portico/': usualPlace },
        integrity: Object.fromEntries(scripts.map(([file, value]) => [usualPlace + file, value])),
      };
      writeFileSync(join(cdn.pinned, 'importmap.json'), json(importMap));
    },
  };
}
