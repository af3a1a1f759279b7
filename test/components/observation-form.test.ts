import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { anna, luca, marta, samir } from '../../demo/data/people.js';
import { draftOf, type Entry } from '../../src/components/observation-form/entry.js';
import type { PorticoObservationForm } from '../../src/components/observation-form/observation-form.js';
import { quoteFragment } from '../../src/model/text-quote.js';
import { choose, forgetDrafts, remark, toCheck, type } from '../../stories/support/observation-form-story.js';
import { inPhase, observedDocument, observedProcess, withObservations } from '../../stories/support/observation-seed.js';
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

const entryOf = (form: PorticoObservationForm) => (form.state.type === 'ready' ? form.state.entry : undefined);

describe('<portico-observation-form>', () => {
  beforeEach(() => {
    forgetDrafts();
  });

  describe('as every widget', () => {
    it('keeps what was set before it was upgraded', async () => {
      const early = document.createElement('portico-observation-form');
      early.process = observedProcess;
      const holder = await fixture(html`<portico-backend .backend=${observedBackend()}></portico-backend>`);
      holder.append(early);
      await fillable(early);
      expect(formWords(early, '#title')).to.equal('Scrivi un’osservazione');
    });

    it('keeps what was typed when it is moved', async () => {
      const { page, form } = await formPage(observedBackend(), { passage });
      await fillable(form);
      await type(form, '#text', remark);
      const elsewhere = document.createElement('portico-backend');
      elsewhere.backend = observedBackend();
      page.append(elsewhere);
      elsewhere.append(form);
      await fillable(form);
      expect((await inForm<HTMLTextAreaElement>(form, '#text')).value).to.equal(remark);
    });

    it('gives its request up when it is removed, and takes it up when it comes back', async () => {
      const backend = observedBackend({ latency: Infinity });
      const { form } = await formPage(backend);
      await until(() => form.shadowRoot?.querySelector('[aria-busy=true]'));
      const parent = form.parentElement;
      form.remove();
      backend.conditions = { ...backend.conditions, latency: 0 };
      parent?.append(form);
      await fillable(form);
    });

    it('follows the language of the page when it changes', async () => {
      const { page, form } = await formPage(observedBackend());
      await fillable(form);
      page.lang = 'en';
      await formTells(form, 'Write an observation');
    });

    it('is laid out from right to left in Arabic', async () => {
      const { form } = await formPage(observedBackend(), { lang: 'ar' });
      await fillable(form);
      expect(getComputedStyle(await inForm(form, '#title')).direction).to.equal('rtl');
    });

    it('gets a backend that comes late', async () => {
      const { page, form } = await formPage(undefined);
      const provider = page.querySelector('portico-backend');
      if (provider) provider.backend = observedBackend();
      await fillable(form);
    });

    it('says that a backend takes no observations, and shows what the page put into it', async () => {
      const backend = observedBackend();
      const { form } = await formPage({ session: backend.session });
      await formTells(form, 'Qui questo servizio non c’è');
      expect(form.querySelector('a')?.checkVisibility()).to.equal(true);
    });

    it('says that there is no such process', async () => {
      const { form } = await formPage(observedBackend(), { process: 'nessuno' });
      await formTells(form, 'Questo processo non c’è');
    });

    it('never disables anything', async () => {
      const { form } = await formPage(observedBackend(), { passage });
      await fillable(form);
      await toCheck(form);
      expect(isIn(form, '[disabled], [maxlength]')).to.equal(false);
    });
  });

  describe('says before anybody writes', () => {
    it('that signing in comes at the end', async () => {
      const { form } = await formPage(observedBackend());
      await fillable(form);
      await formTells(form, 'L’accesso serve solo alla fine', '.you');
    });

    it('under which nickname it will stand, what becomes public, what follows and by when', async () => {
      const backend = observedBackend();
      backend.signIn(anna);
      const { form } = await formPage(backend);
      await fillable(form);
      const words = formWords(form, '.promise');
      for (const part of [
        'con il nickname Girasole',
        'Tutti leggono la tua osservazione',
        'preparano una risposta',
        'entro il 26 febbraio 2027',
      ])
        expect(words).to.contain(part);
    });

    it('what is missing for somebody who is not verified, and where to ask for it', async () => {
      const backend = observedBackend();
      backend.signIn(marta);
      const { form } = await formPage(backend);
      await fillable(form);
      await formTells(form, 'manca la verifica', '.you');
      expect((await inForm<HTMLAnchorElement>(form, '.you a.button')).href).to.contain('/verifiche/nuova');
    });

    it('that a verification is under way', async () => {
      const backend = observedBackend();
      backend.signIn(samir);
      const { form } = await formPage(backend);
      await fillable(form);
      await formTells(form, 'verifica è in corso', '.you');
    });

    it('why somebody may not, what they can do about it and whom they can ask', async () => {
      const backend = observedBackend();
      backend.signIn(luca);
      const { form } = await formPage(backend);
      await formTells(form, 'L’età non è tra quelle previste.', '.you');
      expect(isIn(form, '#where')).to.equal(false);
      expect(formWords(form, '.you')).to.contain('Puoi leggere tutte le osservazioni').and.to.contain('Chiedi a una persona');
    });

    it('that nothing is taken yet, or any more', async () => {
      const { form } = await formPage(observedBackend({}, inPhase('informazione')));
      await formTells(form, 'Non si è ancora aperta');
      const { form: late } = await formPage(observedBackend({}, inPhase('risposte')));
      await formTells(late, 'La raccolta è chiusa');
    });
  });

  describe('asks what it is on', () => {
    it('the whole document, or a passage, whose words it shows', async () => {
      const { form } = await formPage(observedBackend());
      await fillable(form);
      expect((await inForm<HTMLSelectElement>(form, '#where')).value).to.equal('');
      await choose(form, '#where', passage);
      await formTells(form, 'Davanti a ogni scuola primaria', '.wording');
    });

    it('or nothing, where the page names a passage', async () => {
      const { form } = await formPage(observedBackend(), { passage });
      await fillable(form);
      await formTells(form, 'Che cosa vuoi dire', '#step-title');
      expect(formWords(form, '.subject')).to.contain('Art. 3 – Strade scolastiche');
    });

    it('some sentences, by keyboard alone, from one to another', async () => {
      const { form } = await formPage(observedBackend());
      await fillable(form);
      await choose(form, '#where', passage);
      (await inForm(form, '#pick')).click();
      await until(() => focusedIn(form)?.id === 'picker-title');
      const sentences = [...(form.shadowRoot?.querySelectorAll<HTMLElement>('.sentence') ?? [])];
      expect(sentences.length).to.be.greaterThan(1);
      const press = (index: number, key: string): void => {
        sentences[index]?.focus();
        sentences[index]?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      };
      press(0, 'Enter');
      expect(entryOf(form)?.quote?.exact).to.equal(sentences[0]?.innerText);
      press(1, ' ');
      expect(entryOf(form)?.quote?.exact)
        .to.contain(sentences[1]?.innerText ?? '?')
        .and.to.contain(sentences[0]?.innerText ?? '?');
      await form.updateComplete;
      expect(sentences[1]?.getAttribute('aria-pressed')).to.equal('true');
    });

    it('the words that somebody selected', async () => {
      const { form } = await formPage(observedBackend());
      await fillable(form);
      await choose(form, '#where', passage);
      (await inForm(form, '#pick')).click();
      const sentence = await inForm(form, '.sentence');
      const text = until(() => [...sentence.childNodes].find(node => node instanceof Text));
      const selection = (form.shadowRoot as ShadowRoot & { getSelection?: () => Selection }).getSelection?.() ?? getSelection();
      const node = await text;
      const start = node.data.indexOf('scuola');
      selection?.setBaseAndExtent(node, start, node, start + 'scuola primaria'.length);
      (await buttonWith(form, 'Prendi le parole selezionate')).click();
      await until(() => entryOf(form)?.quote?.exact === 'scuola primaria');
      expect(entryOf(form)?.quote?.prefix).to.contain('ogni ');
    });

    it('and says that a passage is gone', async () => {
      const { form } = await formPage(observedBackend(), { passage: 'art-99' });
      await fillable(form);
      (await buttonWith(form, 'Cambia')).click();
      await formTells(form, 'Questa parte non c’è più');
    });
  });

  describe('hears other widgets of the page', () => {
    it('takes words that were chosen on another page from the address, and only once', async () => {
      const quote = { exact: 'scuola primaria', prefix: 'ogni ', suffix: ' la strada' };
      history.replaceState(null, '', `#${quoteFragment(quote)}`);
      const { form } = await formPage(observedBackend(), { passage });
      await fillable(form);
      await formTells(form, 'scuola primaria', '.quote');
      expect(location.hash).to.equal('');
    });

    it('is not put off by an address that only looks like it', async () => {
      history.replaceState(null, '', '#portico-quote=%7B%22exact%22%3A1%7D');
      const { form } = await formPage(observedBackend(), { passage });
      await fillable(form);
      expect(entryOf(form)?.quote).to.equal(undefined);
      history.replaceState(null, '', location.pathname + location.search);
    });

    it('takes over a wish to observe a passage of its document, with the chosen words', async () => {
      const { page, form } = await formPage(observedBackend());
      await fillable(form);
      const quote = { exact: 'scuola primaria', prefix: 'ogni ', suffix: ' la strada' };
      const wish = new CustomEvent('portico-observe', {
        detail: { document: observedDocument, passage, quote },
        bubbles: true,
        composed: true,
        cancelable: true,
      });
      expect(page.dispatchEvent(wish)).to.equal(false);
      await until(() => focusedIn(form)?.id === 'title');
      await formTells(form, 'scuola primaria', '.quote');
      expect(formWords(form, '#step-title')).to.equal('Che cosa vuoi dire');
    });

    it('also while the terms are still on their way', async () => {
      const backend = observedBackend({ latency: Infinity });
      const { page, form } = await formPage(backend);
      await until(() => form.shadowRoot?.querySelector('[aria-busy=true]'));
      const detail = { document: observedDocument, passage };
      const wish = new CustomEvent('portico-observe', { detail, bubbles: true, cancelable: true });
      expect(page.dispatchEvent(wish)).to.equal(false);
      backend.conditions = { ...backend.conditions, latency: 0 };
      form.reload();
      await formTells(form, 'Art. 3 – Strade scolastiche', '.subject');
    });

    it('leaves a wish for another document alone', async () => {
      const { page, form } = await formPage(observedBackend());
      await fillable(form);
      const wish = new CustomEvent('portico-observe', {
        detail: { document: 'altro', passage },
        bubbles: true,
        cancelable: true,
      });
      expect(page.dispatchEvent(wish)).to.equal(true);
    });

    it('keeps a draft for each passage', async () => {
      const { page, form } = await formPage(observedBackend());
      await fillable(form);
      const observe = (what: string): boolean =>
        page.dispatchEvent(
          new CustomEvent('portico-observe', {
            detail: { document: observedDocument, passage: what },
            bubbles: true,
            cancelable: true,
          }),
        );
      observe('art-3');
      await type(form, '#text', 'Sulle strade.');
      observe('art-4');
      await until(() => entryOf(form)?.text === '');
      observe('art-3');
      await until(() => entryOf(form)?.text === 'Sulle strade.');
    });
  });

  describe('keeps a draft', () => {
    it('through a reload, at the step where somebody was', async () => {
      const { form } = await formPage(observedBackend(), { passage });
      await fillable(form);
      await toCheck(form);
      form.remove();
      const { form: again } = await formPage(observedBackend(), { passage });
      await formTells(again, 'Davanti alla scuola', '.answers');
      expect(formWords(again, '.draft-line')).to.contain('Non ancora inviata. La bozza resta in questa scheda');
    });

    it('and opens the one that was open last, but not on another document', async () => {
      const { page, form } = await formPage(observedBackend());
      await fillable(form);
      const detail = { document: observedDocument, passage };
      page.dispatchEvent(new CustomEvent('portico-observe', { detail, bubbles: true, cancelable: true }));
      await type(form, '#text', remark);
      form.remove();
      const { form: again } = await formPage(observedBackend());
      await until(() => entryOf(again)?.text === remark);
      again.remove();
      const { form: elsewhere } = await formPage(observedBackend(), { document: 'altro' });
      await fillable(elsewhere);
      expect(entryOf(elsewhere)?.text).to.equal('');
    });

    it('on the device only when somebody wants that, and says until when', async () => {
      const { form } = await formPage(observedBackend(), { passage });
      await fillable(form);
      await type(form, '#text', remark);
      window.dispatchEvent(new Event('pagehide'));
      expect(JSON.stringify(localStorage)).not.to.contain('scuola');
      (await buttonWith(form, 'Conserva su questo dispositivo')).click();
      await formTells(form, 'su questo dispositivo fino al', '.draft-line');
      expect(JSON.stringify(localStorage)).to.contain('scuola');
      (await buttonWith(form, 'Conserva su questo dispositivo')).click();
      await formTells(form, 'resta in questa scheda', '.draft-line');
      expect(JSON.stringify(localStorage)).not.to.contain('scuola');
    });

    it('until somebody deletes it, which is asked twice', async () => {
      const { form } = await formPage(observedBackend(), { passage });
      await fillable(form);
      await type(form, '#text', remark);
      await click(form, '#delete-draft');
      await until(() => focusedIn(form)?.id === 'sure');
      (await buttonWith(form, 'Annulla')).click();
      await until(() => focusedIn(form)?.id === 'delete-draft');
      expect(entryOf(form)?.text).to.equal(remark);
      await click(form, '#delete-draft');
      (await buttonWith(form, 'Sì, elimina')).click();
      await until(() => entryOf(form)?.text === '');
      window.dispatchEvent(new Event('pagehide'));
      expect(JSON.stringify(sessionStorage)).not.to.contain('scuola');
    });

    it('as a file', async () => {
      const { form } = await formPage(observedBackend(), { passage });
      await fillable(form);
      await type(form, '#text', remark);
      const made = new Promise<Blob>(resolve => {
        const { createObjectURL } = URL;
        URL.createObjectURL = (blob: Blob) => {
          URL.createObjectURL = createObjectURL;
          resolve(blob);
          return '#';
        };
      });
      (await buttonWith(form, 'Salva come file')).click();
      const text = await (await made).text();
      expect(text).to.contain(remark).and.to.contain('Art. 3 – Strade scolastiche');
    });

    it('takes nothing of a storage in which somebody else wrote', async () => {
      sessionStorage.setItem(`portico:draft:observation-form:${observedProcess}`, JSON.stringify({ value: { current: 7 } }));
      const { form } = await formPage(observedBackend(), { passage });
      await fillable(form);
      expect(entryOf(form)?.text).to.equal('');
    });
  });

  describe('asks what somebody wants to say', () => {
    it('says what is missing only once they tried to go on, in a summary that leads to the fields', async () => {
      const { form } = await formPage(observedBackend(), { passage });
      await fillable(form);
      expect(isIn(form, '.field-error')).to.equal(false);
      await click(form, '#next');
      await until(() => focusedIn(form)?.classList.contains('error-summary'));
      const link = await inForm<HTMLAnchorElement>(form, '.error-summary li:last-child a');
      expect(link.innerText).to.equal('Scrivi la tua osservazione.');
      link.click();
      const text = await inForm(form, '#text');
      expect(focusedIn(form)).to.equal(text);
      expect(text.getAttribute('aria-invalid')).to.equal('true');
      await type(form, '#text', remark);
      expect(text.hasAttribute('aria-invalid')).to.equal(false);
    });

    it('begins an amendment as a copy of the wording, and shows the difference word by word', async () => {
      const { form } = await formPage(observedBackend(), { passage });
      await fillable(form);
      await click(form, '#kind-1');
      const after = await inForm<HTMLTextAreaElement>(form, '#after');
      expect(after.value).to.contain('per mezz’ora all’entrata');
      await type(form, '#after', after.value.replaceAll('mezz’ora', 'un’ora'));
      await formTells(form, 'Tolto: mezz', '.difference');
      expect(formWords(form, '.difference')).to.contain('Aggiunto: un');
    });

    it('refuses an amendment that changes nothing', async () => {
      const { form } = await formPage(observedBackend(), { passage });
      await fillable(form);
      await click(form, '#kind-1');
      await click(form, '#next');
      await formTells(form, 'uguale a quello di oggi', '.error-summary');
    });

    it('counts at once, and refuses what is too long without cutting it', async () => {
      const { form } = await formPage(observedBackend(), { passage });
      await fillable(form);
      await click(form, '#kind');
      const long = 'a'.repeat(100_000);
      await type(form, '#text', long);
      await formTells(form, '97.000 caratteri di troppo', '#text-count');
      await click(form, '#next');
      await formTells(form, 'È troppo lungo', '.error-summary');
      expect((await inForm<HTMLTextAreaElement>(form, '#text')).value).to.equal(long);
    });

    it('takes blanks and invisible signs for nothing', async () => {
      const { form } = await formPage(observedBackend(), { passage });
      await fillable(form);
      await click(form, '#kind');
      await type(form, '#text', ' \u200B\u202E\uFEFF \n');
      await click(form, '#next');
      await formTells(form, 'Scrivi la tua osservazione', '.error-summary');
    });

    it('shows markup as the text that it is', async () => {
      const { form } = await formPage(observedBackend(), { passage });
      await fillable(form);
      await toCheck(form, '<img src=x onerror=alert(1)> <script>alert(2)</script>');
      expect(isIn(form, '.answers img, .answers script')).to.equal(false);
      expect(formWords(form, '.answers')).to.contain('<script>alert(2)</script>');
    });

    it('shows a kind that it does not know by its label', async () => {
      const kinds = ['remark', { value: 'memoria', label: { lang: 'it', text: 'Memoria del luogo' } }];
      const { form } = await formPage(observedBackend({}, withObservations([], { kinds })), { passage });
      await fillable(form);
      await formTells(form, 'Memoria del luogo');
    });

    it('asks nothing that the process does not ask', async () => {
      const fields = { title: 'off', theme: 'off', place: 'off', attachments: 'off' } as const;
      const { form } = await formPage(observedBackend({}, withObservations([], { kinds: ['remark'], fields })), { passage });
      await fillable(form);
      expect(isIn(form, '#own-title, #kind')).to.equal(false);
      await type(form, '#text', remark);
      await click(form, '#next');
      await inForm(form, '.answers');
    });

    it('lets a hub be the place, by its name, and takes it back with the words', async () => {
      const { form } = await formPage(observedBackend(), { passage });
      await fillable(form);
      await click(form, '#kind');
      await type(form, '#text', remark);
      await click(form, '#next');
      await choose(form, '#hub', 'lago');
      const place = await inForm<HTMLInputElement>(form, '#place');
      await until(() => place.value === 'Casa di quartiere Lago');
      await type(form, '#place', 'Casa di quartiere Lago, ingresso dal cortile');
      await choose(form, '#hub', 'stazione');
      expect(place.value).to.equal('Casa di quartiere Lago, ingresso dal cortile');
      await type(form, '#place', '');
      await until(() => entryOf(form)?.hub === '');
      await choose(form, '#hub', 'stazione');
      await click(form, '#next');
      await formTells(form, 'Casa di quartiere Stazione', '.answers');
      const { entry } = form.state as { entry: Entry };
      expect(draftOf(entry, observedProcess, 'it', false).place).to.deep.equal({
        text: 'Casa di quartiere Stazione',
        hub: 'stazione',
      });
    });
  });

  describe('looks for similar ones', () => {
    const same = 'Vorrei strade scolastiche chiuse alle auto davanti a tutte le scuole primarie del Comune.';

    it('below the text, without moving focus', async () => {
      const { form } = await formPage(observedBackend(), { passage });
      await fillable(form);
      const text = await inForm(form, '#text');
      text.focus();
      await type(form, '#text', same);
      await inForm(form, '.similar');
      expect(focusedIn(form)).to.equal(text);
    });

    it('and supports one instead: it is liked, nothing is sent, the text stays', async () => {
      const backend = observedBackend();
      backend.signIn(anna);
      const { form } = await formPage(backend, { passage });
      await fillable(form);
      await type(form, '#text', same);
      await click(form, '.similar .text-button');
      const supported = oneEvent(form, 'portico-supported');
      await click(form, '.similar .button');
      const { reference } = (await supported).detail as { reference: string };
      const { liked } = await backend.observations.own(observedProcess);
      expect(liked).to.include(reference);
      await until(() => focusedIn(form)?.id === 'supported');
      (await buttonWith(form, 'Continua a scrivere')).click();
      expect((await inForm<HTMLTextAreaElement>(form, '#text')).value).to.equal(same);
    });
  });

  describe('shows everything once more', () => {
    it('with a way to change each answer and back', async () => {
      const { form } = await formPage(observedBackend(), { passage });
      await fillable(form);
      await toCheck(form);
      await until(() => focusedIn(form)?.id === 'step-title');
      const change = await until(() =>
        [...(form.shadowRoot?.querySelectorAll<HTMLElement>('.answer') ?? [])]
          .find(each => each.innerText.startsWith('La tua osservazione'))
          ?.querySelector<HTMLElement>('button'),
      );
      expect(change.innerText.replace(/\s+/g, ' ')).to.contain('Cambia');
      change.click();
      await until(() => focusedIn(form)?.id === 'text');
      await type(form, '#text', 'Un altro testo.');
      await click(form, '#next');
      await formTells(form, 'Un altro testo.', '.answers');
    });
  });
});
