import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { anna, luca, marta, samir } from '../demo/data/people.js';
import '../src/components/backend/backend.define.js';
import '../src/components/observation-list/observation-list.define.js';
import type { PorticoObservationList } from '../src/components/observation-list/observation-list.js';
import { inPhase, manyObservations, withObservations } from './support/observation-seed.js';
import { observationListStory, type ObservationListArgs } from './support/observation-list-story.js';
import { click, found } from './support/pact-story.js';

type Story = StoryObj<ObservationListArgs>;

const meta: Meta<ObservationListArgs> = {
  title: 'Observation list',
  component: 'portico-observation-list',
  argTypes: { state: { control: false } },
};

export default meta;

/** Opens one of the list and waits until it is there in full. */
async function open(widget: PorticoObservationList, reference: string): Promise<void> {
  await click(widget, `#list-${reference}-link`);
  await found(widget, `#list-${reference} .history`);
}

const search = async (widget: PorticoObservationList, words: string): Promise<void> => {
  const field = await found<HTMLInputElement>(widget, '#search');
  field.value = words;
  await click(widget, '.search [type=submit]');
};

export const Loading: Story = observationListStory({ args: { state: { type: 'loading' } } });

export const Open: Story = observationListStory({});

/** Amendment: the words that stay, go and come. Answered, and in the final text. */
export const AnAmendmentOpen: Story = observationListStory({ play: widget => open(widget, 'PAC-2026-000001') });

/** With comments for and against, answers to them, and one that is hidden. */
export const WithComments: Story = observationListStory({
  play: async widget => {
    await open(widget, 'PAC-2026-000003');
    await found(widget, '.comment');
  },
});

/** Hidden ones say that they are, and why. */
export const AHiddenOneOpen: Story = observationListStory({ play: widget => open(widget, 'PAC-2026-000012') });

/** A state that the platform has and we do not know. */
export const AnUnknownState: Story = observationListStory({ play: widget => open(widget, 'PAC-2026-000016') });

export const OnOnePassage: Story = observationListStory({ args: { document: 'piano-aria-clima', passage: 'art-3' } });

/** One's own stand first. */
export const Own: Story = observationListStory({
  person: anna,
  play: async widget => {
    await found(widget, '.own');
  },
});

export const Editing: Story = observationListStory({
  person: anna,
  play: async widget => {
    await click(widget, '#own-PAC-2026-000024-edit');
    await found(widget, '.edit-form');
  },
});

export const EditWithMistakes: Story = observationListStory({
  person: anna,
  play: async widget => {
    await click(widget, '#own-PAC-2026-000024-edit');
    const text = await found<HTMLTextAreaElement>(widget, '#edit-text');
    text.value = '';
    text.dispatchEvent(new Event('input'));
    await click(widget, '.edit-form [type=submit]');
    await found(widget, '.error-summary');
  },
});

export const Withdrawing: Story = observationListStory({
  person: anna,
  play: async widget => {
    await click(widget, '#own-PAC-2026-000024-withdraw');
    await found(widget, 'dialog[open]');
  },
});

export const Commenting: Story = observationListStory({
  person: anna,
  play: async widget => {
    await open(widget, 'PAC-2026-000004');
    await click(widget, '#list-PAC-2026-000004-comment');
    await found(widget, '.comment-form');
  },
});

export const CommentMissing: Story = observationListStory({
  person: anna,
  play: async widget => {
    await open(widget, 'PAC-2026-000004');
    await click(widget, '#list-PAC-2026-000004-comment');
    await click(widget, '.comment-form [type=submit]');
    await found(widget, '.error-summary');
  },
});

export const CommentFailed: Story = observationListStory({
  person: anna,
  conditions: { failures: { 'observations.comment': 'unavailable' } },
  play: async widget => {
    await open(widget, 'PAC-2026-000004');
    await click(widget, '#list-PAC-2026-000004-comment');
    const text = await found<HTMLTextAreaElement>(widget, '.comment-form textarea');
    text.value = 'Anche davanti al nido.';
    text.dispatchEvent(new Event('input'));
    await click(widget, '.comment-form [type=submit]');
    await found(widget, '#list-PAC-2026-000004-failure');
  },
});

export const Supported: Story = observationListStory({
  person: anna,
  play: async widget => {
    await open(widget, 'PAC-2026-000004');
    await click(widget, '#list-PAC-2026-000004-like');
    await found(widget, '.like[aria-pressed=true]');
  },
});

