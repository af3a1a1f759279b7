import { fixture, html } from '@open-wc/testing';
import { ifDefined } from 'lit/directives/if-defined.js';
import { demoSeed } from '../../demo/data/seed.js';
import type { Backend } from '../../src/backend/backend.js';
import { memory, type MemoryBackend, type MemoryOptions } from '../../src/backend/memory/memory.js';
import '../../src/components/backend/backend.define.js';
import '../../src/components/document/document.define.js';
import type { PorticoDocument } from '../../src/components/document/document.js';
import { longPlan } from '../../stories/support/long-plan.js';
import { testNow, until } from './pact-page.js';

export const planId = 'piano-aria-clima';

export const longId = 'piano-lungo';

/** A backend with the plan of the demonstration, and beside it one of as many passages as the test wants. */
export const planBackend = (options: MemoryOptions = {}, passages = 200): MemoryBackend =>
  memory({ ...demoSeed, documents: [...(demoSeed.documents ?? []), longPlan(passages)] }, { now: () => testNow, ...options });

export interface DocumentPageOptions {
  document?: string;
  version?: number;
  passage?: string;
  lang?: string;
}

/** A page with a backend and the document in it. */
export async function documentPage(backend: Backend | undefined, options: DocumentPageOptions = {}) {
  const { document = planId, version, passage, lang = 'it' } = options;
  const page = await fixture<HTMLElement>(html`
    <div lang=${lang}>
      <portico-backend .backend=${backend}>
        <portico-document document=${document} version=${ifDefined(version)} passage=${ifDefined(passage)}
          ><a href="/piani/aria">Il piano</a></portico-document
        >
      </portico-backend>
    </div>
  `);
  const widget = page.querySelector('portico-document');
  if (!widget) throw new Error('no document');
  return { page, widget };
}

/** Waits for an element in the widget. */
export const inside = <Found extends HTMLElement = HTMLElement>(widget: PorticoDocument, selector: string): Promise<Found> =>
  until(() => widget.shadowRoot?.querySelector<Found>(selector));

/** All of the kind in the widget. */
export const all = (widget: PorticoDocument, selector: string): HTMLElement[] => [
  ...(widget.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

/** The words that a person sees, blanks made one. */
export const wordsIn = (widget: PorticoDocument, selector = '.document'): string =>
  (widget.shadowRoot?.querySelector<HTMLElement>(selector)?.innerText ?? '').replace(/\s+/g, ' ').trim();

/** Waits until the widget shows these words. */
export const tells = (widget: PorticoDocument, words: string): Promise<boolean> => until(() => wordsIn(widget).includes(words));

/** Waits until the words of the first passages are here. */
export async function readable(widget: PorticoDocument): Promise<void> {
  await inside(widget, '.sheet.here');
  await widget.updateComplete;
}
