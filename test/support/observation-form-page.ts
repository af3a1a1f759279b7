import { fixture, html } from '@open-wc/testing';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Backend } from '../../src/backend/backend.js';
import { memory, type MemoryBackend, type MemoryOptions } from '../../src/backend/memory/memory.js';
import '../../src/components/backend/backend.define.js';
import '../../src/components/observation-form/observation-form.define.js';
import type { PorticoObservationForm } from '../../src/components/observation-form/observation-form.js';
import { observationSeed, observedDocument, observedProcess } from '../../stories/support/observation-seed.js';
import { testNow, until } from './pact-page.js';

/** A backend with observations of the invented city. */
export const observedBackend = (options: MemoryOptions = {}, seed = observationSeed): MemoryBackend =>
  memory(seed, { now: () => testNow, ...options });

export interface FormPageOptions {
  process?: string;
  document?: string;
  passage?: string;
  helper?: boolean;
  lang?: string;
}

/** A page with a backend and the form in it. */
export async function formPage(backend: Backend | undefined, options: FormPageOptions = {}) {
  const { process = observedProcess, document = observedDocument, passage, helper = false, lang = 'it' } = options;
  const page = await fixture<HTMLElement>(html`
    <div lang=${lang}>
      <portico-backend .backend=${backend}>
        <portico-observation-form process=${process} document=${document} passage=${ifDefined(passage)} ?helper=${helper}
          ><a href="/osservazioni">Osservazioni</a></portico-observation-form
        >
      </portico-backend>
    </div>
  `);
  const form = page.querySelector('portico-observation-form');
  if (!form) throw new Error('no form');
  return { page, form };
}

/** Waits for an element in the form. */
export const inForm = <Found extends HTMLElement = HTMLElement>(form: PorticoObservationForm, selector: string): Promise<Found> =>
  until(() => form.shadowRoot?.querySelector<Found>(selector));

export const isIn = (form: PorticoObservationForm, selector: string): boolean =>
  form.shadowRoot?.querySelector(selector) !== null;

/** The words that a person sees, blanks made one. */
export const formWords = (form: PorticoObservationForm, selector = '.form'): string =>
  (form.shadowRoot?.querySelector<HTMLElement>(selector)?.innerText ?? '').replace(/\s+/g, ' ').trim();

/** Waits until the form shows these words. */
export const formTells = (form: PorticoObservationForm, words: string, selector?: string): Promise<boolean> =>
  until(() => formWords(form, selector).includes(words));

/** Waits until there is something to fill in, and who is looking is known. */
export async function fillable(form: PorticoObservationForm): Promise<void> {
  await inForm(form, '.step');
  await until(() => form.state.type === 'ready' && form.state.reader.type !== 'asking');
  await until(
    () =>
      form.state.type === 'ready' && (form.state.entry.passage === undefined || form.state.subject.passage?.type !== 'reading'),
  );
  await form.updateComplete;
}

/** What has focus in the form. */
export const focusedIn = (form: PorticoObservationForm): Element | null => form.shadowRoot?.activeElement ?? null;

/** The button with these words. */
export const buttonWith = (form: PorticoObservationForm, words: string): Promise<HTMLElement> =>
  until(() =>
    [...(form.shadowRoot?.querySelectorAll<HTMLElement>('button, a.button') ?? [])].find(each =>
      each.innerText.replace(/\s+/g, ' ').includes(words),
    ),
  );
