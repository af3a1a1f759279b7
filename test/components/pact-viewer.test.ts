import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { anna, luca, marta, samir } from '../../demo/data/people.js';
import type { HandOver, TakenOver, WidgetPlace } from '../../src/backend/backend.js';
import { BackendError } from '../../src/backend/errors.js';
import type { MemoryBackend } from '../../src/backend/memory/memory.js';
import type { PorticoAcceptedEvent } from '../../src/components/pact-viewer/pact-viewer.events.js';
import type { PorticoHandOverEvent } from '../../src/parts/taking-part.events.js';
import type { PorticoPactViewer } from '../../src/components/pact-viewer/pact-viewer.js';
import { kindOf } from '../../src/embed/candidates.js';
import { demoBackend, focused, pactId, pactPage, ready, says, seen, textOf, until } from '../support/pact-page.js';

const receipt = { reference: 'PAT-2026-004187', at: '2026-10-02T18:21:00+02:00' };

describe('<portico-pact-viewer>', () => {
  afterEach(() => {
    history.replaceState(null, '', location.pathname + location.search);
  });

  describe('as every widget', () => {
    it('keeps what was set before it was upgraded', async () => {
      const early = document.createElement('portico-pact-viewer');
      early.pact = pactId;
      const holder = await fixture(html`<portico-backend .backend=${demoBackend()}></portico-backend>`);
      holder.append(early);
      await ready(early);
      expect(textOf(early, '#title')).to.contain('Aria');
    });

    it('works after it was moved', async () => {
      const { page, viewer } = await pactPage(demoBackend());
      await ready(viewer);
      const elsewhere = document.createElement('portico-backend');
      elsewhere.backend = demoBackend();
      page.append(elsewhere);
      elsewhere.append(viewer);
      await ready(viewer);
      expect(textOf(viewer)).to.contain('In breve');
    });

    it('gives its request up when it is removed, and takes it up when it comes back', async () => {
      const backend = demoBackend({ latency: Infinity });
      const signals: (AbortSignal | undefined)[] = [];
      const { get } = backend.pacts;
      const pacts = {
        ...backend.pacts,
        get: (...[id, options]: Parameters<typeof get>) => (signals.push(options?.signal), get(id, options)),
      };
      const { page, viewer } = await pactPage({ ...backend, pacts });
      await until(() => signals.length === 1);
      const parent = viewer.parentElement;
      viewer.remove();
      await until(() => signals[0]?.aborted);
      backend.conditions = { ...backend.conditions, latency: 0 };
      parent?.append(viewer);
      await ready(viewer);
      expect(page.isConnected).to.equal(true);
    });

    it('ignores an answer that comes after it was removed', async () => {
      const backend = demoBackend();
      let answer: () => void = () => undefined;
      const held = new Promise<void>(resolve => (answer = resolve));
      const pacts = {
        ...backend.pacts,
        // A backend that does not listen to the signal.
        get: async (id: string) => {
          await held;
          return backend.pacts.get(id);
        },
      };
      const { viewer } = await pactPage({ ...backend, pacts });
      viewer.remove();
      answer();
      await held;
      await new Promise(resolve => setTimeout(resolve));
      expect(viewer.state.type).to.equal('loading');
    });

    it('follows the language of the page when it changes', async () => {
      const { page, viewer } = await pactPage(demoBackend());
      await says(viewer, 'In breve');
      page.lang = 'en';
      await says(viewer, 'In brief');
      expect(viewer.shadowRoot?.querySelector('.viewer')?.getAttribute('lang')).to.equal('en');
    });

    it('is laid out from right to left in Arabic', async () => {
      const { viewer } = await pactPage(demoBackend(), { lang: 'ar' });
      await ready(viewer);
      const title = await seen(viewer, '#title');
      expect(getComputedStyle(title).direction).to.equal('rtl');
    });

    it('shows what a page gave it without any backend', async () => {
      const pact = await demoBackend().pacts.get(pactId);
      const viewer = await fixture<PorticoPactViewer>(
        html`<portico-pact-viewer
          lang="it"
          .state=${{ type: 'ready', pact, reader: { type: 'anonymous' } }}
        ></portico-pact-viewer>`,
      );
      await says(viewer, 'In breve');
      expect(textOf(viewer)).not.to.contain('E tu?');
    });

    it('gets a backend that comes late', async () => {
      const { page, viewer } = await pactPage(undefined);
      const provider = page.querySelector('portico-backend');
      if (provider) provider.backend = demoBackend();
      await ready(viewer);
    });
  });

  describe('while it loads', () => {
    it('says so, reserves its height and is busy', async () => {
      const { viewer } = await pactPage(demoBackend({ latency: Infinity }));
      await until(() => viewer.shadowRoot?.querySelector('[role=status]')?.textContent.includes('Caricamento'));
      expect(viewer.shadowRoot?.querySelector('[aria-busy=true]')).to.exist;
      expect(viewer.getBoundingClientRect().height).to.be.greaterThan(500);
    });

    it('goes on showing a text that the page put into it, and no link that stands alone', async () => {
      const { page, viewer } = await pactPage(undefined);
      viewer.innerHTML = '<h2>Il patto</h2><p>Il testo del patto</p>';
      const provider = page.querySelector('portico-backend');
      if (provider) provider.backend = demoBackend({ latency: Infinity });
      await until(() => viewer.shadowRoot?.querySelector('[aria-busy=true] slot:not([name])'));
      expect(viewer.querySelector('p')?.checkVisibility()).to.equal(true);
      viewer.innerHTML = '<a href="/patto">Il patto</a>';
      viewer.requestUpdate();
      await until(() => viewer.shadowRoot?.querySelector('.skeleton'));
    });
  });

  describe('with a pact', () => {
    it('shows what is decided, what is not, by which act and in which version', async () => {
      const { viewer } = await pactPage(demoBackend());
      await ready(viewer);
      const { version } = await demoBackend().pacts.get(pactId);
      const text = textOf(viewer);
      for (const item of [...version.decided, ...version.notDecided]) expect(text).to.contain(item.text);
      expect(text).to.contain('In vigore');
      expect(text).to.contain(`n. ${version.act?.number ?? ''}`);
      expect(viewer.shadowRoot?.querySelector(`header a[href="${version.act?.url ?? ''}"]`)).to.exist;
    });

    it('has one heading of the level that the page asked for, and the rest below it', async () => {
      const { viewer } = await pactPage(demoBackend());
      viewer.headingLevel = 4;
      await ready(viewer);
      expect(viewer.shadowRoot?.querySelectorAll('h4').length).to.equal(1);
      expect(viewer.shadowRoot?.querySelector('h1, h2, h3')).not.to.exist;
      expect(viewer.shadowRoot?.querySelectorAll('h5').length).to.be.greaterThan(4);
    });

    it('says in each cell of the table what it is, for narrow screens', async () => {
      const { viewer } = await pactPage(demoBackend());
      await ready(viewer);
      viewer.style.inlineSize = '320px';
      const label = await seen(viewer, '.cell-label');
      await until(() => getComputedStyle(label).display === 'block');
      expect(viewer.scrollWidth).to.be.at.most(320);
      expect(viewer.shadowRoot?.querySelectorAll('.reciprocity [role=rowheader]').length).to.be.greaterThan(1);
    });

    it('counts the days that are left by the clock of the server, not by that of the device', async () => {
      // Whatever this machine says: the server is in December, and the phase ends on the 18th.
      const { viewer } = await pactPage(demoBackend({ now: () => new Date('2026-12-16T23:30:00Z') }));
      await ready(viewer);
      // Half past eleven at night in London is the 17th in Rome, the time zone of the process.
      expect(textOf(viewer, '.phase.active')).to.contain('Ancora 1 giorno');
    });

    it('says that a phase is still open when its planned end has passed, and does not end it by itself', async () => {
      const { viewer } = await pactPage(demoBackend({ now: () => new Date('2027-02-01T10:00:00Z') }));
      await ready(viewer);
      expect(textOf(viewer, '.phase.active')).to.contain('La data prevista è passata').and.to.contain('In corso');
    });

    it('counts no days when the backend does not tell its clock', async () => {
      const backend = demoBackend();
      const { asOf, ...pact } = await backend.pacts.get(pactId);
      expect(asOf).to.be.a('string');
      const { viewer } = await pactPage({ ...backend, pacts: { ...backend.pacts, get: () => Promise.resolve(pact) } });
      await ready(viewer);
      expect(viewer.shadowRoot?.querySelector('.days-left')).not.to.exist;
    });

    it('marks the active phase for everybody', async () => {
      const { viewer } = await pactPage(demoBackend());
      await ready(viewer);
      expect(viewer.shadowRoot?.querySelectorAll('[aria-current=step]').length).to.equal(1);
      expect(textOf(viewer, '[aria-current=step]')).to.contain('In corso');
    });

    it('shows a kind of phase that it does not know by its own label', async () => {
      const { viewer } = await pactPage(demoBackend(), { pact: 'bilancio-quartieri-2027' });
      await ready(viewer);
      expect(textOf(viewer, '.phases').toLowerCase()).to.contain('sorteggio');
    });

    it('says that a draft is a draft', async () => {
      const { viewer } = await pactPage(demoBackend(), { pact: 'bilancio-quartieri-2027' });
      await ready(viewer);
      expect(textOf(viewer, 'header')).to.contain('Bozza').and.to.contain('può ancora cambiare');
    });

    it('names format, size and language of each document in its link', async () => {
      const { viewer } = await pactPage(demoBackend());
      await ready(viewer);
      expect(textOf(viewer, '.documents a')).to.match(/\((PDF|ODT|CSV), .+, italiano\)/i);
    });

    it('tells in which language a text is when the reader speaks another', async () => {
      const { viewer } = await pactPage(demoBackend(), { lang: 'en' });
      await ready(viewer);
      const body = viewer.shadowRoot?.querySelector('.section .richtext');
      expect(body?.getAttribute('lang')).to.equal('it');
      (await seen(viewer, '[aria-controls=full-text]')).click();
      await says(viewer, 'only in Italian');
    });

    it('falls back to the language of the city for a language that it does not speak', async () => {
      const { viewer } = await pactPage(demoBackend(), { lang: 'fr' });
      await ready(viewer);
      expect(textOf(viewer)).to.contain('In breve');
    });

    it('shows markup in a text as text', async () => {
      const backend = demoBackend();
      const pact = await backend.pacts.get(pactId);
      const hostile = '<img src=x onerror="document.title=1"><b>ciao</b>';
      const version = { ...pact.version, title: { lang: 'it', text: hostile }, decided: [{ lang: 'it', text: hostile }] };
      const pacts = { ...backend.pacts, get: () => Promise.resolve({ ...pact, version }) };
      const { viewer } = await pactPage({ ...backend, pacts });
      await ready(viewer);
      expect(viewer.shadowRoot?.querySelector('img, b')).not.to.exist;
      expect(textOf(viewer, '#title')).to.equal(hostile);
    });
  });

  describe('the full text', () => {
    it('is closed at first, opens, and can be found by a search in the page while it is closed', async () => {
      const { viewer } = await pactPage(demoBackend());
      await ready(viewer);
      const button = await seen(viewer, '[aria-controls=full-text]');
      const panel = await seen(viewer, '#full-text');
      expect(button.getAttribute('aria-expanded')).to.equal('false');
      expect(panel.getAttribute('hidden')).to.equal('until-found');
      button.click();
      await until(() => button.getAttribute('aria-expanded') === 'true');
      expect(panel.hasAttribute('hidden')).to.equal(false);
    });

    it('opens at the section that the address of the page names', async () => {
      const { version } = await demoBackend().pacts.get(pactId);
      const section = version.sections[2]?.id ?? '';
      history.replaceState(null, '', `#${pactId}/${section}`);
      const { viewer } = await pactPage(demoBackend());
      await until(() => focused(viewer)?.id === `section-${section}`);
    });

    it('goes to a section when the address changes, and from its list of contents', async () => {
      const { viewer } = await pactPage(demoBackend());
      await ready(viewer);
      const { version } = await demoBackend().pacts.get(pactId);
      location.hash = `#${pactId}/${version.sections[1]?.id ?? ''}`;
      await until(() => focused(viewer)?.id === `section-${version.sections[1]?.id ?? ''}`);
      const links = viewer.shadowRoot?.querySelectorAll<HTMLAnchorElement>('.contents a');
      links?.[3]?.click();
      await until(() => focused(viewer)?.id === `section-${version.sections[3]?.id ?? ''}`);
      expect(location.hash).to.equal(`#${pactId}/${version.sections[3]?.id ?? ''}`);
    });

    it('leaves an address alone that belongs to the router of the page', async () => {
      history.replaceState(null, '', '#/progetti/12');
      const { viewer } = await pactPage(demoBackend());
      await ready(viewer);
      viewer.shadowRoot?.querySelectorAll<HTMLAnchorElement>('.contents a')[1]?.click();
      await until(() => focused(viewer)?.id.startsWith('section-'));
      expect(location.hash).to.equal('#/progetti/12');
      expect(viewer.shadowRoot?.querySelector('.section-link')).not.to.exist;
    });

    it('ignores an address that names no section of it', async () => {
      history.replaceState(null, '', `#${pactId}/%E0%A4%A`);
      const { viewer } = await pactPage(demoBackend());
      await ready(viewer);
      expect(focused(viewer)).to.equal(null);
    });

    it('offers a section in plain words and says which text is binding', async () => {
      const { viewer } = await pactPage(demoBackend());
      await ready(viewer);
      (await seen(viewer, '[aria-controls=full-text]')).click();
      (await seen(viewer, '.plain-switch button')).click();
      await says(viewer, 'Vale soltanto il testo del patto');
    });

    it('explains a term in its place', async () => {
      const { viewer } = await pactPage(demoBackend());
      await ready(viewer);
      const term = await seen(viewer, '.term');
      term.click();
      await until(() => term.getAttribute('aria-expanded') === 'true');
      const definition = await seen(viewer, '.definition');
      const { version } = await demoBackend().pacts.get(pactId);
      expect(version.glossary.map(entry => entry.definition.text)).to.include(definition.innerText.trim());
      term.click();
      await until(() => !viewer.shadowRoot?.querySelector('.definition'));
    });
  });

  describe('the versions', () => {
    it('shows what changed between two of them, word by word', async () => {
      const { viewer } = await pactPage(demoBackend());
      await ready(viewer);
      (await seen(viewer, '[aria-controls=versions]')).click();
      (await seen(viewer, '.comparison button[type=submit]')).click();
      await seen(viewer, 'ins');
      expect(viewer.shadowRoot?.querySelector('del')).to.exist;
      await until(() => focused(viewer)?.id === 'compare-result');
      expect(textOf(viewer, '#compare-result')).to.match(/^\d+ parti cambiate$/);
    });

    it('says when the same version was chosen twice', async () => {
      const { viewer } = await pactPage(demoBackend());
      await ready(viewer);
      (await seen(viewer, '[aria-controls=versions]')).click();
      const from = await seen<HTMLSelectElement>(viewer, '#compare-from');
      from.value = '2';
      from.dispatchEvent(new Event('change'));
      (await seen(viewer, '.comparison button[type=submit]')).click();
      await says(viewer, 'Scegli due versioni diverse');
    });

    it('says when the other version could not be read', async () => {
      const backend = demoBackend();
      const { viewer } = await pactPage(backend);
      await ready(viewer);
      (await seen(viewer, '[aria-controls=versions]')).click();
      backend.conditions = { ...backend.conditions, offline: true };
      (await seen(viewer, '.comparison button[type=submit]')).click();
      await says(viewer, 'Il confronto non è riuscito');
    });

    it('opens an older one, says that it is no longer valid, and leads back', async () => {
      const { viewer } = await pactPage(demoBackend());
      await ready(viewer);
      (await seen(viewer, '[aria-controls=versions]')).click();
      (await seen(viewer, '.versions button')).click();
      await says(viewer, 'Questa versione non vale più');
      await until(() => focused(viewer)?.id === 'title');
      (await seen(viewer, 'header .notice button')).click();
      await until(() => !textOf(viewer).includes('Questa versione non vale più'));
    });
  });

  describe('who reads', () => {
    it('may read without signing in, and is told where to sign in', async () => {
      const { viewer } = await pactPage(demoBackend());
      await ready(viewer);
      expect(textOf(viewer, '.you')).to.contain('Per partecipare bisogna accedere');
      expect(viewer.shadowRoot?.querySelector('.you a')?.getAttribute('href')).to.contain('accedi');
    });

    it('lets the page take the sign-in over', async () => {
      const { viewer } = await pactPage(demoBackend());
      await ready(viewer);
      viewer.addEventListener('portico-sign-in', event => event.preventDefault());
      const asked = oneEvent(viewer, 'portico-sign-in');
      (await seen(viewer, '.you a')).click();
      expect((await asked).detail).to.deep.equal({ returnTo: location.href });
      expect(location.hash).to.equal('');
    });

    it('hears at once that somebody signed in', async () => {
      const backend = demoBackend();
      const { viewer } = await pactPage(backend);
      await ready(viewer);
      backend.signIn(anna);
      await says(viewer, `Puoi partecipare, ${anna.nickname}.`);
      backend.signOut();
      await says(viewer, 'Per partecipare bisogna accedere');
    });

    it('is told why not, and what to do', async () => {
      const backend = demoBackend();
      backend.signIn(luca);
      const { viewer } = await pactPage(backend);
      await ready(viewer);
      expect(textOf(viewer, '.you')).to.contain('L’età non è tra quelle previste');
      expect(viewer.shadowRoot?.querySelector('#accept')).not.to.exist;
    });

    it('is told that the verification is missing, or pending', async () => {
      const backend = demoBackend();
      backend.signIn(marta);
      const { viewer } = await pactPage(backend);
      await says(viewer, 'Manca la verifica');
      backend.signIn(samir);
      await says(viewer, 'La tua verifica è in corso');
    });

    it('can read everything when the session does not answer, and try again', async () => {
      const backend = demoBackend({ failures: { 'session.current': 'unavailable' } });
      const { viewer } = await pactPage(backend);
      await says(viewer, 'Ora non si può sapere che cosa puoi fare');
      backend.conditions = { ...backend.conditions, failures: {} };
      (await seen(viewer, '.you button')).click();
      await says(viewer, 'Per partecipare bisogna accedere');
    });
  });

  describe('on a page where nobody can be known', () => {
    const city = 'https://partecipa.example/embed/pact-viewer/aria-clima-2026?lang=it&version=2';
    const { open } = globalThis;
    let opened: string[] = [];
    beforeEach(() => {
      opened = [];
      // A test that left its own page would end there.
      globalThis.open = (url, target) => (opened.push(`${String(target)} ${String(url)}`), null);
    });
    afterEach(() => {
      globalThis.open = open;
    });

    const foreignPage = async (leave: HandOver['leave']) => {
      const backend = demoBackend();
      const pageUrl: HandOver['pageUrl'] = ({ widget, subject }, query) =>
        `https://partecipa.example/embed/${widget}/${subject}?lang=${String(query['lang'])}&version=${String(query['version'])}`;
      const { viewer } = await pactPage({ ...backend, session: { ...backend.session, handOver: { pageUrl, leave } } });
      await ready(viewer);
      return { viewer, link: await seen<HTMLAnchorElement>(viewer, '.you a') };
    };
    const left = (): Promise<string> => Promise.resolve('portico-draft=1.k');

    it('says where one takes part, and leads there also without us', async () => {
      const { viewer, link } = await foreignPage(left);
      expect(textOf(viewer, '.you')).to.contain('Si partecipa sulla pagina del Comune');
      expect(link.textContent).to.equal('Partecipa sulla pagina del Comune');
      expect([link.href, link.target]).to.deep.equal([city, '_top']);
    });

    it('keeps the way there a link, though the loader makes widgets of links to such addresses', async () => {
      const { link } = await foreignPage(left);
      expect(kindOf(link)).to.equal(undefined);
      link.removeAttribute('data-portico');
      expect(kindOf(link), 'what the loader would have done').to.equal('link');
    });

    it('leaves a draft on a click, says so meanwhile, and goes there in the whole window', async () => {
      let answer: (fragment: string) => void = () => undefined;
      const drafts: unknown[] = [];
      const { viewer, link } = await foreignPage(draft => (drafts.push(draft), new Promise(resolve => (answer = resolve))));
      const asked = oneEvent<PorticoHandOverEvent>(viewer, 'portico-hand-over');
      link.click();
      expect((await asked).detail).to.deep.equal({ url: city });
      await viewer.updateComplete;
      expect(link.getAttribute('aria-disabled')).to.equal('true');
      expect(viewer.shadowRoot?.querySelector('[role=status]')?.textContent).to.contain('Ti portiamo sulla pagina');
      link.click();
      expect(drafts).to.deep.equal([
        { widget: 'pact-viewer', subject: pactId, draft: { version: 2, accept: true }, back: location.href },
      ]);
      answer('portico-draft=1.k');
      await until(() => opened.length > 0);
      expect(opened).to.deep.equal([`_top ${city}#portico-draft=1.k`]);
      await viewer.updateComplete;
      expect(link.hasAttribute('aria-disabled')).to.equal(false);
    });

    it('goes there without the draft when it cannot be left', async () => {
      const { link } = await foreignPage(() => Promise.reject(new BackendError('not-entitled')));
      link.click();
      await until(() => opened.length > 0);
      expect(opened).to.deep.equal([`_top ${city}`]);
    });

    it('lets the page lead there in its own way', async () => {
      let drafts = 0;
      const { viewer, link } = await foreignPage(() => ((drafts += 1), left()));
      viewer.addEventListener('portico-hand-over', event => event.preventDefault());
      link.click();
      await viewer.updateComplete;
      expect([drafts, opened.length, link.hasAttribute('aria-disabled')]).to.deep.equal([0, 0, false]);
    });

    it('leaves a click that wants another tab to the browser', async () => {
      let drafts = 0;
      const { viewer, link } = await foreignPage(() => ((drafts += 1), left()));
      // Seen after the viewer dealt with it, and stopped there, since the test has one tab.
      let handled: boolean | undefined;
      viewer.addEventListener('click', event => {
        handled = event.defaultPrevented;
        event.preventDefault();
      });
      link.dispatchEvent(new MouseEvent('click', { ctrlKey: true, bubbles: true, composed: true, cancelable: true }));
      expect([handled, drafts]).to.deep.equal([false, 0]);
    });
  });

  describe('on the city’s page, for somebody who comes from another site', () => {
    const back = 'https://giornale.example/articolo';
    const cityPage = async (
      draft: unknown = { version: 2, accept: true },
      prepare: (backend: MemoryBackend) => void = () => undefined,
    ) => {
      const backend = demoBackend();
      const places: WidgetPlace[] = [];
      let used = 0;
      const takeOver = (place: WidgetPlace): Promise<TakenOver> =>
        Promise.resolve((places.push(place), { draft, back, done: () => (used += 1) }));
      prepare(backend);
      const { viewer } = await pactPage({ ...backend, session: { ...backend.session, takeOver } });
      await ready(viewer);
      await says(viewer, 'Torna a giornale.example');
      return { backend, viewer, places, used: () => used };
    };
    const dialogOf = (viewer: PorticoPactViewer) => viewer.shadowRoot?.querySelector('dialog');

    it('shows the way back, and waits with the draft for the sign-in', async () => {
      const { viewer, places, used } = await cityPage();
      expect(places).to.deep.equal([{ widget: 'pact-viewer', subject: pactId }]);
      const links = [...(viewer.shadowRoot?.querySelectorAll('.you a') ?? [])].map(({ textContent }) => textContent);
      expect(links).to.deep.equal(['Accedi', 'Torna a giornale.example']);
      expect(dialogOf(viewer)).not.to.exist;
      expect(used()).to.equal(0);
    });

    it('leads to what they have to do first, once', async () => {
      const { viewer } = await cityPage();
      await until(() => viewer.shadowRoot?.activeElement?.id === 'you');
      const signIn = await seen<HTMLAnchorElement>(viewer, '.you a');
      signIn.focus();
      viewer.requestUpdate();
      await viewer.updateComplete;
      expect(viewer.shadowRoot?.activeElement).to.equal(signIn);
    });

    it('opens the acceptance once they are signed in, accepts nothing by itself, and does so once', async () => {
      const { backend, viewer, used } = await cityPage();
      backend.signIn(anna);
      await seen(viewer, 'dialog[open]');
      expect((await seen<HTMLInputElement>(viewer, '#agree')).checked).to.equal(false);
      expect(await backend.pacts.acceptance(pactId)).to.equal(undefined);
      expect(used()).to.equal(1);
      dialogOf(viewer)?.dispatchEvent(new Event('cancel', { cancelable: true }));
      await until(() => !dialogOf(viewer));
      backend.signOut();
      await says(viewer, 'Per partecipare bisogna accedere');
      backend.signIn(anna);
      await says(viewer, `Puoi partecipare, ${anna.nickname}.`);
      await viewer.updateComplete;
      expect(dialogOf(viewer)).not.to.exist;
      expect(used()).to.equal(1);
    });

    it('keeps the way back after the acceptance', async () => {
      const { viewer } = await cityPage(undefined, backend => backend.signIn(anna));
      (await seen<HTMLInputElement>(viewer, '#agree')).checked = true;
      (await seen(viewer, 'dialog button[type=submit]')).click();
      await seen(viewer, '#receipt');
      const link = await seen<HTMLAnchorElement>(viewer, '.you .actions a');
      expect([link.href, link.textContent]).to.deep.equal([back, 'Torna a giornale.example']);
    });

    it('opens nothing for somebody who may not take part', async () => {
      const { viewer, used } = await cityPage(undefined, backend => backend.signIn(luca));
      expect(textOf(viewer, '.you')).to.contain('L’età non è tra quelle previste');
      await until(() => viewer.shadowRoot?.activeElement?.id === 'you');
      expect(dialogOf(viewer)).not.to.exist;
      expect(used()).to.equal(0);
    });

    it('opens nothing for somebody who accepted before, and forgets the draft', async () => {
      const { viewer, used } = await cityPage(undefined, backend => {
        backend.signIn(anna);
        backend.record(pactId, { version: 2, at: receipt.at, receipt });
      });
      await seen(viewer, '#receipt');
      expect(dialogOf(viewer)).not.to.exist;
      expect(used()).to.equal(1);
    });

    for (const draft of [
      { version: 1, accept: true },
      { version: '2', accept: true },
      { version: 2, accept: 'yes' },
      null,
      'niente',
    ]) {
      it(`opens nothing for a draft that says ${JSON.stringify(draft)}`, async () => {
        const { viewer, used } = await cityPage(draft, backend => backend.signIn(anna));
        await seen(viewer, '#accept');
        expect(dialogOf(viewer)).not.to.exist;
        expect(used()).to.equal(0);
      });
    }

    it('is what it is for everybody when the draft is gone', async () => {
      const backend = demoBackend();
      const takeOver = (): Promise<never> => Promise.reject(new BackendError('not-found'));
      const { viewer } = await pactPage({ ...backend, session: { ...backend.session, takeOver } });
      await ready(viewer);
      expect(textOf(viewer, '.you')).to.contain('Per partecipare bisogna accedere');
      expect(viewer.shadowRoot?.querySelectorAll('.you a').length).to.equal(1);
    });
  });

  describe('acceptance', () => {
    const openDialog = async (backend = demoBackend()) => {
      backend.signIn(anna);
      const { viewer } = await pactPage(backend);
      await ready(viewer);
      (await seen(viewer, '#accept')).click();
      await seen(viewer, 'dialog[open]');
      return { backend, viewer };
    };
    const send = async (viewer: PorticoPactViewer) => {
      (await seen<HTMLInputElement>(viewer, '#agree')).checked = true;
      (await seen(viewer, 'dialog button[type=submit]')).click();
    };

    it('says what is accepted and what becomes of the data before anything is sent', async () => {
      const { viewer } = await openDialog();
      const { version } = await demoBackend().pacts.get(pactId);
      const text = textOf(viewer, 'dialog');
      const { statement, privacy } = version.acceptance ?? {};
      for (const part of [statement, privacy?.published, privacy?.kept, privacy?.erasure]) expect(text).to.contain(part?.text);
    });

    it('names what is missing, takes focus there, and links to the field', async () => {
      const { viewer } = await openDialog();
      (await seen(viewer, 'dialog button[type=submit]')).click();
      await until(() => focused(viewer)?.className === 'error-summary');
      (await seen(viewer, '.error-summary a')).click();
      const box = await seen(viewer, '#agree');
      expect(focused(viewer)).to.equal(box);
      expect(box.getAttribute('aria-invalid')).to.equal('true');
      expect(viewer.shadowRoot?.getElementById(box.getAttribute('aria-describedby') ?? '')).to.exist;
    });

    it('ends with a receipt that has focus, and tells the page', async () => {
      const { viewer } = await openDialog();
      const told = oneEvent<PorticoAcceptedEvent>(viewer, 'portico-accepted');
      await send(viewer);
      const { detail } = await told;
      expect(detail.version).to.equal(2);
      await until(() => focused(viewer)?.id === 'receipt');
      expect(textOf(viewer, '.receipt')).to.contain(detail.reference);
      expect(textOf(viewer, '.you')).to.contain('Hai accettato la versione 2');
    });

    it('can be taken over by the page', async () => {
      const { viewer } = await openDialog();
      viewer.addEventListener('portico-accept', event => event.preventDefault());
      await send(viewer);
      await until(() => !viewer.shadowRoot?.querySelector('dialog'));
      expect(viewer.shadowRoot?.querySelector('#receipt')).not.to.exist;
    });

    it('closes with Escape or its button and gives focus back', async () => {
      const { viewer } = await openDialog();
      viewer.shadowRoot?.querySelector('dialog')?.dispatchEvent(new Event('cancel', { cancelable: true }));
      await until(() => focused(viewer)?.id === 'accept');
      expect(viewer.shadowRoot?.querySelector('dialog')).not.to.exist;
    });

    it('never accepts twice: a second attempt after a lost answer has the same key', async () => {
      const backend = demoBackend({ failures: { 'pacts.accept': 'timeout' } });
      const keys: string[] = [];
      const { accept } = backend.pacts;
      const pacts = {
        ...backend.pacts,
        accept: (...[draft, options]: Parameters<typeof accept>) => (keys.push(options.idempotencyKey), accept(draft, options)),
      };
      backend.signIn(anna);
      const { viewer } = await pactPage({ ...backend, pacts });
      await ready(viewer);
      (await seen(viewer, '#accept')).click();
      await send(viewer);
      await until(() => focused(viewer)?.id === 'accept-failure');
      expect(textOf(viewer, '#accept-failure')).to.contain('Non sappiamo se la tua accettazione è arrivata');
      backend.conditions.failures = {};
      await send(viewer);
      await seen(viewer, '#receipt');
      expect(keys.length).to.equal(2);
      expect(keys[0]).to.equal(keys[1]);
      expect(keys[0]).to.match(/^[0-9a-f]{32}$/);
    });

    it('leads to the new version when another one came into force meanwhile', async () => {
      const { backend, viewer } = await openDialog(demoBackend({ failures: { 'pacts.accept': 'conflict' } }));
      await send(viewer);
      await says(viewer, 'Intanto è entrata in vigore un’altra versione');
      backend.conditions.failures = {};
      (await seen(viewer, '#accept-failure button')).click();
      await until(() => !viewer.shadowRoot?.querySelector('dialog'));
    });

    it('asks to sign in again when the session ended', async () => {
      const { viewer } = await openDialog(demoBackend({ failures: { 'pacts.accept': 'unauthenticated' } }));
      await send(viewer);
      await says(viewer, 'La sessione è scaduta');
      expect(viewer.shadowRoot?.querySelector('#accept-failure a')).to.exist;
    });

    it('is asked again when a new version was adopted, and shown with its receipt when it is valid', async () => {
      const backend = demoBackend();
      backend.signIn(anna);
      backend.record(pactId, { version: 1, at: receipt.at, receipt });
      const { viewer } = await pactPage(backend);
      await says(viewer, 'hai accettato la versione 1. Ora vale la versione 2');
      backend.record(pactId, { version: 2, at: receipt.at, receipt });
      viewer.reload();
      await says(viewer, receipt.reference);
      expect(textOf(viewer, '.you')).to.contain('2 ottobre 2026');
    });
  });

  describe('in bad weather', () => {
    const failing = (reason: string) => demoBackend({ failures: { 'pacts.get': reason as 'unavailable' } });

    it('says that an unknown pact is not there, and shows what the page put into it', async () => {
      const { viewer } = await pactPage(demoBackend(), { pact: 'nessuno' });
      await says(viewer, 'Questo patto non c’è');
      expect(viewer.querySelector('a')?.checkVisibility()).to.equal(true);
    });

    it('says that this backend has no pacts', async () => {
      const { viewer } = await pactPage({ locale: 'it' });
      await says(viewer, 'Qui questo servizio non c’è');
    });

    for (const [reason, words] of [
      ['unavailable', 'Il servizio non risponde'],
      ['timeout', 'La risposta tarda troppo'],
      ['malformed', 'una risposta che non si può leggere'],
      ['rate-limited', 'Puoi riprovare dalle'],
    ] as const) {
      it(`says what '${reason}' means, without an exception in English, and tries again`, async () => {
        const backend = failing(reason);
        const { viewer } = await pactPage(backend);
        await says(viewer, words);
        expect(textOf(viewer)).not.to.match(/error|exception|undefined|pacts\.get/i);
        backend.conditions.failures = {};
        (await seen(viewer, '.notice button')).click();
        await ready(viewer);
        await until(() => focused(viewer)?.id === 'title');
      });
    }

    it('loads by itself when the network is back', async () => {
      const backend = demoBackend({ offline: true });
      const { viewer } = await pactPage(backend);
      await says(viewer, 'Manca la connessione');
      backend.conditions.offline = false;
      window.dispatchEvent(new Event('online'));
      await ready(viewer);
    });

    it('shows an error of any kind that a backend of the page throws', async () => {
      const backend = demoBackend();
      const pacts = { ...backend.pacts, get: () => Promise.reject(new TypeError('x is not a function')) };
      const { viewer } = await pactPage({ ...backend, pacts });
      await says(viewer, 'Il servizio non risponde');
      expect(textOf(viewer)).not.to.contain('function');
    });
  });
});
