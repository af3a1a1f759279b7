import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { ObservationService } from '../../src/backend/backend.js';
import type { MemoryBackend } from '../../src/backend/memory/memory.js';
import { everything, filterOf, sortOf } from '../../src/components/observation-list/choice.js';
import type { PorticoObservationList } from '../../src/components/observation-list/observation-list.js';
import { observationListState, sectionLength, withLines } from '../../src/components/observation-list/observation-list.state.js';
import type { ObservationFilter, ObservationLine } from '../../src/model/observation.js';
import { inPhase, manyObservations, observedProcess, withObservations } from '../../stories/support/observation-seed.js';
import { listBackend, listPage } from '../support/observation-list-page.js';
import { until } from '../support/until.js';
import { all, choose, focusIn, inside, tells, textIn, type, wordsIn } from '../support/widget-page.js';

/** What the list was asked for. */
function overheard(backend: MemoryBackend): { backend: MemoryBackend; asked: ObservationFilter[] } {
  const asked: ObservationFilter[] = [];
  const list: ObservationService['list'] = (filter, options) => {
    asked.push(filter);
    return backend.observations.list(filter, options);
  };
  return { backend: { ...backend, observations: { ...backend.observations, list } }, asked };
}

const many = (count: number): MemoryBackend => listBackend({}, withObservations(manyObservations(count)));

const referencesIn = (widget: PorticoObservationList): string[] =>
  all(widget, '.sections .item').map(({ dataset }) => dataset['reference'] ?? '');

