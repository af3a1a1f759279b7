import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import type { City } from '../city.js';
import { KeptAnswers } from '../http/kept-answers.js';
import { Problem } from '../problems/problem.js';
import { caching } from '../observations/freshness.js';
import { idSchema } from '../routes/parameters.js';
import { asset } from './assets.js';
import { embedTexts } from './embed-texts.js';
import { attributesOf, elementOf, freshnessOf, isEmbedName, queryOf, type EmbedName } from './embed-widgets.js';
import { html, type Html } from './html.js';
import { attributes } from './marked.js';
import { oembedLinks } from './oembed-links.js';
import { pageLocale } from './page-locale.js';
import { page } from './page.js';
import { wordsBeside } from './page-words.js';
import { sendPage } from './send-page.js';
import type { WidgetFiles } from './widget-files.js';
import { widgetWords } from './widget-words.js';

/** How long a page that counts days holds, in milliseconds: at each midnight of every time zone it is made anew. */
const quarterOfAnHour = 15 * 60_000;

/** Kept pages with what people wrote, in bytes. */
const mostBrief = 4 * 1024 * 1024;

interface Wish {
  name: EmbedName;
  id: string;
  /** The language that was asked for; the texts of the city may be in it even when our words are not. */
  lang: string;
  attributes: Record<string, string>;
  query: Record<string, string>;
}

interface EmbedRequest {
  Params: { widget: string; id: string };
  Querystring: Record<string, unknown>;
}

const addressOf = ({ name, id, lang, attributes, query }: Wish): string =>
  `/embed/${name}/${id}?${new URLSearchParams({ ...attributes, ...query, lang }).toString()}`;

/**
 * The page behind each embed address. What it says stands in its HTML; where scripts run, the widget takes over and offers what needs
 * them.
 */
export function embedRoutes(app: FastifyInstance, city: City, answers: KeptAnswers, files: WidgetFiles | undefined): void {
  const { settings, now } = city;
  /** Pages with what people wrote: gone from here as soon as it is hidden. */
  const brief = new KeptAnswers(mostBrief);
  const forget = (): void => {
    brief.clear();
  };
  city.content.onChange(forget);
  city.news.onChange(forget);
  const answer = (request: FastifyRequest<EmbedRequest>, reply: FastifyReply): Promise<FastifyReply> => {
    const { widget, id } = request.params;
    const lang = pageLocale(request, settings.locale);
    const attributes = isEmbedName(widget) ? attributesOf(widget, request.query) : {};
    const query = isEmbedName(widget) ? queryOf(widget, request.query) : {};
    const freshness = isEmbedName(widget) ? freshnessOf(widget) : undefined;
    const span = freshness ?? quarterOfAnHour;
    const asOf = new Date(Math.floor(now().getTime() / span) * span).toISOString();
    const key = `embed ${widget} ${id} ${lang} ${JSON.stringify([attributes, query])} ${asOf}`;
    const means = {
      answers: freshness === undefined ? answers : brief,
      settings,
      key,
      ...(freshness !== undefined && { caching }),
    };
    return sendPage(request, reply, means, () => {
      if (!isEmbedName(widget) || !v.is(idSchema, id)) throw new Problem('not-found');
      return embedPage(city, { name: widget, id, lang, attributes, query }, asOf, files);
    });
  };
  // An address that somebody wrote with a slash at its end leads to the same page, as it does for the loader.
  for (const path of ['/embed/:widget/:id', '/embed/:widget/:id/']) {
    app.get<EmbedRequest>(path, { config: { page: 'embed' }, schema: { hide: true } }, answer);
  }
}

async function embedPage(city: City, wish: Wish, asOf: string, files: WidgetFiles | undefined): Promise<string> {
  const { settings } = city;
  const { name, id, lang } = wish;
  const { locale } = wordsBeside(lang, settings.locale);
  // The text is all there is on the page, so its title is the first heading unless the address says otherwise.
  const { 'heading-level': level = '1' } = wish.attributes;
  const { title, text, data } = await embedTexts[name](city, {
    id,
    lang,
    // Our own pages and the widgets speak the same languages; a simple variant is the widgets' alone.
    words: widgetWords(lang, locale),
    level: Number(level),
    attributes: wish.attributes,
    query: wish.query,
    asOf,
    hrefOf: changed => addressOf({ ...wish, query: {}, attributes: { ...wish.attributes, ...changed } }),
  });
  const element = elementOf(name, id, { ...wish.attributes, 'heading-level': level, lang });
  return page({
    locale,
    title,
    cityName: settings.cityName,
    head: html`<link rel="stylesheet" href="${asset('text.css')}" />
      ${oembedLinks(new URL(addressOf(wish), settings.url).href, title)} ${files && ahead(files, wish, locale, data)}`,
    body: html`<portico-${name}${attributes(element)}>${text}</portico-${name}>`,
    inLanguage: tag => addressOf({ ...wish, lang: tag }),
  });
}

/** The loader, and what it will ask for: code, words and data come at the same time. */
function ahead({ floating, release }: WidgetFiles, { name, lang }: Wish, ours: string, data: string): Html {
  const { locale } = widgetWords(lang, ours);
  return html`<link rel="preload" as="fetch" crossorigin="anonymous" href="${data}" />
    <link rel="modulepreload" href="/portico/${floating}/${name}.js" />
    ${
      locale !== 'it' &&
      html`<link rel="modulepreload" href="/portico/${release}/locales/${locale}.js" />
        ${name !== 'pact-viewer' && html`<link rel="modulepreload" href="/portico/${release}/locales/${name}-${locale}.js" />`}`
    }
    <script type="module" src="/portico/${floating}/loader.js"></script>`;
}
