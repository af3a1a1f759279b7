import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { vscodeCss, vscodeHtml, webTypes } from '../../scripts/package-files/editors.mjs';
import { elementsOf } from '../../scripts/package-files/elements.mjs';
import { llms } from '../../scripts/package-files/llms.mjs';
import { reactTypes, svelteTypes, vueTypes } from '../../scripts/package-files/types.mjs';

const type = text => ({ type: { text } });

/** A widget that has one of everything. */
const manifest = {
  modules: [
    {
      path: 'dist/components/hub-map/hub-map.events.js',
      declarations: [{ kind: 'class', name: 'PorticoOpenHubEvent' }],
    },
    {
      path: 'dist/components/hub-map/hub-map.js',
      declarations: [
        {
          kind: 'class',
          name: 'PorticoHubMap',
          tagName: 'portico-hub-map',
          customElement: true,
          description: 'Hubs of a\nneighbourhood.',
          attributes: [
            { name: 'hub', fieldName: 'hub', ...type('string | undefined') },
            { name: 'most-hubs', fieldName: 'mostHubs', default: '20', description: 'At most these.', ...type('number') },
            { name: 'open-now', fieldName: 'openNow', default: 'false', ...type('boolean') },
            { name: 'form', fieldName: 'form', ...type("'list' | 'map' | undefined") },
          ],
          members: [
            { kind: 'field', name: 'hub', ...type('string | undefined') },
            { kind: 'field', name: 'mostHubs', description: 'At most these.', ...type('number') },
            { kind: 'field', name: 'openNow', ...type('boolean') },
            { kind: 'field', name: 'form', ...type("'list' | 'map' | undefined") },
            { kind: 'field', name: 'state', ...type('HubMapState') },
            { kind: 'field', name: 'count', readonly: true, ...type('number') },
            { kind: 'field', name: 'shared', static: true, ...type('number') },
            { kind: 'method', name: 'show', parameters: [{ name: 'hub', ...type('string') }], return: type('void') },
          ],
          events: [{ name: 'portico-open-hub', description: 'Somebody opened a hub.', ...type('PorticoOpenHubEvent') }],
          slots: [{ name: '', description: 'Shown without hubs.' }],
          cssParts: [{ name: 'base', description: 'The whole map.' }],
          cssProperties: [{ name: '--portico-radius', description: 'corners', default: '4px' }],
        },
        {
          kind: 'class',
          name: 'PorticoHubList',
          tagName: 'portico-hub-list',
          customElement: true,
          cssParts: [{ name: 'base', description: 'The whole list.' }],
          cssProperties: [{ name: '--portico-radius', description: 'corners', default: '4px' }],
        },
      ],
    },
  ],
};
const elements = elementsOf(manifest);
const [map, list] = elements;

describe('what is read out of the manifest', () => {
  it('has one line where a comment has several, and types without what every attribute may be', () => {
    assert.equal(map.description, 'Hubs of a neighbourhood.');
    assert.deepEqual(
      map.attributes.map(each => each.type),
      ['string', 'number', 'boolean', "'list' | 'map'"],
    );
    assert.deepEqual(map.attributes.at(-1).values, ['list', 'map']);
  });

  it('knows where the class of an event is, and does not guess', () => {
    assert.equal(map.events[0].module, 'dist/components/hub-map/hub-map.events.js');
    const lost = { modules: manifest.modules.slice(1) };
    assert.throws(() => elementsOf(lost), /declares PorticoOpenHubEvent/);
  });

  it('takes an element that has nothing to set', () => {
    assert.deepEqual([list.attributes, list.properties, list.events, list.slots], [[], [], [], []]);
  });
});

