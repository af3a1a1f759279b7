import { lines } from './data.js';

const all = lines(Number(new URLSearchParams(location.search).get('count')));
const list = document.createElement('ol');
const date = new Intl.DateTimeFormat('it', { dateStyle: 'long' });

const element = (name, words, className = '') => {
  const made = document.createElement(name);
  made.textContent = words;
  made.className = className;
  return made;
};

/** The same words as ours, by hand, all of them at once. */
const item = ({ reference, title, excerpt, passageName, author, receivedAt, state }) => {
  const made = document.createElement('li');
  made.className = 'item';
  const heading = document.createElement('h4');
  const link = element('a', title.text);
  link.href = `#${reference}`;
  heading.append(link);
  made.append(
    element('p', `${reference} ${state.value}`),
    heading,
    element('p', excerpt.text),
    element('p', `${passageName.text} · ${author} · ${date.format(new Date(receivedAt))}`),
  );
  return made;
};

globalThis.subject = {
  start() {
    list.append(...all.map(item));
    document.querySelector('main').append(list);
  },
  items: () => list.children.length,
  all: () => undefined,
};
