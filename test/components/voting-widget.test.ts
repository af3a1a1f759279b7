import { expect, oneEvent } from '@open-wc/testing';
import {
  approvalBallot,
  budgetBallot,
  consultationBallot,
  multipleBallot,
  pointsBallot,
  rankingBallot,
  scoreBallot,
  twoQuestionsBallot,
} from '../../demo/data/ballots/ballots.js';
import { luca, samir } from '../../demo/data/people.js';
import type { BallotSeed } from '../../src/backend/memory/ballots/ballots-seed.js';
import { checkVoteReceipt } from '../../src/model/vote-receipt.js';
import { openLog } from '../../src/model/log/open-log.js';
import { receiptFrom } from '../../src/model/vote-receipt-code.js';
import { cast, next, tick, votingCity, votingPage } from '../support/voting-page.js';
import { until } from '../support/until.js';
import { all, choose, focusIn, inside, tells, textIn, type, wordsIn } from '../support/widget-page.js';

const small: BallotSeed = {
  ...budgetBallot,
  questions: budgetBallot.questions.map(question => ({
    ...question,
    rules: { budget: { amount: 60_000_000, currency: 'EUR' } },
  })),
};

const left = (text: string): RegExp => new RegExp(text.replace(/[.€]/g, sign => (sign === '€' ? '€' : `\\${sign}`)));

