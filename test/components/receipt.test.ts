import { expect, fixture, html } from '@open-wc/testing';
import { consultationBallot } from '../../demo/data/ballots/ballots.js';
import { anna } from '../../demo/data/people.js';
import type { Backend } from '../../src/backend/backend.js';
import { memory, type MemoryBackend } from '../../src/backend/memory/memory.js';
import '../../src/components/backend/backend.define.js';
import '../../src/components/receipt/receipt.define.js';
import type { PorticoReceipt } from '../../src/components/receipt/receipt.js';
import { receiptCode, receiptFrom } from '../../src/model/vote-receipt-code.js';
import type { VoteReceipt } from '../../src/model/vote-receipt.js';
import { withBallot } from '../../stories/support/ballot-seed.js';
import { testNow } from '../support/pact-page.js';
import { until } from '../support/until.js';
import { focusIn, inside, tells, type } from '../support/widget-page.js';

const afterClosing = new Date('2026-12-14T10:00:00+01:00');

/** A city in which Anna has voted twice, and what she kept. */
async function voted(clock: { now: Date } = { now: testNow }): Promise<{ backend: MemoryBackend; receipts: VoteReceipt[] }> {
  const backend = memory(withBallot(consultationBallot), { now: () => clock.now });
  backend.signIn(anna);
  const { id } = consultationBallot;
  const credential = await backend.ballots.credential(id, { idempotencyKey: 'a'.repeat(32) });
  const cast = (choice: string) => {
    const answers = [{ type: 'choices' as const, question: 'centro', choices: [choice] }];
    return backend.ballots.cast({ vote: { ballot: id, version: 1, answers }, credential }, { idempotencyKey: choice.repeat(16) });
  };
  return { backend, receipts: [await cast('si'), await cast('no')] };
}

async function receiptPage(backend: Backend, lang = 'it'): Promise<PorticoReceipt> {
  const page = await fixture<HTMLElement>(html`
    <div lang=${lang}>
      <portico-backend .backend=${backend}>
        <portico-receipt ballot=${consultationBallot.id}><a href="/ricevuta">Ricevuta</a></portico-receipt>
      </portico-backend>
    </div>
  `);
  const widget = page.querySelector('portico-receipt');
  if (!widget) throw new Error('no widget');
  return widget;
}

async function check(widget: PorticoReceipt, text: string): Promise<void> {
  type(await inside<HTMLTextAreaElement>(widget, '#receipt-text'), text);
  (await inside(widget, '[type=submit]')).click();
}

