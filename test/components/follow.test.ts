import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Backend } from '../../src/backend/backend.js';
import { memory, type MemoryBackend, type MemoryOptions } from '../../src/backend/memory/memory.js';
import '../../src/components/backend/backend.define.js';
import '../../src/components/follow/follow.define.js';
import type { PorticoFollow } from '../../src/components/follow/follow.js';
import { referenceFrom } from '../../src/model/reference-number.js';
import { stepsOf } from '../../src/model/follow-steps.js';
import type { ObservationReceipt } from '../../src/model/observation-draft.js';
import { observationSeed, observedDocument, observedProcess } from '../../stories/support/observation-seed.js';
import { testNow } from '../support/pact-page.js';
import { until } from '../support/until.js';
import { all, focusIn, inside, tells, textIn, type } from '../support/widget-page.js';

const cityBackend = (options: MemoryOptions = {}): MemoryBackend => memory(observationSeed, { now: () => testNow, ...options });

async function followPage(backend: Backend | undefined, { reference, lang = 'it' }: { reference?: string; lang?: string } = {}) {
  const page = await fixture<HTMLElement>(html`
    <div lang=${lang}>
      <portico-backend .backend=${backend}>
        <portico-follow process=${observedProcess} reference=${ifDefined(reference)}><a href="/segui">Segui</a></portico-follow>
      </portico-backend>
    </div>
  `);
  const widget = page.querySelector('portico-follow');
  if (!widget) throw new Error('no widget');
  return { page, widget };
}

async function ask(widget: PorticoFollow, typed: string): Promise<void> {
  type(await inside<HTMLInputElement>(widget, '#reference'), typed);
  (await inside(widget, '.ask [type=submit]')).click();
}

/** The names of the steps, the one where it is marked. */
const stepsIn = (widget: PorticoFollow): string[] =>
  all(widget, '.phase').map(step => `${step.querySelector('h4')?.textContent ?? ''}${step.ariaCurrent === 'step' ? '*' : ''}`);

