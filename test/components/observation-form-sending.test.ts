import { expect, oneEvent } from '@open-wc/testing';
import { anna } from '../../demo/data/people.js';
import type { ObservationService } from '../../src/backend/backend.js';
import { BackendError, type BackendErrorReason } from '../../src/backend/errors.js';
import type { MemoryBackend } from '../../src/backend/memory/memory.js';
import type { PorticoObservationForm } from '../../src/components/observation-form/observation-form.js';
import type { ObservationDraft } from '../../src/model/observation-draft.js';
import { choose, forgetDrafts, remark, toCheck, type } from '../../stories/support/observation-form-story.js';
import {
  inPhase,
  observedDocument,
  observedProcess,
  official,
  withObservations,
} from '../../stories/support/observation-seed.js';
import { click } from '../../stories/support/pact-story.js';
import {
  buttonWith,
  fillable,
  focusedIn,
  formPage,
  formTells,
  formWords,
  inForm,
  isIn,
  observedBackend,
} from '../support/observation-form-page.js';
import { until } from '../support/until.js';

const passage = 'art-3';

/** A backend in which somebody is signed in, and all that was sent to it, with its key. */
function overheard(backend: MemoryBackend = observedBackend()) {
  backend.signIn(anna);
  const sent: { draft: ObservationDraft; key: string }[] = [];
  const submit: ObservationService['submit'] = (draft, options) => {
    sent.push({ draft, key: options.idempotencyKey });
    return backend.observations.submit(draft, options);
  };
  return { backend: { ...backend, observations: { ...backend.observations, submit } }, memory: backend, sent };
}

async function checked(backend: Parameters<typeof formPage>[0], text = remark): Promise<PorticoObservationForm> {
  const { form } = await formPage(backend, { passage });
  await fillable(form);
  await toCheck(form, text);
  return form;
}

const count = async (backend: MemoryBackend): Promise<number> =>
  (await backend.observations.list({ process: observedProcess })).total;

