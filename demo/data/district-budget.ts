import type { PactSeed, ProcessSeed } from '../../src/backend/memory/seed.js';
import { translations } from '../../src/model/translations.js';
import { processPage } from './addresses.js';
import { it, italian, p } from './text-builders.js';

/** A process that is only being prepared: no dates yet, no active phase, and a kind of phase that is the city's own. */
export const districtBudgetProcess: ProcessSeed = {
  id: 'bilancio-quartieri',
  title: translations({ it: 'Bilancio dei quartieri 2027', en: 'District budgets 2027', ar: 'ميزانية الأحياء 2027' }),
  administration: translations({ it: 'Giunta comunale di Pontelago', en: 'City executive of Pontelago' }),
  timeZone: 'Europe/Rome',
  url: processPage('bilancio-quartieri'),
  phases: [
    { id: 'idee', kind: 'gathering', title: it('Idee dei quartieri'), inPerson: it('Un’assemblea in ogni quartiere.') },
    {
      id: 'giuria',
      kind: { value: 'sorteggio', label: { lang: 'it', text: 'Sorteggio' } },
      title: it('Sorteggio della giuria di quartiere'),
      inPerson: it('Si sorteggiano 24 residenti, in seduta pubblica.'),
    },
    {
      id: 'voto',
      kind: 'vote',
      title: it('Voto sui progetti'),
      online: it('Tre voti per persona.'),
      inPerson: it('Urne nelle biblioteche.'),
    },
  ],
};

/** A draft: no act, nothing to accept, nothing to download. */
export const districtBudgetPact: PactSeed = {
  id: 'bilancio-quartieri-2027',
  process: 'bilancio-quartieri',
  versions: [
    {
      number: 1,
      status: 'draft',
      title: translations({
        it: 'Patto per il bilancio dei quartieri',
        en: 'Pact for the district budgets',
        ar: 'ميثاق ميزانية الأحياء',
      }),
      decided: [it('Come spendere 1.200.000 euro in opere piccole, 200.000 per ciascuno dei sei quartieri')],
      notDecided: [it('Le manutenzioni ordinarie, che restano nel bilancio comunale')],
      brief: italian(
        p(
          'Ogni quartiere propone e vota come spendere una parte del bilancio. Questa è una bozza: si può ancora cambiare nelle assemblee.',
        ),
      ),
      sections: [
        {
          id: 'somme',
          title: it('Somme'),
          body: italian(p('La somma per quartiere è la stessa, qualunque sia il numero di abitanti.')),
        },
        {
          id: 'giuria',
          title: it('Giuria'),
          body: italian(p('La giuria controlla che i progetti siano fattibili e spiega per iscritto ogni esclusione.')),
        },
      ],
      parties: [
        { role: 'administration', name: it('Comune'), gives: [it('Le somme e i tecnici')], gets: [it('Opere che servono')] },
        { role: 'participants', name: it('Abitanti'), gives: [it('Idee e voti')], gets: [it('Decisioni che si vedono')] },
      ],
      eligibility: { minAge: 14, ties: ['resident'] },
    },
  ],
};
