import type { City } from '../../city.js';
import { observedProcess, speakTerms } from '../../observations/terms.js';
import type { EmbedText, EmbedWish } from '../embed-text.js';
import { html, type Html } from '../html.js';
import { heading, link, spoken } from '../marked.js';
import { formQuestions } from './form-fields.js';
import { formSubject } from './form-subject.js';

/** The form for an observation without a script: all questions on one page, looked through on the next, signed in at the end. */
export async function formText(city: City, wish: EmbedWish): Promise<EmbedText> {
  const { id, lang, words, level, attributes } = wish;
  const { t, locale, formats } = words;
  const { document, passage } = attributes;
  const process = await observedProcess(city, id);
  const languages = { locale: lang, fallback: city.settings.locale };
  const terms = await speakTerms(city, process, { ...languages, asOf: city.now().toISOString() });
  const subject = await formSubject(city, { process: id, document, passage }, languages);
  const paper = `/embed/observation-form/${id}/paper?${new URLSearchParams({
    ...(subject.document !== undefined && { document: subject.document }),
    ...(subject.passage !== undefined && { passage: subject.passage }),
    lang,
  }).toString()}`;
  const closed: Html | undefined =
    terms.status.value === 'open'
      ? undefined
      : html`<p>
          <strong>${t(terms.status.value === 'closed' ? 'observation-form.closed.title' : 'observation-form.soon.title')}</strong>
        </p>`;
  return {
    title: t('observation-form.heading'),
    data: `/api/v1/observation-terms/${id}?locale=${lang}`,
    text: html`<div class="text" lang="${locale}">
      ${heading(level, t('observation-form.heading'))}
      <p>${spoken(terms.process.title, locale)}</p>
      ${
        closed ??
        html`<p>${terms.signIn ? t('observation-form.you.signed-out') : t('observation-form.you.no-sign-in')}</p>
          <p><strong>${t('observation-form.public.title')}</strong> ${spoken(terms.privacy.published, locale)}</p>
          <p>
            <strong>${t('observation-form.next.title')}</strong> ${spoken(terms.next, locale)}
            ${terms.by !== undefined && t('observation-form.next.by', { date: formats.date(terms.by, terms.process.timeZone) })}
          </p>
          ${
            subject.words !== undefined &&
            html`<h2>${subject.name}</h2>
              <blockquote>${subject.words.split('\n').map(line => html`<p>${line}</p>`)}</blockquote>`
          }
          <form method="post" action="/embed/observation-form/${id}?lang=${lang}" class="stack">
            ${formQuestions({ words, terms, subject, fields: {} })}
            <p><button class="primary">${t('observation-form.on')}</button></p>
          </form>`
      }
      <p>${link(paper, t('observation-form.paper'))}</p>
    </div>`,
  };
}
