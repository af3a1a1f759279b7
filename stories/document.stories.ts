import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/components/backend/backend.define.js';
import '../src/components/document/document.define.js';
import { documentStory, type DocumentArgs } from './support/document-story.js';
import { observationSeed } from './support/observation-seed.js';
import { click, found } from './support/pact-story.js';

type Story = StoryObj<DocumentArgs>;

const meta: Meta<DocumentArgs> = {
  title: 'Document',
  component: 'portico-document',
  argTypes: { state: { control: false } },
};

export default meta;

export const Loading: Story = documentStory({ args: { state: { type: 'loading' } } });

export const Open: Story = documentStory({});

export const AtAPassage: Story = documentStory({ args: { passage: 'art-3' } });

export const OlderVersion: Story = documentStory({ args: { version: 1 } });

/** The page hears `portico-observe` and takes the observation itself. */
export const WithObservations: Story = documentStory({ args: { takesObservations: true } });

/** Some words of a passage are selected, and an observation on them alone is offered. */
export const WordsSelected: Story = documentStory({
  args: { takesObservations: true },
  seed: observationSeed,
  play: async widget => {
    const text = await found(widget, '[data-passage=art-7] .wordings p');
    document.getSelection()?.selectAllChildren(text);
    await found(widget, '.selection-tools button');
  },
});

export const Compared: Story = documentStory({
  play: async widget => {
    await click(widget, '[aria-controls=versions]');
    await click(widget, '.comparison button[type=submit]');
    await found(widget, '#compare-result');
  },
});

export const ComparisonFailed: Story = documentStory({
  play: async widget => {
    await click(widget, '[aria-controls=versions]');
    const provider = widget.closest('portico-backend');
    await found(widget, '.comparison');
    if (provider?.backend && 'conditions' in provider.backend)
      Object.assign(provider.backend.conditions as object, { offline: true });
    await click(widget, '.comparison button[type=submit]');
    await found(widget, '.changes .field-error');
  },
});

export const LongPlan: Story = documentStory({ args: { document: 'piano-lungo' } });

/** Somebody follows a link into what is not here yet. */
export const DeepInALongPlan: Story = documentStory({ args: { document: 'piano-lungo', passage: 'misura-190' } });

export const PassagesLoading: Story = documentStory({
  before: backend => Object.assign(backend.documents, { passages: () => new Promise<never>(() => undefined) }),
});

export const PassagesFailed: Story = documentStory({ conditions: { failures: { 'documents.passages': 'unavailable' } } });

/** Nothing was published in it yet. */
export const Empty: Story = documentStory({
  before: ({ documents }) => {
    const get = documents.get.bind(documents);
    Object.assign(documents, { get: async (id: string) => ({ ...(await get(id)), contents: [] }) });
  },
});

export const NotFound: Story = documentStory({ args: { document: 'nessuno' } });

export const NotOffered: Story = documentStory({ args: { state: { type: 'not-offered' } } });

export const Offline: Story = documentStory({ conditions: { offline: true } });

export const Failed: Story = documentStory({ conditions: { failures: { '*': 'unavailable' } } });

export const TooManyRequests: Story = documentStory({ conditions: { failures: { '*': 'rate-limited' } } });

export const InEnglish: Story = { ...documentStory({}), globals: { locale: 'en' } };

export const RightToLeft: Story = { ...documentStory({}), globals: { locale: 'ar' } };

export const Dark: Story = { ...documentStory({ args: { takesObservations: true } }), globals: { scheme: 'dark' } };

export const Narrow: Story = { ...documentStory({}), globals: { viewport: { value: 'narrow' } } };
