import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const here = path => fileURLToPath(new URL(path, import.meta.url));

/** Text that shrinks; anything else is copied and no more. */
const shrinks = /\.(js|css|json|map|svg|html|txt)$/;

/** Shorter files are sent as they are, in bytes. */
const worthShrinking = 1000;

const forms = [
  ['', content => content],
  ['.br', content => brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })],
  ['.gz', content => gzipSync(content, { level: 9 })],
];

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

/** A file is there whole or not at all, since a server may be reading the folder. */
function put(file, content, { atime, mtime }) {
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}.part`;
  writeFileSync(unfinished, content);
  utimesSync(unfinished, atime, mtime);
  renameSync(unfinished, file);
}

const isThere = (file, { mtime }) => existsSync(file) && Math.abs(statSync(file).mtimeMs - mtime.getTime()) < 1000;

/**
 * Copies the built widgets beside the built server, each file also as Brotli and gzip, so that no request waits for it. What has not
 * changed is left alone. Without built widgets there is nothing to copy, and the server's pages are read without them.
 */
export function copyWidgetFiles({ from = here('../../dist/cdn'), to = here('../dist/portico') } = {}) {
  const expected = new Set();
  for (const name of filesBelow(from)) {
    const source = join(from, name);
    const stat = statSync(source);
    const wanted = shrinks.test(name) && stat.size >= worthShrinking ? forms : forms.slice(0, 1);
    const missing = wanted.filter(([ending]) => !isThere(join(to, name + ending), stat));
    const content = missing.length > 0 ? readFileSync(source) : undefined;
    for (const [ending, make] of missing) put(join(to, name + ending), make(content), stat);
    for (const [ending] of wanted) expected.add(name + ending);
  }
  for (const name of filesBelow(to)) if (!expected.has(name) && !name.endsWith('.part')) rmSync(join(to, name));
}
