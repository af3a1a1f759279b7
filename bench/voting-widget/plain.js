import { ballot, budget, options } from './data.js';

/** The same ballot written by hand: the same words, controls and styles, put into the page at once. */
const money = new Intl.NumberFormat('it', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
const euro = cents => money.format(cents / 100);
const main = document.querySelector('main');
const chosen = new Set();

const row = ({ id, title, summary, cost, district, category }) => `<li class="option" data-text="${`${title.text} ${
  summary.text
} ${district.label.text} ${category.label.text}`.toLowerCase()}">
  <input type="checkbox" id="${id}" value="${id}" aria-describedby="${id}-facts"><label class="name" for="${id}">${title.text}</label>
  <div class="facts" id="${id}-facts"><span class="cost">${euro(cost)}</span><span>${district.label.text}</span><span>${category.label.text}</span></div>
  <p class="what">${summary.text}</p></li>`;

const choices = part =>
  [...new Set(options.map(option => option[part].label.text))]
    .sort()
    .map(name => `<option>${name}</option>`)
    .join('');

const css = `main{font:1em/1.55 sans-serif;display:grid;gap:2em;padding:1em}ul{padding:0;list-style:none}
.option{display:grid;grid-template-columns:auto minmax(0,1fr);gap:.2em .75em;padding:.75em;border-bottom:1px solid #d3dae1;content-visibility:auto;contain-intrinsic-size:auto 7em}
.option>:not(input,.name){grid-column:2}.option>input{width:1.5em;height:1.5em}.name{font-weight:600;min-height:44px;display:flex;align-items:center}
.facts{display:flex;gap:.1em 1em;flex-wrap:wrap;color:#4a5763}.cost{font-weight:700}.search{display:grid;gap:.75em;padding:1em;background:#f2f5f8}
.bar{position:sticky;bottom:0;padding:.75em 1em;border:2px solid #d3dae1;background:#fff}progress{width:100%}`;

globalThis.subject = {
  start() {
    const order = [...options].sort((one, other) => ((one.id.length * 7) % 3) - ((other.id.length * 7) % 3));
    main.innerHTML = `<style>${css}</style><header><p>${ballot.process.title.text}</p><h2>${ballot.title.text}</h2><p>Aperta</p><p>${ballot.about.text}</p></header>
<div class="you"><h3>Puoi votare?</h3><p>Sì, puoi votare.</p></div>
<section><h3>${ballot.questions[0].title.text}</h3><p>Hai ${euro(budget)}. Scegli i progetti che ci stanno.</p>
<div class="search"><label>Cerca <input type="search" id="words"></label><label>Municipio <select><option>Tutti</option>${choices('district')}</select></label><label>Categoria <select><option>Tutti</option>${choices('category')}</select></label></div>
<fieldset><ul>${order.map(row).join('')}</ul></fieldset></section>
<div class="bar"><p>Il tuo voto non è ancora inviato</p><p id="left">Restano ${euro(budget)}</p><progress max="${budget}" value="0"></progress><button>Controlla</button></div>`;
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
