import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { anna, luca, marta, noor, samir } from '../demo/data/people.js';
import type { HandOver, TakenOver } from '../src/backend/backend.js';
import type { MemoryBackend } from '../src/backend/memory/memory.js';
import '../src/components/backend/backend.define.js';
import '../src/components/pact-viewer/pact-viewer.define.js';
import { click, found, pactStory, type PactViewerArgs } from './support/pact-story.js';

type Story = StoryObj<PactViewerArgs>;

const meta: Meta<PactViewerArgs> = {
  title: 'Pact viewer',
  component: 'portico-pact-viewer',
  argTypes: { state: { control: false } },
};

export default meta;

const accepted = (version: number) => (backend: MemoryBackend) =>
  backend.record('aria-clima-2026', {
    version,
    at: '2026-10-02T18:21:00+02:00',
    receipt: { reference: 'PAT-2026-004187', at: '2026-10-02T18:21:00+02:00' },
  });

const handOver: HandOver = {
  pageUrl: ({ widget, subject }) => `https://partecipa.comune.pontelago.example/embed/${widget}/${subject}`,
  leave: () => new Promise<never>(() => undefined),
};

const takeOver = (): Promise<TakenOver> =>
  Promise.resolve({
    draft: { version: 2, accept: true },
    back: 'https://gazzetta.pontelago.example/che-aria-tira',
    done: () => undefined,
  });

export const Loading: Story = pactStory({ args: { state: { type: 'loading' } } });

export const SignedOut: Story = pactStory({});

/** On the page of a newspaper nobody can be known: to take part, people go on to the city's own page. */
export const OnAnotherSite: Story = pactStory({ before: backend => Object.assign(backend.session, { handOver }) });

export const GoingToTheCity: Story = pactStory({
  before: backend => Object.assign(backend.session, { handOver }),
  play: async viewer => {
    await click(viewer, '.you a');
    await found(viewer, '.you a[aria-disabled]');
  },
});

/** The other end: somebody came from a newspaper to take part, and has to sign in first. */
export const FromAnotherSite: Story = pactStory({ before: backend => Object.assign(backend.session, { takeOver }) });

export const AcceptedFromAnotherSite: Story = pactStory({
  person: anna,
  before: backend => {
    accepted(2)(backend);
    Object.assign(backend.session, { takeOver });
  },
});

export const Entitled: Story = pactStory({ person: anna });

export const NotEntitledByAge: Story = pactStory({ person: luca });

export const NotEntitledWithoutTie: Story = pactStory({ person: noor });

export const VerificationMissing: Story = pactStory({ person: marta });

export const VerificationPending: Story = pactStory({ person: samir });

export const SessionUnknown: Story = pactStory({ conditions: { failures: { 'session.current': 'unavailable' } } });

export const Accepted: Story = pactStory({ person: anna, before: accepted(2) });

export const AcceptanceOutdated: Story = pactStory({ person: anna, before: accepted(1) });

export const AcceptanceDialog: Story = pactStory({
  person: anna,
  play: async viewer => {
    await click(viewer, '#accept');
    await found(viewer, 'dialog[open]');
  },
});

export const AcceptanceBoxMissing: Story = pactStory({
  person: anna,
  play: async viewer => {
    await click(viewer, '#accept');
    await click(viewer, 'dialog button[type=submit]');
    await found(viewer, '.error-summary');
  },
});

export const AcceptanceNotSent: Story = pactStory({
  person: anna,
  conditions: { failures: { 'pacts.accept': 'offline' } },
  play: async viewer => {
    await click(viewer, '#accept');
    await click(viewer, '#agree');
    await click(viewer, 'dialog button[type=submit]');
    await found(viewer, '#accept-failure');
  },
});

export const AcceptanceAfterTheSessionEnded: Story = pactStory({
  person: anna,
  conditions: { failures: { 'pacts.accept': 'unauthenticated' } },
  play: async viewer => {
    await click(viewer, '#accept');
    await click(viewer, '#agree');
    await click(viewer, 'dialog button[type=submit]');
    await found(viewer, '#accept-failure');
  },
});

