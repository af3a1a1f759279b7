import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, describe, it } from 'node:test';
import { cdn } from '../../scripts/cdn-folders.mjs';
import { widgets } from '../../scripts/embedded-widgets.mjs';
import { filesIn } from '../../scripts/files-in.mjs';

const read = (file, folder = cdn.pinned) => readFileSync(join(folder, file), 'utf8');
const sha384 = bytes => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
const scripts = filesIn('dist/cdn', /\.js$/);

describe('the files for pages', () => {
  const temporary = mkdtempSync(join(tmpdir(), 'build-'));
  after(() => rmSync(temporary, { recursive: true, force: true }));

  it('are the loader in two forms, a whole file for each widget, one with all, words, looks, hashes and an import map', () => {
    const wanted = [
      ...['loader.js', 'loader.classic.js', 'portico.css', 'portico.js', 'integrity.json', 'importmap.json'],
      ...Object.keys(widgets).map(name => `${name}.js`),
      ...filesIn('src/i18n/locales').map(file => `locales/${file.replace('/', '-').replace('.json', '.js')}`),
      ...filesIn('src/styles/presets', /\.css$/).flatMap(file => [`presets/${file}`, `themes/${file.replace('.css', '.js')}`]),
    ];
    const there = filesIn(cdn.pinned);
    assert.deepEqual(
      wanted.filter(file => !there.includes(file)),
      [],
    );
  });

  it('hold every widget that there is', () => {
    const folders = filesIn('src/components', /\.define\.ts$/).map(path => path.split('/')[0]);
    assert.deepEqual(
      folders.filter(name => name !== 'backend'),
      Object.keys(widgets).sort(),
    );
  });

  it('are the same bytes when they are built again, in another place', () => {
    for (const name of ['src', 'scripts', 'rollup.config.mjs', 'package.json', 'tsconfig.json'])
      cpSync(name, join(temporary, name), { recursive: true });
    symlinkSync(resolve('node_modules'), join(temporary, 'node_modules'));
    execFileSync(process.execPath, [resolve('node_modules/rollup/dist/bin/rollup'), '-c', '--configCdn', '--silent'], {
      cwd: temporary,
    });
    // The graph names modules by their paths; it is for us and belongs to no page.
    const bytes = folder =>
      Object.fromEntries(filesIn(folder, /(?<!graph\.json)$/).map(file => [file, sha384(read(file, folder))]));
    assert.deepEqual(bytes(join(temporary, 'dist/cdn')), bytes('dist/cdn'));
  });

  it('have the hashes that they say', () => {
    const { version, files } = JSON.parse(read('integrity.json'));
    assert.equal(version, cdn.version);
    assert.deepEqual(Object.keys(files), filesIn(cdn.pinned, /\.(js|css)$/));
    for (const [file, hash] of Object.entries(files)) assert.equal(hash, sha384(readFileSync(join(cdn.pinned, file))), file);
  });

  it('have an import map with the same hashes', () => {
    const { integrity } = JSON.parse(read('importmap.json'));
    const { files } = JSON.parse(read('integrity.json'));
    for (const [address, hash] of Object.entries(integrity))
      assert.equal(hash, files[address.split(`/${cdn.version}/`)[1]], address);
    assert.equal(Object.keys(integrity).length, Object.keys(files).filter(file => file.endsWith('.js')).length);
  });

  it('are ASCII where a page without an encoding may read them', () => {
    // Only modules are always read as UTF-8.
    for (const file of scripts.filter(file => file.includes('classic')))
      assert.match(read(file, 'dist/cdn'), /^[\0-\x7f]*$/, file);
    assert.equal(scripts.filter(file => file.includes('classic')).length, 2);
  });

  it('never mix two releases: what follows the releases asks only for files of its own one', () => {
    for (const file of filesIn(cdn.floating, /\.js$/)) {
      const asked = [...read(file, cdn.floating).matchAll(/import\("([^"]+)"\)/g)].map(([, address]) => address);
      for (const address of asked) assert.ok(address.startsWith(`../${cdn.version}/`), `${file} asks for ${address}`);
    }
    assert.match(read('loader.js', cdn.floating), new RegExp(`"\\.\\./${cdn.version}/"`));
  });

  it('name only files that are there', () => {
    for (const file of filesIn(cdn.pinned, /\.js$/)) {
      const folder = join(cdn.pinned, file, '..');
      for (const [, address] of read(file).matchAll(/(?:import\(|from\s*|import\s*)"(\.[^"]+)"/g)) {
        assert.doesNotThrow(() => readFileSync(join(folder, address)), `${file} asks for ${address}`);
      }
    }
  });

  it('hold neither an evaluated text nor an address of somebody else', () => {
    for (const file of scripts) {
      const code = read(file, 'dist/cdn');
      assert.doesNotMatch(code, /\beval\(|new Function\(/, file);
      const hosts = [...code.matchAll(/["'`]https?:\/\/([\w.-]+)/g)]
        .map(([, host]) => host)
        .filter(host => host !== 'www.w3.org');
      assert.deepEqual(
        hosts.filter(host => !/\.example$/.test(host)),
        [],
        file,
      );
    }
  });
});
