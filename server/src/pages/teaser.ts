import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { directionOf } from '../../../src/i18n/language.js';
import type { Text } from '../../../src/model/text.js';
import type { City } from '../city.js';
import type { KeptAnswers } from '../http/kept-answers.js';
import { Problem } from '../problems/problem.js';
import { idSchema } from '../routes/parameters.js';
import type { Settings } from '../settings/settings.js';
import { asset } from './assets.js';
import { isEmbedName, type EmbedName } from './embed-widgets.js';
import { html } from './html.js';
import { spoken } from './marked.js';
import { phaseDates } from './pact/phases.js';
import { pageLocale } from './page-locale.js';
import { wordsBeside } from './page-words.js';
import { sendPage } from './send-page.js';
import { readTeaserSubject, teaserLinks, type TeaserSubject } from './teaser-subject.js';
import { widgetWords } from './widget-words.js';

/** Longer sentences end with dots, in characters. */
const longestSentence = 220;

/**
 * What any site may frame: title, one sentence, state and a link, with no form and no script. A page that everybody may frame must offer
 * nothing that a click somebody was tricked into could do.
 */
export function teaserRoutes(app: FastifyInstance, city: City, answers: KeptAnswers): void {
  const { settings } = city;
  app.get<{ Params: { widget: string; id: string } }>(
    '/teaser/:widget/:id',
    { config: { page: 'teaser' }, schema: { hide: true } },
    (request, reply) => {
      const { widget, id } = request.params;
      const lang = pageLocale(request, settings.locale);
      return sendPage(request, reply, { answers, settings, key: `teaser ${widget} ${id} ${lang}` }, async () => {
        if (!isEmbedName(widget) || !v.is(idSchema, id)) throw new Problem('not-found');
        const wish = { name: widget, id, lang };
        return teaser(await readTeaserSubject(city, wish), wish, settings);
      });
    },
  );
}

function teaser(
  subject: TeaserSubject,
  { name, id, lang }: { name: EmbedName; id: string; lang: string },
  settings: Settings,
): string {
  const t = wordsBeside(lang, settings.locale);
  const words = widgetWords(lang, t.locale);
  const { title, process } = subject;
  const badge = subject.badge?.(words);
  const active = process.phases.find(phase => phase.active);
  const state = active
    ? html`${spoken(active.title, t.locale)} <span class="muted">(${phaseDates(active, { words, process })})</span>`
    : t('teaser.no-phase');
  return html`<!doctype html>
    <html lang="${t.locale}" dir="${directionOf(t.locale)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title.text} - ${settings.cityName}</title>
        <link rel="stylesheet" href="${asset('page.css')}" />
      </head>
      <body class="teaser">
        <main>
          <p class="muted">
            ${settings.cityName} ${badge && html`<span class="badge ${badge.tone}">${spoken(badge.text, t.locale)}</span>`}
          </p>
          <h1>${spoken(title, t.locale)}</h1>
          <p>${spoken(shortened(subject.about), t.locale)}</p>
          <p>${state}</p>
          <p><a href="/embed/${name}/${id}?lang=${lang}" target="_top">${t(teaserLinks[name])}</a></p>
        </main>
      </body>
    </html> `.text;
}

/** As much as fits. */
function shortened({ lang, text }: Text): Text {
  if (text.length <= longestSentence) return { lang, text };
  const cut = text.slice(0, longestSentence);
  return { lang, text: `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))}…` };
}