describe('<portico-voting-widget>', () => {
  describe('choosing', () => {
    it('says what is left as one chooses, and that nothing is cast yet', async () => {
      const { widget } = await votingPage(votingCity(budgetBallot), budgetBallot);
      await tells(widget, 'Restano 4.500.000');
      await tick(widget, 'il-giardino-dei-sensi');
      await tells(widget, 'Restano 4.280.000');
      expect(wordsIn(widget, '.bar')).to.contain('Il tuo voto non è ancora inviato');
      await tick(widget, 'il-giardino-dei-sensi');
      await tells(widget, 'Restano 4.500.000');
    });

    it('says it aloud once somebody has stopped pressing', async () => {
      const { widget } = await votingPage(votingCity(budgetBallot), budgetBallot);
      await tick(widget, 'il-giardino-dei-sensi', 'orti-lungo-la-martesana');
      await until(() => left('Restano 3.980.000').test(textIn(widget, '[role=status]')));
    });

    it('explains what is too much at the place, above and in the summary, and lets nobody cast it', async () => {
      const { widget } = await votingPage(votingCity(small), small);
      await tick(widget, 'il-giardino-dei-sensi', 'orti-lungo-la-martesana', 'bagni-pubblici-che-funzionano');
      await tells(widget, '40.000');
      const last = await inside<HTMLInputElement>(widget, 'input[value=bagni-pubblici-che-funzionano]');
      const described = last.getAttribute('aria-describedby') ?? '';
      const problem = await until(() => widget.shadowRoot?.getElementById(described.split(' ').at(-1) ?? ''));
      await until(() => /Così spendi 40.000/.test(problem.textContent));
      expect(last.getAttribute('aria-invalid')).to.equal('true');
      expect(wordsIn(widget, '#left')).to.contain('di troppo');
      await next(widget);
      expect(focusIn(widget)).to.contain('problem');
      expect(widget.shadowRoot?.querySelector('#cast')).to.equal(null);
      await tick(widget, 'bagni-pubblici-che-funzionano');
      await until(() => all(widget, '.problem').length === 0);
    });

    it('names a project that alone costs more than there is', async () => {
      const tiny = {
        ...small,
        questions: small.questions.map(each => ({ ...each, rules: { budget: { amount: 100, currency: 'EUR' } } })),
      };
      const { widget } = await votingPage(votingCity(tiny), tiny);
      await tick(widget, 'il-giardino-dei-sensi');
      await tells(widget, '«Il giardino dei sensi» costa da solo più di 1 €');
    });

    it('asks for the share of the budget that has to be spent', async () => {
      const least = {
        ...budgetBallot,
        questions: budgetBallot.questions.map(each => ({
          ...each,
          rules: { minimumSpend: 70, budget: { amount: 450_000_000, currency: 'EUR' } },
        })),
      };
      const { widget } = await votingPage(votingCity(least), least);
      await tells(widget, 'Spendi almeno 3.150.000');
      await tick(widget, 'il-giardino-dei-sensi');
      await next(widget);
      await tells(widget, 'Spendi ancora almeno 2.930.000');
    });

    it('finds projects by words, whatever their accents, by district and by category', async () => {
      const { widget } = await votingPage(votingCity(budgetBallot), budgetBallot);
      const rows = (): number => all(widget, '.options li').length;
      type(await inside<HTMLInputElement>(widget, '#words'), 'ETA parco');
      await until(() => rows() === 1);
      expect(textIn(widget, '.options li')).to.contain('Un parco giochi per ogni età');
      type(await inside<HTMLInputElement>(widget, '#words'), '');
      choose(await inside<HTMLSelectElement>(widget, '#district'), '8');
      await until(() => rows() === 9);
      choose(await inside<HTMLSelectElement>(widget, '#category'), 'verde');
      await until(() => rows() === 2);
      type(await inside<HTMLInputElement>(widget, '#words'), 'xyz');
      await tells(widget, 'Niente corrisponde');
      (await inside(widget, '.notice .quiet')).click();
      await until(() => rows() === 47);
    });

    it('sorts by cost, and shows only what was chosen', async () => {
      const { widget } = await votingPage(votingCity(budgetBallot), budgetBallot);
      choose(await inside<HTMLSelectElement>(widget, '#sort'), 'cheapest');
      await until(() => textIn(widget, '.options li').includes('La biblioteca dei giochi'));
      choose(await inside<HTMLSelectElement>(widget, '#sort'), 'dearest');
      await until(() => textIn(widget, '.options li').includes('500.000'));
      await tick(widget, 'il-giardino-dei-sensi');
      (await inside(widget, '#only')).click();
      await until(() => all(widget, '.options li').length === 1);
    });

    it('puts projects in an order of its own, the same when the page is opened again, and says so', async () => {
      const titles = async (): Promise<string> => {
        const { widget } = await votingPage(votingCity(budgetBallot), budgetBallot);
        await tells(widget, 'L’ordine è a caso');
        return all(widget, '.options li .name')
          .map(({ textContent }) => textContent)
          .join();
      };
      const first = await titles();
      expect(await titles()).to.equal(first);
      expect(first.startsWith('Alberi in via Bergognini,Un cortile')).to.equal(false);
    });

    it('takes one answer of a consultation, or the blank one', async () => {
      const { widget } = await votingPage(votingCity(consultationBallot), consultationBallot);
      await tick(widget, 'si');
      expect(wordsIn(widget, '#left')).to.equal('Sì');
      (await inside(widget, '#blank')).click();
      await until(() => wordsIn(widget, '#left') === 'Scheda bianca');
      expect((await inside<HTMLInputElement>(widget, 'input[value=si]')).checked).to.equal(false);
      await tick(widget, 'no');
      expect((await inside<HTMLInputElement>(widget, '#blank')).checked).to.equal(false);
    });

    it('leads back to a question that was left open, and says what is missing', async () => {
      const { widget } = await votingPage(votingCity(multipleBallot), multipleBallot);
      await next(widget);
      await tells(widget, 'Manca ancora 1 scelta');
      expect(widget.shadowRoot?.querySelector('#cast')).to.equal(null);
    });

    it('asks one question after the other, and shows all of them in the end', async () => {
      const { widget } = await votingPage(votingCity(twoQuestionsBallot), twoQuestionsBallot);
      await tells(widget, 'Domanda 1 di 2');
      await tick(widget, 'si');
      await next(widget);
      await tells(widget, 'Domanda 2 di 2');
      expect(focusIn(widget)).to.equal('step-title');
      await tick(widget, 'porto');
      await next(widget);
      await inside(widget, '#cast');
      expect(all(widget, '.answer').map(each => each.querySelector('.answer-text')?.textContent.trim())).to.deep.equal([
        'Sì',
        'Piazza del Porto',
      ]);
    });

    it('has no options to choose from, and says so', async () => {
      const empty = { ...approvalBallot, questions: approvalBallot.questions.map(each => ({ ...each, options: [] })) };
      const { widget } = await votingPage(votingCity(empty), empty);
      await tells(widget, 'Non c’è ancora niente da scegliere');
    });

    it('shows words from outside as the words that they are', async () => {
      const hostile = {
        ...consultationBallot,
        title: { lang: 'it', text: '<img src=x onerror=alert(1)>' },
        questions: consultationBallot.questions.map(each => ({
          ...each,
          options: [{ id: 'x', title: { lang: 'it', text: '<script>alert(2)</script>' } }],
        })),
      };
      const { widget } = await votingPage(votingCity(hostile), hostile);
      await tells(widget, '<img src=x onerror=alert(1)>');
      await tells(widget, '<script>alert(2)</script>');
      expect(widget.shadowRoot?.querySelector('img, script')).to.equal(null);
    });
  });

  describe('points, rankings and grades', () => {
    it('gives points by number and by buttons, and explains what is too much', async () => {
      const { widget } = await votingPage(votingCity(pointsBallot), pointsBallot);
      await tick(widget, 'porto', 'fonte');
      await next(widget);
      const [porto, fonte] = await until(() => {
        const fields = all(widget, '.stepper input') as HTMLInputElement[];
        return fields.length === 2 ? fields : undefined;
      });
      if (!porto || !fonte) throw new Error('no fields');
      type(porto, '5');
      await tells(widget, 'Restano 5 punti su 10');
      all(widget, '.stepper')[1]?.querySelectorAll('button')[1]?.click();
      await tells(widget, 'Restano 4 punti su 10');
      expect(fonte.value).to.equal('1');
      type(porto, '6');
      await tells(widget, 'Una voce può avere al massimo 5 punti');
      type(porto, '2.5');
      await tells(widget, 'Usa solo numeri interi');
      type(porto, '-1');
      await tells(widget, 'Un numero non può essere sotto zero');
      type(porto, '5');
      await next(widget);
      await tells(widget, '5 punti', '.answers');
    });

    it('puts a ranking in order by buttons and by a list of places; focus stays with what moved', async () => {
      const { widget } = await votingPage(votingCity(rankingBallot), rankingBallot);
      await tick(widget, 'porto', 'fonte', 'mulino');
      await next(widget);
      const order = (): string[] => all(widget, '.place').map(place => place.dataset['option'] ?? '');
      await until(() => order().length === 3);
      (await inside(widget, '[data-option=mulino] .up')).click();
      await until(() => order().join() === 'porto,mulino,fonte');
      await until(() => widget.shadowRoot?.activeElement?.closest('.place')?.getAttribute('data-option') === 'mulino');
      await until(() => textIn(widget, '[role=status]') === 'Piazzetta del Mulino: posto 2 di 3');
      choose(await inside<HTMLSelectElement>(widget, '[data-option=fonte] select'), '0');
      await until(() => order().join() === 'fonte,porto,mulino');
      (await inside(widget, '[data-option=fonte] .up')).click();
      await until(() => textIn(widget, '[role=status]') === 'È già il primo.');
      (await inside(widget, '[data-option=porto] .quiet')).click();
      await until(() => order().join() === 'fonte,mulino');
      const places = (await inside<HTMLSelectElement>(widget, '[data-option=mulino] select')).value;
      expect(places).to.equal('1');
    });

    it('takes a grade for each, and leaves out those without', async () => {
      const backend = votingCity(scoreBallot);
      const { widget } = await votingPage(backend, scoreBallot);
      (await inside(widget, '#grade-piazze-porto-3')).click();
      (await inside(widget, '#grade-piazze-fonte-0')).click();
      await until(() => wordsIn(widget, '#left').startsWith('2'));
      await next(widget);
      await inside(widget, '#cast');
      expect(wordsIn(widget, '.answers')).to.contain('Piazza del Porto: Molto bella');
      expect(wordsIn(widget, '.answers')).to.contain('Largo della Fonte: Da rifare subito');
      expect(all(widget, '.answer li').length).to.equal(2);
    });
  });

  describe('casting', () => {
    it('checks, casts, and gives a receipt that stands in the log and says nothing of the choice', async () => {
      const backend = votingCity(budgetBallot);
      const { widget } = await votingPage(backend, budgetBallot);
      await tick(widget, 'il-giardino-dei-sensi');
      const voted = oneEvent(widget, 'portico-voted');
      await cast(widget);
      expect((await voted).detail).to.deep.equal({ ballot: 'bilancio' });
      await tells(widget, 'Hai votato');
      await tells(widget, 'il voto è nel registro pubblico al posto 1');
      await until(() => focusIn(widget) === 'cast-title');
      const field = await inside<HTMLTextAreaElement>(widget, '#receipt-text');
      const receipt = receiptFrom(field.value);
      const log = await openLog(await backend.ballots.log('bilancio'));
      expect((await checkVoteReceipt(receipt, log)).type).to.equal('included');
      expect(JSON.stringify(receipt)).not.to.contain('giardino');
      expect(JSON.stringify(widget.state)).not.to.contain('il-giardino-dei-sensi"]');
      await inside(widget, 'svg.qr');
    });

    it('lets somebody who voted change it, and the last one counts', async () => {
      const ballot = { ...consultationBallot, results: 'while-open' as const };
      const backend = votingCity(ballot);
      const { widget } = await votingPage(backend, ballot);
      await tick(widget, 'si');
      await cast(widget);
      await tells(widget, 'Hai votato');
      const again = await votingPage(backend, ballot);
      await tells(again.widget, 'Hai già votato');
      (await inside(again.widget, '.notice.success .button')).click();
      await tick(again.widget, 'no');
      await cast(again.widget);
      await tells(again.widget, 'Hai cambiato il voto');
      const { questions, turnout } = await backend.ballots.results(ballot.id);
      expect(turnout.voted).to.equal(1);
      expect(questions[0]?.figures[0]).to.include({ option: 'no', votes: 1 });
    });

    it('does not offer a change where the ballot does not', async () => {
      const fixed = { ...consultationBallot, changeable: false };
      const backend = votingCity(fixed);
      const first = await votingPage(backend, fixed);
      await tick(first.widget, 'si');
      await cast(first.widget);
      await tells(first.widget, 'Hai votato');
      const { widget } = await votingPage(backend, fixed);
      await tells(widget, 'il voto non si può cambiare');
      expect(widget.shadowRoot?.querySelector('#next')).to.equal(null);
    });

    it('asks to sign in first, and keeps the choices when somebody signs in elsewhere', async () => {
      const backend = votingCity(consultationBallot, { person: null });
      const { widget } = await votingPage(backend, consultationBallot);
      await tells(widget, 'Accedi prima di scegliere');
      await tick(widget, 'si');
      await next(widget);
      const link = await inside<HTMLAnchorElement>(widget, '.notice a.primary');
      expect(link.target).to.equal('_blank');
      (await inside(widget, '#cast')).click();
      await until(() => focusIn(widget) === 'you');
      backend.signIn({ nickname: 'Girasole', verification: { status: { value: 'granted' }, refusals: [] } });
      await until(() => widget.state.type === 'ready' && widget.state.reader.type === 'known');
      (await inside(widget, '#cast')).click();
      await tells(widget, 'Hai votato');
    });

    it('leaves nothing behind for the next person when somebody signs out in the middle', async () => {
      const backend = votingCity(consultationBallot);
      const { widget } = await votingPage(backend, consultationBallot);
      await tick(widget, 'si');
      await next(widget);
      await inside(widget, '#cast');
      backend.signOut();
      await tells(widget, 'Accedi prima di scegliere');
      expect((await inside<HTMLInputElement>(widget, 'input[value=si]')).checked).to.equal(false);
      expect(widget.state.type === 'ready' && Object.keys(widget.state.entries)).to.deep.equal([]);
    });

    it('does not cast the vote of one person in the name of the next', async () => {
      const backend = votingCity({ ...consultationBallot, results: 'while-open' });
      const { widget } = await votingPage(backend, consultationBallot);
      await tick(widget, 'si');
      await next(widget);
      await inside(widget, '#cast');
      backend.conditions.failures = { 'ballots.cast': 'timeout' };
      (await inside(widget, '#cast')).click();
      await inside(widget, '#waiting');
      backend.conditions.failures = {};
      backend.signIn({ nickname: 'Marea', verification: { status: { value: 'granted' }, refusals: [] } });
      await until(() => widget.state.type === 'ready' && widget.state.reader.type === 'known');
      dispatchEvent(new Event('online'));
      await tells(widget, 'Non sei più nel tuo profilo');
      expect((await backend.ballots.results(consultationBallot.id)).turnout.voted).to.equal(0);
    });

    it('casts once for two clicks', async () => {
      const backend = votingCity(consultationBallot);
      const { widget } = await votingPage(backend, consultationBallot);
      await tick(widget, 'si');
      await next(widget);
      const button = await inside(widget, '#cast');
      let wished = 0;
      widget.addEventListener('portico-cast', () => (wished += 1));
      button.click();
      button.click();
      await tells(widget, 'Hai votato');
      expect(wished).to.equal(1);
    });

    it('can be stopped by the page', async () => {
      const { widget } = await votingPage(votingCity(consultationBallot), consultationBallot);
      widget.addEventListener('portico-cast', event => event.preventDefault());
      await tick(widget, 'si');
      await cast(widget);
      await widget.updateComplete;
      expect(widget.state.type === 'ready' && widget.state.progress.type).to.equal('filling-in');
    });

    it('says that a lost vote may have arrived, and sends the same one when the network is back', async () => {
      const backend = votingCity(consultationBallot);
      const { widget } = await votingPage(backend, consultationBallot);
      await tick(widget, 'si');
      await next(widget);
      await inside(widget, '#cast');
      backend.conditions.offline = true;
      (await inside(widget, '#cast')).click();
      await tells(widget, 'lo stesso voto non conta due volte');
      backend.conditions.offline = false;
      dispatchEvent(new Event('online'));
      await tells(widget, 'Hai votato');
    });

    it('does not vote twice when the first answer was lost on the way', async () => {
      const backend = votingCity({ ...consultationBallot, results: 'while-open' });
      const { ballots } = backend;
      let lost = 0;
      const flaky = {
        ...backend,
        ballots: {
          ...ballots,
          cast: async (...given: Parameters<typeof ballots.cast>) => {
            const receipt = await ballots.cast(...given);
            lost += 1;
            if (lost === 1) throw Object.assign(new Error('lost'), { name: 'BackendError', reason: 'timeout' });
            return receipt;
          },
        },
      };
      const { widget } = await votingPage(flaky, consultationBallot);
      await tick(widget, 'si');
      await cast(widget);
      (await inside(widget, '#waiting .button')).click();
      await tells(widget, 'Ricevuta numero 1,');
      expect((await ballots.results(consultationBallot.id)).turnout.voted).to.equal(1);
    });

    it('tells that it closed meanwhile by the city’s clock, and offers no button that cannot work', async () => {
      let now = new Date('2026-12-13T18:59:00Z');
      const backend = votingCity(consultationBallot, { now: () => now });
      const { widget } = await votingPage(backend, consultationBallot);
      await tick(widget, 'si');
      await next(widget);
      await inside(widget, '#cast');
      now = new Date('2026-12-13T19:01:00Z');
      (await inside(widget, '#cast')).click();
      await until(() => widget.state.type === 'ready' && widget.state.ballot.status.value === 'counted');
      await tells(widget, 'Il voto si è chiuso prima che il tuo arrivasse');
    });

    it('begins anew when the ballot has changed, with what still fits', async () => {
      const backend = votingCity(approvalBallot);
      let changed = false;
      const { ballots } = backend;
      const moving = {
        ...backend,
        ballots: {
          ...ballots,
          get: async (...given: Parameters<typeof ballots.get>) => {
            const ballot = await ballots.get(...given);
            if (!changed) return ballot;
            const questions = ballot.questions.map(each => ({
              ...each,
              options: each.options.filter(({ id }) => id !== 'porto'),
            }));
            return { ...ballot, version: 2, questions };
          },
          cast: () => Promise.reject(Object.assign(new Error('changed'), { name: 'BackendError', reason: 'conflict' })),
        },
      };
      const { widget } = await votingPage(moving, approvalBallot);
      await tick(widget, 'porto', 'fonte');
      await cast(widget);
      changed = true;
      (await inside(widget, '#refused .button')).click();
      await until(() => widget.shadowRoot?.querySelector('input[value=fonte]'));
      await until(() => !widget.shadowRoot?.querySelector('input[value=porto]'));
      expect((await inside<HTMLInputElement>(widget, 'input[value=fonte]')).checked).to.equal(true);
    });
  });

  describe('who may', () => {
    it('tells somebody who waits for their verification how far it is', async () => {
      const { widget } = await votingPage(votingCity(consultationBallot, { person: samir }), consultationBallot);
      await until(() => /verifica/i.test(wordsIn(widget, '.you')));
    });

    it('tells why somebody may not vote, and what they can do', async () => {
      const { widget } = await votingPage(votingCity(consultationBallot, { person: luca }), consultationBallot);
      await tells(widget, 'non hai l’età richiesta', '.you');
      await tells(widget, 'quando compi 16 anni', '.you');
    });

    it('shows the ballot on a page of somebody else, and leads to the city’s own', async () => {
      const backend = votingCity(consultationBallot, { person: null });
      const place = { ...backend, ballots: { ...backend.ballots, can: { ...backend.ballots.can, vote: false } } };
      const session = {
        ...backend.session,
        handOver: {
          pageUrl: () => 'https://partecipa.example/embed/voting-widget/consultazione',
          leave: () => Promise.resolve(''),
        },
      };
      const { widget } = await votingPage({ ...place, session }, consultationBallot);
      const link = await inside<HTMLAnchorElement>(widget, '.you a.primary');
      expect(link.href).to.equal('https://partecipa.example/embed/voting-widget/consultazione');
      expect(widget.shadowRoot?.querySelector('.options input, #next')).to.equal(null);
      await tells(widget, 'Sì');
    });
  });
});
