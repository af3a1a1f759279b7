import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { anna } from '../demo/data/people.js';
import { systems } from '../demo/systems/systems.js';
import '../src/components/backend/backend.define.js';
import '../src/components/pact-viewer/pact-viewer.define.js';
import { isTheme, type Theme } from '../src/styles/themes.js';
import { pactStory, type PactViewerArgs } from './support/pact-story.js';

type Story = StoryObj<PactViewerArgs>;

/** The viewer in a page of a design system, under the system's own heading, text, link and button. */
const meta: Meta<PactViewerArgs> = {
  title: 'Looks',
  component: 'portico-pact-viewer',
  argTypes: { state: { control: false } },
  decorators: [
    (story, { globals }) => {
      const look = String(globals['look']);
      return isTheme(look) ? systems[look].page(story()) : story();
    },
  ],
};

export default meta;

const inLook = (look: Theme, scheme: 'light' | 'dark' = 'light'): Story => ({
  ...pactStory({ person: anna }),
  globals: { look, scheme },
});

export const BootstrapItalia: Story = inLook('bootstrap-italia');

export const Dsfr: Story = inLook('dsfr');

export const DsfrDark: Story = inLook('dsfr', 'dark');

export const GovUk: Story = inLook('govuk');

export const Helsinki: Story = inLook('helsinki');

export const Kern: Story = inLook('kern');

export const KernDark: Story = inLook('kern', 'dark');

export const Utrecht: Story = inLook('utrecht');

export const UtrechtDark: Story = inLook('utrecht', 'dark');
