import type { PactVersionSeed } from '../../src/backend/memory/seed.js';
import { translations } from '../../src/model/translations.js';
import { emphasis, heading, italian, link, list, ordered, p, quote, strong, table, term } from './text-builders.js';
import { site } from './addresses.js';

type Section = PactVersionSeed['sections'][number];

const title = (it: string, en: string, ar: string): Section['title'] => translations({ it, en, ar });

const aims: Section = {
  id: 'oggetto',
  title: title('Oggetto', 'Subject', 'الموضوع'),
  body: italian(
    p(
      'Il presente patto regola la partecipazione alla formazione del Piano Aria e Clima, che il Consiglio comunale approva con ',
      term('delibera', 'delibera'),
      '. Si partecipa su ciascuno dei 42 articoli della proposta e sui suoi allegati.',
    ),
    p('Restano fuori le scelte già fissate dalla legge o da altri piani, elencate in ', emphasis('Che cosa non si decide'), '.'),
  ),
  plain: translations({
    it: [p('Il Comune scrive un Piano per avere aria pulita. Tu puoi dire che cosa ne pensi, parte per parte.')],
    en: [p('The city is writing a plan for clean air. You can say what you think of it, part by part.')],
  }),
};

const goals: Section = {
  id: 'obiettivi',
  title: title('Obiettivi', 'Aims', 'الأهداف'),
  body: italian(
    p('La partecipazione ha tre obiettivi:'),
    ordered(
      'raccogliere la conoscenza che chi vive i quartieri ha e gli uffici non hanno;',
      'trovare in anticipo gli effetti che il Piano avrebbe su chi ha meno mezzi;',
      ['rendere pubbliche le ', strong('ragioni'), ' di ogni scelta, anche quando un’osservazione non è accolta.'],
    ),
  ),
};

const methods: Section = {
  id: 'modalita',
  title: title('Come si partecipa', 'How to take part', 'كيف تشارك'),
  body: italian(
    p(
      'Si partecipa presentando una o più ',
      term('osservazione', 'osservazioni'),
      ', online con ',
      term('spid', 'SPID'),
      ' o ',
      term('cie', 'CIE'),
      ', oppure di persona allo sportello e nei laboratori. Le due vie valgono allo stesso modo.',
    ),
    table(
      'Dove e quando',
      ['Dove', 'Quando', 'Con chi'],
      ['Online', 'Sempre, fino al 18 dicembre', 'Da sé'],
      ['Sportello Partecipa', 'Da lunedì a venerdì, 9-13', 'Un operatore scrive per te'],
      ['Laboratori nei quartieri', 'Sei sabati, 10-13', 'Facilitatori e tecnici'],
    ),
    heading(1, 'Chi ha bisogno di aiuto'),
    p(
      'Chi non usa il computer, o legge male l’italiano, può dettare la propria osservazione. Il servizio di interpretariato si chiede ',
      link(`${site}/partecipa/interpreti`, 'con tre giorni di anticipo'),
      '.',
    ),
  ),
  plain: translations({
    it: [
      p('Puoi scrivere online. Puoi andare allo sportello. Puoi venire a un laboratorio.'),
      p('Se non sai scrivere bene in italiano, una persona scrive per te.'),
    ],
    en: [
      p('You can write online. You can go to the desk. You can come to a workshop.'),
      p('If you do not write Italian well, somebody writes for you.'),
    ],
  }),
};

const rules = (identityRule: string): Section => ({
  id: 'regole',
  title: title('Regole', 'Rules', 'القواعد'),
  body: italian(
    list(
      'Si critica il testo, mai le persone.',
      'Ogni osservazione riguarda una parte della proposta e ne spiega la ragione.',
      identityRule,
      [
        'Un’osservazione si toglie solo se è offensiva o contiene dati di altre persone; chi l’ha scritta riceve ',
        strong('sempre'),
        ' il motivo.',
      ],
    ),
    quote(p('«La partecipazione è parte della decisione, non il suo ornamento.» (Statuto comunale, articolo 7)')),
  ),
});

const roles: Section = {
  id: 'ruoli',
  title: title('Ruoli e responsabilità', 'Roles and responsibilities', 'الأدوار والمسؤوليات'),
  body: italian(
    p(
      'La Giunta propone, il Consiglio comunale decide. L’Ufficio Ambiente esamina le osservazioni e prepara le ',
      term('controdeduzione', 'controdeduzioni'),
      '.',
    ),
    p(
      'Il Garante della partecipazione vigila sul rispetto del patto e riceve i reclami all’indirizzo ',
      link('mailto:garante@comune.pontelago.example', 'garante@comune.pontelago.example'),
      '.',
    ),
  ),
};

const answers = (days: number): Section => ({
  id: 'risposte',
  title: title('Risposte', 'Responses', 'الردود'),
  body: italian(
    p(`L’Amministrazione risponde per iscritto a ogni osservazione entro ${String(days)} giorni dalla chiusura della raccolta.`),
    p(
      'Ogni risposta dice se l’osservazione è accolta, accolta in parte, respinta o non pertinente, e ne dà le ragioni. Osservazioni simili possono avere una risposta comune.',
    ),
  ),
});

const privacy: Section = {
  id: 'riservatezza',
  title: title('Riservatezza', 'Privacy', 'الخصوصية'),
  body: italian(
    p(
      'Accanto a un’osservazione si vede soltanto il nickname. Il nome resta al Comune, che lo usa solo per controllare chi ha diritto di partecipare.',
    ),
  ),
};

/** Added by the second version. */
const accessibility: Section = {
  id: 'accessibilita',
  title: title('Accessibilità', 'Accessibility', 'إمكانية الوصول'),
  body: italian(
    p(
      'Tutti i documenti sono pubblicati in un formato leggibile con le tecnologie assistive. La sintesi è disponibile in italiano facile, in inglese e in arabo; i laboratori si tengono in luoghi senza barriere.',
    ),
  ),
};

export const firstSections: Section[] = [
  aims,
  goals,
  methods,
  rules('Per scrivere si accede una volta sola con la propria identità; il nickname si sceglie liberamente.'),
  roles,
  answers(90),
  privacy,
];

export const secondSections: Section[] = [
  aims,
  goals,
  methods,
  rules(
    'Per scrivere si accede con la propria identità; chi ha meno di 18 anni usa le credenziali del Comune. Il nickname si sceglie liberamente.',
  ),
  roles,
  answers(60),
  privacy,
  accessibility,
];
