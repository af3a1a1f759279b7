import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { filesIn } from '../../scripts/files-in.mjs';
import { hostRule, presetModules } from '../../scripts/preset-modules.mjs';

const read = path => readFileSync(path, 'utf8');
const folder = 'src/styles/presets';
const names = filesIn(folder, /\.css$/).map(path => path.replace(/\.css$/, ''));
const ownFiles = JSON.parse(read('demo/systems/files.json'));

const tokens = [...read('src/styles/tokens.ts').matchAll(/var\((--portico-[a-z-]+), (.*)\);/g)];
const known = new Set(tokens.map(([, name]) => name));
/** What has a light and a dark default of ours would disagree with a system that is dark by a switch of its own. */
const schemed = tokens.filter(([, , usual]) => usual.includes('light-dark(')).map(([, name]) => name);

/** Properties and values of a preset. */
const declarations = css =>
  Object.fromEntries([...hostRule(css).matchAll(/(--[a-z-]+):([^;}]+)/g)].map(([, name, value]) => [name, value.trim()]));

describe('presets', () => {
  it('are those that there is a theme for, and a page of the system', () => {
    const themes = [...read('src/styles/themes.ts').matchAll(/import\('\.\/presets\/([a-z-]+)\.css'\)/g)].map(([, name]) => name);
    assert.deepEqual(themes, names);
    assert.deepEqual(Object.keys(ownFiles).sort(), names);
  });

  for (const name of names) {
    describe(name, () => {
      const preset = declarations(read(`${folder}/${name}.css`));
      const values = Object.entries(preset);

      it('sets properties that widgets read', () =>
        assert.deepEqual(
          Object.keys(preset).filter(each => !known.has(each)),
          [],
        ));

      it('leaves no colour to a light and dark of ours', () =>
        assert.deepEqual(
          schemed.filter(each => !(each in preset)),
          [],
        ));

      it('copies no colour', () => {
        const copied = values.filter(([, value]) => /#[0-9a-f]{3}|\b(rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\(/i.test(value));
        assert.deepEqual(copied, []);
      });

      it('points at variables that the system has', () => {
        const css = ownFiles[name].map(file => read(`node_modules/${file}`)).join('\n');
        const has = new Set(css.match(/--[a-z0-9-]+/g));
        // One with a fallback may be that of another release.
        const needed = values.flatMap(([, value]) =>
          [...value.matchAll(/var\((--[a-z0-9-]+)\)/g)].map(([, variable]) => variable),
        );
        assert.deepEqual(
          needed.filter(variable => !has.has(variable)),
          [],
        );
      });
    });
  }
});

describe('a preset as a module', () => {
  it('is its rule for the host of a shadow tree, without comments', () => {
    const css = '/* Words; and {braces}. */\n:root,\n[data-theme] {\n  --portico-radius: 0;\n  --portico-font-family: a, b;\n}\n';
    assert.equal(hostRule(css), ':host{--portico-radius: 0;--portico-font-family: a, b}');
  });

  for (const css of ['', 'p { color: red; }', ':root { --a: 1; } :root { --b: 2; }', '@media print { :root { --a: 1; } }']) {
    it(`cannot be made from '${css}'`, () => assert.throws(() => hostRule(css), /one rule/));
  }

  it('is made for the list of themes alone', () => {
    const { resolveId } = presetModules();
    const id = resolveId('./presets/govuk.css', '/somewhere/src/styles/themes.ts');
    assert.equal(id, '\0src/styles/presets/govuk');
    assert.equal(resolveId('./presets/govuk.css', '/somewhere/demo/demo.ts'), null);
    assert.equal(resolveId('./other.css', '/somewhere/src/styles/themes.ts'), null);
    assert.match(presetModules().load.call({ addWatchFile() {} }, id), /^export default ":host\{--portico/);
    assert.equal(presetModules().load('/somewhere/src/styles/themes.ts'), null);
  });
});
