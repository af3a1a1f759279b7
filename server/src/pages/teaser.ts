import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { directionOf } from '../../../src/i18n/language.js';
import { enumText } from '../../../src/i18n/words.js';
import type { Pact } from '../../../src/model/pact.js';
import { plainParagraphs } from '../../../src/model/richtext.js';
import type { Text } from '../../../src/model/text.js';
import type { City } from '../city.js';
import { speakPact } from '../content/speak.js';
import type { KeptAnswers } from '../http/kept-answers.js';
import { Problem } from '../problems/problem.js';
import { idSchema } from '../routes/parameters.js';
import type { Settings } from '../settings/settings.js';
import { asset } from './assets.js';
import { html } from './html.js';
import { spoken } from './marked.js';
import { phaseDates } from './pact/phases.js';
import { statusTexts, toneOf } from './pact/view.js';
import { pageLocale } from './page-locale.js';
import { wordsBeside } from './page-words.js';
import { sendPage } from './send-page.js';
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
        if (widget !== 'pact-viewer' || !v.is(idSchema, id)) throw new Problem('not-found');
        return teaser(await readPact(city, id, lang), lang, settings);
      });
    },
  );
}

/** The pact that a teaser is about. @throws Problem `not-found` */
export async function readPact({ content, settings, now }: City, id: string, lang: string): Promise<Pact> {
  const found = await content.pact(id);
  const process = found && (await content.process(found.process));
  if (!process) throw new Problem('not-found');
  return speakPact(found, process, { locale: lang, fallback: settings.locale, asOf: now().toISOString() });
}

function teaser(pact: Pact, lang: string, settings: Settings): string {
  const t = wordsBeside(lang, settings.locale);
  const words = widgetWords(lang, t.locale);
  const { title, status } = pact.version;
  const active = pact.process.phases.find(phase => phase.active);
  const state = active
    ? html`${spoken(active.title, t.locale)} <span class="muted">(${phaseDates(active, { words, process: pact.process })})</span>`
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
            ${settings.cityName}
            <span class="badge ${toneOf(status.value)}">${spoken(enumText(words, statusTexts, status), t.locale)}</span>
          </p>
          <h1>${spoken(title, t.locale)}</h1>
          <p>${spoken(sentenceOf(pact), t.locale)}</p>
          <p>${state}</p>
          <p><a href="/embed/pact-viewer/${pact.id}?lang=${lang}" target="_top">${t('teaser.read')}</a></p>
        </main>
      </body>
    </html> `.text;
}

/** One sentence about it: the summary of the process, else how the brief begins. */
function sentenceOf({ process, version }: Pact): Text {
  const text = process.summary ?? { lang: version.brief.lang, text: plainParagraphs(version.brief.blocks)[0] ?? '' };
  if (text.text.length <= longestSentence) return text;
  const cut = text.text.slice(0, longestSentence);
  return { lang: text.lang, text: `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))}…` };
}
