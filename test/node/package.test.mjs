import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, matchesGlob, resolve } from 'node:path';
import { before, describe, it } from 'node:test';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build } from 'esbuild';
import { rollup } from 'rollup';
import { filesIn } from '../../scripts/files-in.mjs';
import { installInto } from '../support/packed.mjs';

const consumer = resolve('.tmp/package');
const about = JSON.parse(readFileSync('package.json', 'utf8'));
let home;
/** The modules for bundlers, below `dist`. */
let modules;

before(() => {
  home = installInto(consumer);
  modules = filesIn(join(home, 'dist'), /\.js$/).filter(path => !path.startsWith('cdn/'));
});

const isThere = path => existsSync(join(home, path));

/** Runs a module in plain Node, in the consumer's folder, and reads what it prints. */
function inNode(code) {
  const options = { cwd: consumer, encoding: 'utf8' };
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], options);
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

describe('the package as npm would publish it', () => {
  it('has every file that package.json names', () => {
    const named = [
      about.types,
      about.customElements,
      about['web-types'],
      ...Object.values(about.bin),
      'README.md',
      'dist/llms.txt',
    ];
    const targets = Object.values(about.exports).flatMap(target =>
      typeof target === 'object' ? Object.values(target ?? {}) : target,
    );
    const files = filesIn(home);
    for (const target of [...named, ...targets]) {
      // A star in `exports` stands for folders too.
      const pattern = target.replace('./', '').replace('*', '**/*');
      assert.ok(
        files.some(path => matchesGlob(path, pattern)),
        `nothing is at ${pattern}`,
      );
    }
  });

  it('has neither sources nor pages of ours', () => {
    const strangers = filesIn(home).filter(
      path => /(?<!\.d)\.ts$/.test(path) || /^(src|test|stories|demo|server|dist\/(demo|e2e))\//.test(path),
    );
    assert.deepEqual(strangers, []);
  });

  it('has a manifest with the files that are there, and with the registration of each element', () => {
    const { modules: described } = JSON.parse(readFileSync(join(home, about.customElements), 'utf8'));
    const paths = JSON.stringify(described).matchAll(/"(?:path|module)":"([^"]+)"/g);
    const missing = [...new Set(Array.from(paths, ([, path]) => path))].filter(path => !isThere(path));
    assert.deepEqual(missing, []);
    const elements = described.flatMap(({ declarations }) => declarations.flatMap(({ tagName }) => tagName ?? []));
    const registered = described.flatMap(({ exports }) => exports.filter(({ kind }) => kind === 'custom-element-definition'));
    assert.deepEqual(
      registered.map(({ name }) => name),
      elements,
    );
    assert.ok(elements.includes('portico-pact-viewer'));
  });

  it('has a declaration for each module, and a module for each declaration', () => {
    assert.ok(modules.length > 50);
    const declared = filesIn(join(home, 'dist'), /\.d\.ts$/).filter(path => !path.startsWith('types/'));
    assert.deepEqual(
      modules.map(path => path.replace(/\.js$/, '')).sort(),
      declared.map(path => path.replace(/\.d\.ts$/, '')).sort(),
    );
  });

  it('can be imported in Node, module by module', () => {
    const failures = inNode(`
      const failures = [];
      for (const path of ${JSON.stringify(modules)}) {
        await import('./node_modules/portico/dist/' + path).catch(error => failures.push(path + ': ' + error.message));
      }
      console.log(JSON.stringify(failures));
    `);
    assert.deepEqual(failures, []);
  });

  it('is found by the names that the documents use, and keeps its inside for itself', () => {
    const names = ['portico', 'portico/backend/memory/memory.js', 'portico/components/pact-viewer/pact-viewer.define.js'];
    const found = inNode(`
      const found = [];
      for (const name of ${JSON.stringify([...names, 'portico/internal/define.js'])}) {
        found.push(await import(name).then(module => Object.keys(module).sort(), error => error.code));
      }
      console.log(JSON.stringify(found));
    `);
    assert.ok(found[0].includes('compose') && found[0].includes('PorticoPactViewer'));
    assert.deepEqual(found[1], ['memory']);
    assert.ok(found[2].includes('PorticoPactViewer'));
    assert.equal(found[3], 'ERR_PACKAGE_PATH_NOT_EXPORTED');
  });
});

