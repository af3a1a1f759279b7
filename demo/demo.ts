import '../src/components/backend/backend.define.js';
import '../src/components/pact-viewer/pact-viewer.define.js';
import type { Conditions } from '../src/backend/memory/conditions.js';
import { fairWeather } from '../src/backend/memory/conditions.js';
import { memory } from '../src/backend/memory/memory.js';
import { directionOf } from '../src/i18n/language.js';
import * as people from './data/people.js';
import { demoSeed } from './data/seed.js';

/** The choices of the yellow bar. They stand in the address, so that a reload keeps them and a link carries them. */
const choices = { lang: 'it', person: '', network: 'good', look: 'bootstrap-italia', scheme: 'light' };

const networks: Readonly<Record<string, Partial<Conditions>>> = {
  good: { latency: 150 },
  slow: { latency: 3_000 },
  offline: { offline: true },
  failing: { failures: { '*': 'unavailable' } },
};

const backend = memory(demoSeed);
const root = document.documentElement;
const preset = document.querySelector<HTMLLinkElement>('#preset');

function chosen(): typeof choices {
  const query = new URLSearchParams(location.search);
  const entries = Object.entries(choices).map(([name, usual]) => [name, query.get(name) ?? usual] as const);
  return Object.fromEntries(entries) as typeof choices;
}

function apply({ lang, person, network, look, scheme }: typeof choices): void {
  root.lang = lang;
  root.dir = directionOf(lang);
  root.classList.toggle('dark', scheme === 'dark' && look === 'portico');
  if (preset) preset.disabled = look !== 'bootstrap-italia';
  backend.conditions = { ...fairWeather, ...networks[network] };
  const somebody = (people as Readonly<Record<string, typeof people.anna>>)[person];
  if (somebody) backend.signIn(somebody);
  else backend.signOut();
  for (const select of document.querySelectorAll<HTMLSelectElement>('.trial select')) {
    select.value = { lang, person, network, look, scheme }[select.name] ?? '';
  }
}

function choose(name: string, value: string): void {
  const url = new URL(location.href);
  url.searchParams.set(name, value);
  history.replaceState(null, '', url);
  apply(chosen());
  if (name === 'network') document.querySelector('portico-pact-viewer')?.reload();
}

document.querySelector('.trial')?.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLSelectElement) choose(target.name, target.value);
});

// In the demonstration nobody can really sign in, so Anna does.
document.addEventListener('portico-sign-in', event => {
  event.preventDefault();
  choose('person', 'anna');
});

apply(chosen());
const provider = document.querySelector('portico-backend');
if (provider) provider.backend = backend;