/** Tries to support one, and is told what comes first. */
const asksToSupport = async (widget: PorticoObservationList): Promise<void> => {
  await open(widget, 'PAC-2026-000004');
  await click(widget, '#list-PAC-2026-000004-like');
  await found(widget, '.you');
};

export const SignInFirst: Story = observationListStory({ play: asksToSupport });

export const VerificationMissing: Story = observationListStory({ person: marta, play: asksToSupport });

export const VerificationPending: Story = observationListStory({ person: samir, play: asksToSupport });

export const NotEntitled: Story = observationListStory({ person: luca, play: asksToSupport });

/** On a page that is not the city's. */
export const OnAnotherSite: Story = observationListStory({
  before: ({ session }) =>
    Object.assign(session, {
      handOver: {
        pageUrl: ({ widget, subject }: { widget: string; subject: string }) =>
          `https://partecipa.comune.pontelago.example/embed/${widget}/${subject}`,
        leave: () => Promise.resolve(''),
      },
    }),
  play: asksToSupport,
});

export const Reporting: Story = observationListStory({
  person: anna,
  play: async widget => {
    await open(widget, 'PAC-2026-000003');
    await click(widget, '#list-PAC-2026-000003-report');
    await found(widget, 'dialog[open]');
  },
});

export const Reported: Story = observationListStory({
  person: anna,
  play: async widget => {
    await open(widget, 'PAC-2026-000003');
    await click(widget, '#list-PAC-2026-000003-report');
    await click(widget, '#report-reason');
    await click(widget, '.report-form [type=submit]');
    await found(widget, 'dialog:not(:has(form))');
  },
});

export const Searched: Story = observationListStory({
  play: async widget => {
    await search(widget, 'bici');
    await found(widget, '.results-head button');
  },
});

export const NothingFound: Story = observationListStory({
  play: async widget => {
    await search(widget, 'astronave');
    await found(widget, '.results .notice');
  },
});

export const SearchFailed: Story = observationListStory({
  play: async widget => {
    await found(widget, '.item');
    const provider = widget.closest('portico-backend');
    if (provider?.backend && 'conditions' in provider.backend)
      Object.assign(provider.backend.conditions as object, { offline: true });
    await search(widget, 'bici');
    await found(widget, '.results .notice');
  },
});

export const FiltersOpen: Story = {
  ...observationListStory({ play: widget => click(widget, '.filter-toggle') }),
  globals: { viewport: { value: 'narrow' } },
};

/** Ten pages of fifty; the rest comes when somebody asks for it. */
export const Many: Story = observationListStory({ seed: withObservations(manyObservations(486)) });

export const TenThousand: Story = observationListStory({ seed: withObservations(manyObservations(10_000)) });

export const MoreFailed: Story = observationListStory({
  seed: withObservations(manyObservations(120)),
  play: async widget => {
    await found(widget, '#more');
    const provider = widget.closest('portico-backend');
    if (provider?.backend && 'conditions' in provider.backend)
      Object.assign(provider.backend.conditions as object, { offline: true });
    await click(widget, '#more');
    await found(widget, '.pages .field-error');
  },
});

export const Empty: Story = observationListStory({ seed: withObservations([]) });

/** Observations are over: nothing can be edited. */
export const Closed: Story = observationListStory({
  person: anna,
  seed: inPhase('risposte'),
  play: async widget => {
    await found(widget, '.own');
  },
});

export const NotFound: Story = observationListStory({ args: { process: 'nessuno' } });

export const NotOffered: Story = observationListStory({ args: { state: { type: 'not-offered' } } });

export const Offline: Story = observationListStory({ conditions: { offline: true } });

export const Failed: Story = observationListStory({ conditions: { failures: { '*': 'unavailable' } } });

export const TooManyRequests: Story = observationListStory({ conditions: { failures: { '*': 'rate-limited' } } });

export const InEnglish: Story = { ...observationListStory({}), globals: { locale: 'en' } };

export const RightToLeft: Story = {
  ...observationListStory({ play: widget => open(widget, 'PAC-2026-000001') }),
  globals: { locale: 'ar' },
};

export const Dark: Story = {
  ...observationListStory({ play: widget => open(widget, 'PAC-2026-000001') }),
  globals: { scheme: 'dark' },
};

export const Narrow: Story = {
  ...observationListStory({ play: widget => open(widget, 'PAC-2026-000001') }),
  globals: { viewport: { value: 'narrow' } },
};
