import { lines, summary, terms } from './data.js';

const all = lines(Number(new URLSearchParams(location.search).get('count')));

/** As a server gives it, without the way there: what is measured is the list alone. */
const observations = {
  can: { search: true },
  terms: async () => terms,
  summary: async () => summary(all.length),
  list: async (_, { cursor = '0', limit = 20 }) => {
    const [start, end] = [Number(cursor), Number(cursor) + limit];
    return { items: all.slice(start, end), total: all.length, ...(end < all.length && { next: String(end) }) };
  },
};

const widget = document.createElement('portico-observation-list');
const find = selector => widget.shadowRoot?.querySelectorAll(selector) ?? [];

/** What the bench does with a list; times are the page's own clock, in milliseconds. */
globalThis.subject = {
  start() {
    const backend = document.createElement('portico-backend');
    backend.backend = { locale: 'it', observations };
    widget.process = 'piano';
    backend.append(widget);
    document.querySelector('main').append(backend);
  },
  items: () => find('.item').length,
  all: () => find('#all')[0]?.click(),
};
