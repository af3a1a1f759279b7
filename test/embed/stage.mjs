import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cdn } from '../../scripts/cdn-folders.mjs';
import { demoCity } from '../../scripts/demo-city.mjs';
import { filesIn } from '../../scripts/files-in.mjs';
import { serve } from '../../scripts/serve.mjs';
import { siteAnswer } from './site.mjs';

/** The same files as another release: what carries the version says another one. */
export function otherRelease(version) {
  const folder = mkdtempSync(join(tmpdir(), 'release-'));
  cpSync('dist/cdn', folder, { recursive: true });
  for (const file of filesIn(folder, /\.js$/)) {
    const path = join(folder, file);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(cdn.version, version));
  }
  renameSync(join(folder, cdn.version), join(folder, version));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * What the tests of embedding play on: a city with the library and its data, and a site of somebody else. They are two sites to a browser
 * (127.0.0.1 and localhost), so one's cookies are third-party cookies to the other.
 */
export async function stage() {
  const pages = new Map();
  // What one test fetched must not be in the cache of the next.
  const city = await demoCity({ cached: false });
  const site = await serve({ root: 'dist/cdn', host: 'localhost', answer: siteAnswer(pages) });
  let count = 0;
  return {
    city,
    site,
    pages,
    /** Puts a page on the site; its address comes back. What went wrong before is forgotten. */
    put(body, rest = {}) {
      const path = `/page-${(count += 1)}`;
      pages.set(path, { body, ...rest });
      city.requests.length = 0;
      site.reports.length = 0;
      for (const name of Object.keys(city.trouble)) delete city.trouble[name];
      return site.url + path;
    },
    close: () => Promise.all([city.close(), site.close()]),
  };
}
