import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { testCity, type TestCity } from './support/test-city.js';

const loader = `export const loader = '${'x'.repeat(3000)}';\n`;

const built: Readonly<Record<string, string>> = {
  'cdn/0/loader.js': loader,
  'cdn/0/portico.css': '.a{}',
  'cdn/0.9.0/loader.js': 'old',
  'cdn/0.10.0/loader.js': loader,
  'cdn/0.10.0/locales/en.js': 'en',
  'cdn/.secret': 'secret',
  'cdn/0/.hidden.js': 'secret',
  'secret.txt': 'secret',
};

function put(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

/** The script of the build, in a process of its own as the build runs it. */
function copy(from: string, to: string): void {
  const script = join(process.cwd(), 'server/scripts/widget-files.mjs');
  const code = `import { copyWidgetFiles } from ${JSON.stringify(script)}; copyWidgetFiles(${JSON.stringify({ from, to })});`;
  execFileSync(process.execPath, ['--input-type=module', '-e', code]);
}

describe('files of the widgets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'portico-files-'));
  const served = join(folder, 'served');
  let place: TestCity;
  before(async () => {
    put(folder, built);
    copy(join(folder, 'cdn'), served);
    place = await testCity('PGlite', { environment: { PORTICO_FILES: served } });
    await place.app.listen({ host: 'localhost', port: 0 });
  });
  after(async () => {
    await place.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = (url: string, encoding = '') => place.ask({ url, headers: { 'accept-encoding': encoding } });

  it('are kept for ever when they belong to a release, and for five minutes when they follow the releases', async () => {
    assert.equal((await ask('/portico/0.10.0/loader.js')).headers['cache-control'], 'public, max-age=31536000, immutable');
    assert.match(String((await ask('/portico/0/loader.js')).headers['cache-control']), /^public, max-age=300,/);
  });

  it('may be taken by every site', async () => {
    const { headers } = await ask('/portico/0/loader.js');
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.equal(headers['cross-origin-resource-policy'], 'cross-origin');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.match(String(headers['content-type']), /^(text|application)\/javascript/);
    assert.equal(headers.vary, 'accept-encoding');
  });

  it('are sent as the build compressed them', async () => {
    const br = await ask('/portico/0/loader.js', 'gzip, br');
    assert.equal(br.headers['content-encoding'], 'br');
    assert.equal(brotliDecompressSync(br.rawPayload).toString(), loader);
    const gzip = await ask('/portico/0/loader.js', 'gzip');
    assert.equal(gzip.headers['content-encoding'], 'gzip');
    assert.equal(gunzipSync(gzip.rawPayload).toString(), loader);
    assert.equal((await ask('/portico/0/loader.js')).body, loader);
    const short = await ask('/portico/0/portico.css', 'br');
    assert.equal(short.headers['content-encoding'], undefined);
    assert.equal(short.body, '.a{}');
  });

  it('are answered with nothing to who has them already', async () => {
    const { headers } = await ask('/portico/0/loader.js');
    const again = await place.ask({ url: '/portico/0/loader.js', headers: { 'if-none-match': String(headers.etag) } });
    assert.equal(again.statusCode, 304);
  });

  it('are loaded by an embed page, the newest release of them', async () => {
    const { body } = await ask('/embed/pact-viewer/patto-parco?lang=en');
    assert.ok(body.includes('<script type="module" src="/portico/0/loader.js"></script>'), body);
    assert.ok(body.includes('href="/portico/0.10.0/locales/en.js"'), body);
    assert.ok(body.includes('href="/api/v1/pacts/patto-parco?locale=en"'), body);
  });

  /** Sends an address as it is written. Most programs would make it a plain one before. */
  const askLiterally = async (path: string): Promise<{ status: number; body: string }> => {
    const { port } = place.app.server.address() as AddressInfo;
    const asked = request({ host: 'localhost', port, path, headers: { 'accept-encoding': 'br' }, agent: false }).end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    const parts = (await answer.toArray()) as Buffer[];
    return { status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString() };
  };

  it('are there for who asks literally', async () => {
    assert.equal((await askLiterally('/portico/0/portico.css')).body, '.a{}');
  });

  for (const trick of [
    ...['/portico', '/portico/', '/portico/0', '/portico/0/', '/portico/0.10.0/locales/', '/portico/0/nothing.js', '/portico/0/loader.js/'],
    ...['/portico/../secret.txt', '/portico/0/../../secret.txt', '/portico/%2e%2e/secret.txt', '/portico/..%2fsecret.txt'],
    ...['/portico/%2e%2e%2fsecret.txt', '/portico/..%5csecret.txt', '/portico/..\\secret.txt', '/portico/%252e%252e%252fsecret.txt'],
    ...['/portico/0/loader.js%00', '/portico/0/loader.js%00.txt', '/portico/.secret', '/portico/0/.hidden.js', '/portico/%2esecret'],
    ...['/portico//secret.txt', '/portico/0//loader.js', '/portico/./0/loader.js', '/portico/0/LOADER.JS', '/portico/0/loader.js.br'],
    ...['/portico/0/loader.js;a=b', '/portico/%c0%ae%c0%ae/secret.txt', '/portico/file:///etc/passwd', '//portico/0/loader.js'],
    ...['/portico/0/loader.js%2f..%2f..%2f..%2fsecret.txt', '/assets/../secret.txt', '/assets/page.css%00', '/assets/'],
  ]) {
    it(`are not reached by ${trick}`, async () => {
      const { status, body } = await askLiterally(trick);
      assert.ok([400, 403, 404].includes(status), String(status));
      assert.equal((JSON.parse(body) as { status: number }).status, status);
    });
  } // prettier-ignore

  it('cannot be written', async () => {
    const headers = place.writing();
    for (const method of ['POST', 'PUT', 'DELETE'] as const) {
      assert.equal((await place.ask({ method, url: '/portico/0/loader.js', headers })).statusCode, 404, method);
    }
  });

  it('are copied once, and taken away when the build no longer has them', () => {
    const [from, to] = [join(folder, 'again'), join(folder, 'copied')];
    put(from, { '0/a.js': loader, '0/b.js': loader });
    copy(from, to);
    const before = readFileSync(join(to, '0/a.js.br'));
    writeFileSync(join(to, '0/a.js.gz'), 'left alone, since a.js has not changed');
    rmSync(join(from, '0/b.js'));
    put(from, { '0/a.js': loader });
    copy(from, to);
    assert.deepEqual(readFileSync(join(to, '0/a.js.br')), before);
    assert.ok(!existsSync(join(to, '0/b.js')) && !existsSync(join(to, '0/b.js.br')));
  });

  it('may be missing: then pages are read without them', async () => {
    const bare = await testCity('PGlite', { environment: { PORTICO_FILES: join(folder, 'nothing') } });
    try {
      const { statusCode, body } = await bare.ask('/embed/pact-viewer/patto-parco');
      assert.equal(statusCode, 200);
      assert.ok(!body.includes('<script'));
      assert.ok(body.includes('Il parco di via Roma'));
    } finally {
      await bare.close();
    }
  });
});

describe('the look of pages', () => {
  let place: TestCity;
  before(async () => {
    place = await testCity('PGlite');
  });
  after(() => place.close());

  it('is kept for ever under the address that a page names, and shortly under its plain one', async () => {
    const { body } = await place.ask('/');
    const [, address = ''] = /href="(\/assets\/page\.css\?[0-9a-f]+)"/.exec(body) ?? [];
    assert.match(String((await place.ask(address)).headers['cache-control']), /immutable/);
    for (const other of ['/assets/page.css', '/assets/page.css?00000000']) {
      assert.equal((await place.ask(other)).headers['cache-control'], 'public, max-age=300', other);
    }
  });

  it('has no size that a site could have changed, and asks nothing of other hosts', async () => {
    for (const name of ['page.css', 'text.css']) {
      const { body, headers } = await place.ask(`/assets/${name}`);
      assert.equal(headers['content-type'], 'text/css; charset=utf-8');
      assert.doesNotMatch(body, /\drem\b|url\(|@import|@font-face/);
    }
  });
});
