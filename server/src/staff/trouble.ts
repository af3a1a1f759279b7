import { Problem } from '../problems/problem.js';
import { html, type Html } from '../pages/html.js';
import type { StaffSpeaker } from './staff-words.js';

/** What a form says when what it sent was refused. Anything but a refusal goes on as an error. */
export function refusalOf(error: unknown, t: StaffSpeaker): Html {
  if (!(error instanceof Problem)) throw error;
  return html`<div role="alert" class="stack">
    <p><strong>${t('error.heading')}</strong></p>
    <p>${sentence(error, t)}</p>
  </div>`;
}

function sentence({ problem, fields }: Problem, t: StaffSpeaker): string {
  switch (problem) {
    case 'invalid-fields':
      return t('error.invalid-fields', { fields: fields.map(({ pointer }) => pointer.slice(1)).join(', ') });
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
