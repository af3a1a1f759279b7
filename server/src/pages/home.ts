import type { FastifyInstance } from 'fastify';
import type { Process } from '../../../src/model/process.js';
import type { Text } from '../../../src/model/text.js';
import { inLanguage } from '../../../src/model/translations.js';
import type { City } from '../city.js';
import type { PactContent, ProcessContent } from '../content/schema.js';
import { speakPact, speakProcess } from '../content/speak.js';
import { feedWords } from '../feeds/feed-words.js';
import type { KeptAnswers } from '../http/kept-answers.js';
import { fromCursor, toCursor } from '../routes/cursor.js';
import { html, type Html } from './html.js';
import { link, spoken } from './marked.js';
import { phaseDates } from './pact/phases.js';
import { pageLocale } from './page-locale.js';
import { wordsBeside, type PageSpeaker } from './page-words.js';
import { page } from './page.js';
import { sendPage } from './send-page.js';
import { widgetWords } from './widget-words.js';

/** How many processes stand on one page. */
const onOnePage = 30;

interface Wish {
  lang: string;
  /** The last process of the page before. */
  after: string | undefined;
}

/** The first page: what is being decided, with the ways to read and to take part. */
export function homeRoutes(app: FastifyInstance, city: City, answers: KeptAnswers): void {
  const { settings } = city;
  app.get('/', { schema: { hide: true } }, (request, reply) => {
    const lang = pageLocale(request, settings.locale);
    const { after: cursor } = request.query as { after?: unknown };
    const after = fromCursor(typeof cursor === 'string' ? cursor : undefined);
    return sendPage(request, reply, { answers, settings, key: `home ${lang} ${after ?? ''}` }, () => home(city, { lang, after }));
  });
}

async function home(city: City, { lang, after }: Wish): Promise<string> {
  const { content, settings } = city;
  const t = wordsBeside(lang, settings.locale);
  const found = await content.processes({ after, limit: onOnePage + 1 });
  const shown = found.slice(0, onOnePage);
  const last = shown.at(-1);
  const cards = await Promise.all(
    shown.map(async each => {
      const process = speakProcess(each, { locale: lang, fallback: settings.locale });
      const pacts = await content.pactsOf(each.id);
      const links = pacts.map(pact => pactLink(city, pact, { lang, one: pacts.length === 1, process: each }));
      return card(process, [...links, ...(await planLinks(city, each, lang))], { lang, t });
    }),
  );
  return page({
    locale: t.locale,
    title: t('home.title'),
    cityName: settings.cityName,
    head: html`<link rel="alternate" type="application/atom+xml" href="/feed.xml?locale=${lang}" />`,
    body: html`<h1>${t('home.title')}</h1>
      <p>${t('home.intro')}</p>
      ${
        cards.length === 0
          ? html`<p>${t('home.none')}</p>`
          : html`<ul class="cards" role="list">
              ${cards}
            </ul>`
      }
      ${found.length > onOnePage && last && html`<p>${link(`/?lang=${lang}&after=${toCursor(last.id)}`, t('home.more'))}</p>`}`,
    inLanguage: locale => `/?lang=${locale}`,
  });
}

/** The ways to the plans of a process, to what people say on them, and to its ballots. */
async function planLinks({ content, settings }: City, { id, observations }: ProcessContent, lang: string): Promise<Html[]> {
  const t = wordsBeside(lang, settings.locale);
  const words = widgetWords(lang, t.locale);
  const documents = await content.documentsOf(id);
  const plans = documents.map(({ id: plan, title }) => {
    const name = inLanguage(title, lang, settings.locale) as Text;
    return link(`/embed/document/${plan}?lang=${lang}`, spoken(name, t.locale));
  });
  const ballots = (await content.ballotsOf(id)).map(({ id: ballot, title }) =>
    link(`/embed/voting-widget/${ballot}?lang=${lang}`, spoken(inLanguage(title, lang, settings.locale) as Text, t.locale)),
  );
  if (!observations) return [...plans, ...ballots];
  return [
    ...plans,
    ...ballots,
    link(`/embed/observation-form/${id}?lang=${lang}`, words.t('observation-form.heading')),
    link(`/embed/observation-list/${id}?lang=${lang}`, words.t('observation-list.title')),
    link(`/embed/follow/${id}?lang=${lang}`, words.t('follow.title')),
  ];
}

interface PactLinkOptions {
  lang: string;
  /** Whether the process has no other pact, so that its title says nothing new. */
  one: boolean;
  process: Parameters<typeof speakPact>[1];
}

function pactLink({ settings, now }: City, pact: PactContent, { lang, one, process }: PactLinkOptions): Html {
  const t = wordsBeside(lang, settings.locale);
  const asOf = now().toISOString();
  const { title } = speakPact(pact, process, { locale: lang, fallback: settings.locale, asOf }).version;
  return link(`/embed/pact-viewer/${pact.id}?lang=${lang}`, one ? t('home.pact') : spoken(title, t.locale));
}

function card(process: Process, pacts: readonly Html[], { lang, t }: { lang: string; t: PageSpeaker }): Html {
  const active = process.phases.find(phase => phase.active);
  const words = widgetWords(lang, t.locale);
  const feeds = feedWords(t.locale);
  const links = [
    ...pacts,
    ...(process.url === undefined ? [] : [link(process.url, t('home.site'))]),
    link(`/privacy/${process.id}?lang=${lang}`, t('home.privacy')),
    link(`/processes/${process.id}/calendar.ics?locale=${lang}`, feeds('calendar')),
    link(`/processes/${process.id}/feed.xml?locale=${lang}`, feeds('feed')),
  ];
  return html`<li class="card">
    <h2>${spoken(process.title, t.locale)}</h2>
    ${process.summary && html`<p>${spoken(process.summary, t.locale)}</p>`}
    ${
      active &&
      html`<p>
        <strong>${t('home.now')}:</strong> ${spoken(active.title, t.locale)}
        <span class="muted">(${phaseDates(active, { words, process })})</span>
      </p>`
    }
    <ul class="links" role="list">
      ${links.map(each => html`<li>${each}</li>`)}
    </ul>
  </li>`;
}
