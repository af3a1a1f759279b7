import { passagesOf } from './data.js';

const all = passagesOf(Number(new URLSearchParams(location.search).get('count')));

const element = (name, words) => {
  const made = document.createElement(name);
  made.textContent = words;
  return made;
};

/** The same words as ours, by hand, all of them at once. */
const item = ({ id, level, label, title, body }) => {
  const made = document.createElement('section');
  made.id = id;
  made.append(
    element(`h${level + 1}`, `${label.text} ${title.text}`),
    ...body.blocks.map(({ children: [words] }) => element('p', words)),
  );
  return made;
};

globalThis.subject = {
  start() {
    document.querySelector('main').append(...all.map(item));
  },
  items: () => document.querySelectorAll('section').length,
  words: () => document.querySelectorAll('section p').length,
  passage: id => document.getElementById(id),
};
