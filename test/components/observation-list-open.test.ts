import { expect, oneEvent } from '@open-wc/testing';
import type { ObservationService, SessionService } from '../../src/backend/backend.js';
import type { MemoryBackend } from '../../src/backend/memory/memory.js';
import type { MemoryPerson } from '../../src/backend/memory/seed.js';
import type { PorticoObservationList } from '../../src/components/observation-list/observation-list.js';
import { manyObservations, observedProcess, withObservations } from '../../stories/support/observation-seed.js';
import { listBackend, listPage, opened } from '../support/observation-list-page.js';
import { until } from '../support/until.js';
import { all, choose, focusIn, inside, tells, textIn, type, wordsIn } from '../support/widget-page.js';

const granted: MemoryPerson = { nickname: 'Girasole', verification: { status: { value: 'granted' }, refusals: [] } };

/** A list with somebody in front of it. */
async function list(person?: MemoryPerson, backend = listBackend()) {
  if (person) backend.signIn(person);
  const { widget } = await listPage(backend);
  await inside(widget, '.item');
  await until(() => widget.state.type === 'ready' && widget.state.reader.type === 'known');
  return { backend, widget };
}

/** The same backend on a page where nobody can be known. */
function elsewhere(backend: MemoryBackend, left: unknown[] = []): MemoryBackend {
  const session: SessionService = {
    ...backend.session,
    handOver: {
      pageUrl: ({ widget, subject }, query) => `https://partecipa.example/embed/${widget}/${subject}?${JSON.stringify(query)}`,
      leave: ({ draft }) => {
        left.push(draft);
        return new Promise<never>(() => undefined);
      },
    },
  };
  return { ...backend, session };
}

const press = async (widget: PorticoObservationList, selector: string): Promise<void> => {
  (await inside(widget, selector)).click();
  await widget.updateComplete;
};

