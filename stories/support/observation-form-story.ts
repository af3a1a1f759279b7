import type { StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Conditions } from '../../src/backend/memory/conditions.js';
import { memory, type MemoryBackend } from '../../src/backend/memory/memory.js';
import type { MemoryPerson, MemorySeed } from '../../src/backend/memory/seed.js';
import type { PorticoObservationForm } from '../../src/components/observation-form/observation-form.js';
import type { ObservationFormState } from '../../src/components/observation-form/observation-form.state.js';
import { pageWide } from '../../src/internal/page-wide.js';
import { networks } from './network.js';
import { observationSeed, observedDocument, observedProcess } from './observation-seed.js';
import { click, found, storyNow } from './pact-story.js';

export interface ObservationFormArgs {
  process?: string;
  document?: string;
  passage?: string;
  helper?: boolean;
  'heading-level'?: number;
  /** Drives the form without a backend. */
  state?: ObservationFormState;
}

export interface ObservationFormStory {
  args?: ObservationFormArgs;
  seed?: MemorySeed;
  person?: MemoryPerson;
  conditions?: Partial<Conditions>;
  /** What happened before. */
  before?: (backend: MemoryBackend) => void;
  /** What the person does in the form. */
  play?: (form: PorticoObservationForm, backend: MemoryBackend) => Promise<void>;
}

/** A story on a backend of its own, under the network that the toolbar says, without what another story left. */
export function observationFormStory(story: ObservationFormStory): StoryObj<ObservationFormArgs> {
  const { args = {}, seed = observationSeed, person, conditions, before, play } = story;
  let backend: MemoryBackend | undefined;
  return {
    args,
    render: (given, { globals }) => {
      forgetDrafts();
      const network = networks[String(globals['network'])] ?? {};
      backend = memory(seed, { ...conditions, ...network, now: () => storyNow });
      if (person) backend.signIn(person);
      before?.(backend);
      return page(given, backend);
    },
    ...(play && {
      play: async ({ canvasElement, globals }) => {
        // On a bad network there is nothing to act on.
        if ((globals['network'] ?? 'good') !== 'good') return;
        const form = canvasElement.querySelector('portico-observation-form');
        if (form && backend) await play(form, backend);
      },
    }),
  };
}

/** What stories and tests left in this browser. */
export function forgetDrafts(): void {
  pageWide('drafts', () => new Map<string, unknown>()).clear();
  for (const storage of [sessionStorage, localStorage])
    for (const key of Object.keys(storage)) if (key.startsWith('portico:draft:')) storage.removeItem(key);
}

function page(args: ObservationFormArgs, backend: MemoryBackend): TemplateResult {
  return html`
    <portico-backend .backend=${backend}>
      <portico-observation-form
        process=${ifDefined(args.state ? undefined : (args.process ?? observedProcess))}
        document=${ifDefined(args.state ? undefined : (args.document ?? observedDocument))}
        passage=${ifDefined(args.passage)}
        heading-level=${ifDefined(args['heading-level'])}
        ?helper=${args.helper ?? false}
        .state=${args.state ?? { type: 'loading' }}
      >
        <a href="https://partecipa.comune.pontelago.example/processi/aria-clima">Le osservazioni sul sito del Comune</a>
      </portico-observation-form>
    </portico-backend>
  `;
}

/** Types into a field, as a person does. */
export async function type(form: PorticoObservationForm, selector: string, text: string): Promise<void> {
  const control = await found<HTMLInputElement | HTMLTextAreaElement>(form, selector);
  control.value = text;
  control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await form.updateComplete;
}

/** Chooses from a list. */
export async function choose(form: PorticoObservationForm, selector: string, value: string): Promise<void> {
  // What a document offers comes a moment after the list itself.
  await found(form, `${selector} option[value='${CSS.escape(value)}']`);
  const control = await found<HTMLSelectElement>(form, selector);
  control.value = value;
  control.dispatchEvent(new Event('change', { bubbles: true }));
  await form.updateComplete;
}

export const remark =
  'Davanti alla scuola di via dei Tigli le auto si fermano in seconda fila ogni mattina. Chiudere la strada mezz’ora è poco: chiediamo un’ora, e un vigile il primo mese.';

/** From the text to the check, with a remark. */
export async function toCheck(form: PorticoObservationForm, text = remark): Promise<void> {
  await click(form, '#kind');
  await type(form, '#own-title', 'Un’ora e non mezza');
  await type(form, '#text', text);
  await click(form, '#next');
  await found(form, '#theme');
  await click(form, '#next');
  await found(form, '.answers');
}

/** From the text to the answer of the backend. */
export async function toSent(form: PorticoObservationForm, then = '#sent'): Promise<void> {
  await toCheck(form);
  await click(form, '#send');
  await found(form, then);
}
