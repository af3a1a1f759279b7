import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { DocumentService, PassageOptions } from '../../src/backend/backend.js';
import { BackendError } from '../../src/backend/errors.js';
import type { MemoryBackend } from '../../src/backend/memory/memory.js';
import type { PorticoObserveEvent } from '../../src/components/document/document.events.js';
import type { PorticoDocument } from '../../src/components/document/document.js';
import { documentState } from '../../src/components/document/document.state.js';
import { all, documentPage, inside, longId, planBackend, planId, readable, tells, wordsIn } from '../support/document-page.js';
import { until } from '../support/until.js';

/** The same backend, and what was asked of it. */
function overheard(backend: MemoryBackend): { backend: MemoryBackend; asked: PassageOptions[] } {
  const asked: PassageOptions[] = [];
  const passages: DocumentService['passages'] = (id, options = {}) => {
    asked.push(options);
    return backend.documents.passages(id, options);
  };
  return { backend: { ...backend, documents: { ...backend.documents, passages } }, asked };
}

const focusIn = (widget: PorticoDocument): string | undefined => widget.shadowRoot?.activeElement?.id;

describe('<portico-document>', () => {
  afterEach(() => {
    history.replaceState(null, '', location.pathname + location.search);
  });

  describe('as every widget', () => {
    it('keeps what was set before it was upgraded', async () => {
      const early = document.createElement('portico-document');
      early.document = planId;
      const holder = await fixture(html`<portico-backend .backend=${planBackend()}></portico-backend>`);
      holder.append(early);
      await readable(early);
      expect(wordsIn(early, '#title')).to.contain('Piano Aria e Clima');
    });

    it('works after it was moved', async () => {
      const { page, widget } = await documentPage(planBackend());
      await readable(widget);
      const elsewhere = document.createElement('portico-backend');
      elsewhere.backend = planBackend();
      page.append(elsewhere);
      elsewhere.append(widget);
      await readable(widget);
      await tells(widget, 'Strade scolastiche');
    });

    it('gives its request up when it is removed, and takes it up when it comes back', async () => {
      const backend = planBackend();
      backend.conditions = { ...backend.conditions, latency: Infinity };
      const { widget } = await documentPage(backend);
      await until(() => widget.shadowRoot?.querySelector('[aria-busy=true]'));
      const parent = widget.parentElement;
      widget.remove();
      backend.conditions = { ...backend.conditions, latency: 0 };
      parent?.append(widget);
      await readable(widget);
    });

    it('gives up passages that are on their way when it is removed, and reads them when it comes back', async () => {
      const backend = planBackend();
      const signals: (AbortSignal | undefined)[] = [];
      let held = true;
      const documents: DocumentService = {
        ...backend.documents,
        passages: (id, options) => {
          signals.push(options?.signal);
          return held ? new Promise<never>(() => undefined) : backend.documents.passages(id, options);
        },
      };
      const { widget } = await documentPage({ ...backend, documents });
      await until(() => signals.length === 1);
      const parent = widget.parentElement;
      widget.remove();
      expect(signals[0]?.aborted).to.equal(true);
      held = false;
      parent?.append(widget);
      await readable(widget);
    });

    it('follows the language of the page when it changes', async () => {
      const { page, widget } = await documentPage(planBackend());
      await readable(widget);
      page.lang = 'en';
      await tells(widget, 'School streets');
      expect(widget.shadowRoot?.querySelector('.document')?.getAttribute('lang')).to.equal('en');
      await readable(widget);
    });

    it('is laid out from right to left in Arabic', async () => {
      const { widget } = await documentPage(planBackend(), { lang: 'ar' });
      await readable(widget);
      expect(getComputedStyle(await inside(widget, '#title')).direction).to.equal('rtl');
    });

    it('shows what a page gave it without any backend, and offers nothing that needs one', async () => {
      const { documents } = planBackend();
      const plan = await documents.get(planId);
      const { items } = await documents.passages(planId);
      const widget = await fixture<PorticoDocument>(
        html`<portico-document lang="it" .state=${documentState(plan, items)}></portico-document>`,
      );
      await readable(widget);
      expect(all(widget, '#load-all, .sheet-progress')).to.have.length(0);
    });

    it('gets a backend that comes late', async () => {
      const { page, widget } = await documentPage(undefined);
      const provider = page.querySelector('portico-backend');
      if (provider) provider.backend = planBackend();
      await readable(widget);
    });

    it('says that a backend has no documents, and shows what the page put into it', async () => {
      const { documents, ...rest } = planBackend();
      expect(documents.can.versions).to.equal(true);
      const { widget } = await documentPage(rest);
      await tells(widget, 'Qui questo servizio non c’è');
      expect(widget.querySelector('a')?.checkVisibility()).to.equal(true);
    });
  });

  describe('when the document cannot be read', () => {
    it('says that there is none of that id', async () => {
      const { widget } = await documentPage(planBackend(), { document: 'nessuno' });
      await tells(widget, 'Questo documento non c’è');
    });

    it('tries again when somebody asks, and puts focus on the title', async () => {
      const backend = planBackend({ failures: { '*': 'unavailable' } });
      const { widget } = await documentPage(backend);
      const retry = await inside(widget, '.notice button');
      backend.conditions = { ...backend.conditions, failures: {} };
      retry.click();
      await readable(widget);
      await until(() => focusIn(widget) === 'title');
    });

    it('tries again by itself when the network is back', async () => {
      const backend = planBackend({ offline: true });
      const { widget } = await documentPage(backend);
      await until(() => widget.state.type === 'offline');
      backend.conditions = { ...backend.conditions, offline: false };
      dispatchEvent(new Event('online'));
      await readable(widget);
    });

    it('says that nothing was published yet', async () => {
      const backend = planBackend();
      const get: DocumentService['get'] = async (...given) => ({ ...(await backend.documents.get(...given)), contents: [] });
      const { widget } = await documentPage({ ...backend, documents: { ...backend.documents, get } });
      await tells(widget, 'non è ancora stato pubblicato');
      expect(wordsIn(widget, '#title')).to.contain('Piano');
    });
  });

  describe('the text', () => {
    it('says title, state, version and who decides', async () => {
      const { widget } = await documentPage(planBackend());
      await readable(widget);
      const top = wordsIn(widget, 'header');
      for (const words of ['Aperto alle osservazioni', 'Versione 2', '2 novembre 2026', 'Consiglio comunale'])
        expect(top).to.contain(words);
    });

    it('gives each passage a heading of its level below the title', async () => {
      const { widget } = await documentPage(planBackend());
      widget.headingLevel = 3;
      await readable(widget);
      const { contents } = await planBackend().documents.get(planId);
      for (const { id, level } of contents.filter(({ title }) => title)) {
        expect((await inside(widget, `#passage-${CSS.escape(id)}`)).localName, id).to.equal(`h${String(Math.min(3 + level, 6))}`);
      }
    });

    it('has plain words beside those that are decided on', async () => {
      const { widget } = await documentPage(planBackend());
      await readable(widget);
      expect(wordsIn(widget, '[data-passage=art-1] .plain')).to.contain('Si decide soltanto').and.to.contain('aria più pulita');
      expect(wordsIn(widget, '[data-passage=art-1] .wordings > .richtext')).to.contain('Entro il 2035');
    });

    it('counts observations where there are some, and says nothing where there are none', async () => {
      const { widget } = await documentPage(planBackend());
      await readable(widget);
      expect(wordsIn(widget, '[data-passage=art-1] .observations')).to.equal('4 osservazioni');
      expect(widget.shadowRoot?.querySelector('[data-passage=art-2] .observations')).to.equal(null);
    });

    it('says which observations changed a passage', async () => {
      const backend = planBackend();
      const { items } = await backend.documents.passages(planId);
      const changed = items.find(({ changedBy }) => changedBy.length > 0);
      const { widget } = await documentPage(backend);
      await readable(widget);
      expect(wordsIn(widget, `[data-passage=${changed?.id ?? ''}]`)).to.contain(changed?.changedBy[0]);
    });

    it('shows markup in a text as text', async () => {
      const backend = planBackend();
      const hostile = '<img src=x onerror="document.title=1"><b>ciao</b>';
      const get: DocumentService['get'] = async (...given) => ({
        ...(await backend.documents.get(...given)),
        title: { lang: 'it', text: hostile },
      });
      const { widget } = await documentPage({ ...backend, documents: { ...backend.documents, get } });
      await readable(widget);
      expect(widget.shadowRoot?.querySelector('img, b')).to.equal(null);
      expect(wordsIn(widget, '#title')).to.equal(hostile);
    });
  });

  describe('a long document', () => {
    it('has all headings soon, and reads only what is near', async () => {
      const { backend, asked } = overheard(planBackend());
      const { widget } = await documentPage(backend, { document: longId });
      await readable(widget);
      await until(() => all(widget, '.passage-head > :is(h3, h4)').length === 200);
      await until(() => all(widget, '.contents a').length === 200);
      expect(all(widget, '.sheet')).to.have.length(4);
      expect(all(widget, '.sheet.waiting').length).to.be.greaterThan(0);
      expect(asked[0]).to.deep.include({ version: 1, from: 'capitolo-1', limit: 50 });
    });

    it('reads on when the reader comes near', async () => {
      const { widget } = await documentPage(planBackend(), { document: longId });
      await readable(widget);
      (await inside(widget, '[data-sheet="3"]')).scrollIntoView();
      await inside(widget, '[data-sheet="3"].here');
    });

    it('begins at the passage that the address of the page names, without reading what is before it', async () => {
      history.replaceState(null, '', `#${longId}/misura-190`);
      const { widget } = await documentPage(planBackend({}, 1000), { document: longId });
      await until(() => focusIn(widget) === 'passage-misura-190');
      expect(wordsIn(widget, '[data-passage=misura-190]')).to.contain('misura numero 190');
      const { top } = (await inside(widget, '#passage-misura-190')).getBoundingClientRect();
      expect(top).to.be.within(-1, innerHeight);
      expect(all(widget, '[data-sheet="1"].here')).to.have.length(0);
      // Its line in the contents may come later than the passage.
      await inside(widget, '[aria-current=location][data-to=misura-190]');
      // What stands before it is drawn little by little, and must not push it away.
      await until(() => all(widget, '[data-sheet]').every(({ childElementCount }) => childElementCount > 0));
      expect((await inside(widget, '#passage-misura-190')).getBoundingClientRect().top).to.be.within(-1, innerHeight);
    });

    it('begins at the passage that the page names', async () => {
      const { widget } = await documentPage(planBackend(), { document: longId, passage: 'misura-120' });
      await until(() => focusIn(widget) === 'passage-misura-120');
    });

    it('leads from the contents to what is not here yet, and marks where one is', async () => {
      const { widget } = await documentPage(planBackend(), { document: longId });
      await readable(widget);
      (await inside(widget, '.contents a[data-to=misura-150]')).click();
      await until(() => focusIn(widget) === 'passage-misura-150');
      await inside(widget, '[aria-current=location][data-to=misura-150]');
      expect(all(widget, '[aria-current]')).to.have.length(1);
    });

    it('marks what is read when somebody scrolls', async () => {
      const { widget } = await documentPage(planBackend(), { document: longId });
      await readable(widget);
      await inside(widget, '.contents a[data-to=misura-34]');
      (await inside(widget, '[data-passage=misura-30]')).scrollIntoView();
      await until(() => {
        const marked = widget.shadowRoot?.querySelector<HTMLElement>('.contents [aria-current]')?.dataset['to'] ?? '';
        return ['misura-29', 'misura-30', 'misura-31', 'misura-32', 'misura-33'].includes(marked);
      });
    });

    it('reads all of it when somebody wants to print or search, a few pages at a time', async () => {
      const { backend, asked } = overheard(planBackend({}, 1000));
      const { widget } = await documentPage(backend, { document: longId });
      await readable(widget);
      (await inside(widget, '#load-all')).click();
      await until(() => all(widget, '.sheet.here').length === 20);
      await until(() => focusIn(widget) === 'print');
      expect(asked.length).to.be.lessThan(12);
      expect(all(widget, '#load-all')).to.have.length(0);
      expect(widget.shadowRoot?.querySelector('[role=status]')?.textContent).to.equal('Tutto il testo è qui.');
    });

    it('goes on where a backend gives smaller pages than it was asked for', async () => {
      const backend = planBackend();
      const passages: DocumentService['passages'] = (id, options = {}) =>
        backend.documents.passages(id, { ...options, limit: Math.min(options.limit ?? 7, 7) });
      const { widget } = await documentPage({ ...backend, documents: { ...backend.documents, passages } }, { document: longId });
      await readable(widget);
      expect(all(widget, '[data-sheet="0"] .wordings')).to.have.length(50);
    });

    it('says that passages did not load, and loads them when somebody asks', async () => {
      const backend = planBackend({ failures: { 'documents.passages': 'unavailable' } });
      const { widget } = await documentPage(backend, { document: longId });
      const again = await inside(widget, '.sheet.failed button');
      expect(wordsIn(widget, '.sheet.failed')).to.contain('non è arrivata');
      backend.conditions = { ...backend.conditions, failures: {} };
      again.click();
      await inside(widget, '[data-sheet="0"].here');
      await until(() => focusIn(widget) === 'passage-capitolo-1');
    });

    it('loads passages that failed by itself when the network is back', async () => {
      const backend = planBackend({ failures: { 'documents.passages': 'offline' } });
      const { widget } = await documentPage(backend, { document: longId });
      await inside(widget, '[data-sheet="0"].failed');
      backend.conditions = { ...backend.conditions, failures: {} };
      dispatchEvent(new Event('online'));
      await inside(widget, '[data-sheet="0"].here');
    });
  });

  describe('observations', () => {
    it('has no button where nobody takes them', async () => {
      const { widget } = await documentPage(planBackend());
      await readable(widget);
      expect(all(widget, '.observe')).to.have.length(0);
    });

    it('tells a page that takes them which passage is meant', async () => {
      const { widget } = await documentPage(planBackend());
      widget.takesObservations = true;
      await readable(widget);
      expect(all(widget, '[data-passage=parte-1] .observe')).to.have.length(0);
      const button = await inside(widget, '[data-passage=art-3] .observe button');
      const heard = oneEvent<PorticoObserveEvent>(widget, 'portico-observe');
      button.click();
      const event = await heard;
      expect(event.detail).to.deep.equal({ document: planId, version: 2, passage: 'art-3' });
      expect(event.cancelable).to.equal(true);
    });
  });

  describe('the versions', () => {
    it('opens an older one, says that it is not the current one, and leads back', async () => {
      const { widget } = await documentPage(planBackend());
      await readable(widget);
      (await inside(widget, '[aria-controls=versions]')).click();
      (await inside(widget, '.versions button')).click();
      await tells(widget, 'Non è la versione attuale');
      await until(() => focusIn(widget) === 'title');
      (await inside(widget, '.notice button')).click();
      await until(() => !wordsIn(widget).includes('Non è la versione attuale'));
    });

    it('shows what changed between two of them, word by word', async () => {
      const { widget } = await documentPage(planBackend());
      await readable(widget);
      (await inside(widget, '[aria-controls=versions]')).click();
      (await inside(widget, '.comparison button[type=submit]')).click();
      await inside(widget, '.change ins');
      await until(() => focusIn(widget) === 'compare-result');
      expect(wordsIn(widget, '#compare-result')).to.match(/^\d+ parti cambiate$/);
    });

    it('says when the other version could not be read', async () => {
      const backend = planBackend();
      const { widget } = await documentPage(backend);
      await readable(widget);
      (await inside(widget, '[aria-controls=versions]')).click();
      const compare = await inside(widget, '.comparison button[type=submit]');
      const { documents } = backend;
      Object.assign(documents, { passages: () => Promise.reject(new BackendError('timeout')) });
      compare.click();
      await tells(widget, 'Il confronto non è riuscito');
    });
  });
});
