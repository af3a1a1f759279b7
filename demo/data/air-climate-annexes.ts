import { translations } from '../../src/model/translations.js';
import type { PactVersionSeed } from '../../src/backend/memory/seed.js';
import { file } from './addresses.js';

/** The words of the pact that need explaining, whatever the version. */
export const airClimateGlossary: NonNullable<PactVersionSeed['glossary']> = [
  {
    id: 'osservazione',
    term: translations({ it: 'Osservazione', en: 'Observation' }),
    definition: translations({
      it: 'Un contributo scritto e ufficiale su una parte della proposta: una nota, un altro testo o una proposta nuova. Riceve un numero di protocollo e una risposta.',
      en: 'A written, official contribution on a part of the draft: a remark, other wording or a new proposal. It gets a reference number and a response.',
    }),
  },
  {
    id: 'controdeduzione',
    term: translations({ it: 'Controdeduzione', en: 'Response (controdeduzione)' }),
    definition: translations({
      it: 'La risposta scritta del Comune a un’osservazione. Dice se è accolta, accolta in parte, respinta o non pertinente, e spiega perché.',
      en: 'The city’s written answer to an observation. It says whether it is accepted, accepted in part, rejected or not pertinent, and why.',
    }),
  },
  {
    id: 'spid',
    term: translations({ it: 'SPID', en: 'SPID' }),
    definition: translations({
      it: 'Sistema Pubblico di Identità Digitale: nome utente e password, uguali per tutti i servizi pubblici online in Italia.',
      en: 'Italy’s public digital identity: one user name and password for all public services online.',
    }),
  },
  {
    id: 'cie',
    term: translations({ it: 'CIE', en: 'CIE' }),
    definition: translations({
      it: 'Carta d’Identità Elettronica: la tessera con il chip, che permette anche di accedere ai servizi online.',
      en: 'Electronic identity card: the card with a chip, which also signs you in to online services.',
    }),
  },
  {
    id: 'city-user',
    term: translations({ it: 'City User', en: 'City User' }),
    definition: translations({
      it: 'Chi non abita in città ma ha con essa un legame stabile: studio, lavoro o cura di un familiare. Lo dichiara la persona stessa; la dichiarazione vale un anno.',
      en: 'Somebody who does not live in the city but has a steady tie with it: study, work or the care of a relative. People declare it themselves; it is valid for one year.',
    }),
  },
  {
    id: 'delibera',
    term: translations({ it: 'Delibera', en: 'Resolution (delibera)' }),
    definition: translations({
      it: 'L’atto con cui la Giunta o il Consiglio comunale prende una decisione. È pubblica e si legge all’albo pretorio online.',
      en: 'The act by which the city’s executive or the City Council takes a decision. It is public and can be read on the online notice board.',
    }),
  },
];

/** What can be downloaded. Titles of files are in the language of the file. */
export const airClimateAttachments: NonNullable<PactVersionSeed['attachments']> = [
  {
    title: { lang: 'it', text: 'Proposta di Piano Aria e Clima, testo completo' },
    url: file('aria-clima/proposta-piano.pdf'),
    format: 'PDF',
    bytes: 2_400_000,
    lang: 'it',
  },
  {
    title: { lang: 'it', text: 'Qualità dell’aria: medie giornaliere 2021-2025' },
    url: file('aria-clima/qualita-aria-2021-2025.csv'),
    format: 'CSV',
    bytes: 38_000,
    lang: 'it',
  },
  {
    title: { lang: 'en', text: 'The Plan in easy-to-read English' },
    url: file('aria-clima/plan-easy-to-read.pdf'),
    format: 'PDF',
    bytes: 612_000,
    lang: 'en',
  },
  {
    title: { lang: 'it', text: 'Modulo per presentare un’osservazione su carta' },
    url: file('aria-clima/modulo-osservazione.odt'),
    format: 'ODT',
    bytes: 54_300,
    lang: 'it',
  },
];

/** What is said before somebody accepts the pact. */
export const airClimateAcceptance: NonNullable<PactVersionSeed['acceptance']> = {
  statement: translations({
    it: 'Ho letto il patto e lo accetto: presento osservazioni con le mie ragioni, rispetto le altre persone e so che decide il Consiglio comunale.',
    en: 'I have read the pact and I accept it: I make observations with my reasons, I respect other people, and I know that the City Council decides.',
    ar: 'قرأت الميثاق وأقبله: أقدّم ملاحظات مع أسبابها، وأحترم الآخرين، وأعلم أن القرار للمجلس البلدي.',
  }),
  privacy: {
    published: translations({
      it: 'Nulla. L’accettazione non è pubblica; accanto alle tue osservazioni tutti vedono solo il nickname.',
      en: 'Nothing. Your acceptance is not public; next to your observations everybody sees only the nickname.',
      ar: 'لا شيء. قبولك غير علني؛ ولا يرى الآخرون بجانب ملاحظاتك إلا الاسم المستعار.',
    }),
    kept: translations({
      it: 'Versione accettata, data e ora, fino a dodici mesi dopo la pubblicazione delle risposte.',
      en: 'The version you accepted, the date and the time, until twelve months after the responses are published.',
      ar: 'النسخة التي قبلتها والتاريخ والساعة، حتى اثني عشر شهرًا بعد نشر الردود.',
    }),
    erasure: translations({
      it: 'Puoi ritirare l’accettazione e chiedere la cancellazione allo Sportello Partecipa o a privacy@comune.pontelago.example.',
      en: 'You can withdraw your acceptance and ask for erasure at the participation desk or at privacy@comune.pontelago.example.',
      ar: 'يمكنك سحب قبولك وطلب الحذف من مكتب المشاركة أو عبر privacy@comune.pontelago.example.',
    }),
  },
};