describe('types for frameworks', () => {
  for (const [name, make] of Object.entries({ react: reactTypes, svelte: svelteTypes })) {
    it(`name attributes, properties and events for ${name}`, () => {
      const text = make(elements);
      assert.match(text, /import type \{ PorticoOpenHubEvent \} from '\.\.\/components\/hub-map\/hub-map\.events\.js'/);
      assert.match(text, / hub\?: PorticoHubMap\['hub'\] \| undefined;/);
      assert.match(text, / mostHubs\?: PorticoHubMap\['mostHubs'\] \| undefined;/);
      assert.match(text, / 'most-hubs'\?: number \| `\$\{number\}` \| undefined;/);
      assert.match(text, / 'open-now'\?: boolean \| undefined;/);
      assert.match(text, / state\?: PorticoHubMap\['state'\] \| undefined;/);
      assert.match(text, / 'onportico-open-hub'\?: \(\(event: PorticoOpenHubEvent\) => void\) \| undefined;/);
      assert.match(text, /'portico-hub-map': Props<PorticoHubMap, PorticoHubMapProps>;/);
      assert.doesNotMatch(text, /count|shared/);
    });
  }

  it('name attributes, properties and events for vue, which writes all of them in camel case', () => {
    const text = vueTypes(elements);
    assert.match(text, / mostHubs\?: PorticoHubMap\['mostHubs'\] \| number \| `\$\{number\}` \| undefined;/);
    assert.match(text, / onPorticoOpenHub\?: \(\(event: PorticoOpenHubEvent\) => void\) \| undefined;/);
    assert.match(text, /'portico-hub-map': Component<PorticoHubMap, PorticoHubMapProps>;/);
    assert.doesNotMatch(text, /most-hubs|count|shared/);
  });
});

describe('data for editors', () => {
  it('offer values, and a name that two elements share once', () => {
    const { tags } = vscodeHtml(elements);
    assert.deepEqual(
      tags.map(({ name }) => name),
      ['portico-hub-map', 'portico-hub-list'],
    );
    assert.deepEqual(tags[0].attributes.at(-1).values, [{ name: 'list' }, { name: 'map' }]);
    assert.deepEqual(
      vscodeCss(elements).properties.map(({ name, description }) => [name, description.value]),
      [['--portico-radius', 'corners Default: `4px`']],
    );
    assert.equal(vscodeCss(elements).pseudoElements.length, 1);
  });

  it('tell a JetBrains editor attributes, properties, events and slots', () => {
    const { html, css } = webTypes(elements, { name: 'portico', version: '1.2.3' }).contributions;
    const [{ attributes, js, slots }] = html.elements;
    assert.deepEqual(attributes[1], {
      name: 'most-hubs',
      description: 'At most these.',
      value: { type: 'number', default: '20' },
    });
    assert.deepEqual(
      js.properties.map(({ name }) => name),
      ['hub', 'mostHubs', 'openNow', 'form', 'state', 'count'],
    );
    assert.deepEqual(js.events, [
      { name: 'portico-open-hub', type: 'PorticoOpenHubEvent', description: 'Somebody opened a hub.' },
    ]);
    assert.deepEqual(slots, [{ name: '', description: 'Shown without hubs.' }]);
    assert.equal(css['pseudo-elements'][0].name, 'part(base)');
  });
});

describe('llms.txt', () => {
  it('lists all of an element', () => {
    const text = llms(elements, { name: 'portico', version: '1.2.3', description: 'Widgets' }, []);
    for (const line of [
      '> Widgets.',
      '### `<portico-hub-map>`',
      "Registered by `import 'portico/components/hub-map/hub-map.define.js'`; its class is `PorticoHubMap` of `portico`.",
      '- `most-hubs` (`number`, default `20`): At most these. As a property: `mostHubs`.',
      '- `state` (`HubMapState`)',
      '- `show(hub: string): void`',
      '- `portico-open-hub` (`PorticoOpenHubEvent`): Somebody opened a hub.',
      '- `(default)`: Shown without hubs.',
      '- `base`: The whole map.',
      '- `--portico-radius` (default `4px`): corners',
    ]) {
      assert.ok(text.split('\n').includes(line), line);
    }
  });

  it('as it is built, speaks of every element and leads to documents that are there', () => {
    const text = readFileSync('dist/llms.txt', 'utf8');
    const built = elementsOf(JSON.parse(readFileSync('custom-elements.json', 'utf8')));
    assert.ok(built.length > 1);
    for (const { tag, attributes, events } of built) {
      for (const { name } of [{ name: `<${tag}>` }, ...attributes, ...events]) assert.ok(text.includes(`\`${name}\``), name);
    }
    const links = Array.from(text.matchAll(/\]\(([^)]+)\)/g), ([, path]) => join(dirname('dist/llms.txt'), path));
    assert.ok(links.length > 3);
    assert.deepEqual(
      links.filter(path => !existsSync(path)),
      [],
    );
  });
});