const never = () => new Promise<never>(() => undefined);

export const AcceptanceSending: Story = pactStory({
  person: anna,
  before: backend => Object.assign(backend.pacts, { accept: never }),
  play: async viewer => {
    await click(viewer, '#accept');
    await click(viewer, '#agree');
    await click(viewer, 'dialog button[type=submit]');
    await found(viewer, 'dialog button[aria-disabled=true]');
  },
});

export const SessionAsked: Story = pactStory({ before: backend => Object.assign(backend.session, { current: never }) });

/** The backend shows pacts and cannot take an acceptance. */
export const AcceptanceElsewhere: Story = pactStory({
  person: anna,
  before: backend => Object.assign(backend.pacts, { can: { versions: true, accept: false } }),
});

/** A state that only this city has. */
export const VerificationOfItsOwn: Story = pactStory({
  person: {
    nickname: 'Sasso',
    verification: {
      status: { value: 'sospesa', label: { lang: 'it', text: 'La verifica è sospesa fino al rinnovo del documento.' } },
      refusals: [],
    },
  },
});

export const AcceptanceOfAnOldVersion: Story = pactStory({
  person: anna,
  conditions: { failures: { 'pacts.accept': 'conflict' } },
  play: async viewer => {
    await click(viewer, '#accept');
    await click(viewer, '#agree');
    await click(viewer, 'dialog button[type=submit]');
    await found(viewer, '#accept-failure');
  },
});

export const AcceptedJustNow: Story = pactStory({
  person: anna,
  play: async viewer => {
    await click(viewer, '#accept');
    await click(viewer, '#agree');
    await click(viewer, 'dialog button[type=submit]');
    await found(viewer, '#receipt');
  },
});

export const FullText: Story = pactStory({
  play: async viewer => {
    await click(viewer, '[aria-controls=full-text]');
  },
});

export const PlainWordsAndTerms: Story = pactStory({
  play: async viewer => {
    await click(viewer, '[aria-controls=full-text]');
    await click(viewer, '.plain-switch button');
    await click(viewer, '.term');
  },
});

export const AllVersions: Story = pactStory({
  play: async viewer => {
    await click(viewer, '[aria-controls=versions]');
    await found(viewer, '.comparison');
  },
});

export const Comparison: Story = pactStory({
  play: async viewer => {
    await click(viewer, '[aria-controls=versions]');
    await click(viewer, '.comparison button[type=submit]');
    await found(viewer, '.difference');
  },
});

export const Superseded: Story = pactStory({ args: { version: 1 } });

export const Draft: Story = pactStory({ args: { pact: 'bilancio-quartieri-2027' } });

export const NotFound: Story = pactStory({ args: { pact: 'un-patto-che-non-esiste' } });

export const NotOffered: Story = pactStory({ args: { state: { type: 'not-offered' } } });

export const Offline: Story = pactStory({ conditions: { offline: true } });

export const Failed: Story = pactStory({ conditions: { failures: { 'pacts.get': 'unavailable' } } });

export const TooManyRequests: Story = pactStory({ conditions: { failures: { 'pacts.get': 'rate-limited' } } });

export const Malformed: Story = pactStory({ conditions: { failures: { 'pacts.get': 'malformed' } } });

export const DeepHeadings: Story = pactStory({ args: { 'heading-level': 4 } });

export const SlowNetwork: Story = pactStory({ conditions: { latency: 4_000 } });

/** In the languages and widths that break layouts first. The toolbar has the rest. */
export const RightToLeft: Story = { ...pactStory({ person: anna }), globals: { locale: 'ar' } };

export const EasyToRead: Story = { ...pactStory({}), globals: { locale: 'it-simple' } };

export const Dark: Story = { ...pactStory({ person: anna }), globals: { scheme: 'dark' } };

export const BootstrapItalia: Story = { ...pactStory({ person: anna }), globals: { look: 'bootstrap-italia' } };

export const Narrow: Story = { ...pactStory({ person: anna }), globals: { viewport: { value: 'mobile1' } } };
