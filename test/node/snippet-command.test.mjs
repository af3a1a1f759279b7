import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { after, before, describe, it } from 'node:test';
import { ask } from '../../bin/ask.mjs';
import { snippetCommand } from '../../bin/snippet-command.mjs';
import { serve } from '../../scripts/serve.mjs';
import { hashOf, integrity, release } from '../support/snippet-choice.mjs';
import { codeOf } from '../support/snippet-pieces.mjs';

const folder = '.tmp/snippet-command';
const wholeLine =
  '--site https://partecipa.comune.example/portico --widget pact-viewer --subject aria-clima-2026 --lang it --cms wordpress'.split(
    ' ',
  );

/** Runs the command as a shell would, without a terminal. */
const portico = (...args) => spawnSync(process.execPath, ['bin/portico.mjs', ...args], { encoding: 'utf8', input: '' });
const snippet = (...args) => portico('snippet', ...args);

/** The same, while this process serves something. */
const snippetMeanwhile = (...args) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['bin/portico.mjs', 'snippet', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    const parts = [];
    child.stdout.on('data', part => parts.push(part));
    child.once('error', reject).once('close', status => resolve({ status, stdout: Buffer.concat(parts).toString() }));
  });

before(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/integrity.json`, JSON.stringify(integrity));
  writeFileSync(`${folder}/broken.json`, '{ "version": 1 }');
});
after(() => rmSync(folder, { recursive: true, force: true }));

describe('npx portico snippet', () => {
  it('is a command of the package', () => {
    const { bin, files } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.equal(bin.portico, 'bin/portico.mjs');
    assert.ok(files.includes('bin'));
    assert.match(readFileSync(bin.portico, 'utf8'), /^#!\/usr\/bin\/env node\n/);
  });

  it('prints what to paste, in order, each piece with its place', () => {
    const { status, stdout, stderr } = snippet(...wholeLine);
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, /^WordPress: pact-viewer, aria-clima-2026, it; following the releases of version \d+\n/);
    assert.match(stdout, /\n1\. Once per site: [^\n]*portico\.php\n\n```php\n<\?php\n/);
    assert.match(stdout, /\n2\. In the content[^\n]*\n\n```html\n<p><a class="portico-embed"/);
    assert.match(stdout, /\nOther ways[^\n]*\n\n\* Instead of the link/);
  });

  it('prints JSON for other programs', () => {
    const { status, stdout } = snippet(...wholeLine, '--json');
    assert.equal(status, 0);
    const ids = JSON.parse(stdout).map(({ id }) => id);
    assert.deepEqual(ids, ['head', 'content', 'placeholder', 'element', 'policy']);
  });

  it('takes every flag to its option', () => {
    const more =
      '--look kern --look-via link --platform https://b.example --backend https://c.example/api --origin https://d.example --origin https://e.example --set heading-level=3 --set version=2 --preload all --classic --no-lazy'.split(
        ' ',
      );
    const pieces = JSON.parse(snippet(...wholeLine, ...more, '--text', 'Da leggere', '--json').stdout);
    const head = codeOf(pieces, 'head');
    for (const part of [
      '/portico.js"',
      '<script defer="" src=',
      '/loader.classic.js"',
      'data-backend="https://c.example/api/"',
      'data-origins="https://b.example https://d.example https://e.example"',
      'data-lazy="off"',
    ]) {
      assert.ok(head.includes(part), part);
    }
    assert.match(
      codeOf(pieces, 'content'),
      /"https:\/\/b\.example\/embed\/pact-viewer\/aria-clima-2026\?lang=it&amp;theme=kern&amp;heading-level=3&amp;version=2">Da leggere</,
    );
  });

  it('explains itself', () => {
    const { status, stdout } = snippet('--help');
    assert.equal(status, 0);
    for (const flag of ['--site', '--cms', '--pinned', '--integrity', '--json', 'Exit codes'])
      assert.ok(stdout.includes(flag), flag);
    assert.match(stdout, /wordpress, drupal, typo3/);
    assert.match(portico('--help').stdout, /snippet/);
  });
});

describe('a pinned snippet', () => {
  it('has the hashes that the build left', () => {
    const built = JSON.parse(readFileSync(`dist/cdn/${release.version}/integrity.json`, 'utf8'));
    const { status, stdout } = snippet(...wholeLine, '--pinned', '--look', 'dsfr');
    assert.equal(status, 0);
    for (const file of ['portico.css', 'presets/dsfr.css', 'pact-viewer.js', 'loader.js']) {
      assert.ok(stdout.includes(`${release.version}/${file}" integrity="${built.files[file]}" crossorigin="anonymous"`), file);
    }
  });

  it('takes them from a file', () => {
    const { status, stdout } = snippet(...wholeLine, '--pinned', '--integrity', `${folder}/integrity.json`);
    assert.equal(status, 0);
    assert.ok(stdout.includes(hashOf('loader.js')));
  });

  it('takes them from an address, and with them the release', async () => {
    const other = { ...integrity, version: '7.1.2' };
    writeFileSync(`${folder}/other.json`, JSON.stringify(other));
    const server = await serve({ root: folder });
    try {
      const { status, stdout } = await snippetMeanwhile(...wholeLine, '--pinned', '--integrity', `${server.url}/other.json`);
      assert.equal(status, 0);
      assert.match(stdout, /pinned to 7\.1\.2/);
      assert.ok(stdout.includes('/portico/7.1.2/loader.js'));
    } finally {
      await server.close();
    }
  });

  for (const [file, message] of [
    ['missing.json', /cannot be read.*--integrity/],
    ['broken.json', /not the integrity\.json of a release/],
  ]) {
    it(`says what to do about ${file}`, () => {
      const { status, stdout, stderr } = snippet(...wholeLine, '--pinned', '--integrity', `${folder}/${file}`);
      assert.deepEqual([status, stdout], [1, '']);
      assert.match(stderr, message);
    });
  }
});

