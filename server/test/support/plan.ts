import type { Block } from '../../../src/model/richtext.js';
import { translations } from '../../../src/model/translations.js';
import type { DocumentContent, PassageContent } from '../../src/content/schema.js';

const short = (it: string, en: string) => translations({ it, en });
const paragraph = (text: string): Block => ({ type: 'paragraph', children: [text] });
const body = (text: string) => ({ lang: 'it', blocks: [paragraph(text)] });

const first: PassageContent[] = [
  {
    id: 'parte-1',
    kind: 'part',
    level: 1,
    label: { lang: 'it', text: 'Parte I' },
    title: short('Il parco', 'The park'),
    observable: false,
  },
  {
    id: 'art-1',
    kind: 'article',
    level: 2,
    label: short('Art. 1', 'Art. 1'),
    title: short('Alberi', 'Trees'),
    body: translations({ it: [paragraph('Si piantano cento alberi.')], en: [paragraph('A hundred trees are planted.')] }),
    plain: body('Ci saranno più alberi.'),
  },
  { id: 'art-2', kind: 'article', level: 2, title: { lang: 'en', text: 'Benches' } },
  { id: 'art-2.1', kind: 'comma', level: 3, label: { lang: 'it', text: 'comma 1' }, body: body('Ogni viale ha dieci panchine.') },
  {
    id: 'art-2.2',
    kind: 'comma',
    level: 3,
    label: { lang: 'it', text: 'comma 2' },
    body: body('Le panchine hanno uno schienale.'),
  },
  {
    id: 'allegato',
    kind: 'annex',
    level: 1,
    title: short('Allegato', 'Annex'),
    body: { lang: 'it', blocks: [{ type: 'heading', level: 1, children: ['Che cosa manca'] }, paragraph('La mappa.')] },
  },
];

/** An invented plan in which every part that a document can have is there: two versions, and a kind of passage of its own. */
export const plan: DocumentContent = {
  id: 'piano-parco',
  process: 'parco',
  title: short('Piano del parco', 'Plan of the park'),
  summary: translations({ it: [paragraph('Come sarà il parco.')], en: [paragraph('What the park will be like.')] }),
  url: 'https://comune.example/piano',
  kinds: [{ id: 'comma', label: short('Comma', 'Clause') }],
  versions: [
    { number: 1, status: 'superseded', date: '2026-10-01', passages: first },
    {
      number: 2,
      status: 'open',
      date: '2026-11-02',
      note: short('Un articolo in più.', 'One more article.'),
      passages: [
        ...first.slice(0, 5),
        { id: 'art-3', kind: 'article', level: 2, title: short('Fontana', 'Fountain'), body: body('C’è una fontana.'), changedBy: ['INC-2026-000001', 'INC-2026-000004'] },
        ...first.slice(5),
      ],
    },
  ],
}; // prettier-ignore

/** A plan with so many passages that nobody reads all of them at once. */
export function longPlan(passages: number): DocumentContent {
  const words = 'Il Comune pianta alberi, allarga i marciapiedi e dice ogni anno che cosa ha fatto. '.repeat(8).trim();
  const articles = Array.from({ length: passages - 1 }, (_, index): PassageContent => {
    const number = String(index + 1);
    return { id: `art-${number}`, kind: 'article', level: 2, label: { lang: 'it', text: `Art. ${number}` }, title: short(`Titolo ${number}`, `Title ${number}`), body: body(words) };
  }); // prettier-ignore
  const part: PassageContent = { id: 'parte-1', kind: 'part', level: 1, title: short('Tutto', 'All') };
  return {
    id: 'piano-lungo',
    process: 'parco',
    title: short('Lungo', 'Long'),
    versions: [{ number: 1, status: 'open', passages: [part, ...articles] }],
  };
}
