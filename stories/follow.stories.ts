import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { anna } from '../demo/data/people.js';
import '../src/components/backend/backend.define.js';
import '../src/components/follow/follow.define.js';
import type { MemoryBackend } from '../src/backend/memory/memory.js';
import type { PorticoFollow } from '../src/components/follow/follow.js';
import { followStory, type FollowArgs } from './support/follow-story.js';
import { observedDocument, observedProcess } from './support/observation-seed.js';
import { click, found } from './support/pact-story.js';

type Story = StoryObj<FollowArgs>;

const meta: Meta<FollowArgs> = {
  title: 'Follow',
  component: 'portico-follow',
  argTypes: { state: { control: false } },
};

export default meta;

const ask = async (widget: PorticoFollow, typed: string): Promise<void> => {
  const field = await found<HTMLInputElement>(widget, '#reference');
  field.value = typed;
  field.dispatchEvent(new Event('input'));
  await click(widget, '.ask [type=submit]');
};

/** Sends an observation and gives the receipt to the widget. */
async function checkReceipt(widget: PorticoFollow, backend: MemoryBackend, change: (receipt: string) => string): Promise<void> {
  backend.signIn(anna);
  const subject = { process: observedProcess, document: observedDocument, version: 2, passage: 'art-3' };
  const receipt = await backend.observations.submit(
    {
      subject,
      kind: 'remark',
      title: 'Orari',
      text: 'Chiudete la strada anche alle 16.',
      theme: 'strade',
      attachments: [],
      lang: 'it',
    },
    { idempotencyKey: 'receipt-of-a-story' },
  );
  await click(widget, '.receipt-check summary');
  const text = await found<HTMLTextAreaElement>(widget, '#receipt-text');
  text.value = change(JSON.stringify(receipt, null, 2));
  text.dispatchEvent(new Event('input'));
  await click(widget, '.receipt-form [type=submit]');
  await found(widget, '#receipt-result');
}

export const Asking: Story = followStory({});

export const NotWhole: Story = followStory({
  play: async widget => {
    await ask(widget, '486');
    await found(widget, '.field-error');
  },
});

export const Loading: Story = followStory({ args: { state: { type: 'loading' } } });

export const Received: Story = followStory({ args: { reference: 'PAC-2026-000007' } });

export const UnderExamination: Story = followStory({ args: { reference: 'PAC-2026-000004' } });

export const Answered: Story = followStory({ args: { reference: 'PAC-2026-000006' } });

/** The answer leaves the text as it is. */
export const Rejected: Story = followStory({ args: { reference: 'PAC-2026-000019' } });

export const InTheFinalText: Story = followStory({ args: { reference: 'PAC-2026-000001' } });

export const Withdrawn: Story = followStory({ args: { reference: 'PAC-2026-000015' } });

export const Hidden: Story = followStory({ args: { reference: 'PAC-2026-000012' } });

/** A state that the platform has and we do not know. */
export const UnknownState: Story = followStory({ args: { reference: 'PAC-2026-000016' } });

export const NotFound: Story = followStory({
  play: async widget => {
    await ask(widget, 'pac 2026 999');
    await found(widget, '.help');
  },
});

export const ReceiptValid: Story = followStory({
  play: (widget, backend) => checkReceipt(widget, backend, receipt => receipt),
});

/** Somebody wrote other words into it. */
export const ReceiptChanged: Story = followStory({
  play: (widget, backend) => checkReceipt(widget, backend, receipt => receipt.replace('anche alle 16', 'anche alle 17')),
});

export const NotAReceipt: Story = followStory({
  play: (widget, backend) => checkReceipt(widget, backend, () => 'una lettera'),
});

export const NotOffered: Story = followStory({ args: { state: { type: 'not-offered' } } });

export const Offline: Story = followStory({ args: { reference: 'PAC-2026-000001' }, conditions: { offline: true } });

export const Failed: Story = followStory({
  args: { reference: 'PAC-2026-000001' },
  conditions: { failures: { '*': 'unavailable' } },
});

export const InEnglish: Story = { ...followStory({ args: { reference: 'PAC-2026-000001' } }), globals: { locale: 'en' } };

export const RightToLeft: Story = { ...followStory({ args: { reference: 'PAC-2026-000001' } }), globals: { locale: 'ar' } };

export const Dark: Story = { ...followStory({ args: { reference: 'PAC-2026-000006' } }), globals: { scheme: 'dark' } };

export const Narrow: Story = {
  ...followStory({ args: { reference: 'PAC-2026-000001' } }),
  globals: { viewport: { value: 'narrow' } },
};
