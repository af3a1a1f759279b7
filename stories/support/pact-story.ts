import type { StoryObj } from '@storybook/web-components-vite';
import { html, type LitElement, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { demoSeed } from '../../demo/data/seed.js';
import type { Conditions } from '../../src/backend/memory/conditions.js';
import { memory, type MemoryBackend } from '../../src/backend/memory/memory.js';
import type { MemoryPerson } from '../../src/backend/memory/seed.js';
import type { PactViewerState } from '../../src/components/pact-viewer/pact-viewer.state.js';
import type { PorticoPactViewer } from '../../src/components/pact-viewer/pact-viewer.js';
import { networks } from './network.js';

export interface PactViewerArgs {
  pact?: string;
  version?: number;
  'heading-level'?: number;
  /** Drives the viewer without a backend. */
  state?: PactViewerState;
}

/** The server's clock in stories, so that days left are the same tomorrow. */
export const storyNow = new Date('2026-11-24T10:00:00+01:00');

export interface PactStory {
  args?: PactViewerArgs;
  person?: MemoryPerson;
  conditions?: Partial<Conditions>;
  /** What happened before. */
  before?: (backend: MemoryBackend) => void;
  /** What the person does in the viewer. */
  play?: (viewer: PorticoPactViewer) => Promise<void>;
}

/** A story on a backend of its own, under the network that the toolbar says. */
export function pactStory({ args = {}, person, conditions, before, play }: PactStory): StoryObj<PactViewerArgs> {
  return {
    args,
    render: (given, { globals }) => {
      const network = networks[String(globals['network'])] ?? {};
      const backend = memory(demoSeed, { ...conditions, ...network, now: () => storyNow });
      if (person) backend.signIn(person);
      before?.(backend);
      return page(given, backend);
    },
    ...(play && {
      play: async ({ canvasElement, globals }) => {
        // On a bad network there is nothing to act on.
        if ((globals['network'] ?? 'good') !== 'good') return;
        const viewer = canvasElement.querySelector('portico-pact-viewer');
        if (viewer) await play(viewer);
      },
    }),
  };
}

function page(args: PactViewerArgs, backend: MemoryBackend): TemplateResult {
  return html`
    <portico-backend .backend=${backend}>
      <portico-pact-viewer
        pact=${ifDefined(args.state ? undefined : (args.pact ?? 'aria-clima-2026'))}
        version=${ifDefined(args.version)}
        heading-level=${ifDefined(args['heading-level'])}
        .state=${args.state ?? { type: 'loading' }}
      >
        <a href="https://partecipa.comune.pontelago.example/patti/aria-clima-2026">Il patto sul sito del Comune</a>
      </portico-pact-viewer>
    </portico-backend>
  `;
}

/** Waits until something is in a widget. */
export async function found<Found extends Element = HTMLElement>(viewer: LitElement, selector: string): Promise<Found> {
  for (let turn = 0; turn < 600; turn += 1) {
    const element = viewer.shadowRoot?.querySelector<Found>(selector);
    if (element) return element;
    await new Promise(resolve => requestAnimationFrame(resolve));
  }
  throw new Error(`${selector} did not appear`);
}

export async function click(viewer: LitElement, selector: string): Promise<void> {
  (await found(viewer, selector)).click();
  await viewer.updateComplete;
}
