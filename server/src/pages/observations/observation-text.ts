import { directionOf } from '../../../../src/i18n/language.js';
import { kindTexts, outcomeTexts, reasonTexts, sourceTexts, stateTexts } from '../../../../src/i18n/observation-words.js';
import { enumText, type Words } from '../../../../src/i18n/words.js';
import type { Observation } from '../../../../src/model/observation.js';
import type { Response } from '../../../../src/model/response.js';
import { wordChanges } from '../../../../src/model/word-diff.js';
import { html, type Html } from '../html.js';
import { heading, languageOf, link, spoken } from '../marked.js';
import { richText } from '../richtext-html.js';

export interface ObservationView {
  readonly words: Words;
  /** Level of the heading above. */
  readonly level: number;
  readonly timeZone: string;
}

/** One observation, whole: what it is about, what it says, what was answered. */
export function observationText(observation: Observation, view: ObservationView): Html {
  const { words, level, timeZone } = view;
  const { t, formats, locale } = words;
  const { reference, kind, title, passageName, theme, author, source, receivedAt, place, attachments, hidden } = observation;
  const facts = [
    author,
    source.value === 'online' ? undefined : enumText(words, sourceTexts, source).text,
    formats.date(receivedAt, timeZone),
    theme?.label.text,
  ].filter(fact => fact !== undefined);
  return html`<article class="observation stack">
    ${heading(level + 1, title ? spoken(title, locale) : spoken(enumText(words, kindTexts, kind), locale))}
    <p class="muted">
      <bdi>${reference}</bdi> · ${spoken(enumText(words, kindTexts, kind), locale)} ·
      <span class="badge">${spoken(enumText(words, stateTexts, observation.state), locale)}</span> ${facts.join(' · ')}
    </p>
    ${passageName && html`<p>${t('observation-list.on')} ${spoken(passageName, locale)}</p>`}
    ${
      hidden &&
      html`<p>
        ${t('observation-list.hidden', {
          date: formats.date(hidden.at, timeZone),
          reason: enumText(words, reasonTexts, hidden.reason).text,
        })}
        ${hidden.note && spoken(hidden.note, locale)}
      </p>`
    }
    ${wordsOf(observation, locale)} ${difference(observation, view)}
    ${place && html`<p>${t('observation-list.place')} <bdi>${place.text}</bdi></p>`}
    ${
      attachments.length > 0 &&
      html`<p>${t('observation-list.attachments')}:</p>
        <ul>
          ${attachments.map(({ name, url }) => html`<li>${link(url, html`<bdi>${name}</bdi>`)}</li>`)}
        </ul>`
    }
    ${observation.responses.map((response, index) => responseText(response, view, index > 0))}
  </article>`;
}

function wordsOf({ text }: Observation, locale: string): Html | false {
  if (text.text === '') return false;
  return html`<div${languageOf(text.lang, locale)}>${text.text.split(/\n+/).map(line => html`<p>${line}</p>`)}</div>`;
}

/** The wording that is proposed, beside the one of today, word by word. */
function difference({ wording, text }: Observation, { words: { t } }: ObservationView): Html | false {
  if (!wording) return false;
  const changes = wordChanges(wording.before, wording.after, text.lang);
  return html`<p>${t('observation-list.wording')}:</p>
    <blockquote class="difference" lang="${text.lang}" dir="${directionOf(text.lang)}">
      ${changes.map(({ type, text: words }) => {
        if (type === 'added') return html`<ins>${words}</ins>`;
        return type === 'removed' ? html`<del>${words}</del>` : html`${words}`;
      })}
    </blockquote>`;
}

function responseText({ outcome, text, at, act }: Response, { words, level, timeZone }: ObservationView, later: boolean): Html {
  const { t, formats, locale } = words;
  return html`<section class="response stack">
    ${heading(level + 2, t(later ? 'observation-list.later-response' : 'observation-list.response'))}
    <p>
      <strong>${spoken(enumText(words, outcomeTexts, outcome), locale)}</strong>
      <span class="muted">${formats.date(at, timeZone)}</span>
    </p>
    ${richText(text, { locale, level: level + 2 })}
    ${
      act &&
      html`<p class="muted">
        ${t('common.act-text', { kind: act.kind.text, number: act.number, date: formats.date(act.date, timeZone) })}
      </p>`
    }
  </section>`;
}
