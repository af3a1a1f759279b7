/** What links say when nobody chose other words, by widget and language. Words of a snippet, not of a widget: no release changes them. */
export const linkTexts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  document: {
    it: 'Leggi il documento in consultazione',
    en: 'Read the document under consultation',
    ar: 'اقرأ الوثيقة المطروحة للمشاركة',
  },
  follow: {
    it: 'Vedi che cosa ne è stato della tua osservazione',
    en: 'See what became of your observation',
    ar: 'اطّلع على ما آلت إليه ملاحظتك',
  },
  'observation-form': {
    it: 'Scrivi un’osservazione',
    en: 'Make an observation',
    ar: 'اكتب ملاحظة',
  },
  'observation-list': {
    it: 'Leggi le osservazioni di tutti',
    en: 'Read everybody’s observations',
    ar: 'اقرأ ملاحظات الجميع',
  },
  'pact-viewer': {
    it: 'Leggi il patto di partecipazione',
    en: 'Read the participation pact',
    ar: 'اقرأ ميثاق المشاركة',
  },
  receipt: {
    it: 'Controlla la ricevuta del tuo voto',
    en: 'Check the receipt of your vote',
    ar: 'تحقق من إيصال تصويتك',
  },
  'voting-widget': {
    it: 'Leggi che cosa si vota e vota',
    en: 'Read what is put to the vote, and vote',
    ar: 'اقرأ ما يُطرح للتصويت وصوّت',
  },
};

/** The words for a widget in a language, or in the language without its region and variants; nothing when there are none. */
export function defaultText(widget: string, lang: string): string | undefined {
  const texts = Object.hasOwn(linkTexts, widget) ? linkTexts[widget] : undefined;
  return texts?.[lang.toLowerCase()] ?? texts?.[lang.toLowerCase().split('-')[0] ?? ''];
}

/** Words as they can stand in a link: on one line, since a blank line ends a paragraph in most editors. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
