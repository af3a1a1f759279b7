import type { StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Conditions } from '../../src/backend/memory/conditions.js';
import { memory, type MemoryBackend } from '../../src/backend/memory/memory.js';
import type { MemoryPerson, MemorySeed } from '../../src/backend/memory/seed.js';
import type { PorticoObservationList } from '../../src/components/observation-list/observation-list.js';
import type { ObservationListState } from '../../src/components/observation-list/observation-list.state.js';
import { networks } from './network.js';
import { observationSeed, observedProcess } from './observation-seed.js';
import { storyNow } from './pact-story.js';

export interface ObservationListArgs {
  process?: string;
  document?: string;
  passage?: string;
  'heading-level'?: number;
  /** Drives the widget without a backend. */
  state?: ObservationListState;
}

export interface ObservationListStory {
  args?: ObservationListArgs;
  seed?: MemorySeed;
  person?: MemoryPerson;
  conditions?: Partial<Conditions>;
  /** What happened before. */
  before?: (backend: MemoryBackend) => void;
  /** What the person does in the widget. */
  play?: (widget: PorticoObservationList) => Promise<void>;
}

/** A story on a backend of its own, under the network that the toolbar says. */
export function observationListStory(story: ObservationListStory): StoryObj<ObservationListArgs> {
  const { args = {}, seed = observationSeed, person, conditions, before, play } = story;
  return {
    args,
    render: (given, { globals }) => {
      const network = networks[String(globals['network'])] ?? {};
      const backend = memory(seed, { ...conditions, ...network, now: () => storyNow });
      if (person) backend.signIn(person);
      before?.(backend);
      return page(given, backend);
    },
    ...(play && {
      play: async ({ canvasElement, globals }) => {
        // On a bad network there is nothing to act on.
        if ((globals['network'] ?? 'good') !== 'good') return;
        const widget = canvasElement.querySelector('portico-observation-list');
        if (widget) await play(widget);
      },
    }),
  };
}

function page(args: ObservationListArgs, backend: MemoryBackend): TemplateResult {
  return html`
    <portico-backend .backend=${backend}>
      <portico-observation-list
        process=${ifDefined(args.state ? undefined : (args.process ?? observedProcess))}
        document=${ifDefined(args.document)}
        passage=${ifDefined(args.passage)}
        heading-level=${ifDefined(args['heading-level'])}
        .state=${args.state ?? { type: 'loading' }}
      >
        <a href="https://partecipa.comune.pontelago.example/processi/aria-clima/osservazioni"
          >Le osservazioni sul sito del Comune</a
        >
      </portico-observation-list>
    </portico-backend>
  `;
}
