import { Problem } from '../problems/problem.js';
import { html, type Html } from '../pages/html.js';
import type { StaffKey, StaffSpeaker } from './staff-words.js';

/** What a form says when what it sent was refused. Anything but a refusal goes on as an error. */
export function refusalOf(error: unknown, t: StaffSpeaker): Html {
  if (!(error instanceof Problem)) throw error;
  return html`<div role="alert" class="stack">
    <p><strong>${t('error.heading')}</strong></p>
    <p>${sentence(error, t)}</p>
  </div>`;
}

const fieldTexts: Readonly<Record<string, StaffKey>> = {
  kind: 'paper.kind',
  title: 'paper.name',
  text: 'paper.text',
  wording: 'paper.wording',
  theme: 'paper.theme',
  place: 'paper.location',
  lang: 'paper.lang',
  subject: 'paper.passage',
  'onBehalf/source': 'paper.source',
  'onBehalf/place': 'paper.place',
  'onBehalf/on': 'paper.on',
};

/** What the fields are called on the page. A path that has no name there is said as it is. */
function namesOf(fields: Problem['fields'], t: StaffSpeaker): string {
  const names = fields.map(({ pointer }) => {
    const path = pointer.replace(/^\//, '').replaceAll('.', '/');
    const key = fieldTexts[path] ?? fieldTexts[path.split('/')[0] ?? ''];
    return key ? t(key) : path;
  });
  return [...new Set(names)].join(', ');
}

function sentence({ problem, fields }: Problem, t: StaffSpeaker): string {
  switch (problem) {
    case 'invalid-fields':
      return t('error.invalid-fields', { fields: namesOf(fields, t) });
    case 'not-asked':
      return t('error.not-asked');
    case 'text-changed':
      return t('error.text-changed');
    case 'not-entitled':
      return t('error.not-entitled');
    default:
      return t('error.other');
  }
}