describe('a command line that is wrong', () => {
  for (const [args, message] of [
    [['snippet'], /^Missing: --site, --widget, --subject, --lang, --cms\./],
    [['snippet', ...wholeLine.slice(2)], /^Missing: --site\./],
    [['snippet', ...wholeLine, '--colour', 'red'], /--colour/],
    [['snippet', ...wholeLine, 'more'], /more/],
    [['snippet', ...wholeLine, '--site', 'http://a.example'], /^--site: .*https/],
    [['snippet', ...wholeLine, '--set', 'heading-level'], /^--set: heading-level/],
    [['snippet', ...wholeLine, '--origin', '*'], /^--origin: /],
    [['snippet', ...wholeLine, '--look-via', 'magic', '--look', 'kern'], /^--look-via: /],
    [['snipet'], /There is no command 'snipet'/],
  ]) {
    it(`${args.join(' ')}: code 2, and how to mend it`, () => {
      const { status, stdout, stderr } = portico(...args);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, message);
    });
  }
});

/** A terminal at which somebody answers each question when it is asked. */
function terminal(answers) {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const output = new PassThrough({ encoding: 'utf8' });
  const said = [];
  const left = [...answers];
  output.on('data', text => {
    said.push(text);
    if (!text.endsWith(': ')) return;
    const answer = left.shift();
    if (answer === undefined) input.end();
    else input.write(`${answer}\n`);
  });
  return { input, output, said: () => said.join(''), left };
}

describe('questions in a terminal', () => {
  it('ask only for what is missing, and the snippet goes where nothing else goes', async () => {
    const { input, output, left, said } = terminal(['aria-clima-2026', '', 'plone', 'dsfr', 'no']);
    const stdout = new PassThrough({ encoding: 'utf8' });
    const code = await snippetCommand(wholeLine.slice(0, 4), { stdin: input, stdout, stderr: output });
    assert.equal(code, 0);
    assert.deepEqual(left, []);
    assert.ok(!/Address|Widget/.test(said()));
    const printed = stdout.read();
    assert.match(printed, /^Plone: pact-viewer, aria-clima-2026, it; following/);
    assert.ok(printed.includes('presets/dsfr.css'));
  });

  it('ask again, with the reason, until an answer will do', async () => {
    const { input, output, said } = terminal(['x', 'b']);
    const answers = await ask([{ name: 'letter', text: 'Letter', choices: ['a', 'b'] }], { input, output });
    assert.deepEqual(answers, { letter: 'b' });
    assert.match(said(), /Letter \(a, b\): One of: a, b\nLetter/);
  });

  it('refuse what would make no snippet at once', async () => {
    const { input, output, said } = terminal([
      'http://a.example',
      'https://a.example/portico',
      'x y',
      'x',
      'en',
      'static',
      '',
      '',
    ]);
    const code = await snippetCommand(['--widget', 'pact-viewer'], { stdin: input, stdout: new PassThrough(), stderr: output });
    assert.equal(code, 0);
    assert.match(said(), /must begin with https/);
    assert.match(said(), /'x y' is no id/);
  });

  it('end with code 2 when the person ends them', async () => {
    const { input, output } = terminal(['https://a.example/portico']);
    const stdout = new PassThrough({ encoding: 'utf8' });
    assert.equal(await snippetCommand([], { stdin: input, stdout, stderr: output }), 2);
    assert.equal(stdout.read(), null);
  });
});