describe('<portico-observation-list>', () => {
  afterEach(() => {
    history.replaceState(null, '', location.pathname + location.search);
  });

  describe('as every widget', () => {
    it('keeps what was set before it was upgraded', async () => {
      const early = document.createElement('portico-observation-list');
      early.process = observedProcess;
      const holder = await fixture(html`<portico-backend .backend=${listBackend()}></portico-backend>`);
      holder.append(early);
      await tells(early, '25 osservazioni');
    });

    it('works after it was moved', async () => {
      const { page, widget } = await listPage(listBackend());
      await inside(widget, '.item');
      const elsewhere = document.createElement('portico-backend');
      elsewhere.backend = many(3);
      page.append(elsewhere);
      elsewhere.append(widget);
      await tells(widget, '3 osservazioni');
    });

    it('gives its request up when it is removed, and takes it up when it comes back', async () => {
      const backend = listBackend({ latency: Infinity });
      const { widget } = await listPage(backend);
      await until(() => widget.shadowRoot?.querySelector('[aria-busy=true]'));
      const parent = widget.parentElement;
      widget.remove();
      backend.conditions = { ...backend.conditions, latency: 0 };
      parent?.append(widget);
      await inside(widget, '.item');
    });

    it('follows the language of the page when it changes', async () => {
      const { page, widget } = await listPage(listBackend());
      await tells(widget, 'Le osservazioni di tutti');
      page.lang = 'en';
      await tells(widget, 'Everybody’s observations');
    });

    it('is laid out from right to left in Arabic', async () => {
      const { widget } = await listPage(listBackend(), { lang: 'ar' });
      expect(getComputedStyle(await inside(widget, '#title')).direction).to.equal('rtl');
    });

    it('shows what a page gave it without any backend, and offers nothing that needs one', async () => {
      const { observations } = listBackend();
      const terms = await observations.terms(observedProcess);
      const { items } = await observations.list({ process: observedProcess }, { limit: 100 });
      const widget = await fixture<PorticoObservationList>(
        html`<portico-observation-list lang="it" .state=${observationListState(terms, items)}></portico-observation-list>`,
      );
      await tells(widget, '25 osservazioni');
      expect(all(widget, '.search, #more')).to.have.length(0);
    });

    it('says that a backend has no observations, and shows what the page put into it', async () => {
      const { observations, ...rest } = listBackend();
      expect(observations.can.search).to.equal(true);
      const { widget } = await listPage(rest);
      await tells(widget, 'Qui questo servizio non c’è');
      expect(widget.querySelector('a')?.checkVisibility()).to.equal(true);
    });

    it('tries again when somebody asks, and puts focus on the title', async () => {
      const backend = listBackend({ failures: { '*': 'unavailable' } });
      const { widget } = await listPage(backend);
      const retry = await inside(widget, '.notice button');
      backend.conditions = { ...backend.conditions, failures: {} };
      retry.click();
      await inside(widget, '.item');
      await until(() => focusIn(widget) === 'title');
    });
  });

  describe('each observation', () => {
    it('has a heading with a link to its own address', async () => {
      const { widget } = await listPage(listBackend());
      const link = await inside<HTMLAnchorElement>(widget, '#list-PAC-2026-000001-link');
      expect(link.closest('h4')).to.exist;
      expect(link.hash).to.equal(`#${observedProcess}/PAC-2026-000001`);
    });

    it('without a title is called by what it is and on what', async () => {
      const { widget } = await listPage(listBackend());
      const link = await inside(widget, '#list-PAC-2026-000023-link');
      expect(link.textContent).to.equal('Osservazione: Art. 3 – Strade scolastiche');
    });

    it('says how it stands by the decision, and by a label that we do not know', async () => {
      const { widget } = await listPage(listBackend());
      await inside(widget, '.item');
      expect(textIn(widget, '[data-reference=PAC-2026-000019] .item-meta')).to.contain('Non accolta');
      expect(textIn(widget, '[data-reference=PAC-2026-000001] .item-meta')).to.contain('Accolta Nel testo finale');
      expect(textIn(widget, '[data-reference=PAC-2026-000016] .item-meta')).to.contain('Presso l’Agenzia regionale');
    });

    it('that is hidden says so, and why, and not what it said', async () => {
      const { widget } = await listPage(listBackend());
      await inside(widget, '.item');
      expect(textIn(widget, '[data-reference=PAC-2026-000012]')).to.match(/Nascosta il .* Motivo:/);
      expect(textIn(widget, '[data-reference=PAC-2026-000012] .excerpt')).to.equal('');
    });

    it('shows markup in it as it was written', async () => {
      const bad = '<img src=x onerror=alert(1)> <b>grassetto</b>';
      const [first] = manyObservations(1);
      const seed = withObservations(first ? [{ ...first, title: { lang: 'it', text: bad } }] : []);
      const { widget } = await listPage(listBackend({}, seed));
      await tells(widget, bad);
      expect(all(widget, '.item img, .item b')).to.have.length(0);
    });
  });

  describe('what came of it', () => {
    it('is a sentence, a picture that nobody needs, and a table', async () => {
      const { widget } = await listPage(listBackend());
      await tells(widget, '8 osservazioni su 25 hanno una risposta ufficiale', '.summary');
      expect(wordsIn(widget, '.summary')).to.contain('4 accolte').and.contain('L’ultima risposta è del 23 novembre 2026');
      expect((await inside(widget, '.bar')).getAttribute('aria-hidden')).to.equal('true');
      (await inside(widget, '.figures summary')).click();
      await until(() => wordsIn(widget, '.figures').includes('Ancora senza risposta 17'));
    });
  });

  describe('searching', () => {
    it('asks the backend once somebody stopped typing, and says how many were found', async () => {
      const { backend, asked } = overheard(listBackend());
      const { widget } = await listPage(backend);
      const field = await inside<HTMLInputElement>(widget, '#search');
      for (const words of ['b', 'bi', 'alberi']) type(field, words);
      await tells(widget, 'trovat', '.results-head');
      expect(asked.map(({ text }) => text)).to.deep.equal([undefined, 'alberi']);
      await until(() => wordsIn(widget, '[role=status]').includes('trovat'));
      expect(sortOf({ ...everything, text: 'alberi' })).to.equal('relevance');
    });

    it('keeps focus in the field', async () => {
      const { widget } = await listPage(listBackend());
      const field = await inside<HTMLInputElement>(widget, '#search');
      field.focus();
      type(field, 'alberi');
      await tells(widget, 'trovat', '.results-head');
      expect(focusIn(widget)).to.equal('search');
    });

    it('says that nothing was found, and shows everything again', async () => {
      const { widget } = await listPage(listBackend());
      type(await inside<HTMLInputElement>(widget, '#search'), 'astronave');
      (await inside(widget, '.search [type=submit]')).click();
      await tells(widget, 'Nessuna osservazione corrisponde');
      (await inside(widget, '.results-head button')).click();
      await tells(widget, '25 osservazioni');
      expect((await inside<HTMLInputElement>(widget, '#search')).value).to.equal('');
      await until(() => focusIn(widget) === 'results-title');
    });

    it('keeps what was typed when it fails, and tries again', async () => {
      const backend = listBackend();
      const { widget } = await listPage(backend);
      const field = await inside<HTMLInputElement>(widget, '#search');
      backend.conditions = { ...backend.conditions, failures: { 'observations.list': 'unavailable' } };
      type(field, 'alberi');
      const retry = await inside(widget, '.results .notice button');
      expect(field.value).to.equal('alberi');
      backend.conditions = { ...backend.conditions, failures: {} };
      retry.click();
      await tells(widget, 'trovat', '.results-head');
    });

    it('is not offered where the backend cannot', async () => {
      const backend = listBackend();
      const { can } = backend.observations;
      const { widget } = await listPage({
        ...backend,
        observations: { ...backend.observations, can: { ...can, search: false } },
      });
      await inside(widget, '#sort');
      expect(all(widget, '#search')).to.have.length(0);
    });
  });

  describe('filters', () => {
    it('say how many observations are behind each', async () => {
      const { widget } = await listPage(listBackend());
      const states = await inside<HTMLSelectElement>(widget, '#filter-standing');
      expect([...states.options].map(({ text }) => text.trim())).to.include.members(['Accolta (4)', 'Ritirata (1)']);
    });

    for (const [name, value, wanted] of [
      ['kind', 'proposal', { kind: 'proposal' }],
      ['standing', 'state withdrawn', { state: 'withdrawn' }],
      ['standing', 'outcome accepted', { outcome: 'accepted' }],
      ['source', 'paper', { source: 'paper' }],
      ['passage', 'piano-aria-clima art-7', { document: 'piano-aria-clima', passage: 'art-7' }],
    ] as const) {
      it(`narrow the list: ${value}`, async () => {
        const { backend, asked } = overheard(listBackend());
        const { widget } = await listPage(backend);
        choose(await inside<HTMLSelectElement>(widget, `#filter-${name}`), value);
        await tells(widget, 'trovat', '.results-head');
        expect(asked.at(-1)).to.deep.include(wanted);
      });
    }

    it('hear that the document wants the observations on a passage to be shown', async () => {
      const { page, widget } = await listPage(listBackend());
      await inside(widget, '#filter-passage');
      const detail = { document: 'piano-aria-clima', passage: 'art-3' };
      const wish = new CustomEvent('portico-show-observations', { detail, bubbles: true, composed: true, cancelable: true });
      expect(page.dispatchEvent(wish)).to.equal(false);
      await tells(widget, 'trovat', '.results-head');
      await until(() => focusIn(widget) === 'results-title');
    });

    it('leave a wish alone that is about something else', async () => {
      const { page, widget } = await listPage(listBackend());
      await inside(widget, '#filter-passage');
      const detail = { document: 'altro', passage: 'art-3' };
      const wish = new CustomEvent('portico-show-observations', { detail, bubbles: true, composed: true, cancelable: true });
      expect(page.dispatchEvent(wish)).to.equal(true);
    });

    it('are those of the attributes, and then of what is chosen', () => {
      const subject = { process: 'p', document: 'd', passage: 'a' };
      expect(filterOf(everything, subject)).to.deep.include({ document: 'd', passage: 'a', text: undefined });
      expect(filterOf({ ...everything, passage: 'e b' }, { process: 'p' })).to.deep.include({ document: 'e', passage: 'b' });
    });
  });

  describe('a long list', () => {
    const line = (index: number): ObservationLine => ({ reference: `PAC-2026-${String(index)}` }) as ObservationLine;

    it('is kept in sections that are full but for the last one, and stay the same when more come', () => {
      const first = withLines(
        [],
        Array.from({ length: 70 }, (_, index) => line(index)),
      );
      expect(first.map(({ lines }) => lines.length)).to.deep.equal([50, 20]);
      const more = withLines(
        first,
        Array.from({ length: 100 }, (_, index) => line(70 + index)),
      );
      expect(more.map(({ first: at, lines }) => [at, lines.length])).to.deep.equal([
        [0, 50],
        [50, 50],
        [100, 50],
        [150, 20],
      ]);
      expect(more[0]).to.equal(first[0]);
    });

    it('brings the next fifty when somebody asks, and puts focus where they begin', async () => {
      const { widget } = await listPage(many(120));
      (await inside(widget, '#more')).click();
      await until(() => referencesIn(widget).length === 2 * sectionLength);
      await until(() => focusIn(widget)?.startsWith('p2'));
      expect(new Set(referencesIn(widget)).size).to.equal(100);
    });

    it('brings all of them, says how far it is, and every one has its heading', async function () {
      this.timeout(30_000);
      const { widget } = await listPage(many(500));
      (await inside(widget, '#all')).click();
      await until(() => all(widget, '.sections h4').length === 500);
      await until(() => wordsIn(widget, '[role=status]') === 'Tutte le osservazioni sono qui.');
      expect(all(widget, '#all, #more')).to.have.length(0);
      await until(() => focusIn(widget) === 'results-title');
    });

    it('leads to a page by its address', async () => {
      history.replaceState(null, '', `#${observedProcess}/p3`);
      const { widget } = await listPage(many(160));
      await until(() => focusIn(widget) === 'p3');
      expect(wordsIn(widget, '#p3')).to.equal('Osservazioni da 101 a 150 su 160');
      const links = all(widget, '.page-numbers a') as HTMLAnchorElement[];
      expect(links.map(({ hash }) => hash)).to.include(`#${observedProcess}/p4`);
    });

    it('says when the next ones did not come, and tries again', async () => {
      const backend = many(120);
      const { widget } = await listPage(backend);
      const more = await inside(widget, '#more');
      backend.conditions = { ...backend.conditions, failures: { 'observations.list': 'timeout' } };
      more.click();
      await tells(widget, 'Le altre osservazioni non sono arrivate');
      backend.conditions = { ...backend.conditions, failures: {} };
      (await inside(widget, '#more')).click();
      await until(() => referencesIn(widget).length === 100);
    });

    it('draws the whole of it without laying it out', async () => {
      const { widget } = await listPage(many(10));
      const section = await inside(widget, '.section');
      expect(getComputedStyle(section).contentVisibility).to.equal('auto');
    });
  });

  describe('one’s own', () => {
    const anna = { nickname: 'Girasole', verification: { status: { value: 'granted' }, refusals: [] } };

    /** Signed in as the author of two. */
    async function own(backend = listBackend()) {
      backend.signIn(anna);
      const { widget } = await listPage(backend);
      await inside(widget, '.own');
      return { backend, widget };
    }

    it('stand first, and only what is still open can be changed', async () => {
      const { widget } = await own();
      expect(wordsIn(widget, '.own')).to.contain('Le tue osservazioni');
      expect(all(widget, '.own .item')).to.have.length(2);
      expect(all(widget, '.own [id$=-edit]').map(({ id }) => id)).to.deep.equal(['own-PAC-2026-000024-edit']);
    });

    it('cannot be changed when observations are over', async () => {
      const backend = listBackend({}, inPhase('risposte'));
      const { widget } = await own(backend);
      expect(all(widget, '.own [id$=-edit], .own [id$=-withdraw]')).to.have.length(0);
    });

    it('tell the page first that somebody wants to edit; it can open its own form', async () => {
      const { widget } = await own();
      widget.addEventListener('portico-edit-observation', event => event.preventDefault());
      const wish = oneEvent(widget, 'portico-edit-observation');
      (await inside(widget, '#own-PAC-2026-000024-edit')).click();
      expect((await wish).detail).to.deep.equal({ process: observedProcess, reference: 'PAC-2026-000024' });
      expect(all(widget, '.edit-form')).to.have.length(0);
    });

    it('are edited in place: nothing is sent while something is missing', async () => {
      const { widget } = await own();
      (await inside(widget, '#own-PAC-2026-000024-edit')).click();
      await until(() => focusIn(widget) === 'edit-title');
      type(await inside<HTMLTextAreaElement>(widget, '#edit-text'), '  ');
      (await inside(widget, '.edit-form [type=submit]')).click();
      await until(() => focusIn(widget) === 'error-summary');
      expect((await inside(widget, '#edit-text')).getAttribute('aria-invalid')).to.equal('true');
      type(await inside<HTMLTextAreaElement>(widget, '#edit-text'), 'Grazie, e continuate.');
      const fact = oneEvent(widget, 'portico-observation-edited');
      (await inside(widget, '.edit-form [type=submit]')).click();
      await fact;
      await tells(widget, 'Grazie, e continuate.', '.own');
      await until(() => focusIn(widget)?.startsWith('own-PAC-2026-000024-link'));
    });

    it('keep what was written when it could not be sent', async () => {
      const { backend, widget } = await own();
      (await inside(widget, '#own-PAC-2026-000024-edit')).click();
      type(await inside<HTMLTextAreaElement>(widget, '#edit-text'), 'Un altro testo.');
      backend.conditions = { ...backend.conditions, offline: true };
      (await inside(widget, '.edit-form [type=submit]')).click();
      await tells(widget, 'Quello che hai scritto è ancora qui');
      expect((await inside<HTMLTextAreaElement>(widget, '#edit-text')).value).to.equal('Un altro testo.');
    });

    it('are withdrawn only after a question', async () => {
      const { backend, widget } = await own();
      (await inside(widget, '#own-PAC-2026-000024-withdraw')).click();
      const dialog = await inside<HTMLDialogElement>(widget, 'dialog');
      await until(() => dialog.open);
      expect(dialog.innerText).to.contain('Non si può tornare indietro');
      const fact = oneEvent(widget, 'portico-observation-withdrawn');
      (await inside(widget, 'dialog .primary')).click();
      await fact;
      await tells(widget, 'Ritirata', '.own');
      expect((await backend.observations.get('PAC-2026-000024')).state.value).to.equal('withdrawn');
      expect(all(widget, 'dialog')).to.have.length(0);
    });

    it('are not withdrawn by Cancel, and focus goes back to the button', async () => {
      const { backend, widget } = await own();
      (await inside(widget, '#own-PAC-2026-000024-withdraw')).click();
      (await inside(widget, '.dialog-head button')).click();
      await until(() => focusIn(widget) === 'own-PAC-2026-000024-withdraw');
      expect((await backend.observations.get('PAC-2026-000024')).state.value).to.equal('received');
    });

    it('are there as soon as somebody signs in, and gone when they sign out', async () => {
      const backend = listBackend();
      const { widget } = await listPage(backend);
      await inside(widget, '.item');
      backend.signIn(anna);
      await inside(widget, '.own');
      backend.signOut();
      await until(() => all(widget, '.own').length === 0);
    });
  });

  it('reads again when a new observation was sent on the same page', async () => {
    const backend = listBackend();
    const { page, widget } = await listPage(backend);
    await tells(widget, '25 osservazioni');
    backend.signIn({ nickname: 'Girasole', verification: { status: { value: 'granted' }, refusals: [] } });
    const subject = { process: observedProcess };
    const draft = {
      subject,
      kind: 'proposal',
      title: 'Ombra',
      text: 'Più ombra in piazza.',
      theme: 'verde',
      attachments: [],
      lang: 'it',
    };
    const { reference } = await backend.observations.submit(draft, { idempotencyKey: 'new-one-on-the-page' });
    const detail = { process: observedProcess, reference };
    page.dispatchEvent(new CustomEvent('portico-submitted', { detail, bubbles: true, composed: true }));
    await tells(widget, '26 osservazioni');
  });
});
