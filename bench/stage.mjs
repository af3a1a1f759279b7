import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoCity } from '../scripts/demo-city.mjs';
import { serve } from '../scripts/serve.mjs';
import { bundled } from './bundled.mjs';
import { entries } from './entries.mjs';
import { page, siteStyles } from './pages.mjs';

/** The built files and, beside them, the hand-written ones: the same server sends both in the same way. */
async function folderOf(built) {
  const folder = mkdtempSync(join(tmpdir(), 'portico-bench-'));
  cpSync(built, folder, { recursive: true });
  mkdirSync(join(folder, 'vanilla'));
  for (const file of ['pact.js', 'pact.css'])
    writeFileSync(
      join(folder, 'vanilla', file),
      await bundled(`./vanilla/${file}`, { minify: true, charset: 'utf8', target: 'es2022' }),
    );
  return folder;
}

/**
 * The policy of a page that takes scripts, styles and data from the city. It asks for no Trusted Types, since the hand-written page puts
 * its HTML in as a string, which is the quickest way.
 */
const policyFor = city =>
  [
    "default-src 'none'",
    `script-src ${city}`,
    `style-src 'self' ${city}`,
    `connect-src ${city}`,
    'img-src data:',
    "base-uri 'none'",
  ].join('; ');

/**
 * A newspaper with a page for each entry, and the city on another origin, which has scripts, styles and data.
 *
 * @param built - Folder of the built files. They are copied, so that a build in between changes nothing.
 * @returns `names` of the entries, `address(name)` of a page (without a name, of one that has no widget), the `pact` that all show,
 *   `files` with the copy, and `close()`.
 */
export async function stage(built = 'dist/cdn') {
  const files = await folderOf(built);
  const city = await demoCity({ root: files, files });
  const pact = await (await fetch(`${city.url}/api/v1/pacts/aria-clima-2026?locale=it`)).json();
  const pactStyles = readFileSync(join(files, 'vanilla/pact.css'));
  const pages = await entries({ city: city.url, files, pact });
  const policy = policyFor(city.url);

  const site = await serve({
    root: files,
    host: 'localhost',
    answer: (request, response, { pathname }) => {
      const send = (body, type) => {
        response.writeHead(200, {
          'content-type': `${type}; charset=utf-8`,
          'cache-control': 'no-store',
          'content-security-policy': policy,
        });
        response.end(body);
        return true;
      };
      if (pathname === '/site.css') return send(siteStyles, 'text/css');
      if (pathname === '/pact.css') return send(pactStyles, 'text/css');
      const name = pathname.slice(1);
      return (name === '' || Object.hasOwn(pages, name)) && send(page(pages[name] ?? {}), 'text/html');
    },
  });

  return {
    names: Object.keys(pages),
    address: (name = '') => `${site.url}/${name}`,
    pact,
    files,
    close: async () => {
      await Promise.all([city.close(), site.close()]);
      rmSync(files, { recursive: true, force: true });
    },
  };
}
