import { terms } from '../observation-list/data.js';

const text = value => ({ lang: 'it', text: value });

const sentence =
  'Entro il 2030 le strade vicine alle scuole sono chiuse alle auto negli orari di entrata e di uscita, e il Comune pubblica ogni anno quante lo sono.';

/** An invented article of about five thousand letters: the longest that a person will want to change in place. */
export const article = Array.from({ length: 7 }, (_, paragraph) =>
  Array.from({ length: 5 }, (__, index) => sentence.replace('2030', String(2026 + paragraph * 5 + index))).join(' '),
);

/** What a person types, letter by letter, with pauses as people make them. */
export const typed = 'Anche il sabato, e con un vigile il primo mese. ';

const passage = {
  id: 'art-1',
  kind: { value: 'article' },
  level: 1,
  label: text('Art. 1'),
  title: text('Strade scolastiche'),
  body: { lang: 'it', blocks: article.map(words => ({ type: 'paragraph', children: [words] })) },
};

const version = { number: 1, status: { value: 'open' }, date: '2026-11-02' };

export const backend = {
  locale: 'it',
  documents: {
    can: { versions: false },
    get: async () => ({
      id: 'piano',
      process: terms.process,
      title: text('Piano (testo inventato)'),
      version,
      versions: [version],
      contents: [{ id: 'art-1', kind: { value: 'article' }, level: 1, label: passage.label, title: passage.title }],
    }),
    passages: async () => ({ items: [passage] }),
  },
  observations: {
    can: { submit: true, search: true },
    terms: async () => ({ ...terms, signIn: false }),
    similar: async () => [],
  },
};
