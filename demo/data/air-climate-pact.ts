import type { PactSeed, PactVersionSeed } from '../../src/backend/memory/seed.js';
import { translations } from '../../src/model/translations.js';
import { actPage, pactPage } from './addresses.js';
import { airClimateAcceptance, airClimateAttachments, airClimateGlossary } from './air-climate-annexes.js';
import { airClimateParties } from './air-climate-parties.js';
import { firstSections, secondSections } from './air-climate-sections.js';
import { p, strong, term } from './text-builders.js';

const resolution = translations({
  it: 'Deliberazione della Giunta comunale',
  en: 'Resolution of the city executive',
  ar: 'قرار اللجنة التنفيذية للبلدية',
});

const decided = [
  translations({
    it: 'Dove creare zone a traffico limitato e strade scolastiche, e con quali orari',
    en: 'Where to create limited traffic zones and school streets, and with which hours',
    ar: 'أين تُنشأ مناطق المرور المحدود وشوارع المدارس، وفي أي ساعات',
  }),
  translations({
    it: 'Quali edifici pubblici riqualificare per primi',
    en: 'Which public buildings to renovate first',
    ar: 'أي المباني العامة تُجدَّد أولًا',
  }),
  translations({
    it: 'Come aiutare le famiglie con meno reddito a cambiare caldaia e auto',
    en: 'How to help households with lower incomes to change their boiler and car',
    ar: 'كيف تُساعَد الأسر ذات الدخل الأدنى على تغيير المدفأة والسيارة',
  }),
  translations({
    it: 'Dove piantare i prossimi diecimila alberi',
    en: 'Where to plant the next ten thousand trees',
    ar: 'أين تُزرع العشرة آلاف شجرة القادمة',
  }),
];

const notDecided = [
  translations({
    it: 'I limiti di legge sulla qualità dell’aria, che sono fissati dallo Stato e dall’Europa',
    en: 'The legal limits for air quality, which are set by the State and by Europe',
    ar: 'الحدود القانونية لجودة الهواء، التي تضعها الدولة وأوروبا',
  }),
  translations({
    it: 'L’obiettivo di dimezzare le emissioni entro il 2035, già deciso dal Consiglio comunale',
    en: 'The aim to halve emissions by 2035, which the City Council has already decided',
    ar: 'هدف خفض الانبعاثات إلى النصف بحلول عام 2035، وقد قرّره المجلس البلدي',
  }),
  translations({
    it: 'Le tariffe del trasporto regionale',
    en: 'The fares of regional transport',
    ar: 'أسعار النقل الإقليمي',
  }),
];

const common = {
  title: translations({
    it: 'Patto di partecipazione al Piano Aria e Clima',
    en: 'Participation pact for the Air and Climate Plan',
    ar: 'ميثاق المشاركة في خطة الهواء والمناخ',
  }),
  glossary: airClimateGlossary,
  acceptance: airClimateAcceptance,
};

const identity: PactVersionSeed['eligibility']['identity'] = ['spid', 'cie', 'municipal-account', 'in-person'];

const first: PactVersionSeed = {
  ...common,
  number: 1,
  status: 'superseded',
  act: { kind: resolution, number: '187', date: '2026-07-09', url: actPage(187, 2026) },
  decided: decided.slice(0, 3),
  notDecided,
  brief: translations({
    it: [
      p(
        'Pontelago scrive un Piano per avere aria più pulita. Prima che il Consiglio comunale decida, puoi dire la tua su ogni parte del testo.',
      ),
      p('Il Comune risponde per iscritto a tutte le ', term('osservazione', 'osservazioni'), ' entro 90 giorni.'),
    ],
    en: [
      p(
        'Pontelago is writing a plan for cleaner air. Before the City Council decides, you can have your say on every part of the text.',
      ),
      p('The city answers all ', term('osservazione', 'observations'), ' in writing within 90 days.'),
    ],
    ar: [
      p('تكتب بونتيلاغو خطة من أجل هواء أنقى. قبل أن يقرّر المجلس البلدي يمكنك أن تقول رأيك في كل جزء من النص.'),
      p('تردّ البلدية كتابيًا على كل الملاحظات خلال 90 يومًا.'),
    ],
  }),
  sections: firstSections,
  parties: airClimateParties(90),
  eligibility: { minAge: 18, ties: ['resident'], identity },
  attachments: airClimateAttachments.slice(0, 2),
};

const second: PactVersionSeed = {
  ...common,
  number: 2,
  status: 'in-force',
  act: { kind: resolution, number: '241', date: '2026-10-22', url: actPage(241, 2026) },
  note: translations({
    it: 'Dopo le richieste delle scuole: si partecipa da 16 anni, anche senza risiedere in città, e le risposte arrivano prima.',
    en: 'As the schools asked: one takes part from the age of 16, also without living in the city, and responses come sooner.',
    ar: 'بناءً على طلب المدارس: المشاركة من عمر 16 سنة، حتى لغير المقيمين، والردود تصل أسرع.',
  }),
  decided,
  notDecided,
  brief: translations({
    it: [
      p(
        'Pontelago scrive un Piano per avere aria più pulita e meno emissioni. Prima che il Consiglio comunale decida, puoi dire la tua su ogni parte del testo, ',
        strong('fino al 18 dicembre 2026'),
        '.',
      ),
      p(
        'Puoi partecipare da 16 anni in su, se abiti, studi o lavori in città. Il Comune risponde per iscritto a tutte le ',
        term('osservazione', 'osservazioni'),
        ' entro 60 giorni e spiega le sue ragioni.',
      ),
      p('Decide il Consiglio comunale. Le risposte dicono che cosa è cambiato grazie a chi ha partecipato.'),
    ],
    en: [
      p(
        'Pontelago is writing a plan for cleaner air and lower emissions. Before the City Council decides, you can have your say on every part of the text, ',
        strong('until 18 December 2026'),
        '.',
      ),
      p(
        'You can take part from the age of 16, if you live, study or work in the city. The city answers all ',
        term('osservazione', 'observations'),
        ' in writing within 60 days and gives its reasons.',
      ),
      p('The City Council decides. The responses say what changed thanks to those who took part.'),
    ],
    ar: [
      p(
        'تكتب بونتيلاغو خطة من أجل هواء أنقى وانبعاثات أقل. قبل أن يقرّر المجلس البلدي يمكنك أن تقول رأيك في كل جزء من النص، ',
        strong('حتى 18 ديسمبر 2026'),
        '.',
      ),
      p(
        'يمكنك المشاركة من عمر 16 سنة إذا كنت تسكن أو تدرس أو تعمل في المدينة. تردّ البلدية كتابيًا على كل الملاحظات خلال 60 يومًا وتشرح أسبابها.',
      ),
      p('القرار للمجلس البلدي. وتقول الردود ما الذي تغيّر بفضل المشاركين.'),
    ],
  }),
  sections: secondSections,
  parties: airClimateParties(60),
  eligibility: { minAge: 16, ties: ['resident', 'city-user'], identity },
  attachments: airClimateAttachments,
};

/** A pact with one version that was superseded and one that is in force and asks to be accepted. */
export const airClimatePact: PactSeed = {
  id: 'aria-clima-2026',
  process: 'aria-clima',
  url: pactPage('aria-clima-2026'),
  versions: [first, second],
};
