import type { StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { demoSeed } from '../../demo/data/seed.js';
import type { Conditions } from '../../src/backend/memory/conditions.js';
import { memory, type MemoryBackend } from '../../src/backend/memory/memory.js';
import type { MemorySeed } from '../../src/backend/memory/seed.js';
import type { DocumentState } from '../../src/components/document/document.state.js';
import type { PorticoDocument } from '../../src/components/document/document.js';
import { longPlan } from './long-plan.js';
import { networks } from './network.js';
import { storyNow } from './pact-story.js';

export interface DocumentArgs {
  document?: string;
  version?: number;
  passage?: string;
  'heading-level'?: number;
  /** Whether the page itself takes observations. */
  takesObservations?: boolean;
  /** Drives the widget without a backend. */
  state?: DocumentState;
}

export interface DocumentStory {
  args?: DocumentArgs;
  conditions?: Partial<Conditions>;
  /** Left out: the invented city, without observations. */
  seed?: MemorySeed;
  /** What happened before. */
  before?: (backend: MemoryBackend) => void;
  /** What the person does in the widget. */
  play?: (widget: PorticoDocument) => Promise<void>;
}

/** How many passages the long plan of the stories has. */
const longLength = 240;

/** A story on a backend of its own, under the network that the toolbar says. */
export function documentStory({
  args = {},
  conditions,
  seed: city = demoSeed,
  before,
  play,
}: DocumentStory): StoryObj<DocumentArgs> {
  return {
    args,
    render: (given, { globals }) => {
      const network = networks[String(globals['network'])] ?? {};
      const seed = { ...city, documents: [...(city.documents ?? []), longPlan(longLength)] };
      const backend = memory(seed, { ...conditions, ...network, now: () => storyNow });
      before?.(backend);
      return page(given, backend);
    },
    ...(play && {
      play: async ({ canvasElement, globals }) => {
        // On a bad network there is nothing to act on.
        if ((globals['network'] ?? 'good') !== 'good') return;
        const widget = canvasElement.querySelector('portico-document');
        if (widget) await play(widget);
      },
    }),
  };
}

function page(args: DocumentArgs, backend: MemoryBackend): TemplateResult {
  return html`
    <portico-backend .backend=${backend}>
      <portico-document
        document=${ifDefined(args.state ? undefined : (args.document ?? 'piano-aria-clima'))}
        version=${ifDefined(args.version)}
        passage=${ifDefined(args.passage)}
        heading-level=${ifDefined(args['heading-level'])}
        .takesObservations=${args.takesObservations ?? false}
        .state=${args.state ?? { type: 'loading' }}
      >
        <a href="https://partecipa.comune.pontelago.example/processi/aria-clima">Il piano sul sito del Comune</a>
      </portico-document>
    </portico-backend>
  `;
}