describe('<portico-receipt>', () => {
  afterEach(() => {
    history.replaceState(null, '', location.pathname);
  });

  it('finds the vote in the log while the ballot is open, by the code or by the file', async () => {
    const { backend, receipts } = await voted();
    const [, last] = receipts;
    if (!last) throw new Error('no receipt');
    const widget = await receiptPage(backend);
    await check(widget, receiptCode(last));
    await tells(widget, 'Il tuo voto è nel registro');
    await tells(widget, 'È al posto 2');
    await until(() => focusIn(widget) === 'finding');
    await check(widget, `\uFEFF${JSON.stringify(last, null, 2)}`);
    await tells(widget, 'Il tuo voto è nel registro');
  });

  it('says after the closing that the last vote counts, and that the one before was replaced', async () => {
    const clock = { now: testNow };
    const { backend, receipts } = await voted(clock);
    const [first, last] = receipts;
    if (!first || !last) throw new Error('no receipts');
    clock.now = afterClosing;
    const widget = await receiptPage(backend);
    await check(widget, receiptCode(last));
    await tells(widget, 'Il tuo voto è nel conteggio');
    await check(widget, receiptCode(first));
    await tells(widget, 'Un voto più recente ha preso il suo posto');
  });

  it('checks at once what stands in the address of the page, as a code for cameras has it', async () => {
    const { backend, receipts } = await voted();
    const [first] = receipts;
    if (!first) throw new Error('no receipt');
    history.replaceState(null, '', `#receipt=${receiptCode(first)}`);
    const widget = await receiptPage(backend);
    await tells(widget, 'Il tuo voto è nel registro');
  });

  it('refuses a receipt with any part changed', async () => {
    const { backend, receipts } = await voted();
    const [, last] = receipts;
    if (!last) throw new Error('no receipt');
    const widget = await receiptPage(backend);
    for (const changed of [
      { ...last, index: 0 },
      { ...last, commitment: receipts[0]?.commitment },
      { ...last, head: { ...last.head, at: '2026-01-01T00:00:00.000Z' } },
      { ...last, path: [] },
    ]) {
      await check(widget, JSON.stringify(changed));
      await tells(widget, 'La ricevuta è stata cambiata');
      type(await inside<HTMLTextAreaElement>(widget, '#receipt-text'), '');
      (await inside(widget, '[type=submit]')).click();
      await tells(widget, 'Incolla la ricevuta o scegli il file');
    }
  });

  it('sees a log that was rewritten', async () => {
    const { backend } = await voted();
    const other = await voted();
    const [receipt] = other.receipts;
    if (!receipt) throw new Error('no receipt');
    // The keys are those of the receipt, and the newest head is of another log under the same key: a log that forgot its votes.
    const description = await other.backend.ballots.log(consultationBallot.id);
    const ballots = {
      ...backend.ballots,
      log: () => Promise.resolve(description),
      consistency: () => Promise.resolve(['A'.repeat(43).concat('=')]),
    };
    const widget = await receiptPage({ ...backend, ballots });
    await check(widget, receiptCode(receipt));
    await tells(widget, 'Il registro di oggi non contiene più');
  });

  it('says what is no receipt, and what belongs to another ballot', async () => {
    const { backend, receipts } = await voted();
    const widget = await receiptPage(backend);
    await check(widget, '<script>alert(1)</script>');
    await tells(widget, 'Questo non è una ricevuta');
    await check(widget, JSON.stringify({ ...receipts[0], ballot: 'altra' }));
    await tells(widget, 'Questa ricevuta è di un’altra votazione: altra');
  });

  it('says that the log does not answer, and that the receipt stays valid', async () => {
    const { backend, receipts } = await voted();
    const [first] = receipts;
    if (!first) throw new Error('no receipt');
    const widget = await receiptPage(backend);
    await inside(widget, '#receipt-text');
    backend.conditions.offline = true;
    await check(widget, receiptCode(first));
    await tells(widget, 'la ricevuta resta valida');
  });

  it('takes the file that was saved', async () => {
    const { backend, receipts } = await voted();
    const widget = await receiptPage(backend);
    const field = await inside<HTMLInputElement>(widget, '#receipt-file');
    const files = new DataTransfer();
    files.items.add(new File([JSON.stringify(receipts[1])], 'ricevuta.json', { type: 'application/json' }));
    field.files = files.files;
    field.dispatchEvent(new Event('change'));
    await tells(widget, 'Il tuo voto è nel registro');
  });

  it('gives every code back as the receipt that it came from', async () => {
    const { receipts } = await voted();
    for (const receipt of receipts) {
      const code = receiptCode(receipt);
      expect(receiptFrom(code)).to.deep.equal(receipt);
      expect(receiptFrom(`https://city.example/embed/receipt/x#receipt=${encodeURIComponent(code)}`)).to.deep.equal(receipt);
      expect(receiptFrom(`${code.slice(0, 80)}\r\n${code.slice(80)}`)).to.deep.equal(receipt);
      expect(code).to.match(/^[\w.,:~/-]+$/);
    }
    expect(receiptFrom('v1,a,b')).to.equal(undefined);
    expect(receiptFrom('{"ballot": 1}')).to.equal(undefined);
    expect(receiptFrom('%')).to.equal(undefined);
  });
});