describe('side effects', () => {
  const declared = path => about.sideEffects.some(pattern => matchesGlob(`dist/${path}`, pattern.replace('./', '')));

  it('are in the modules that package.json names and in no others', () => {
    // Without a page: what a module does there it does behind a question for `document`, which define files alone have to ask.
    const doing = inNode(`
      import 'lit/decorators.js';
      import '@lit/context';
      const doing = [];
      let defined = 0;
      globalThis.customElements.define = () => { defined += 1; };
      const seen = () => defined + ' ' + Reflect.ownKeys(globalThis).length;
      for (const path of ${JSON.stringify(modules)}) {
        const before = seen();
        await import('./node_modules/portico/dist/' + path);
        if (seen() !== before) doing.push(path);
      }
      console.log(JSON.stringify(doing));
    `);
    // A worker does its work in a worker alone.
    assert.deepEqual(
      doing,
      modules.filter(path => declared(path) && !path.endsWith('-worker.js')),
    );
    assert.ok(doing.length > 0);
  });

  /** Which modules of ours are in a bundle, by bundler. */
  const bundlers = {
    async rollup(entry) {
      const bundle = await rollup({ input: entry, plugins: [nodeResolve()], onwarn: () => {} });
      const { output } = await bundle.generate({ format: 'es' });
      await bundle.close();
      const rendered = output.flatMap(({ modules: parts = {} }) => Object.entries(parts));
      return {
        code: output[0].code,
        parts: rendered.filter(([, { renderedLength }]) => renderedLength > 0).map(([path]) => path),
      };
    },
    async esbuild(entry) {
      const options = { bundle: true, format: 'esm', metafile: true, write: false, outfile: join(consumer, 'out.js') };
      const { metafile, outputFiles } = await build({ entryPoints: [entry], ...options });
      const inputs = Object.values(metafile.outputs).flatMap(output => Object.entries(output.inputs));
      return {
        code: outputFiles[0].text,
        parts: inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => resolve(path)),
      };
    },
  };

  for (const [name, bundle] of Object.entries(bundlers)) {
    const bundled = async code => {
      const entry = join(consumer, `${name}.mjs`);
      writeFileSync(entry, code);
      const { code: text, parts } = await bundle(entry);
      return { code: text, parts: parts.filter(path => path !== entry) };
    };

    it(`leave nothing but what is used in a bundle of ${name}`, async () => {
      const { code, parts } = await bundled(`import { compose } from 'portico'; console.log(compose({}));`);
      assert.deepEqual(parts, [join(home, 'dist/backend/compose.js')]);
      assert.doesNotMatch(code, /customElements|LitElement|portico-/);
    });

    it(`keep the registration in a bundle of ${name}`, async () => {
      const { code, parts } = await bundled(`import 'portico/components/pact-viewer/pact-viewer.define.js';`);
      assert.ok(parts.includes(join(home, 'dist/components/pact-viewer/pact-viewer.js')));
      assert.match(code, /define\(["']portico-pact-viewer["'], PorticoPactViewer\)/);
    });
  }
});

describe('declarations', () => {
  const settings = {
    target: 'ES2022',
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    types: [],
    noEmit: true,
  };

  const check = (name, options, files) => {
    const project = join(consumer, `${name}.json`);
    writeFileSync(project, JSON.stringify({ compilerOptions: { ...settings, ...options }, files }));
    const { stdout, status } = spawnSync('node_modules/.bin/tsc', ['-p', project, '--pretty', 'false'], { encoding: 'utf8' });
    return { stdout, status };
  };

  const resolutions = {
    bundler: { module: 'ESNext', moduleResolution: 'Bundler' },
    nodenext: { module: 'NodeNext', moduleResolution: 'NodeNext' },
  };

  for (const [name, options] of Object.entries(resolutions)) {
    it(`type-check with all libraries checked, resolved as ${name} does`, () => {
      const importable = modules.filter(path => !path.startsWith('internal/') && path !== 'index.js');
      const names = ['portico', ...importable.map(path => `portico/${path}`)];
      writeFileSync(join(consumer, 'all.mts'), names.map(path => `import type {} from '${path}';\n`).join(''));
      writeFileSync(
        join(consumer, 'use.mts'),
        `import { overrideTexts, type Backend, type PactViewerState, type PorticoPactViewer } from 'portico';
import { memory } from 'portico/backend/memory/memory.js';
import type { TextKey } from 'portico/i18n/texts.js';
import 'portico/components/backend/backend.define.js';
import 'portico/components/pact-viewer/pact-viewer.define.js';

const backend: Backend = memory({ processes: [], pacts: [] });
document.createElement('portico-backend').backend = backend;
const viewer: PorticoPactViewer = document.createElement('portico-pact-viewer');
const state: PactViewerState = { type: 'failed', reason: 'unavailable' };
viewer.state = state;
viewer.addEventListener('portico-accepted', ({ detail }) => detail.reference.toUpperCase());
overrideTexts('it', { 'pact-viewer.you': 'Tu' });
// @ts-expect-error there is no such text
export const key: TextKey = 'no-such-text';
// @ts-expect-error a version is a number
viewer.version = 'two';
// @ts-expect-error the receipt of an acceptance is no number
viewer.addEventListener('portico-accepted', ({ detail }) => detail.reference.toFixed());
`,
      );
      assert.deepEqual(check(name, options, ['all.mts', 'use.mts']), { stdout: '', status: 0 });
    });
  }

  it('of the frameworks type-check beside these', () => {
    const names = ['react', 'vue', 'svelte'].map(path => `import type {} from 'portico/types/${path}';\n`);
    writeFileSync(join(consumer, 'frameworks.mts'), names.join(''));
    assert.deepEqual(check('frameworks', resolutions.bundler, ['frameworks.mts']), { stdout: '', status: 0 });
  });
});
