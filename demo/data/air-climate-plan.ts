import type { DocumentSeed } from '../../src/backend/memory/seed.js';
import { translations } from '../../src/model/translations.js';
import { firstPassages, secondPassages } from './air-climate-plan-passages.js';
import { processPage } from './addresses.js';
import { p } from './text-builders.js';

/** The draft of the invented city's plan: as it was first published, and as it is open for observations. */
export const airClimatePlan: DocumentSeed = {
  id: 'piano-aria-clima',
  process: 'aria-clima',
  title: translations({
    it: 'Proposta di Piano Aria e Clima',
    en: 'Draft Air and Climate Plan',
    ar: 'مسودة خطة الهواء والمناخ',
  }),
  summary: translations({
    it: [
      p('Come Pontelago vuole avere aria più pulita e meno emissioni entro il 2035. Si può proporre di cambiare ogni articolo.'),
    ],
    en: [p('How Pontelago wants to have cleaner air and lower emissions by 2035. You can propose to change each article.')],
  }),
  url: `${processPage('aria-clima')}/proposta`,
  versions: [
    {
      number: 1,
      status: 'superseded',
      date: '2026-09-14',
      note: translations({ it: 'Il primo testo della Giunta.', en: 'The first text of the city executive.' }),
      passages: firstPassages,
    },
    {
      number: 2,
      status: 'open',
      date: '2026-11-02',
      note: translations({
        it: 'Corretto dopo gli incontri nei quartieri: strade scolastiche anche all’uscita, e un articolo sugli alberi.',
        en: 'Corrected after the meetings in the districts: school streets also when school ends, and an article on trees.',
      }),
      passages: secondPassages,
    },
  ],
};
