import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { consultationBallot } from '../demo/data/ballots/ballots.js';
import { anna } from '../demo/data/people.js';
import { memory, type MemoryBackend } from '../src/backend/memory/memory.js';
import '../src/components/backend/backend.define.js';
import '../src/components/receipt/receipt.define.js';
import type { PorticoReceipt } from '../src/components/receipt/receipt.js';
import { receiptCode } from '../src/model/vote-receipt-code.js';
import type { VoteReceipt } from '../src/model/vote-receipt.js';
import { withBallot } from './support/ballot-seed.js';
import { networks } from './support/network.js';
import { click, found, storyNow } from './support/pact-story.js';

interface ReceiptArgs {
  ballot?: string;
}

type Story = StoryObj<ReceiptArgs>;

const meta: Meta<ReceiptArgs> = { title: 'Receipt', component: 'portico-receipt' };

export default meta;

interface ReceiptStory {
  args?: ReceiptArgs;
  /** What becomes of the receipt before it is checked. */
  given?: (receipts: readonly VoteReceipt[]) => string;
  /** Whether the ballot is over when it is checked. */
  over?: boolean;
}

/** The clock of a story goes on when the ballot closes. */
let now = storyNow;

/** Anna votes twice; then a receipt is checked. */
function receiptStory({ args = {}, given, over = false }: ReceiptStory): Story {
  return {
    args: { ballot: consultationBallot.id, ...args },
    render: ({ ballot = '' }, { globals }) => {
      now = storyNow;
      const network = networks[String(globals['network'])] ?? {};
      const backend = memory(withBallot(consultationBallot), { ...network, now: () => now });
      backend.signIn(anna);
      return html`<portico-backend .backend=${backend}>
        <portico-receipt ballot=${ballot}
          ><a href="https://partecipa.comune.pontelago.example">Il sito del Comune</a></portico-receipt
        >
      </portico-backend>`;
    },
    ...(given && {
      play: async ({ canvasElement, globals }) => {
        if ((globals['network'] ?? 'good') !== 'good') return;
        const widget = canvasElement.querySelector('portico-receipt');
        const backend = widget?.closest('portico-backend')?.backend;
        if (!widget || !backend) return;
        const receipts = await vote(backend as MemoryBackend);
        if (over) {
          now = new Date('2026-12-14T10:00:00+01:00');
          widget.reload();
        }
        await check(widget, given(receipts));
      },
    }),
  };
}

async function vote({ ballots }: MemoryBackend): Promise<VoteReceipt[]> {
  const { id, version = 1 } = consultationBallot;
  const credential = await ballots.credential(id, { idempotencyKey: 'credential-of-a-story' });
  const cast = (choice: string) => {
    const answers = [{ type: 'choices' as const, question: 'centro', choices: [choice] }];
    return ballots.cast({ vote: { ballot: id, version, answers }, credential }, { idempotencyKey: `vote-${choice}-of-a-story` });
  };
  return [await cast('si'), await cast('no')];
}

async function check(widget: PorticoReceipt, text: string): Promise<void> {
  const field = await found<HTMLTextAreaElement>(widget, '#receipt-text');
  field.value = text;
  field.dispatchEvent(new Event('input'));
  await click(widget, '[type=submit]');
  await found(widget, '#finding');
}

const first = ([receipt]: readonly VoteReceipt[]): string => (receipt ? receiptCode(receipt) : '');
const last = (receipts: readonly VoteReceipt[]): string => first(receipts.slice(-1));

export const Asking: Story = receiptStory({});

export const InTheLog: Story = receiptStory({ given: last });

export const Counted: Story = receiptStory({ given: last, over: true });

/** It was changed later: the last one counts. */
export const Replaced: Story = receiptStory({ given: first, over: true });

/** Somebody changed a letter of it. */
export const Changed: Story = receiptStory({
  given: receipts => JSON.stringify(receipts.at(-1)).replace(/"index":\d+/, '"index":0'),
});

export const NotAReceipt: Story = receiptStory({ given: () => 'una lettera' });

export const OfAnotherBallot: Story = receiptStory({
  given: receipts => JSON.stringify({ ...receipts.at(-1), ballot: 'bilancio' }),
});

export const NotFound: Story = receiptStory({ args: { ballot: 'nessuna' } });

export const InEnglish: Story = { ...receiptStory({ given: last }), globals: { locale: 'en' } };

export const RightToLeft: Story = { ...receiptStory({ given: last }), globals: { locale: 'ar' } };

export const Dark: Story = { ...receiptStory({ given: last, over: true }), globals: { scheme: 'dark' } };
