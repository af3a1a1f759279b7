import type { PassageSeed } from '../../src/backend/memory/seed.js';
import type { Block } from '../../src/model/richtext.js';
import { translations } from '../../src/model/translations.js';
import { it, italian, list, p, table } from './text-builders.js';

type Title = [italian: string, english: string, arabic: string];

const heading = (kind: 'part' | 'chapter', level: number, id: string, label: string, [ita, en, ar]: Title): PassageSeed => ({
  id,
  kind,
  level,
  label: it(label),
  title: translations({ it: ita, en, ar }),
  observable: false,
});

const article = (
  level: number,
  number: number,
  [ita, en, ar]: Title,
  { body = [], ...more }: Partial<Omit<PassageSeed, 'body'>> & { body?: Block[] },
): PassageSeed => ({
  id: `art-${String(number)}`,
  kind: 'article',
  level,
  label: it(`Art. ${String(number)}`),
  title: translations({ it: ita, en, ar }),
  ...(body.length > 0 && { body: italian(...body) }),
  ...more,
});

const principles: PassageSeed[] = [
  heading('part', 1, 'parte-1', 'Parte I', ['Principi', 'Principles', 'المبادئ']),
  article(2, 1, ['Finalità', 'Aims', 'الأهداف'], {
    observations: 4,
    body: [
      p('Il Piano riduce l’inquinamento dell’aria e le emissioni che cambiano il clima nel territorio di Pontelago.'),
      p('Entro il 2035 le emissioni sono dimezzate rispetto al 2015. Ogni anno il Comune pubblica a che punto è.'),
    ],
    plain: translations({
      it: [p('Il Comune vuole aria più pulita. Nel 2035 vuole la metà delle emissioni del 2015.')],
      en: [p('The city wants cleaner air. In 2035 it wants half of the emissions of 2015.')],
    }),
  }),
  article(2, 2, ['Definizioni', 'Definitions', 'التعريفات'], {
    body: [
      p('Nel Piano si intende per:'),
      list(
        'strada scolastica: la strada davanti a una scuola, chiusa alle auto quando gli alunni entrano ed escono;',
        'zona a traffico limitato: le strade in cui entra in auto soltanto chi ne ha diritto;',
        'osservazione: ciò che una persona propone su una parte di questo testo.',
      ),
    ],
  }),
];

/** School streets are what people in the meetings asked to change. */
const schoolStreets = (hours: string, changedBy: string[]): PassageSeed =>
  article(3, 3, ['Strade scolastiche', 'School streets', 'شوارع المدارس'], {
    observations: 17,
    changedBy,
    body: [
      p(`Davanti a ogni scuola primaria la strada è chiusa alle auto ${hours}.`),
      p('Passano sempre i residenti, i mezzi di soccorso e chi accompagna una persona con disabilità.'),
    ],
    plain: translations({
      it: [p('Quando i bambini entrano a scuola ed escono, le auto non passano. Chi abita lì passa.')],
      en: [p('When children come to school and leave it, cars do not pass. Residents do.')],
    }),
  });

const paragraph = (id: string, label: string, observations: number, words: string): PassageSeed => ({
  id,
  kind: 'paragraph',
  level: 4,
  label: it(label),
  observations,
  body: italian(p(words)),
});

const streets: PassageSeed[] = [
  article(3, 4, ['Zona a traffico limitato', 'Limited traffic zone', 'منطقة المرور المحدود'], { observations: 2 }),
  paragraph(
    'art-4.1',
    'comma 1',
    9,
    'Il centro storico è zona a traffico limitato, dalle 7.30 alle 19.30, dal lunedì al sabato.',
  ),
  paragraph('art-4.2', 'comma 2', 0, 'Chi lavora di notte e non ha altri mezzi riceve un permesso gratuito.'),
];

const movement = [
  heading('part', 1, 'parte-2', 'Parte II', ['Muoversi', 'Getting about', 'التنقل']),
  heading('chapter', 2, 'capo-1', 'Capo 1', ['Strade e piazze', 'Streets and squares', 'الشوارع والساحات']),
];

const transport: PassageSeed[] = [
  heading('chapter', 2, 'capo-2', 'Capo 2', ['Trasporto pubblico', 'Public transport', 'النقل العام']),
  article(3, 5, ['Autobus e battello', 'Bus and boat', 'الحافلة والقارب'], {
    observations: 6,
    body: [
      p('Dal 2028 la linea 3 passa ogni dieci minuti fino alle 21, e il battello fra le due rive ogni mezz’ora.'),
      p('Chi ha meno di 19 anni viaggia gratis.'),
    ],
  }),
];

const homes: PassageSeed[] = [
  heading('part', 1, 'parte-3', 'Parte III', ['Abitare', 'Living', 'السكن']),
  article(2, 6, ['Caldaie', 'Boilers', 'سخانات التدفئة'], {
    observations: 11,
    body: [
      p('Il Comune paga fino a metà della spesa a chi cambia una caldaia a gas con una pompa di calore.'),
      p('Le famiglie con un ISEE fino a 20.000 euro ricevono l’intera spesa, prima di fare i lavori.'),
    ],
  }),
];

/** New in the second version. */
const trees = article(2, 7, ['Alberi', 'Trees', 'الأشجار'], {
  observations: 3,
  changedBy: ['INC-2026-000021', 'INC-2026-000034'],
  body: [p('Entro il 2030 si piantano diecimila alberi, i primi nelle strade dove d’estate fa più caldo.')],
});

const annex: PassageSeed = {
  id: 'allegato-a',
  kind: 'annex',
  level: 1,
  label: it('Allegato A'),
  title: translations({ it: 'Che cosa si misura', en: 'What is measured', ar: 'ما الذي يُقاس' }),
  body: italian(
    table(
      'Valori di partenza e di arrivo',
      ['Che cosa', '2025', '2035'],
      ['Giorni con troppe polveri sottili', '38', '10'],
      ['Spostamenti in auto, su cento', '61', '40'],
      ['Alberi nelle strade', '22.400', '32.400'],
    ),
  ),
};

export const firstPassages: PassageSeed[] = [
  ...principles,
  ...movement,
  schoolStreets('per mezz’ora all’entrata', []),
  ...streets,
  ...transport,
  ...homes,
  annex,
];

export const secondPassages: PassageSeed[] = [
  ...principles,
  ...movement,
  schoolStreets('per mezz’ora all’entrata e per mezz’ora all’uscita', ['INC-2026-000008']),
  ...streets,
  ...transport,
  ...homes,
  trees,
  annex,
];
