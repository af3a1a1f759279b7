import type { TextKey } from '../../../../src/i18n/texts.js';
import { stateTexts } from '../../../../src/i18n/observation-words.js';
import { enumText } from '../../../../src/i18n/words.js';
import { stepsOf, type FollowStep, type StepName } from '../../../../src/model/follow-steps.js';
import { referenceFrom } from '../../../../src/model/reference-number.js';
import type { City } from '../../city.js';
import { observationRow } from '../../observations/find-observation.js';
import { readObservations } from '../../observations/read-observation.js';
import { observedProcess, speakTerms } from '../../observations/terms.js';
import type { EmbedText, EmbedWish } from '../embed-text.js';
import { html, type Html } from '../html.js';
import { heading, link, spoken } from '../marked.js';
import { observationText } from './observation-text.js';

const stepTexts: Readonly<Record<Exclude<StepName, 'other'>, TextKey>> = {
  received: 'follow.step.received',
  examined: 'follow.step.examined',
  answered: 'follow.step.answered',
  'in-final-text': 'follow.step.in-final-text',
  unchanged: 'follow.step.unchanged',
  withdrawn: 'follow.step.withdrawn',
};

/** What became of an observation, by its number: to be read without a script, and to be printed. */
export async function followText(city: City, wish: EmbedWish): Promise<EmbedText> {
  const { id, lang, words, level, attributes } = wish;
  const { t, locale } = words;
  const process = await observedProcess(city, id);
  const languages = { locale: lang, fallback: city.settings.locale };
  const terms = await speakTerms(city, process, { ...languages, asOf: city.now().toISOString() });
  const typed = attributes['reference']?.trim() ?? '';
  const isNumber = referenceFrom(typed) !== undefined;
  const row = typed === '' ? undefined : await observationRow(city.database.db, typed);
  const [found] = row?.process_id === id ? await readObservations(city, [row], languages) : [];
  const { timeZone } = terms.process;
  return {
    title: t('follow.title'),
    data: `/api/v1/observation-terms/${id}?locale=${lang}`,
    text: html`<div class="text" lang="${locale}">
      ${heading(level, t('follow.title'))}
      <p>${t('follow.intro')}</p>
      <form method="get" action="/embed/follow/${id}" class="stack">
        <input type="hidden" name="lang" value="${lang}" />
        <p class="field">
          <label for="reference">${t('follow.reference')}</label>
          <span class="muted" id="reference-hint">${t('follow.reference-hint')}</span>
          ${
            typed !== '' &&
            !isNumber &&
            html`<strong class="error" id="reference-error" role="alert">${t('follow.reference-wrong')}</strong>`
          }
          <input
            id="reference"
            name="reference"
            value="${typed}"
            dir="ltr"
            autocomplete="off"
            aria-describedby="reference-hint${typed !== '' && !isNumber && ' reference-error'}"
            ${typed !== '' && !isNumber && html` aria-invalid="true"`}
          />
        </p>
        <p><button class="primary">${t('follow.go')}</button></p>
      </form>
      ${
        isNumber &&
        !found &&
        html`<div role="alert" class="stack">
          <p><strong>${t('follow.not-found.title', { reference: `\u2068${referenceFrom(typed) ?? typed}\u2069` })}</strong></p>
          <ul>
            <li>${t('follow.not-found.letters')}</li>
            <li>${t('follow.not-found.digits')}</li>
            <li>${t('follow.not-found.paper')}</li>
          </ul>
          ${terms.process.contact && html`<p>${t('follow.contact')} ${spoken(terms.process.contact, locale)}</p>`}
        </div>`
      }
      ${
        found &&
        html`<ol class="steps" role="list">
            ${stepsOf(found).map(step => stepText(step, { wish, timeZone }))}
          </ol>
          ${
            found.adoptedIn &&
            html`<p>
              ${link(
                `/embed/document/${found.adoptedIn.document}?version=${String(found.adoptedIn.version)}&lang=${lang}${found.adoptedIn.passage === undefined ? '' : `&passage=${found.adoptedIn.passage}`}`,
                t('follow.read-passage'),
              )}
            </p>`
          }
          ${
            found.next &&
            html`<p>
              ${t('follow.next')} ${spoken(found.next, locale)}
              ${found.by !== undefined && t('follow.by', { date: words.formats.date(found.by, timeZone) })}
            </p>`
          }
          ${observationText(found, { words, level, timeZone })}`
      }
    </div>`,
  };
}

function stepText({ name, status, at, state }: FollowStep, { wish, timeZone }: { wish: EmbedWish; timeZone: string }): Html {
  const { words } = wish;
  const { t, formats, locale } = words;
  const what =
    name === 'other' && state ? spoken(enumText(words, stateTexts, state), locale) : t(stepTexts[name as keyof typeof stepTexts]);
  const mark = status === 'here' ? t('follow.here') : status === 'upcoming' ? t('follow.upcoming') : '';
  return html`<li class="${status}" ${status === 'here' && html`aria-current="step"`}>
    <strong>${what}</strong> ${at !== undefined && html`<span class="muted">${formats.date(at, timeZone)}</span>`}
    ${mark !== '' && html`<span class="muted">${mark}</span>`}
  </li>`;
}
