import { html, type Html } from '../pages/html.js';
import type { StaffSpeaker } from './staff-words.js';

const parts = ['figures', 'reports', 'hidden', 'paper', 'answer', 'file', 'log'] as const;

/** One part of the desk, and the end of its address. */
export type StaffPart = (typeof parts)[number];

export const staffUrl = (process: string, part: StaffPart, query: Readonly<Record<string, string>> = {}): string => {
  const path = `/staff/${process}${part === 'figures' ? '' : `/${part}`}`;
  const text = new URLSearchParams(query).toString();
  return text === '' ? path : `${path}?${text}`;
};

/** The ways between the parts of the desk. */
export function staffNav(process: string, current: StaffPart, t: StaffSpeaker): Html {
  const item = (part: StaffPart): Html => {
    const mark = part === current && html` aria-current="page"`;
    return html`<li><a href="${staffUrl(process, part, { lang: t.locale })}" ${mark}>${t(`nav.${part}`)}</a></li>`;
  };
  return html`<nav class="parts" aria-label="${t('nav')}">
    <ul role="list">
      ${parts.map(item)}
    </ul>
  </nav>`;
}
