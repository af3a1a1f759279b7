import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

const fromHere = path => fileURLToPath(new URL(path, import.meta.url));

/** One file with all that it imports; its text. */
export async function bundled(path, options = {}) {
  const { outputFiles } = await build({ entryPoints: [fromHere(path)], bundle: true, write: false, format: 'esm', ...options });
  return outputFiles[0].text;
}

/** The same as a module of this process. For sources that Node cannot read as they are. */
export async function imported(path) {
  const text = await bundled(path, { platform: 'node', target: 'node20' });
  return import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
}