describe('<portico-observation-list>: one that stands open', () => {
  afterEach(() => {
    history.replaceState(null, '', location.pathname + location.search);
  });

  describe('opens in its place', () => {
    it('by its link, which says whether it is open, and closes by it', async () => {
      const { widget } = await list();
      const link = await inside(widget, '#list-PAC-2026-000002-link');
      expect(link.getAttribute('aria-expanded')).to.equal('false');
      await opened(widget, 'PAC-2026-000002');
      expect(link.getAttribute('aria-expanded')).to.equal('true');
      link.click();
      await until(() => all(widget, '.opened').length === 0);
      expect(link.getAttribute('aria-expanded')).to.equal('false');
    });

    it('leaves a click alone that opens another tab', async () => {
      const { widget } = await list();
      const link = await inside(widget, '#list-PAC-2026-000002-link');
      const click = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true });
      link.addEventListener('click', event => event.preventDefault(), { once: true });
      link.dispatchEvent(click);
      expect(link.getAttribute('aria-expanded')).to.equal('false');
    });

    it('with the words it is on, and how they would change, word by word', async () => {
      const { widget } = await list();
      await opened(widget, 'PAC-2026-000001');
      expect(textIn(widget, '.quoted blockquote')).to.contain('la strada è chiusa alle auto');
      expect(all(widget, '.difference ins, .difference del')).not.to.have.length(0);
    });

    it('with the official answer: what was decided, why, by which act and when', async () => {
      const { widget } = await list();
      await opened(widget, 'PAC-2026-000001');
      const answer = textIn(widget, '.response');
      expect(answer).to.contain('Accolta').and.contain('La durata di un’ora copre anche il pre-scuola');
      expect(answer).to.contain('Deliberazione della Giunta n. 214 del 20 novembre 2026');
    });

    it('with its history', async () => {
      const { widget } = await list();
      await opened(widget, 'PAC-2026-000001');
      expect(textIn(widget, '.history')).to.match(/Ricevuta .*Nel testo finale/);
    });

    it('and leads to the passage where its document is shown on the page; the page hears of it first', async () => {
      const backend = listBackend();
      const { page, widget } = await listPage(backend);
      await inside(widget, '.item');
      const plan = document.createElement('portico-document');
      plan.setAttribute('document', 'piano-aria-clima');
      page.append(plan);
      await opened(widget, 'PAC-2026-000001');
      const link = await inside<HTMLAnchorElement>(widget, '.quoted a');
      expect(link.hash).to.equal('#piano-aria-clima/art-3');
      page.addEventListener('portico-show-passage', event => event.preventDefault());
      const wish = oneEvent(page, 'portico-show-passage');
      link.click();
      expect((await wish).detail).to.deep.include({ document: 'piano-aria-clima', passage: 'art-3' });
      expect(location.hash).to.equal('');
    });

    it('by the address of the page, also when it is far down in the list', async () => {
      history.replaceState(null, '', `#${observedProcess}/PAC-2026-000003`);
      const { widget } = await listPage(listBackend({}, withObservations(manyObservations(200))));
      await inside(widget, '#linked-PAC-2026-000003 .history');
      await until(() => focusIn(widget) === 'linked-title');
    });

    it('by the address of the page, in its place when it is among the first', async () => {
      history.replaceState(null, '', `#${observedProcess}/PAC-2026-000003`);
      const { widget } = await listPage(listBackend());
      await inside(widget, '#list-PAC-2026-000003 .history');
      await until(() => focusIn(widget) === 'list-PAC-2026-000003-link');
    });

    it('or says that there is none of that number', async () => {
      history.replaceState(null, '', `#${observedProcess}/PAC-2026-009999`);
      const { widget } = await listPage(listBackend());
      await tells(widget, 'Questa osservazione non c’è');
    });

    it('or says that it did not come, and tries again', async () => {
      const { backend, widget } = await list();
      backend.conditions = { ...backend.conditions, failures: { 'observations.get': 'unavailable' } };
      await press(widget, '#list-PAC-2026-000002-link');
      const retry = await inside(widget, '.opened .notice button');
      backend.conditions = { ...backend.conditions, failures: {} };
      retry.click();
      await inside(widget, '#list-PAC-2026-000002 .history');
    });
  });

  describe('comments', () => {
    it('stand in two levels, and those for and against can be shown alone', async () => {
      const { widget } = await list();
      await opened(widget, 'PAC-2026-000001');
      await inside(widget, '.comment');
      expect(all(widget, '.comment')).to.have.length(4);
      expect(all(widget, '.answers .comment')).to.have.length(1);
      choose(await inside<HTMLSelectElement>(widget, '[id$=-alignment]'), 'for');
      await until(() => all(widget, '.comment').length === 1);
      expect(textIn(widget, '.comment')).to.contain('Tre Figli');
    });

    it('that are hidden say so, and why', async () => {
      const { widget } = await list();
      await opened(widget, 'PAC-2026-000003');
      await inside(widget, '.comment');
      expect(textIn(widget, '.comments .hidden-note')).to.contain('Motivo: Offensivo');
    });

    it('are written, published, and counted', async () => {
      const { widget } = await list(granted);
      await opened(widget, 'PAC-2026-000002');
      await press(widget, '#list-PAC-2026-000002-comment');
      await until(() => focusIn(widget) === 'list-PAC-2026-000002-text');
      type(await inside<HTMLTextAreaElement>(widget, '.comment-form textarea'), 'Sono d’accordo.');
      await press(widget, '.comment-form input[type=radio]');
      const fact = oneEvent(widget, 'portico-commented');
      await press(widget, '.comment-form [type=submit]');
      expect((await fact).detail).to.include({ process: observedProcess, reference: 'PAC-2026-000002' });
      await until(() => focusIn(widget)?.startsWith('list-PAC-2026-000002-c-'));
      expect(textIn(widget, '.comment:last-child')).to.contain('Girasole').and.contain('A favore').and.contain('Sono d’accordo.');
      expect(all(widget, '.comment-form')).to.have.length(0);
    });

    it('keep what somebody begins to write, and their place in it, when those of others arrive late', async () => {
      const { backend, widget } = await list(granted);
      backend.conditions = { ...backend.conditions, latency: 500 };
      await opened(widget, 'PAC-2026-000002');
      await press(widget, '#list-PAC-2026-000002-comment');
      const field = await inside<HTMLTextAreaElement>(widget, '.comment-form textarea');
      await until(() => focusIn(widget) === 'list-PAC-2026-000002-text');
      expect(all(widget, '.comments')).to.have.length(1);
      await until(() => all(widget, '.comments').length === 0);
      expect(field.isConnected).to.equal(true);
      expect(focusIn(widget)).to.equal('list-PAC-2026-000002-text');
    });

    it('say what is missing before anything is sent', async () => {
      const { widget } = await list(granted);
      await opened(widget, 'PAC-2026-000002');
      await press(widget, '#list-PAC-2026-000002-comment');
      type(await inside<HTMLTextAreaElement>(widget, '.comment-form textarea'), '\u200B \u202E');
      await press(widget, '.comment-form [type=submit]');
      await until(() => focusIn(widget) === 'error-summary');
      expect(wordsIn(widget, '.error-summary')).to.contain('Scrivi il commento.');
    });

    it('of 100,000 characters are kept, and refused with the reason', async () => {
      const { widget } = await list(granted);
      await opened(widget, 'PAC-2026-000002');
      await press(widget, '#list-PAC-2026-000002-comment');
      const field = await inside<HTMLTextAreaElement>(widget, '.comment-form textarea');
      type(field, 'abcd '.repeat(20_000));
      await press(widget, '.comment-form [type=submit]');
      // Not every browser parts thousands in Italian alike.
      await until(() => /al massimo 2\.?000 caratteri/.test(all(widget, '.error-summary')[0]?.textContent ?? ''));
      expect(field.value).to.have.length(100_000);
    });

    it('are sent once, however often somebody presses, and keep their key until they arrive', async () => {
      const backend = listBackend();
      const keys: string[] = [];
      let failing = true;
      const comment: ObservationService['comment'] = (draft, options) => {
        keys.push(options.idempotencyKey);
        return failing ? Promise.reject(new Error('lost')) : backend.observations.comment(draft, options);
      };
      backend.signIn(granted);
      const { widget } = await listPage({ ...backend, observations: { ...backend.observations, comment } });
      await until(() => widget.state.type === 'ready' && widget.state.reader.type === 'known');
      await opened(widget, 'PAC-2026-000002');
      await press(widget, '#list-PAC-2026-000002-comment');
      type(await inside<HTMLTextAreaElement>(widget, '.comment-form textarea'), 'Due volte?');
      const send = await inside(widget, '.comment-form [type=submit]');
      send.click();
      send.click();
      await tells(widget, 'Quello che hai scritto è ancora qui', '.comment-form');
      expect(keys).to.have.length(1);
      failing = false;
      await press(widget, '.comment-form [type=submit]');
      await tells(widget, 'Due volte?', '.comments');
      expect(new Set(keys).size).to.equal(1);
    });

    it('can be answered, one level deep', async () => {
      const { widget } = await list(granted);
      await opened(widget, 'PAC-2026-000001');
      const answer = await inside(widget, '[aria-label="Rispondi a Tre Figli"]');
      answer.click();
      type(await inside<HTMLTextAreaElement>(widget, '.comment-form textarea'), 'Anche da noi.');
      expect(all(widget, '.comment-form input[type=radio]')).to.have.length(0);
      await press(widget, '.comment-form [type=submit]');
      await until(() => all(widget, '.answers .comment').length === 2);
      expect(all(widget, '.answers [aria-label^="Rispondi"]')).to.have.length(0);
    });
  });

  describe('support', () => {
    it('is a button that says whether it is pressed, and counts', async () => {
      const { widget } = await list(granted);
      await opened(widget, 'PAC-2026-000004');
      const fact = oneEvent(widget, 'portico-liked');
      await press(widget, '.like');
      expect((await fact).detail).to.include({ reference: 'PAC-2026-000004', liked: true });
      expect((await inside(widget, '.like')).getAttribute('aria-pressed')).to.equal('true');
      await tells(widget, '74 sostegni', '.opened');
      await press(widget, '.like');
      await tells(widget, '73 sostegni', '.opened');
    });

    it('goes back when it could not be sent, and says why', async () => {
      const { backend, widget } = await list(granted);
      await opened(widget, 'PAC-2026-000004');
      backend.conditions = { ...backend.conditions, failures: { 'observations.like': 'rate-limited' } };
      await press(widget, '.like');
      await tells(widget, 'le richieste sono troppe', '.opened');
      expect((await inside(widget, '.like')).getAttribute('aria-pressed')).to.equal('false');
      expect(textIn(widget, '.opened')).to.contain('73 sostegni');
    });
  });

  describe('whoever may not yet', () => {
    const refused: MemoryPerson = {
      nickname: 'Lampo',
      verification: {
        status: { value: 'refused' },
        refusals: [{ reason: { value: 'age' }, remedy: { lang: 'it', text: 'Dal 3 marzo 2027 puoi partecipare.' } }],
      },
    };
    for (const [name, person, words] of [
      ['is not signed in', undefined, 'Per commentare e sostenere devi accedere'],
      [
        'was not verified',
        { nickname: 'Quercia', verification: { status: { value: 'missing' }, refusals: [], url: '/verifica' } },
        'Chiedi il controllo',
      ],
      [
        'waits for it',
        { nickname: 'Ponte', verification: { status: { value: 'pending' }, refusals: [] } },
        'Il Comune sta controllando',
      ],
      ['is not entitled', refused, 'Dal 3 marzo 2027 puoi partecipare.'],
    ] as const) {
      it(`and ${name} is told so where they pressed`, async () => {
        const { widget } = await list(person as MemoryPerson | undefined);
        await opened(widget, 'PAC-2026-000004');
        await press(widget, '.like');
        await tells(widget, words, '.you');
        await until(() => focusIn(widget) === 'list-PAC-2026-000004-you');
        expect((await inside(widget, '.like')).getAttribute('aria-pressed')).to.equal('false');
      });
    }

    it('tells the page first that somebody wants to sign in', async () => {
      const { widget } = await list();
      await opened(widget, 'PAC-2026-000004');
      await press(widget, '#list-PAC-2026-000004-comment');
      widget.addEventListener('portico-sign-in', event => event.preventDefault());
      const wish = oneEvent(widget, 'portico-sign-in');
      (await inside(widget, '.you a')).click();
      await wish;
    });

    it('goes on to the city’s page from another site, and takes along what it was about', async () => {
      const left: unknown[] = [];
      const { widget } = await listPage(elsewhere(listBackend(), left));
      await inside(widget, '.item');
      await until(() => widget.state.type === 'ready' && widget.state.reader.type === 'known');
      await opened(widget, 'PAC-2026-000004');
      await press(widget, '#list-PAC-2026-000004-comment');
      const link = await inside<HTMLAnchorElement>(widget, '.you a');
      expect(link.href).to.contain(`/embed/observation-list/${observedProcess}`);
      expect(link.target).to.equal('_top');
      link.click();
      await until(() => left.length === 1);
      expect(left[0]).to.deep.equal({ reference: 'PAC-2026-000004', comment: '' });
    });

    it('finds on the city’s page what they began elsewhere', async () => {
      const backend = listBackend();
      backend.signIn(granted);
      let done = 0;
      const session: SessionService = {
        ...backend.session,
        takeOver: () =>
          Promise.resolve({
            draft: { reference: 'PAC-2026-000004', comment: 'Cominciato altrove' },
            back: undefined,
            done: () => (done += 1),
          }),
      };
      const { widget } = await listPage({ ...backend, session });
      const field = await inside<HTMLTextAreaElement>(widget, '.comment-form textarea');
      expect(field.value).to.equal('Cominciato altrove');
      expect(done).to.equal(1);
    });
  });

  describe('reporting', () => {
    it('asks for the reason, sends it, and says what happens with it', async () => {
      const { widget } = await list(granted);
      await opened(widget, 'PAC-2026-000003');
      await press(widget, '#list-PAC-2026-000003-report');
      const dialog = await inside<HTMLDialogElement>(widget, 'dialog');
      await until(() => dialog.open);
      await press(widget, '.report-form [type=submit]');
      await until(() => focusIn(widget) === 'error-summary');
      await press(widget, '#report-reason');
      const fact = oneEvent(widget, 'portico-reported');
      await press(widget, '.report-form [type=submit]');
      expect((await fact).detail).to.deep.equal({ process: observedProcess, reference: 'PAC-2026-000003' });
      await tells(widget, 'Una persona del Comune la legge e decide', 'dialog');
      await press(widget, '.dialog-head button');
      await until(() => focusIn(widget) === 'list-PAC-2026-000003-report');
      expect(all(widget, 'dialog')).to.have.length(0);
    });

    it('can be about a comment', async () => {
      const { widget } = await list(granted);
      await opened(widget, 'PAC-2026-000001');
      await press(widget, '[aria-label="Segnala il commento di Bottega"]');
      await press(widget, '#report-reason');
      const fact = oneEvent(widget, 'portico-reported');
      await press(widget, '.report-form [type=submit]');
      expect((await fact).detail).to.have.property('comment');
    });
  });
});
