import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { dayIn } from '../../../src/model/time.js';
import type { City } from '../city.js';
import { speakPrivacy, speakProcess } from '../content/speak.js';
import type { KeptAnswers } from '../http/kept-answers.js';
import { privacyWords } from '../privacy/privacy-words.js';
import { Problem } from '../problems/problem.js';
import { idSchema } from '../routes/parameters.js';
import { html } from './html.js';
import { link, spoken } from './marked.js';
import { pageLocale } from './page-locale.js';
import { wordsBeside } from './page-words.js';
import { page } from './page.js';
import { sendPage } from './send-page.js';
import { widgetWords } from './widget-words.js';

/** What happens to the data of people who take part in a process, on a page that can be linked. */
export function privacyPageRoutes(app: FastifyInstance, city: City, answers: KeptAnswers): void {
  const { settings } = city;
  app.get<{ Params: { process: string } }>('/privacy/:process', { schema: { hide: true } }, (request, reply) => {
    const { process } = request.params;
    const lang = pageLocale(request, settings.locale);
    return sendPage(request, reply, { answers, settings, key: `privacy ${process} ${lang}` }, () => {
      if (!v.is(idSchema, process)) throw new Problem('not-found');
      return privacyPage(city, process, lang);
    });
  });
}

async function privacyPage({ content, settings }: City, id: string, lang: string): Promise<string> {
  const found = await content.process(id);
  if (!found) throw new Problem('not-found');
  const languages = { locale: lang, fallback: settings.locale };
  const process = speakProcess(found, languages);
  const { published, kept, erasure } = speakPrivacy(found, languages);
  const t = wordsBeside(lang, settings.locale);
  const { formats } = widgetWords(t.locale);
  const date = (day: string): string => formats.date(day, process.timeZone);
  const how = found.ends
    ? t('privacy.until', { date: date(found.ends), erased: date(daysAfter(found.ends, found.keepDays)) })
    : t('privacy.days', { count: found.keepDays });
  const own = privacyWords(t.locale);
  const title = t('privacy.title', { process: process.title.text });
  const { contact } = process;
  return page({
    locale: t.locale,
    title,
    cityName: settings.cityName,
    body: html`<h1>${title}</h1>
      <p>${t('privacy.intro')}</p>
      <h2>${t('privacy.published')}</h2>
      <p>${spoken(published, t.locale)}</p>
      <h2>${t('privacy.kept')}</h2>
      <p>${spoken(kept, t.locale)}</p>
      <p>${how}</p>
      ${found.office && html`<p>${own('office', { office: found.office.name })}</p>`}
      <h2>${t('privacy.erasure')}</h2>
      <p>${spoken(erasure, t.locale)}</p>
      <p>${link(`/you?lang=${t.locale}`, t('you'))}</p>
      ${
        contact &&
        html`<h2>${t('privacy.contact')}</h2>
          <p>${spoken(contact, t.locale)}</p>`
      }`,
    inLanguage: locale => `/privacy/${id}?lang=${locale}`,
  });
}

/** @param day - `YYYY-MM-DD` */
const daysAfter = (day: string, days: number): string =>
  dayIn(new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000), 'UTC');