describe('<portico-follow>', () => {
  afterEach(() => {
    history.replaceState(null, '', location.pathname);
  });

  describe('as every widget', () => {
    it('keeps what was set before it was upgraded', async () => {
      const early = document.createElement('portico-follow');
      early.process = observedProcess;
      early.reference = 'PAC-2026-000001';
      const holder = await fixture(html`<portico-backend .backend=${cityBackend()}></portico-backend>`);
      holder.append(early);
      await tells(early, 'Un’ora, non mezz’ora');
    });

    it('works after it was moved, and takes its request up when it comes back', async () => {
      const backend = cityBackend({ latency: Infinity });
      const { page, widget } = await followPage(backend, { reference: 'PAC-2026-000001' });
      await until(() => widget.shadowRoot?.querySelector('[aria-busy=true]'));
      widget.remove();
      const elsewhere = document.createElement('portico-backend');
      elsewhere.backend = cityBackend();
      page.append(elsewhere);
      elsewhere.append(widget);
      await tells(widget, 'Un’ora, non mezz’ora');
    });

    it('follows the language of the page when it changes', async () => {
      const { page, widget } = await followPage(cityBackend());
      await tells(widget, 'Che cosa ne è stato');
      page.lang = 'en';
      await tells(widget, 'What became of it');
    });

    it('is laid out from right to left in Arabic', async () => {
      const { widget } = await followPage(cityBackend(), { lang: 'ar' });
      expect(getComputedStyle(await inside(widget, '#title')).direction).to.equal('rtl');
    });

    it('shows what a page gave it without any backend', async () => {
      const { observations } = cityBackend();
      const observation = await observations.get('PAC-2026-000001');
      const terms = await observations.terms(observedProcess);
      const state = { type: 'found', observation, terms } as const;
      const widget = await fixture<PorticoFollow>(html`<portico-follow lang="it" .state=${state}></portico-follow>`);
      await tells(widget, 'Un’ora, non mezz’ora');
    });

    it('says that a backend has no observations, and shows what the page put into it', async () => {
      const { observations, ...rest } = cityBackend();
      expect(observations.can.log).to.equal(true);
      const { widget } = await followPage(rest);
      await tells(widget, 'Qui questo servizio non c’è');
      expect(widget.querySelector('a')?.checkVisibility()).to.equal(true);
    });
  });

  describe('a number', () => {
    for (const typed of [
      'PAC-2026-000486',
      ' pac-2026-000486 ',
      'pac 2026 486',
      'PAC/2026/486',
      'Pac.2026.0486',
      'n. PAC-2026-000486',
      'PAC2026486',
      'PAC–2026–OOO486',
      'ＰＡＣ－２０２６－４８６',
      'PAC-٢٠٢٦-٠٠٠٤٨٦',
      'pac ۲۰۲۶ ۴۸۶',
    ]) {
      it(`is understood as people type it: ${typed}`, () => {
        expect(referenceFrom(typed)).to.equal('PAC-2026-000486');
      });
    }

    it('keeps a prefix of several parts', () => {
      expect(referenceFrom('pac-m8 2026 7')).to.equal('PAC-M8-2026-000007');
    });

    for (const typed of ['', '486', '2026-486', 'PAC', 'PAC-486', 'buongiorno a tutti'])
      it(`is not made up from what is none: '${typed}'`, () => {
        expect(referenceFrom(typed)).to.equal(undefined);
      });

    it('that is not whole is explained at the field, which takes focus', async () => {
      const { widget } = await followPage(cityBackend());
      await ask(widget, '486');
      await tells(widget, 'Il numero non è intero');
      const field = await inside(widget, '#reference');
      expect(field.getAttribute('aria-invalid')).to.equal('true');
      await until(() => focusIn(widget) === 'reference');
    });
  });

  describe('what became of it', () => {
    it('is found by the number without signing in, and takes focus', async () => {
      const { widget } = await followPage(cityBackend());
      await ask(widget, 'pac 2026 1');
      await until(() => focusIn(widget) === 'found-title');
      expect(textIn(widget, '#found-title')).to.equal('PAC-2026-000001');
      expect(stepsIn(widget)).to.deep.equal(['Ricevuta', 'Esaminata', 'Risposta con le ragioni', 'Nel testo finale*']);
      expect(textIn(widget, '.response')).to.contain('Accolta').and.contain('Deliberazione della Giunta n. 214');
    });

    for (const [name, reference, steps] of [
      ['received', 'PAC-2026-000007', ['Ricevuta*', 'Esaminata', 'Risposta con le ragioni', 'Nel testo finale']],
      ['under examination', 'PAC-2026-000004', ['Ricevuta', 'Esaminata*', 'Risposta con le ragioni', 'Nel testo finale']],
      ['answered', 'PAC-2026-000006', ['Ricevuta', 'Esaminata', 'Risposta con le ragioni*', 'Nel testo finale']],
      ['rejected', 'PAC-2026-000019', ['Ricevuta', 'Esaminata', 'Risposta con le ragioni*', 'Il testo resta com’è']],
      ['withdrawn', 'PAC-2026-000015', ['Ricevuta', 'Ritirata*']],
      [
        'in a state of the platform',
        'PAC-2026-000016',
        ['Ricevuta', 'Presso l’Agenzia regionale*', 'Risposta con le ragioni', 'Nel testo finale'],
      ],
    ] as const) {
      it(`is told for one that is ${name}`, async () => {
        const { widget } = await followPage(cityBackend(), { reference });
        await inside(widget, '.phase');
        expect(stepsIn(widget)).to.deep.equal(steps);
      });
    }

    it('keeps an answer that came before a state that we do not know', async () => {
      const observation = await cityBackend().observations.get('PAC-2026-000006');
      const steps = stepsOf({ ...observation, state: { value: 'in-ricorso' } });
      expect(steps.map(({ name, status }) => `${name} ${status}`)).to.deep.equal([
        'received past',
        'examined past',
        'answered past',
        'other here',
        'in-final-text upcoming',
      ]);
    });

    it('is told also when the text was hidden, without the text', async () => {
      const { widget } = await followPage(cityBackend(), { reference: 'PAC-2026-000012' });
      await tells(widget, 'Il testo è stato nascosto');
      expect(all(widget, '.said')).to.have.length(0);
    });

    it('is looked for by the address of the page', async () => {
      history.replaceState(null, '', '?reference=pac-2026-4');
      const { widget } = await followPage(cityBackend());
      await tells(widget, 'Ombra alle fermate');
      expect(focusIn(widget)).to.equal(undefined);
    });

    it('is looked for by the part behind the hash, before the attribute', async () => {
      history.replaceState(null, '', `#${observedProcess}/follow-PAC-2026-000004`);
      const { widget } = await followPage(cityBackend(), { reference: 'PAC-2026-000001' });
      await tells(widget, 'Ombra alle fermate');
      const address = (await inside<HTMLAnchorElement>(widget, '.tools a')).hash;
      expect(address).to.equal(`#${observedProcess}/follow-PAC-2026-000004`);
    });

    it('is looked for when the form of the same page says so', async () => {
      const { page, widget } = await followPage(cityBackend());
      await inside(widget, '#reference');
      const detail = { process: observedProcess, reference: 'PAC-2026-000004' };
      const wish = new CustomEvent('portico-follow', { detail, bubbles: true, composed: true, cancelable: true });
      expect(page.dispatchEvent(wish)).to.equal(false);
      await until(() => focusIn(widget) === 'found-title');
    });

    it('follows the attribute when it changes', async () => {
      const { widget } = await followPage(cityBackend(), { reference: 'PAC-2026-000001' });
      await tells(widget, 'Un’ora, non mezz’ora');
      widget.reference = 'PAC-2026-000004';
      await tells(widget, 'Ombra alle fermate');
    });

    it('leads to the passage of the version in which it stands', async () => {
      const { page, widget } = await followPage(cityBackend(), { reference: 'PAC-2026-000001' });
      await inside(widget, '.phase');
      const plan = document.createElement('portico-document');
      plan.setAttribute('document', observedDocument);
      page.append(plan);
      widget.requestUpdate();
      const link = await inside<HTMLAnchorElement>(widget, '.phase:last-child a');
      page.addEventListener('portico-show-passage', event => event.preventDefault());
      const wish = oneEvent(page, 'portico-show-passage');
      link.click();
      expect((await wish).detail).to.deep.equal({ document: observedDocument, passage: 'art-3', version: 2 });
    });
  });

  describe('a number that there is not', () => {
    it('is met with help and a person to ask', async () => {
      const { widget } = await followPage(cityBackend());
      await ask(widget, 'PAC-2026-999999');
      await tells(widget, 'Il numero PAC-2026-999999 non c’è');
      await until(() => focusIn(widget) === 'found-title');
      await tells(widget, 'Chiedi a una persona:');
      expect((await inside<HTMLInputElement>(widget, '#reference')).value).to.equal('PAC-2026-999999');
    });
  });

  it('says that the service does not answer, keeps the number, and tries again', async () => {
    const backend = cityBackend({ failures: { 'observations.get': 'unavailable' } });
    const { widget } = await followPage(backend);
    await ask(widget, 'PAC-2026-000004');
    const retry = await inside(widget, '.notice button');
    expect((await inside<HTMLInputElement>(widget, '#reference')).value).to.equal('PAC-2026-000004');
    backend.conditions = { ...backend.conditions, failures: {} };
    retry.click();
    await tells(widget, 'Ombra alle fermate');
  });

  describe('a receipt', () => {
    /** What somebody saved when they sent theirs. */
    async function saved(backend: MemoryBackend): Promise<ObservationReceipt> {
      backend.signIn({ nickname: 'Girasole', verification: { status: { value: 'granted' }, refusals: [] } });
      const subject = { process: observedProcess, document: observedDocument, version: 2, passage: 'art-3' };
      const text = 'Chiudete la strada anche alle 16.';
      const draft = { subject, kind: 'remark', title: 'Orari', text, theme: 'strade', attachments: [], lang: 'it' };
      return backend.observations.submit(draft, { idempotencyKey: 'a-receipt-to-check' });
    }

    async function check(widget: PorticoFollow, text: string): Promise<string> {
      const field = await inside<HTMLTextAreaElement>(widget, '#receipt-text');
      (await inside<HTMLDetailsElement>(widget, '.receipt-check')).open = true;
      type(field, text);
      (await inside(widget, '.receipt-form [type=submit]')).click();
      await until(() => focusIn(widget) === 'receipt-result');
      return textIn(widget, '#receipt-result');
    }

    it('that was pasted is checked against the log', async () => {
      const backend = cityBackend();
      const receipt = await saved(backend);
      const { widget } = await followPage(backend);
      const said = await check(widget, JSON.stringify(receipt));
      expect(said).to.contain('La ricevuta è valida').and.contain(receipt.reference);
    });

    it('that was chosen as a file is checked at once', async () => {
      const backend = cityBackend();
      const receipt = await saved(backend);
      const { widget } = await followPage(backend);
      const input = await inside<HTMLInputElement>(widget, '#receipt-file');
      const files = new DataTransfer();
      files.items.add(new File([`\uFEFF${JSON.stringify(receipt)}`], 'ricevuta.json', { type: 'application/json' }));
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      await until(() => textIn(widget, '#receipt-result').includes('La ricevuta è valida'));
    });

    it('with other words in it does not hold', async () => {
      const backend = cityBackend();
      const receipt = JSON.stringify(await saved(backend));
      const { widget } = await followPage(backend);
      expect(await check(widget, receipt.replace('alle 16', 'alle 17'))).to.contain('non sta nel registro');
    });

    it('with another number beside its content does not hold', async () => {
      const backend = cityBackend();
      const receipt = await saved(backend);
      const { widget } = await followPage(backend);
      const said = await check(widget, JSON.stringify({ ...receipt, reference: 'PAC-2026-000001' }));
      expect(said).to.contain('qualcosa è stato cambiato');
    });

    it('of another log does not hold', async () => {
      const receipt = await saved(cityBackend());
      const { widget } = await followPage(cityBackend());
      expect(await check(widget, JSON.stringify(receipt))).to.contain('La firma non è quella');
    });

    for (const text of ['', 'una lettera', '{"reference":', '[]', '{}', '{"content":{},"proof":{"salt":"x"}}'])
      it(`that is none is called so: '${text}'`, async () => {
        const { widget } = await followPage(cityBackend());
        expect(await check(widget, text)).to.match(/non è una ricevuta|manca qualcosa/);
      });

    it('cannot be checked while the log does not answer, which says nothing about it', async () => {
      const backend = cityBackend();
      const receipt = await saved(backend);
      const { widget } = await followPage(backend);
      await inside(widget, '#receipt-text');
      backend.conditions = { ...backend.conditions, failures: { 'observations.log': 'unavailable' } };
      expect(await check(widget, JSON.stringify(receipt))).to.contain('Il registro non risponde');
    });
  });
});
