import { translations } from '../../../src/model/translations.js';
import type { Content } from '../../src/content/schema.js';

const short = (it: string, en: string) => translations({ it, en });
const paragraph = (text: string) => ({ type: 'paragraph' as const, children: [text] });
const long = (it: string, en: string) => translations({ it: [paragraph(it)], en: [paragraph(en)] });

/** What somebody could write into any text, in the hope that a page runs it. */
export const hostile = `<script>alert(1)</script>"'><img src=x onerror=alert(2)>&lt;b&gt;`;

const privacy = {
  published: short('Si vede il nickname', 'The nickname is seen'),
  kept: short('Si conserva la ricevuta', 'The receipt is kept'),
  erasure: short('Si cancella su richiesta', 'It is erased on request'),
};

const version = {
  title: short('Patto del fiume', 'Pact of the river'),
  decided: [short('Dove passa il sentiero', 'Where the path runs')],
  notDecided: [short('Se il fiume resta', 'Whether the river stays')],
  brief: translations({
    it: [
      {
        type: 'paragraph' as const,
        children: ['Si decide il ', { type: 'term' as const, term: 'sentiero', children: ['sentiero'] }],
      },
    ],
    en: [paragraph('The path is decided')],
  }),
  sections: [
    {
      id: 'oggetto',
      title: short('Oggetto del patto', 'Object of the pact'),
      body: long('Il fiume e le sue rive', 'The river and its banks'),
    },
    {
      id: 'regole',
      title: short('Regole comuni', 'Common rules'),
      body: translations({
        it: [
          { type: 'heading' as const, level: 1, children: ['Come si parla'] },
          { type: 'list' as const, ordered: true, items: [[paragraph('Uno alla volta')]] },
          { type: 'quote' as const, blocks: [paragraph('Ascoltare prima di rispondere')] },
          { type: 'table' as const, caption: 'Gli incontri', head: [['Dove']], rows: [[['In piazza']]] },
          {
            type: 'paragraph' as const,
            children: [
              { type: 'link' as const, href: 'https://comune.example/atto', children: ['L’atto'] },
              { type: 'break' as const },
              { type: 'strong' as const, children: ['forte'] },
              { type: 'emphasis' as const, children: ['piano'] },
            ],
          },
        ],
      }),
      plain: long('Le regole in parole semplici', 'The rules in plain words'),
    },
    { id: 'scritto', title: short(hostile, hostile), body: long(hostile, hostile) },
  ],
  parties: [
    {
      role: 'administration',
      name: short('Il Comune del fiume', 'The river’s municipality'),
      gives: [short('Una risposta entro 60 giorni', 'An answer within 60 days')],
      gets: [short('Osservazioni motivate', 'Observations with reasons')],
    },
  ],
  eligibility: {
    minAge: 14,
    ties: ['resident'],
    districts: [{ value: '8', label: short('Municipio 8', 'District 8') }],
    identity: ['spid'],
    electoralRoll: true,
    note: short('Anche chi studia qui', 'People who study here too'),
  },
  glossary: [
    { id: 'sentiero', term: short('Sentiero', 'Path'), definition: short('Una via per chi cammina', 'A way for people on foot') },
  ],
  attachments: [
    { title: short('Mappa delle rive', 'Map of the banks'), url: '/mappa.pdf', format: 'PDF', bytes: 120_000, lang: 'it' },
  ],
  acceptance: { statement: short('Ho letto il patto del fiume', 'I have read the pact of the river'), privacy },
};

const act = {
  kind: short('Deliberazione di prova', 'Trial resolution'),
  number: '7/2026',
  date: '2026-10-01',
  url: 'https://comune.example/7',
};

/** An invented process with a pact in which every part that a pact can have is there. */
export const wholePact: Content = {
  processes: [
    {
      id: 'fiume',
      title: short('Il fiume', 'The river'),
      summary: short('Un sentiero lungo il fiume.', 'A path along the river.'),
      administration: short('Consiglio di prova', 'Trial council'),
      timeZone: 'Europe/Rome',
      phases: [
        { id: 'voci', title: short('Raccolta di voci', 'Gathering voices'), kind: 'gathering', active: true, start: '2026-11-02', end: '2026-12-18', online: short('Si scrive qui', 'People write here'), inPerson: short('Ci si trova al molo', 'People meet at the pier') },
        { id: 'scelta', title: short('Scelta finale', 'Final choice'), kind: 'decision' },
      ],
      contact: short('Sportello del fiume, 020 0000', 'River desk, 020 0000'),
      privacy,
      ends: '2027-03-31',
      keepDays: 90,
    },
  ],
  pacts: [
    {
      id: 'patto-fiume',
      process: 'fiume',
      versions: [
        { ...version, number: 1, status: 'superseded', title: short('Patto vecchio del fiume', 'Old pact of the river') },
        { ...version, number: 2, status: 'in-force', act, note: short('Il sentiero è più lungo', 'The path is longer') },
      ],
    },
  ],
}; // prettier-ignore
