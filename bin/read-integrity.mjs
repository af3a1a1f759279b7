import { readFile } from 'node:fs/promises';

/** How long a server may take, in milliseconds. */
const patience = 20_000;

async function textOf(place) {
  if (!/^https?:/.test(place)) return readFile(place, 'utf8');
  const response = await fetch(place, { signal: AbortSignal.timeout(patience) });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
  return response.text();
}

/**
 * Reads `integrity.json` of a release.
 *
 * @param place - A path or an address; without it, the file that the build of this package left.
 * @throws When it cannot be read, with what to do about it.
 */
export async function readIntegrity(place, version) {
  const own = new URL(`../dist/cdn/${version}/integrity.json`, import.meta.url);
  let text;
  try {
    text = await textOf(place ?? own);
  } catch (error) {
    const remedy = place
      ? 'Say with --integrity where it is.'
      : 'Build it with: npm run build. Or say with --integrity where it is.';
    throw new Error(`The hashes of the release cannot be read (${place ?? own.pathname}: ${error.message}). ${remedy}`, {
      cause: error,
    });
  }
  try {
    const { version: release, files } = JSON.parse(text);
    if (typeof release !== 'string' || typeof files !== 'object' || files === null)
      throw new Error('it has no version or no files');
    return { version: release, files };
  } catch (error) {
    throw new Error(`${place ?? own.pathname} is not the integrity.json of a release: ${error.message}`, { cause: error });
  }
}
