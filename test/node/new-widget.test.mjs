import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';

const copy = resolve('.tmp/new-widget');
const make = name => spawnSync(process.execPath, [resolve('scripts/new-widget.mjs'), name], { cwd: copy, encoding: 'utf8' });

describe('npm run new:widget', () => {
  before(() => {
    rmSync(copy, { recursive: true, force: true });
    mkdirSync(copy, { recursive: true });
    for (const part of ['src', 'test', 'stories', 'demo', 'tsconfig.json']) cpSync(part, `${copy}/${part}`, { recursive: true });
    const settings = JSON.parse(readFileSync('tsconfig.json', 'utf8'));
    writeFileSync(`${copy}/tsconfig.json`, JSON.stringify({ ...settings, include: ['src', 'test', 'stories'] }));
  });
  after(() => rmSync(copy, { recursive: true, force: true }));

  it('makes the files of a widget, and they type-check beside all others', () => {
    const { status, stdout } = make('sample-board');
    assert.equal(status, 0);
    assert.match(stdout, /src\/components\/sample-board\/sample-board\.ts/);
    const checked = spawnSync('node_modules/.bin/tsc', ['-p', `${copy}/tsconfig.json`], { encoding: 'utf8' });
    assert.equal(checked.stdout, '');
    assert.equal(checked.status, 0);
  });

  it('does not write over what is there', () => {
    const { status, stderr } = make('pact-viewer');
    assert.equal(status, 1);
    assert.match(stderr, /Already there/);
  });

  for (const name of ['', 'HubMap', 'portico-hub-map', '../evil']) {
    it(`refuses '${name}' as a name`, () => assert.equal(make(name).status, 1));
  }
});
