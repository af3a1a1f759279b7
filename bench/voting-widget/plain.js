import { ballot, budget, options } from './data.js';

/** The same ballot written by hand: the same words, controls and styles, put into the page at once. */
const money = new Intl.NumberFormat('it', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
const euro = cents => money.format(cents / 100);
const main = document.querySelector('main');
const chosen = new Set();

const el = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

const row = ({ id, title, summary, cost, district, category }) =>
  el(
    'li',
    {
      class: 'option',
      'data-text': [title, summary, district.label, category.label].map(({ text }) => text.toLowerCase()).join(' '),
    },
    el('input', { type: 'checkbox', id, value: id, 'aria-describedby': `${id}-facts` }),
    el('label', { class: 'name', for: id }, title.text),
    el(
      'div',
      { class: 'facts', id: `${id}-facts` },
      el('span', { class: 'cost' }, euro(cost)),
      el('span', {}, district.label.text),
      el('span', {}, category.label.text),
    ),
    el('p', { class: 'what' }, summary.text),
  );

const choices = part => [...new Set(options.map(option => option[part].label.text))].sort().map(name => el('option', {}, name));

const css = `main{font:1em/1.55 sans-serif;display:grid;gap:2em;padding:1em}ul{padding:0;list-style:none}
.option{display:grid;grid-template-columns:auto minmax(0,1fr);gap:.2em .75em;padding:.75em;border-bottom:1px solid #d3dae1;content-visibility:auto;contain-intrinsic-size:auto 7em}
.option>:not(input,.name){grid-column:2}.option>input{width:1.5em;height:1.5em}.name{font-weight:600;min-height:44px;display:flex;align-items:center}
.facts{display:flex;gap:.1em 1em;flex-wrap:wrap;color:#4a5763}.cost{font-weight:700}.search{display:grid;gap:.75em;padding:1em;background:#f2f5f8}
.bar{position:sticky;bottom:0;padding:.75em 1em;border:2px solid #d3dae1;background:#fff}progress{width:100%}`;

globalThis.subject = {
  start() {
    const order = [...options].sort((one, other) => ((one.id.length * 7) % 3) - ((other.id.length * 7) % 3));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
    main.append(
      el('header', {}, el('p', {}, ballot.process.title.text), el('h2', {}, ballot.title.text), el('p', {}, ballot.about.text)),
      el('div', {}, el('h3', {}, 'Puoi votare?'), el('p', {}, 'Sì, puoi votare.')),
      el(
        'section',
        {},
        el('h3', {}, ballot.questions[0].title.text),
        el('p', {}, `Hai ${euro(budget)}. Scegli i progetti che ci stanno.`),
        el(
          'div',
          { class: 'search' },
          el('label', {}, 'Cerca ', el('input', { type: 'search', id: 'words' })),
          el('label', {}, 'Municipio ', el('select', {}, el('option', {}, 'Tutti'), ...choices('district'))),
          el('label', {}, 'Categoria ', el('select', {}, el('option', {}, 'Tutti'), ...choices('category'))),
        ),
        el('fieldset', {}, el('ul', {}, ...order.map(row))),
      ),
      el(
        'div',
        { class: 'bar' },
        el('p', {}, 'Il tuo voto non è ancora inviato'),
        el('p', { id: 'left' }, `Restano ${euro(budget)}`),
        el('progress', { max: budget, value: 0 }),
        el('button', {}, 'Controlla'),
      ),
    );
    main.addEventListener('change', ({ target }) => {
      if (target.type !== 'checkbox') return;
      if (target.checked) chosen.add(target.value);
      else chosen.delete(target.value);
      target.closest('li').classList.toggle('chosen', target.checked);
      const spent = options.reduce((sum, { id, cost }) => sum + (chosen.has(id) ? cost : 0), 0);
      document.querySelector('#left').textContent = `Restano ${euro(budget - spent)}`;
      document.querySelector('progress').value = spent;
    });
    document.querySelector('#words').addEventListener('input', ({ target }) => {
      for (const item of document.querySelectorAll('.option'))
        item.hidden = !item.dataset.text.includes(target.value.toLowerCase());
    });
  },
  items: () => document.querySelectorAll('.option:not([hidden])').length,
  left: () => document.querySelector('#left').textContent,
  choose: at => document.querySelectorAll('.option input')[at].click(),
  search(words) {
    const field = document.querySelector('#words');
    field.value = words;
    field.dispatchEvent(new Event('input'));
  },
};