describe('<portico-observation-form>, sending', () => {
  beforeEach(() => {
    forgetDrafts();
  });

  describe('gives a receipt', () => {
    it('with number, moment, what follows and by when, and checks it against the log in this browser', async () => {
      const { backend, sent } = overheard();
      const form = await checked(backend);
      const submitted = oneEvent(form, 'portico-submitted');
      await click(form, '#send');
      const { reference } = (await submitted).detail as { reference: string };
      await until(() => focusedIn(form)?.id === 'sent');
      expect(formWords(form, '.reference')).to.equal(reference);
      await formTells(form, 'lo ha controllato questo browser', '.checked');
      const words = formWords(form);
      for (const part of ['Inviata il 24 novembre 2026', 'preparano una risposta', 'entro il 26 febbraio 2027'])
        expect(words).to.contain(part);
      expect(sent).to.have.length(1);
      expect(sent[0]?.draft.subject).to.include({ process: observedProcess, document: observedDocument, passage });
    });

    it('that is found in the list', async () => {
      const { backend, memory } = overheard();
      const form = await checked(backend);
      await click(form, '#send');
      await inForm(form, '#sent');
      const found = await memory.observations.get(formWords(form, '.reference'));
      expect(found.text.text).to.equal(remark);
      expect(found.author).to.equal('Girasole');
    });

    it('that does not pass when it was tampered with', async () => {
      const { backend } = overheard();
      const submit: ObservationService['submit'] = async (draft, options) => {
        const receipt = await backend.observations.submit(draft, options);
        return { ...receipt, content: { ...receipt.content, at: '2020-01-01T00:00:00Z' } };
      };
      const form = await checked({ ...backend, observations: { ...backend.observations, submit } });
      await click(form, '#send');
      await formTells(form, 'non trova la ricevuta nel registro', '.checked');
    });

    it('again after a reload, and a new sheet when somebody wants to write another', async () => {
      const { backend } = overheard();
      const form = await checked(backend);
      await click(form, '#send');
      await inForm(form, '#sent');
      const number = formWords(form, '.reference');
      form.remove();
      const { form: reloaded } = await formPage(backend, { passage });
      await formTells(reloaded, number, '.reference');
      (await buttonWith(reloaded, 'Scrivi un’altra')).click();
      expect((await inForm<HTMLTextAreaElement>(reloaded, '#text')).value).to.equal('');
    });

    it('and tells the page that somebody wants to follow it', async () => {
      const { backend } = overheard();
      const form = await checked(backend);
      await click(form, '#send');
      await inForm(form, '#sent');
      const wish = oneEvent(form, 'portico-follow');
      (await buttonWith(form, 'Segui')).click();
      expect(((await wish).detail as { reference: string }).reference).to.equal(formWords(form, '.reference'));
    });

    it('and lets the page take the step over', async () => {
      const { backend, sent } = overheard();
      const form = await checked(backend);
      form.addEventListener('portico-submit', event => {
        event.preventDefault();
      });
      await click(form, '#send');
      await form.updateComplete;
      expect(sent).to.have.length(0);
      expect(isIn(form, '.answers')).to.equal(true);
    });
  });

  describe('sends once', () => {
    it('when the button is pressed twice', async () => {
      const { backend, sent, memory } = overheard();
      memory.conditions = { ...memory.conditions, latency: 0 };
      const before = await count(memory);
      const form = await checked(backend);
      const button = await inForm(form, '#send');
      button.click();
      button.click();
      await inForm(form, '#sent');
      expect(sent).to.have.length(1);
      expect(await count(memory)).to.equal(before + 1);
    });

    it('when the answer was lost on the way', async () => {
      const { backend, memory } = overheard();
      const before = await count(memory);
      let lost = 1;
      const submit: ObservationService['submit'] = async (draft, options) => {
        const receipt = await backend.observations.submit(draft, options);
        if (lost-- > 0) throw new BackendError('timeout');
        return receipt;
      };
      const form = await checked({ ...backend, observations: { ...backend.observations, submit } });
      await click(form, '#send');
      await formTells(form, 'Non ancora inviata: non arriva risposta', '#waiting');
      await inForm(form, '#sent');
      expect(await count(memory)).to.equal(before + 1);
    });

    it('from two tabs that hold the same draft', async () => {
      const { backend, memory } = overheard();
      const before = await count(memory);
      const form = await checked(backend);
      // A browser copies a tab with all that it stored.
      form.hidden = true;
      window.dispatchEvent(new Event('pagehide'));
      const { form: other } = await formPage(backend, { passage });
      await fillable(other);
      await inForm(other, '.answers');
      await click(form, '#send');
      await inForm(form, '#sent');
      await click(other, '#send');
      await inForm(other, '#sent');
      expect(formWords(other, '.reference')).to.equal(form.shadowRoot?.querySelector('.reference')?.textContent.trim());
      expect(await count(memory)).to.equal(before + 1);
    });

    it('and says in each tab when the other one has another text, and takes it when somebody wants that', async () => {
      const { backend } = overheard();
      const { form } = await formPage(backend, { passage });
      await fillable(form);
      await type(form, '#text', 'Qui comincio.');
      window.dispatchEvent(new Event('pagehide'));
      const { form: other } = await formPage(backend, { passage });
      await fillable(other);
      await type(other, '#text', 'Di là continuo.');
      window.dispatchEvent(new Event('pagehide'));
      await formTells(form, 'C’è un altro testo di questa bozza');
      expect((await inForm<HTMLTextAreaElement>(form, '#text')).value).to.equal('Qui comincio.');
      (await buttonWith(form, 'Prendi l’altro testo')).click();
      await until(() => form.shadowRoot?.querySelector<HTMLTextAreaElement>('#text')?.value === 'Di là continuo.');
    });

    it('and shows the receipt in the other tab too', async () => {
      const { backend } = overheard();
      const form = await checked(backend);
      window.dispatchEvent(new Event('pagehide'));
      const { form: other } = await formPage(backend, { passage });
      await fillable(other);
      await click(form, '#send');
      await inForm(form, '#sent');
      await formTells(other, 'già stata inviata da un’altra scheda');
      (await buttonWith(other, 'Mostra la ricevuta')).click();
      await formTells(other, formWords(form, '.reference'), '.reference');
    });

    it('and says so when an earlier text of the draft is the one that had arrived', async () => {
      const { backend } = overheard();
      let lost = true;
      const submit: ObservationService['submit'] = async (draft, options) => {
        const receipt = await backend.observations.submit(draft, options);
        if (lost) throw new BackendError('timeout');
        return receipt;
      };
      const form = await checked({ ...backend, observations: { ...backend.observations, submit } });
      await click(form, '#send');
      await inForm(form, '#waiting');
      (await buttonWith(form, 'Smetti di riprovare')).click();
      (await buttonWith(form, 'Indietro')).click();
      await click(form, '#next');
      const state = form.state;
      if (state.type === 'ready') form.state = { ...state, entry: { ...state.entry, text: 'Un testo più nuovo.' } };
      lost = false;
      await click(form, '#send');
      await formTells(form, 'Era già arrivato un testo precedente');
    });
  });

  describe('loses nothing', () => {
    it('when the network is gone: it waits, and sends by itself when it is back', async () => {
      const { backend, memory, sent } = overheard();
      const form = await checked(backend);
      memory.conditions = { ...memory.conditions, offline: true };
      await click(form, '#send');
      await until(() => focusedIn(form)?.id === 'waiting');
      memory.conditions = { ...memory.conditions, offline: false };
      window.dispatchEvent(new Event('online'));
      await inForm(form, '#sent');
      expect(new Set(sent.map(({ key }) => key)).size).to.equal(1);
    });

    const refusals: [BackendErrorReason, string][] = [
      ['closed', 'la raccolta si è chiusa'],
      ['conflict', 'il testo del documento è cambiato'],
      ['invalid', 'Qualcosa non va bene'],
      ['too-large', 'È troppo lunga'],
      ['rate-limited', 'gli invii sono troppi'],
      ['not-entitled', 'non puoi inviare osservazioni'],
      ['unauthenticated', 'La sessione è scaduta'],
      ['not-found', 'non c’è più'],
      ['malformed', 'una risposta che non si può leggere'],
    ];
    for (const [reason, words] of refusals) {
      it(`when the backend says '${reason}': it says why, keeps the text and gives it as a file`, async () => {
        const { backend, memory } = overheard();
        const form = await checked(backend);
        memory.conditions = { ...memory.conditions, failures: { 'observations.submit': reason } };
        await click(form, '#send');
        await until(() => focusedIn(form)?.id === 'refusal');
        await formTells(form, words, '#refusal');
        await formTells(form, 'Il tuo testo è ancora qui', '#refusal');
        expect(formWords(form, '.answers')).to.contain('Davanti alla scuola');
        await buttonWith(form, 'Salva come file');
      });
    }

    it('when observations were closed before somebody came back', async () => {
      const { backend } = overheard();
      const { form } = await formPage(backend, { passage });
      await fillable(form);
      await type(form, '#text', remark);
      form.remove();
      const { form: late } = await formPage(observedBackend({}, inPhase('risposte')), { passage });
      await formTells(late, 'non è stato inviato. È ancora qui');
      await buttonWith(late, 'Salva come file');
    });

    it('when the wording was changed meanwhile: what was proposed stays, beside the wording as it is now', async () => {
      const { backend, memory } = overheard();
      const { form } = await formPage(backend, { passage });
      await fillable(form);
      await click(form, '#kind-1');
      await type(form, '#after', 'Una wording tutta mia.');
      await click(form, '#next');
      await inForm(form, '#theme');
      await click(form, '#next');
      await inForm(form, '.answers');
      const passages = memory.documents.passages.bind(memory.documents);
      Object.assign(backend.documents, {
        passages: async (...given: Parameters<typeof passages>) => {
          const page = await passages(...given);
          const body = { lang: 'it', blocks: [{ type: 'paragraph' as const, children: ['Il testo nuovo.'] }] };
          return { ...page, items: page.items.map(item => (item.id === passage ? { ...item, body } : item)) };
        },
      });
      memory.conditions = { ...memory.conditions, failures: { 'observations.submit': 'conflict' } };
      await click(form, '#send');
      await inForm(form, '#refusal');
      await until(() => form.state.type === 'ready' && form.state.entry.before === 'Il testo nuovo.');
      expect(form.state.type === 'ready' && form.state.entry.after).to.equal('Una wording tutta mia.');
    });
  });

  describe('asks again under whose name', () => {
    it('when somebody else has signed in meanwhile', async () => {
      const { backend, memory, sent } = overheard();
      const form = await checked(backend);
      memory.signIn({ ...anna, nickname: 'Ginestra' });
      await formTells(form, 'Avevi scritto come Girasole. Ora l’accesso è di Ginestra.', '#somebody-else');
      await click(form, '#send');
      await until(() => focusedIn(form)?.id === 'somebody-else');
      expect(sent).to.have.length(0);
      (await buttonWith(form, 'pubblica come Ginestra')).click();
      await click(form, '#send');
      await inForm(form, '#sent');
      expect((await memory.observations.get(formWords(form, '.reference'))).author).to.equal('Ginestra');
    });

    it('also when this page did not hear of it', async () => {
      const { backend, memory, sent } = overheard();
      const deaf = { ...backend, session: { ...backend.session, watch: () => () => undefined } };
      const form = await checked(deaf);
      memory.signIn({ ...anna, nickname: 'Ginestra' });
      await click(form, '#send');
      await until(() => focusedIn(form)?.id === 'somebody-else');
      expect(sent).to.have.length(0);
    });
  });

  describe('asks to sign in only at the end', () => {
    it('and goes on where it was', async () => {
      const backend = observedBackend();
      const form = await checked(backend);
      const link = await buttonWith(form, 'Accedi per inviare');
      link.addEventListener('click', event => {
        event.preventDefault();
      });
      link.click();
      form.remove();
      backend.signIn(anna);
      const { form: back } = await formPage(backend, { passage });
      await inForm(back, '.answers');
      await until(() => focusedIn(back)?.id === 'step-title');
      await formTells(back, 'Puoi scrivere e inviare, Girasole.');
      expect(isIn(back, '#sent')).to.equal(false);
      await click(back, '#send');
      await inForm(back, '#sent');
    });

    it('or not at all, where the process asks nobody', async () => {
      const backend = observedBackend({}, withObservations([], { signIn: false }));
      const form = await checked(backend);
      await click(form, '#send');
      await inForm(form, '#sent');
    });
  });

  describe('on a page of somebody else', () => {
    const away = (backend: MemoryBackend, left: unknown[]): MemoryBackend => {
      Object.assign(backend.session, {
        handOver: {
          pageUrl: ({ widget, subject }: { widget: string; subject: string }, query: Record<string, unknown>) =>
            `#${widget}/${subject}?${String(query['passage'])}`,
          leave: (draft: unknown) => {
            left.push(draft);
            return new Promise<string>(() => undefined);
          },
        },
      });
      return backend;
    };

    it('leaves the text for the city’s page, and nothing in this browser', async () => {
      const left: { draft?: { entry?: { text?: string } } }[] = [];
      const form = await checked(away(observedBackend(), left));
      (await buttonWith(form, 'Partecipa sulla pagina del Comune')).click();
      await until(() => left.length === 1);
      expect(left[0]?.draft?.entry?.text).to.equal(remark);
      form.remove();
      expect(Object.keys(sessionStorage).filter(key => key.startsWith('portico:draft:'))).to.deep.equal([]);
    });

    it('leads to the form on paper for the same passage', async () => {
      const { form } = await formPage(away(observedBackend(), []), { passage });
      await fillable(form);
      const { pathname } = new URL((await inForm<HTMLAnchorElement>(form, '.paper')).href);
      expect(pathname).to.match(/\/paper$/);
    });

    it('and on the city’s page somebody sees it whole before anything is sent', async () => {
      const backend = observedBackend();
      backend.signIn(anna);
      let done = false;
      Object.assign(backend.session, {
        takeOver: () =>
          Promise.resolve({
            draft: {
              entry: {
                document: observedDocument,
                passage,
                kind: 'remark',
                text: remark,
                attachments: [{ id: 'x', name: 'x', type: 'x', size: 1, url: '/x' }],
              },
            },
            back: undefined,
            done: () => {
              done = true;
            },
          }),
      });
      const { form } = await formPage(backend);
      await formTells(form, 'Davanti alla scuola', '.answers');
      expect(done).to.equal(true);
      expect(form.state.type === 'ready' && form.state.entry.attachments).to.deep.equal([]);
      await click(form, '#send');
      await inForm(form, '#sent');
    });

    it('takes nothing of a draft that is none', async () => {
      const backend = observedBackend();
      Object.assign(backend.session, {
        takeOver: () => Promise.resolve({ draft: { entry: { text: 7 } }, back: undefined, done: () => undefined }),
      });
      const { form } = await formPage(backend);
      await fillable(form);
      expect(isIn(form, '.answers')).to.equal(false);
    });
  });

  describe('for somebody else', () => {
    it('asks how, where and when it came, keeps that with it, and is blank for the next person', async () => {
      const backend = observedBackend();
      backend.signIn(official);
      const { form } = await formPage(backend, { helper: true });
      await inForm(form, '#source');
      await click(form, '#next');
      await formTells(form, 'Scrivi dove è stata ricevuta.', '.error-summary');
      await click(form, '#source');
      await type(form, '#received-at', 'Spazio di quartiere Le Querce');
      await type(form, '#received-on', '2026-11-20');
      await click(form, '#next');
      await choose(form, '#where', passage);
      await click(form, '#next');
      await toCheck(form);
      expect(isIn(form, '.draft-actions [aria-pressed]')).to.equal(false);
      await click(form, '#send');
      await inForm(form, '#sent');
      const found = await backend.observations.get(formWords(form, '.reference'));
      expect(found.source.value).to.equal('paper');
      expect(found.author).to.equal(undefined);
      await click(form, '#next-person');
      await inForm(form, '#source');
      expect(form.state.type === 'ready' && form.state.entry).to.include({ text: '', receivedAt: '', source: '' });
      expect(JSON.stringify(sessionStorage)).not.to.contain('scuola');
    });

    it('takes no day that has not come', async () => {
      const backend = observedBackend();
      backend.signIn(official);
      const { form } = await formPage(backend, { helper: true });
      await click(form, '#source');
      await type(form, '#received-at', 'Ufficio');
      await type(form, '#received-on', '2027-01-01');
      await click(form, '#next');
      await formTells(form, 'non può essere nel futuro', '.error-summary');
    });
  });
});
