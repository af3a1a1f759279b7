import { anyOf, date, minutes, size } from './formats.js';
import { phases } from './phases.js';
import { blocksOf, escaped, link } from './rich-text.js';
import { identities, roles, statuses, ties } from './words.js';

const section = (title, content, name) => `<section${name ? ` class="pact-${name}"` : ''}><h3>${title}</h3>${content}</section>`;

const list = items => `<ul>${items.map(({ text }) => `<li>${escaped(text)}</li>`).join('')}</ul>`;

const facts = pairs => `<dl>${pairs.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl>`;

const act = ({ kind, number, date: day, url }) => link(url, `${escaped(kind.text)} n. ${escaped(number)} del ${date(day)}`);

const readingTime = blocks => minutes(JSON.stringify(blocks).split(' ').length);

const header = ({
  version,
  process,
}) => `<header><p>Patto di partecipazione <span class="pact-badge">${statuses[version.status.value]}</span></p>
  <h2>${escaped(version.title.text)}</h2>${facts([
    ['Versione', version.number],
    ['Adottato con', act(version.act)],
    ['Processo', link(process.url, escaped(process.title.text))],
    ['Decide', escaped(process.administration.text)],
  ])}<p><button type="button">Stampa</button></p></header>`;

const who = ({ eligibility: { minAge, ties: bonds, identity } }, signIn) =>
  section(
    'Chi può partecipare',
    facts([
      ['Età', `da ${minAge} anni in su`],
      ['Legame con la città', anyOf(bonds.map(({ value }) => ties[value]))],
      ['Identità', anyOf(identity.map(({ value }) => identities[value]))],
    ]) +
      `<div class="pact-you"><h4>E tu?</h4><p>Leggere è libero. Per partecipare bisogna accedere.</p>${link(signIn, 'Accedi')}</div>`,
  );

const party = ({ role, name, gives, gets }) =>
  `<tr><th scope="row">${escaped(name.text)} <span>${roles[role.value]}</span></th><td><b>Dà</b>${list(gives)}</td><td><b>Riceve</b>${list(gets)}</td></tr>`;

const parties = all =>
  section(
    'Chi dà e chi riceve',
    `<table><thead><tr><th scope="col">Parte</th><th scope="col">Dà</th><th scope="col">Riceve</th></tr></thead><tbody>${all
      .map(party)
      .join('')}</tbody></table>`,
  );

const fullText = (sections, glossary) =>
  `<details><summary>Testo completo <small>${readingTime(sections)}</small></summary>${sections
    .map(({ title, body }) => `<section><h4>${escaped(title.text)}</h4>${blocksOf(body.blocks, glossary)}</section>`)
    .join('')}</details>`;

const versions = all =>
  `<details><summary>Tutte le versioni <small>${all.length}</small></summary><ul>${all
    .map(each => `<li>Versione ${each.number}, ${statuses[each.status.value]}: ${act(each.act)}</li>`)
    .join('')}</ul></details>`;

const documents = all =>
  section(
    'Documenti',
    `<ul>${all
      .map(({ title, url, format, bytes }) => `<li>${link(url, `${escaped(title.text)} (${format}, ${size(bytes)})`)}</li>`)
      .join('')}</ul>`,
  );

/**
 * A pact as HTML, with all that the widget shows. The page that a server renders and the one that a script fills are made by it, so that
 * they are the same.
 *
 * @param pact - As the API gives it.
 * @param signIn - Where to sign in.
 */
export function render(pact, signIn) {
  const { version, process, versions: all } = pact;
  const glossary = Object.fromEntries(version.glossary.map(({ id, definition }) => [id, definition.text]));
  return `${header(pact)}
    ${section('In breve', `<p>${readingTime(version.brief.blocks)}</p>${blocksOf(version.brief.blocks, glossary)}`, 'brief')}
    ${section('Che cosa si decide', list(version.decided), 'decided')}
    ${section('Che cosa non si decide', list(version.notDecided), 'not-decided')}
    ${section('Fasi e tempi', phases(process, new Date(pact.asOf)))}
    ${who(version, signIn)}${parties(version.parties)}
    ${fullText(version.sections, glossary)}${versions(all)}${documents(version.attachments)}`;
}
