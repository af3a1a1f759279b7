import { html, type Html } from '../pages/html.js';
import type { Speaker } from '../words/words.js';
import type { YouKey } from './you-words.js';

interface ErasePage {
  readonly t: Speaker<YouKey>;
  readonly token: string;
  /** How many contributions would go. */
  readonly contributions: number;
  /** Whether it was sent without the box ticked. */
  readonly unconfirmed: boolean;
}

/** The second step: what goes, what stays, and a box to tick, so that nobody erases everything by a slip of the finger. */
export function erasePage({ t, token, contributions, unconfirmed }: ErasePage): Html {
  return html`<h1>${t('erase.title')}</h1>
    <p>${t('erase.goes')}</p>
    <ul>
      <li>${t('erase.goes.contributions', { count: contributions })}</li>
      <li>${t('erase.goes.letters')}</li>
      <li>${t('erase.goes.nickname')}</li>
      <li>${t('erase.goes.sessions')}</li>
    </ul>
    <p>${t('erase.stays')}</p>
    <ul>
      <li>${t('erase.stays.observations')}</li>
      <li>${t('erase.stays.log')}</li>
      <li>${t('erase.stays.office')}</li>
      <li>${t('erase.stays.copies')}</li>
    </ul>
    <p>${t('erase.again')}</p>
    <form method="post" action="/you/erase?lang=${t.locale}">
      <input type="hidden" name="token" value="${token}" />
      ${unconfirmed && html`<p id="needed" role="alert"><strong>${t('erase.needed')}</strong></p>`}
      <p>
        <label>
          <input type="checkbox" name="confirm" value="yes" required ${unconfirmed && html`aria-describedby="needed"`} />
          ${t('erase.confirm')}
        </label>
      </p>
      <p><button>${t('erase.button')}</button></p>
    </form>
    <p><a href="/you?lang=${t.locale}">${t('erase.back')}</a></p>`;
}
