import { date, dateRange, daysTo } from './formats.js';
import { escaped, link } from './rich-text.js';
import { phaseKinds, phaseStatuses } from './words.js';

const dates = ({ start, end }) => (start && end ? dateRange(start, end) : date(start ?? end));

const way = (label, text) => (text ? `<p><strong>${label}</strong> ${escaped(text.text)}</p>` : '');

/** The phases of a process, in their order. */
export function phases({ phases: all }, now) {
  const current = all.findIndex(({ active }) => active);
  const items = all.map((phase, index) => {
    const status = index < current ? 'past' : index === current ? 'active' : 'upcoming';
    const left = status === 'active' ? `<p class="pact-left">Ancora ${daysTo(phase.end, now)} giorni</p>` : '';
    const more = phase.url ? link(phase.url, 'Vai alla pagina della fase') : '';
    const calendar = status === 'past' ? '' : '<button type="button">Aggiungi al calendario</button>';
    return `<li class="pact-${status}"><p>${phaseKinds[phase.kind.value]} <span class="pact-badge">${phaseStatuses[status]}</span></p>
      <h4>${escaped(phase.title.text)}</h4><p><strong>${dates(phase)}</strong></p>${left}
      ${way('Online', phase.online)}${way('Di persona', phase.inPerson)}<p>${more} ${calendar}</p></li>`;
  });
  return `<ol class="pact-phases">${items.join('')}</ol>`;
}
