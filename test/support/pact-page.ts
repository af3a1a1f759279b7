import { fixture, html } from '@open-wc/testing';
import { ifDefined } from 'lit/directives/if-defined.js';
import { demoSeed } from '../../demo/data/seed.js';
import type { Backend } from '../../src/backend/backend.js';
import { memory, type MemoryBackend, type MemoryOptions } from '../../src/backend/memory/memory.js';
import '../../src/components/backend/backend.define.js';
import type { PorticoPactViewer } from '../../src/components/pact-viewer/pact-viewer.js';
import '../../src/components/pact-viewer/pact-viewer.define.js';
import { until } from './until.js';

export { until } from './until.js';

/** The server's clock in tests. */
export const testNow = new Date('2026-11-24T10:00:00+01:00');

export const pactId = 'aria-clima-2026';

/** A backend with the data of the demonstration. */
export const demoBackend = (options: MemoryOptions = {}): MemoryBackend => memory(demoSeed, { now: () => testNow, ...options });

export interface PactPageOptions {
  pact?: string;
  version?: number;
  lang?: string;
}

/** A page with a backend and the viewer in it. */
export async function pactPage(backend: Backend | undefined, { pact = pactId, version, lang = 'it' }: PactPageOptions = {}) {
  const page = await fixture<HTMLElement>(html`
    <div lang=${lang}>
      <portico-backend .backend=${backend}>
        <portico-pact-viewer pact=${pact} version=${ifDefined(version)}><a href="/patti/aria">Il patto</a></portico-pact-viewer>
      </portico-backend>
    </div>
  `);
  const viewer = page.querySelector('portico-pact-viewer');
  if (!viewer) throw new Error('no viewer');
  return { page, viewer };
}

/** Waits for an element in the viewer. */
export const seen = <Found extends HTMLElement = HTMLElement>(viewer: PorticoPactViewer, selector: string): Promise<Found> =>
  until(() => viewer.shadowRoot?.querySelector<Found>(selector));

/** The words that a person sees, blanks made one. What is only there for a moment or hidden does not count. */
export function textOf(viewer: PorticoPactViewer, selector = '.viewer'): string {
  const element = viewer.shadowRoot?.querySelector<HTMLElement>(selector);
  return (element?.innerText ?? '').replace(/\s+/g, ' ').trim();
}

/** Waits until the viewer shows these words. */
export const says = (viewer: PorticoPactViewer, words: string): Promise<boolean> =>
  until(() => textOf(viewer).includes(words.replace(/\s+/g, ' ')));

/** Waits until the viewer has its pact and knows what there is to know of the reader. */
export async function ready(viewer: PorticoPactViewer): Promise<void> {
  await until(() => viewer.state.type === 'ready' && viewer.state.reader.type !== 'asking');
  await seen(viewer, '[aria-controls=full-text]');
  await viewer.updateComplete;
}

/** What has focus inside the viewer. */
export const focused = (viewer: PorticoPactViewer): Element | null => viewer.shadowRoot?.activeElement ?? null;
