import '../src/components/backend/backend.define.js';
import '../src/components/document/document.define.js';
import '../src/components/follow/follow.define.js';
import '../src/components/observation-form/observation-form.define.js';
import '../src/components/observation-list/observation-list.define.js';
import '../src/components/pact-viewer/pact-viewer.define.js';
import '../src/components/receipt/receipt.define.js';
import '../src/components/voting-widget/voting-widget.define.js';
import { http } from '../src/backend/http/http.js';
import { directionOf } from '../src/i18n/language.js';

/** The choices of the yellow bar. They stand in the address, so that a reload keeps them and a link carries them. */
const choices = { lang: 'it', network: 'good', look: 'bootstrap-italia', scheme: 'light' };

/** What the network makes of a request, so that its bad days can be seen. */
const networks: Readonly<Record<string, typeof fetch>> = {
  good: fetch,
  slow: async (...request) => {
    await new Promise(resolve => setTimeout(resolve, 3_000));
    return fetch(...request);
  },
  offline: () => Promise.reject(new TypeError('no network')),
  failing: () => Promise.resolve(new Response(null, { status: 503 })),
};

let network = fetch;
const backend = http('/api', { locale: 'it', fetch: (...request) => network(...request) });
const root = document.documentElement;
const preset = document.querySelector<HTMLLinkElement>('#preset');

function chosen(): typeof choices {
  const query = new URLSearchParams(location.search);
  const entries = Object.entries(choices).map(([name, usual]) => [name, query.get(name) ?? usual] as const);
  return Object.fromEntries(entries) as typeof choices;
}

function apply(choice: typeof choices): void {
  const { lang, look, scheme } = choice;
  root.lang = lang;
  root.dir = directionOf(lang);
  root.classList.toggle('dark', scheme === 'dark' && look === 'portico');
  if (preset) preset.disabled = look !== 'bootstrap-italia';
  network = networks[choice.network] ?? fetch;
  for (const select of document.querySelectorAll<HTMLSelectElement>('.trial select')) {
    select.value = (choice as Readonly<Record<string, string>>)[select.name] ?? '';
  }
}

const widgets = () =>
  document.querySelectorAll<HTMLElement & { reload(): void }>(
    'portico-pact-viewer, portico-document, portico-observation-list, portico-voting-widget',
  );

function choose(name: string, value: string): void {
  const url = new URL(location.href);
  url.searchParams.set(name, value);
  history.replaceState(null, '', url);
  apply(chosen());
  if (name === 'network') for (const widget of widgets()) widget.reload();
}

document.querySelector('.trial')?.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLSelectElement) choose(target.name, target.value);
});

apply(chosen());
const provider = document.querySelector('portico-backend');
if (provider) provider.backend = backend;
