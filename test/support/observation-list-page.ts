import { fixture, html } from '@open-wc/testing';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Backend } from '../../src/backend/backend.js';
import { memory, type MemoryBackend, type MemoryOptions } from '../../src/backend/memory/memory.js';
import type { MemorySeed } from '../../src/backend/memory/seed.js';
import '../../src/components/backend/backend.define.js';
import '../../src/components/observation-list/observation-list.define.js';
import type { PorticoObservationList } from '../../src/components/observation-list/observation-list.js';
import { observationSeed, observedProcess } from '../../stories/support/observation-seed.js';
import { testNow } from './pact-page.js';
import { inside } from './widget-page.js';

export const listBackend = (options: MemoryOptions = {}, seed: MemorySeed = observationSeed): MemoryBackend =>
  memory(seed, { now: () => testNow, ...options });

export interface ListPageOptions {
  process?: string;
  document?: string;
  passage?: string;
  lang?: string;
}

/** A page with a backend and the list in it. */
export async function listPage(backend: Backend | undefined, options: ListPageOptions = {}) {
  const { process = observedProcess, document, passage, lang = 'it' } = options;
  const page = await fixture<HTMLElement>(html`
    <div lang=${lang}>
      <portico-backend .backend=${backend}>
        <portico-observation-list process=${process} document=${ifDefined(document)} passage=${ifDefined(passage)}
          ><a href="/osservazioni">Le osservazioni</a></portico-observation-list
        >
      </portico-backend>
    </div>
  `);
  const widget = page.querySelector('portico-observation-list');
  if (!widget) throw new Error('no list');
  return { page, widget };
}

/** Opens an observation of the list and waits until it is there in full. */
export async function opened(widget: PorticoObservationList, reference: string): Promise<HTMLElement> {
  (await inside(widget, `#list-${reference}-link`)).click();
  await inside(widget, `#list-${reference} .history`);
  await widget.updateComplete;
  const place = await inside(widget, `#list-${reference}`);
  // What is far away is not drawn, and WebKit finds no words in it.
  place.scrollIntoView();
  return place;
}
