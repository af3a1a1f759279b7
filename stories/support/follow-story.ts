import type { StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Conditions } from '../../src/backend/memory/conditions.js';
import { memory, type MemoryBackend } from '../../src/backend/memory/memory.js';
import type { PorticoFollow } from '../../src/components/follow/follow.js';
import type { FollowState } from '../../src/components/follow/follow.state.js';
import { networks } from './network.js';
import { observationSeed, observedProcess } from './observation-seed.js';
import { storyNow } from './pact-story.js';

export interface FollowArgs {
  process?: string;
  reference?: string;
  'heading-level'?: number;
  /** Drives the widget without a backend. */
  state?: FollowState;
}

export interface FollowStory {
  args?: FollowArgs;
  conditions?: Partial<Conditions>;
  /** What the person does in the widget. */
  play?: (widget: PorticoFollow, backend: MemoryBackend) => Promise<void>;
}

/** A story on a backend of its own, under the network that the toolbar says. */
export function followStory({ args = {}, conditions, play }: FollowStory): StoryObj<FollowArgs> {
  return {
    args,
    render: (given, { globals }) => {
      const network = networks[String(globals['network'])] ?? {};
      return page(given, memory(observationSeed, { ...conditions, ...network, now: () => storyNow }));
    },
    ...(play && {
      play: async ({ canvasElement, globals }) => {
        // On a bad network there is nothing to act on.
        if ((globals['network'] ?? 'good') !== 'good') return;
        const widget = canvasElement.querySelector('portico-follow');
        const backend = widget?.closest('portico-backend')?.backend;
        if (widget && backend) await play(widget, backend as MemoryBackend);
      },
    }),
  };
}

function page(args: FollowArgs, backend: MemoryBackend): TemplateResult {
  return html`
    <portico-backend .backend=${backend}>
      <portico-follow
        process=${ifDefined(args.state ? undefined : (args.process ?? observedProcess))}
        reference=${ifDefined(args.reference)}
        heading-level=${ifDefined(args['heading-level'])}
        .state=${args.state ?? { type: 'asking' }}
      >
        <a href="https://partecipa.comune.pontelago.example/segui">Segui la tua osservazione sul sito del Comune</a>
      </portico-follow>
    </portico-backend>
  `;
}
