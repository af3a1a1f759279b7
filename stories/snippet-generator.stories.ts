/// <reference types="vite/client" />
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/backend/backend.define.js';
import '../src/components/pact-viewer/pact-viewer.define.js';
import { version } from '../src/internal/version.js';
import type { Integrity } from '../src/snippet/options.js';
import type { Draft } from './support/snippet-generator/draft.js';
import { preview, sampleSubjects, showIn } from './support/snippet-generator/preview.js';
import type { SnippetChangeEvent } from './support/snippet-generator/snippet-change-event.js';
import './support/snippet-generator/snippet-generator.define.js';
import type { SnippetGenerator } from './support/snippet-generator/snippet-generator.js';

// Made by `npm run build`. Without it there are no pinned snippets, and the form says so.
const releases = import.meta.glob<{ default: Integrity }>('../dist/cdn/*/integrity.json', { eager: true });
const integrity = Object.values(releases).find(release => release.default.version === version)?.default;

const onChange = ({ currentTarget, detail }: SnippetChangeEvent & { currentTarget: SnippetGenerator }): void => {
  void showIn(currentTarget, detail, currentTarget.scheme === 'dark');
};

type Story = StoryObj<{ start: Draft }>;

const meta: Meta<{ start: Draft }> = {
  title: 'Embed/Snippet generator',
  // The language and look of the preview are chosen in the form.
  globals: { locale: 'en', look: 'portico' },
  args: { start: {} },
  argTypes: { start: { control: false } },
  render: ({ start }, { globals }) => html`
    <snippet-generator
      scheme=${String(globals['scheme'])}
      version=${version}
      .integrity=${integrity}
      .start=${start}
      .subjects=${sampleSubjects}
      @snippet-change=${onChange}
    >
      ${preview()}
    </snippet-generator>
  `,
};

export default meta;

export const Generator: Story = {};

export const InArabic: Story = { args: { start: { lang: 'ar', cms: 'mediawiki' } } };

export const SomethingToMend: Story = { args: { start: { site: 'partecipa.comune.example', subject: '' } } };

export const Narrow: Story = { globals: { viewport: { value: 'mobile1' } } };
