import { fixture, html } from '@open-wc/testing';
import { ifDefined } from 'lit/directives/if-defined.js';
import { anna } from '../../demo/data/people.js';
import type { Backend } from '../../src/backend/backend.js';
import type { BallotSeed } from '../../src/backend/memory/ballots/ballots-seed.js';
import { memory, type MemoryBackend, type MemoryOptions } from '../../src/backend/memory/memory.js';
import type { MemoryPerson } from '../../src/backend/memory/seed.js';
import '../../src/components/backend/backend.define.js';
import '../../src/components/voting-widget/voting-widget.define.js';
import type { PorticoVotingWidget } from '../../src/components/voting-widget/voting-widget.js';
import { withBallot } from '../../stories/support/ballot-seed.js';
import { testNow } from './pact-page.js';
import { inside } from './widget-page.js';

/** A city with one ballot, and somebody signed in. */
export function votingCity(ballot: BallotSeed, options: MemoryOptions & { person?: MemoryPerson | null } = {}): MemoryBackend {
  const { person = anna, ...rest } = options;
  const backend = memory(withBallot(ballot), { now: () => testNow, ...rest });
  if (person) backend.signIn(person);
  return backend;
}

/** A page with the ballot. */
export async function votingPage(
  backend: Backend | undefined,
  ballot: BallotSeed | string | undefined,
  { lang = 'it' }: { lang?: string } = {},
): Promise<{ page: HTMLElement; widget: PorticoVotingWidget }> {
  const id = typeof ballot === 'object' ? ballot.id : ballot;
  const page = await fixture<HTMLElement>(html`
    <div lang=${lang}>
      <portico-backend .backend=${backend}>
        <portico-voting-widget ballot=${ifDefined(id)}><a href="/vota">Vota</a></portico-voting-widget>
      </portico-backend>
    </div>
  `);
  const widget = page.querySelector('portico-voting-widget');
  if (!widget) throw new Error('no widget');
  return { page, widget };
}

/** Puts a mark at options, or takes it away. */
export async function tick(widget: PorticoVotingWidget, ...options: string[]): Promise<void> {
  for (const option of options) {
    (await inside(widget, `input[value="${option}"]`)).click();
    await widget.updateComplete;
  }
}

/** Goes on to the next step. */
export async function next(widget: PorticoVotingWidget): Promise<void> {
  (await inside(widget, '#next')).click();
  await widget.updateComplete;
}

/** Checks and casts what was chosen. */
export async function cast(widget: PorticoVotingWidget): Promise<void> {
  await next(widget);
  (await inside(widget, '#cast')).click();
}
