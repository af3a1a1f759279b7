import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cdn } from '../scripts/cdn-folders.mjs';
import { imported } from './bundled.mjs';

/**
 * What people paste, as the library itself writes it, so that what is measured is what they have.
 *
 * @param site - Address of the city.
 * @param files - Folder of the built files.
 * @returns A function that gives `head` and `content` for options of a snippet, or those without the loader for `oneFile`.
 */
export async function snippets(site, files) {
  const { snippet } = await imported('../src/snippet/snippet.ts');
  const integrity = JSON.parse(readFileSync(join(files, cdn.version, 'integrity.json'), 'utf8'));
  return ({ oneFile = false, ...options }) => {
    const pieces = snippet({
      site: `${site}/portico`,
      version: cdn.version,
      widget: 'pact-viewer',
      subject: 'aria-clima-2026',
      lang: 'it',
      cms: 'static',
      pinned: false,
      integrity,
      ...options,
    });
    const code = wanted => pieces.find(({ id }) => id === wanted).code;
    return oneFile
      ? { head: code('one-file-head'), content: code('one-file') }
      : { head: code('head'), content: code('content') };
  };
}
