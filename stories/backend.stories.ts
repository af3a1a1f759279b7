import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/components/backend/backend.define.js';
import '../src/components/pact-viewer/pact-viewer.define.js';
import { pactStory, type PactViewerArgs } from './support/pact-story.js';

const meta: Meta<PactViewerArgs> = { title: 'Backend', component: 'portico-backend' };

export default meta;

/** The element shows nothing of its own; the widget inside it gets its backend. */
export const AroundAWidget: StoryObj<PactViewerArgs> = pactStory({});
