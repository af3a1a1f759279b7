import { translations } from '../../src/model/translations.js';
import type { PactVersionSeed } from '../../src/backend/memory/seed.js';

/**
 * Who gives what and gets what.
 *
 * @param responseDays - Days within which the administration answers each observation.
 */
export function airClimateParties(responseDays: number): PactVersionSeed['parties'] {
  return [
    {
      role: 'administration',
      name: translations({ it: 'Amministrazione comunale', en: 'City administration' }),
      gives: [
        translations({ it: 'Tutti i dati e i documenti del Piano', en: 'All data and documents of the Plan' }),
        translations({
          it: `Una risposta motivata a ogni osservazione, entro ${responseDays} giorni`,
          en: `A reasoned response to every observation, within ${responseDays} days`,
        }),
        translations({ it: 'Uno sportello e sei laboratori nei quartieri', en: 'A desk and six workshops in the districts' }),
      ],
      gets: [
        translations({ it: 'Conoscenza dei luoghi e delle abitudini', en: 'Knowledge of places and habits' }),
        translations({ it: 'Un Piano più chiaro e più condiviso', en: 'A clearer plan that more people stand behind' }),
      ],
    },
    {
      role: 'participants',
      name: translations({ it: 'Persone che partecipano', en: 'People who take part' }),
      gives: [
        translations({
          it: 'Osservazioni sul testo, con le proprie ragioni',
          en: 'Observations on the text, with their reasons',
        }),
        translations({ it: 'Rispetto per le idee degli altri', en: 'Respect for the ideas of others' }),
        translations({ it: 'Un’identità verificata, una sola volta', en: 'A verified identity, once only' }),
      ],
      gets: [
        translations({ it: 'Un numero di protocollo e una ricevuta', en: 'A reference number and a receipt' }),
        translations({ it: 'Una risposta scritta e pubblica', en: 'A written, public response' }),
        translations({ it: 'Riservatezza: si vede solo il nickname', en: 'Privacy: only the nickname is shown' }),
        translations({ it: 'Aiuto per chi non usa il computer', en: 'Help for those who do not use a computer' }),
      ],
    },
    {
      role: 'guarantor',
      name: translations({ it: 'Garante della partecipazione', en: 'Guarantor of participation' }),
      gives: [
        translations({ it: 'Un controllo indipendente sulle regole', en: 'An independent check that the rules are kept' }),
        translations({ it: 'Risposta ai reclami in 15 giorni', en: 'An answer to complaints within 15 days' }),
      ],
      gets: [
        translations({ it: 'Accesso a tutti gli atti del processo', en: 'Access to all papers of the process' }),
        translations({ it: 'La pubblicazione della sua relazione finale', en: 'Publication of the final report' }),
      ],
    },
    {
      role: 'partner',
      name: translations({ it: 'Consulta dell’ambiente', en: 'Environment council' }),
      gives: [
        translations({ it: 'Facilitatori per i laboratori', en: 'Facilitators for the workshops' }),
        translations({ it: 'Passaparola nelle scuole e nelle associazioni', en: 'Word of mouth in schools and associations' }),
      ],
      gets: [
        translations({ it: 'Due posti nel gruppo di lavoro', en: 'Two seats in the working group' }),
        translations({ it: 'Sale comunali gratuite', en: 'Municipal rooms, free of charge' }),
      ],
    },
  ];
}
