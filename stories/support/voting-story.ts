import type { StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { inventedVotes } from '../../demo/data/ballots/invented-votes.js';
import type { BallotSeed } from '../../src/backend/memory/ballots/ballots-seed.js';
import type { Conditions } from '../../src/backend/memory/conditions.js';
import { memory, type MemoryBackend } from '../../src/backend/memory/memory.js';
import type { MemoryPerson } from '../../src/backend/memory/seed.js';
import type { PorticoVotingWidget } from '../../src/components/voting-widget/voting-widget.js';
import type { VotingWidgetState } from '../../src/components/voting-widget/voting-widget.state.js';
import { withBallot } from './ballot-seed.js';
import { networks } from './network.js';
import { storyNow } from './pact-story.js';

export interface VotingArgs {
  ballot?: string;
  'heading-level'?: number;
  /** Drives the widget without a backend. */
  state?: VotingWidgetState;
}

export interface VotingStory {
  ballot?: BallotSeed;
  args?: VotingArgs;
  /** Who is signed in. */
  person?: MemoryPerson;
  conditions?: Partial<Conditions>;
  /** What the person does in the widget. */
  play?: (widget: PorticoVotingWidget, backend: MemoryBackend) => Promise<void>;
}

/** A story on a backend of its own, under the network that the toolbar says. */
export function votingStory({ ballot, args = {}, person, conditions, play }: VotingStory): StoryObj<VotingArgs> {
  return {
    args: { ...(ballot && { ballot: ballot.id }), ...args },
    render: (given, { globals }) => {
      const network = networks[String(globals['network'])] ?? {};
      const backend = memory(ballot ? withBallot(ballot) : withBallot(emptyBallot), {
        ...conditions,
        ...network,
        now: () => storyNow,
      });
      if (person) backend.signIn(person);
      return page(given, backend);
    },
    ...(play && {
      play: async ({ canvasElement, globals }) => {
        // On a bad network there is nothing to act on.
        if ((globals['network'] ?? 'good') !== 'good') return;
        const widget = canvasElement.querySelector('portico-voting-widget');
        const backend = widget?.closest('portico-backend')?.backend;
        if (widget && backend) await play(widget, backend as MemoryBackend);
      },
    }),
  };
}

function page(args: VotingArgs, backend: MemoryBackend): TemplateResult {
  return html`
    <portico-backend .backend=${backend}>
      <portico-voting-widget
        ballot=${ifDefined(args.state ? undefined : args.ballot)}
        heading-level=${ifDefined(args['heading-level'])}
        .state=${args.state ?? { type: 'loading' }}
      >
        <a href="https://partecipa.comune.pontelago.example/vota">Vota sul sito del Comune</a>
      </portico-voting-widget>
    </portico-backend>
  `;
}

const hours = (count: number): string => new Date(storyNow.getTime() + count * 3_600_000).toISOString();

/** A ballot that is over, with invented votes. */
export const over = (ballot: BallotSeed, more: Partial<BallotSeed> = {}): BallotSeed => ({
  ...ballot,
  opens: hours(-500),
  closes: hours(-2),
  votes: inventedVotes(ballot, 1_200),
  paper: 140,
  ...more,
});

/** A ballot that opens tomorrow. */
export const early = (ballot: BallotSeed): BallotSeed => ({ ...ballot, opens: hours(20), closes: hours(500) });

/** A ballot that nobody has filled with options. */
export const emptyBallot: BallotSeed = {
  id: 'vuota',
  process: 'aria-clima',
  title: { lang: 'it', text: 'Una scheda senza voci' },
  opens: hours(-20),
  closes: hours(200),
  questions: [
    {
      id: 'niente',
      title: { lang: 'it', text: 'Che cosa scegli?' },
      method: 'approval',
      options: [],
      counting: { rule: 'approval' },
    },
  ],
  privacy: {
    published: { lang: 'it', text: 'Niente.' },
    kept: { lang: 'it', text: 'Niente.' },
    erasure: { lang: 'it', text: 'Non serve.' },
  },
};
