import { ballot } from './data.js';

/** As a server gives it, without the way there: what is measured is the ballot alone. */
const ballots = {
  can: { vote: true, results: true, log: true },
  get: async () => ballot,
  own: async () => ({ verification: { status: { value: 'granted' }, refusals: [] }, voted: 'no' }),
};
const session = {
  can: { signIn: true },
  current: async () => ({ type: 'signed-out' }),
  signInUrl: () => '#',
  watch: () => () => undefined,
};

const widget = document.createElement('portico-voting-widget');
const inside = selector => widget.shadowRoot?.querySelectorAll(selector) ?? [];

globalThis.subject = {
  start() {
    const backend = document.createElement('portico-backend');
    backend.backend = { locale: 'it', session, ballots };
    widget.ballot = 'bilancio';
    backend.append(widget);
    document.querySelector('main').append(backend);
  },
  items: () => inside('.options li').length,
  left: () => inside('#left')[0]?.textContent ?? '',
  choose: at => inside('.options li input')[at].click(),
  search(words) {
    const [field] = inside('#words');
    field.value = words;
    field.dispatchEvent(new Event('input'));
  },
};
