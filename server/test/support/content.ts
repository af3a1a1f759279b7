import { translations } from '../../../src/model/translations.js';
import type { Content } from '../../src/content/schema.js';

const paragraph = (text: string) => ({ type: 'paragraph' as const, children: [text] });
const long = (it: string, en: string) => translations({ it: [paragraph(it)], en: [paragraph(en)] });
const short = (it: string, en: string) => translations({ it, en });

const privacy = {
  published: short('Nessuno vede chi ha accettato.', 'Nobody sees who accepted.'),
  kept: short(
    'Chi ha accettato, in una forma che non dice il nome, per 90 giorni dopo la fine.',
    'Who accepted, without the name, for 90 days after the end.',
  ),
  erasure: short('Dalla propria pagina, in ogni momento.', 'On your own page, at any time.'),
};

const notAsking = {
  title: short('Patto per il parco', 'Pact for the park'),
  decided: [short('Dove vanno le panchine', 'Where the benches go')],
  notDecided: [short('Se ci sarà un parco', 'Whether there will be a park')],
  brief: long('Si decide insieme come sarà il parco.', 'We decide together what the park will be like.'),
  sections: [{ id: 'oggetto', title: short('Oggetto', 'Object'), body: long('Il parco di via Roma.', 'The park in via Roma.') }],
  parties: [
    {
      role: 'administration',
      name: short('Il Comune', 'The municipality'),
      gives: [short('una risposta motivata', 'an answer with reasons')],
      gets: [short('idee', 'ideas')],
    },
  ],
  eligibility: { minAge: 16, ties: ['resident', 'city-user'] },
};

const asking = {
  ...notAsking,
  acceptance: { statement: short('Ho letto il patto e lo accetto.', 'I have read the pact and accept it.'), privacy },
};

const process = (id: string, it: string, en: string) => ({
  id,
  title: short(it, en),
  administration: short('Consiglio comunale', 'City Council'),
  timeZone: 'Europe/Rome',
  phases: [
    { id: 'idee', title: short('Idee', 'Ideas'), kind: 'gathering', active: true, start: '2026-11-02', end: '2026-12-18' },
    { id: 'scelta', title: short('Scelta', 'Choice'), kind: 'decision' },
  ],
  privacy,
  ends: '2027-03-31',
  keepDays: 90,
});

/** What the invented city of the tests publishes: one pact with two versions, one that asks for nothing, and processes for a list. */
export const content: Content = {
  processes: [
    process('parco', 'Il parco di via Roma', 'The park in via Roma'),
    { ...process('piazza', 'La piazza', 'The square'), eligibility: { districts: ['3'] } },
    process('scuola', 'Il cortile della scuola', 'The school yard'),
  ],
  pacts: [
    {
      id: 'patto-parco',
      process: 'parco',
      versions: [
        { ...asking, number: 1, status: 'superseded' },
        { ...asking, number: 2, status: 'in-force' },
      ],
    },
    {
      id: 'patto-scuola',
      process: 'scuola',
      versions: [{ ...notAsking, number: 1, status: 'in-force' }],
    },
  ],
};
