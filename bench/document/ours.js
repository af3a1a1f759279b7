import { terms } from '../observation-list/data.js';
import { passagesOf } from './data.js';

const all = passagesOf(Number(new URLSearchParams(location.search).get('count')));
const version = { number: 1, status: { value: 'open' }, date: '2026-11-02' };

/** As a server gives it, without the way there: what is measured is the document alone. */
const documents = {
  can: { versions: false },
  get: async () => ({
    id: 'piano',
    process: terms.process,
    title: { lang: 'it', text: 'Piano (testo inventato)' },
    version,
    versions: [version],
    contents: all.map(({ id, kind, level, label, title }) => ({ id, kind, level, label, title })),
  }),
  passages: async (_, { cursor, from, limit = 20 } = {}) => {
    const start = from === undefined ? Number(cursor ?? 0) : all.findIndex(({ id }) => id === from);
    const end = start + limit;
    return { items: all.slice(start, end), ...(end < all.length && { next: String(end) }) };
  },
};

const widget = document.createElement('portico-document');
const find = selector => widget.shadowRoot?.querySelectorAll(selector) ?? [];

globalThis.subject = {
  start() {
    const backend = document.createElement('portico-backend');
    backend.backend = { locale: 'it', documents };
    widget.document = 'piano';
    backend.append(widget);
    document.querySelector('main').append(backend);
  },
  items: () => find('[data-passage]').length,
  words: () => find('[data-passage] p').length,
  passage: id => find(`[data-passage="${id}"]`)[0],
};
