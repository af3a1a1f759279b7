import { html, render } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { anna } from '../../../demo/data/people.js';
import { demoSeed } from '../../../demo/data/seed.js';
import { dress } from '../../../demo/systems/dress.js';
import { systems } from '../../../demo/systems/systems.js';
import { memory } from '../../../src/backend/memory/memory.js';
import '../../../src/components/backend/backend.define.js';
import '../../../src/components/pact-viewer/pact-viewer.define.js';
import { isTheme } from '../../../src/styles/themes.js';

/** A page of a design system with a viewer in it: `?look=kern&by=preset&scheme=dark`. `by=theme` sets the attribute instead. */
const query = new URLSearchParams(location.search);
const look = query.get('look') ?? undefined;
if (!isTheme(look)) throw new Error(`There is no look '${look ?? ''}'.`);
const byPreset = query.get('by') === 'preset';

const backend = memory(demoSeed, { now: () => new Date('2026-11-24T10:00:00+01:00') });
backend.signIn(anna);
await dress(look, query.get('scheme') === 'dark', {
  packages: '/node_modules/',
  presets: byPreset ? 'presets/' : undefined,
});
render(
  systems[look].page(html`
    <portico-backend .backend=${backend}>
      <portico-pact-viewer pact="aria-clima-2026" theme=${ifDefined(byPreset ? undefined : look)}></portico-pact-viewer>
    </portico-backend>
  `),
  document.body,
);
